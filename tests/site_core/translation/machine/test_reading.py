"""Text by a machine goes out by no way before somebody has read it; having read it is an act of its own."""

from collections.abc import Callable
from datetime import timedelta

import polib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Page, TaskState
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from organisations.models import OrganisationPage
from site_core.languages.addresses import page_address
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


@pytest.fixture
def polish(demo_page: Callable[..., Page]) -> Page:
    return demo_page("Gdy w szkole pojawia się symbol nienawiści")


@pytest.fixture
def editor(signed_in: Callable[[str], Client]) -> Client:
    return signed_in("editor")


@pytest.fixture
def drafted(editor: Client, server: LibreTranslate, polish: Page) -> Page:
    """The Ukrainian version, whole but for this: every passage is a machine's, and nobody has read any."""
    prefill(editor, "uk", polish)
    version = polish.get_translation(Locale.objects.get(language_code="uk"))
    translation = translation_of(polish, "uk")
    for segment in StringSegment.objects.filter(source=translation.source):
        StringTranslation.objects.get_or_create(
            translation_of=segment.string,
            context=segment.context,
            locale=version.locale,
            defaults={"data": segment.string.data, "translation_type": "manual"},
        )
    assert passages(polish, "uk")
    return version


def by_the_editor_of_translations(editor: Client, version: Page) -> None:
    editor.post(reverse("wagtailadmin_pages:edit", args=[version.pk]), {"action": "publish"})


def by_bulk_action(editor: Client, version: Page) -> None:
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    editor.post(f"{url}?id={version.pk}&next=/admin/", {"include_descendants": ""})


def by_bulk_action_above(editor: Client, version: Page) -> None:
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    editor.post(f"{url}?id={version.get_parent().pk}&next=/admin/", {"include_descendants": "on"})


def by_approval(editor: Client, version: Page) -> None:
    version.get_workflow().start(version, version.owner)
    task = TaskState.objects.get(workflow_state=version.current_workflow_state)
    editor.post(reverse("wagtailadmin_pages:workflow_action", args=[version.pk, "approve", task.pk]))


def by_schedule(editor: Client, version: Page) -> None:
    revision = version.get_latest_revision()
    revision.approved_go_live_at = timezone.now() - timedelta(minutes=1)
    revision.save()
    call_command("publish_scheduled")


def by_api(editor: Client, version: Page) -> None:
    editor.post(reverse("wagtailadmin_api:pages:action", args=[version.pk, "publish"]))


def by_program(editor: Client, version: Page) -> None:
    translation_of(version, "uk").save_target(publish=True)
    version.get_latest_revision().publish()


WAYS = [
    by_the_editor_of_translations,
    by_bulk_action,
    by_bulk_action_above,
    by_approval,
    by_schedule,
    by_api,
    by_program,
]


