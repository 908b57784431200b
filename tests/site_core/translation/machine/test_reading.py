"""Having read what a machine wrote is an act of its own, of a person, about words they saw."""

from collections.abc import Callable

import polib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import StringTranslation

from site_core.languages.status import State, statuses_of
from site_core.translation.board.po_import import Left
from site_core.translation.machine.shown import as_shown
from tests.organisations import actions
from tests.site_core.translation.board.files import download, upload
from tests.site_core.translation.libretranslate import LibreTranslate
from tests.site_core.translation.machine.asking import (
    passages,
    prefill,
    read_over,
    said_in_log,
    translation_of,
)

pytestmark = pytest.mark.django_db


@pytest.mark.slow
def test_board_and_figures_call_it_a_machine_draft(editor: Client, drafted: Page) -> None:
    def state() -> State:
        return statuses_of([drafted.translation_key], ["uk"])[drafted.translation_key]["uk"].state

    assert state() == State.MACHINE_DRAFT
    board = {"q": "symbol nienawiści", "language": "uk", "state": "machine_draft"}
    answer = editor.get(reverse("translations_board"), board, headers={"accept-language": "en"})
    assert [row.translation_key for row in answer.context["object_list"]] == [drafted.translation_key]
    assert "machine draft" in answer.content.decode()
    read_over(editor, drafted, "uk")
    assert state() == State.DRAFT


@pytest.mark.slow
def test_reading_all_of_it_is_recorded_with_name_and_number(
    signed_in: Callable[[str], Client], drafted: Page
) -> None:
    drafts = passages(drafted, "uk")
    count = len(StringTranslation.objects.filter(translation_type="machine"))
    read_over(signed_in("translator-uk"), drafted, "uk")
    assert passages(drafted, "uk") == {}
    rows = StringTranslation.objects.filter(tool_name="LibreTranslate")
    assert set(rows.values_list("last_translated_by__username", flat=True)) == {"translator-uk"}
    assert drafts.items() <= passages(drafted, "uk", "manual").items(), "the words are the machine's"
    entry = drafted.get_latest_revision() and said_in_log(drafted)[-1]
    assert str(count) in str(entry)


@pytest.mark.slow
def test_passage_by_passage(editor: Client, drafted: Page) -> None:
    url = reverse("machine_drafts_read_over", args=[translation_of(drafted, "uk").pk])
    shown = editor.get(url).context["unread"]
    read_over(editor, drafted, "uk", do="ticked", read=[shown[0].mark, shown[2].mark], shown=[])
    left = {one.mark for one in editor.get(url).context["unread"]}
    assert left == {one.mark for one in shown} - {shown[0].mark, shown[2].mark}


@pytest.mark.slow
def test_what_was_changed_since_it_was_shown_is_not_approved(editor: Client, drafted: Page) -> None:
    url = reverse("machine_drafts_read_over", args=[translation_of(drafted, "uk").pk])
    shown = [one.mark for one in editor.get(url).context["unread"]]
    row = StringTranslation.objects.filter(translation_type="machine").order_by("pk")[0]
    row.data = "Інші слова"
    row.save()
    read_over(editor, drafted, "uk", do="all", shown=shown)
    assert list(passages(drafted, "uk").values()) == ["Інші слова"]


@pytest.mark.slow
@pytest.mark.parametrize("marks", [["x"], ["1"], ["1:"], [":"], ["9" * 40 + ":a"], ["-1:a"], []])
def test_marks_that_nobody_gave_out_approve_nothing(editor: Client, drafted: Page, marks: list[str]) -> None:
    before = passages(drafted, "uk")
    answer = read_over(editor, drafted, "uk", do="all", shown=marks)
    assert answer.status_code == 200
    assert passages(drafted, "uk") == before


