"""
A page with machine text that nobody has read is published by nobody, by no way.

That text could not get out (`reading`); but what would be published in its place is the old text, or Polish.
"""

import logging
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Model, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page
from wagtail_localize.models import Translation

from site_core.languages.machine_text import unread_on, with_unread
from site_core.translation.machine.names import READ_OVER
from site_core.translation.machine.reading import unread_in

logger = logging.getLogger(__name__)

PUBLISHING = {"publish", "approve"}


class NotRead(PermissionDenied):
    """Says which page, in the words of whoever asked."""


def sentence(number: int) -> str:
    return ngettext(
        "Not published: %(count)d passage was translated by machine, and nobody has read it yet.",
        "Not published: %(count)d passages were translated by machine, and nobody has read them yet.",
        number,
    ) % {"count": number}


def why_not_read(translation: Translation) -> str:
    """What is to be said of passages that a machine wrote and nobody has read; nothing where there are none."""
    number = unread_in(translation).count()
    return sentence(number) if number else ""


def holds_back(page: Page) -> bool:
    """The last door, for what comes by no form. A scheduled page is tried again at every run until it is read."""
    number = unread_on(page.translation_key, page.locale_id).count()
    if number:
        logger.warning("Page %s is not published: %s passages by machine are unread", page.pk, number)
    return bool(number)


def refuse_unread(request: HttpRequest, translation: Translation) -> bool:
    """In the translation editor: tell, and lead to where they are read over."""
    why = why_not_read(translation)
    if not why:
        return False
    button = messages.button(reverse(READ_OVER, args=[translation.pk]), _("Read over"))
    messages.error(request, why, buttons=[button])
    return True


def nobody_what_was_not_read(request: HttpRequest, **kwargs: Any) -> None:
    """Keeper of the doors where one publishes or approves by a page's number."""
    if kwargs.get("action_name") not in PUBLISHING:
        return
    page = get_object_or_404(Page, pk=kwargs.get("page_id") or kwargs.get("pk"))
    number = unread_on(page.translation_key, page.locale_id).count()
    if number:
        raise NotRead(sentence(number))


@hooks.register("before_bulk_action")
def in_bulk_none_that_was_not_read(
    request: HttpRequest, action_type: str, objects: Iterable[Model], action: Any
) -> HttpResponse | None:
    pages = [thing for thing in objects if isinstance(thing, Page)]
    if action_type not in PUBLISHING or not pages:
        return None
    chosen = Q(pk__in=[page.pk for page in pages])
    if request.POST.get("include_descendants"):
        for page in pages:
            chosen |= Q(path__startswith=page.path, live=False)
    titles = with_unread(Page.objects.filter(chosen)).values_list("draft_title", flat=True)
    if not titles:
        return None
    text = _("Nothing was published. Translated by machine and not read by anybody yet: %(titles)s")
    messages.error(request, text % {"titles": ", ".join(titles)})
    return redirect(get_valid_next_url_from_request(request) or reverse("wagtailadmin_home"))
