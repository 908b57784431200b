"""Cut the fonts of print, which need no splitting by reader as those of the site do (tools/subset_fonts.py).

    npm pack @fontsource-variable/commissioner @fontsource-variable/vazirmatn       (and unpack both)
    python -m demo.file_generator.cut_fonts path/to/commissioner path/to/vazirmatn path/to/noto

`path/to/noto` holds the Noto fonts as TTF, for example from Debian's package fonts-noto-core. Every file has a space of
its own: a shaper takes the space from the font of the letter before it.
"""

import sys
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph
from fontTools.varLib import instancer

from tools.subset_fonts import (
    ARABIC,
    ASCII,
    CYRILLIC,
    POLISH,
    PUNCTUATION,
    SPANISH_AND_NEIGHBOURS,
    VIETNAMESE,
    WEIGHTS,
    cut,
    join,
    joined,
    piece,
)

HERE = Path(__file__).parent / "typefaces"
LATIN_AND_CYRILLIC = ASCII + PUNCTUATION + POLISH + SPANISH_AND_NEIGHBOURS + VIETNAMESE + CYRILLIC
DEVANAGARI = "".join(map(chr, range(0x900, 0x980))) + "\u200c\u200d\u25cc"
SLANT = -12
SIGNS = "☐☑"
SPACES = " \u00a0"
QUOTES = "!'(),-.:;?–—‘’“”…"
ARABIC_FEATURES = ["init", "medi", "fina", "isol", "rlig", "ccmp", "calt", "mark", "mkmk", "kern", "locl"]


def main(commissioner: Path, vazirmatn: Path, noto: Path) -> None:
    cut(
        joined(commissioner, "latin", "latin-ext", "vietnamese", "cyrillic"),
        LATIN_AND_CYRILLIC,
        HERE / "commissioner.woff2",
        ["kern", "ccmp", "mark", "mkmk"],
    )
    cut(slanted(commissioner), LATIN_AND_CYRILLIC, HERE / "commissioner-slanted.woff2", ["kern", "ccmp"])
    cut(
        with_spaces(piece(vazirmatn, "arabic", "wght")),
        ARABIC + SPACES,
        HERE / "vazirmatn.woff2",
        ARABIC_FEATURES,
    )
    for weight in ("Regular", "Bold"):
        font = TTFont(noto / f"NotoSansDevanagari-{weight}.ttf")
        cut(font, DEVANAGARI + SPACES + QUOTES, HERE / f"noto-devanagari-{weight.lower()}.woff2", ["*"])
    cut(TTFont(noto / "NotoSansSymbols2-Regular.ttf"), SIGNS + SPACES, HERE / "noto-signs.woff2", [])


def slanted(package: Path) -> TTFont:
    """Commissioner leaning to its full angle, for emphasis: one weight, since what is bold does not lean here."""
    scripts = ("latin", "latin-ext", "vietnamese", "cyrillic")
    first, *rest = (slanted_piece(package, script) for script in scripts)
    del first["HVAR"]
    for other in rest:
        first = join(first, other)
    return first


def slanted_piece(package: Path, script: str) -> TTFont:
    font = TTFont(package / "files" / f"{package.name}-{script}-full-normal.woff2")
    axes = {"FLAR": 100, "VOLM": 0, "slnt": SLANT, "wght": WEIGHTS}
    instancer.instantiateVariableFont(font, axes, inplace=True)
    for name in font.getGlyphOrder():
        font["gvar"].variations.setdefault(name, [])
    return font


def with_spaces(font: TTFont) -> TTFont:
    """The Arabic piece of the package comes without a space: it gets one of a quarter of the type size."""
    font["glyf"]["space"] = Glyph()
    font.setGlyphOrder(font["glyf"].glyphOrder)
    font["gvar"].variations["space"] = []
    font["hmtx"]["space"] = (font["head"].unitsPerEm // 4, 0)
    del font["HVAR"]  # it knows only the package's glyphs; advances then come from gvar
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap |= {ord(space): "space" for space in SPACES}
    return font


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
