"""The index of the database in use: `store().meet(…)`."""

from types import ModuleType

from django.db import connection

from site_core.search.index import postgresql, sqlite


def store() -> ModuleType:
    """
    `write`, `forget`, `known`, `terms`, `meet`; its table came with a migration.

    `column_of` words and `question_of` an expression: in the database's own notation.
    """
    return postgresql if connection.vendor == "postgresql" else sqlite
