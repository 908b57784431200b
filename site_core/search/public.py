"""Which versions of pages a search may know of."""

import json
from collections.abc import Iterable
from uuid import UUID

from django.db.models import F, QuerySet, TextField

from site_core.dialects import IsListedKey
from site_core.languages.status import listed_pages
from site_core.prepared import prepared

Versions = dict[tuple[UUID, str], int]
"""Ids of pages that everybody may read, by translation key and language."""


def public_pages() -> QuerySet:
    """Ids of all of them; for a subquery."""
    return listed_pages().filter(depth__gt=2).order_by().values("pk")


def public_versions(keys: Iterable[UUID]) -> Versions:
    """Of these pages, without home pages, which everybody finds; one query."""
    rows = _versions(keys=json.dumps([key.hex for key in set(keys)]))
    return {(key, code): pk for pk, key, code in rows}


@prepared(keys=TextField())
def _versions(keys: str) -> QuerySet:
    pages = listed_pages().filter(IsListedKey(F("translation_key"), keys), depth__gt=2).order_by()
    return pages.values_list("pk", "translation_key", "locale__language_code")
