"""What is looked for, in words of neither database."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Key:
    """A folded word or a key of `keys_of`: letters and digits only."""

    text: str

    def __post_init__(self) -> None:
        if not self.text.isalnum():
            raise ValueError(f"not a key: {self.text!r}")


@dataclass(frozen=True, slots=True)
class Beginning:
    """Of a folded word: what somebody has typed of it so far."""

    of: Key


@dataclass(frozen=True, slots=True)
class InThisOrder:
    """One right after the other."""

    keys: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class AllOf:
    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    parts: tuple[Expression, ...]


Expression = Key | Beginning | InThisOrder | AllOf | AnyOf


def any_of(parts: list[Expression]) -> Expression:
    return parts[0] if len(parts) == 1 else AnyOf(tuple(parts))


def all_of(parts: list[Expression]) -> Expression:
    return parts[0] if len(parts) == 1 else AllOf(tuple(parts))
