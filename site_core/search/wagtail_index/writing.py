"""
Wagtail's index, filled with keys.

One column of it, for completion while typing, is all that the admin asks. The texts of pages are not written: readers
search an index of their own (`site_core.search.index`), and analysing a long page takes 40 ms, on every save.
"""

from collections.abc import Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import Model
from django.db.models.expressions import RawSQL
from wagtail.models import Locale
from wagtail.search.models import IndexEntry

from site_core.search.index.store import database_store
from site_core.search.wagtail_index.words import indexed_words


class KeysIndex:
    """Mixin of Wagtail's index for a database. What stands is not written again: a draft is saved every few seconds."""

    def add_items(self, model: type[Model], objs: Sequence[Any]) -> None:
        """Two queries at most for each call, and one for the languages."""
        codes = dict(Locale.objects.values_list("pk", "language_code")) if hasattr(model, "locale_id") else {}
        columns = {
            str(each.pk): database_store().column_of(indexed_words(each, _language(each, codes)))
            for each in objs
        }
        content_type = ContentType.objects.get_for_model(model, for_concrete_model=False)
        entries = IndexEntry.objects.filter(content_type=content_type, object_id__in=columns)
        standing = dict(entries.values_list("object_id", _as_written()))
        IndexEntry.objects.bulk_create(
            [
                IndexEntry(content_type=content_type, object_id=pk, **_columns(column))
                for pk, column in columns.items()
                if standing.get(pk) != column
            ],
            update_conflicts=True,
            unique_fields=["content_type", "object_id"],
            update_fields=list(_columns("")),
        )


class WithoutDowntime:
    """
    What `update_index` does before and after: nothing but to forget what is gone.

    Wagtail's own holds one transaction all the while, and ends by writing every row anew, for a measure of relevance
    that is not used here.
    """

    def __init__(self, index: Any) -> None:
        self.index = index

    def start(self) -> Any:
        self.index.delete_stale_entries()
        return self.index

    def finish(self) -> None:
        pass


def _language(found: Any, codes: dict[int, str]) -> str:
    return codes.get(getattr(found, "locale_id", None) or 0) or str(getattr(found, "language", ""))


def _as_written() -> str:
    """The column that can be compared: PostgreSQL writes a `tsvector` otherwise than it was given."""
    return "title_text" if connection.vendor == "postgresql" else "autocomplete"


def _columns(column: str) -> dict[str, Any]:
    if connection.vendor == "postgresql":
        vectors = {"autocomplete": column, "title": "", "body": ""}
        as_vectors = {name: RawSQL("%s::tsvector", [text]) for name, text in vectors.items()}
        return {**as_vectors, "title_text": column, "body_text": ""}
    return {"autocomplete": column, "title": "", "body": ""}
