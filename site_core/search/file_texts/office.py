"""
The text of ODT, ODP, DOCX and PPTX: paragraphs of the XML in a zip archive, as they stream by.

What its authors do not see on the page, and may not know is still there, is left out: comments, and what was deleted
while changes were tracked.
"""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import IO
from xml.parsers import expat

from site_core.search.file_texts.pdf import Unreadable

MOST_ENTRIES = 2_000
MOST_UNPACKED = 30_000_000
"""Bytes of XML that are looked at in one file."""
_AT_ONCE = 64 * 1024

_PARTS = {
    "odt": re.compile(r"content\.xml"),
    "odp": re.compile(r"content\.xml"),
    "docx": re.compile(r"word/(?:document|footnotes)\.xml"),
    "pptx": re.compile(r"ppt/slides/slide\d+\.xml"),
}
_PARAGRAPHS = frozenset({"p", "h"})
_SPACES = frozenset({"tab", "s", "line-break", "br", "cr"})
_LEFT_OUT = frozenset({"tracked-changes", "annotation", "del", "moveFrom", "Fallback"})
_NUMBER = re.compile(r"\d+")

OFFICE_FORMATS = frozenset(_PARTS)


def office_passages(data: bytes, extension: str) -> Iterator[str]:
    """A passage for each paragraph."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if len(archive.infolist()) > MOST_ENTRIES:
                raise Unreadable("too many entries")
            names = [name for name in archive.namelist() if _PARTS[extension].fullmatch(name)]
            if not names:
                raise Unreadable("not what its name says")
            left = MOST_UNPACKED
            for name in sorted(set(names), key=_in_order):
                paragraphs = _Paragraphs(text_is_marked=extension in ("docx", "pptx"))
                with archive.open(name) as part:
                    for chunk in _chunks(part, left):
                        left -= len(chunk)
                        yield from paragraphs.of(chunk)
    except (
        *(zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError, OSError),
        *(ValueError, RuntimeError, expat.ExpatError, zipfile.zlib.error),
    ) as reason:
        raise Unreadable(type(reason).__name__) from reason  # its words may be words of the file


def _in_order(name: str) -> tuple[str, int]:
    """The document before its footnotes, the second slide before the tenth."""
    number = _NUMBER.search(name)
    return _NUMBER.sub("", name), int(number[0][:9]) if number else 0


def _chunks(part: IO[bytes], most: int) -> Iterator[bytes]:
    while most > 0 and (chunk := part.read(min(_AT_ONCE, most))):
        most -= len(chunk)
        yield chunk


class _Paragraphs:
    """Hands XML in, takes paragraphs out. An XML document that declares anything of its own is refused."""

    def __init__(self, text_is_marked: bool) -> None:
        self.text_is_marked = text_is_marked
        self.ready: list[str] = []
        self.pieces: list[str] = []
        self.depth_of_text = self.depth_of_paragraphs = self.depth_left_out = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text

    def of(self, chunk: bytes) -> list[str]:
        self.parser.Parse(chunk, False)
        ready, self.ready = self.ready, []
        return ready

    def _refuse(self, *declared: object) -> None:
        raise ValueError("declares entities")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(" ")[2]
        if self.depth_left_out or name in _LEFT_OUT:
            self.depth_left_out += 1
        elif name in _PARAGRAPHS:
            self._flush()
            self.depth_of_paragraphs += 1
        elif name == "t":
            self.depth_of_text += 1
        elif name in _SPACES:
            self.pieces.append(" ")

    def _end(self, name: str) -> None:
        name = name.rpartition(" ")[2]
        if self.depth_left_out:
            self.depth_left_out -= 1
        elif name in _PARAGRAPHS:
            self._flush()
            self.depth_of_paragraphs -= 1
        elif name == "t":
            self.depth_of_text -= 1

    def _text(self, text: str) -> None:
        wanted = self.depth_of_text if self.text_is_marked else self.depth_of_paragraphs
        if wanted and not self.depth_left_out:
            self.pieces.append(text)

    def _flush(self) -> None:
        if passage := "".join(self.pieces).strip():
            self.ready.append(passage)
        self.pieces.clear()
