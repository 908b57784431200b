"""`{% illustration seed palette %}`: the drawing of a page, inline."""

from collections import Counter
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from site_core.illustrations import draw

register = template.Library()


@register.simple_tag(takes_context=True)
def illustration(context: template.Context, seed: object, palette: str = "") -> SafeString:
    """Draws; ids differ between two drawings of one page even when their seeds do not."""
    whole_page: Any = context.render_context.dicts[0]
    drawn: Counter[str] = whole_page.setdefault("illustrations", Counter())
    before = drawn[str(seed)]
    drawn[str(seed)] += 1
    svg = draw(str(seed), palette, ident=str(before) if before else "")
    return mark_safe(svg)  # noqa: S308 - made of numbers and our own markup; the seed only chooses
