"""The index in use: `store().meet(…)`."""

from types import ModuleType

from django.conf import settings
from django.db import connection

from site_core.search.index import postgresql, sqlite
from site_core.search.index.cluster import keys as cluster


def store() -> ModuleType:
    """
    Of readers' search: `write`, `forget`, `known`, `terms`, `meet`.

    In the cluster of `SEARCH_URL`, where there is one, and then each may raise SearchUnavailable.
    """
    return cluster if settings.SEARCH_CLUSTER else database_store()


def database_store() -> ModuleType:
    """
    In the database in use; its table came with a migration.

    Besides, `column_of` words and `question_of` an expression: in the database's own notation.
    """
    return postgresql if connection.vendor == "postgresql" else sqlite
