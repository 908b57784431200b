"""Pages of a list, with addresses that keep the filters."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

from site_core.facets import Facets

PER_PAGE = 20


@dataclass(slots=True)
class Pager:
    """One page of a list; `previous_url` and `next_url` are empty at the ends."""

    page: Page
    previous_url: str
    next_url: str

    @property
    def number(self) -> int:
        return self.page.number

    @property
    def pages(self) -> int:
        return self.page.paginator.num_pages

    @property
    def total(self) -> int:
        return self.page.paginator.count


def pager(
    items: QuerySet | Sequence[Any], number: str | None, facets: Facets | None = None, query: str = ""
) -> Pager:
    """Any `number` a browser may send: what is no number is the first page, what is too large the last."""
    page = Paginator(items, PER_PAGE).get_page((number or "1")[:20])
    base = facets.query() if facets is not None else query

    def address(target: int) -> str:
        parts = [base] if base else []
        return "?" + "&".join([*parts, f"page={target}"])

    return Pager(
        page=page,
        previous_url=address(page.previous_page_number()) if page.has_previous() else "",
        next_url=address(page.next_page_number()) if page.has_next() else "",
    )
