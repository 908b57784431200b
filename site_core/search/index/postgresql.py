"""Keys in two `tsvector` columns: of titles alone, which are few, and of everything."""

from collections.abc import Iterable, Sequence

from django.db import connection
from django.db.models import QuerySet

from site_core.search.index.documents import Document
from site_core.search.index.expressions import AllOf, AnyOf, Beginning, Expression, InThisOrder, Key
from site_core.search.index.found import Found, Place, entries_met
from site_core.search.index.words import IndexedWord

_LAST_POSITION = 16_383
_WEIGHTS = {Place.OWN: ":ABC", Place.SUMMARY: ":B"}
_POSITIONS_OF_A_KEY = 255


def write(entry_id: int, document: Document) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO site_core_searchkeys (entry_id, title, everything) VALUES (%s, %s::tsvector, %s::tsvector)"
            " ON CONFLICT (entry_id) DO UPDATE SET title = excluded.title, everything = excluded.everything",
            [entry_id, _vector(document.title), _vector(*document.parts)],
        )


def forget(entry_ids: Iterable[int]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM site_core_searchkeys WHERE entry_id = ANY(%s)", [list(entry_ids)])


def known(among: Sequence[int] | None = None) -> set[int]:
    """Entries that have keys: of these, or all."""
    with connection.cursor() as cursor:
        if among is None:
            cursor.execute("SELECT entry_id FROM site_core_searchkeys")
        else:
            cursor.execute(
                "SELECT entry_id FROM site_core_searchkeys WHERE entry_id = ANY(%s)", [list(among)]
            )
        return {entry_id for (entry_id,) in cursor.fetchall()}


def terms() -> set[str]:
    """Every key there is. Reads the whole index."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT word FROM ts_stat('SELECT everything FROM site_core_searchkeys')")
        return {term for (term,) in cursor.fetchall()}


def meet(
    asked: Sequence[tuple[Expression, Sequence[Place]]], limit: int, only: QuerySet | None = None
) -> list[Found]:
    """
    Of each expression, the oldest `limit` entries that it is met in, in each of its places; one query.

    `only`: ids of pages; of what was met, entries of other pages are left out.
    """
    questions = [(number, place, wanted) for number, (wanted, places) in enumerate(asked) for place in places]
    met = " UNION ALL ".join(
        f"(SELECT {number} AS part, entry_id AS found, {place.value} AS place FROM site_core_searchkeys"  # noqa: S608
        f" WHERE {'title' if place is Place.TITLE else 'everything'} @@ %s::tsquery ORDER BY entry_id LIMIT %s)"
        for number, place, _wanted in questions
    )
    return entries_met(
        met,
        [value for _number, place, wanted in questions for value in (_in_place(wanted, place), limit)],
        only,
    )


def _in_place(wanted: Expression, place: Place) -> str:
    """Every key bears the weight of its part, which stands behind the key: A to D, from the title to the files."""
    return _written(wanted, _WEIGHTS.get(place, ""))


def _vector(*parts: list[IndexedWord]) -> str:
    """PostgreSQL's own notation: 'mowy':1A 'nienawisci':2A. Its parser, which would cut words its way, sees nothing."""
    places: dict[str, list[str]] = {}
    position = 0
    for weight, words in zip("ABCD", parts, strict=False):
        for word in words:
            position = min(position + 1, _LAST_POSITION)
            for key in word.all_keys:
                of_key = places.setdefault(key, [])
                if len(of_key) < _POSITIONS_OF_A_KEY:
                    of_key.append(f"{position}{weight}")
        position = min(position + 1, _LAST_POSITION)  # no phrase reaches from one part into the next
    return " ".join(f"'{key}':{','.join(of_key)}" for key, of_key in places.items())


def _written(wanted: Expression, weight: str = "") -> str:
    match wanted:
        case Key(text):
            return f"'{text}'{weight}"
        case Beginning(Key(text)):
            return f"'{text}':*{weight.removeprefix(':')}"
        case InThisOrder(keys):
            return f"({' <-> '.join(_written(key, weight) for key in keys)})"
        case AllOf(parts):
            return f"({' & '.join(_written(part, weight) for part in parts)})"
        case AnyOf(parts):
            return f"({' | '.join(_written(part, weight) for part in parts)})"


# For who keeps keys in a table of Wagtail's (site_core.search.wagtail_index).
column_of, question_of = _vector, _written
