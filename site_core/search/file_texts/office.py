"""
The text of ODT, ODP, DOCX and PPTX: paragraphs of the XML in a zip archive, as they stream by.

What is not seen on the page or the slide is left out (`unseen`): its authors may not know that it is still there.
"""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import IO
from xml.parsers import expat

from site_core.search.file_texts.pdf import Unreadable
from site_core.search.file_texts.unseen.elements import PARAGRAPHS, Attributes, Unseen, local_name
from site_core.search.file_texts.unseen.office_open_xml import UnseenInOfficeOpenXml
from site_core.search.file_texts.unseen.open_document import UnseenInOpenDocument

MOST_ENTRIES = 2_000
MOST_UNPACKED = 30_000_000
"""Bytes of XML that are looked at in one file."""
_AT_ONCE = 64 * 1024

_PARTS = {
    "odt": re.compile(r"content\.xml"),
    "odp": re.compile(r"content\.xml"),
    "docx": re.compile(r"word/(?:document|footnotes|endnotes)\.xml"),
    "pptx": re.compile(r"ppt/slides/slide\d+\.xml"),
}
_STYLES = {"odt": "styles.xml", "odp": "styles.xml", "docx": "word/styles.xml"}
"""Read before the text, of which they may hide some."""
_OFFICE_OPEN_XML = frozenset({"docx", "pptx"})
_SPACES = frozenset({"tab", "s", "line-break", "br", "cr"})
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
            styles = [name for name in archive.namelist() if name == _STYLES.get(extension)][:1]
            is_open_xml, left = extension in _OFFICE_OPEN_XML, MOST_UNPACKED
            unseen = UnseenInOfficeOpenXml() if is_open_xml else UnseenInOpenDocument()
            for name in (*styles, *sorted(set(names), key=_in_order)):
                paragraphs = _Paragraphs(unseen, text_is_marked=is_open_xml)
                with archive.open(name) as part:
                    for chunk in _chunks(part, left):
                        left -= len(chunk)
                        read = paragraphs.of(chunk)
                        yield from () if name in styles else read
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

    def __init__(self, unseen: Unseen, text_is_marked: bool) -> None:
        self.unseen = unseen
        self.text_is_marked = text_is_marked
        self.ready: list[str] = []
        self.pieces: list[str] = []
        self.ready_before: list[int] = []
        """For each paragraph that is open, how many were ready when it began: all of it may turn out to be hidden."""
        self.depth_of_text = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text

    def of(self, chunk: bytes) -> list[str]:
        self.parser.Parse(chunk, False)
        if self.ready_before:
            return []
        ready, self.ready = self.ready, []
        return ready

    def _refuse(self, *declared: object) -> None:
        raise ValueError("declares entities")

    def _start(self, name: str, attributes: Attributes) -> None:
        local = local_name(name)
        if self.unseen.start(name, local, attributes):
            if self.unseen.takes_back:
                self.unseen.takes_back = False
                del self.ready[self.ready_before[-1] :]
                self.pieces.clear()
        elif local in PARAGRAPHS:
            self._flush()
            self.ready_before.append(len(self.ready))
        elif local == "t":
            self.depth_of_text += 1
        elif local in _SPACES:
            self.pieces.append(" ")

    def _end(self, name: str) -> None:
        local = local_name(name)
        if self.unseen.end(local):
            return
        if local in PARAGRAPHS:
            self._flush()
            self.ready_before.pop()
        elif local == "t":
            self.depth_of_text -= 1

    def _text(self, text: str) -> None:
        wanted = self.depth_of_text if self.text_is_marked else self.ready_before
        if wanted and not self.unseen.left_out_at:
            self.pieces.append(text)

    def _flush(self) -> None:
        if passage := "".join(self.pieces).strip():
            self.ready.append(passage)
        self.pieces.clear()
