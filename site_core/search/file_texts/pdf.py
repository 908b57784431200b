"""The text of a PDF, by PDFium. The library may be missing: then there is none."""

from collections.abc import Iterator
from importlib import import_module

from site_core.search.file_texts.plain import MOST_CHARACTERS

MOST_PAGES = 200


class Unreadable(Exception):
    """Broken, protected by a password, not what its name says, or of a format that nothing here reads."""


def pdf_passages(data: bytes) -> Iterator[str]:
    """A passage for each page. Pictures of text, as scanners make them, say nothing."""
    try:
        library = import_module("pypdfium2")
    except ImportError as missing:
        raise Unreadable("no library for PDF") from missing
    try:
        document = library.PdfDocument(data)
        for number in range(min(len(document), MOST_PAGES)):
            text = document[number].get_textpage()
            yield text.get_text_range(0, min(text.count_chars(), MOST_CHARACTERS))
            text.close()
    except library.PdfiumError as reason:
        raise Unreadable(type(reason).__name__) from reason
