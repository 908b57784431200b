"""
Rows that a page has in all its languages at once: dates of an event, files of a resource (ADR 2).

They stand on the version in the source language. What readers see comes from there and only once it is public: Wagtail
writes the rows of a draft straight to the database, so a row of any other version would be public before anybody
approved it.
"""

from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from wagtail.models import Page


def of_public_source(rows: QuerySet) -> QuerySet:
    """Of rows with a `page`: those that stand where they belong, on a published page of the source language."""
    return rows.filter(
        page__live=True, page__alias_of__isnull=True, page__locale__language_code=settings.LANGUAGE_CODE
    )


def holds_shared_rows(page: Page) -> bool:
    """Is this the version that the shared rows stand on?"""
    return page.locale_id is None or page.locale.language_code == settings.LANGUAGE_CODE


def rows_in_hand(page: Page, relation: str) -> list[Any] | None:
    """The rows being edited, for a preview of the version that holds them; None for a page as readers see it."""
    if relation not in getattr(page, "_cluster_related_objects", {}) or not holds_shared_rows(page):
        return None
    return list(getattr(page, relation).all())
