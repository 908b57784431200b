"""Where there is text by a machine that nobody has read. What follows: `site_core.translation.machine.reading`."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from wagtail_localize.models import StringSegment, StringTranslation

MACHINE = StringTranslation.TRANSLATION_TYPE_MACHINE


def unread() -> QuerySet:
    """Passages of translations in use, of any page and language. What the source says no longer does not count."""
    in_use = StringSegment.objects.filter(
        string_id=OuterRef("translation_of_id"),
        context_id=OuterRef("context_id"),
        source__translations__target_locale_id=OuterRef("locale_id"),
        source__translations__enabled=True,
    )
    return StringTranslation.objects.filter(Exists(in_use), translation_type=MACHINE)


def unread_on(translation_key: Any, locale_id: Any) -> QuerySet:
    """Of one page in one language; also with OuterRef."""
    return unread().filter(context__object_id=translation_key, locale_id=locale_id)


def with_unread(pages: QuerySet) -> QuerySet:
    """Those of the pages that have any."""
    return pages.filter(Exists(unread_on(OuterRef("translation_key"), OuterRef("locale_id"))))
