"""What the lists of events say."""

from datetime import date, time

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from events.models import EventOccurrence, EventPage, Registration

pytestmark = pytest.mark.django_db

DEBATE = "debata-wolnosc-slowa-a-mowa-nienawisci"
LAST_DAY = date(2099, 1, 15)


@pytest.fixture
def debate() -> EventPage:
    """The debate as the only event, on one day that is far away."""
    page = EventPage.objects.get(slug=DEBATE, locale__language_code="pl")
    EventOccurrence.objects.exclude(page=page).delete()
    row = EventOccurrence.objects.get(page=page)
    row.start_date, row.start_time, row.end_time = LAST_DAY, time(17), time(19)
    row.save()
    return page


def opened(reader: Client, query: str = "") -> BeautifulSoup:
    return BeautifulSoup(reader.get(f"/pl/wydarzenia/{query}").content, "html.parser")


def test_events_are_counted_as_events_and_dates_as_dates(reader: Client) -> None:
    page = opened(reader, "?language=uk")
    said = page.select_one("#found").text
    chosen = page.select_one("input[name=language][value=uk]").find_parent("label").select_one(".count").text
    dates = EventOccurrence.objects.upcoming(timezone.now())
    assert said.startswith(chosen.split()[-1] + " ")
    assert "wydarze" in said
    assert len(dates) > int(chosen.split()[-1])
    assert "termin" in said


def test_one_date_each_is_not_counted_twice(reader: Client, debate: EventPage) -> None:
    assert opened(reader).select_one("#found").text == "1 wydarzenie"


def test_a_row_says_what_is_only_interpreted(reader: Client, debate: EventPage) -> None:
    facts = [item.text for item in opened(reader).select(".row--event .meta li")]
    assert "Polski" in facts
    assert "Tłumaczenie ustne: ukraiński" in facts


@pytest.mark.parametrize(
    ("registration", "tag"),
    [
        (Registration.WAITING_LIST, "Zapisy na listę rezerwową"),
        (Registration.FULL, "Brak wolnych miejsc"),
        (Registration.CLOSED_LIST, "Lista zamknięta"),
        (Registration.NOT_YET, "Zapisów jeszcze nie ma"),
        (Registration.OPEN, None),
    ],
)
def test_a_row_says_that_not_everybody_can_come(
    reader: Client, debate: EventPage, registration: Registration, tag: str | None
) -> None:
    EventPage.objects.filter(pk=debate.pk).update(registration=registration)
    tags = [item.text for item in opened(reader).select(".row--event .status")]
    assert tags == ([tag] if tag else [])


def test_no_past_events_is_not_the_fault_of_a_filter(reader: Client, debate: EventPage) -> None:
    page = opened(reader, "?when=past")
    assert page.select_one(".empty h3").text == "Żadne wydarzenie jeszcze się nie odbyło"
    assert page.select("form.filters") == []
    assert "filtr" not in page.select_one("main").text


def test_an_empty_month_names_the_next_event_and_leads_to_its_month(
    reader: Client, debate: EventPage
) -> None:
    before = opened(reader, "?month=2098-12").select_one(".nothing-in-month")
    event, month = before.select("a")
    assert event["href"] == f"/pl/wydarzenia/{DEBATE}/"
    assert "15 stycznia 2099" in before.text
    assert month.text.strip() == "Styczeń 2099"
    assert month["href"] == "?month=2099-01#found"
    after = opened(reader, "?month=2099-02").select_one(".nothing-in-month")
    assert after.select_one("a")["href"] == "./"


def test_a_month_that_filters_left_empty_leads_on_with_the_filters(reader: Client, debate: EventPage) -> None:
    page = opened(reader, "?month=2098-12&language=uk")
    assert page.select_one(".empty") is None
    assert "nie pasuje do wybranych filtrów" in page.select_one(".nothing-in-month").text
    assert page.select(".nothing-in-month a")[-1]["href"] == "?month=2099-01&language=uk#found"


def test_by_month_opens_on_a_month_that_has_something(reader: Client, debate: EventPage) -> None:
    assert by_month(opened(reader)) == "?month=2099-01"
    assert by_month(opened(reader, "?language=uk")) == "?month=2099-01&language=uk"
    month = opened(reader, by_month(opened(reader)))
    assert [cell.select_one(".num").text.split()[0] for cell in month.select(".has-events")] == ["15"]


def test_by_month_opens_on_this_month_while_nothing_is_planned(reader: Client, debate: EventPage) -> None:
    EventOccurrence.objects.all().delete()
    assert by_month(opened(reader)) == f"?month={timezone.localdate():%Y-%m}"


def test_a_month_says_the_languages_of_an_event(reader: Client, debate: EventPage) -> None:
    month = opened(reader, "?month=2099-01")
    said = [item.text for item in month.select(".has-events .spoken")]
    assert said == ["Polski", "Tłumaczenie ustne: ukraiński"]


def test_filters_that_leave_nothing_are_not_a_month_without_events(reader: Client) -> None:
    assert opened(reader, "?month=2027-02").select_one(".has-events")
    page = opened(reader, "?month=2027-02&access=childcare&attendance=hybrid")
    assert page.select_one(".nothing-in-month") is None
    assert page.select_one(".empty")


def by_month(page: BeautifulSoup) -> str:
    """Where the tab "By month" leads."""
    return page.select(".views a")[1]["href"]
