"""PDF: no programs inside, and what the file says about its own accessibility."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, cast

import pikepdf
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils.translation import gettext_lazy as _

from site_core.media.checked import DocumentFacts

_HEADER = re.compile(rb"%PDF-[12]\.\d")
_TAIL = 2048
MOST_OBJECTS = 300_000
_RUNS_SOMETHING = {"/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/Rendition", "/RichMediaExecute"}
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def inspect_pdf(content: File) -> DocumentFacts:
    """Facts for people; ValidationError if the file is not only a PDF, cannot be read, or would do something
    by itself.
    """
    _refuse_company(content)
    try:
        content.seek(0)
        with pikepdf.open(cast(BinaryIO, content)) as document:
            if len(document.objects) > MOST_OBJECTS:
                raise ValidationError(
                    _("This PDF is too complicated. Export it again, then upload it."), code="bomb"
                )
            _refuse_programs(document)
            return DocumentFacts(
                page_count=len(document.pages),
                language=_language(document),
                accessibility=_accessibility(document),
            )
    except pikepdf.PasswordError as reason:
        raise ValidationError(
            _("This PDF asks for a password, so people could not read it. Save it without a password."),
            code="password",
        ) from reason
    except (pikepdf.PdfError, ValueError, LookupError, TypeError, RecursionError) as reason:
        raise ValidationError(
            _("This PDF is damaged or incomplete. Export it again, then upload it."), code="damaged"
        ) from reason


def _refuse_company(content: File) -> None:
    """Begins with the first byte and ends with its own end mark: it is no page and no archive besides."""
    content.seek(0)
    begins = _HEADER.match(content.read(16))
    content.seek(max(0, content.size - _TAIL))
    _before, mark, rest = content.read().rpartition(b"%%EOF")
    if not begins or not mark or rest.strip(b"\0\r\n\t "):
        raise ValidationError(
            _("This PDF has other data attached to it. Export it again, then upload it."), code="polyglot"
        )


def _refuse_programs(document: pikepdf.Pdf) -> None:
    for entry in _dictionaries(document):
        if "/EmbeddedFiles" in entry or entry.get("/Type") == "/EmbeddedFile":
            raise ValidationError(
                _("This PDF has files attached. Upload each file on its own."), code="archive_inside"
            )
        if "/JS" in entry or "/JavaScript" in entry or entry.get("/S") in _RUNS_SOMETHING or "/XFA" in entry:
            raise ValidationError(
                _(
                    "This PDF does something by itself (a script, a start of a program or a form that "
                    "sends). Save it without."
                ),
                code="program_inside",
            )


def _dictionaries(document: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every dictionary once: the numbered ones, and the ones written inside them."""
    for numbered in document.objects:
        waiting = [numbered]
        while waiting:
            item = waiting.pop()
            if isinstance(item, pikepdf.Array):
                parts = list(item)
            elif isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
                yield item
                parts = [item[key] for key in item.keys()]  # noqa: SIM118 (a PDF dictionary iterates differently)
            else:
                continue
            waiting.extend(
                part for part in parts if isinstance(part, pikepdf.Object) and not part.is_indirect
            )


def _language(document: pikepdf.Pdf) -> str:
    stated = str(document.Root.get("/Lang", "")).strip()
    return stated if _LANGUAGE.fullmatch(stated) and len(stated) <= 20 else ""


def _accessibility(document: pikepdf.Pdf) -> str:
    """Tagged, language, title shown: what a machine can see of PDF/UA. Whether the tags make sense, it
    cannot.
    """
    root = document.Root
    marked = root.get("/MarkInfo", pikepdf.Dictionary()).get("/Marked", False)
    if not marked or "/StructTreeRoot" not in root:
        return "no"
    title = str(document.docinfo.get("/Title", "")).strip() if "/Info" in document.trailer else ""
    if not title:
        with document.open_metadata() as metadata:
            title = str(metadata.get("dc:title", "")).strip()
    shown = root.get("/ViewerPreferences", pikepdf.Dictionary()).get("/DisplayDocTitle", False)
    return "yes" if title and shown and _language(document) else "partly"
