"""A tagged PDF (PDF/UA-1) of a source: title, language and reading order are in the file."""

import hashlib
from html import escape
from pathlib import Path

import pydyf
from weasyprint import CSS, HTML, Document
from weasyprint.text.fonts import FontConfiguration

from demo.file_generator.backgrounds import BACKGROUNDS, colours
from demo.file_generator.fonts import font_css
from demo.file_generator.glyph_text import correct_texts
from demo.file_generator.layouts import LAYOUTS, direction
from demo.file_generator.sources import Source
from demo.file_generator.typeset import html, pieces

STYLES = Path(__file__).parent / "styles"
_OPTIONS = {"pdf_variant": "pdf/ua-1"}


# Type sizes in points, the wanted one first. A smaller one is taken only where it saves a page.
SIZES = {
    "document": (10.6, 10.2, 10, 9.8),
    "leaflet": (20, 18.5, 17.5, 16.5, 15.5, 14.5, 13.8, 13.2, 12.6, 12, 11.4, 10.8),
    "card-a5": (13.5, 12.8, 12.2, 11.6, 11, 10.5, 10, 9.5),
    "slides": (28, 26.5, 25, 23.5),
}

# Heights in millimetres of rows to write in, the wanted one first: three lines of a pupil's hand, or two.
ROOM = (30, 27, 24, 21, 19, 17, 16, 15, 14, 13)

LARGE_PRINT, LARGE = (18.0,), (14.0,)
EASY_TO_READ = "pl-simple"


def pdf(source: Source) -> bytes:
    return shortest(source).write_pdf(
        pdf_identifier=hashlib.sha256(source.name.encode()).digest()[:16],
        finisher=lambda _document, file: finish(source, file),
        **_OPTIONS,
    )


def shortest(source: Source) -> Document:
    """The file at the largest of its sizes that needs the fewest pages. Large print and easy Polish stay large."""
    sizes = SIZES.get(str(source.facts["layout"]), (None,))
    if source.facts.get("text_size") == "large":
        sizes = LARGE_PRINT
    elif source.language == EASY_TO_READ:
        sizes = LARGE
    tried: list[tuple[Document, str]] = []
    for size in sizes:
        sheet = f":root{{font-size:{size}pt}}" if size else ""
        tried.append((laid_out(source, sheet), sheet))
        if len(tried[-1][0].pages) <= len(pieces(source.body)):
            break
    return roomiest(source, *min(tried, key=lambda document_and_sheet: len(document_and_sheet[0].pages)))


def roomiest(source: Source, document: Document, sheet: str) -> Document:
    """The same file with rows to write in as high as they can be, piece by piece, without another page."""
    for number, piece in enumerate(pieces(source.body), start=1):
        for height in ROOM if 'class="room"' in html(piece, source.language) else ():
            higher = f"{sheet} .piece:nth-of-type({number}) tr.room td{{height:{height}mm}}"
            tried = laid_out(source, higher)
            if len(tried.pages) <= len(document.pages):
                document, sheet = tried, higher
                break
    return document


def laid_out(source: Source, sheet: str) -> Document:
    fonts = FontConfiguration()
    sheets = [CSS(string=text, font_config=fonts) for text in (*styles(source), sheet)]
    return HTML(string=page(source), base_url=STYLES.as_uri()).render(
        stylesheets=sheets, font_config=fonts, **_OPTIONS
    )


def page(source: Source) -> str:
    language, layout = source.language, str(source.facts["layout"])
    size = " large" if source.facts.get("text_size") == "large" else ""
    return (
        f'<html lang="{language}" dir="{direction(language)}"><head><meta charset="utf-8">'
        f"<title>{escape(str(source.facts['title']))}</title>"
        f'<meta name="author" content="Wspólny Język, Kraków"></head>'
        f'<body class="{layout}{size}">{LAYOUTS[layout](source)}</body></html>'
    )


def styles(source: Source) -> list[str]:
    """Fonts and colours, the sheet every file shares, the one of its layout, and what is drawn for this one."""
    layout = str(source.facts["layout"])
    shared = ((STYLES / name).read_text(encoding="utf-8") for name in ("base.css", f"{layout}.css"))
    return [font_css(source.language), colours(source), *shared, BACKGROUNDS[layout](source)]


def finish(source: Source, file: pydyf.PDF) -> None:
    """What the maker of PDFs leaves out, added before the file is written."""
    correct_texts(file)
    state_second_language(file, str(source.facts.get("second_language", "pl")))


def state_second_language(file: pydyf.PDF, language: str) -> None:
    """Structure is tagged, but not the language of a part; `layouts` marks such parts as articles."""
    for entry in file.objects:
        if isinstance(entry, pydyf.Dictionary) and entry.get("S") == "/Art":
            entry["Lang"] = pydyf.String(language)
