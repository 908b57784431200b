"""Of a page that was found: the passage that answers, with the words marked that were looked for."""

import re
import sys
from array import array
from collections.abc import Collection, Iterable, Sequence, Set
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
_MOST_KNOWN = 20_000
"""Words, in all languages: some eight megabytes, and as much again for as long as one question is answered."""


_WORDS_AND_BETWEEN = re.compile(f"({WORD_SHOWN.pattern})")
"""Splits a text so that every second piece is a word."""


class Piece(NamedTuple):
    text: str
    marked: bool = False


class KnownWords:
    """
    Words of the texts read last that are in the same languages, as they are shown, by all they are found by.

    A question has some ten keys, twenty texts have thousands of words: those are looked at once, and not for each
    question.
    """

    def __init__(self) -> None:
        self.words: set[str] = set()
        self._by_key: dict[str, list[str]] = {}

    def learn(self, words: Set[str], codes: tuple[str, ...]) -> None:
        for shown in words - self.words:
            for key in set(_keys(shown, codes)):
                self._by_key.setdefault(key, []).append(shown)
        self.words |= words

    def found_by(self, keys: Iterable[str]) -> set[str]:
        return {shown for key in keys for shown in self._by_key.get(key, ())}


class SplitText(NamedTuple):
    """`ends`: of what stands before the first word, of that word, of what stands before the second, and so on."""

    words: tuple[str, ...]
    different: frozenset[str]
    ends: Sequence[int]
    known: KnownWords


class Looked:
    """What is looked for in texts: of each word of a question, folded words and keys (`Question.sought`)."""

    def __init__(self, sought: Sequence[Collection[str]]) -> None:
        self._wanted = frozenset(key for keys in sought for key in keys)
        # Where the beginning of a text has the only word, it need not be looked for further down.
        self.looks = (_LOOKED_AT_FIRST, _LOOKED_AT) if len(sought) == 1 else (_LOOKED_AT,)

    def keys_met(self, split: SplitText, codes: tuple[str, ...]) -> dict[str, str]:
        """Of the words of a text, as they are shown, those that are looked for, and by which key."""
        met = split.known.found_by(self._wanted) & split.different
        return {shown: next(key for key in _keys(shown, codes) if key in self._wanted) for shown in met}


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
    split = _split(text, codes)
    keys = looked_for.keys_met(split, codes)
    if not keys:
        return []
    met = [number for number, word in enumerate(split.words) if word in keys]
    return [
        (start + split.ends[2 * number], start + split.ends[2 * number + 1], keys[split.words[number]])
        for number in met[:_MOST_HITS]
    ]


@lru_cache(maxsize=256)
def _split(text: str, codes: tuple[str, ...]) -> SplitText:
    """Kept: most questions are answered by the same pages, and to split their texts is most of a passage's work."""
    pieces = _WORDS_AND_BETWEEN.split(text)
    words = tuple(map(sys.intern, pieces[1::2]))  # texts share most of their words
    different, known = frozenset(words), _known(codes)
    known.learn(different, codes)
    return SplitText(words, different, array("i", accumulate(map(len, pieces))), known)


_known_words: dict[tuple[str, ...], KnownWords] = {}


def _known(codes: tuple[str, ...]) -> KnownWords:
    """Begun anew when there are too many, with the texts: each holds on to those that it was split with."""
    if sum(len(known.words) for known in list(_known_words.values())) > _MOST_KNOWN:
        _known_words.clear()
        _split.cache_clear()
    return _known_words.setdefault(codes, KnownWords())


def words_met(text: str, sought: Sequence[Collection[str]], code: str) -> int:
    """How many of the words of a question (`Question.sought`) a short text has."""
    keys = {key for word in words_of(text) for key in found_by(word, [code])}
    return sum(not keys.isdisjoint(word) for word in sought)


@lru_cache(maxsize=1_000)
def _keys(shown: str, codes: tuple[str, ...]) -> tuple[str, ...]:
    """All that a word of a text is found by."""
    return tuple(key for word in words_of(shown[:_LONGEST_SHOWN]) for key in found_by(word, codes))


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
