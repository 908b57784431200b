"""Keys in two `tsvector` columns: of titles alone, which are few and looked at first, and of everything."""

from collections.abc import Sequence

from django.db import connection

from site_core.search.index.documents import Document, IndexedWord
from site_core.search.index.expressions import AllOf, AnyOf, Expression, InThisOrder, Key
from site_core.search.index.found import COLUMNS, Found, Place, found

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
    """The first `limit` entries that all of it is met in."""
    return meet([wanted], limit, [Place.ANYWHERE])


def meet(parts: Sequence[Expression], limit: int, places: Sequence[Place] = tuple(Place)) -> list[Found]:
    """Of each part, the first `limit` entries that it is met in, in each of these places; one query."""
    asked = [(number, place, _in_place(part, place)) for number, part in enumerate(parts) for place in places]
    met = " UNION ALL ".join(
        f"(SELECT {number} AS part, entry_id AS found, {place.value} AS place"  # noqa: S608
        f" FROM site_core_searchkeys WHERE {'title' if place is Place.TITLE else 'everything'} @@ %s::tsquery LIMIT %s)"
        for number, place, _text in asked
    )
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT part, {COLUMNS}, place FROM ({met}) AS met"  # noqa: S608
            " JOIN site_core_searchentry AS entry ON entry.id = found",
            [value for _number, _place, text in asked for value in (text, limit)],
        )
        return [found(row) for row in cursor.fetchall()]


def _in_place(part: Expression, place: Place) -> str:
    """Every key of a summary bears its weight, which stands behind the key."""
    return _written(part, "B" if place is Place.SUMMARY else "")


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


def _written(wanted: Expression, weight: str = "") -> str:
    match wanted:
        case Key(text, prefix):
            suffix = ("*" if prefix else "") + weight
            return f"'{text}':{suffix}" if suffix else f"'{text}'"
        case InThisOrder(keys):
            return f"({' <-> '.join(_written(key, weight) for key in keys)})"
        case AllOf(parts):
            return f"({' & '.join(_written(part, weight) for part in parts)})"
        case AnyOf(parts):
            return f"({' | '.join(_written(part, weight) for part in parts)})"
