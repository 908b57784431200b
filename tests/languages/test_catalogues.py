"""The interface's catalogues: complete as committed, and the check that says so does notice when they are not."""

import shutil
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import override_settings

from site_core.catalogues import extraction
from site_core.catalogues.comparison import faults, key_of, text_faults
from site_core.catalogues.extraction import extracted_messages
from site_core.catalogues.places import interface_catalogues, overriding_catalogues
from site_core.catalogues.plural_forms import numbers_by_form, plural_forms
from site_core.catalogues.writing import updated_catalogue, write_catalogue
from site_core.management.commands import check_catalogues

Change = Callable[[polib.POFile], object]


@pytest.fixture(scope="module")
def template() -> polib.POFile:
    return extracted_messages()


@pytest.fixture
def quickly(template: polib.POFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """The code does not change within a test: it need not be read again for each."""
    monkeypatch.setattr(check_catalogues, "extracted_messages", lambda: template)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The committed catalogues, to be broken."""
    shutil.copytree(settings.LOCALE_PATHS[0], tmp_path / "locale")
    return tmp_path / "locale"


def check(locale: Path) -> tuple[int, str]:
    """What the command ends with and what it complains of."""
    complaints = StringIO()
    with override_settings(LOCALE_PATHS=[locale]):
        try:
            call_command("check_catalogues", stdout=StringIO(), stderr=complaints)
        except SystemExit as end:
            return int(str(end.code)), complaints.getvalue()
    return 0, complaints.getvalue()


def first(catalogue: polib.POFile, fits: Callable[[polib.POEntry], bool]) -> polib.POEntry:
    return next(entry for entry in catalogue if fits(entry))


def drop(catalogue: polib.POFile) -> None:
    catalogue.remove(first(catalogue, lambda entry: entry.msgid == "Search"))


def empty(catalogue: polib.POFile) -> None:
    first(catalogue, lambda entry: entry.msgid == "Search").msgstr = ""


def doubt(catalogue: polib.POFile) -> None:
    first(catalogue, lambda entry: entry.msgid == "Search").flags.append("fuzzy")


def misspell_placeholder(catalogue: polib.POFile) -> None:
    entry = first(catalogue, lambda entry: entry.msgid == "Checked on %(date)s")
    entry.msgstr = entry.msgstr.replace("%(date)s", "%(data)s")


def lose_tag(catalogue: polib.POFile) -> None:
    entry = first(catalogue, lambda entry: "<s>" in entry.msgid)
    entry.msgstr = entry.msgstr.replace("<s>", "").replace("</s>", "")


def lose_number(catalogue: polib.POFile) -> None:
    entry = first(catalogue, lambda entry: entry.msgid_plural == "%(number)s files")
    entry.msgstr_plural[2] = "plików"


def lose_form(catalogue: polib.POFile) -> None:
    del first(catalogue, lambda entry: bool(entry.msgid_plural)).msgstr_plural[2]


def keep_what_is_gone(catalogue: polib.POFile) -> None:
    catalogue.append(polib.POEntry(msgid="Nobody says this", msgstr="Nikt tak nie mówi"))


def say_twice(catalogue: polib.POFile) -> None:
    catalogue.append(polib.POEntry(msgid="Search", msgstr="Szukaj"))


def count_as_in_english(catalogue: polib.POFile) -> None:
    catalogue.metadata["Plural-Forms"] = plural_forms("en")


@pytest.mark.slow
def test_every_catalogue_says_everything(copy: Path) -> None:
    assert check(copy) == (0, "")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (drop, "is missing: “Search”"),
        (empty, "is not translated: “Search”"),
        (doubt, "is marked fuzzy"),
        (misspell_placeholder, "has lost a placeholder (%(date)s): “Checked on %(date)s”"),
        (lose_tag, "has other tags than the source"),
        (lose_number, "has lost a placeholder (%(number)s): “%(number)s file”"),
        (lose_form, "has 2 plural forms where the language has 3"),
        (keep_what_is_gone, "nobody asks for this any more: “Nobody says this”"),
        (say_twice, "cannot be read"),
        (count_as_in_english, "the header Plural-Forms has to be"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_broken_catalogue_is_noticed(copy: Path, quickly: None, change: Change, complaint: str) -> None:
    path = copy / "pl" / "LC_MESSAGES" / "django.po"
    catalogue = polib.pofile(str(path))
    change(catalogue)
    path.write_text(str(catalogue), encoding="utf-8")
    code, complaints = check(copy)
    assert code == 1
    assert f"pl: {complaint}" in complaints


@pytest.mark.slow
def test_a_language_without_a_catalogue_is_noticed(copy: Path, quickly: None) -> None:
    shutil.rmtree(copy / "be")
    assert check(copy)[0] == 1


def test_a_catalogue_of_exceptions_may_leave_out_but_not_invent(
    template: polib.POFile, tmp_path: Path
) -> None:
    path = tmp_path / "django.po"
    catalogue = updated_catalogue(template, path, "pl-simple", complete=False)
    catalogue.append(polib.POEntry(msgid="Search", msgstr="Szukaj"))
    write_catalogue(catalogue, path)
    assert faults(template, path, "pl-simple", complete=False) == []
    catalogue.append(polib.POEntry(msgid="Nobody says this", msgstr="Nikt tak nie mówi"))
    write_catalogue(catalogue, path)
    assert faults(template, path, "pl-simple", complete=False) == [
        "nobody asks for this any more: “Nobody says this”"
    ]


def test_the_messages_are_those_of_the_rooms_and_templates(template: polib.POFile) -> None:
    keys = {key_of(entry) for entry in template}
    assert (None, "Skip to the content", "") in keys  # a template
    assert (None, "Fully booked", "") in keys  # a model's choices
    assert ("event", "Cancelled", "") in keys  # with a context
    assert (None, "%(number)s file", "%(number)s files") in keys  # counted
    places = {name for entry in template for name, _line in entry.occurrences}
    assert not [name for name in places if name.startswith(("tests/", "/", "..")) or "migrations" in name]


def test_without_gettext_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extraction.shutil, "which", lambda name: None)
    with pytest.raises(extraction.CommandError, match="apt install gettext"):
        extracted_messages()


@pytest.mark.slow
def test_updating_keeps_translations_guesses_nothing_and_is_done_once(
    template: polib.POFile, copy: Path
) -> None:
    path = copy / "uk" / "LC_MESSAGES" / "django.po"
    before = {key_of(entry): (entry.msgstr, entry.msgstr_plural) for entry in polib.pofile(str(path))}
    shorter = polib.pofile(str(path))
    drop(shorter)
    keep_what_is_gone(shorter)
    path.write_text(str(shorter), encoding="utf-8")
    assert write_catalogue(updated_catalogue(template, path, "uk"), path)
    after = {key_of(entry): (entry.msgstr, entry.msgstr_plural) for entry in polib.pofile(str(path))}
    assert after.keys() == before.keys()
    assert {key for key in before if before[key] != after[key]} == {(None, "Search", "")}
    assert after[(None, "Search", "")] == ("", {})
    assert not write_catalogue(updated_catalogue(template, path, "uk"), path)


def test_no_catalogue_carries_a_date_a_name_or_a_place() -> None:
    for path in [*interface_catalogues().values(), *overriding_catalogues().values()]:
        catalogue = polib.pofile(str(path))
        assert not [name for name in catalogue.metadata if name.endswith(("-Date", "-Team", "-Translator"))]
        assert "@" not in catalogue.header
        assert not [
            name for entry in catalogue for name, line in entry.occurrences if line or name.startswith("/")
        ]


@pytest.mark.parametrize(
    ("language", "numbers", "forms"),
    [
        ("pl", [1, 2, 5, 12, 21, 22], [0, 1, 2, 2, 2, 1]),
        ("uk", [1, 2, 5, 12, 21, 22], [0, 1, 2, 2, 0, 1]),
        ("be", [1, 3, 11, 14, 101, 104], [0, 1, 2, 2, 0, 1]),
        ("ar", [0, 1, 2, 3, 11, 100, 103], [0, 1, 2, 3, 4, 5, 3]),
        ("en", [0, 1, 2], [1, 0, 1]),
        ("pl-simple", [1, 4, 5], [0, 1, 2]),
    ],
)
def test_nouns_are_counted_as_the_language_counts(
    language: str, numbers: list[int], forms: list[int]
) -> None:
    by_form = numbers_by_form(plural_forms(language))
    assert [next(i for i, taking in enumerate(by_form) if n in taking) for n in numbers] == forms


@pytest.mark.parametrize(
    ("source", "text", "found"),
    [
        ("%(n)d of 100%%", "%(n)d ze 100%%", []),
        ("by %(who)s on %(day)s", "%(day)s, %(who)s", []),
        ("by %(who)s", "przez kogoś", ["has lost a placeholder (%(who)s)"]),
        ("by %(who)s", "przez %(who)s %s", ["has a placeholder that the source does not have (%s)"]),
        ('<a href="x">here</a>', "<a href='y'>tutaj</a>", ["has other tags than the source"]),
        ("found: ", "znaleziono:", ["begins or ends with other white space than the source"]),
    ],
)
def test_what_has_to_come_through_a_translation(source: str, text: str, found: list[str]) -> None:
    assert text_faults(source, text) == found
