"""
Keys in `tsvector` columns, one for each place: of the title and of everything, and two that the database makes of it.

They are asked by a function of the database's (migration 0014), which reads the index whatever the planner expects.
"""

from collections.abc import Iterable, Sequence

from django.db import connection
from django.db.models import QuerySet

from site_core.search.index.documents import Document
from site_core.search.index.expressions import AllOf, AnyOf, Beginning, Expression, InThisOrder, Key
from site_core.search.index.found import Found, Place, different, entries_met
from site_core.search.index.words import IndexedWord

_LAST_POSITION = 16_383
_COLUMNS = {Place.TITLE: "title", Place.SUMMARY: "summary", Place.OWN: "own", Place.ANYWHERE: "everything"}
"""Each with its function, `site_core_met_in_<column>`."""
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
    Of each expression, `limit` entries at most that it is met in, in each of its places; one query. Which of
    more than those: the first that the database comes upon, the oldest unless they were written again.

    `only`: ids of pages; of what was met, entries of other pages are left out.
    """
    questions = different(asked)
    met = " UNION ALL ".join(
        f"SELECT {number} AS question, found FROM site_core_met_in_{_COLUMNS[place]}(%s::tsquery, %s) AS found"  # noqa: S608
        for number, (_wanted, place) in enumerate(questions)
    )
    values = [value for wanted, _place in questions for value in (_written(wanted), limit)]
    return entries_met(met, values, questions, only)


def _vector(*parts: list[IndexedWord]) -> str:
    """
    PostgreSQL's own notation: 'mowy':1A 'nienawisci':2A. Its parser, which would cut words its way, sees nothing.

    Every key bears the weight of its part, A to D from the title to the files.
    """
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


def _written(wanted: Expression) -> str:
    match wanted:
        case Key(text):
            return f"'{text}'"
        case Beginning(Key(text)):
            return f"'{text}':*"
        case InThisOrder(keys):
            return f"({' <-> '.join(map(_written, keys))})"
        case AllOf(parts):
            return f"({' & '.join(map(_written, parts))})"
        case AnyOf(parts):
            return f"({' | '.join(map(_written, parts))})"


# For who keeps keys in a table of Wagtail's (site_core.search.wagtail_index).
column_of, question_of = _vector, _written
