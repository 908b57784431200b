"""What is typed is kept, what is not is left open, and nothing becomes public unless somebody says so."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import GroupPagePermission, Page
from wagtail_localize.models import StringTranslation, Translation

from organisations.group_names import translator_of
from site_core.models import VersionFreshness
from site_core.translation import waiting
from site_core.translation.changes.names import changes_url
from tests.organisations import actions
from tests.site_core.translation.changes.changing import (
    NEW_QUOTE,
    add_quote,
    change,
    change_body,
    set_summary,
)
from tests.site_core.translation.changes.screen import (
    changed,
    fill,
    open_screen,
    said,
    send,
    stored,
)
from tests.site_core.translation.sources import Raw, behind, first

pytestmark = pytest.mark.django_db

Commit = Callable[..., object]


@pytest.mark.slow
def test_one_paragraph_is_translated_and_waits_for_who_publishes(
    translator: Client, ukrainian: Translation, path: str
) -> None:
    before = actions.campaign("uk")
    answer = fill(translator, ukrainian, {path: "Зазвичай це триває до хвилини."})
    assert "1 text saved." in said(answer)
    assert "now waits for who publishes it" in said(answer)
    assert "Зазвичай це триває до хвилини." in stored(ukrainian, path)
    assert changed(ukrainian) == []
    after = actions.campaign("uk")
    assert list(after.body.raw_data) == list(before.body.raw_data), "readers see what they saw"
    assert after.latest_revision_id == before.latest_revision_id
    ready = waiting.ready(waiting.page_translations([ukrainian.target_locale]))
    assert before.pk in [row.target_id for row in ready]


@pytest.mark.slow
def test_it_is_written_as_the_translation_editor_writes_it(
    translator: Client, ukrainian: Translation, path: str
) -> None:
    fill(translator, ukrainian, {path: "Так."})
    row = StringTranslation.objects.get(context__path=path, data="Так.")
    assert (row.translation_type, row.tool_name, row.has_error) == ("manual", "", False)
    assert row.last_translated_by.username == "translator-uk"


@pytest.mark.slow
def test_without_a_word_and_without_a_tick_nothing_happens(
    translator: Client, ukrainian: Translation, path: str
) -> None:
    before = list(StringTranslation.objects.order_by("pk").values())
    taken_over = ukrainian.source.last_updated_at
    answer = fill(translator, ukrainian, {})
    assert "Nothing to save yet" in said(answer)
    assert list(StringTranslation.objects.order_by("pk").values()) == before
    ukrainian.source.refresh_from_db()
    assert ukrainian.source.last_updated_at == taken_over
    assert len(changed(ukrainian)) == 1


@pytest.mark.slow
def test_a_text_that_was_left_alone_stays_open_beside_one_that_was_typed(
    translator: Client, ukrainian: Translation, path: str
) -> None:
    change(set_summary("Nowe streszczenie."))
    answer = fill(translator, ukrainian, {"summary": "Новий опис."})
    assert answer.redirect_chain[-1][0] == changes_url(ukrainian.pk)
    assert [row.path for row in changed(ukrainian)] == [path]


@pytest.mark.slow
def test_an_emptied_field_is_open_and_its_translation_stays(
    translator: Client, ukrainian: Translation, path: str
) -> None:
    before = stored(ukrainian, path)
    answer = fill(translator, ukrainian, {path: "  "})
    assert "Nothing to save yet" in said(answer)
    assert answer.context["form"].shown[0].error == ""
    assert stored(ukrainian, path) == before
    assert len(changed(ukrainian)) == 1


@pytest.mark.slow
def test_ticked_and_published_the_page_is_current(
    editor: Client, ukrainian: Translation, path: str, django_capture_on_commit_callbacks: Commit
) -> None:
    assert behind(actions.campaign("pl"))["uk"] == [path]
    with django_capture_on_commit_callbacks(execute=True):
        answer = fill(editor, ukrainian, {}, still=(path,), action="publish")
    assert "is published in its new wording" in said(answer)
    assert changed(ukrainian) == []
    assert behind(actions.campaign("pl"))["uk"] == []
    row = VersionFreshness.objects.get(
        translation_key=actions.campaign("pl").translation_key, locale=ukrainian.target_locale
    )
    assert row.source_changed_at is None


@pytest.mark.slow
def test_what_is_published_is_what_was_typed(
    editor: Client, ukrainian: Translation, path: str, django_capture_on_commit_callbacks: Commit
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        fill(editor, ukrainian, {path: "Триває до хвилини."}, action="publish")
    assert "Триває до хвилини." in first(list(actions.campaign("uk").body.raw_data), "rich_text")["value"]


@pytest.mark.slow
def test_a_plain_text_is_typed_in_letters(
    editor: Client, ukrainian: Translation, django_capture_on_commit_callbacks: Commit
) -> None:
    change_body(add_quote)
    with django_capture_on_commit_callbacks(execute=True):
        fill(editor, ukrainian, {f"body.{NEW_QUOTE}.text": "Ніхто & <ніколи>"}, action="publish")
    quotes = [block for block in actions.campaign("uk").body.raw_data if block["id"] == NEW_QUOTE]
    assert quotes[0]["value"]["text"] == "Ніхто & <ніколи>"


@pytest.mark.slow
def test_a_text_that_moved_takes_its_translation_along(
    editor: Client, ukrainian: Translation, django_capture_on_commit_callbacks: Commit
) -> None:
    def apply(raw: Raw) -> None:
        old = first(raw, "glossary_term")
        raw[raw.index(old)] = {**old, "id": NEW_QUOTE}

    change_body(apply)
    with django_capture_on_commit_callbacks(execute=True):
        fill(editor, ukrainian, {}, action="publish")
    assert first(list(actions.campaign("uk").body.raw_data), "glossary_term")["id"] == NEW_QUOTE
    assert first(list(actions.campaign("uk").body.raw_data), "glossary_term")["value"]["term"] == "свідок"


@pytest.mark.slow
def test_where_only_facts_changed_one_press_takes_them_over(
    translator: Client, ukrainian: Translation
) -> None:
    def later(page: Page) -> None:
        page.ends_on = page.ends_on.replace(year=2028)

    change(later)
    answer = fill(translator, ukrainian, {})
    assert "The changes of the source have been taken over." in said(answer)
    ready = waiting.ready(waiting.page_translations([ukrainian.target_locale]))
    assert actions.campaign("uk").pk in [row.target_id for row in ready]


@pytest.mark.slow
def test_where_nothing_is_left_there_is_nothing_to_press(
    translator: Client, editor: Client, ukrainian: Translation, path: str
) -> None:
    fill(translator, ukrainian, {}, still=(path,))
    answer = open_screen(translator, ukrainian)
    assert "1 passage is translated already" in answer.content.decode()
    assert "other links" not in answer.content.decode(), "it is the translation that waits"
    assert 'name="action"' not in answer.content.decode()
    assert 'value="publish"' in open_screen(editor, ukrainian).content.decode()
    assert "Nothing to save yet" in said(send(translator, ukrainian, {}))


def test_a_page_that_is_current_offers_nothing(editor: Client, ukrainian: Translation) -> None:
    answer = open_screen(editor, ukrainian).content.decode()
    assert "No text is waiting for a translation here." in answer
    assert 'name="action"' not in answer


@pytest.mark.slow
def test_who_may_not_publish_has_no_such_button_and_cannot_press_it(
    translator: Client, ukrainian: Translation, path: str, django_capture_on_commit_callbacks: Commit
) -> None:
    assert 'value="publish"' not in open_screen(translator, ukrainian).content.decode()
    before = actions.campaign("uk")
    with django_capture_on_commit_callbacks(execute=True):
        fill(translator, ukrainian, {path: "Так."}, action="publish")
    after = actions.campaign("uk")
    assert after.last_published_at == before.last_published_at
    assert list(after.body.raw_data) == list(before.body.raw_data)
    assert changed(ukrainian) == [], "but what was typed is kept"


@pytest.mark.slow
def test_a_translator_who_was_given_the_right_publishes(
    translator: Client, ukrainian: Translation, path: str, django_capture_on_commit_callbacks: Commit
) -> None:
    group = Group.objects.get(name=translator_of("uk"))
    home = GroupPagePermission.objects.get(group=group).page
    GroupPagePermission.objects.create(group=group, page=home, permission_type="publish")
    with django_capture_on_commit_callbacks(execute=True):
        fill(translator, ukrainian, {path: "Так."}, action="publish")
    assert behind(actions.campaign("pl"))["uk"] == []


@pytest.mark.slow
def test_half_a_translation_is_kept_and_not_published(
    editor: Client, ukrainian: Translation, path: str, django_capture_on_commit_callbacks: Commit
) -> None:
    change(set_summary("Nowe streszczenie."))
    before = actions.campaign("uk").last_published_at
    with django_capture_on_commit_callbacks(execute=True):
        answer = fill(editor, ukrainian, {"summary": "Новий опис."}, action="publish")
    assert "1 text saved." in said(answer)
    assert "Not published: 1 passage is not translated yet." in said(answer)
    assert "Новий опис." in stored(ukrainian, "summary")
    assert actions.campaign("uk").last_published_at == before
