"""Of a page that was found: the passage that answers, with the words marked that were looked for."""

import re
import sys
from array import array
from collections import defaultdict
from collections.abc import Collection, Sequence, Set
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from site_core.search.analysis.analysers import found_by
from site_core.search.analysis.words import LONGEST, WORD_SHOWN, words_of

LENGTH = 240
"""Characters, about two lines on a desktop and five on a phone."""
_BEFORE = 60
_LOOKED_AT_FIRST, _LOOKED_AT = 2_000, 6_000
"""Characters. What is found further down is not shown, only found."""
_MOST_HITS = 40
_LONGEST_SHOWN = 2 * LONGEST
"""Characters of a word with its marks."""


_WORDS_AND_BETWEEN = re.compile(f"({WORD_SHOWN.pattern})")
"""Splits a text so that every second piece is a word."""


class Piece(NamedTuple):
    text: str
    marked: bool = False


class SplitText(NamedTuple):
    """`ends`: of what stands before the first word, of that word, of what stands before the second, and so on."""

    words: tuple[str, ...]
    different: frozenset[str]
    ends: Sequence[int]


class Looked:
    """
    What is looked for in texts: of each word of a question, folded words and keys (`Question.sought`).

    Whether a word of a text is one of them is found out once, and kept for the next text in the same languages.
    """

    def __init__(self, sought: Sequence[Collection[str]]) -> None:
        self._wanted = frozenset(key for keys in sought for key in keys)
        # Where the beginning of a text has the only word, it need not be looked for further down.
        self.looks = (_LOOKED_AT_FIRST, _LOOKED_AT) if len(sought) == 1 else (_LOOKED_AT,)
        self._seen: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._met: dict[tuple[str, ...], dict[str, str]] = defaultdict(dict)

    def keys_met(self, words: Set[str], codes: tuple[str, ...]) -> dict[str, str]:
        """Of these words, as they are shown, and others: those that are looked for, and by which key."""
        seen, met = self._seen[codes], self._met[codes]
        for shown in words - seen:
            keys = _keys(shown[:_LONGEST_SHOWN], codes)
            if not self._wanted.isdisjoint(keys):
                met[shown] = next(key for key in keys if key in self._wanted)
        seen |= words
        return met


def extract(text: str, looked_for: Looked, *codes: str, start: int = 0) -> list[Piece]:
    """
    The stretch of text (`SearchEntry.text`) with the most of the words in it, in pieces; empty if it has none.

    `codes`: the languages of the text. `start`: nothing before it is looked at.
    """
    looks = (_hits(text[start : start + length], looked_for, codes, start) for length in looked_for.looks)
    hits = next(filter(None, looks), None)
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


def _hits(text: str, looked_for: Looked, codes: tuple[str, ...], start: int) -> list[tuple[int, int, str]]:
    """Of a text that begins at `start`, where the first of the words begin and end, and by which key."""
    split = _split(text)
    keys = looked_for.keys_met(split.different, codes)
    if keys.keys().isdisjoint(split.different):
        return []
    met = [number for number, word in enumerate(split.words) if word in keys]
    return [
        (start + split.ends[2 * number], start + split.ends[2 * number + 1], keys[split.words[number]])
        for number in met[:_MOST_HITS]
    ]


@lru_cache(maxsize=256)
def _split(text: str) -> SplitText:
    """Kept: most questions are answered by the same pages, and to split their texts is most of a passage's work."""
    pieces = _WORDS_AND_BETWEEN.split(text)
    words = tuple(map(sys.intern, pieces[1::2]))  # texts share most of their words
    return SplitText(words, frozenset(words), array("i", accumulate(map(len, pieces))))


def words_met(text: str, sought: Sequence[Collection[str]], code: str) -> int:
    """How many of the words of a question (`Question.sought`) a short text has."""
    keys = {key for word in words_of(text) for key in found_by(word, [code])}
    return sum(not keys.isdisjoint(word) for word in sought)


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