@pytest.mark.parametrize("way", WAYS)
def test_by_no_way_is_it_published(
    editor: Client,
    reader: Client,
    drafted: Page,
    way: Callable[[Client, Page], None],
    django_capture_on_commit_callbacks: Callable,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        way(editor, drafted)
    drafted.refresh_from_db()
    assert not drafted.live
    assert drafted.title not in passages(drafted, "uk").values(), "not in its row"
    revision = str(drafted.get_latest_revision().content | {"draft_title": "what lists of the admin show"})
    assert not any(text in revision for text in passages(drafted, "uk").values()), "nor in a revision"
    assert reader.get(page_address(drafted)).status_code != 200 or not any(
        text in reader.get(page_address(drafted)).content.decode()
        for text in passages(drafted, "uk").values()
    )


@pytest.mark.parametrize("way", WAYS)
def test_by_every_way_once_it_has_been_read(
    editor: Client,
    drafted: Page,
    way: Callable[[Client, Page], None],
    django_capture_on_commit_callbacks: Callable,
) -> None:
    """As much as each of them publishes: the ways are open, or the test before would say nothing."""
    read_over(editor, drafted, "uk")
    translation_of(drafted, "uk").save_target(publish=False)
    drafted = type(drafted).objects.get(pk=drafted.pk)
    with django_capture_on_commit_callbacks(execute=True):
        way(editor, drafted)
    drafted.refresh_from_db()
    assert drafted.live


def test_an_approval_that_is_refused_stays_open(editor: Client, drafted: Page) -> None:
    by_approval(editor, drafted)
    assert drafted.current_workflow_state is not None
    text = editor.get(reverse("wagtailadmin_home"), headers={"accept-language": "en"}).content.decode()
    assert "translated by machine, and nobody has read" in text or "przetłumaczono maszynowo" in text


def test_a_page_that_is_public_stays_as_it_is(
    editor: Client, server: LibreTranslate, reader: Client, django_capture_on_commit_callbacks: Callable
) -> None:
    segment = actions.summary_segment("uk")
    rows = StringTranslation.objects.filter(translation_of=segment.string, locale__language_code="uk")
    before = rows.get(context=segment.context).data
    rows.delete()
    prefill(editor, "uk", actions.campaign("pl"))
    with django_capture_on_commit_callbacks(execute=True):
        by_the_editor_of_translations(editor, actions.campaign("uk"))
        by_bulk_action(editor, actions.campaign("uk"))
    assert actions.campaign("uk").summary == before
    assert rows.get().data not in reader.get(page_address(actions.campaign("uk"))).content.decode()


def test_the_refusal_says_how_many_and_leads_there(editor: Client, drafted: Page) -> None:
    edit = reverse("wagtailadmin_pages:edit", args=[drafted.pk])
    answer = editor.post(edit, {"action": "publish"}, follow=True, headers={"accept-language": "en"})
    text = answer.content.decode()
    count = len(StringTranslation.objects.filter(translation_type="machine"))
    assert f"{count} passages were translated by machine" in text
    assert reverse("machine_drafts_read_over", args=[translation_of(drafted, "uk").pk]) in text


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


def test_passage_by_passage(editor: Client, drafted: Page) -> None:
    url = reverse("machine_drafts_read_over", args=[translation_of(drafted, "uk").pk])
    shown = editor.get(url).context["unread"]
    read_over(editor, drafted, "uk", do="ticked", read=[shown[0].mark, shown[2].mark], shown=[])
    left = {one.mark for one in editor.get(url).context["unread"]}
    assert left == {one.mark for one in shown} - {shown[0].mark, shown[2].mark}


def test_what_was_changed_since_it_was_shown_is_not_approved(editor: Client, drafted: Page) -> None:
    url = reverse("machine_drafts_read_over", args=[translation_of(drafted, "uk").pk])
    shown = [one.mark for one in editor.get(url).context["unread"]]
    row = StringTranslation.objects.filter(translation_type="machine").order_by("pk")[0]
    row.data = "Інші слова"
    row.save()
    read_over(editor, drafted, "uk", do="all", shown=shown)
    assert list(passages(drafted, "uk").values()) == ["Інші слова"]


@pytest.mark.parametrize("marks", [["x"], ["1"], ["1:"], [":"], ["9" * 40 + ":a"], ["-1:a"], []])
def test_marks_that_nobody_gave_out_approve_nothing(editor: Client, drafted: Page, marks: list[str]) -> None:
    before = passages(drafted, "uk")
    answer = read_over(editor, drafted, "uk", do="all", shown=marks)
    assert answer.status_code == 200
    assert passages(drafted, "uk") == before


def test_a_passage_of_another_page_is_not_approved_from_here(editor: Client, drafted: Page) -> None:
    other = actions.untranslated_page()
    prefill(editor, "uk", other)
    url = reverse("machine_drafts_read_over", args=[translation_of(other, "uk").pk])
    marks = [one.mark for one in editor.get(url).context["unread"]]
    read_over(editor, drafted, "uk", do="all", shown=marks)
    assert passages(other, "uk")


@pytest.mark.parametrize("name", ["ngo-author", "ngo-coordinator", "viewer", "writer-easy-polish"])
def test_only_who_has_the_language_in_hand_reads_over_and_prefills(
    signed_in: Callable[[str], Client], drafted: Page, name: str
) -> None:
    before = passages(drafted, "uk")
    person = signed_in(name)
    url = reverse("machine_drafts_read_over", args=[translation_of(drafted, "uk").pk])
    assert person.get(url).status_code == 302
    marks = [f"{row.pk}:x" for row in StringTranslation.objects.filter(translation_type="machine")]
    person.post(url, {"do": "all", "shown": marks})
    assert passages(drafted, "uk") == before
    confirm = person.get(reverse("machine_drafts_confirm"), {"language": "uk", "page": [drafted.pk]})
    assert confirm.status_code == 302


def test_a_translator_of_another_language_does_not(
    signed_in: Callable[[str], Client], editor: Client, server: LibreTranslate, polish: Page
) -> None:
    prefill(editor, "en", polish)
    url = reverse("machine_drafts_read_over", args=[translation_of(polish, "en").pk])
    assert signed_in("translator-uk").get(url).status_code == 302
    assert prefill(editor, "uk", polish)
    answer = signed_in("translator-uk").post(
        reverse("machine_drafts_confirm"), {"language": "en", "page": [polish.pk]}
    )
    assert answer.status_code == 302
    assert "run" not in answer["Location"]


def save_passage(client: Client, translation: Translation, path: str, words: str) -> int:
    segment = StringSegment.objects.get(source=translation.source, context__path=path)
    url = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])
    answer = client.put(url, f"value={words}", content_type="application/x-www-form-urlencoded")
    return answer.status_code


