"""The type that says: these bytes went through the gate."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from django.core.files.base import File
from django.utils.functional import cached_property


@dataclass(frozen=True)
class DocumentFacts:
    """What could be read from a document while it was checked; `None` and "" mean "cannot be known"."""

    page_count: int | None = None
    language: str = ""
    accessibility: str = "unknown"


class CheckedFile(File):
    """An upload that was checked and cleaned. Only the functions of the gate make one; the fields trust no
    other type.

    It never closes what it wraps: whoever opened the upload closes it.
    """

    def __init__(self, file: Any, name: str, facts: DocumentFacts | None = None) -> None:
        super().__init__(file, name=name)
        self.facts = facts

    def open(self, mode: str | None = None, *args: Any, **kwargs: Any) -> CheckedFile:
        self.seek(0)
        return self

    def close(self) -> None:
        return None

    @cached_property
    def sha1(self) -> str:
        """The fingerprint Wagtail compares when it looks for duplicates (not a security measure)."""
        digest = hashlib.sha1(usedforsecurity=False)
        for chunk in self.chunks():
            digest.update(chunk)
        self.seek(0)
        return digest.hexdigest()
