"""wagtail-localize's editor, without what it offers and this site does not have."""

import json
from datetime import datetime
from typing import Any

from django import template
from django.urls import reverse
from django.utils.translation import gettext
from wagtail.models import Page

from site_core.recordings.views import URL_NAME as BESIDE
from site_core.recordings.views import may_put_beside
from site_core.translation.changes.comparison import Comparison
from site_core.translation.changes.names import changes_url
from site_core.translation.machine.names import READ_OVER, confirm_url
from site_core.translation.machine.passages import has_empty_passages
from site_core.translation.machine.reading import may_read_over, unread_in, unread_segments
from site_core.translation.machine.service import service
from site_core.translation.permissions import holds_language, only_translates

register = template.Library()


@register.simple_tag(takes_context=True)
def without_aliases(context: dict[str, Any]) -> str:
    """
    What the editor's script is told, less the way to make the page an alias.

    The script makes the last of its buttons the large one: where nobody may publish, that was "Delete". Translators
    are not asked for an address either, which follows from the title (`site_core.translation.slugs`).
    """
    told = json.loads(context["props"])
    told["links"]["convertToAliasUrl"] = None
    told["machineTranslator"] = None  # Offered above the editor, with what it costs.
    unread = unread_segments(context["translation"])
    for passage in told["initialStringTranslations"]:
        if passage["segment_id"] in unread:
            passage["error"] = gettext("Translated by machine; nobody has read it yet.")
    told["perms"]["canDelete"] = told["perms"]["canDelete"] and told["perms"]["canPublish"]
    if isinstance(context["instance"], Page) and may_not_write(context):
        told["segments"] = [part for part in told["segments"] if part["contentPath"] != "slug"]
    return json.dumps(told)


@register.simple_tag(takes_context=True)
def source_changed_on(context: dict[str, Any]) -> datetime | None:
    """When the source was published, if the translators do not have its text as it was published then."""
    source = context["translation"].source
    published = getattr(source.get_source_instance(), "last_published_at", None)
    return published if published and published > source.last_updated_at else None


@register.simple_tag(takes_context=True)
def what_changed(context: dict[str, Any]) -> dict[str, Any]:
    """
    The way to the screen of what changed, and how many texts it has, where anything there can be done.

    Of a page that was never published everything is new: there the whole editor says as much.
    """
    translation, target = context["translation"], context["instance"]
    if isinstance(target, Page) and not target.live:
        return {}
    number = len(Comparison(translation).rows)
    return {"url": changes_url(translation.pk), "number": number} if number else {}


@register.simple_tag(takes_context=True)
def may_not_write(context: dict[str, Any]) -> bool:
    """Is this person here to translate, and not to end the translation?"""
    user, target = context["request"].user, context["instance"]
    if isinstance(target, Page):
        return only_translates(user, target)
    return not holds_language(user, target.locale_id, "add")


@register.simple_tag(takes_context=True)
def machine_text(context: dict[str, Any]) -> dict[str, Any]:
    """
    What is to be said of drafts by machine above the editor.

    `unread`: how many passages; the addresses are there for who may go there. Without a service: none is offered.
    """
    translation, user = context["translation"], context["request"].user
    if not isinstance(context["instance"], Page):
        return {}
    told: dict[str, Any] = {"unread": unread_in(translation).count()}
    if not may_read_over(user, translation):
        return told
    told["read_over_url"] = reverse(READ_OVER, args=[translation.pk])
    translator = service()
    if translator is None or not translator.can_translate(
        translation.source.locale, translation.target_locale
    ):
        return told
    if has_empty_passages(translation):
        source = translation.source.get_source_instance()
        code = translation.target_locale.language_code
        told["offer_url"] = confirm_url(code, [source], context["request"].path)
    return told


@register.simple_tag(takes_context=True)
def beside_url(context: dict[str, Any]) -> str:
    """Where a film in sign language and a sound are put beside this translation; empty for who may not."""
    target = context["instance"]
    if isinstance(target, Page) and may_put_beside(context["request"].user, target):
        return reverse(BESIDE, args=[target.pk])
    return ""
