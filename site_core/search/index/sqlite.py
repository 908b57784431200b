"""Keys in an FTS5 table; a column for each part, a row for each entry."""

from collections.abc import Iterable, Sequence

from django.db import connection

from site_core.search.index.documents import Document, IndexedWord
from site_core.search.index.expressions import AllOf, AnyOf, Expression, InThisOrder, Key
from site_core.search.index.found import COLUMNS, Found, Place, found

# Keys are folded before they come here; the tokeniser is to leave й and ї alone.


def write(entry_id: int, document: Document) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM site_core_searchkeys WHERE rowid = %s", [entry_id])
        cursor.execute(
            "INSERT INTO site_core_searchkeys (rowid, title, summary, body, files) VALUES (%s, %s, %s, %s, %s)",
            [entry_id, *(_column(part) for part in document.parts)],
        )


def find(wanted: Expression, limit: int) -> list[Found]:
    """The first `limit` entries that all of it is met in."""
    return meet([wanted], limit, [Place.ANYWHERE])


def meet(parts: Sequence[Expression], limit: int, places: Sequence[Place] = tuple(Place)) -> list[Found]:
    """Of each part, the first `limit` entries that it is met in, in each of these places; one query."""
    columns = {Place.TITLE: "{title} : ", Place.SUMMARY: "{summary} : ", Place.ANYWHERE: ""}
    asked = [
        (number, place, columns[place] + _written(part))
        for number, part in enumerate(parts)
        for place in Place
    ]
    met = " UNION ALL ".join(
        f"SELECT * FROM (SELECT {number} AS part, rowid AS found, {place.value} AS place"  # noqa: S608
        " FROM site_core_searchkeys WHERE site_core_searchkeys MATCH %s LIMIT %s)"
        for number, place, _text in asked
    )
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT part, {COLUMNS}, place FROM ({met})"  # noqa: S608
            " JOIN site_core_searchentry AS entry ON entry.id = found",
            [value for _number, _place, text in asked for value in (text, limit)],
        )
        return [found(row) for row in cursor.fetchall()]


def _column(words: Iterable[IndexedWord]) -> str:
    """The words in their order, then what else they are found by, where it parts no phrase."""
    words = list(words)
    keys = (key for word in words for key in word.keys)
    return " ".join([*(word.folded for word in words), *keys])


def _written(wanted: Expression) -> str:
    match wanted:
        case Key(text, prefix):
            return f'"{text}"*' if prefix else f'"{text}"'
        case InThisOrder(keys):
            return f"({' + '.join(_written(key) for key in keys)})"
        case AllOf(parts):
            return f"({' AND '.join(map(_written, parts))})"
        case AnyOf(parts):
            return f"({' OR '.join(map(_written, parts))})"
