"""Dates in the editor: as the person writes them, and never another day than the one that was typed."""

import datetime
from collections.abc import Callable

import pytest
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.utils import translation
from wagtail.models import Page

from campaigns.models import CampaignPage
from events.models import EventOccurrence

pytestmark = pytest.mark.django_db

DAY = datetime.date(2026, 12, 20)
WRITTEN = {"pl": "20.12.2026", "uk": "20.12.2026", "en": "2026-12-20"}


@pytest.fixture
def form(demo_page: Callable[..., Page], person: Callable[[str], AbstractUser]) -> Callable:
    page = demo_page("Słyszę? Reaguję.")
    editor = CampaignPage.get_edit_handler().get_form_class()

    return lambda: editor(instance=page, for_user=person("editor"))


@pytest.mark.parametrize("language", WRITTEN)
def test_a_day_is_shown_as_it_is_written_in_the_persons_language(form: Callable, language: str) -> None:
    with translation.override(language):
        drawn = str(form().fields["ends_on"].widget.render("ends_on", DAY, {"id": "ends"}))
    assert f'value="{WRITTEN[language]}"' in drawn
    assert '"validateOnBlur": false' in drawn


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        *[(language, typed) for language in WRITTEN for typed in ("20.12.2026", "2026-12-20", "20/12/2026")],
        ("pl", "20-12-2026"),
        ("pl", "20.12.26"),
    ],
)
def test_what_people_type_is_read(form: Callable, language: str, typed: str) -> None:
    with translation.override(language):
        assert form().fields["ends_on"].clean(typed) == DAY


@pytest.mark.parametrize("language", WRITTEN)
def test_what_nobody_can_read_is_an_error_and_no_day(form: Callable, language: str) -> None:
    with translation.override(language), pytest.raises(ValidationError):
        form().fields["ends_on"].clean("koniec grudnia")


@pytest.mark.parametrize("language", WRITTEN)
def test_times_are_shown_without_seconds_and_taken_with_a_dot(language: str) -> None:
    from wagtail.admin.forms.models import formfield_for_dbfield

    with translation.override(language):
        field = formfield_for_dbfield(EventOccurrence._meta.get_field("start_time"))
        assert 'value="18:30"' in field.widget.render("start", datetime.time(18, 30), {"id": "start"})
        assert field.clean("18.30") == field.clean("18:30") == datetime.time(18, 30)


def test_the_days_of_publishing_follow_the_language_too(form: Callable) -> None:
    with translation.override("pl"):
        widget = form().fields["go_live_at"].widget
        drawn = widget.render(
            "go_live_at", datetime.datetime(2026, 12, 20, 9, 5, tzinfo=datetime.UTC), {"id": "go"}
        )
    assert 'value="20.12.2026 09:05"' in drawn
    assert '"format": "d.m.Y H:i"' in drawn
    assert "#schedule-publishing-dialog" in drawn
