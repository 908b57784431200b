"""The font files keep what pages rely on: letters, kerning, places for marks, and what the style sheet says of it."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from tools.font_kerning import StaticKerning
from tools.places import ROOT

FONTS = ROOT / "static" / "fonts"
STYLE = (ROOT / "static" / "css" / "foundation.css").read_text()
FILES = sorted(path.name for path in FONTS.glob("*.woff2"))

FIGURES = "0123456789"
SPACES_AND_HYPHENS = " \u00a0\u202f-\u2011–—"
PROMISED = {
    "commissioner-polish": [
        "AĄBCĆDEĘFGHIJKLŁMNŃOÓPQRSŚTUVWXYZŹŻaąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż",
        FIGURES + SPACES_AND_HYPHENS + ".,:;!?()/…§°×−€&%@•·",
        "„”«»‚’“‘",
    ],
    "commissioner-cyrillic": [
        "АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯабвгґдеєжзиіїйклмнопрстуфхцчшщьюя’ʼ\u0301",
        "АБВГДЕЁЖЗІЙКЛМНОПРСТУЎФХЦЧШЫЬЭЮЯабвгдеёжзійклмнопрстуўфхцчшыьэюя",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzĄĆĘŁŃÓŚŹŻąćęłńóśźż",
        FIGURES + SPACES_AND_HYPHENS + ".,:;!?()/…§№°×−€&%@•·",
        "«»„“”‚‘’",
    ],
    "commissioner-latin-other": ["áéíúüñ¿¡ÁÉÍÚÜÑ", "ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệ"],
    "vazirmatn-arabic": [
        "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي",
        "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670ـ",
        "٠١٢٣٤٥٦٧٨٩٪٫٬،؛؟" + FIGURES + SPACES_AND_HYPHENS.replace("—", "") + ".:!()/…",
        "«»“”‘’",
        "\u200c\u200d\u200e\u200f",
    ],
}
TIGHTER = {
    "commissioner-polish": ["AV", "To", "Tę", "Wy", "Wą", "Ły", "ŁT", "„W", "T.", "r,", "Ko"],
    "commissioner-cyrillic": ["ГА", "ТА", "То", "Та", "Ґа", "У.", "Г,", "Р.", "„Т", "А”", "Ўс", "Tę", "AV"],
    "commissioner-latin-other": ["ÄÝ", "Ưă", "Ťá"],
}
MARKED = {"commissioner-cyrillic", "vazirmatn-arabic"}


@cache
def font(name: str) -> TTFont:
    return TTFont(FONTS / name)


def characters_of(code_ranges: str) -> Iterator[int]:
    for first, last in re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", code_ranges):
        yield from range(int(first, 16), int(last or first, 16) + 1)


def test_every_file_is_tested() -> None:
    assert {f"{name}.woff2" for name in PROMISED} == set(FILES)


@pytest.mark.parametrize("name", PROMISED)
def test_a_font_holds_the_alphabets_figures_and_quotation_marks_it_is_for(name: str) -> None:
    present = set(font(f"{name}.woff2").getBestCmap())
    assert [letter for letter in "".join(PROMISED[name]) if ord(letter) not in present] == []


@pytest.mark.parametrize("name", TIGHTER)
def test_pairs_that_would_gape_stand_closer(name: str) -> None:
    file = font(f"{name}.woff2")
    names, kerning = file.getBestCmap(), StaticKerning(file)
    advances = {pair: kerning.advance(*(names[ord(letter)] for letter in pair)) for pair in TIGHTER[name]}
    assert {pair: advance for pair, advance in advances.items() if advance > -20} == {}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("table", ["GPOS", "GSUB"])
def test_no_feature_points_to_a_lookup_that_is_missing(name: str, table: str) -> None:
    """Firefox throws the whole table away for that, and all kerning and marks with it."""
    layout = font(name)[table].table
    features = [record.Feature for record in layout.FeatureList.FeatureRecord]
    used = {index for feature in features for index in feature.LookupListIndex}
    assert used <= set(range(len(layout.LookupList.Lookup)))


@pytest.mark.parametrize("name", FILES)
def test_kerning_and_marks_serve_every_script_of_the_font(name: str) -> None:
    layout = font(name)["GPOS"].table
    wanted = {"kern", "mark"} if name.removesuffix(".woff2") in MARKED else {"kern"}
    for script in layout.ScriptList.ScriptRecord:
        offered = {
            layout.FeatureList.FeatureRecord[i].FeatureTag for i in script.Script.DefaultLangSys.FeatureIndex
        }
        assert wanted <= offered, script.ScriptTag


def test_the_style_sheet_fetches_no_font_for_a_letter_that_it_lacks() -> None:
    faces = re.findall(r"@font-face \{[^}]*fonts/([\w-]+\.woff2)[^}]*unicode-range:([^;]*);", STYLE)
    assert {name for name, _ in faces} == set(FILES)
    for name, code_ranges in faces:
        assert set(characters_of(code_ranges)) <= set(font(name).getBestCmap()), name


def test_the_licence_lies_beside_the_fonts() -> None:
    assert "SIL OPEN FONT LICENSE" in Path(FONTS / "OFL.txt").read_text()
