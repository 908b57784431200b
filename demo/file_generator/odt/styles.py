"""styles.xml: `styles.xml` beside this file, with the paper, the language and the colours of the source."""

from pathlib import Path
from string import Template

from demo.file_generator.licences import SHORT
from demo.file_generator.palettes import PALETTES
from demo.file_generator.sources import Source

_TEMPLATE = Path(__file__).with_name("styles.xml")
_COUNTRIES = {"pl": "PL", "en": "GB", "uk": "UA", "be": "BY", "ru": "RU", "ar": "EG"}
_A4 = ("21cm", "29.7cm", "2cm")
_PAPER = {"document": _A4, "leaflet": _A4, "card-a5": ("14.8cm", "21cm", "1.3cm")}


def styles(source: Source) -> str:
    language = source.language.partition("-")[0]
    palette = PALETTES[str(source.facts["palette"])]
    width, height, margin = _PAPER[str(source.facts["layout"])]
    return Template(_TEMPLATE.read_text(encoding="utf-8")).substitute(
        width=width,
        height=height,
        margin=margin,
        language=language,
        country=_COUNTRIES[language],
        accent=palette.accent,
        licence=SHORT[str(source.facts["licence"])],
        size="9pt" if width == "14.8cm" else "10.5pt",
    )
