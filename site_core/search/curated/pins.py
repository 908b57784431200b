"""Pinned pages, as questions meet them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from site_core.models import PinnedPage
from site_core.search.asking.asked_words import AskedWord, analysed_words

MOST_PINS = 500
MOST_FOR_A_QUESTION = 3

Keys = frozenset[str]


@dataclass(frozen=True, slots=True)
class Pin:
    """`words`: of each word of the pin's question, all it is found by."""

    translation_key: UUID
    language_code: str
    words: tuple[Keys, ...]
    reason: str


def pin_of(row: PinnedPage) -> Pin:
    words = words_of_pin(row.question, row.language_code)
    return Pin(row.translation_key, row.language_code, words, row.reason)


def words_of_pin(question: str, language_code: str) -> tuple[Keys, ...]:
    """Empty where the search would look for nothing."""
    return tuple(frozenset(word.all_keys) for word in analysed_words(question, language_code))


def pinned_to(pins: Iterable[Pin], asked: Sequence[AskedWord], language_code: str) -> list[Pin]:
    """Those of the pins that are for these words: as many, in any form and order."""
    words = [word.all_keys for word in asked]
    return [pin for pin in pins if pin.language_code == language_code and same_words(pin.words, words)]


def same_words(some: Sequence[Keys], others: Sequence[Iterable[str]]) -> bool:
    left = list(others)
    if not left or len(some) != len(left):
        return False
    for keys in some:
        met = next((at for at, other in enumerate(left) if not keys.isdisjoint(other)), None)
        if met is None:
            return False
        del left[met]
    return True
