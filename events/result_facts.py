"""What results of a search say of an event: its next day, or else its last, where it is, and whether it takes place."""

import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Case, F, JSONField, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import JSONObject, Now
from django.utils.translation import gettext

from events.models import EventOccurrence, EventPage
from events.models.vocabulary import Attendance, Status, tag_of
from site_core.cards import Card
from site_core.choices import label_of
from site_core.languages.known import language_of
from site_core.languages.words import Words
from site_core.search.result_facts import FoundPage, ResultFacts

_FIELDS = ("zone", "place_name", "attendance", "registration")


def _dates() -> dict[str, Subquery]:
    """Of the event that the page is a version of: the next date, one that takes place before others; and the last."""
    dates = EventOccurrence.objects.public().filter(page__translation_key=OuterRef("translation_key"))
    now: Any = Now()
    takes_place = Case(When(status=Status.CANCELLED, then=Value(1)), default=Value(0))
    return {
        "of_event_next": _first(dates.upcoming(now).order_by(takes_place, "starts_at", "pk")),
        "of_event_last": _first(dates.past(now)),
    }


def _first(dates: QuerySet) -> Subquery:
    facts = JSONObject(day="start_date", hour="start_time", status="status")
    return Subquery(dates.values(facts=facts)[:1], output_field=JSONField())


def _complete(card: Card, page: FoundPage) -> None:
    zone, place_name, attendance, registration = (getattr(page, f"of_event_{field}") for field in _FIELDS)
    place = Words(place_name, language_of(page.row.language_code)) if place_name else ""
    card.meta = (place or label_of(Attendance, attendance),)
    if date := page.of_event_next or page.of_event_last:
        # In the wall-clock time of its place: what a reader has to know to be there.
        day, hour = datetime.date.fromisoformat(date["day"]), datetime.time.fromisoformat(date["hour"])
        card.starts = datetime.datetime.combine(day, hour, tzinfo=ZoneInfo(zone))
        card.status, card.status_label = tag_of(date["status"], registration)
    if page.of_event_last and not page.of_event_next and card.status != Status.CANCELLED:
        card.status, card.status_label = "ended", gettext("This event is over")


event_facts = ResultFacts(
    EventPage,
    {**_dates(), **{f"of_event_{field}": F(f"eventpage__{field}") for field in _FIELDS}},
    _complete,
)
