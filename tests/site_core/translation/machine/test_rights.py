"""Who may pre-fill, and who may say that they have read it."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from organisations.models import OrganisationPage
from site_core.translation.machine.reading import fingerprint
from tests.site_core.translation.libretranslate import LibreTranslate
from tests.site_core.translation.machine.asking import (
    passages,
    prefill,
    said_in_log,
    translation_of,
)

pytestmark = pytest.mark.django_db


@pytest.mark.slow
@pytest.mark.parametrize("name", ["ngo-author", "ngo-coordinator", "viewer", "writer-easy-polish"])
def test_only_who_has_the_language_in_hand_reads_over_and_prefills(
    signed_in: Callable[[str], Client], drafted: Page, name: str
) -> None:
    before = passages(drafted, "uk")
    person = signed_in(name)
    url = reverse("machine_drafts_read_over", args=[translation_of(drafted, "uk").pk])
    assert person.get(url).status_code == 302
    marks = [
        f"{row.pk}:{fingerprint(row)}" for row in StringTranslation.objects.filter(translation_type="machine")
    ]
    assert marks
    person.post(url, {"do": "all", "shown": marks})
    assert passages(drafted, "uk") == before
    confirm = person.get(reverse("machine_drafts_confirm"), {"language": "uk", "page": [drafted.pk]})
    assert confirm.status_code == 302


@pytest.mark.slow
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


@pytest.mark.slow
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
