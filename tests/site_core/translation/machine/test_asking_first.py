"""What is told before anything is sent; and that nothing of it is there where no service is configured."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction
from wagtail_localize.models import StringTranslation, TranslationSource

from site_core.models import MachineDraft
from site_core.translation.machine import budget
from site_core.translation.machine.names import CONFIRM
from tests.organisations import actions
from tests.site_core.translation.libretranslate import LibreTranslate
from tests.site_core.translation.machine.asking import prefill, question
from tests.site_core.translation.sources import publish

pytestmark = pytest.mark.django_db

SENDS = "Send and pre-fill"


@pytest.mark.slow
def test_it_says_where_how_much_and_what_stays(
    english_editor: Client, server: LibreTranslate, polish: Page
) -> None:
    budget.take(1_000)
    answer = question(english_editor, "uk", polish)
    text, choice = answer.content.decode(), answer.context["choice"]
    assert "LibreTranslate" in text
    assert server.url.removeprefix("http://") in text
    assert f"{choice.passages} passages would be translated" in text
    assert f"{choice.characters:,}. 99,000 of this month’s 100,000 are left." in text
    assert "part of a harmful example: never sent" in text
    assert SENDS in text
    assert server.asked == [], "asking costs nothing"
    (row,) = prefill(english_editor, "uk", polish)
    assert (row.passages, row.characters) == (choice.passages, choice.characters), (
        "what was said is what was sent"
    )


def test_looking_begins_no_translation(english_editor: Client, server: LibreTranslate, polish: Page) -> None:
    question(english_editor, "uk", polish)
    assert polish.get_translations().count() == 0
    assert not TranslationSource.objects.filter(object_id=polish.translation_key).exists()


def test_more_than_is_left_is_not_sent_at_all(
    english_editor: Client, server: LibreTranslate, polish: Page, settings: object
) -> None:
    settings.MACHINE_TRANSLATION_MONTHLY_CHARACTERS = 500
    text = question(english_editor, "uk", polish).content.decode()
    assert "more than is left of this month" in text
    assert SENDS not in text
    assert prefill(english_editor, "uk", polish) == []
    assert server.asked == []


@pytest.mark.parametrize("code", ["es", "ru", "pl", "pl-simple", "xx", ""])
def test_a_language_that_is_nobodys_to_prefill(
    english_editor: Client, server: LibreTranslate, polish: Page, code: str
) -> None:
    assert question(english_editor, code, polish).status_code == 302


def test_a_service_that_does_not_know_the_language_is_not_sent_anything(
    english_editor: Client, server: LibreTranslate, polish: Page
) -> None:
    server.targets = ["en", "ru"]
    text = question(english_editor, "uk", polish).content.decode()
    assert "does not translate from Polish into this language" in text
    assert SENDS not in text
    assert prefill(english_editor, "uk", polish) == []


def test_a_service_that_is_away_is_told_of_before(
    english_editor: Client, server: LibreTranslate, polish: Page
) -> None:
    server.stop()
    text = question(english_editor, "uk", polish).content.decode()
    assert "did not answer" in text
    assert SENDS not in text


@pytest.mark.slow
def test_what_is_not_public_is_not_sent(english_editor: Client, server: LibreTranslate, polish: Page) -> None:
    closed, draft = actions.untranslated_page(), actions.campaign("pl")
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    draft.unpublish()
    answer = question(english_editor, "uk", polish, closed, draft)
    assert [one.page.pk for one in answer.context["choice"].pages] == [polish.pk]
    assert question(english_editor, "uk", closed).status_code == 302
    prefill(english_editor, "uk", polish, closed)
    assert closed.title not in " ".join(server.texts)


def test_below_a_page_that_is_missing_itself_nothing_is_sent(
    english_editor: Client, server: LibreTranslate
) -> None:
    above = actions.untranslated_page()
    below = above.add_child(instance=type(above)(title="Całkiem niżej", summary="s", locale=above.locale))
    text = question(english_editor, "uk", below).content.decode()
    assert "has to be translated first" in text
    assert SENDS not in text
    together = prefill(english_editor, "uk", above, below)
    assert [row.state for row in together] == ["done", "done"]
    assert below.has_translation(together[0].locale)


def test_a_text_that_translators_do_not_have_yet_is_told_of(
    english_editor: Client, server: LibreTranslate
) -> None:
    def say_otherwise(page: Page) -> None:
        page.summary = "Całkiem nowe zdanie."

    text = question(english_editor, "uk", publish(actions.campaign("pl"), say_otherwise)).content.decode()
    assert "The source has changed since." in text
    assert SENDS not in text, "of the old text everything is translated"


def test_numbers_that_are_none_are_refused(english_editor: Client, server: LibreTranslate) -> None:
    for pages in (["x"], ["1"] * 201):
        assert english_editor.get(reverse(CONFIRM), {"language": "uk", "page": pages}).status_code == 400


@pytest.mark.slow
def test_the_board_leads_there_with_the_ticked_pages(
    english_editor: Client, server: LibreTranslate, polish: Page
) -> None:
    assert 'value="machine"' in english_editor.get(reverse("translations_board")).content.decode()
    other = actions.untranslated_page()
    chosen = {"language": "uk", "do": "machine", "page": [polish.pk, other.pk]}
    answer = english_editor.post(reverse("translations_board_chosen"), chosen, follow=True)
    assert {one.page.pk for one in answer.context["choice"].pages} == {polish.pk, other.pk}
    assert server.asked == []


@pytest.mark.slow
def test_the_editor_leads_there_and_wagtail_localizes_button_sends_nothing(
    english_editor: Client, server: LibreTranslate
) -> None:
    translation = actions.translation("uk")
    segment = actions.summary_segment("uk")
    StringTranslation.objects.filter(translation_of=segment.string, context=segment.context).delete()
    edit = reverse("wagtailadmin_pages:edit", args=[actions.campaign("uk").pk])
    text = english_editor.get(edit).content.decode()
    assert reverse(CONFIRM) in text
    assert "machine_translate" not in text
    theirs = reverse("wagtail_localize:machine_translate", args=[translation.pk])
    answer = english_editor.post(theirs, {"next": edit})
    assert answer["Location"].startswith(reverse(CONFIRM))
    assert server.asked == []
    update = reverse("wagtail_localize:update_translations", args=[translation.source_id])
    english_editor.post(update, {"use_machine_translation": "on"})
    assert server.asked == []
    assert "use_machine_translation" not in english_editor.get(update).content.decode()


@pytest.mark.slow
def test_somebody_elses_report_is_nobodys(
    english_editor: Client, signed_in: Callable[[str], Client], server: LibreTranslate, polish: Page
) -> None:
    (row,) = prefill(english_editor, "uk", polish)
    run = reverse("machine_drafts_run", args=[row.run])
    assert signed_in("translator-uk").get(run).status_code == 404
    assert signed_in("administrator").get(run).status_code == 200


@pytest.mark.slow
def test_without_a_service_there_is_nothing_of_it(english_editor: Client, polish: Page) -> None:
    assert question(english_editor, "uk", polish).status_code == 404
    assert english_editor.post(reverse(CONFIRM), {"language": "uk", "page": [polish.pk]}).status_code == 404
    edit = reverse("wagtailadmin_pages:edit", args=[actions.campaign("uk").pk])
    for address in (reverse("translations_board"), edit, reverse("wagtailadmin_home")):
        text = english_editor.get(address).content.decode()
        assert reverse(CONFIRM) not in text
        assert 'value="machine"' not in text
        assert "machine" not in text.replace("machineTranslator", "").lower()
    assert not MachineDraft.objects.exists()
