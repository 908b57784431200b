"""What editors are told when something is missing or wrong, and what becomes of what they publish."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import Page

from organisations.workspaces import ensure_workspace
from site_core.models import AudioRecording, SignLanguageFilm, SiteDocument
from tests.site_core.recordings.conftest import Attach, stored
from tests.site_core.translation.sources import publish
from tests.site_core.translation.test_minor_changes import posted

pytestmark = pytest.mark.django_db

ABOUT = "O programie i o tej stronie"
FILM, SOUND = "sign_language_films", "audio_recordings"


@pytest.fixture
def polish(demo_page: Callable[..., Page]) -> Page:
    return demo_page(ABOUT)


@pytest.fixture
def errors_of(polish: Page) -> Callable[..., dict[str, str]]:
    """What the form of a row says, in English, by field; of a draft only what is wrong and not what is missing."""

    def check(relation: str, draft: bool = False, **data: Any) -> dict[str, str]:
        row_form = type(polish).get_edit_handler().get_form_class().formsets[relation].form
        with translation.override("en"):
            form = row_form(
                {"recorded_on": "2026-05-04", "word_for_word": "on", "transcript": "null", **data}
            )
            if draft:
                form.defer_required_fields()
            return {name: " ".join(found) for name, found in form.errors.items()}

    return check


def test_a_whole_film_is_fine(
    errors_of: Callable[..., dict[str, str]], film: SiteDocument, captions: SiteDocument
) -> None:
    assert errors_of(FILM, document=film.pk, captions=captions.pk, length="2:05") == {}
    assert errors_of(FILM, address="https://video.example/film") == {}


def test_a_film_without_captions_is_for_a_draft_only(
    errors_of: Callable[..., dict[str, str]], film: SiteDocument
) -> None:
    assert "needs captions" in errors_of(FILM, document=film.pk)["captions"]
    assert errors_of(FILM, draft=True, document=film.pk) == {}


def test_what_is_missing_is_said_in_its_place(errors_of: Callable[..., dict[str, str]]) -> None:
    assert set(errors_of(FILM, recorded_on="", word_for_word="")) == {"document", "recorded_on", "transcript"}
    assert set(errors_of(SOUND, recorded_on="", word_for_word="")) == {
        "document",
        "recorded_on",
        "transcript",
    }
    assert errors_of(FILM, draft=True, recorded_on="", word_for_word="") == {}
    assert errors_of(SOUND, draft=True, recorded_on="", word_for_word="") == {}


def test_what_is_wrong_is_wrong_in_a_draft_too(
    errors_of: Callable[..., dict[str, str]], film: SiteDocument, sound: SiteDocument, captions: SiteDocument
) -> None:
    text = stored("napisy.txt", b"To nie napisy")
    for draft in (False, True):
        said = errors_of(FILM, draft=draft, document=sound.pk, captions=text.pk)
        assert said == {
            "document": "This is no film. Choose an MP4 file.",
            "captions": "These are no captions. Choose a VTT file.",
        }
        assert errors_of(SOUND, draft=draft, document=film.pk) == {
            "document": "This is no sound. Choose an MP3 file."
        }
        both = errors_of(
            FILM, draft=draft, document=film.pk, captions=captions.pk, address="https://video.example/film"
        )
        assert both == {"address": "Give a file or an address, not both."}
        assert set(errors_of(FILM, draft=draft, address="http://video.example/film")) == {"address"}
        assert set(errors_of(FILM, draft=draft, address="https://a.example", length="2 min")) == {"length"}
        tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
        assert set(errors_of(FILM, draft=draft, address="https://a.example", recorded_on=tomorrow)) == {
            "recorded_on"
        }


@pytest.fixture
def publish_in_admin(signed_in: Callable[[str], Client]) -> Callable[..., Any]:
    """Publish a page as its form has it, with these fields otherwise."""

    def post(page: Page, name: str = "editor", **changed: Any) -> Any:
        client = signed_in(name)
        address = reverse("wagtailadmin_pages:edit", args=[page.pk])
        form = client.get(address).context["form"]
        data = {**posted(form), **rows_of(form), **changed, "action-publish": "1"}
        return client.post(address, data, follow=True)

    return post


def rows_of(form: Any) -> dict[str, Any]:
    """Rows that are there, as a browser sends them back; `posted` sends how many."""
    bounds = [bound for formset in form.formsets.values() for row in formset.forms for bound in row]
    ticked = {bound.html_name: "on" for bound in bounds if bound.value() is True}
    written = {
        bound.html_name: bound.field.widget.format_value(bound.value())
        for bound in bounds
        if bound.value() not in (None, "") and not isinstance(bound.value(), bool)
    }
    return {**written, **ticked}


def new_film(film: SiteDocument, captions: SiteDocument) -> dict[str, Any]:
    return {
        f"{FILM}-TOTAL_FORMS": "1",
        f"{FILM}-0-document": film.pk,
        f"{FILM}-0-captions": captions.pk,
        f"{FILM}-0-recorded_on": "2026-05-04",
        f"{FILM}-0-transcript": "null",
        f"{FILM}-0-word_for_word": "on",
    }


@pytest.mark.slow
def test_an_editor_publishes_a_film_and_says_later_that_it_still_fits(
    polish: Page,
    signed_in: Callable[[str], Client],
    publish_in_admin: Callable[..., Any],
    film: SiteDocument,
    captions: SiteDocument,
) -> None:
    publish_in_admin(polish, **new_film(film, captions))
    row = SignLanguageFilm.objects.get(page=polish.pk)
    assert (row.document, row.captions, row.behind) == (film, captions, [])

    page = publish(polish, lambda page: setattr(page, "title", "Inny tytuł"))
    publish_in_admin(page, summary="Inny opis.")
    assert SignLanguageFilm.objects.get(page=page.pk).behind == ["summary", "title"]
    answer = signed_in("editor").get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    tick = answer.context["form"].formsets[FILM].forms[0].fields["made_from_todays_text"]
    assert "2" in tick.help_text

    publish_in_admin(page, **{f"{FILM}-0-made_from_todays_text": "on"})
    assert SignLanguageFilm.objects.get(page=page.pk).behind == []
    assert SignLanguageFilm.objects.count() == 1


def test_the_question_whether_it_still_fits_is_not_put_before_there_is_an_answer(
    polish: Page, signed_in: Callable[[str], Client]
) -> None:
    answer = signed_in("editor").get(reverse("wagtailadmin_pages:edit", args=[polish.pk]))
    assert "made_from_todays_text" not in answer.content.decode()
    assert f"{FILM}-__prefix__-captions" in answer.content.decode()


@pytest.mark.slow
def test_one_of_a_kind(
    polish: Page, publish_in_admin: Callable[..., Any], film: SiteDocument, captions: SiteDocument
) -> None:
    one = new_film(film, captions)
    second = {name.replace("-0-", "-1-"): value for name, value in one.items() if "-0-" in name}
    publish_in_admin(polish, **{**one, **second, f"{FILM}-TOTAL_FORMS": "2"})
    assert not SignLanguageFilm.objects.exists()


@pytest.mark.slow
def test_a_file_of_others_is_taken_by_nobody(
    own_page: Page, publish_in_admin: Callable[..., Any], film: SiteDocument, captions: SiteDocument
) -> None:
    """Nor as captions: an id is quickly typed."""
    answer = publish_in_admin(own_page, "ngo-coordinator", **new_film(film, captions))
    assert "z których możesz korzystać" in answer.content.decode()
    for mine, theirs in ((film, captions), (captions, film)):
        mine.collection = ensure_workspace(own_page.organisation).collection
        mine.save(update_fields=["collection"])
        theirs.collection = SiteDocument.objects.exclude(pk__in=[mine.pk, theirs.pk]).first().collection
        theirs.save(update_fields=["collection"])
        answer = publish_in_admin(own_page, "ngo-coordinator", **new_film(film, captions))
        assert "z których możesz korzystać" in answer.content.decode()
    assert not SignLanguageFilm.objects.exists()


@pytest.mark.slow
def test_minor_is_offered_for_recordings_alone_too(
    demo_page: Callable[..., Page], with_sound: Attach, publish_in_admin: Callable[..., Any]
) -> None:
    page = with_sound(demo_page("Gdy w szkole pojawia się symbol nienawiści"))
    publish_in_admin(
        page, summary="Ta sama treść bez literówki.", minor_change="on", minor_reason="Literówka"
    )
    assert AudioRecording.objects.get(page=page.pk).behind == []
    page = publish(page, lambda page: setattr(page, "title", "Inny tytuł"))
    assert len(AudioRecording.objects.get(page=page.pk).behind) == 1


def test_when_it_was_recorded_is_kept(polish: Page, with_film: Attach) -> None:
    with_film(polish, length="0:20")
    row = SignLanguageFilm.objects.get(page=polish.pk)
    assert (row.recorded_on, row.minutes) == (date(2026, 5, 4), 1)
