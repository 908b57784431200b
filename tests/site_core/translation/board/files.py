"""PO files as they leave the board, and as people bring them back."""

import io
import zipfile
from collections.abc import Mapping

import polib
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from site_core.translation.board.po_import import FileReport


def download(client: Client, code: str, *pages: Page) -> dict[str, polib.POFile]:
    """Files of the zip by name."""
    chosen = {"language": code, "do": "po", "page": [page.pk for page in pages]}
    answer = client.post(reverse("translations_board_chosen"), chosen)
    assert answer["Content-Type"] == "application/zip", answer
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        return {name: polib.pofile(archive.read(name).decode()) for name in archive.namelist()}


def packed(files: Mapping[str, bytes | str]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return content.getvalue()


def upload(client: Client, name: str, content: bytes | str) -> list[FileReport] | None:
    """What is told of each file; None where the upload was refused as a whole, with an error at the field."""
    raw = content.encode() if isinstance(content, str) else content
    answer = client.post(reverse("translations_board_import"), {"file": SimpleUploadedFile(name, raw)})
    assert answer.status_code == 200
    reports = answer.context["reports"]
    assert (reports is None) == bool(answer.context["form"].errors)
    return reports
