"""
What is suggested while somebody types: pages by their titles, and words to go on with.

The last word is taken for the beginning of one, those before it for whole words. What begins so is looked up in the
vocabulary, by a stretch of its index, and not in the texts: alike on both databases, and bounded however many pages
there are.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple
from uuid import UUID

from django.db.models import QuerySet, Subquery
from wagtail.models import Locale

from site_core.cards import Card
from site_core.languages.chains import (
    FIRST,
    NOBODYS_FALLBACK,
    SECOND,
    best_of_each,
    languages_read,
    note_chains,
)
from site_core.languages.rows import HOME_DEPTH, PageRow, row_values, rows_and_more
from site_core.languages.status import listed_pages
from site_core.languages.targets import link_card
from site_core.models import SearchWord
from site_core.search.analysis.folding import fold, folded_words
from site_core.search.analysis.words import words_of
from site_core.search.asking.asked_words import analysed, on_another_keyboard
from site_core.search.asking.common_words import COMMON
from site_core.search.index.expressions import Expression, Key, all_of, any_of
from site_core.search.index.found import Found, Place
from site_core.search.index.store import store
from site_core.search.query import MAX_CHARACTERS, MAX_WORDS
from site_core.search.vocabulary import beginning

SHORTEST = 2
"""Letters of the word that is being typed; of one letter, half the site begins so."""
SHORTEST_COMPLETED = 3
"""Letters that a word is completed from; of fewer, too many different words begin so."""
MOST, MOST_WORDS = 8, 2
_LOOKED_AT, _PROOFS = 40, 8
"""Entries whose titles are looked at; and of each word, those that may prove that it is public."""


class Suggestions(NamedTuple):
    """`pages` link straight to what they name; `questions` are what was typed, its last word completed."""

    pages: tuple[Card, ...] = ()
    questions: tuple[str, ...] = ()


class Typed(NamedTuple):
    """
    `words` before the last, and the `last`, by a reader of this `language`. `beginnings`: the last, folded, as it was
    typed and as other keyboards have it, each with the languages it may be in.
    """

    language: str
    words: list[str]
    last: str
    beginnings: dict[str, tuple[str, ...]]

    @property
    def whole(self) -> list[Expression]:
        telling = [word for word in self.words if fold(word) not in COMMON]
        return [analysed(word, self.language).wanted for word in telling[-MAX_WORDS:]]

    @property
    def folded(self) -> str:
        return " ".join(fold(word) for word in (*self.words, self.last))


def suggestions(text: str, reader: str) -> Suggestions:
    """For a reader of this language; at most three queries."""
    typed = _typed(text, reader.split("-")[0])
    if typed is None:
        return Suggestions()
    begun = beginning(typed.beginnings)
    completed = _completions(begun, typed)
    keys = {word.folded for word in begun} | analysed(typed.last, typed.language).all_keys
    in_titles = all_of([*typed.whole, any_of([Key(key) for key in sorted(keys)])])
    on_pages = [all_of([*typed.whole, Key(word.folded)]) for word in completed]
    met = store().meet(
        [(in_titles, [Place.TITLE]), *((wanted, [Place.OWN]) for wanted in on_pages)], _LOOKED_AT
    )
    often = Counter(one.part for one in met)
    met = list(_few(met))
    rows = _public(met, reader)
    public = {(row.translation_key, row.language_code) for row in rows}
    met = [one for one in met if (one.translation_key, one.language_code) in public]
    proved = sorted({one.part for one in met if one.part}, key=lambda part: (-often[part], part))
    questions = tuple(" ".join((*typed.words, completed[part - 1].spelling)) for part in proved[:MOST_WORDS])
    titled = {one.translation_key for one in met if one.part == 0}
    pages = _in_order([row for row in rows if row.translation_key in titled], typed, keys, reader)
    return Suggestions(tuple(link_card(row) for row in pages[: MOST - len(questions)]), questions)


def _typed(text: str, reader: str) -> Typed | None:
    """None for what is too short to say anything."""
    words = [word for word in words_of(text[:MAX_CHARACTERS]) if fold(word).isalnum()]
    while words and len(fold(words[-1])) < SHORTEST:
        words.pop()
    if not words:
        return None
    *before, last = words
    spoken = analysed(last, reader).languages
    beginnings = {fold(last): tuple(code for code in spoken if _may_be_shown(code, reader))}
    for other in on_another_keyboard(last, reader):
        if other.folded.isalnum():
            beginnings[other.folded] = (*beginnings.get(other.folded, ()), *other.languages)
    return Typed(reader, before, last, beginnings)


def _may_be_shown(code: str, reader: str) -> bool:
    return code == reader or code not in NOBODYS_FALLBACK


def _completions(begun: Sequence[SearchWord], typed: Typed) -> list[SearchWord]:
    """
    Telling words in the reader's language; of those that find the same, the shortest.

    More than are shown: not all need be public, and those that more entries have come first.
    """
    if len(fold(typed.last)) < SHORTEST_COMPLETED:
        return []
    longer = [
        word
        for word in begun
        if word.language_code == typed.language and word.folded not in {*typed.beginnings, *COMMON}
    ]
    longer.sort(key=lambda word: (len(word.folded), word.spelling))
    different: dict[str, SearchWord] = {}
    for word in longer:
        different.setdefault(word.keys or word.folded, word)
    return list(different.values())[: 4 * MOST_WORDS]


def _few(met: Sequence[Found]) -> Iterator[Found]:
    """All whose title is met, and of each word as many as are enough to prove it."""
    seen: dict[int, int] = {}
    for one in met:
        seen[one.part] = seen.get(one.part, 0) + 1
        if one.part == 0 or seen[one.part] <= _PROOFS:
            yield one


def _public(met: Sequence[Found], reader: str) -> list[PageRow]:
    """All public versions of these pages, and, on the way, in which languages this reader is shown any; one query."""
    pages = listed_pages().filter(
        translation_key__in={one.translation_key for one in met}, depth__gt=HOME_DEPTH
    )
    found = rows_and_more(row_values(_with_chain(pages, reader), "first_choice", "second_choice"))
    note_chains((reader, *chain) for _row, *chain in found[:1])
    return [row for row, *_chain in found]


def _with_chain(pages: QuerySet, reader: str) -> QuerySet:
    own = Locale.objects.filter(language_code=reader)
    return pages.annotate(
        first_choice=Subquery(own.values(FIRST)[:1]), second_choice=Subquery(own.values(SECOND)[:1])
    )


def _in_order(rows: Sequence[PageRow], typed: Typed, keys: Collection[str], reader: str) -> list[PageRow]:
    """
    Each page once, in the first language that this reader reads: their own first; then those whose title, as it is
    shown, begins with what was typed, then those that have it at all, short titles before long ones.
    """
    codes = languages_read(reader)
    best = best_of_each(rows, codes, attrgetter("language_code"))

    def place(row: PageRow) -> tuple[int, bool, bool, int, UUID]:
        words = folded_words(row.title)
        begins = any(" ".join(words).startswith(start) for start in (typed.folded, *typed.beginnings))
        return (
            codes.index(row.language_code),
            not begins,
            keys.isdisjoint(words),
            len(row.title),
            row.translation_key,
        )

    return sorted(best.values(), key=place)
