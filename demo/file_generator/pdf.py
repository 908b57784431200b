"""A tagged PDF (PDF/UA-1) of a source: title, language and reading order are in the file."""

import hashlib
from html import escape
from pathlib import Path

import pydyf
from weasyprint import CSS, HTML, Document
from weasyprint.text.fonts import FontConfiguration

from demo.file_generator.backgrounds import BACKGROUNDS, colours
from demo.file_generator.fonts import font_css
from demo.file_generator.layouts import LAYOUTS, direction
from demo.file_generator.sources import Source

STYLES = Path(__file__).parent / "styles"


def pdf(source: Source) -> bytes:
    fonts = FontConfiguration()
    sheets = [CSS(string=text, font_config=fonts) for text in styles(source)]
    return HTML(string=page(source), base_url=STYLES.as_uri()).write_pdf(
        stylesheets=sheets,
        font_config=fonts,
        pdf_variant="pdf/ua-1",
        pdf_identifier=hashlib.sha256(source.name.encode()).digest()[:16],
        finisher=lambda document, file: state_second_language(source, document, file),
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


def state_second_language(source: Source, document: Document, file: pydyf.PDF) -> None:
    """The maker of PDFs tags structure, but not the language of a part; `layouts` marks such parts as articles."""
    second = str(source.facts.get("second_language", "pl"))
    for entry in file.objects:
        if isinstance(entry, pydyf.Dictionary) and entry.get("S") == "/Art":
            entry["Lang"] = pydyf.String(second)
