"""The typefaces of print: the site's own, and two it does not need on the screen (Devanagari, boxes to tick)."""

from pathlib import Path

HERE = Path(__file__).parent
SITE_FONTS = HERE.parents[1] / "static" / "fonts"

# Family, file, weights it covers. Each family serves one alphabet; a text takes each letter from the first that has it.
FACES = (
    ("Voice", SITE_FONTS / "commissioner-polish.woff2", "400 720"),
    ("Voice Cyrillic", SITE_FONTS / "commissioner-cyrillic.woff2", "400 720"),
    ("Voice Latin", SITE_FONTS / "commissioner-latin-other.woff2", "400 720"),
    ("Voice Arabic", SITE_FONTS / "vazirmatn-arabic.woff2", "400 720"),
    ("Voice Devanagari", HERE / "fonts" / "noto-devanagari.woff2", "400"),
    ("Voice Devanagari", HERE / "fonts" / "noto-devanagari-bold.woff2", "700"),
    ("Voice Signs", HERE / "fonts" / "noto-signs.woff2", "400"),
)
LATIN_FIRST = ("Voice", "Voice Latin", "Voice Cyrillic", "Voice Arabic", "Voice Devanagari", "Voice Signs")
CYRILLIC_FIRST = ("Voice Cyrillic", "Voice", "Voice Latin", "Voice Arabic", "Voice Signs")


def font_css(language: str) -> str:
    """`@font-face` rules, and the family list a text of this language is set in."""
    faces = "".join(
        f'@font-face{{font-family:"{family}";src:url("{path.as_uri()}");font-weight:{weights}}}'
        for family, path, weights in FACES
    )
    order = CYRILLIC_FIRST if language in ("uk", "be", "ru") else LATIN_FIRST
    return f"{faces}html{{font-family:{','.join(f'{name!r}' for name in order)}}}"
