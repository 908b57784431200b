"""What results of a search say of an event: its next day, or else its last, where it is, and whether it takes place."""

import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import F, JSONField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, JSONObject, Now
from wagtail.models import Page

from events.models import EventOccurrence, EventPage
from events.models.vocabulary import Attendance, Status
from site_core.cards import Card
from site_core.choices import label_of
from site_core.languages.known import language_of
from site_core.languages.words import Words
from site_core.search.result_facts import ResultFacts

_FIELDS = ("zone", "place_name", "attendance")


def _date() -> Coalesce:
    """The next date of the event that the page is a version of; else its last. None if it has none."""
    dates = EventOccurrence.objects.public().filter(page__translation_key=OuterRef("translation_key"))
    now: Any = Now()
    return Coalesce(_first(dates.upcoming(now)), _first(dates.past(now)), output_field=JSONField())


def _first(dates: QuerySet) -> Subquery:
    facts = JSONObject(day="start_date", hour="start_time", status="status")
    return Subquery(dates.values(facts=facts)[:1], output_field=JSONField())


def _complete(card: Card, page: Page) -> None:
    zone, place_name, attendance = (getattr(page, f"of_event_{field}") for field in _FIELDS)
    place = Words(place_name, language_of(page.locale.language_code)) if place_name else ""
    card.meta = (place or label_of(Attendance, attendance),)
    if date := page.of_event_date:
        # In the wall-clock time of its place: what a reader has to know to be there.
        day, hour = datetime.date.fromisoformat(date["day"]), datetime.time.fromisoformat(date["hour"])
        card.starts = datetime.datetime.combine(day, hour, tzinfo=ZoneInfo(zone))
        if date["status"] != Status.SCHEDULED:
            card.status, card.status_label = date["status"], label_of(Status, date["status"])


event_facts = ResultFacts(
    EventPage,
    {"of_event_date": _date(), **{f"of_event_{field}": F(f"eventpage__{field}") for field in _FIELDS}},
    _complete,
)
