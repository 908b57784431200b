"""What the calendar offers to pages of other rooms."""

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.models import EventOccurrence, EventPage
from programme.filters import with_tags
from site_core.cards import Card
from site_core.listings import Listing, Tags


def tagged(tags: Tags) -> QuerySet:
    events = EventPage.objects.published().in_language(tags.language)
    if tags.campaign:
        events = events.filter(campaign__translation_key=tags.campaign)
    return with_tags(events, tags)


def upcoming_cards(tags: Tags, limit: int) -> list[Card]:
    """The next date of each event with the tags, earliest first. Two queries: the pages, then those dates."""
    coming = EventOccurrence.objects.upcoming(timezone.now())
    dates = coming.filter(page__translation_key=OuterRef("translation_key"))
    events = tagged(tags).with_card_fields()
    events = events.annotate(
        next_date=Subquery(dates.values("pk")[:1]), next_starts=Subquery(dates.values("starts_at")[:1])
    )
    pages = list(events.filter(next_starts__isnull=False).order_by("next_starts", "pk")[:limit])
    rows = EventOccurrence.objects.with_event().in_bulk([page.next_date for page in pages]) if pages else {}
    return [page.card_for(rows[page.next_date]) for page in pages]


events_listing = Listing(key="events", heading=_("Events"), order=20, cards=upcoming_cards)
