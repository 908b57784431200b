"""Which documents everybody may have."""

from django.db.models import Exists, F, OuterRef, QuerySet
from django.db.models.functions import StrIndex
from wagtail.models import CollectionViewRestriction

from site_core.media.models import SiteDocument


def public_documents() -> QuerySet:
    """Not withdrawn with a page, and in no collection, nor below one, that is for some people only."""
    restricted = CollectionViewRestriction.objects.alias(
        place=StrIndex(OuterRef("collection__path"), F("collection__path"))
    ).filter(place=1)
    return SiteDocument.objects.filter(~Exists(restricted), withheld_by__isnull=True)
