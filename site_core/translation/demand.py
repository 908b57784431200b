"""
Counting what readers ask for, without knowing who asks.

No address, cookie or fingerprint is looked at, so one person cannot be told from another. What keeps somebody with a
script from deciding alone what is translated next: a page counts once a minute in a language, and the whole site
sixty times a minute. Who asks again within the minute is thanked like everybody; the figures only order a list.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.apps import apps
from django.db.models import F, IntegerField, Model, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

ONCE_IN = timedelta(minutes=1)
MOST_OF_ALL = 60
"""Pages and languages counted in that time, together."""


class TooMuchAskedFor(Exception):
    """The whole site has counted as often as it does in a minute."""


def count_wish(translation_key: UUID, language_code: str, now: datetime) -> None:
    """Count that somebody asked for the page in this language. Raises TooMuchAskedFor."""
    requests = _requests().objects
    own = requests.filter(translation_key=translation_key, language_code=language_code)
    if requests.filter(counted_at__gt=now - ONCE_IN).count() >= MOST_OF_ALL:
        raise TooMuchAskedFor
    if own.filter(counted_at__lte=now - ONCE_IN).update(count=F("count") + 1, counted_at=now):
        return
    requests.get_or_create(
        translation_key=translation_key, language_code=language_code, defaults={"counted_at": now}
    )


def with_demand(pages: QuerySet, language_codes: Iterable[str]) -> QuerySet:
    """The pages with `demand`: how often each was asked for in these languages together."""
    asked = _requests().objects.filter(
        translation_key=OuterRef("translation_key"), language_code__in=list(language_codes)
    )
    total = asked.order_by().values("translation_key").annotate(total=Sum("count")).values("total")
    return pages.annotate(demand=Coalesce(Subquery(total, output_field=IntegerField()), 0))


def granted(translation_key: UUID, language_code: str) -> None:
    """The page can be read in the language now: nobody waits for it any more."""
    _requests().objects.filter(translation_key=translation_key, language_code=language_code).delete()


def _requests() -> type[Model]:
    return apps.get_model("site_core", "TranslationRequest")
