"""Bodies of one block, as a page would have it stored."""

from typing import Any

from wagtail.blocks import StreamBlock, StreamValue

from site_core.blocks import body_blocks
from site_core.blocks.shown import shown_blocks
from site_core.models import SiteDocument, SiteImage, StandardPage
from site_core.samples.registry import SampleObjects

BODY = StreamBlock(body_blocks())
"""One, as each field has one: what is made once is made once for each."""


def stored(kind: str, value: Any) -> StreamValue:
    return BODY.to_python([{"type": kind, "value": value, "id": "1"}])


def shown(kind: str, value: Any) -> str:
    return shown_blocks(stored(kind, value), {"request": None, "frame": None})


def demo_objects() -> SampleObjects:
    """Of the demonstration: a page in Polish, a file, a picture."""
    page = StandardPage.objects.live().filter(locale__language_code="pl")[0]
    return SampleObjects(
        page.pk, SiteDocument.objects.order_by("pk")[0].pk, SiteImage.objects.order_by("pk")[0].pk
    )
