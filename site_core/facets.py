"""
Filters with counts, kept in the address.

Any of the values inside one facet, all facets together. Whatever stands in the address that is not a known value
is left out without a word: a shared, mistyped or hostile address still shows a list.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.http import QueryDict

from site_core.languages.lists import joined

MAX_VALUES = 30


def equal_or_among(value: str, stored: Any) -> bool:
    """Does a stored value, or list of codes, mean the option's value?"""
    return value in stored if isinstance(stored, list) else value == stored


@dataclass(frozen=True, slots=True)
class Facet:
    """
    One question of a filter. `options` are (value, label) pairs, `condition(values)` narrows pages in SQL.

    For its counts it says where the values are: in `columns` of the page, read by `matches(value, *stored)`, or in
    other tables, as `pairs(pages)` of page id and value.

    `single`: each value includes those before it ("up to 45 minutes"), so one is chosen. An old address with several
    means the last of them.
    """

    name: str
    label: Any
    options: Sequence[tuple[str, Any]]
    condition: Callable[[list[str]], Q]
    columns: tuple[str, ...] = ()
    matches: Callable[..., bool] = equal_or_among
    pairs: Callable[[QuerySet], Iterable[tuple[int, str]]] | None = None
    single: bool = False


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
    single: bool = False

    @property
    def checked(self) -> bool:
        return any(option.checked for option in self.options)


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


class Facets:
    """
    The facets of one list as one reader has set them. `keep` are other parameters of the list (`month`).

    `total` and `retreats` are known once the `groups` have been counted.
    """

    total: int = 0
    """How many pages the facets leave."""

    retreats: list[Retreat]
    """For a list that was left empty: each question whose taking back would show something."""

    def __init__(self, facets: Sequence[Facet], data: QueryDict, keep: dict[str, str] | None = None) -> None:
        self.facets = facets
        self.keep = keep or {}
        self.chosen = {facet.name: self._known_values(facet, data) for facet in facets}
        self.retreats = []

    @staticmethod
    def _known_values(facet: Facet, data: QueryDict) -> list[str]:
        asked = set(data.getlist(facet.name)[:MAX_VALUES])
        known = [value for value, _label in facet.options if value in asked]
        return known[-1:] if facet.single else known

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

        A facet's own choice does not narrow its own counts, so a reader sees what adding a value would bring. A facet
        whose every value leaves the same list asks nothing, and is left out.
        Counted here and not by the database: one narrow query, and one for each facet whose values lie in another
        table, cost a third of sixty conditional counts.
        """
        everything, members = self._members(pages)
        groups = []
        self.total = len(self._having_chosen(self.facets, members, everything))
        for facet in self.facets:
            others = [other for other in self.facets if other is not facet]
            left = self._having_chosen(others, members, everything)
            group = FacetGroup(facet.name, facet.label, single=facet.single)
            for value, label in facet.options:
                count = len(members[facet.name].get(value, set()) & left)
                checked = value in self.chosen[facet.name]
                if count or checked:
                    group.options.append(FacetOption(value, label, count, checked))
            if group.checked or any(option.count < len(left) for option in group.options):
                groups.append(group)
            if group.checked and left and not self.total:
                self.retreats.append(self._without(facet, len(left)))
        return groups

    def _members(self, pages: QuerySet) -> tuple[set[int], dict[str, dict[str, set[int]]]]:
        """Ids of all pages, and of those having each value of each facet."""
        members: dict[str, dict[str, set[int]]] = {facet.name: {} for facet in self.facets}
        columns = [column for facet in self.facets for column in facet.columns]
        rows = list(pages.order_by().values_list("pk", *columns))
        first = 1
        for facet in self.facets:
            stored = slice(first, first + len(facet.columns))
            first = stored.stop
            for value, _label in facet.options if facet.columns else ():
                members[facet.name][value] = {row[0] for row in rows if facet.matches(value, *row[stored])}
        for facet in self.facets:
            for page_id, value in facet.pairs(pages) if facet.pairs else ():
                members[facet.name].setdefault(value, set()).add(page_id)
        return {row[0] for row in rows}, members

    def _having_chosen(
        self, facets: Iterable[Facet], members: dict[str, dict[str, set[int]]], everything: set[int]
    ) -> set[int]:
        """Ids of the pages that these facets leave of all."""
        left = everything
        for facet in facets:
            if self.chosen[facet.name]:
                having = (members[facet.name].get(value, ()) for value in self.chosen[facet.name])
                left = left & set().union(*having)
        return left

    def _without(self, facet: Facet, count: int) -> Retreat:
        labels = dict(facet.options)
        chosen = self.chosen[facet.name]
        url = address(self.query(without=[(facet.name, value) for value in chosen]))
        return Retreat(joined(str(labels[value]) for value in chosen), url, count)

    def chips(self) -> list[Chip]:
        chips = []
        for facet in self.facets:
            labels = dict(facet.options)
            for value in self.chosen[facet.name]:
                chips.append(Chip(labels[value], address(self.query(without=[(facet.name, value)]))))
        return chips

    def query(self, without: Collection[tuple[str, str]] = (), **extra: str) -> str:
        """Query string of the list in a fixed order: one list, one address."""
        pairs = list(self.keep.items())
        for facet in self.facets:
            pairs += [(facet.name, v) for v in self.chosen[facet.name] if (facet.name, v) not in without]
        return urlencode([*pairs, *extra.items()])

    @property
    def clear_url(self) -> str:
        return address(urlencode(list(self.keep.items())))


def address(query: str) -> str:
    """Relative address of the same list; without a query it has no question mark either: one list, one address."""
    return f"?{query}" if query else "./"
