"""
Which pages answer a question best.

A page collects the weight of every part of the question that it has: six times for its title, twice for its summary,
half of it where only a file says it that the page offers; less for another word of the same meaning, and less still
for a related one. A part weighs the more, the fewer entries have it. Where all of it stands in one text there is a
premium; what has less than half of the question has its weight cut by the square of that share. Words that no page has
are as if they had not been asked. Worked out here, so that both databases give the same answer.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log
from uuid import UUID

from site_core.search.analysis.analysers import found_by
from site_core.search.analysis.words import words_of
from site_core.search.asking.question import Question
from site_core.search.index.expressions import Expression, any_of
from site_core.search.index.found import Found, Place
from site_core.search.index.store import store

MOST_MET = 200
"""Entries that are looked at for one way of asking, in one place: who finds more should ask more precisely."""
COMMON = 300
"""Entries with a word that tells one page from another as little as any."""
TIMES = {Place.TITLE: 6.0, Place.SUMMARY: 2.0, Place.OWN: 1.0, Place.ANYWHERE: 0.5}
OTHER_WORD, RELATED_WORD = 0.75, 0.5
ALL_OF_IT, ALL_BY_MEANING, IN_THIS_ORDER, WHOLE_TITLE = 0.5, 0.4, 0.75, 1.5
"""Shares of the question's whole weight; the third for each word: the longer, the surer a sentence is meant."""
HALF, LEAST = 0.5, 0.1
"""Shares of the question's weight: with less than half a page counts the less for it, below a tenth not at all."""

OF_THE_WHOLE = (Place.OWN, Place.ANYWHERE)
"""Places that the whole question is looked for in."""

Points = dict[UUID, float]


@dataclass(frozen=True, slots=True)
class Way:
    """
    Of asking for a part of the question, or for all of it (None), in which case a premium is its `worth`.

    `follows`: it is met where one of the other ways is that ask for a part, and is not asked by itself.
    """

    part: int | None
    worth: float
    wanted: Expression
    follows: bool = False

    @property
    def places(self) -> Sequence[Place]:
        if self.follows:
            return ()
        return tuple(Place) if self.part is not None else OF_THE_WHOLE


def points_of_pages(question: Question, only: Callable[[list[Found]], list[Found]]) -> Points:
    """By translation key; one query. `only`: leaves what this reader may know of."""
    ways = list(_ways(question))
    met = store().meet([(way.wanted, way.places) for way in ways], MOST_MET)
    met = only(_in_the_best_places([*met, *_following(met, ways)]))
    points, whole = _collected(met, ways, [part.weight for part in question.parts])
    for number, way in enumerate(ways):
        if way.part is None:
            _add_premium(points, (one for one in met if one.part == number), way.worth * whole, whole)
    _add_titles(points, met, question, whole)
    return points


def _ways(question: Question) -> Iterable[Way]:
    yield Way(None, ALL_OF_IT, question.exact)
    if question.widened is not None:
        # Of a question of one part it is the part or what means the same: a third of the lookups less.
        yield Way(None, ALL_BY_MEANING, question.widened, follows=len(question.parts) == 1)
    if question.sequence is not None:
        yield Way(None, IN_THIS_ORDER * len(question.sequence.keys), question.sequence)
    if question.phrases:  # only what has these very words
        return
    for number, part in enumerate(question.parts):
        yield Way(number, 1.0, part.own)
        for worth, words in ((OTHER_WORD, part.instead), (RELATED_WORD, part.related)):
            if words:
                yield Way(number, worth, any_of(list(words)))


