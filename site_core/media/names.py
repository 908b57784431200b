"""File names that are safe in an address, a header, a folder and a sentence."""

from __future__ import annotations

import os

from django.utils.text import slugify
from wagtail.coreutils import string_to_ascii

LONGEST_STEM = 60


def extension_of(name: str) -> str:
    """The last extension in lower case without its dot; "" when there is none."""
    return os.path.splitext(name.replace("\\", "/").rsplit("/", 1)[-1].strip())[1][1:].lower()


def safe_name(name: str, extension: str, fallback: str = "file") -> str:
    """`../Płacz\\u202e.EXE.PNG` becomes `placz-exe.png`: one dot, ASCII letters, digits and hyphens, at most 60 + extension.

    Letters of every script are written in Latin ones, not dropped, so that a Ukrainian or Arabic name still says something.
    """
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    stem = os.path.splitext(last)[0] or last
    readable = slugify(string_to_ascii(stem.replace(".", "-")[:200])).replace("_", "-")
    return f"{readable[:LONGEST_STEM].strip('-') or fallback}.{extension}"
