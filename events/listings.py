"""What the calendar offers to pages of other rooms."""

from datetime import datetime
from typing import Any

from django.db.models import DateTimeField, IntegerField, OuterRef, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.models import EventOccurrence, EventPage
from programme.filters import with_tags
from site_core.cards import Card
from site_core.listings import TAG_FIELDS, Listing, Tags
from site_core.prepared import prepared


def upcoming_cards(tags: Tags, limit: int) -> list[Card]:
    """The next date of each event with the tags, earliest first. Two queries: the pages, then those dates."""
    pages = _coming(limit, now=timezone.now(), **tags.given())
    rows = {row.pk: row for row in _dates(ids=[page.next_date for page in pages])} if pages else {}
    return [page.card_for(rows[page.next_date]) for page in pages if page.next_date in rows]


@prepared(now=DateTimeField(), **TAG_FIELDS)
def _coming(limit: int, now: datetime, **given: Any) -> QuerySet:
    tags = Tags(**given)
    dates = EventOccurrence.objects.public().upcoming(now)
    dates = dates.filter(page__translation_key=OuterRef("translation_key"))
    events = EventPage.objects.published().readable_in(tags.languages).with_card_fields()
    if tags.campaign:
        events = events.filter(campaign__translation_key=tags.campaign)
    events = with_tags(events, tags).annotate(
        next_date=Subquery(dates.values("pk")[:1]), next_starts=Subquery(dates.values("starts_at")[:1])
    )
    return events.filter(next_starts__isnull=False).order_by("reading_rank", "next_starts", "pk")[:limit]


@prepared(ids=IntegerField())
def _dates(ids: list[int]) -> QuerySet:
    return EventOccurrence.objects.with_event().filter(pk__in=ids)


events_listing = Listing(key="events", heading=_("Events"), order=20, cards=upcoming_cards)
