"""What the `<head>` of a page needs and a template cannot work out."""

import json
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from site_core.languages.addresses import absolute

register = template.Library()

# What could end the block or begin a comment in it; the same as in Django's own `json_script`.
ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@register.simple_tag
def structured_data_block(data: dict[str, Any]) -> SafeString:
    """JSON-LD as a data block: browsers do not run it, so the content policy does not ask for a nonce."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), default=str)
    return mark_safe(  # noqa: S308 - the three characters that could end the block are escaped
        f'<script type="application/ld+json">{text.translate(ESCAPES)}</script>'
    )


@register.filter
def absolute_address(address: str) -> str:
    """`/pl/…` with the site's own scheme and host."""
    return absolute(address)
