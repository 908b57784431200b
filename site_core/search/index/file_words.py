"""The words of a file, and where they stand in its text."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice

from site_core.search.analysis.analysers import (
    LANGUAGES_SEARCHED,
    analyser_of,
    keys_of,
    languages_of_script,
)
from site_core.search.analysis.folding import fold
from site_core.search.analysis.words import WORD_SHOWN, words_of
from site_core.search.index.words import IndexedWord

MOST_WORDS_OF_A_FILE = 4_000
MOST_WORDS_OF_FILES = 8_000
"""Of all that a page offers: the longest make room for one another."""
MOST_WORDS = 16_000
"""Of a page and its files: PostgreSQL counts no further, and both databases are to find the same."""
MOST_PLACES = 5
"""Of one key in one file."""


class FileWords:
    """Of the text of a file in one language or two. Only what there is room for in the end is analysed."""

    def __init__(self, text: str, codes: Sequence[str]) -> None:
        self.codes = codes
        self._met = list(islice(_words_and_places(text), MOST_WORDS_OF_A_FILE))

    def __len__(self) -> int:
        return len(self._met)

    def cut(self, most: int) -> None:
        del self._met[most:]

    @cached_property
    def words(self) -> list[IndexedWord]:
        """After `cut`."""
        return [self._analysed(word) for word, _place in self._met]

    @property
    def places(self) -> dict[str, list[int]]:
        """By key, where its first words begin."""
        places: dict[str, list[int]] = defaultdict(list)
        for word, (_spelling, place) in zip(self.words, self._met, strict=True):
            for key in word.all_keys:
                if len(places[key]) < MOST_PLACES:
                    places[key].append(place)
        return dict(places)

    def _analysed(self, word: str) -> IndexedWord:
        codes = self._codes_of(word)
        keys = tuple(sorted({key for code in codes for key in keys_of(word, code)}))
        return IndexedWord(word, fold(word), keys, codes[0].split("-")[0])

    def _codes_of(self, word: str) -> Sequence[str]:
        """Of a file in two languages, those that the word may be in by its letters; best first, by dictionary."""
        if len(self.codes) == 1:
            return self.codes
        script = languages_of_script(word)
        codes = [
            code
            for code in self.codes
            if (language := code.split("-")[0]) in script or language not in LANGUAGES_SEARCHED
        ]
        return sorted(codes or self.codes, key=lambda code: not analyser_of(code).knows(word))


def _words_and_places(text: str) -> Iterator[tuple[str, int]]:
    for found in WORD_SHOWN.finditer(text):
        for word in words_of(found.group()):
            if fold(word).isalnum():
                yield word, found.start()


def room_for(lengths: Sequence[int], taken: int) -> list[int]:
    """Of so many words each, how many are taken in: of short files all, of long ones alike many."""
    left = max(min(MOST_WORDS_OF_FILES, MOST_WORDS - taken), 0)
    rooms = [0] * len(lengths)
    for done, number in enumerate(sorted(range(len(lengths)), key=lambda number: lengths[number])):
        rooms[number] = min(lengths[number], left // (len(lengths) - done))
        left -= rooms[number]
    return rooms
