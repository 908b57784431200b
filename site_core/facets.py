"""
Filters with counts, kept in the address.

Any of the values inside one facet, all facets together. Whatever stands in the address that is not a known value
is left out without a word: a shared, mistyped or hostile address still shows a list.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import QuerySet, Value
from django.http import QueryDict

from site_core.languages.lists import joined

MAX_VALUES = 30
_NONE: frozenset[int] = frozenset()

Question = Callable[[QuerySet], QuerySet]
"""What is asked of the pages of a list. Equal for equal questions (a function, a frozen dataclass): its SQL is kept."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Question: id, translation key, rank of its language and these columns of every page, in the order of the list."""

    names: tuple[str, ...]

    def __call__(self, pages: QuerySet) -> QuerySet:
        return pages.values_list("pk", "translation_key", "reading_rank", *self.names)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Question: what several questions to other tables answer, with the name of the facet that asks it; one query."""

    questions: tuple[tuple[str, Question], ...]

    def __call__(self, pages: QuerySet) -> QuerySet:
        first, *others = (question(pages).annotate(facet=Value(name)) for name, question in self.questions)
        return first.union(*others, all=True)


def as_stored(stored: Any) -> Iterable[str]:
    """A column that holds one value, or a list of codes."""
    return stored if isinstance(stored, list) else (stored,)


@dataclass(frozen=True, slots=True)
class Facet:
    """
    One question of a filter. `options` are (value, label) pairs in the order they are shown.

    Where the values of a page are: in `columns` of its own, which `values(*stored)` turns into values; or `elsewhere`,
    in other tables, as Questions that give rows of a page's translation key and one value.

    `single`: each value includes those before it ("up to 45 minutes"), so one is chosen. An old address with several
    means the last of them. `folded`: out of sight until somebody unfolds it, or has chosen something in it.
    """

    name: str
    label: Any
    options: Sequence[tuple[str, Any]]
    columns: tuple[str, ...] = ()
    values: Callable[..., Iterable[str]] = as_stored
    elsewhere: tuple[Question, ...] = ()
    single: bool = False
    folded: bool = False

    def of_pages_with(self, link: str) -> "Facet":
        """The same question to a list of pages of any type; those of the type it is about have it behind `link`."""
        return replace(self, columns=tuple(f"{link}__{column}" for column in self.columns))


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


class Facets:
    """
    The facets of one list as one reader has set them. `keep` are other parameters of the list (`month`).

    `groups`, `found`, `whole` and `retreats` are known after `count`.
    """

    groups: list[FacetGroup]

    found: dict[UUID, int]
    """
    The pages that the facets leave, in the order of the list: translation key, and the rank of the language that the
    page is in for this reader (`BasePageQuerySet.readable_in`).
    """

    whole: int
    """How many pages the list has with nothing chosen."""

    retreats: list[Retreat]
    """For a list that was left empty: each question whose taking back would show something."""

    def __init__(self, facets: Sequence[Facet], data: QueryDict, keep: dict[str, str] | None = None) -> None:
        self.facets = facets
        self.keep = keep or {}
        self.chosen = {facet.name: self._known_values(facet, data) for facet in facets}
        self.groups = []
        self.found = {}
        self.whole = 0
        self.retreats = []

    @property
    def total(self) -> int:
        return len(self.found)

    def total_by_language(self, codes: Sequence[str]) -> dict[str, int]:
        """How many of the pages found are in each of the languages that the reader is shown."""
        return {codes[rank]: count for rank, count in Counter(self.found.values()).items()}

    @staticmethod
    def _known_values(facet: Facet, data: QueryDict) -> list[str]:
        asked = set(data.getlist(facet.name)[:MAX_VALUES])
        known = [value for value, _label in facet.options if value in asked]
        return known[-1:] if facet.single else known

    @property
    def number_chosen(self) -> int:
        return sum(len(values) for values in self.chosen.values())

    @property
    def any_chosen(self) -> bool:
        return self.number_chosen > 0

    @property
    def deep(self) -> bool:
        """More than one value: an address of its own for people, not one for search engines."""
        return self.number_chosen > 1

    def count(self, ask: Callable[[Question], Iterable[tuple]]) -> None:
        """
        Finds the pages, and every facet's values in use with how many pages each would leave. `ask` puts a question to
        the list.

        A facet's own choice does not narrow its own counts, so a reader sees what adding a value would bring. A facet
        whose every value leaves the same list asks nothing, and is left out.
        Counted here and not by the database: one narrow query, and one for all that lies in other tables, cost a third
        of sixty conditional counts. They are the same whatever is chosen, so their SQL is written once
        (`site_core.prepared`).
        """
        rows, members = self._members(ask)
        everything = {row[0] for row in rows}
        self.whole = len(everything)
        found = self._having_chosen(self.facets, members, everything)
        self.found = {row[1]: row[2] for row in rows if row[0] in found}
        for facet in self.facets:
            chosen = self.chosen[facet.name]
            others = [other for other in self.facets if other is not facet]
            left = self._having_chosen(others, members, everything)
            counts = (
                FacetOption(value, label, len(members[facet.name].get(value, _NONE) & left), value in chosen)
                for value, label in facet.options
            )
            options = tuple(option for option in counts if option.count or option.checked)
            group = FacetGroup(facet.name, facet.label, options, facet.single, facet.folded)
            if group.checked or any(option.count < len(left) for option in group.options):
                self.groups.append(group)
            if group.checked and left and not self.total:
                self.retreats.append(self._without(facet, len(left)))

    def _members(
        self, ask: Callable[[Question], Iterable[tuple]]
    ) -> tuple[list[tuple], dict[str, dict[str, set[int]]]]:
        """Rows of all pages (id, translation key, rank, ...), and the ids of those having each value of each facet."""
        rows = list(ask(Columns(tuple(column for facet in self.facets for column in facet.columns))))
        members: dict[str, dict[str, set[int]]] = {facet.name: {} for facet in self.facets}
        first = 3
        for facet in self.facets:
            having, stored = members[facet.name], slice(first, first + len(facet.columns))
            first = stored.stop
            for row in rows if facet.columns else ():
                # Of a list of all types, most pages have no such column.
                if any(value is not None for value in row[stored]):
                    for value in facet.values(*row[stored]):
                        having.setdefault(value, set()).add(row[0])
        page_of = {row[1]: row[0] for row in rows}
        questions = tuple((facet.name, question) for facet in self.facets for question in facet.elsewhere)
        for key, value, name in ask(Elsewhere(questions)) if questions and rows else ():
            if key in page_of:
                members[name].setdefault(value, set()).add(page_of[key])
        return rows, members

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
