"""Readers fetch one style sheet; those who write it have several."""

import re
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage

from site_core.stylesheet import ENTRY, JoinedStylesheetStorage
from tools.places import ROOT


def collected(target: Path) -> tuple[JoinedStylesheetStorage, str]:
    """The style sheets and what they name, hashed into ``target``; with the sheet as it is sent."""
    source = FileSystemStorage(ROOT / "static")
    names = [
        str(path.relative_to(ROOT / "static"))
        for folder in ("css", "fonts", "logo")
        for path in (ROOT / "static" / folder).iterdir()
    ]
    storage = JoinedStylesheetStorage(location=target, base_url="/static/")
    for name in names:
        storage.save(name, source.open(name))
    for _name, _hashed, processed in storage.post_process({name: (source, name) for name in names}):
        assert not isinstance(processed, Exception)
    return storage, (target / storage.stored_name(ENTRY)).read_text()


@pytest.mark.slow
def test_the_sheet_that_is_sent_asks_for_no_other(tmp_path: Path) -> None:
    _storage, sheet = collected(tmp_path)
    assert "@import" not in sheet
    assert sheet.startswith("@layer reset, elements, layout, components, blocks, states;")


@pytest.mark.slow
def test_it_holds_what_every_sheet_says_and_no_comments(tmp_path: Path) -> None:
    _storage, sheet = collected(tmp_path)
    for said in ("--paper:", ".masthead", ".freshness", "@layer blocks"):
        assert said in sheet
    assert "/*" not in sheet
    assert sheet.count("{") == sheet.count("}")


@pytest.mark.slow
def test_the_fonts_it_names_are_there(tmp_path: Path) -> None:
    _storage, sheet = collected(tmp_path)
    fonts = set(re.findall(r'url\("?\.\./(fonts/[^")]+)"?\)', sheet))
    assert len(fonts) == 4
    assert all((tmp_path / font).is_file() for font in fonts)
    assert all(re.fullmatch(r"fonts/[\w-]+\.[0-9a-f]{12}\.woff2", font) for font in fonts)


@pytest.mark.slow
def test_a_change_in_one_sheet_changes_the_address_of_the_joined_one(tmp_path: Path) -> None:
    """Browsers keep the file for ever; nobody may keep yesterday's."""
    storage, _sheet = collected(tmp_path)
    hashed = storage.stored_name(ENTRY)
    assert re.fullmatch(r"css/site\.[0-9a-f]{12}\.css", hashed)
    imports_alone = storage.file_hash(ENTRY, ContentFile((tmp_path / ENTRY).read_bytes()))
    assert imports_alone not in hashed


def test_the_dark_changes_only_colours() -> None:
    """What lets the accessibility tests ask in the dark about colours alone."""
    dark = re.compile(r"@media \(prefers-color-scheme: dark\) \{(.*?)\n\}", re.DOTALL)
    sheets = {path.name: path.read_text() for path in (ROOT / "static" / "css").glob("*.css")}
    blocks = [block for name, text in sheets.items() if name != "admin.css" for block in dark.findall(text)]
    declared = [
        declaration.split(":", 1)
        for block in blocks
        for inside in re.findall(r"\{([^{}]*)\}", re.sub(r"/\*.*?\*/", "", block, flags=re.DOTALL))
        for declaration in inside.split(";")
        if declaration.strip()
    ]
    assert len(declared) > 20
    assert [
        (name, value)
        for name, value in declared
        if not re.fullmatch(r"\s*--[a-z-]+", name)
        or not re.fullmatch(r"\s*(oklch\([^)]*\)|var\(--[a-z-]+\))\s*", value)
    ] == []
