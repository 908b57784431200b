"""What the calendar offers to pages of other rooms."""

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.models import EventOccurrence, EventPage
from site_core.cards import Card
from site_core.listings import Listing, Tags


def tagged(tags: Tags) -> QuerySet:
    events = EventPage.objects.published().in_language(tags.language)
    if tags.campaign:
        events = events.filter(campaign__translation_key=tags.campaign)
    if tags.organisation:
        events = events.filter(organisation__translation_key=tags.organisation)
    if tags.activity_lines:
        events = events.filter(activity_lines__translation_key__in=tags.activity_lines)
    if tags.topics:
        events = events.filter(topics__translation_key__in=tags.topics)
    if tags.leave_out:
        events = events.exclude(translation_key=tags.leave_out)
    return events


def upcoming_cards(tags: Tags, limit: int) -> list[Card]:
    """The next dates of events with the tags, each event once. Two queries."""
    events = tagged(tags)
    rows = EventOccurrence.objects.of_events(events.order_by().values("translation_key"))
    # A series may fill the first rows with one event: take a few more and keep the first of each.
    upcoming = rows.upcoming(timezone.now()).select_related("page")[: limit * 4]
    first = {row.page.translation_key: row for row in reversed(list(upcoming))}
    pages = {page.translation_key: page for page in events.filter(translation_key__in=first).distinct()}
    ordered = sorted(first.values(), key=lambda row: row.starts_at)[:limit]
    return [pages[row.page.translation_key].card_for(row) for row in ordered]


events_listing = Listing(key="events", heading=_("Events"), order=20, cards=upcoming_cards)
