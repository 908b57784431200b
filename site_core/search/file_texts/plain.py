"""Plain text of what a format's reader finds, tidied and cut."""

import re
import unicodedata
from collections.abc import Iterable

MOST_CHARACTERS = 60_000
"""Some twenty-five printed pages."""
SHORTEST_LAST_WORD = 100
"""Characters. What goes on longer without a space is no word, and is cut through."""

# Lines that end within a word: PDFium writes U+0002 or U+FFFE for the hyphen that typesetting put in.
_BROKEN_WORD = re.compile("(?<=[^\\W\\d_])[-\u00ad\u2010\u0002\ufffe]+[ \t]*\r?\n[ \t]*(?=[^\\W\\d_])")
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\ufeff\ufffe\uffff\ud800-\udfff]")
# Vowel signs that PDF sets beside their letters.
_STRAY = re.compile(r"\s[\u064b-\u0652]+(?=\s|$)")
# What lists begin with, and lines to be written on.
_DECORATION = re.compile(r"[•◦▪●○■□☐]|[._…-]{4,}")
_SPACE = re.compile(r"\s+")
# Letters as a font joins them: ﬁ, and Arabic as it is drawn.
_DRAWN = re.compile("[\ufb00-\ufdff\ufe70-\ufefc]+")


def tidied(passages: Iterable[str]) -> str:
    """A line for each passage that says anything, at most `MOST_CHARACTERS`; reads no further than that."""
    lines: list[str] = []
    left = MOST_CHARACTERS
    for passage in passages:
        line = _line(passage)
        if not line:
            continue
        if len(line) > left:
            lines.append(_cut(line, left))
            break
        lines.append(line)
        left -= len(line) + 1
    return "\n".join(line for line in lines if line)


def _line(passage: str) -> str:
    joined = _BROKEN_WORD.sub("", passage)
    drawn = _DRAWN.sub(lambda found: unicodedata.normalize("NFKC", found[0]), joined)
    return _SPACE.sub(" ", _STRAY.sub("", _DECORATION.sub(" ", _NOT_TEXT.sub("", drawn)))).strip()


def _cut(line: str, length: int) -> str:
    """After a whole word, if there is one."""
    end = line.rfind(" ", max(length - SHORTEST_LAST_WORD, 0), length + 1) if length > 0 else 0
    return line[: end if end > 0 else max(length, 0)]
