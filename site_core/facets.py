"""
Filters with counts, kept in the address.

Any of the values inside one facet, all facets together. Whatever stands in the address that is not a known value
is left out without a word: a shared, mistyped or hostile address still shows a list.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.http import QueryDict

MAX_VALUES = 30


def equal_or_among(value: str, stored: Any) -> bool:
    """Does a stored value, or list of codes, mean the option's value?"""
    return value in stored if isinstance(stored, list) else value == stored


@dataclass(frozen=True, slots=True)
class Facet:
    """
    One question of a filter. `options` are (value, label) pairs, `condition(values)` narrows pages in SQL.

    For its counts it says where the values are: in a `column` of the page, read by `matches(value, stored)`, or in
    other tables, as `pairs(pages)` of page id and value.
    """

    name: str
    label: Any
    options: Sequence[tuple[str, Any]]
    condition: Callable[[list[str]], Q]
    column: str = ""
    matches: Callable[[str, Any], bool] = equal_or_among
    pairs: Callable[[QuerySet], Iterable[tuple[int, str]]] | None = None


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
        Every facet with its values in use and how many pages each would leave.

        A facet's own choice does not narrow its own counts, so a reader sees what adding a value would bring.
        Counted here and not by the database: one narrow query, and one for each facet whose values lie in another
        table, cost a third of sixty conditional counts.
        """
        members = self._members(pages)
        groups = []
        for facet in self.facets:
            left = self._left_by_others(facet, members)
            group = FacetGroup(facet.name, facet.label)
            for value, label in facet.options:
                having = members[facet.name].get(value, set())
                count = len(having if left is None else having & left)
                checked = value in self.chosen[facet.name]
                if count or checked:
                    group.options.append(FacetOption(value, label, count, checked))
            if group.options:
                groups.append(group)
        return groups

    def _members(self, pages: QuerySet) -> dict[str, dict[str, set[int]]]:
        """Ids of the pages having each value of each facet."""
        members: dict[str, dict[str, set[int]]] = {facet.name: {} for facet in self.facets}
        in_columns = [facet for facet in self.facets if facet.column]
        rows = list(pages.order_by().values_list("pk", *(facet.column for facet in in_columns)))
        for position, facet in enumerate(in_columns, start=1):
            for value, _label in facet.options:
                members[facet.name][value] = {row[0] for row in rows if facet.matches(value, row[position])}
        for facet in self.facets:
            for page_id, value in facet.pairs(pages) if facet.pairs else ():
                members[facet.name].setdefault(value, set()).add(page_id)
        return members

    def _left_by_others(self, facet: Facet, members: dict[str, dict[str, set[int]]]) -> set[int] | None:
        """Ids of the pages that the other facets leave; None where they leave all."""
        left: set[int] | None = None
        for other in self.facets:
            if other is not facet and self.chosen[other.name]:
                having = set().union(
                    *(members[other.name].get(value, ()) for value in self.chosen[other.name])
                )
                left = having if left is None else left & having
        return left

    def chips(self) -> list[Chip]:
        chips = []
        for facet in self.facets:
            labels = dict(facet.options)
            for value in self.chosen[facet.name]:
                chips.append(Chip(labels[value], address(self.query(without=(facet.name, value)))))
        return chips

    def query(self, without: tuple[str, str] | None = None, **extra: str) -> str:
        """Query string of the list in a fixed order: one list, one address."""
        pairs = list(self.keep.items())
        for facet in self.facets:
            pairs += [(facet.name, v) for v in self.chosen[facet.name] if (facet.name, v) != without]
        return urlencode([*pairs, *extra.items()])

    @property
    def clear_url(self) -> str:
        return address(urlencode(list(self.keep.items())))


def address(query: str) -> str:
    """Relative address of the same list; without a query it has no question mark either: one list, one address."""
    return f"?{query}" if query else "./"
