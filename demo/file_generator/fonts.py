"""The typefaces of print: those of the site, cut anew (`cut_fonts`), and two more for Devanagari and boxes to tick."""

from pathlib import Path

TYPEFACES = Path(__file__).parent / "typefaces"

# Family, file, weights it covers. A text takes each letter from the first family that has it.
FACES = (
    ("Voice", "commissioner.woff2", "400 720"),
    ("Voice Arabic", "vazirmatn.woff2", "400 720"),
    ("Voice Devanagari", "noto-devanagari-regular.woff2", "400"),
    ("Voice Devanagari", "noto-devanagari-bold.woff2", "700"),
    ("Voice Signs", "noto-signs.woff2", "400"),
    ("Voice Slanted", "commissioner-slanted.woff2", "400"),
)
FIRST = {"ar": "Voice Arabic", "hi": "Voice Devanagari"}


def font_css(language: str) -> str:
    """`@font-face` rules, and the list of families for a text of this language: its own script's first."""
    faces = "".join(
        f'@font-face{{font-family:"{family}";src:url("{(TYPEFACES / name).as_uri()}");font-weight:{weights}}}'
        for family, name, weights in FACES
    )
    families = list(dict.fromkeys([FIRST.get(language, "Voice"), *(family for family, *_face in FACES)]))
    return f"{faces}html{{font-family:{','.join(f'{family!r}' for family in families)}}}"
