"""Samples of the calendar's pages."""

from datetime import date, time

from events.models import EventIndexPage, EventOccurrence, EventPage
from site_core.samples import register_page_sample


def event(body: list) -> EventPage:
    page = EventPage(
        summary="Spotkanie.",
        place_name="Biblioteka",
        place_address="Rynek Główny",
        place_access="Wejście bez progu.",
        languages=["pl"],
        interpreted=["uk"],
        access=["step_free"],
        audience=["all"],
        audience_note="Także z dziećmi",
        organiser_note="Biblioteka",
        price_note="bezpłatnie",
        status_note="Nowy termin",
        body=body,
    )
    page.occurrences = [
        EventOccurrence(start_date=date(2027, 2, 2), start_time=time(18, 0), end_time=time(19, 45))
    ]
    return page


def register() -> None:
    register_page_sample(EventIndexPage, lambda body: EventIndexPage(summary="Wydarzenia.", body=body))
    register_page_sample(EventPage, event)
