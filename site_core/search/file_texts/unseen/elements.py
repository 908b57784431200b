"""Elements that are left out, told as they stream by: alike for both families of formats."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
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

    `takes_back`: whether the element that has just started says that the paragraph around it is not seen, of which
    something may have been read.
    """

    never_seen: ClassVar[frozenset[str]]

    def __init__(self) -> None:
        self.depth = self.left_out_at = 0
        self.left_out_whole = self.takes_back = False
        self.styles: dict[tuple[str, str], Style] = {}
        self.style: Style | None = None
        self.style_at = 0
        self.paragraphs_at: list[int] = []

    def start(self, name: str, attributes: Attributes) -> bool:
        self.depth += 1
        self.takes_back = False
        if self.left_out_at:
            return True
        local = local_name(name)
        if local in self.never_seen:
            self.left_out_at = self.depth
        else:
            self.look(local, name, attributes)
        self.left_out_whole = self.left_out_at == self.depth
        if local in PARAGRAPHS and not self.left_out_at:
            self.paragraphs_at.append(self.depth)
        return bool(self.left_out_at)

    def end(self) -> bool:
        """Not of an element that was read until something in it told that it is not seen."""
        depth = self.depth
        self.depth -= 1
        if self.left_out_at:
            if depth > self.left_out_at:
                return True
            self.left_out_at = 0
            if self.left_out_whole:
                return True
        self.ended(depth)
        return False

    @abstractmethod
    def look(self, local: str, name: str, attributes: Attributes) -> None:
        """Set `left_out_at` to the depth of this element, or of one around it, where that is not seen."""

    def ended(self, depth: int) -> None:
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


def local_name(name: str) -> str:
    return name.rpartition(" ")[2]


def said(attributes: Attributes, wanted: str) -> str:
    """An attribute by its name without the namespace; empty where there is none."""
    return next((value for name, value in attributes.items() if local_name(name) == wanted), "")
