"""File names that are safe in an address, a header, a folder and a sentence."""

from __future__ import annotations

from pathlib import PurePosixPath

from django.utils.text import slugify
from wagtail.coreutils import string_to_ascii

LONGEST_STEM = 60


def extension_of(name: str) -> str:
    """The last extension in lower case without its dot; "" when there is none."""
    return _last_part(name).suffix[1:].strip().lower()


def safe_name(name: str, extension: str, fallback: str = "file") -> str:
    """`../Płacz\\u202e.EXE.PNG` becomes `placz-exe.png`: one dot, ASCII letters, digits and hyphens, at most
    60 + extension.

    Letters of every script are written in Latin ones, not dropped, so that a Ukrainian or Arabic name still
    says something.
    """
    stem = _last_part(name).stem
    readable = slugify(string_to_ascii(stem.replace(".", "-")[:200])).replace("_", "-")
    return f"{readable[:LONGEST_STEM].strip('-') or fallback}.{extension}"


def _last_part(name: str) -> PurePosixPath:
    """Whatever stands behind the last stroke of either kind."""
    return PurePosixPath(name.replace("\\", "/").rsplit("/", 1)[-1].replace("\0", ""))
