"""How far a text has gone on since its recordings were made, whatever way it went."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.management import call_command
from wagtail.models import Page, PageLogEntry

from site_core.models import AudioRecording, SignLanguageFilm, SiteDocument
from site_core.recordings.freshness import rebuild_recordings
from tests.site_core.recordings import silent
from tests.site_core.recordings.conftest import Attach, stored
from tests.site_core.translation.sources import first, with_body

pytestmark = pytest.mark.django_db

WHERE = "Gdzie zgłosić? Ścieżki w Krakowie"


@pytest.fixture
def recorded(demo_page: Callable[..., Page], with_film: Attach, with_sound: Attach) -> Page:
    """A Polish page with both beside its text."""
    return with_sound(with_film(demo_page(WHERE)))


def publish(page: Page, change: Callable[[Page], Any]) -> Page:
    """As an editor does: from the latest revision, which was written before it was published and knew nothing then."""
    draft = type(page).objects.get(pk=page.pk).get_latest_revision_as_object()
    change(draft)
    draft.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def behind(page: Page) -> list[list[str]]:
    """Of the film and the sound."""
    return [model.objects.get(page=page.pk).behind for model in (SignLanguageFilm, AudioRecording)]


def say_otherwise(raw: list) -> None:
    first(raw, "rich_text")["value"] = "<p>Teraz mówimy co innego.</p>"


def other_phone(raw: list) -> None:
    first(raw, "contact_card")["value"]["phone"] = "113"


def running_text(page: Page) -> str:
    return f"body.{first(list(page.body.raw_data), 'rich_text')['id']}"


def test_what_is_published_together_fits(recorded: Page) -> None:
    assert behind(recorded) == [[], []]


@pytest.mark.slow
def test_a_changed_text_leaves_both_behind_and_back_again(recorded: Page) -> None:
    before = recorded.live_revision
    page = publish(recorded, with_body(say_otherwise))
    assert behind(page) == [[running_text(page)]] * 2
    before.publish()
    assert behind(page) == [[], []]


@pytest.mark.slow
def test_what_no_recording_says_leaves_none_behind(recorded: Page) -> None:
    def retouch(page: Page) -> None:
        page.search_description, page.responsible_unit, page.slug = "Inny opis", "Inny wydział", "gdzie"

    assert behind(publish(recorded, retouch)) == [[], []]


@pytest.mark.slow
def test_a_draft_changes_nothing(recorded: Page) -> None:
    recorded.title = "Szkic"
    recorded.save_revision()
    assert behind(recorded) == [[], []]


@pytest.mark.slow
def test_another_film_is_made_from_the_text_of_its_day(recorded: Page) -> None:
    page = publish(recorded, with_body(say_otherwise))
    film = stored("nowy.mp4", silent.grey_mp4(4))

    def exchange(page: Page) -> None:
        row = page.sign_language_films.get()
        row.document = film
        page.sign_language_films = [row]

    page = publish(page, exchange)
    assert behind(page) == [[], [running_text(page)]]


@pytest.mark.slow
def test_going_back_to_an_older_film_goes_back_to_what_it_was_made_from(recorded: Page) -> None:
    """Three publications: film and text; the text changed; another film for it. Then the second again."""
    page = publish(recorded, with_body(say_otherwise))
    second = page.live_revision

    def exchange(page: Page) -> None:
        row = page.sign_language_films.get()
        row.document = stored("nowy.mp4", silent.grey_mp4(4))
        page.sign_language_films = [row]

    page = publish(page, exchange)
    second.publish()
    assert behind(page) == [[running_text(page)]] * 2


@pytest.mark.slow
def test_taken_down_changed_and_published_again_is_behind(recorded: Page) -> None:
    recorded.unpublish()
    page = type(recorded).objects.get(pk=recorded.pk).get_latest_revision_as_object()
    with_body(say_otherwise)(page)
    page.save_revision()
    page.save()  # as the editor does with what is not public
    page.get_latest_revision().publish()
    assert behind(page) == [[running_text(page)]] * 2


@pytest.mark.slow
def test_what_waits_while_an_older_draft_is_published_is_behind_it(
    demo_page: Callable[..., Page], sound: SiteDocument
) -> None:
    """The draft with the recording is approved; a newer one, begun before, says something else."""
    page = demo_page(WHERE)
    page.audio_recordings = [AudioRecording(document=sound, recorded_on=date(2026, 5, 4), word_for_word=True)]
    approved = page.save_revision()
    newer = type(page).objects.get(pk=page.pk).get_latest_revision_as_object()
    with_body(say_otherwise)(newer)
    waiting = newer.save_revision()
    approved.publish()
    waiting.publish()
    assert AudioRecording.objects.get(page=page.pk).behind == [running_text(newer)]
    again = waiting.as_object().save_revision()

    def exchange(page: Page) -> None:
        row = page.audio_recordings.get()
        row.document = stored("nowe.mp3", silent.silent_mp3(3))
        page.audio_recordings = [row]

    publish(page, exchange)
    assert AudioRecording.objects.get(page=page.pk).behind == []
    again.publish()
    assert AudioRecording.objects.get(page=page.pk).behind == [running_text(newer)]


@pytest.mark.slow
def test_a_copy_is_as_far_behind_as_what_it_was_copied_from(recorded: Page) -> None:
    page = publish(recorded, with_body(say_otherwise))
    copy = page.copy(update_attrs={"slug": "kopia", "title": page.title}, keep_live=True)
    assert behind(copy) == [[running_text(page)]] * 2
    draft = page.copy(update_attrs={"slug": "kopia-2", "title": page.title}, keep_live=False)
    draft.get_latest_revision().publish()
    assert behind(draft) == [[running_text(page)]] * 2


@pytest.mark.slow
def test_it_is_found_again_from_what_is_stored(recorded: Page) -> None:
    page = publish(recorded, with_body(other_phone))
    for model in (SignLanguageFilm, AudioRecording):
        model.objects.update(behind=[], behind_in_safety=False)
    call_command("rebuild_freshness")
    assert [len(paths) for paths in behind(page)] == [1, 1]
    assert SignLanguageFilm.objects.get(page=page.pk).behind_in_safety
    assert rebuild_recordings() == 1


@pytest.mark.slow
def test_a_number_to_call_is_a_matter_of_safety_also_where_it_is_gone(recorded: Page) -> None:
    page = publish(recorded, with_body(say_otherwise))
    assert not SignLanguageFilm.objects.get(page=page.pk).behind_in_safety
    cards = [block for block in page.body.raw_data if block["type"] == "contact_card"]
    page = publish(page, with_body(lambda raw: raw.remove(first(raw, "contact_card"))))
    assert SignLanguageFilm.objects.get(page=page.pk).behind_in_safety

    def put_back(raw: list) -> None:
        raw.append(cards[0])

    page = publish(page, with_body(put_back))
    assert not SignLanguageFilm.objects.get(page=page.pk).behind_in_safety


@pytest.mark.slow
def test_a_minor_change_lets_recordings_pass_and_says_why(
    recorded: Page, person: Callable[[str], Any]
) -> None:
    page = publish(recorded, with_body(other_phone))
    was = behind(page)
    with_body(say_otherwise)(page)
    page.minor_reason = "Literówka."
    revision = page.save_revision(user=person("editor"))
    revision.publish()
    assert behind(page) == was, "what was behind stays behind"
    entry = PageLogEntry.objects.get(page=page.pk, action="site_core.recordings_stay")
    assert entry.message == "Drobna zmiana, nagrania pozostają aktualne: Literówka."
    page = publish(page, lambda page: setattr(page, "title", "Nowy tytuł"))
    assert behind(page) == [sorted([*was[0], "title"])] * 2
    call_command("rebuild_freshness")
    assert behind(page) == [sorted([*was[0], "title"])] * 2


@pytest.mark.slow
def test_each_version_is_compared_with_itself(
    recorded: Page, demo_page: Callable[..., Page], with_sound: Attach
) -> None:
    ukrainian = with_sound(demo_page(WHERE, "uk"))
    publish(recorded, with_body(say_otherwise))
    assert AudioRecording.objects.get(page=ukrainian.pk).behind == []
    page = publish(ukrainian, lambda page: setattr(page, "title", "Інша назва"))
    assert AudioRecording.objects.get(page=page.pk).behind == ["title"]


@pytest.mark.slow
def test_a_file_that_is_deleted_leaves_old_revisions_readable(recorded: Page, film: SiteDocument) -> None:
    film.delete()
    page = recorded.live_revision.as_object()
    assert page.sign_language_films.get().document is None
    assert behind(publish(recorded, lambda page: None)) == [[], []]
