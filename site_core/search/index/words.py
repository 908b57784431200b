"""A word as the index takes it in."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IndexedWord:
    """`keys` without the folded word itself, which it is found by as well. `language`: without its variety."""

    spelling: str
    folded: str
    keys: tuple[str, ...]
    language: str

    @property
    def all_keys(self) -> tuple[str, ...]:
        return (self.folded, *self.keys)


def in_a_row(words: Sequence[IndexedWord]) -> str:
    """The words in their order, then what else they are found by, where it parts no phrase."""
    return " ".join([*(word.folded for word in words), *(key for word in words for key in word.keys)])
