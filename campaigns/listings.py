"""What campaigns offer to pages of other rooms."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campaigns.models import CampaignPage
from programme.filters import with_tags
from site_core.cards import Card
from site_core.listings import Listing, Tags


def campaign_cards(tags: Tags, limit: int) -> list[Card]:
    """Campaigns with the tags, those running first, then those to come. One query."""
    today = timezone.localdate()
    campaigns = CampaignPage.objects.published().in_language(tags.language).with_card_fields()
    campaigns = with_tags(campaigns, tags)
    current = campaigns.filter(ends_on__gte=today).order_by("starts_on", "title")[:limit]
    return [campaign.card() for campaign in current]


campaigns_listing = Listing(key="campaigns", heading=_("Campaigns"), order=10, cards=campaign_cards)
