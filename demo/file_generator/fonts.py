"""The site's own typefaces in three fixed weights, which every PDF reader understands, and what they lack from Debian."""

from __future__ import annotations

from pathlib import Path

from fontTools import merge
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables
from fontTools.varLib import instancer

SITE_FONTS = Path(__file__).parents[2] / "static" / "fonts"
# Weight in the style sheets, which know only hundreds: weight of the typeface.
WEIGHTS = {400: 400, 600: 600, 700: 720}
# Family in the style sheets: the cuts in static/fonts it is put together from. In one family, because a change of font in
# the middle of a Vietnamese word leaves gaps.
FAMILIES = {
    "Site": ("commissioner-polish.woff2", "commissioner-latin-other.woff2", "commissioner-cyrillic.woff2"),
    "Site Arabic": ("vazirmatn-arabic.woff2",),
}
# The package fonts-noto-core; only Hindi and the boxes to tick need it.
NOTO = Path("/usr/share/fonts/truetype/noto")
FROM_DEBIAN = {
    ("Site Devanagari", 400): "NotoSansDevanagari-Regular.ttf",
    ("Site Devanagari", 700): "NotoSansDevanagari-Bold.ttf",
    ("Site Signs", 400): "NotoSansSymbols2-Regular.ttf",
}
STACK = '"Site", "Site Arabic", "Site Devanagari", "Site Signs"'
ARABIC_STACK = '"Site Arabic", "Site", "Site Signs"'


class FontsMissing(Exception):
    """A font that has to be installed on the machine that makes the files."""


def face_rules(folder: Path) -> str:
    """`@font-face` rules for all of them; the fixed weights are written into ``folder``."""
    rules = []
    for family, cuts in FAMILIES.items():
        for weight, drawn in WEIGHTS.items():
            path = folder / f"{family.replace(' ', '-')}-{weight}.ttf"
            if not path.exists():
                _join([_of_weight(cut, drawn, folder) for cut in cuts], f"{family} {weight}", path)
            rules.append(_rule(family, weight, path))
    for (family, weight), name in FROM_DEBIAN.items():
        path = NOTO / name
        if not path.is_file():
            raise FontsMissing(f"{name} is missing: apt-get install fonts-noto-core")
        rules.append(_rule(family, weight, path))
    return "\n".join(rules)


def _of_weight(cut: str, weight: int, folder: Path) -> Path:
    font = instancer.instantiateVariableFont(TTFont(SITE_FONTS / cut, recalcTimestamp=False), {"wght": weight})
    font["OS/2"].usWeightClass = weight
    font.flavor = None
    for table in ("GSUB", "GPOS"):
        _forget_missing_lookups(font[table].table)
    path = folder / f"{Path(cut).stem}-{weight}.part.ttf"
    font.save(path)
    return path


def _forget_missing_lookups(table: otTables.GSUB | otTables.GPOS) -> None:
    """Fixing the weight takes lookups away that only varied; their numbers stay behind in the features."""
    present = len(table.LookupList.Lookup)
    for record in table.FeatureList.FeatureRecord:
        indices = [index for index in record.Feature.LookupListIndex if index < present]
        record.Feature.LookupListIndex, record.Feature.LookupCount = indices, len(indices)


def _join(parts: list[Path], name: str, path: Path) -> None:
    font = merge.Merger().merge([str(part) for part in parts]) if len(parts) > 1 else TTFont(parts[0])
    for record in font["name"].names:
        if record.nameID in (1, 4, 6, 16):
            record.string = name.replace(" ", "") if record.nameID == 6 else name
    # Otherwise the moment of joining ends up in every PDF.
    font.recalcTimestamp = False
    font["head"].created = font["head"].modified = 0
    font.save(path)


def _rule(family: str, weight: int, path: Path) -> str:
    return f'@font-face {{ font-family: "{family}"; font-weight: {weight}; src: url("{path.as_uri()}"); }}'
