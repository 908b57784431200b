"""
Filters with counts, kept in the address.

Any of the values inside one facet, all facets together. Whatever stands in the address that is not a known value
is left out without a word: a shared, mistyped or hostile address still shows a list.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Q, QuerySet
from django.http import QueryDict

MAX_VALUES = 30


@dataclass(frozen=True, slots=True)
class Facet:
    """`condition(values)` narrows pages to those with any of the values; `options` are (value, label) pairs."""

    name: str
    label: Any
    options: Sequence[tuple[str, Any]]
    condition: Callable[[list[str]], Q]


def any_code(field: str) -> Callable[[list[str]], Q]:
    """Condition over a CodesField: any of the codes."""

    def condition(values: list[str]) -> Q:
        return reduce(or_, (Q(**{f"{field}__has": value}) for value in values))

    return condition


@dataclass(slots=True)
class FacetOption:
    value: str
    label: Any
    count: int
    checked: bool


@dataclass(slots=True)
class FacetGroup:
    name: str
    label: Any
    options: list[FacetOption] = field(default_factory=list)

    @property
    def checked(self) -> bool:
        return any(option.checked for option in self.options)


@dataclass(frozen=True, slots=True)
class Chip:
    """A chosen value; `url` is the list without it."""

    label: Any
    url: str


class Facets:
    """The facets of one list as one reader has set them. `keep` are other parameters of the list (`month`)."""

    def __init__(self, facets: Sequence[Facet], data: QueryDict, keep: dict[str, str] | None = None) -> None:
        self.facets = facets
        self.keep = keep or {}
        self.chosen = {facet.name: self._known_values(facet, data) for facet in facets}

    @staticmethod
    def _known_values(facet: Facet, data: QueryDict) -> list[str]:
        asked = set(data.getlist(facet.name)[:MAX_VALUES])
        return [value for value, _label in facet.options if value in asked]

    @property
    def any_chosen(self) -> bool:
        return any(self.chosen.values())

    @property
    def deep(self) -> bool:
        """More than one value: an address of its own for people, not one for search engines."""
        return sum(len(values) for values in self.chosen.values()) > 1

    def apply(self, pages: QuerySet) -> QuerySet:
        for facet in self.facets:
            if self.chosen[facet.name]:
                pages = pages.filter(facet.condition(self.chosen[facet.name]))
        return pages

    def groups(self, pages: QuerySet) -> list[FacetGroup]:
        """
        Every facet with its values in use and how many pages each would leave: one query for all of them.

        A facet's own choice does not narrow its own counts, so a reader sees what adding a value would bring.
        """
        counts = pages.order_by().aggregate(**self._counters())
        groups = []
        for facet in self.facets:
            group = FacetGroup(facet.name, facet.label)
            for position, (value, label) in enumerate(facet.options):
                count = counts[f"{facet.name}_{position}"]
                checked = value in self.chosen[facet.name]
                if count or checked:
                    group.options.append(FacetOption(value, label, count, checked))
            if group.options:
                groups.append(group)
        return groups

    def _counters(self) -> dict[str, Count]:
        counters = {}
        for facet in self.facets:
            others = Q()
            for other in self.facets:
                if other is not facet and self.chosen[other.name]:
                    others &= other.condition(self.chosen[other.name])
            for position, (value, _label) in enumerate(facet.options):
                counters[f"{facet.name}_{position}"] = Count(
                    "pk", filter=others & facet.condition([value]), distinct=True
                )
        return counters

    def chips(self) -> list[Chip]:
        chips = []
        for facet in self.facets:
            labels = dict(facet.options)
            for value in self.chosen[facet.name]:
                chips.append(Chip(labels[value], f"?{self.query(without=(facet.name, value))}"))
        return chips

    def query(self, without: tuple[str, str] | None = None, **extra: str) -> str:
        """Query string of the list in a fixed order: one list, one address."""
        pairs = list(self.keep.items())
        for facet in self.facets:
            pairs += [(facet.name, v) for v in self.chosen[facet.name] if (facet.name, v) != without]
        return urlencode([*pairs, *extra.items()])

    @property
    def clear_url(self) -> str:
        return f"?{urlencode(list(self.keep.items()))}"
