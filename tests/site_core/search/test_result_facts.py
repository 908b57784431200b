"""What a result says beside its words: what somebody has to know before they open it."""

from datetime import date, time, timedelta

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client
from django.utils import timezone
from django.utils.translation import override

from events.models import EventOccurrence, EventPage, Registration, Status
from resources.models import Kind, Licence, ResourcePage
from site_core.languages.addresses import page_address

pytestmark = pytest.mark.django_db


def result(client: Client, page: ResourcePage | EventPage) -> Tag:
    """The row of a page among the results for its own title, in its own language."""
    address = page_address(page)
    answer = client.get(f"{address[:3]}/search/", {"q": page.title})
    for row in BeautifulSoup(answer.content, "html.parser").select("article.row"):
        if row.a and row.a["href"] == address:
            return row
    raise AssertionError(f"not among the results: {page.title}")


def facts(row: Tag) -> list[str]:
    return [" ".join(fact.get_text().split()) for fact in row.select("ul.meta > li")]


def lesson(code: str) -> ResourcePage:
    lessons = ResourcePage.objects.live().filter(locale__language_code=code)
    found = lessons.filter(minutes_min=45, resource_kind=Kind.LESSON_PLAN).exclude(stages="").first()
    assert found is not None
    return found


def event_on(*days: date, **more: object) -> EventPage:
    """An event of the demonstration, whose dates are these and no others."""
    page = EventPage.objects.live().filter(locale__language_code="pl").exclude(place_name="").first()
    assert page is not None
    EventOccurrence.objects.of_events([page.translation_key]).delete()
    for day in days:
        EventOccurrence.objects.create(
            page=page, start_date=day, start_time=time(17, 30), end_time=time(19), **more
        )
    return page


@pytest.mark.parametrize(
    ("code", "kind", "minutes"),
    [
        ("pl", "Scenariusz lekcji", "45 minut"),
        ("uk", "План уроку", "45 хвилин"),
        ("en", "Lesson plan", "45 minutes"),
    ],
)
def test_a_lesson_says_what_it_is_for_whom_and_how_long(
    client: Client, code: str, kind: str, minutes: str
) -> None:
    page = lesson(code)
    row = result(client, page)
    over = row.select_one(".row-over")
    assert over is not None
    assert over.get_text(strip=True) == kind
    for_whom, how_long, terms = facts(row)
    assert len(for_whom.split(" · ")) == len(page.stages)
    assert how_long == minutes
    with override(code):
        assert terms == Licence(page.licence).label


@pytest.mark.slow
def test_an_event_says_its_next_day_at_the_clock_of_its_place(client: Client) -> None:
    today = timezone.localdate()
    page = event_on(today - timedelta(days=40), date(today.year + 2, 7, 4), date(today.year + 3, 7, 4))
    when, where = facts(result(client, page))
    assert f"4 lipca {today.year + 2}, 17:30" in when  # summer time: half past three for the database
    assert where == page.place_name


def test_an_event_that_is_over_says_so_and_its_last_day(client: Client) -> None:
    year = timezone.localdate().year
    row = result(client, event_on(date(year - 3, 1, 9), date(year - 2, 1, 9)))
    assert f"9 stycznia {year - 2}" in facts(row)[0]
    assert "To wydarzenie już się odbyło" in row.select_one(".status").get_text()


def test_of_a_series_with_one_evening_called_off_the_next_that_takes_place_is_said(client: Client) -> None:
    year = timezone.localdate().year + 1
    page = event_on(date(year, 3, 20), date(year, 4, 17))
    EventOccurrence.objects.filter(start_date=date(year, 3, 20)).update(status=Status.CANCELLED)
    row = result(client, page)
    assert f"17 kwietnia {year}" in facts(row)[0]
    assert row.select_one(".status--cancelled") is None


def test_a_result_says_that_an_event_is_fully_booked(client: Client) -> None:
    page = event_on(date(timezone.localdate().year + 1, 3, 20))
    EventPage.objects.filter(translation_key=page.translation_key).update(registration=Registration.FULL)
    assert result(client, page).select_one(".status--full") is not None


def test_a_result_says_that_an_event_is_called_off(client: Client) -> None:
    page = event_on(date(timezone.localdate().year + 1, 3, 20), status=Status.CANCELLED)
    status = result(client, page).select_one(".status")
    assert status is not None
    assert "Odwołane" in status.get_text()


def test_an_event_without_a_date_says_where_it_is_and_no_day(client: Client) -> None:
    page = event_on()
    assert facts(result(client, page)) == [page.place_name]


@pytest.mark.slow
def test_facts_of_an_event_in_another_language_are_marked_as_such(client: Client) -> None:
    """The name of a place is text of the page, in its language; the day is ours, in the reader's."""
    day = date(timezone.localdate().year + 1, 7, 4)
    page = event_on(day)
    EventPage.objects.filter(translation_key=page.translation_key).exclude(pk=page.pk).update(live=False)
    answer = client.get("/uk/search/", {"q": page.title})
    rows = BeautifulSoup(answer.content, "html.parser").select("article.row")
    row = next(row for row in rows if page.title in row.get_text())
    assert f"4 липня {day.year}" in facts(row)[0]
    place = row.select_one("ul.meta span[lang=pl]")
    assert place is not None
    assert place.get_text() == page.place_name
