"""
What the menu of a row offers for translation, answered for a list as a whole.

wagtail-localize asks the database three times for each row. Wagtail's lists know one answer already, for its own
simple_translation; the other comes with the list here.
"""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as words_of_others
from wagtail import hooks
from wagtail.admin.widgets.button import Button, ListingButton
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.wagtail_hooks import page_listing_more_buttons as asks_for_each_row

MENU = "register_page_listing_more_buttons"
ROOM = "_has_untranslated_locale"  # PageQuerySet.annotate_has_untranslated_locale; no page here is an alias.
SOURCE = "source_of_translations"


def with_source_of_translations(pages: QuerySet) -> QuerySet:
    """Each page with the key of its `TranslationSource`, if anything is translated from the page; without a query."""
    used = Exists(Translation.objects.filter(source=OuterRef("pk"), enabled=True))
    sources = TranslationSource.objects.filter(
        used, object_id=OuterRef("translation_key"), locale=OuterRef("locale")
    )
    return pages.annotate(**{SOURCE: Subquery(sources.values("pk")[:1])})


# Outside tests nothing else takes a hook away: as if wagtail-localize's had been there for a while.
hooks.register_temporarily(MENU, asks_for_each_row).__exit__(None, None, None)


@hooks.register(MENU)
def offer_translation(page: Page, user: Any, next_url: str | None = None) -> Iterator[Button]:
    """wagtail-localize's two buttons. For a page that did not come out of a list, it is asked itself."""
    if not (hasattr(page, ROOM) and hasattr(page, SOURCE)):
        yield from asks_for_each_row(page, user, next_url=next_url)
        return
    if page.is_root() or not user.has_perm("wagtail_localize.submit_translation"):
        return
    if getattr(page, ROOM):
        url = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
        label = words_of_others("Translate this page")
        yield ListingButton(label, url, priority=60, icon_name="wagtail-localize-language")
    if source := getattr(page, SOURCE):
        url = reverse("wagtail_localize:update_translations", args=[source])
        back = f"?{urlencode({'next': next_url})}" if next_url else ""
        label = words_of_others("Sync translated pages")
        yield ListingButton(label, url + back, priority=60, icon_name="resubmit")


@hooks.register("construct_explorer_page_queryset")
def explorer_knows_sources(parent: Page, pages: QuerySet, request: HttpRequest) -> QuerySet:
    return with_source_of_translations(pages)
