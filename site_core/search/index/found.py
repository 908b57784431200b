"""What the index answers with."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from enum import Enum
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from site_core.search.index.expressions import Expression


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


def different(
    asked: Sequence[tuple[Expression, Sequence[Place]]],
) -> dict[tuple[Expression, Place], list[int]]:
    """What is to be looked up and where, each once, with the numbers of those that ask for it: of one word, two do."""
    questions: dict[tuple[Expression, Place], list[int]] = defaultdict(list)
    for number, (wanted, places) in enumerate(asked):
        for place in places:
            questions[wanted, place].append(number)
    return questions


def entries_met(
    met: str,
    values: Sequence[Any],
    questions: Mapping[tuple[Expression, Place], list[int]],
    only: QuerySet | None,
) -> list[Found]:
    """
    The entries of `met`, a query of number of a question, and id of an entry (`found`); one query.

    `only`: ids of the pages that the entries have to be of.
    """
    pages, of_pages = only.query.sql_with_params() if only is not None else ("", ())
    asked_by = [(place, parts) for (_wanted, place), parts in questions.items()]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT question, entry.id, translation_key, language_code, entry.title"  # noqa: S608
            f" FROM ({met}) AS met JOIN site_core_searchentry AS entry ON entry.id = found"
            + (f" WHERE entry.page_id IN ({pages})" if pages else ""),
            [*values, *of_pages],
        )
        return [
            Found(part, entry_id, _uuid(key), code, title, asked_by[number][0])
            for number, entry_id, key, code, title in cursor.fetchall()
            for part in asked_by[number][1]
        ]


@lru_cache(maxsize=4_096)
def _uuid(key: UUID | str) -> UUID:
    """SQLite keeps it as text. A page is met by several parts of a question, and by the next question."""
    return key if isinstance(key, UUID) else UUID(key)
