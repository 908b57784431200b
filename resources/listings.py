"""What the library offers to pages of other rooms."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from programme.filters import with_tags
from resources.models import ResourcePage
from site_core.cards import Card
from site_core.listings import TAG_FIELDS, Listing, Tags
from site_core.prepared import prepared


def library_cards(tags: Tags, limit: int) -> list[Card]:
    """Resources with the tags, newest first. One query."""
    return [resource.card() for resource in _tagged(limit, **tags.given())]


@prepared(**TAG_FIELDS)
def _tagged(limit: int, **given: Any) -> QuerySet:
    tags = Tags(**given)
    resources = ResourcePage.objects.published().readable_in(tags.languages).with_card_fields()
    if tags.campaign:
        resources = resources.filter(campaign__translation_key=tags.campaign)
    return with_tags(resources, tags).order_by("reading_rank", "-first_published_at", "-pk")[:limit]


resources_listing = Listing(key="resources", heading=_("Materials"), order=30, cards=library_cards)
