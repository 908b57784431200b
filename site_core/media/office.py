"""ODT, DOCX and their relatives: zip archives of XML, so every trick of a zip archive has to be refused."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import IO

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils.translation import gettext_lazy as _

from site_core.media import archive_rules
from site_core.media.archive_rules import EMBEDDED_TABLE, LARGEST_PART_READ

_OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
_OPEN_XML = "application/vnd.openxmlformats-officedocument."
OFFICE_TYPES = {
    "odt": _OPEN_DOCUMENT + "text",
    "ods": _OPEN_DOCUMENT + "spreadsheet",
    "odp": _OPEN_DOCUMENT + "presentation",
    "docx": _OPEN_XML + "wordprocessingml.document.main+xml",
    "xlsx": _OPEN_XML + "spreadsheetml.sheet.main+xml",
    "pptx": _OPEN_XML + "presentationml.presentation.main+xml",
}
_OUTSIDE_PROGRAMS = (
    b"/attachedTemplate",
    b"/oleObject",
    b"/frame",
    b"/subDocument",
    b"/control",
    b"/package",
)
_SCRIPT_ADDRESS = b"vnd.sun.star.script:"
_UNREADABLE = (
    zipfile.BadZipFile,
    NotImplementedError,
    EOFError,
    OSError,
    LookupError,
    ValueError,
    RuntimeError,
)


def check_office_file(content: File | IO[bytes], extension: str, depth: int = 0) -> None:
    """Raises ValidationError unless the archive is small, honest, without programs, and of the type its name
    says.

    The archive's own directory and a few small parts are read; nothing is unpacked to disk or kept in memory.
    """
    try:
        archive_rules.refuse_company(content)
        with zipfile.ZipFile(content) as archive:
            archive_rules.refuse_bomb(archive, content)
            archive_rules.refuse_odd_entries(archive)
            if not _is_of_type(archive, extension):
                raise ValidationError(
                    _(
                        "The name says “.%(extension)s”, but the file is something else. Export it again "
                        "in the right format."
                    ),
                    code="wrong_content",
                    params={"extension": extension},
                )
            _refuse_programs_from_outside(archive)
            for entry in archive.infolist():
                if EMBEDDED_TABLE.match(entry.filename):
                    _check_embedded_table(archive, entry, depth)
    except _UNREADABLE as reason:
        raise ValidationError(
            _("This document is damaged or protected. Open it, save it again, then upload it."),
            code="damaged",
        ) from reason


def _is_of_type(archive: zipfile.ZipFile, extension: str) -> bool:
    wanted = OFFICE_TYPES[extension].encode()
    if wanted.startswith(_OPEN_DOCUMENT.encode()):
        return _part(archive, "mimetype").strip() == wanted
    types = _part(archive, "[Content_Types].xml")
    return wanted in types and b"macroEnabled" not in types and b"<!DOCTYPE" not in types


def _refuse_programs_from_outside(archive: zipfile.ZipFile) -> None:
    """A document may link to a page; it may not fetch a template or an object, nor name a script, when it is
    opened.
    """
    for name in archive.namelist():
        if name.endswith(".rels"):
            part = _part(archive, name)
            suspicious = any(
                b'TargetMode="External"' in relation
                and any(kind + b'"' in relation for kind in _OUTSIDE_PROGRAMS)
                for relation in part.split(b"<")
            )
        elif name in ("content.xml", "styles.xml"):
            suspicious = _contains(archive, name, _SCRIPT_ADDRESS)
        else:
            continue
        if suspicious:
            raise archive_rules.program_inside()


def _check_embedded_table(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, depth: int) -> None:
    """A chart brings the table it was drawn from. That one may be inside, but nothing inside that."""
    if depth or entry.file_size > LARGEST_PART_READ:
        raise archive_rules.archive_inside()
    check_office_file(BytesIO(_part(archive, entry.filename)), "xlsx", depth + 1)


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        data = part.read(LARGEST_PART_READ + 1)
    if len(data) > LARGEST_PART_READ:
        raise archive_rules.too_much_inside()
    return data


def _contains(archive: zipfile.ZipFile, name: str, wanted: bytes) -> bool:
    """Reads in pieces that overlap by the length of what is looked for, so that no border hides it."""
    rest = b""
    with archive.open(name) as part:
        while piece := part.read(65_536):
            if wanted in rest + piece:
                return True
            rest = piece[-len(wanted) :]
    return False
