"""A recording beside a translation: put there by who may publish it, and published with it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource

from site_core.models import AudioRecording, SiteDocument, VersionFreshness
from tests.site_core.recordings.conftest import Attach
from tests.site_core.translation.sources import first, publish, translate_again, with_body

pytestmark = pytest.mark.django_db

WHERE = "Gdzie zgłosić? Ścieżki w Krakowie"
SOUND = "audio_recordings"


@pytest.fixture
def ukrainian(demo_page: Callable[..., Page]) -> Page:
    """As far as it was ever translated: nothing is missing."""
    translate_again(demo_page(WHERE), "uk")
    return demo_page(WHERE, "uk")


def address_of(page: Page) -> str:
    return reverse("beside_translation", args=[page.pk])


def posted(sound: SiteDocument) -> dict[str, Any]:
    return {
        "sign_language_films-TOTAL_FORMS": "0",
        "sign_language_films-INITIAL_FORMS": "0",
        f"{SOUND}-TOTAL_FORMS": "1",
        f"{SOUND}-INITIAL_FORMS": "0",
        f"{SOUND}-0-document": sound.pk,
        f"{SOUND}-0-recorded_on": "2026-05-04",
        f"{SOUND}-0-transcript": "null",
        f"{SOUND}-0-word_for_word": "on",
    }


@pytest.fixture
def put_beside(
    signed_in: Callable[[str], Client], sound: SiteDocument, django_capture_on_commit_callbacks: Any
) -> Callable[..., Any]:
    def post(page: Page, name: str = "editor") -> Any:
        client = signed_in(name)
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(address_of(page), posted(sound))

    return post


@pytest.mark.slow
def test_the_editor_of_a_translation_leads_there(ukrainian: Page, signed_in: Callable[[str], Client]) -> None:
    edit = reverse("wagtailadmin_pages:edit", args=[ukrainian.pk])
    assert address_of(ukrainian) in signed_in("editor").get(edit).content.decode()
    assert signed_in("editor").get(address_of(ukrainian)).status_code == 200


@pytest.mark.slow
def test_it_is_public_at_once_and_stays_when_the_translation_is_published_again(
    ukrainian: Page, put_beside: Callable[..., Any]
) -> None:
    assert put_beside(ukrainian).status_code == 302
    row = AudioRecording.objects.get(page=ukrainian.pk)
    assert row.behind == []
    assert row.known_basis
    page = type(ukrainian).objects.get(pk=ukrainian.pk)
    assert page.live_revision.as_object().audio_recordings.count() == 1
    translate_again(page, "uk")
    assert AudioRecording.objects.get(page=ukrainian.pk).pk == row.pk


def test_half_a_translation_does_not_become_public_by_it(
    ukrainian: Page,
    demo_page: Callable[..., Page],
    put_beside: Callable[..., Any],
    signed_in: Callable[[str], Client],
) -> None:
    def say_otherwise(raw: list) -> None:
        first(raw, "rich_text")["value"] = "<p>Teraz mówimy co innego.</p>"

    publish(demo_page(WHERE), with_body(say_otherwise))
    TranslationSource.objects.get(object_id=ukrainian.translation_key).update_from_db()
    before = ukrainian.live_revision_id
    answer = put_beside(ukrainian)
    assert answer.status_code == 200
    assert "1" in answer.context["why_not"]
    assert not AudioRecording.objects.exists()
    assert type(ukrainian).objects.get(pk=ukrainian.pk).live_revision_id == before
    assert VersionFreshness.objects.get(
        translation_key=ukrainian.translation_key, locale=ukrainian.locale
    ).behind, "and the version is as far behind as it was"


@pytest.mark.slow
def test_what_was_translated_meanwhile_is_published_with_it(
    ukrainian: Page, demo_page: Callable[..., Page], put_beside: Callable[..., Any]
) -> None:
    publish(demo_page(WHERE), lambda page: setattr(page, "title", "Gdzie to zgłosić?"))
    translate_again(ukrainian, "uk", publish=False)
    put_beside(ukrainian)
    page = type(ukrainian).objects.get(pk=ukrainian.pk)
    assert page.title == "Gdzie to zgłosić?", "as whoever translates in this test writes it"
    assert AudioRecording.objects.get(page=page.pk).behind == []


@pytest.mark.slow
def test_a_text_that_its_field_refuses_is_told_and_nothing_is_saved(
    ukrainian: Page, put_beside: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: Any, **kwargs: Any) -> None:
        raise ValidationError({"summary": ["Tak nie."]})

    monkeypatch.setattr(Translation, "save_target", refuse)
    answer = put_beside(ukrainian)
    assert answer.status_code == 200
    assert "Tak nie." in answer.content.decode()
    assert not AudioRecording.objects.exists()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["viewer", "ngo-author", "translator-en"])
def test_others_put_nothing_beside_it(ukrainian: Page, put_beside: Callable[..., Any], name: str) -> None:
    assert put_beside(ukrainian, name).status_code in (302, 403)
    assert not AudioRecording.objects.exists()


def test_a_page_that_is_written_has_its_own_tab(
    demo_page: Callable[..., Page], put_beside: Callable[..., Any]
) -> None:
    page = demo_page(WHERE)
    assert put_beside(page)["Location"] == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert not AudioRecording.objects.exists()


@pytest.mark.slow
def test_files_of_a_withdrawn_page_are_gone(
    demo_page: Callable[..., Page],
    with_film: Attach,
    with_sound: Attach,
    reader: Client,
    person: Callable[[str], Any],
) -> None:
    from site_core.translation.withdrawing.reasons import Reason
    from site_core.translation.withdrawing.withdraw import withdraw

    page = with_sound(with_film(demo_page(WHERE)))
    film, sound = page.sign_language_films.get(), page.audio_recordings.get()
    addresses = [film.document.url, film.captions.url, sound.document.url]
    assert [reader.get(address).status_code for address in addresses] == [200, 200, 200]
    withdraw(page, Reason.OTHER, "", person("administrator"))
    assert [reader.get(address).status_code for address in addresses] == [410, 410, 410]
