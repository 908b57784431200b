"""Keys in two `tsvector` columns: of titles alone, which are few and looked at first, and of everything."""

from collections.abc import Iterator, Sequence

from django.db import connection

from site_core.search.index.documents import Document, IndexedWord
from site_core.search.index.expressions import AllOf, AnyOf, Expression, InThisOrder, Key
from site_core.search.index.found import COLUMNS, Found, found

_WEIGHTS = "'{0.04, 0.1, 0.4, 1.0}'"
_LAST_POSITION = 16_383
_POSITIONS_OF_A_KEY = 255


def write(entry_id: int, document: Document) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO site_core_searchkeys (entry_id, title, everything) VALUES (%s, %s::tsvector, %s::tsvector)"
            " ON CONFLICT (entry_id) DO UPDATE SET title = excluded.title, everything = excluded.everything",
            [entry_id, _vector(document.title), _vector(*document.parts)],
        )


def find(wanted: Expression, limit: int) -> list[Found]:
    """The first `limit` entries that are met, and how well each fits."""
    asked = _written(wanted)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT 0, {COLUMNS}, false, ts_rank({_WEIGHTS}, everything, %s::tsquery, 1) FROM"  # noqa: S608
            " (SELECT entry_id AS found, everything FROM site_core_searchkeys"
            " WHERE everything @@ %s::tsquery LIMIT %s) AS met"
            " JOIN site_core_searchentry AS entry ON entry.id = found",
            [asked, asked, limit],
        )
        return [found(row) for row in cursor.fetchall()]


def meet(parts: Sequence[Expression], limit: int) -> list[Found]:
    """Of each part, the first `limit` entries that it is met in by their titles, and by anything; one query."""
    met = " UNION ALL ".join(
        f"(SELECT {number} AS part, entry_id AS found, {column == 'title'} AS in_title"  # noqa: S608
        f" FROM site_core_searchkeys WHERE {column} @@ %s::tsquery LIMIT %s)"
        for number in range(len(parts))
        for column in ("title", "everything")
    )
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT part, {COLUMNS}, in_title, 0 FROM ({met}) AS met"  # noqa: S608
            " JOIN site_core_searchentry AS entry ON entry.id = found",
            [value for part in parts for value in (_written(part), limit) * 2],
        )
        return [found(row) for row in cursor.fetchall()]


def _vector(*parts: list[IndexedWord]) -> str:
    """PostgreSQL's own notation: 'mowy':1A 'nienawisci':2A. Its parser, which would cut words its way, sees nothing."""
    places: dict[str, list[str]] = {}
    position = 0
    for weight, words in zip("ABCD", parts, strict=False):
        for word in words:
            position = min(position + 1, _LAST_POSITION)
            for key in (word.folded, *word.keys):
                of_key = places.setdefault(key, [])
                if len(of_key) < _POSITIONS_OF_A_KEY:
                    of_key.append(f"{position}{weight}")
        position = min(position + 1, _LAST_POSITION)  # no phrase reaches from one part into the next
    return " ".join(f"'{key}':{','.join(of_key)}" for key, of_key in places.items())


def _written(wanted: Expression) -> str:
    return "".join(_pieces(wanted))


def _pieces(wanted: Expression) -> Iterator[str]:
    match wanted:
        case Key(text, prefix):
            yield f"'{text}':*" if prefix else f"'{text}'"
        case InThisOrder(keys):
            yield f"({' <-> '.join(map(_written, keys))})"
        case AllOf(parts):
            yield f"({' & '.join(map(_written, parts))})"
        case AnyOf(parts):
            yield f"({' | '.join(map(_written, parts))})"
