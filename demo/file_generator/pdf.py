"""A tagged PDF (PDF/UA-1) of a source: title, language and reading order are in the file."""

import hashlib
from html import escape
from pathlib import Path

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from demo.file_generator import artwork
from demo.file_generator.fonts import font_css
from demo.file_generator.layouts import LAYOUTS, direction
from demo.file_generator.licences import SHORT
from demo.file_generator.palettes import PALETTES
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
    """Fonts, this file's own words and colours, then the sheets every file shares and the one of its layout."""
    layout = str(source.facts["layout"])
    sheets = [STYLES / "base.css", STYLES / f"{layout}.css"]
    return [font_css(source.language), own(source), *(sheet.read_text(encoding="utf-8") for sheet in sheets)]


def own(source: Source) -> str:
    palette = PALETTES[str(source.facts["palette"])]
    licence = SHORT[str(source.facts["licence"])]
    return (
        f":root{{--a:{palette.a};--b:{palette.b};--shared:{palette.shared};--ground:{palette.ground};"
        f"--art:{artwork.as_url(artwork.drawing(source.prefix, palette))};"
        f"--mark:{artwork.as_url(artwork.mark(palette))}}}"
        f'@page{{@bottom-left{{content:"Wspólny Język · {licence}"}}'
        f'@bottom-right{{content:counter(page) "/" counter(pages)}}}}'
    )
