"""What a zip archive has to look like before anybody reads what is in it."""

from __future__ import annotations

import re
import stat
import zipfile
from typing import IO

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils.translation import gettext_lazy as _

MOST_ENTRIES = 2_000
MOST_UNPACKED = 150_000_000
HIGHEST_RATIO = 100
RATIO_COUNTS_FROM = 5_000_000
LARGEST_PART_READ = 4_000_000
EMBEDDED_TABLE = re.compile(r"^(?:word|ppt)/embeddings/[^/]+\.xlsx$", re.IGNORECASE)
_END_RECORD = b"PK\x05\x06"
_ARCHIVE = re.compile(
    r"\.(?:zip|jar|apk|7z|rar|gz|tgz|bz2|xz|tar|cab|iso|od[tsp]|doc[xm]?|ppt[xm]?|xls[xmb]?)$", re.IGNORECASE
)
_PROGRAM = re.compile(
    r"(?:^|/)vba[^/]*\.(?:bin|xml)$|^(?:Basic|Scripts)/|/activeX/|/embeddings/[^/]*\.bin$"
    r"|\.(?:exe|dll|com|scr|bat|cmd|ps1|vb[se]?|jse?|ws[fh]|hta|lnk|msi|sh|py|html?|swf)$",
    re.IGNORECASE,
)


def refuse_company(content: File | IO[bytes]) -> None:
    """The archive begins with the first byte and ends with the last: nothing rides before, behind or in its
    comment.
    """
    content.seek(0)
    begins = content.read(4) == b"PK\x03\x04"
    content.seek(-22, 2)
    end = content.read(22)
    if not begins or not end.startswith(_END_RECORD) or not end.endswith(b"\0\0"):
        raise ValidationError(
            _("This document has other data attached to it. Save it again, then upload it."), code="polyglot"
        )
    content.seek(0)


def refuse_bomb(archive: zipfile.ZipFile, content: File | IO[bytes]) -> None:
    """Many entries, much inside little, or entries that share their bytes."""
    entries = archive.infolist()
    content.seek(0, 2)
    packed, unpacked = content.tell(), sum(entry.file_size for entry in entries)
    shares_bytes = sum(entry.compress_size for entry in entries) > packed
    swells = unpacked > RATIO_COUNTS_FROM and unpacked > packed * HIGHEST_RATIO
    if len(entries) > MOST_ENTRIES or unpacked > MOST_UNPACKED or shares_bytes or swells:
        raise too_much_inside()


def refuse_odd_entries(archive: zipfile.ZipFile) -> None:
    """Links, paths that leave the archive, two entries of one name, programs, archives in the archive."""
    seen: set[str] = set()
    for entry in archive.infolist():
        name = entry.filename
        leaves = name.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", name) or ":" in name
        if leaves or stat.S_ISLNK(entry.external_attr >> 16) or name in seen or entry.flag_bits & 1:
            raise ValidationError(
                _("This document is damaged or protected. Open it, save it again, then upload it."),
                code="odd_entry",
            )
        if _PROGRAM.search(name):
            raise program_inside()
        if _ARCHIVE.search(name) and not EMBEDDED_TABLE.match(name):
            raise archive_inside()
        seen.add(name)


def too_much_inside() -> ValidationError:
    return ValidationError(
        _("This document would unpack to far more than it says. Make it smaller, then upload it."),
        code="bomb",
    )


def program_inside() -> ValidationError:
    return ValidationError(
        _(
            "This document holds a program (a macro, a script or an embedded object). Save it without, "
            "then upload it."
        ),
        code="program_inside",
    )


def archive_inside() -> ValidationError:
    return ValidationError(
        _("This document holds other packed files. Upload each file on its own."), code="archive_inside"
    )
