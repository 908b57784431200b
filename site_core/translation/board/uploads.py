"""What was uploaded, opened: one PO file or a zip of them, with a limit to everything (limits.md, section 8)."""

import zipfile
import zlib
from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from site_core.media.archive_rules import refuse_bomb, refuse_company, refuse_odd_entries
from site_core.translation.board.po_import import FileReport, Problem, take_over
from site_core.translation.permissions import User

LARGEST_UPLOAD = 10_000_000
LARGEST_FILE = 1_000_000
MOST_FILES = 100
SYSTEM_FOLDERS = ("__MACOSX/",)
NOTHING = b""
"""No PO file: reported as damaged."""


def reports_of(upload: UploadedFile, user: User) -> list[FileReport]:
    """
    Takes over every file and tells of each. A file that is no good harms no other.

    Raises ValidationError, before anything is taken over, for an upload that is no zip or not to be opened.
    """
    if (upload.size or 0) > LARGEST_UPLOAD:
        raise ValidationError(_("This file is too large. At most 10 MB can be uploaded at once."))
    name = upload.name or ""
    if name.lower().endswith(".zip"):
        return [_report(*file, user) for file in _files_in(upload)]
    return [_report(name, upload.read(LARGEST_FILE + 1), user)]


def _report(name: str, content: bytes, user: User) -> FileReport:
    if len(content) > LARGEST_FILE:
        return FileReport(name, Problem.TOO_LARGE)
    return take_over(name, content, user)


def _files_in(upload: UploadedFile) -> Iterator[tuple[str, bytes]]:
    """Name and content of each; of a damaged one no content. Before the first is given, the zip has been looked at."""
    try:
        refuse_company(upload)
        archive = zipfile.ZipFile(upload)
    except (zipfile.BadZipFile, OSError, NotImplementedError) as error:
        raise ValidationError(_("This zip file is damaged. Make it again.")) from error
    with archive:
        refuse_bomb(archive, upload)
        refuse_odd_entries(archive)
        entries = [entry for entry in archive.infolist() if _is_meant(entry)]
        if len(entries) > MOST_FILES:
            raise ValidationError(_("There are too many files in this zip. At most 100 are taken at once."))
        for entry in entries:
            yield entry.filename, _content(archive, entry)


def _is_meant(entry: zipfile.ZipInfo) -> bool:
    return not entry.is_dir() and not entry.filename.startswith(SYSTEM_FOLDERS)


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """What is longer than any file may be is not unpacked to its end."""
    try:
        with archive.open(entry) as file:
            return file.read(LARGEST_FILE + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError):
        return NOTHING
