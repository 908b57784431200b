"""wagtail-localize's editor, without what it offers and this site does not have."""

import json
from typing import Any

from django import template
from wagtail.models import Page

from site_core.translation.permissions import holds_language, only_translates

register = template.Library()


@register.simple_tag(takes_context=True)
def without_aliases(context: dict[str, Any]) -> str:
    """What the editor's script is told, less the way to make the page an alias."""
    told = json.loads(context["props"])
    told["links"]["convertToAliasUrl"] = None
    return json.dumps(told)


@register.simple_tag(takes_context=True)
def may_not_write(context: dict[str, Any]) -> bool:
    """Is this person here to translate, and not to end the translation?"""
    user, target = context["request"].user, context["instance"]
    if isinstance(target, Page):
        return only_translates(user, target)
    return not holds_language(user, target.locale_id, "add")
