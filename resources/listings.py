"""What the library offers to pages of other rooms."""

from django.utils.translation import gettext_lazy as _

from programme.filters import with_tags
from resources.models import ResourcePage
from site_core.cards import Card
from site_core.listings import Listing, Tags


def library_cards(tags: Tags, limit: int) -> list[Card]:
    """Resources with the tags, newest first. One query."""
    resources = ResourcePage.objects.published().in_language(tags.language).with_card_fields()
    if tags.campaign:
        resources = resources.filter(campaign__translation_key=tags.campaign)
    resources = with_tags(resources, tags)
    return [resource.card() for resource in resources.order_by("-first_published_at", "-pk")[:limit]]


resources_listing = Listing(key="resources", heading=_("Materials"), order=30, cards=library_cards)
