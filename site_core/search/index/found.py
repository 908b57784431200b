"""What the index answers with."""

from typing import Any, NamedTuple
from uuid import UUID


class Found(NamedTuple):
    """An entry that fits. `fits`: the more the better, comparable within one answer only."""

    entry_id: int
    page_id: int
    translation_key: UUID
    language_code: str
    title: str
    fits: float


def found(row: tuple[Any, ...]) -> Found:
    """SQLite keeps a UUID as text."""
    entry_id, page_id, key, code, title, fits = row
    return Found(entry_id, page_id, key if isinstance(key, UUID) else UUID(key), code, title, float(fits))
