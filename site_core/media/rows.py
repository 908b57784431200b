"""Files as plain rows: what offering one needs of it, without making the object of a whole document."""

import posixpath
from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple

from django.db.models import BigAutoField, QuerySet
from django.urls import reverse
from wagtail.documents import get_document_model

from site_core.prepared import prepared


class DocumentRow(NamedTuple):
    """
    A document as its row says it is; `file` is its path in the storage, `file_size` in bytes.

    Uploads are measured when they are checked; of a row that came into the database by another way without its size
    none is told, while Wagtail's object would measure the file and write that down when a page is read.
    """

    pk: int
    file: str
    file_size: int | None
    page_count: int | None

    @property
    def url(self) -> str:
        return address_of_document(self.pk, posixpath.basename(self.file))

    @property
    def file_extension(self) -> str:
        return posixpath.splitext(self.file)[1][1:]

    def get_file_size(self) -> int | None:
        return self.file_size


def document_rows(ids: Collection[int]) -> dict[int, DocumentRow]:
    """Those of the documents that exist, by id; one query, none where there are no ids."""
    return {row[0]: DocumentRow._make(row) for row in _rows(ids=list(ids))} if ids else {}


@lru_cache(maxsize=4096)
def address_of_document(key: int, filename: str) -> str:
    """Django tries the pattern for each file of each page; a lesson may offer twenty."""
    return reverse("wagtaildocs_serve", args=(key, filename))


@prepared(ids=BigAutoField())
def _rows(ids: list[int]) -> QuerySet:
    rows = get_document_model()._default_manager.filter(pk__in=ids).order_by()
    return rows.values_list("pk", "file", "file_size", "page_count")