def _following(met: Sequence[Found], ways: Sequence[Way]) -> Iterable[Found]:
    """
    What the index would have answered for the ways that follow from others.

    On PostgreSQL, which takes the first `MOST_MET` it comes upon, exactly so as far as no more are met.
    """
    own_or_same = {number for number, way in enumerate(ways) if way.part == 0 and way.worth > RELATED_WORD}
    for number, way in enumerate(ways):
        for place in OF_THE_WHOLE if way.follows else ():
            entries = {one.entry_id: one for one in met if one.place is place and one.part in own_or_same}
            for entry_id in sorted(entries)[:MOST_MET]:
                yield entries[entry_id]._replace(part=number)


def _in_the_best_places(met: Iterable[Found]) -> list[Found]:
    """
    Of each way of asking the best place of each entry, and `MOST_MET` entries at most.

    On a large site each place has as many, and others: a question of three words would find thousands of pages, to be
    asked for and counted.
    """
    best: dict[int, dict[int, Found]] = defaultdict(dict)
    for one in met:
        known = best[one.part].get(one.entry_id)
        if known is None or known.place.value < one.place.value:
            best[one.part][one.entry_id] = one
    return [
        one for entries in best.values() for one in sorted(entries.values(), key=_best_place_first)[:MOST_MET]
    ]


def _best_place_first(one: Found) -> tuple[int, int]:
    """The same on both databases, which answer in no order."""
    return -one.place.value, one.entry_id


def _collected(met: Sequence[Found], ways: Sequence[Way], weight: Sequence[float]) -> tuple[Points, float]:
    """
    Of each page, the weight of what it has of the question; and the weight of all of it.

    `weight`: of each part, in words.
    """
    entries: dict[int, set[int]] = defaultdict(set)
    has: dict[UUID, dict[int, float]] = defaultdict(dict)
    own = {ways[one.part].part for one in met if ways[one.part].worth > RELATED_WORD}
    for one in met:
        way = ways[one.part]
        if way.part is None:
            continue
        if way.worth > RELATED_WORD or way.part not in own:
            entries[way.part].add(one.entry_id)
        of_page = has[one.translation_key]
        of_page[way.part] = max(of_page.get(way.part, 0.0), way.worth * TIMES[one.place])
    weights = {part: weight[part] * log(2 + COMMON / len(having)) for part, having in entries.items()}
    whole = sum(weights.values()) or 1.0
    shares = {key: sum(weights[part] for part in parts) / whole for key, parts in has.items()}
    points = {
        key: sum(weights[part] * times for part, times in parts.items()) * min(1.0, shares[key] / HALF) ** 2
        for key, parts in has.items()
        if shares[key] >= LEAST
    }
    return points, whole


def _add_premium(points: Points, found: Iterable[Found], premium: float, whole: float) -> None:
    """For pages of which one version has all of it, in what it says itself or with its files."""
    best: dict[UUID, float] = {}
    for one in found:
        best[one.translation_key] = max(best.get(one.translation_key, 0.0), TIMES[one.place])
    for key, times in best.items():
        points[key] = points.get(key, whole * times) + premium * times


def _add_titles(points: Points, found: Iterable[Found], question: Question, whole: float) -> None:
    """By how much of a title the question is: “Programme” answers “programme” better than “What is the programme?”."""
    asked = {key for word in question.words for key in word.all_keys}
    best: Points = {}
    # A title with one of the words was met as one; of words that are looked for together, it may have some.
    together = any(len(part.words) > 1 for part in question.parts)
    titled = (one for one in found if together or one.place is Place.TITLE)
    for one in {one.entry_id: one for one in titled if one.translation_key in points}.values():
        title = _keys_of_title(one.title, one.language_code)
        if title:
            share = sum(not asked.isdisjoint(keys) for keys in title) / len(title)
            best[one.translation_key] = max(share, best.get(one.translation_key, 0.0))
    for key, share in best.items():
        points[key] += WHOLE_TITLE * share * whole


@lru_cache(maxsize=1_000)
def _keys_of_title(title: str, code: str) -> list[tuple[str, ...]]:
    """Of each of its words. The same titles answer many questions."""
    return [found_by(word, [code]) for word in words_of(title)]
