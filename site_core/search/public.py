"""Which versions of pages a search may know of."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from site_core.languages.status import listed_pages

Versions = dict[tuple[UUID, str], int]
"""Ids of pages that everybody may read, by translation key and language."""


def public_pages() -> QuerySet:
    """Ids of all of them; for a subquery."""
    return listed_pages().filter(depth__gt=2).order_by().values("pk")


def public_versions(keys: Iterable[UUID]) -> Versions:
    """Of these pages, without home pages, which everybody finds; one query."""
    rows = listed_pages().filter(translation_key__in=set(keys), depth__gt=2)
    return {
        (key, code): pk
        for pk, key, code in rows.values_list("pk", "translation_key", "locale__language_code")
    }
