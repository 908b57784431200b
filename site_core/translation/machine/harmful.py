"""Which passages never leave the page: those of harmful examples, and of any block that is made for people only."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from wagtail import blocks
from wagtail.blocks.list_block import ListValue
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

PEOPLE_ONLY = "for_people_only"
"""In the Meta of a block: nothing of it is sent to any machine."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """Places by the beginning of their path, and the words that stand there: not sent from elsewhere either."""

    places: frozenset[str]
    texts: frozenset[str]

    def holds(self, path: str, text: str) -> bool:
        return text in self.texts or _is_within(path, self.places)


def withheld_by(*pages: Page) -> Withheld:
    """Of one page as it was at several moments: what is marked in one of them is withheld."""
    places = frozenset(place for page in pages for place in _places(page))
    texts = frozenset(
        segment.string.data
        for page in pages
        for segment in extract_segments(page)
        if isinstance(segment, StringSegmentValue) and _is_within(segment.path, places)
    )
    return Withheld(places, texts)


def _is_within(path: str, places: frozenset[str]) -> bool:
    parts = path.split(".")
    return any(".".join(parts[:end]) in places for end in range(1, len(parts) + 1))


def _places(page: Page) -> Iterator[str]:
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            yield from _marked(field.stream_block, getattr(page, field.name), field.name)


def _marked(block: blocks.Block, value: Any, path: str) -> Iterator[str]:
    """Paths as wagtail-localize writes them: names of fields in a struct, ids in a list or a stream."""
    if getattr(block.meta, PEOPLE_ONLY, False):
        yield path
    elif isinstance(value, blocks.StructValue):
        for name, child in block.child_blocks.items():
            yield from _marked(child, value.get(name), f"{path}.{name}")
    elif isinstance(value, blocks.StreamValue):
        for child in value:
            yield from _marked(child.block, child.value, f"{path}.{child.id}")
    elif isinstance(value, ListValue):
        for child in value.bound_blocks:
            yield from _marked(child.block, child.value, f"{path}.{child.id}")
