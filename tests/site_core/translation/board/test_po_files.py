"""PO files out of the board and back: nothing is lost, nothing is published, and bad files do no harm."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polib
import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation

from site_core.languages.addresses import page_address
from site_core.models import HomePage
from site_core.translation.board import uploads
from site_core.translation.board.po_import import Left, Problem
from tests.organisations import actions
from tests.site_core.translation.board.files import download, packed, upload
from tests.site_core.translation.sources import publish

pytestmark = pytest.mark.django_db

NEW = "Зовсім інші слова"


@pytest.fixture
def translator(signed_in: Callable[[str], Client]) -> Client:
    return signed_in("translator-uk")


@pytest.fixture
def exported(translator: Client) -> polib.POFile:
    """The texts of one campaign, in Ukrainian."""
    return next(iter(download(translator, "uk", actions.campaign("pl")).values()))


def passage(po: polib.POFile, path: str = "summary") -> polib.POEntry:
    return next(entry for entry in po if entry.msgctxt == path)


def stored(code: str = "uk") -> dict[tuple[str, str], str]:
    rows = StringTranslation.objects.filter(
        context__object_id=actions.campaign("pl").translation_key, locale__language_code=code
    )
    return {(row.context.path, row.translation_of.data): row.data for row in rows.select_related()}


def test_one_zip_with_a_file_for_each_page_named_after_page_and_language(translator: Client) -> None:
    home = HomePage.objects.get(locale__language_code="pl")
    campaign = actions.campaign("pl")
    files = download(translator, "uk", home, campaign)
    assert sorted(files) == [
        f"home-{home.pk}.uk.po",
        f"kampanie-slysze-reaguje-{campaign.pk}.uk.po",
    ]
    assert {po.metadata["Language"] for po in files.values()} == {"uk"}


@pytest.mark.slow
@pytest.mark.parametrize("code", ["uk", "ar", "en", "be"])
def test_other_programs_read_every_file(
    signed_in: Callable[[str], Client], tmp_path: Path, code: str
) -> None:
    """`msgfmt --check` is what editors of PO files run before they save."""
    editor = signed_in("editor")
    rows = editor.get(reverse("translations_board"), {"language": code}).context["object_list"]
    pages = [page for page in rows if page.cells[code].status.version]
    files = download(editor, code, *pages)
    assert len(files) == len(pages) > 5
    for name, po in files.items():
        path = tmp_path / name
        po.save(str(path))
        done = subprocess.run(
            ["msgfmt", "--check", "-o", str(tmp_path / "out.mo"), str(path)],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.slow
@pytest.mark.parametrize("code", ["uk", "ar"])
def test_a_file_that_comes_back_as_it_went_changes_nothing(
    signed_in: Callable[[str], Client], code: str
) -> None:
    """Markup, links and Arabic among it, through a parser and back."""
    editor, before = signed_in("editor"), stored(code)
    rows = editor.get(reverse("translations_board"), {"language": code}).context["object_list"]
    files = download(editor, code, *[page for page in rows if page.cells[code].status.version])
    everything = set(StringTranslation.objects.values_list("pk", "data", "updated_at"))
    reports = upload(editor, "all.zip", packed({name: str(po) for name, po in files.items()}))
    assert len(reports) == len(files)
    assert {(report.problem, report.taken, len(report.left)) for report in reports} == {(None, 0, 0)}
    assert sum(report.unchanged for report in reports) > 50
    assert set(StringTranslation.objects.values_list("pk", "data", "updated_at")) == everything
    assert stored(code) == before


def test_what_was_translated_is_taken_over_and_not_published(
    translator: Client, exported: polib.POFile
) -> None:
    old = actions.campaign("uk").summary
    passage(exported).msgstr = NEW
    report = upload(translator, "jeden.po", str(exported))[0]
    assert (report.taken, report.left, report.problem) == (1, {}, None)
    assert stored()["summary", passage(exported).msgid] == NEW
    assert actions.campaign("uk").summary == old, "publishing is another step"


@pytest.mark.slow
@pytest.mark.parametrize(("code", "new"), [("uk", "Читайте далі"), ("ar", "اقرأ المزيد هنا")])
def test_a_changed_passage_keeps_its_markup_and_its_link_to_the_readers(
    signed_in: Callable[[str], Client],
    django_capture_on_commit_callbacks: Callable[..., Any],
    code: str,
    new: str,
) -> None:
    """Out, through a parser, changed by hand, back, published: the link leads where it led, with new words."""
    editor = signed_in("editor")
    rows = editor.get(reverse("translations_board"), {"language": code}).context["object_list"]
    for page in (row for row in rows if row.cells[code].status.version):
        (name, po) = next(iter(download(editor, code, page).items()))
        entry = next((entry for entry in po if '<a id="a1">' in entry.msgid and entry.msgstr), None)
        if entry is not None:
            break
    else:
        raise AssertionError("no translated passage has a link")
    entry.msgstr = f'<b>{new}</b>: <a id="a1">{new}</a> & 5 < 7'.replace("& 5 < 7", "&amp; 5 &lt; 7")
    report = upload(editor, name, str(po))[0]
    assert (report.taken, report.left, report.problem) == (1, {}, None)
    again = next(iter(download(editor, code, page).values()))
    assert passage_of(again, entry).msgstr == entry.msgstr
    translation = Translation.objects.get(
        source__object_id=page.translation_key, target_locale__language_code=code
    )
    with django_capture_on_commit_callbacks(execute=True):
        translation.save_target(publish=True)
    answer = editor.get(page_address(translation.get_target_instance())).content.decode()
    link = next(link for link in BeautifulSoup(answer, "html.parser").select("main a") if link.text == new)
    assert link["href"]
    assert link.parent.get_text().endswith("& 5 < 7")


def passage_of(po: polib.POFile, entry: polib.POEntry) -> polib.POEntry:
    return next(one for one in po if (one.msgctxt, one.msgid) == (entry.msgctxt, entry.msgid))


def test_an_empty_passage_takes_nothing_away(translator: Client, exported: polib.POFile) -> None:
    before = stored()
    for entry in exported:
        entry.msgstr = ""
    report = upload(translator, "leer.po", str(exported))[0]
    assert (report.taken, report.unchanged) == (0, 0)
    assert report.empty == len(exported)
    assert stored() == before


def test_a_text_that_changed_meanwhile_is_left_and_told(translator: Client, exported: polib.POFile) -> None:
    def say_otherwise(page: Page) -> None:
        page.summary = "Nowe zdanie."

    publish(actions.campaign("pl"), say_otherwise)
    actions.translation("uk").source.update_from_db()
    before = stored()
    old = passage(exported).msgid
    passage(exported).msgstr = NEW
    report = upload(translator, "stary.po", str(exported))[0]
    assert report.left == {Left.STALE: [old]}
    assert report.taken == 0
    assert stored() == before


def test_what_was_translated_here_since_is_kept(translator: Client, exported: polib.POFile) -> None:
    assert actions.enter_passage(translator, "uk")
    passage(exported).msgstr = NEW
    report = upload(translator, "pozny.po", str(exported))[0]
    assert list(report.left) == [Left.NEWER]
    assert stored()["summary", passage(exported).msgid] == actions.WORDS


def test_a_file_without_its_day_overwrites_nothing(translator: Client, exported: polib.POFile) -> None:
    for name in ("X-Written-At", "POT-Creation-Date"):
        exported.metadata[name] = "jutro"
    passage(exported).msgstr = NEW
    assert list(upload(translator, "bez.po", str(exported))[0].left) == [Left.NEWER]


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", '<b onclick="x()">a</b>', '<a id="a99">link</a>', "<p>a</p>", "a\0b"],
)
def test_markup_that_does_not_fit_never_gets_in(
    translator: Client, exported: polib.POFile, text: str
) -> None:
    before = stored()
    passage(exported).msgstr = text
    report = upload(translator, "zly.po", str(exported))[0]
    assert list(report.left) == [Left.INVALID]
    assert stored() == before


def test_an_unfinished_passage_is_left(translator: Client, exported: polib.POFile) -> None:
    passage(exported).msgstr = NEW
    passage(exported).flags.append("fuzzy")
    assert list(upload(translator, "x.po", str(exported))[0].left) == [Left.UNFINISHED]


def test_another_language_is_not_theirs(translator: Client, signed_in: Callable[[str], Client]) -> None:
    english = next(iter(download(signed_in("editor"), "en", actions.campaign("pl")).values()))
    before = stored("en")
    passage(english).msgstr = "Something else"
    assert upload(translator, "en.po", str(english))[0].problem == Problem.NOT_YOURS
    assert stored("en") == before
    chosen = {"language": "en", "do": "po", "page": [actions.campaign("pl").pk]}
    assert translator.post(reverse("translations_board_chosen"), chosen).status_code == 302
    assert "Content-Disposition" not in translator.post(reverse("translations_board_chosen"), chosen)


def test_a_file_whose_head_names_another_language(translator: Client, exported: polib.POFile) -> None:
    exported.metadata["Language"] = "ru"
    assert upload(translator, "x.po", str(exported))[0].problem == Problem.LANGUAGE
    exported.metadata["Language"] = "uk_UA"
    assert upload(translator, "x.po", str(exported))[0].problem is None


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", Problem.BROKEN),
        (b"\x00\xff\xfe", Problem.BROKEN),
        (b"/etc/passwd", Problem.BROKEN),
        (b'msgid "a"\nmsgstr "b', Problem.UNKNOWN),
        (b'msgid "a"\nmsgid_plural\nmsgstr[x] "b"\n', Problem.BROKEN),
        (b'msgid ""\nmsgstr "Language: uk\\n"\n', Problem.UNKNOWN),
        (b'msgid ""\nmsgstr "X-WagtailLocalize-TranslationID: 1\\n"\n', Problem.UNKNOWN),
        (
            b'msgid ""\nmsgstr "X-WagtailLocalize-TranslationID: 6f6d8a0e-0000-4000-8000-000000000001\\n"\n',
            Problem.UNKNOWN,
        ),
        (b"#" * 1_000_001, Problem.TOO_LARGE),
    ],
)
def test_what_is_no_file_of_ours_is_refused_with_a_reason(
    translator: Client, content: bytes, problem: Problem
) -> None:
    before = stored()
    reports = upload(translator, "x.zip", packed({"x.po": content}))
    assert [report.problem for report in reports] == [problem]
    assert stored() == before


def test_a_bad_file_harms_no_other(translator: Client, exported: polib.POFile) -> None:
    passage(exported).msgstr = NEW
    files = {"a.po": "nonsense", "b.po": str(exported), "__MACOSX/._b.po": b"\x00", "c.po": b"\xff"}
    reports = upload(translator, "x.zip", packed(files))
    assert [(report.name, report.problem, report.taken) for report in reports] == [
        ("a.po", Problem.BROKEN, 0),
        ("b.po", None, 1),
        ("c.po", Problem.BROKEN, 0),
    ]
    assert stored()["summary", passage(exported).msgid] == NEW


def test_a_damaged_entry_of_a_zip_harms_no_other(translator: Client, exported: polib.POFile) -> None:
    passage(exported).msgstr = NEW
    whole = bytearray(packed({"a.po": "#" * 500 + str(timezone.now()), "b.po": str(exported)}))
    start = whole.index(b"a.po") + 4
    whole[start + 3] ^= 0xFF
    assert [report.problem for report in upload(translator, "x.zip", bytes(whole))] == [Problem.BROKEN, None]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04 no zip",
        packed({"a.po": b"0" * 50_000_000}),
        packed({f"{number}.po": "x" for number in range(uploads.MOST_FILES + 1)}),
        packed({"../a.po": "x"}),
        packed({"a.zip": packed({"a.po": "x"})}),
        b"MZ" + packed({"a.po": "x"}),
    ],
)
def test_a_zip_that_is_not_to_be_opened_is_refused_with_a_sentence(
    translator: Client, content: bytes
) -> None:
    assert upload(translator, "x.zip", content) is None


def test_a_program_is_no_po_file(translator: Client) -> None:
    assert upload(translator, "x.exe", b"MZ") is None


def test_what_is_told_of_a_file_is_inert(translator: Client, exported: polib.POFile) -> None:
    exported.append(polib.POEntry(msgctxt="summary", msgid="<img src=x onerror=alert(1)>", msgstr="x"))
    from django.core.files.uploadedfile import SimpleUploadedFile

    file = SimpleUploadedFile("<b>x.po", str(exported).encode())
    text = translator.post(reverse("translations_board_import"), {"file": file}).content.decode()
    assert "<img src=x" not in text
    assert "&lt;img src=x" in text


def test_who_translates_nothing_imports_nothing(signed_in: Callable[[str], Client]) -> None:
    for name in ("viewer", "ngo-author"):
        assert signed_in(name).get(reverse("translations_board_import")).status_code == 302
