"""PDF by WeasyPrint: tagged, titled, with its language (PDF/UA-1), the same bytes from the same text."""

from __future__ import annotations

from pathlib import Path

from weasyprint import CSS, HTML, Document
from weasyprint.text.fonts import FontConfiguration

from demo.file_generator.page import html_of, style_of
from demo.file_generator.sources import Source


class DoesNotFit(Exception):
    """A text too long for its layout, even in the smallest letters that can still be read there."""


# Largest first, in points: a layout that has to fit takes the largest text with which it does.
_SIZES = {
    "document": (10.5,),
    "poster-a3": (34, 32, 30, 28, 26, 24, 22, 20, 18),
    "card-a5": (15, 14, 13, 12.5, 12, 11.5, 11, 10.5, 10, 9.5, 9),
    "leaflet": (13, 12.5, 12),
    "slides": (26, 24, 22, 20, 18, 16),
    "bilingual": (18, 17, 16, 15, 14, 13, 12, 11),
}
_LARGE_PRINT = (18,)
# A worksheet whose parts begin new pages should not leave three lines on one of them.
_TIGHTER = (10.5, 10, 9.6)
# Each slide and each card for itself: one long one must not make all the others small.
_FITS_PIECE_BY_PIECE = {"slides", "bilingual"}


def pdf_of(source: Source, font_folder: Path) -> bytes:
    return _laid_out(source, style_of(source, font_folder)).write_pdf(pdf_variant="pdf/ua-1")


def _laid_out(source: Source, style: str) -> Document:
    """The first attempt that keeps to the pages promised."""
    layout = source.facts["layout"]
    if layout in _FITS_PIECE_BY_PIECE:
        sizes = [_largest_that_fits(source, number, style) for number in range(len(source.pieces))]
        return _render(html_of(source, sizes=sizes), style, _SIZES[layout][-1])
    for size, sides, pages in _attempts(source):
        trial = _render(html_of(source, sides=sides, trial=True), style, size)
        if pages is None or len(trial.pages) <= pages:
            return _render(html_of(source, sides=sides), style, size) if layout == "poster-a3" else trial
    raise DoesNotFit(f"{source.folder}/{source.stem}: more than {pages} pages at {size} points")


def _attempts(source: Source) -> list[tuple[float, bool, int | None]]:
    """Size in points, whether pieces begin new pages, and how many pages that may make."""
    layout, promised = source.facts["layout"], pages_wanted(source)
    sizes = _LARGE_PRINT if source.facts.get("text_size") == "large" else _SIZES[layout]
    attempts: list[tuple[float, bool, int | None]] = [(size, True, promised) for size in sizes]
    if layout == "leaflet":
        # It may become a folded sheet of four, read through without breaks.
        attempts += [(size, False, pages) for pages in (3, 4) for size in sizes]
    if layout == "document" and len(source.pieces) > 1:
        attempts = [(size, True, len(source.pieces)) for size in _TIGHTER] + attempts
    return attempts


def _largest_that_fits(source: Source, number: int, style: str) -> float:
    for size in _SIZES[source.facts["layout"]]:
        sizes = [size] * len(source.pieces)
        if len(_render(html_of(source, only=number, sizes=sizes), style, size).pages) == 1:
            return size
    raise DoesNotFit(f"{source.folder}/{source.stem}: piece {number + 1} does not fit at {size} points")


def _render(html: str, style: str, size: float) -> Document:
    fonts = FontConfiguration()
    sheet = CSS(string=f"{style}\nhtml {{ font-size: {size}pt }}", font_config=fonts)
    return HTML(string=html).render(stylesheets=[sheet], font_config=fonts, pdf_variant="pdf/ua-1")


def pages_wanted(source: Source) -> int | None:
    """How many pages the layout promises; `None` for a text that may be as long as it is."""
    pieces = len(source.pieces)
    match source.facts["layout"]:
        case "poster-a3":
            return 1
        case "slides" | "bilingual":
            return pieces + 1
        case "card-a5":
            return pieces + (1 if pieces > 3 else 0)
        case "leaflet":
            return max(2, pieces)
    return None
