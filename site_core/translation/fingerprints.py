"""
What a page says, passage by passage, as fingerprints that can be compared years later.

A passage is what wagtail-localize gives one path: a field, or one text within a block of a StreamField; the
paragraphs of a running text are one passage. Ids of blocks stand in the path, so a block that is moved is no change.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail_localize.fields import get_translatable_fields
from wagtail_localize.segments import (
    OverridableSegmentValue,
    RelatedObjectSegmentValue,
    StringSegmentValue,
    TemplateSegmentValue,
)
from wagtail_localize.segments.extract import extract_segments

from site_core.blocks.choices import LanguagesChoiceBlock
from site_core.blocks.links import PhoneBlock

LEFT_OUT = frozenset({"slug"})
"""An address is each language's own."""

KEPT_IN_STEP = (PhoneBlock, LanguagesChoiceBlock, blocks.EmailBlock, blocks.URLBlock)
"""Translators are not asked about these; a version has them as they were when it was made, and they go out of date."""

NAMES_OF_THE_EDITOR = re.compile(r' data-block-key="[^"]*"')
"""Draftail gives every paragraph one when a text is first saved in it, and readers see nothing of it."""

LENGTH = 24


def fingerprints(page: Page) -> dict[str, str]:
    """
    Each passage of a page of its own type, by path. The same in every process and on every database.

    Texts without words have none. Queries: those of the choosers in its blocks.
    """
    said: dict[str, list[Any]] = defaultdict(list)
    for segment in extract_segments(page):
        path = _passage(segment.path)
        if path is not None and path not in LEFT_OUT:
            said[path].append(_content(segment))
    for path, value in in_step(page):
        said[path].append(value)
    return {path: _fingerprint(parts) for path, parts in said.items()}


def _passage(path: str) -> str | None:
    """None for the target of a link, which wagtail-localize names apart: it is in the text that holds the link."""
    return None if path.endswith("'") else path


def _content(segment: Any) -> list[Any]:
    """Kind and content; not the order on the page, nor numbers that are other ones on another database."""
    if isinstance(segment, StringSegmentValue):
        return ["string", segment.string.data, segment.attrs or {}]
    if isinstance(segment, TemplateSegmentValue):
        return ["template", segment.format, NAMES_OF_THE_EDITOR.sub("", segment.template)]
    if isinstance(segment, RelatedObjectSegmentValue):
        kind = segment.content_type
        return ["object", f"{kind.app_label}.{kind.model}", str(segment.translation_key)]
    if isinstance(segment, OverridableSegmentValue):
        return ["value", segment.data]
    raise TypeError(f"wagtail-localize has a new kind of segment: {segment!r}")


def in_step(page: Page) -> Iterator[tuple[str, Any]]:
    for rule in get_translatable_fields(type(page)):
        field = rule.get_field(type(page))
        if not isinstance(field, StreamField) or not rule.is_translated(page):
            continue
        for block in getattr(page, field.name):
            if isinstance(block.value, blocks.StructValue):
                for name, value in block.value.items():
                    if value and isinstance(block.block.child_blocks[name], KEPT_IN_STEP):
                        yield f"{field.name}.{block.id}.{name}", value


def _fingerprint(parts: list[Any]) -> str:
    text = json.dumps(parts, ensure_ascii=True, sort_keys=True, separators=(",", ":"), default=str)
    return sha256(text.encode("ascii")).hexdigest()[:LENGTH]
