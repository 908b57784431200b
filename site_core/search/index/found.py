"""What the index answers with."""

from collections.abc import Sequence
from enum import Enum
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet


class Place(Enum):
    """Where in an entry: anywhere, which includes its files; in what the page itself says; in a part of that."""

    ANYWHERE = 0
    OWN = 1
    SUMMARY = 2
    TITLE = 3


class Found(NamedTuple):
    """An entry that a part of a question is met in."""

    part: int
    entry_id: int
    translation_key: UUID
    language_code: str
    title: str
    place: Place


def entries_met(met: str, values: Sequence[Any], only: QuerySet | None) -> list[Found]:
    """
    The entries of `met`, a query of part, id of an entry (`found`), and place; one query.

    `only`: ids of the pages that the entries have to be of.
    """
    pages, of_pages = only.query.sql_with_params() if only is not None else ("", ())
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT part, entry.id, translation_key, language_code, entry.title, place"  # noqa: S608
            f" FROM ({met}) AS met JOIN site_core_searchentry AS entry ON entry.id = found"
            + (f" WHERE entry.page_id IN ({pages})" if pages else ""),
            [*values, *of_pages],
        )
        return [_found(row) for row in cursor.fetchall()]


def _found(row: tuple[Any, ...]) -> Found:
    """SQLite keeps a UUID as text."""
    part, entry_id, key, code, title, place = row
    key = key if isinstance(key, UUID) else UUID(key)
    return Found(part, entry_id, key, code, title, Place(place))
