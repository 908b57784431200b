"""`{% illustration seed palette %}`: the drawing of a page, inline."""

from django import template
from django.template.context import RenderContext
from django.utils.safestring import SafeString, mark_safe

from site_core.illustrations import draw

register = template.Library()


@register.simple_tag(takes_context=True)
def illustration(context: template.Context, seed: object, palette: str = "") -> SafeString:
    """Draws; ids differ between two drawings of one page even when their seeds do not."""
    drawn: RenderContext = context.render_context
    count = drawn.dicts[0].setdefault("illustrations", 0)
    drawn.dicts[0]["illustrations"] = count + 1
    return mark_safe(draw(str(seed), palette, ident=str(count) if count else ""))
