"""Polish typed without its own letters: what it may have been."""

from collections.abc import Callable, Collection, Iterator
from itertools import product
from math import prod

_MAY_STAND_FOR = {
    "a": "aą",
    "c": "cć",
    "e": "eę",
    "l": "lł",
    "n": "nń",
    "o": "oó",
    "s": "sś",
    "z": "zżź",
}
MOST_SPELLINGS = 384
"""Looking them all up takes 8 milliseconds. Words with more are long, and rarely need it."""


def with_its_letters(word: str, lemmas: Callable[[str], Collection[str]]) -> set[str]:
    """Lemmas of every word that is typed so on a keyboard without ą, ć, ę …: szkolach → szkoła."""
    if prod(len(_MAY_STAND_FOR.get(letter, letter)) for letter in word) > MOST_SPELLINGS:
        return set()
    return {lemma for spelling in _spellings(word) for lemma in lemmas(spelling)}


def _spellings(word: str) -> Iterator[str]:
    return map("".join, product(*(_MAY_STAND_FOR.get(letter, letter) for letter in word)))
