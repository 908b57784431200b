"""What the library offers to pages of other rooms."""

from django.utils.translation import gettext_lazy as _

from resources import library
from site_core.cards import Card
from site_core.listings import Listing, Tags


def library_cards(tags: Tags, limit: int) -> list[Card]:
    """Resources with the tags, newest first. One query."""
    return [resource.card() for resource in library.newest(tags, limit)]


resources_listing = Listing(key="resources", heading=_("Materials"), order=30, cards=library_cards)
