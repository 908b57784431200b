"""What templates show of a filter."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class FacetOption:
    value: str
    label: Any
    count: int
    checked: bool


@dataclass(frozen=True, slots=True)
class FacetGroup:
    """A facet as it is shown: equal for equal words and counts, so that its markup is made once (`{% fixed %}`)."""

    name: str
    label: Any
    options: tuple[FacetOption, ...]
    single: bool = False
    folded: bool = False

    @property
    def checked(self) -> int:
        """How many of its values are chosen."""
        return sum(option.checked for option in self.options)


@dataclass(frozen=True, slots=True)
class Chip:
    """A chosen value; `url` is the list without it."""

    label: Any
    url: str


@dataclass(frozen=True, slots=True)
class Retreat:
    """One question taken back: what was chosen in it, and how many pages `url`, the list without it, has."""

    label: str
    url: str
    count: int
