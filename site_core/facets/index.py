"""Which pages of a list have which values: all that counting needs, in one object that nothing changes."""

import json
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet, TextField
from wagtail.models import Page

from site_core.bits import bits_at
from site_core.dialects import IsListed
from site_core.facets.asking import Columns, Elsewhere, Facet, Question
from site_core.prepared import prepared

Places = dict[Hashable, list[int]]
"""By value of a facet: where in the list the pages are that have it. A place may come twice."""


@dataclass(frozen=True, slots=True)
class FacetIndex:
    """
    Pages in the order of their list: ids and translation keys; and sets of their places (`site_core.bits`).

    `ranks`: for each rank, in its place, the pages whose language has it for this reader. `having`: by facet, then by
    value, the pages that have it.
    """

    ids: Sequence[int]
    keys: Sequence[UUID]
    ranks: Sequence[int]
    having: Mapping[str, Mapping[Hashable, int]]

    @property
    def everything(self) -> int:
        return (1 << len(self.ids)) - 1

    def having_any(self, facet: str, values: Iterable[Hashable]) -> int:
        """Pages that have any of these values."""
        having, found = self.having.get(facet, {}), 0
        for value in values:
            found |= having.get(value, 0)
        return found


def index_of(facets: Sequence[Facet], ask: Callable[[Question], Iterable[tuple]]) -> FacetIndex:
    """
    The index of a list for these facets; `ask` puts a question to the list.

    One narrow row of each page; a second query, by their ids, for all that lies in other tables. Both are the same
    whatever is chosen, so their SQL is written once (`site_core.prepared`).
    """
    rows = list(ask(Columns(tuple(column for facet in facets for column in facet.columns))))
    places: dict[str, Places] = {facet.name: {} for facet in facets}
    first = 3
    for facet in facets:
        if facet.columns:
            last = first + len(facet.columns)
            _place_columns(facet, [row[first:last] for row in rows], places[facet.name])
            first = last
    _place_elsewhere(facets, rows, places)
    ranks: dict[int, list[int]] = {}
    for place, row in enumerate(rows):
        ranks.setdefault(row[2], []).append(place)
    length = len(rows)
    return FacetIndex(
        ids=tuple(row[0] for row in rows),
        keys=tuple(row[1] for row in rows),
        ranks=tuple(bits_at(ranks.get(rank, ()), length) for rank in range(max(ranks, default=-1) + 1)),
        having={
            name: {value: bits_at(found, length) for value, found in of_facet.items()}
            for name, of_facet in places.items()
        },
    )


def _place_columns(facet: Facet, stored: Iterable[Sequence[Any]], places: Places) -> None:
    """What columns hold is turned into values once for all pages that hold the same: there are few combinations."""
    alike: dict[tuple, list[int]] = {}
    for place, columns in enumerate(stored):
        known = tuple(tuple(one) if type(one) is list else one for one in columns)
        alike.setdefault(known, []).append(place)
    for known, found in alike.items():
        # Of a list of all types, most pages have no such column.
        if any(value is not None for value in known):
            for value in facet.values(*known):
                places.setdefault(value, []).extend(found)


def _place_elsewhere(
    facets: Iterable[Facet],
    rows: Sequence[tuple],
    places: Mapping[str, Places],
) -> None:
    questions = tuple((facet.name, question) for facet in facets for question in facet.elsewhere)
    if questions and rows:
        place_of = {row[1].hex: place for place, row in enumerate(rows)}
        ids = json.dumps([row[0] for row in rows])
        for value, keys, name in _elsewhere(Elsewhere(questions), ids=ids):
            known = (place_of[key] for key in (keys or "").split(",") if key in place_of)
            places[name].setdefault(value, []).extend(known)


@prepared(ids=TextField())
def _elsewhere(question: Question, ids: str) -> QuerySet:
    """`ids`: one value, a list in JSON; a database takes only so many values."""
    return question(Page.objects.filter(IsListed(F("pk"), ids)).order_by())
