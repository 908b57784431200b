"""Choices that look free and are fixed by a seed."""

import hashlib
from collections.abc import Sequence
from typing import TypeVar

Choice = TypeVar("Choice")


class Dice:
    """Numbers from a seed: the same on every machine and in every Python, which `random` does not promise."""

    def __init__(self, seed: str) -> None:
        self._seed = seed
        self._rolls = 0

    def _roll(self) -> int:
        digest = hashlib.sha256(f"{self._seed}/{self._rolls}".encode()).digest()
        self._rolls += 1
        return int.from_bytes(digest[:6], "big")

    def between(self, low: int, high: int) -> int:
        """A whole number, both ends included. Raises ValueError where there is none."""
        if high < low:
            raise ValueError(f"no number from {low} to {high}")
        return low + self._roll() % (high - low + 1)

    def choose(self, options: Sequence[Choice]) -> Choice:
        return options[self._roll() % len(options)]

    def flip(self) -> bool:
        return bool(self._roll() % 2)
