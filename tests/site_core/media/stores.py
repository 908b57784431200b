"""Where files are kept: on this machine, or where they have no path."""

from __future__ import annotations

from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage

from site_core.models import SiteDocument


class RemoteStorage(InMemoryStorage):
    """Like an object store: it has addresses, but no path on this machine."""

    def path(self, name: str) -> str:
        raise NotImplementedError

    def _relative_path(self, name: str) -> str:
        return str(name).removeprefix(str(self.location)).lstrip("/") or "."


def document(name: str, data: bytes, **fields: object) -> SiteDocument:
    return SiteDocument.objects.create(title=name, file=ContentFile(data, name=name), **fields)
