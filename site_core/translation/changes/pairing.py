"""Which old text became which new one, where one place of a page holds several: by order and likeness."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache

MOST_COMPARED = 400
"""Pairs of texts compared word by word; of more, the order alone decides."""


def paired(old: Sequence[str], now: Sequence[str]) -> dict[int, int]:
    """
    Places in `now` of texts that are not in `old`, each with the place in `old` of what stood there before.

    What was only moved is in both and in no pair. In a stretch that was rewritten as many are paired as there are, in
    order, the likest to each other; what is left over there is new, or gone.
    """
    pairs: dict[int, int] = {}
    moved = set(old) & set(now)
    for kind, i, j, k, m in SequenceMatcher(None, old, now, autojunk=False).get_opcodes():
        if kind == "replace":
            gone = [place for place in range(i, j) if old[place] not in moved]
            come = [place for place in range(k, m) if now[place] not in moved]
            pairs |= {
                come[new]: gone[first]
                for new, first in _in_order([old[place] for place in gone], [now[place] for place in come])
            }
    return pairs


def _in_order(gone: list[str], come: list[str]) -> list[tuple[int, int]]:
    """Pairs that do not cross, as many as there can be, together as like each other as they can be."""
    if not gone or not come:
        return []
    if len(gone) == len(come) or len(gone) * len(come) > MOST_COMPARED:
        return [(place, place) for place in range(min(len(gone), len(come)))]

    @cache
    def best(new: int, first: int) -> tuple[float, tuple[tuple[int, int], ...]]:
        """Of the texts from these places on. A pair counts for more than any likeness."""
        if new == len(come) or first == len(gone):
            return 0.0, ()
        rest, pairs = best(new + 1, first + 1)
        together = (rest + 1 + likeness(gone[first], come[new]), ((new, first), *pairs))
        return max(together, best(new + 1, first), best(new, first + 1), key=lambda found: found[0])

    return list(best(0, 0)[1])


def likeness(first: str, second: str) -> float:
    """Of 0 to 1, by words: shared letters make no two sentences alike."""
    return SequenceMatcher(None, first.split(), second.split(), autojunk=False).ratio()
