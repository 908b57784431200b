"""The index of the database in use: `store().find(…)`."""

from types import ModuleType

from django.db import connection

from site_core.search.index import postgresql, sqlite


def store() -> ModuleType:
    """`write(entry_id, document)`, `find(wanted, limit)`, `meet(parts, limit)`; its table came with migration 0008."""
    return postgresql if connection.vendor == "postgresql" else sqlite
