"""What a reader has chosen in the facets of a list, and what it leaves of the list."""

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cached_property
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict

from site_core.bits import AtBits
from site_core.facets.asking import Facet, Question
from site_core.facets.index import FacetIndex, index_of
from site_core.facets.shown import Chip, FacetGroup, FacetOption, Retreat
from site_core.languages.lists import joined

MAX_VALUES = 30
NOT_COUNTED = FacetIndex((), (), (), {})


class Facets:
    """
    The facets of one list as one reader has set them. `keep` are other parameters of the list (`month`).

    `groups`, `found`, `whole` and `retreats` are known after `count` or `count_in`.
    """

    groups: list[FacetGroup]

    whole: int
    """How many pages the list has with nothing chosen."""

    total: int
    """How many of them the facets leave."""

    retreats: list[Retreat]
    """For a list that was left empty: each question whose taking back would show something."""

    def __init__(self, facets: Sequence[Facet], data: QueryDict, keep: dict[str, str] | None = None) -> None:
        self.facets = facets
        self.keep = keep or {}
        self.chosen = {facet.name: self._known_values(facet, data) for facet in facets}
        self.groups, self.retreats = [], []
        self.whole = self.total = self._left = 0
        self._index = NOT_COUNTED

    @cached_property
    def found(self) -> dict[UUID, int]:
        """
        The pages that the facets leave, in the order of the list: translation key, and the rank of the language that
        the page is in for this reader (`BasePageQuerySet.readable_in`).
        """
        rank_of = {}
        for rank, pages in enumerate(self._index.ranks):
            rank_of.update(dict.fromkeys(AtBits(self._index.keys, pages & self._left), rank))
        return {key: rank_of[key] for key in AtBits(self._index.keys, self._left)}

    @property
    def found_ids(self) -> Sequence[int]:
        """Their ids, to be cut into pages of a list: nothing is read of the pages after the one shown."""
        return AtBits(self._index.ids, self._left)

    def total_by_language(self, codes: Sequence[str]) -> dict[str, int]:
        """How many of the pages found are in each of the languages that the reader is shown."""
        counts = ((pages & self._left).bit_count() for pages in self._index.ranks)
        return {code: count for code, count in zip(codes, counts, strict=False) if count}

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
        """Counts in a list that `ask` puts questions to: two queries."""
        self.count_in(index_of(self.facets, ask))

    def count_in(self, index: FacetIndex) -> None:
        """
        Finds the pages, and every facet's values in use with how many pages each would leave.

        A facet's own choice does not narrow its own counts, so a reader sees what adding a value would bring. A facet
        whose every value leaves the same list asks nothing, and is left out.
        Counted here and not by the database: sixty conditional counts in one statement cost three times as much.
        """
        self.__dict__.pop("found", None)
        self._index = index
        self._left = self._having_chosen(self.facets)
        self.whole, self.total = len(index.ids), self._left.bit_count()
        self.groups, self.retreats = [], []
        for facet in self.facets:
            self._count_facet(facet)

    def _count_facet(self, facet: Facet) -> None:
        chosen, having = self.chosen[facet.name], self._index.having.get(facet.name, {})
        left = self._having_chosen(other for other in self.facets if other is not facet)
        number_left = left.bit_count()
        counts = (
            FacetOption(value, label, (having.get(value, 0) & left).bit_count(), value in chosen)
            for value, label in facet.options
        )
        options = tuple(option for option in counts if option.count or option.checked)
        group = FacetGroup(facet.name, facet.label, options, facet.single, facet.folded)
        if group.checked or any(option.count < number_left for option in group.options):
            self.groups.append(group)
        if group.checked and left and not self.total:
            self.retreats.append(self._without(facet, number_left))

    def _having_chosen(self, facets: Iterable[Facet]) -> int:
        """What these facets leave of all pages."""
        left = self._index.everything
        for facet in facets:
            if self.chosen[facet.name]:
                left &= self._index.having_any(facet.name, self.chosen[facet.name])
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
