"""What a reader copies, searches and hears where letters are shaped: which text stands behind each glyph of a font.

The maker of PDFs notes for each glyph the text of the place where it first met it. Where a mark sits on a letter, or
letters join to one shape, one of the glyphs is left without text, or with its neighbour's; in Arabic and Hindi that
garbles every second word. A font itself knows better: its substitutions lead back from every shape to the letters.
"""

import re
import unicodedata
from functools import cache

import pydyf
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables

from demo.file_generator.fonts import TYPEFACES

# Names of fonts in a PDF, after the six letters of a cut font.
_SHAPED = {
    "Voice-Arabic": "vazirmatn.woff2",
    "Voice-Devanagari": "noto-devanagari-regular.woff2",
    "Voice-Devanagari-Bold": "noto-devanagari-bold.woff2",
}
# Readers turn Arabic around letter by letter, also inside a shape that stands for two: a code for the pair keeps it.
_PAIRS = {unicodedata.normalize("NFKC", pair): pair for pair in "\ufef5\ufef7\ufef9\ufefb"}
_LINE = re.compile(rb"<([0-9a-f]{4})> <[0-9a-f]*>")


def correct_texts(file: pydyf.PDF) -> None:
    """Rewrite the tables “glyph to text” of shaped fonts, before the file is written."""
    for entry in file.objects:
        if not isinstance(entry, pydyf.Dictionary) or "ToUnicode" not in entry:
            continue
        if name := _font_file(entry["BaseFont"]):
            table = file.objects[int(entry["ToUnicode"].split()[0])]
            table.stream = [_corrected(line, texts_of(name)) for line in table.stream]


def _font_file(base_font: str | bytes) -> str | None:
    name = (base_font.decode() if isinstance(base_font, bytes) else base_font).rpartition("+")[2]
    return _SHAPED.get(name) or _SHAPED.get(name.removesuffix("-Bold"))


def _corrected(line: bytes, texts: dict[int, str]) -> bytes:
    found = _LINE.fullmatch(line)
    if not found or int(found[1], 16) not in texts:
        return line
    text = texts[int(found[1], 16)].encode("utf-16-be").hex()
    return b"<%b> <%b>" % (found[1], text.encode())


@cache
def texts_of(name: str) -> dict[int, str]:
    """The text of every glyph that letters can become, by the number of the glyph."""
    font = TTFont(TYPEFACES / name)
    texts: dict[str, str] = {}
    for code, glyph in sorted(font.getBestCmap().items()):
        texts.setdefault(glyph, chr(code))
    known = -1
    while known < len(texts):
        known = len(texts)
        for lookup in font["GSUB"].table.LookupList.Lookup:
            for table in lookup.SubTable:
                _follow(getattr(table, "ExtSubTable", table), texts)
    return {font.getGlyphID(glyph): text for glyph, text in texts.items()}


def _follow(table: object, texts: dict[str, str]) -> None:
    """One step of substitution: what letters turn into has the text of those letters."""
    if isinstance(table, otTables.SingleSubst):
        for before, after in table.mapping.items():
            if before in texts:
                texts.setdefault(after, texts[before])
    elif isinstance(table, otTables.LigatureSubst):
        for first, ligatures in table.ligatures.items():
            for ligature in ligatures:
                parts = [first, *ligature.Component]
                if all(part in texts for part in parts):
                    text = "".join(texts[part] for part in parts)
                    texts.setdefault(ligature.LigGlyph, _PAIRS.get(text, text))
