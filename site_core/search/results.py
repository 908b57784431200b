"""Pages that answer a question, best first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from site_core.querysets import published_pages, readable_in
from site_core.search.analysis.analysers import keys_of
from site_core.search.analysis.folding import fold
from site_core.search.analysis.words import words_of
from site_core.search.asking.question import Question
from site_core.search.index.found import Found
from site_core.search.index.store import store

MOST_HITS = 400
"""Entries that are looked at for one way of asking. Who finds more should ask more precisely."""
ENOUGH = 3
"""Pages; with fewer, the question is asked less strictly."""

# How much a way of being found counts, by anything and by the title, before the database's own measure (0 to 1).
EXACT, WIDER, LESS = (3.0, 6.0), (2.0, 4.5), (0.0, 1.5)
OWN_LANGUAGE = 0.5


class Hit(NamedTuple):
    """A page in the language in which it is shown to this reader."""

    page_id: int
    translation_key: UUID
    language_code: str


@dataclass(slots=True)
class Score:
    """Of one page in one of its languages."""

    found: Found
    points: float


def pages_found(question: Question, codes: Sequence[str]) -> list[Hit]:
    """
    Each page once, in the first of these languages it can be read in: those in the reader's own language first.

    At most eight questions to the index, most often one or two, and one for the pages.
    """
    if not question.words:
        return []
    scores = _scored(question)
    if not scores and question.correct():
        scores = _scored(question)
    best = _best_of_each(scores.values(), codes)
    visible = readable_in(published_pages().filter(translation_key__in=list(best), depth__gt=2), codes)
    rows = visible.order_by().values_list("reading_rank", "pk", "translation_key", "locale__language_code")
    ordered = sorted(rows, key=lambda row: (row[0], -best[row[2]], row[1]))
    return [Hit(pk, key, code) for _rank, pk, key, code in ordered]


def _scored(question: Question) -> dict[int, Score]:
    find = store().find
    scores: dict[int, Score] = {}
    _count(scores, find(question.exact, MOST_HITS), EXACT)
    widened = question.widened
    if widened is not None:
        _count(scores, find(widened, MOST_HITS), WIDER)
    for wanted in question.with_less:
        if len({score.found.translation_key for score in scores.values()}) >= ENOUGH:
            break
        _count(scores, find(wanted, MOST_HITS), LESS)
    for score in scores.values():
        score.points += _in_title(question, score.found)
    return scores


def _count(scores: dict[int, Score], found: list[Found], base: tuple[float, float]) -> None:
    most = max((one.fits for one in found), default=0.0) or 1.0
    for one in found:
        points = base[one.in_title] + max(one.fits, 0.0) / most
        known = scores.get(one.entry_id)
        if known is None:
            scores[one.entry_id] = Score(one, points)
        else:
            known.points = max(known.points, points)


def _in_title(question: Question, found: Found) -> float:
    """Up to two points: how much of the question the title says, and how much of the title the question is."""
    title = [{fold(word), *keys_of(word, found.language_code)} for word in words_of(found.title)]
    if not title or not question.words:
        return 0.0
    said = sum(any(not word.all_keys.isdisjoint(keys) for keys in title) for word in question.words)
    exactly = sum(any(word.folded in keys for keys in title) for word in question.words)
    covered = sum(any(not word.all_keys.isdisjoint(keys) for word in question.words) for keys in title)
    return said / len(question.words) + 0.3 * exactly / len(question.words) + 0.7 * covered / len(title)


def _best_of_each(scores: Iterable[Score], codes: Sequence[str]) -> dict[UUID, float]:
    """Points of each page: of its best version, where the one that is shown counts a little more."""
    own = set(codes[:2])
    best: dict[UUID, float] = {}
    for score in scores:
        points = score.points + (OWN_LANGUAGE if score.found.language_code in own else 0.0)
        key = score.found.translation_key
        best[key] = max(points, best.get(key, points))
    return best
