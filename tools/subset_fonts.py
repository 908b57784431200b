"""Make the site's web fonts from three npm packages (all SIL OFL 1.1). Needs fonttools[woff] from requirements-dev.

    npm pack @fontsource-variable/commissioner @fontsource-variable/vazirmatn @expo-google-fonts/commissioner
    python -m tools.subset_fonts path/to/commissioner path/to/vazirmatn path/to/whole-commissioner static/fonts

(each unpacked into a directory; the first two must bear the family's name.)

The packages carry each family cut by script. A Polish page would then fetch two files, a Ukrainian one three. Here
the pieces are joined and cut again by *reader*: one file for Polish and English, one for Ukrainian, Belarusian and
Russian (with the Polish alphabet, since every page has a street, an address or a licence name), one for the rest of the
Latin alphabets, one for Arabic. Of Commissioner's four axes only weight stays; the flare of the stroke ends is fixed
at its full value, which is what gives the family its warmth.

Joining is possible because the pieces are cuts of one font: glyph names, axes and masters agree. Only kerning is lost
between them; it comes from the third package, which has the family whole but in fixed weights (see font_kerning.py).
"""

import argparse
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from tools.font_kerning import pair_advances, replace_kerning

WEIGHTS = (400, 400, 720)
ASCII = "".join(map(chr, range(0x20, 0x7F)))
PUNCTUATION = "\u00a0§©«»°·×–—‘’‚“”„•…€−\u2009" + "\u202f\u2011"  # the last two stand in, see STAND_INS
POLISH = "ĄąĆćĘęŁłŃńÓóŚśŹźŻż"
APOSTROPHE_AS_LETTER = "\u02bc"  # Ukrainian and Belarusian keyboards give it or ’
CYRILLIC = "".join(map(chr, range(0x410, 0x450))) + "ЁёЄєІіЇїЎўҐґ№\u0301" + APOSTROPHE_AS_LETTER
SPANISH_AND_NEIGHBOURS = (
    "ÁáÉéÍíÚúÑñÜü¿¡ªºÄäÖößÀàÂâÇçÈèÊêËëÎîÏïÔôÙùÛûŸÿŒœÆæČčĎďĚěŇňŘřŠšŤťŮůÝýŽžĽľĹĺŔŕĂăȘșȚțŐőŰű"
)
VIETNAMESE = "ĐđĨĩŨũƠơƯưĂăÂâÊêÔôƯÃãÕõÌìÒò\u0300\u0301\u0303\u0309\u0323₫" + "".join(
    map(chr, range(0x1EA0, 0x1EFA))
)
ARABIC = "".join(
    map(chr, [0x60C, 0x61B, 0x61F, *range(0x621, 0x63B), *range(0x640, 0x653), 0x66A, 0x66B, 0x66C, 0x670])
) + "".join(map(chr, [*range(0x660, 0x66A), *range(0x200C, 0x2010)]))
ARABIC_COMPANY = " !\"%&'()+,-./0123456789:;?\u00a0«»·–—‘’“”…\u202f\u2011"

# What the families lack, shown by a glyph of the same look: narrow no-break space, no-break hyphen, direction mark.
STAND_INS = {0x202F: 0x2009, 0x2011: 0x2D, 0x200F: 0x200E}


def piece(package: Path, script: str, axes: str) -> TTFont:
    """One script of a family, with every axis fixed but weight."""
    font = TTFont(package / "files" / f"{package.name}-{script}-{axes}-normal.woff2")
    limits = {"FLAR": 100, "VOLM": 0, "slnt": 0, "wght": WEIGHTS}
    wanted = {axis.axisTag: limits[axis.axisTag] for axis in font["fvar"].axes}
    instancer.instantiateVariableFont(font, wanted, inplace=True)
    for (
        name
    ) in font.getGlyphOrder():  # an empty glyph may lack its entry, which the subsetter takes for an error
        font["gvar"].variations.setdefault(name, [])
    return font


