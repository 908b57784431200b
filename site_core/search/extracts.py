"""Of a page that was found: the passage that answers, with the words marked that were looked for."""

from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from site_core.search.analysis.analysers import found_by
from site_core.search.analysis.words import LONGEST, WORD_SHOWN, words_of

LENGTH = 240
"""Characters, about two lines on a desktop and five on a phone."""
_BEFORE = 60
_LOOKED_AT = 6_000
"""Characters. What is found further down is not shown, only found."""
_MOST_HITS = 40
_LONGEST_SHOWN = 2 * LONGEST
"""Characters of a word with its marks."""


class Piece(NamedTuple):
    text: str
    marked: bool = False


def extract(text: str, wanted: Collection[str], *codes: str, start: int = 0) -> list[Piece]:
    """
    The stretch of text (`SearchEntry.text`) with the most of the words in it, in pieces; empty if it has none.

    `wanted`: folded words and keys. `codes`: the languages of the text. `start`: nothing before it is looked at.
    """
    met = (
        (found.start(), found.end(), key)
        for found in WORD_SHOWN.finditer(text, start, start + _LOOKED_AT)
        if (key := _key(found.group()[:_LONGEST_SHOWN], wanted, codes))
    )
    hits = list(islice(met, _MOST_HITS))
    if not hits:
        return []
    begin, end = _stretch(text, hits)
    pieces, at = [Piece("… ")] if begin else [], begin
    for first, last, _key_found in hits:
        if begin <= first and last <= end:
            pieces += [Piece(text[at:first]), Piece(text[first:last], marked=True)]
            at = last
    pieces.append(Piece(text[at:end] + (" …" if end < len(text) else "")))
    return [Piece(piece.text.replace("\n", " "), piece.marked) for piece in pieces if piece.text]


def words_met(text: str, sought: Sequence[Collection[str]], code: str) -> int:
    """How many of the words of a question (`Question.sought`) a short text has."""
    keys = {key for word in words_of(text) for key in found_by(word, [code])}
    return sum(not keys.isdisjoint(word) for word in sought)


def _key(shown: str, wanted: Collection[str], codes: tuple[str, ...]) -> str:
    for key in _keys(shown, codes):
        if key in wanted:
            return key
    return ""


@lru_cache(maxsize=20_000)
def _keys(shown: str, codes: tuple[str, ...]) -> tuple[str, ...]:
    """All it is found by. Kept: for a search some twenty texts are read, and most of their words recur."""
    return tuple(key for word in words_of(shown) for key in found_by(word, codes))


def _stretch(text: str, hits: list[tuple[int, int, str]]) -> tuple[int, int]:
    """The first of those with the most different words; from the end of a word to the end of a word."""

    def different(start: int) -> int:
        return len({key for first, last, key in hits if start <= first and last <= start + LENGTH - _BEFORE})

    best = max((first for first, _last, _key_found in hits), key=lambda first: (different(first), -first))
    begins = max(
        text.rfind("\n", max(best - _BEFORE, 0), best), text.rfind(". ", max(best - _BEFORE, 0), best) + 1
    )
    if begins <= 0:
        begins = text.find(" ", max(best - _BEFORE, 0), best) if best > _BEFORE else 0
    start = max(begins, 0)
    end = len(text) if len(text) <= start + LENGTH else text.rfind(" ", start, start + LENGTH)
    return start, max(end, next(last for first, last, _key_found in hits if first == best))
