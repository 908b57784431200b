"""Elements that are left out, told as they stream by: alike for both families of formats."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

Attributes = dict[str, str]
"""By name, with its namespace before it, parted by a space; so are elements."""

_MOST_ANCESTORS = 20
PARAGRAPHS = frozenset({"p", "h"})


@dataclass(slots=True)
class Style:
    """`parent`: its key. `hides`: None where it says nothing of it."""

    parent: tuple[str, str]
    hides: bool | None = None


class Unseen(ABC):
    """
    `start` of each element and `end`: whether it is left out. Styles come before the parts that use them.

    `takes_back`: set where the element that has just started says that the paragraph around it is not seen, of which
    something may have been read. A document may have a million elements: what is done for each is little.
    """

    never_seen: ClassVar[frozenset[str]]
    remembered: ClassVar[frozenset[str]] = PARAGRAPHS | {"style"}
    """Elements of which something is known until they end."""

    def __init__(self) -> None:
        self.depth = self.left_out_at = 0
        self.left_out_whole = self.takes_back = False
        self.styles: dict[tuple[str, str], Style] = {}
        self.style: Style | None = None
        self.style_at = 0
        self.paragraphs_at: list[int] = []

    def start(self, name: str, local: str, attributes: Attributes) -> bool:
        self.depth += 1
        if self.left_out_at:
            return True
        if local in self.never_seen:
            self.left_out_at = self.depth
        else:
            self.look(name, local, attributes)
        if self.left_out_at:
            self.left_out_whole = self.left_out_at == self.depth
            return True
        if local in PARAGRAPHS:
            self.paragraphs_at.append(self.depth)
        return False

    def end(self, local: str) -> bool:
        """Not of an element that was read until something in it told that it is not seen."""
        depth = self.depth
        self.depth = depth - 1
        if self.left_out_at:
            if depth > self.left_out_at:
                return True
            self.left_out_at = 0
            if self.left_out_whole:
                return True
        if local in self.remembered:
            self.forget(depth)
        return False

    @abstractmethod
    def look(self, name: str, local: str, attributes: Attributes) -> None:
        """Set `left_out_at` to the depth of this element, or of one around it, where that is not seen."""

    def forget(self, depth: int) -> None:
        """What was remembered of the element that ends."""
        if depth == self.style_at:
            self.style, self.style_at = None, 0
        if self.paragraphs_at and depth == self.paragraphs_at[-1]:
            self.paragraphs_at.pop()

    def declare(self, family: str, name: str, parent: str) -> None:
        self.style = self.styles[family, name] = Style((family, parent))
        self.style_at = self.depth

    def hides(self, family: str, name: str) -> bool | None:
        """Whether a style does, or what it was made from."""
        key = family, name
        for _generation in range(_MOST_ANCESTORS):
            style = self.styles.get(key)
            if style is None:
                break
            if style.hides is not None:
                return style.hides
            key = style.parent
        return None


@lru_cache(maxsize=2_000)
def local_name(name: str) -> str:
    return name.rpartition(" ")[2]


def said(attributes: Attributes, wanted: str) -> str:
    """An attribute by its name without the namespace; empty where there is none."""
    return next((value for name, value in attributes.items() if local_name(name) == wanted), "")