def test_a_passage_corrected_by_hand_was_read(editor: Client, drafted: Page) -> None:
    translation = translation_of(drafted, "uk")
    assert save_passage(editor, translation, "summary", "Виправлено") == 200
    assert "Виправлено" in passages(drafted, "uk", "manual").values()
    assert "Виправлено" not in passages(drafted, "uk").values()
    assert len(said_in_log(drafted)) >= 2


def test_a_passage_saved_as_it_was_is_approved_by_who_may_and_by_nobody_else(
    signed_in: Callable[[str], Client], server: LibreTranslate, editor: Client, own_page: OrganisationPage
) -> None:
    """A coordinator may change the pages of their organisation in every language, but has no language in hand."""
    version = own_page.get_translation(Locale.objects.get(language_code="uk"))
    translation = translation_of(own_page, "uk")
    StringTranslation.objects.filter(
        context__object_id=own_page.translation_key, context__path="summary", locale=version.locale
    ).delete()
    prefill(editor, "uk", own_page)
    (words,) = passages(own_page, "uk").values()
    coordinator = signed_in("ngo-coordinator")
    assert save_passage(coordinator, translation, "summary", f" {words}") == 403
    read_over_url = reverse("machine_drafts_read_over", args=[translation.pk])
    marks = [one.mark for one in editor.get(read_over_url).context["unread"]]
    assert coordinator.post(read_over_url, {"do": "all", "shown": marks}).status_code == 302
    assert list(passages(own_page, "uk").values()) == [words]
    assert save_passage(signed_in("translator-uk"), translation, "summary", words) == 200
    assert passages(own_page, "uk") == {}


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


def test_the_editor_marks_each_passage_and_offers_to_read_over(editor: Client, drafted: Page) -> None:
    edit = reverse("wagtailadmin_pages:edit", args=[drafted.pk])
    text = editor.get(edit, headers={"accept-language": "en"}).content.decode()
    assert text.count("Translated by machine; nobody has read it yet.") >= len(passages(drafted, "uk"))
    assert reverse("machine_drafts_read_over", args=[translation_of(drafted, "uk").pk]) in text
