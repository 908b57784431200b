"""Keys in an FTS5 table; a column for each part, a row for each entry."""

import json
from collections.abc import Iterable, Sequence

from django.db import connection
from django.db.models import QuerySet

from site_core.search.index.documents import Document
from site_core.search.index.expressions import AllOf, AnyOf, Beginning, Expression, InThisOrder, Key
from site_core.search.index.found import Found, Place, different, entries_met
from site_core.search.index.words import in_a_row

_IN = {
    Place.TITLE: "{title} : ",
    Place.SUMMARY: "{summary} : ",
    Place.OWN: "{title summary body} : ",
    Place.ANYWHERE: "",
}


def write(entry_id: int, document: Document) -> None:
    forget([entry_id])
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO site_core_searchkeys (rowid, title, summary, body, files)"
            " VALUES (%s, %s, %s, %s, %s)",
            [entry_id, *(in_a_row(part) for part in document.parts)],
        )


def forget(entry_ids: Iterable[int]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(
            "DELETE FROM site_core_searchkeys WHERE rowid = %s", [[entry_id] for entry_id in entry_ids]
        )


def known(among: Sequence[int] | None = None) -> set[int]:
    """Entries that have keys: of these, or all."""
    with connection.cursor() as cursor:
        if among is None:
            cursor.execute("SELECT rowid FROM site_core_searchkeys")
        else:
            cursor.execute(
                "SELECT rowid FROM site_core_searchkeys WHERE rowid IN (SELECT value FROM json_each(%s))",
                [json.dumps(list(among))],
            )
        return {entry_id for (entry_id,) in cursor.fetchall()}


def terms() -> set[str]:
    """Every key there is. Reads the whole index."""
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.site_core_searchterms"
            " USING fts5vocab('main', 'site_core_searchkeys', 'row')"
        )
        cursor.execute("SELECT term FROM temp.site_core_searchterms")
        return {term for (term,) in cursor.fetchall()}


def meet(
    asked: Sequence[tuple[Expression, Sequence[Place]]], limit: int, only: QuerySet | None = None
) -> list[Found]:
    """
    Of each expression, the oldest `limit` entries that it is met in, in each of its places; one query.

    `only`: ids of pages; of what was met, entries of other pages are left out.
    """
    questions = different(asked)
    met = " UNION ALL ".join(
        f"SELECT * FROM (SELECT {number} AS question, rowid AS found"  # noqa: S608
        " FROM site_core_searchkeys WHERE site_core_searchkeys MATCH %s ORDER BY rowid LIMIT %s)"
        for number, _question in enumerate(questions)
    )
    values = [value for wanted, place in questions for value in (_IN[place] + _written(wanted), limit)]
    return entries_met(met, values, questions, only)


def _written(wanted: Expression) -> str:
    match wanted:
        case Key(text):
            return f'"{text}"'
        case Beginning(Key(text)):
            return f'"{text}" *'
        case InThisOrder(keys):
            return f"({' + '.join(_written(key) for key in keys)})"
        case AllOf(parts):
            return f"({' AND '.join(map(_written, parts))})"
        case AnyOf(parts):
            return f"({' OR '.join(map(_written, parts))})"


# For who keeps keys in a table of Wagtail's (site_core.search.wagtail_index).
column_of, question_of = in_a_row, _written
