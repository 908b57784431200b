"""What the index answers with."""

from enum import Enum
from typing import Any, NamedTuple
from uuid import UUID

COLUMNS = "entry.id, translation_key, language_code, entry.title"


class Place(Enum):
    """Where in an entry."""

    ANYWHERE = 0
    SUMMARY = 1
    TITLE = 2


class Found(NamedTuple):
    """An entry that a part of a question is met in."""

    part: int
    entry_id: int
    translation_key: UUID
    language_code: str
    title: str
    place: Place


def found(row: tuple[Any, ...]) -> Found:
    """SQLite keeps a UUID as text, and no booleans."""
    part, entry_id, key, code, title, place = row
    key = key if isinstance(key, UUID) else UUID(key)
    return Found(part, entry_id, key, code, title, Place(place))
