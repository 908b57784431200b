"""Pages as plain rows: what furniture and links need of them, without making objects of whole pages."""

from collections.abc import Iterable
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import QuerySet, Value

from site_core.languages.addresses import address_below_home, reading_address
from site_core.querysets import with_restriction

HOME_DEPTH = 2
"""Depth of the home pages in the tree, right below its root."""

_COLUMNS = (
    "id",
    "path",
    "depth",
    "title",
    "url_path",
    "translation_key",
    "content_type_id",
    "live",
    "show_in_menus",
    "alias_of_id",
)


class PageRow(NamedTuple):
    """
    A page as its row says it stands.

    A page object has fifty fields and, with its locale, costs a hundred times what a tuple costs; a page shown to a
    reader looks at thirty of its neighbours and needs these facts only.
    """

    pk: int
    path: str
    depth: int
    title: str
    url_path: str
    translation_key: UUID
    content_type_id: int
    live: bool
    show_in_menus: bool
    alias_of_id: int | None
    language_code: str
    is_restricted: bool

    @property
    def slug(self) -> str:
        """Last part of the address; of a home page one that no reader ever sees."""
        return self.url_path.rsplit("/", 2)[1]

    @property
    def address(self) -> str:
        """Where the page is true: under its own language."""
        return address_below_home(self.language_code, self.url_path)

    def address_for(self, code: str) -> str:
        """Where a reader of `code` is led to it (`reading_address`)."""
        return reading_address(code, self.language_code, self.url_path)

    @property
    def is_public(self) -> bool:
        """May every anonymous reader see it?"""
        return self.live and self.alias_of_id is None and not self.is_restricted


def row_values(pages: QuerySet, *more: str) -> QuerySet:
    """The queryset narrowed to the facts of a row and these columns after them, in its own order."""
    return with_restriction(pages).values_list(*_COLUMNS, "locale__language_code", "is_restricted", *more)


def open_row_values(pages: QuerySet, *more: str) -> QuerySet:
    """The same of pages that are known to be open to all."""
    open_to_all = pages.annotate(is_restricted=Value(False))
    return open_to_all.values_list(*_COLUMNS, "locale__language_code", "is_restricted", *more)


def page_rows(values: Iterable[tuple[Any, ...]]) -> list[PageRow]:
    """Rows of what a queryset of `row_values` gives."""
    return [PageRow._make(row) for row in values]


def rows_and_more(values: Iterable[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """The same where it gives more columns: each row, and what stands after it."""
    end = len(PageRow._fields)
    return [(PageRow._make(row[:end]), *row[end:]) for row in values]