def join(base: TTFont, other: TTFont) -> TTFont:
    """Take from ``other`` every glyph that ``base`` lacks. Kerning is written anew afterwards."""
    missing = [name for name in other.getGlyphOrder() if name not in set(base.getGlyphOrder())]
    for name in missing:
        base["glyf"][name] = other["glyf"][name]
        base["gvar"].variations[name] = other["gvar"].variations[name]
        base["hmtx"][name] = other["hmtx"][name]
    base.setGlyphOrder([*base.getGlyphOrder(), *(n for n in missing if n not in base.getGlyphOrder())])
    for table in base["cmap"].tables:
        if table.isUnicode():
            for code, name in other.getBestCmap().items():
                table.cmap.setdefault(code, name)
    base["GDEF"].table.GlyphClassDef.classDefs = {
        **other["GDEF"].table.GlyphClassDef.classDefs,
        **base["GDEF"].table.GlyphClassDef.classDefs,
    }
    return base


def cut(font: TTFont, characters: str, target: Path, features: list[str]) -> None:
    options = subset.Options()
    options.flavor = "woff2"
    options.hinting = False
    options.layout_features = features
    options.drop_tables += ["MVAR", "STAT"]
    options.name_IDs = [0, 1, 2, 13, 14]  # family, copyright and licence stay inside the file
    options.notdef_outline = False
    options.glyph_names = False
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=map(ord, characters))
    cutter.subset(font)
    font.flavor = "woff2"
    font.save(target)
    print(f"{target.name}: {target.stat().st_size} bytes, {len(font.getBestCmap())} characters")


def stand_in(font: TTFont) -> None:
    for table in font["cmap"].tables:
        if table.isUnicode():
            for missing, present in STAND_INS.items():
                if present in table.cmap:
                    table.cmap.setdefault(missing, table.cmap[present])


def commissioner(package: Path, whole: Path, characters: str, *scripts: str) -> TTFont:
    """The pieces for ``scripts`` joined and kerned; the first gives the marks their places."""
    font, *others = (piece(package, script, "full") for script in scripts)
    del font["HVAR"]  # it knows only the first piece's glyphs; advances then come from gvar
    for other in others:
        font = join(font, other)
    stand_in(font)
    cmap = font.getBestCmap()
    letters = {cmap[ord(character)] for character in characters}
    glyphs = [
        name for name in font.getGlyphOrder() if name.partition(".calt")[0] in letters
    ]  # її has its own ї
    light, bold = (TTFont(whole / name / f"Commissioner_{name}.ttf") for name in ("400Regular", "700Bold"))
    how_far = (WEIGHTS[2] - 400) / (700 - 400)
    replace_kerning(font, pair_advances(light, bold, how_far, glyphs))
    return font


def vazirmatn(package: Path) -> TTFont:
    """Arabic letters with their own kerning, and the figures and punctuation that stand among them."""
    font = piece(package, "arabic", "wght")
    del font["HVAR"]
    font = join(font, piece(package, "latin", "wght"))
    stand_in(font)
    return font


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("commissioner", type=Path, help="unpacked @fontsource-variable/commissioner")
    parser.add_argument("vazirmatn", type=Path, help="unpacked @fontsource-variable/vazirmatn")
    parser.add_argument("whole_commissioner", type=Path, help="unpacked @expo-google-fonts/commissioner")
    parser.add_argument("target", type=Path)
    given = parser.parse_args()

    features = ["kern", "ccmp", "calt", "mark", "mkmk"]  # locl would carry Bulgarian and Serbian shapes
    readers = {
        "polish": (ASCII + PUNCTUATION + POLISH, "latin", "latin-ext"),
        "cyrillic": (ASCII + PUNCTUATION + POLISH + CYRILLIC, "cyrillic", "latin", "latin-ext"),
        "latin-other": (SPANISH_AND_NEIGHBOURS + VIETNAMESE, "latin", "latin-ext", "vietnamese"),
    }
    for reader, (characters, *scripts) in readers.items():
        font = commissioner(given.commissioner, given.whole_commissioner, characters, *scripts)
        cut(font, characters, given.target / f"commissioner-{reader}.woff2", features)
    cut(
        vazirmatn(given.vazirmatn),
        ARABIC + ARABIC_COMPANY,
        given.target / "vazirmatn-arabic.woff2",
        [*features, "init", "medi", "fina", "isol", "rlig", "locl"],
    )


if __name__ == "__main__":
    main()
