"""Kerning of a font that was joined from pieces: read from the whole family, written anew as one table of classes.

The pieces cannot give it: each knows only its own pairs, so that a Г before a full stop or a T before ę would gape.
The whole family is published in fixed weights: two of them give each pair's advance at one weight, and how it changes
on the way to the other.
"""

from collections.abc import Collection, Mapping

from fontTools.otlLib import builder
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables
from fontTools.varLib.builder import buildVarDevTable

Advance = tuple[int, int]  # font units between two glyphs: at the lightest weight, and what the heaviest adds
UNSEEN = 6  # of 2000 units: 0.05 px in running text; leaving such pairs alone saves a kilobyte
Pairs = Mapping[tuple[str, str], Advance]


def pair_advances(
    light: TTFont, bold: TTFont, how_far: float, glyphs: Collection[str]
) -> dict[tuple[str, str], Advance]:
    """Every pair of ``glyphs`` that is kerned at all. The names must be those of the whole family.

    ``how_far`` is the heaviest weight wanted, counted in steps from ``light`` (0) to ``bold`` (1).
    """
    found = {}
    in_light, in_bold = StaticKerning(light), StaticKerning(bold)
    for left in glyphs:
        for right in glyphs:
            first, last = in_light.advance(left, right), in_bold.advance(left, right)
            if max(abs(first), abs(last)) > UNSEEN:
                found[left, right] = (first, round((last - first) * how_far))
    return found


class StaticKerning:
    """What a font without axes says about a pair of its glyphs."""

    def __init__(self, font: TTFont) -> None:
        gpos = font["GPOS"].table
        wanted = {
            index
            for record in gpos.FeatureList.FeatureRecord
            if record.FeatureTag == "kern"
            for index in record.Feature.LookupListIndex
        }
        self._lookups = [
            [getattr(table, "ExtSubTable", table) for table in gpos.LookupList.Lookup[index].SubTable]
            for index in sorted(wanted)
        ]
        self._places = {
            id(table): {name: place for place, name in enumerate(table.Coverage.glyphs)}
            for tables in self._lookups
            for table in tables
        }

    def advance(self, left: str, right: str) -> int:
        """As a shaper does: every lookup adds; within a lookup the first table that knows the pair decides."""
        total = 0
        for tables in self._lookups:
            values = (self._value(table, left, right) for table in tables)
            decided = next((value for value in values if value is not None), None)
            total += getattr(decided, "XAdvance", 0)
        return total

    def _value(self, table: otTables.PairPos, left: str, right: str) -> otTables.ValueRecord | None:
        place = self._places[id(table)].get(left)
        if place is None:
            return None
        if table.Format == 1:
            pairs = table.PairSet[place].PairValueRecord
            return next((pair.Value1 for pair in pairs if pair.SecondGlyph == right), None)
        first = table.ClassDef1.classDefs.get(left, 0)
        second = table.ClassDef2.classDefs.get(right, 0)
        return table.Class1Record[first].Class2Record[second].Value1


def replace_kerning(font: TTFont, pairs: Pairs) -> None:
    """Let ``pairs`` be all the kerning of ``font``, whose only axis is weight."""
    devices = variations(font, sorted({more for _, more in pairs.values()}))
    values = {
        advance: builder.buildValue({"XAdvance": advance[0], "XAdvDevice": devices[advance[1]]})
        for advance in set(pairs.values())
    }
    classes = {(left, right): (values[advance], None) for left, right, advance in in_classes(pairs)}
    table = builder.buildPairPosClassesSubtable(classes, font.getReverseGlyphMap())
    lookups = font["GPOS"].table.LookupList
    lookups.Lookup.append(builder.buildLookup([table], flags=builder.LOOKUP_FLAG_IGNORE_MARKS))
    lookups.LookupCount = len(lookups.Lookup)  # the subsetter believes the count and would cut off the rest
    for record in font["GPOS"].table.FeatureList.FeatureRecord:
        if record.FeatureTag == "kern":
            record.Feature.LookupListIndex, record.Feature.LookupCount = [lookups.LookupCount - 1], 1


def variations(font: TTFont, amounts: list[int]) -> dict[int, otTables.Device]:
    """A device table for each amount that the heaviest weight adds."""
    store = font["GDEF"].table.VarStore
    if len(store.VarRegionList.Region) != 1:
        raise ValueError("the font has masters between its two weights")
    data = otTables.VarData()
    data.VarRegionIndex, data.VarRegionCount = [0], 1
    data.Item, data.ItemCount = [[amount] for amount in amounts], len(amounts)
    store.VarData.append(data)
    store.VarDataCount = len(store.VarData)
    return {
        amount: buildVarDevTable((store.VarDataCount - 1 << 16) + inner)
        for inner, amount in enumerate(amounts)
    }


def in_classes(pairs: Pairs) -> list[tuple[tuple[str, ...], tuple[str, ...], Advance]]:
    """The same pairs, with those letters in one class that stand alike beside every other letter."""
    lefts = alike(pairs)
    rights = alike({(right, left): advance for (left, right), advance in pairs.items()})
    return [
        (left, right, pairs[left[0], right[0]])
        for left in lefts
        for right in rights
        if (left[0], right[0]) in pairs
    ]


def alike(pairs: Pairs) -> list[tuple[str, ...]]:
    rows: dict[str, dict[str, Advance]] = {}
    for (one, other), advance in pairs.items():
        rows.setdefault(one, {})[other] = advance
    groups: dict[frozenset[tuple[str, Advance]], list[str]] = {}
    for name, row in rows.items():
        groups.setdefault(frozenset(row.items()), []).append(name)
    return [tuple(sorted(group)) for group in groups.values()]
