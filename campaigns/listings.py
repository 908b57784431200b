"""What campaigns offer to pages of other rooms."""

from datetime import date
from typing import Any

from django.db.models import DateField, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campaigns.models import CampaignPage
from programme.filters import with_tags
from site_core.cards import Card
from site_core.listings import TAG_FIELDS, Listing, Tags
from site_core.prepared import prepared


def campaign_cards(tags: Tags, limit: int) -> list[Card]:
    """Campaigns with the tags, those running first, then those to come. One query."""
    current = _current(limit, today=timezone.localdate(), **tags.given())
    return [campaign.card() for campaign in current]


@prepared(today=DateField(), **TAG_FIELDS)
def _current(limit: int, today: date, **given: Any) -> QuerySet:
    tags = Tags(**given)
    campaigns = CampaignPage.objects.published().readable_in(tags.languages).with_card_fields()
    current = with_tags(campaigns, tags).filter(ends_on__gte=today)
    return current.order_by("reading_rank", "starts_on", "title")[:limit]


campaigns_listing = Listing(key="campaigns", heading=_("Campaigns"), order=10, cards=campaign_cards)