@pytest.mark.slow
def test_a_passage_of_another_page_is_not_approved_from_here(editor: Client, drafted: Page) -> None:
    other = actions.untranslated_page()
    prefill(editor, "uk", other)
    url = reverse("machine_drafts_read_over", args=[translation_of(other, "uk").pk])
    marks = [one.mark for one in editor.get(url).context["unread"]]
    read_over(editor, drafted, "uk", do="all", shown=marks)
    assert passages(other, "uk")


@pytest.mark.slow
def test_an_uploaded_file_with_the_same_words_is_no_approval(editor: Client, drafted: Page) -> None:
    before = passages(drafted, "uk")
    translation = translation_of(drafted, "uk")
    po = translation.export_po()
    for address, name in (("wagtail_localize:upload_pofile", "a.po"),):
        file = SimpleUploadedFile(name, str(po).encode())
        editor.post(reverse(address, args=[translation.pk]), {"file": file})
    assert passages(drafted, "uk") == before
    assert upload(editor, "b.po", str(po))
    assert passages(drafted, "uk") == before


@pytest.mark.slow
def test_files_that_go_out_mark_it_as_unfinished(editor: Client, drafted: Page, polish: Page) -> None:
    (po,) = download(editor, "uk", polish).values()
    entry = po.find(polish.title, by="msgid")
    assert isinstance(entry, polib.POEntry)
    assert entry.fuzzy
    entry.msgstr = "Новий заголовок"
    assert Left.UNFINISHED in upload(editor, "x.po", str(po))[0].left
    entry.flags.remove("fuzzy")
    upload(editor, "x.po", str(po))
    assert polish.title not in passages(drafted, "uk"), "words a person wrote"


@pytest.mark.slow
def test_the_address_follows_the_title_once_it_is_read(
    editor: Client, server: LibreTranslate, polish: Page
) -> None:
    prefill(editor, "uk", polish)
    slugs = StringTranslation.objects.filter(
        context__path="slug", context__object_id=polish.translation_key, locale__language_code="uk"
    )
    assert not slugs.exists()
    read_over(editor, polish, "uk")
    assert slugs.get().data.isascii()


def test_what_another_tool_wrote_as_a_machine_is_held_back_as_well(drafted: Page) -> None:
    """wagtail-localize's own action, a script: who wrote it does not matter."""
    row = StringTranslation.objects.filter(translation_type="manual", locale=drafted.locale).first()
    row.translation_type, row.has_error = "machine", False
    row.save()
    row.refresh_from_db()
    assert row.has_error


def test_what_is_shown_of_a_text_that_nobody_has_read_does_nothing() -> None:
    shown = as_shown(
        'a &lt;b <a id="a1" href="javascript:x()">l</a> <b onclick="x()">c</b><script>x()</script><!-- d -->'
    )
    assert shown == 'a &lt;b <span class="machine-link">l</span> <b>c</b>'


@pytest.mark.slow
def test_agreed_words_that_a_draft_does_not_use_are_named(
    editor: Client, server: LibreTranslate, polish: Page
) -> None:
    type(polish).objects.filter(pk=polish.pk).update(summary="O mowie nienawiści w szkole.")
    server.answer = lambda text, code: (
        "Про мову ненависті в школі." if "mowie" in text else server.answer_of(text, code)
    )
    prefill(editor, "uk", polish)
    url = reverse("machine_drafts_read_over", args=[translation_of(polish, "uk").pk])
    assert any(
        term.target == "мова ворожнечі" for one in editor.get(url).context["unread"] for term in one.missed
    )


@pytest.mark.slow
def test_the_editor_marks_each_passage_and_offers_to_read_over(editor: Client, drafted: Page) -> None:
    edit = reverse("wagtailadmin_pages:edit", args=[drafted.pk])
    text = editor.get(edit, headers={"accept-language": "en"}).content.decode()
    assert text.count("Translated by machine; nobody has read it yet.") >= len(passages(drafted, "uk"))
    assert reverse("machine_drafts_read_over", args=[translation_of(drafted, "uk").pk]) in text
