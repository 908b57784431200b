"""The handbook for editors says what the admin says, and everything it points to is there."""

import re
from pathlib import Path

import pytest

from tests.docs.interface_labels import is_label
from tools.places import ROOT
from tools.screenshots.registry import all_scenes
from tools.screenshots.saving import MOST_BYTES

HANDBOOK = ROOT / "docs" / "editors"
LANGUAGES = ("pl", "en")
SHEETS = sorted(path.relative_to(HANDBOOK) for path in HANDBOOK.rglob("*.md"))
MOST_BYTES_ALTOGETHER = 3_000_000

LABEL = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
CODE = re.compile(r"`[^`]*`")
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
IMAGE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def text_of(sheet: Path) -> str:
    return (HANDBOOK / sheet).read_text(encoding="utf-8")


def anchors_of(sheet: Path) -> set[str]:
    """As GitHub makes them: lower case, no punctuation, hyphens for spaces."""
    headings = HEADING.findall(sheet.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


def test_both_languages_have_the_same_pages() -> None:
    polish, english = ({path.name for path in (HANDBOOK / language).glob("*.md")} for language in LANGUAGES)
    assert polish == english
    assert len(polish) > 10


@pytest.mark.parametrize("sheet", [sheet for sheet in SHEETS if sheet.parts[0] in LANGUAGES], ids=str)
def test_every_label_in_bold_is_one_of_the_interface(sheet: Path) -> None:
    quoted = LABEL.findall(CODE.sub("", text_of(sheet)))
    assert [label for label in quoted if not is_label(label, sheet.parts[0])] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_label_that_does_not_exist_is_noticed(language: str) -> None:
    assert not is_label("Opublikuj wszystko natychmiast", language)
    assert not is_label("Publish everything at once", language)
    assert is_label({"pl": "Zapisz szkic", "en": "Save draft"}[language], language)


def test_a_label_of_others_that_we_say_better_is_the_better_one() -> None:
    """Both in what Python says and in what scripts say."""
    assert is_label("Poproś o poprawki", "pl")
    assert not is_label("Żądania zmian", "pl")
    assert is_label("Prześlij plik PO", "pl")
    assert not is_label("Wgraj plik PO", "pl")


@pytest.mark.parametrize("sheet", SHEETS, ids=str)
def test_everything_a_page_points_to_is_there(sheet: Path) -> None:
    missing = []
    for address in LINK.findall(text_of(sheet)):
        if re.match(r"[a-z]+:", address):
            continue
        name, _hash, anchor = address.partition("#")
        target = (HANDBOOK / sheet).parent / name if name else HANDBOOK / sheet
        if not target.exists() or (anchor and anchor not in anchors_of(target)):
            missing.append(address)
    assert missing == []


@pytest.mark.parametrize("sheet", SHEETS, ids=str)
def test_every_picture_is_described(sheet: Path) -> None:
    assert [address for words, address in IMAGE.findall(text_of(sheet)) if len(words) < 10] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_pictures_are_those_the_script_takes_and_a_page_shows(language: str) -> None:
    kept = {path.name for path in (HANDBOOK / language / "images").iterdir()}
    shown = {
        Path(address).name
        for sheet in SHEETS
        if sheet.parts[0] == language
        for _words, address in IMAGE.findall(text_of(sheet))
    }
    assert kept == shown == {f"{name}.webp" for name in all_scenes()}


def test_pictures_are_small() -> None:
    sizes = {str(path.relative_to(HANDBOOK)): path.stat().st_size for path in HANDBOOK.rglob("*.webp")}
    assert {name: size for name, size in sizes.items() if size > MOST_BYTES} == {}
    assert sum(sizes.values()) <= MOST_BYTES_ALTOGETHER
