"""Make the site's web fonts from two npm packages (both SIL OFL 1.1). Needs fonttools[woff] from requirements-dev.

    npm pack @fontsource-variable/commissioner @fontsource-variable/vazirmatn     (and unpack both)
    python tools/subset_fonts.py path/to/commissioner path/to/vazirmatn static/fonts

The packages carry each family cut by script. A Polish page would then fetch two files, a Ukrainian one three. Here
the pieces are joined and cut again by *reader*: one file for Polish and English, one for Ukrainian, Belarusian and
Russian (with the Polish alphabet, since every page has a street, an address or a licence name), one for the rest of the
Latin alphabets, one for Arabic. Of Commissioner's four axes only weight stays; the flare of the stroke ends is fixed
at its full value, which is what gives the family its warmth.

Joining is possible because the pieces are cuts of one font: glyph names, axes and masters agree.
"""

import argparse
import unicodedata
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables
from fontTools.varLib import instancer

WEIGHTS = (400, 400, 720)
PUNCTUATION = "\u00a0§©«»°·×–—‘’‚“”„•…€−№\u2009\u202f\u2011→←"
ASCII = "".join(map(chr, range(0x20, 0x7F)))
POLISH = "ĄąĆćĘęŁłŃńÓóŚśŹźŻż"
CYRILLIC = "".join(map(chr, range(0x410, 0x450))) + "ЁёЄєІіЇїЎўҐґ\u0301"
SPANISH_AND_NEIGHBOURS = (
    "ÁáÉéÍíÚúÑñÜü¿¡ªºÄäÖößÀàÂâÇçÈèÊêËëÎîÏïÔôÙùÛûŸÿŒœÆæČčĎďĚěŇňŘřŠšŤťŮůÝýŽžĽľĹĺŔŕĂăȘșȚțŐőŰű"
)
VIETNAMESE = "ĐđĨĩŨũƠơƯưĂăÂâÊêÔôƯÃãÕõÌìÒò\u0300\u0301\u0303\u0309\u0323₫" + "".join(
    map(chr, range(0x1EA0, 0x1EFA))
)
ARABIC = "".join(
    map(chr, [0x60C, 0x61B, 0x61F, *range(0x621, 0x63B), *range(0x640, 0x653), 0x66A, 0x66B, 0x66C, 0x670])
) + "".join(map(chr, [*range(0x660, 0x66A), 0x200C, 0x200D, 0x200E, 0x200F]))
LETTERS_WITHOUT_DECOMPOSITION = {"Ł": "L", "ł": "l"}


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
    """Take from ``other`` every glyph that ``base`` lacks, and its kerning after base's own."""
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
    append_kerning(base, other)
    return base


def append_kerning(base: TTFont, other: TTFont) -> None:
    """Append the pair-adjustment lookups; their variation indices move behind those of ``base``."""
    store, added = base["GDEF"].table.VarStore, other["GDEF"].table.VarStore
    outer, first_region = len(store.VarData), len(store.VarRegionList.Region)
    store.VarRegionList.Region += added.VarRegionList.Region
    for data in added.VarData:
        data.VarRegionIndex = [index + first_region for index in data.VarRegionIndex]
        store.VarData.append(data)
    store.VarDataCount = len(store.VarData)
    store.VarRegionList.RegionCount = len(store.VarRegionList.Region)

    lookups = kerning_lookups(other)
    for lookup in lookups:
        for device in variation_indices(lookup):
            device.StartSize += outer
    gpos = base["GPOS"].table
    start = len(gpos.LookupList.Lookup)
    gpos.LookupList.Lookup += lookups
    for record in gpos.FeatureList.FeatureRecord:
        if record.FeatureTag == "kern":
            record.Feature.LookupListIndex += range(start, start + len(lookups))


def kerning_lookups(font: TTFont) -> list[otTables.Lookup]:
    gpos = font["GPOS"].table
    wanted = {
        i for r in gpos.FeatureList.FeatureRecord if r.FeatureTag == "kern" for i in r.Feature.LookupListIndex
    }
    return [gpos.LookupList.Lookup[index] for index in sorted(wanted)]


