"""A word as the index takes it in."""

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