def pair_tables(lookup: otTables.Lookup) -> list[otTables.PairPos]:
    tables = [getattr(table, "ExtSubTable", table) for table in lookup.SubTable]
    return [table for table in tables if isinstance(table, otTables.PairPos)]


def variation_indices(lookup: otTables.Lookup) -> list[otTables.Device]:
    """Each device table of the pairs once, however many pairs share it."""
    values = []
    for table in pair_tables(lookup):
        if table.Format == 1:
            records = [record for pair_set in table.PairSet for record in pair_set.PairValueRecord]
        else:
            records = [record for first in table.Class1Record for record in first.Class2Record]
        values += [
            value for record in records for value in (record.Value1, record.Value2) if value is not None
        ]
    devices = {
        id(device): device
        for value in values
        for device in (getattr(value, "XAdvDevice", None), getattr(value, "XPlaDevice", None))
        if device is not None and device.DeltaFormat == 0x8000
    }
    return list(devices.values())


def kern_like_base_letters(font: TTFont) -> None:
    """ą is spaced as a, ł as l: the cut by script took these pairs apart."""
    cmap = font.getBestCmap()
    pairs = {}
    for code, name in cmap.items():
        base = LETTERS_WITHOUT_DECOMPOSITION.get(chr(code), unicodedata.normalize("NFD", chr(code))[0])
        if base != chr(code) and ord(base) in cmap:
            pairs[name] = cmap[ord(base)]
    order = font.getReverseGlyphMap()
    for lookup in kerning_lookups(font):
        for table in pair_tables(lookup):
            if table.Format != 2:
                continue
            first, second = table.ClassDef1.classDefs, table.ClassDef2.classDefs
            covered = set(table.Coverage.glyphs)
            for name, base in pairs.items():
                if base in covered and name not in covered:
                    covered.add(name)
                    first[name] = first.get(base, 0)
                if base in second:
                    second.setdefault(name, second[base])
            table.Coverage.glyphs = sorted(covered, key=order.__getitem__)
            table.ClassDef1.classDefs = {name: value for name, value in first.items() if value}


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


def joined(package: Path, *scripts: str) -> TTFont:
    first, *rest = (piece(package, script, "full") for script in scripts)
    del first["HVAR"]  # it knows only the first piece's glyphs; advances then come from gvar
    for other in rest:
        first = join(first, other)
    kern_like_base_letters(first)
    return first


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("commissioner", type=Path, help="unpacked @fontsource-variable/commissioner")
    parser.add_argument("vazirmatn", type=Path, help="unpacked @fontsource-variable/vazirmatn")
    parser.add_argument("target", type=Path)
    given = parser.parse_args()

    latin = ["kern", "ccmp"]  # not locl: it would carry the Bulgarian and Serbian letter shapes along
    cut(
        joined(given.commissioner, "latin", "latin-ext"),
        ASCII + PUNCTUATION + POLISH,
        given.target / "commissioner-polish.woff2",
        latin,
    )
    cut(
        joined(given.commissioner, "cyrillic", "latin", "latin-ext"),
        ASCII + PUNCTUATION + CYRILLIC + POLISH,
        given.target / "commissioner-cyrillic.woff2",
        latin,
    )
    cut(
        joined(given.commissioner, "latin", "latin-ext", "vietnamese"),
        SPANISH_AND_NEIGHBOURS + VIETNAMESE,
        given.target / "commissioner-latin-other.woff2",
        [*latin, "mark", "mkmk"],
    )
    cut(
        piece(given.vazirmatn, "arabic", "wght"),
        ARABIC,
        given.target / "vazirmatn-arabic.woff2",
        ["init", "medi", "fina", "isol", "rlig", "ccmp", "calt", "mark", "mkmk", "kern", "locl"],
    )


if __name__ == "__main__":
    main()
