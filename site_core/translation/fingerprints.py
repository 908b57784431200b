"""
What a page says, passage by passage, as fingerprints that can be compared years later.

A passage is what wagtail-localize gives one path: a field, or one text within a block of a StreamField; the
paragraphs of a running text are one passage. Ids of blocks stand in the path, so a block that is moved is no change.

The fingerprint of a running text goes on, behind a colon, with that of its form and of each of its paragraphs, headings
and list items: `whole:form:first:second`. Whether it changed is told by the whole alone (`same`); rows from before know
no more than that.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any, NamedTuple

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
from wagtail_localize.strings import INLINE_TAGS, StringValue

from site_core.blocks.choices import LanguagesChoiceBlock
from site_core.blocks.links import PhoneBlock

LEFT_OUT = frozenset({"slug"})
"""An address is each language's own."""

KEPT_IN_STEP = (PhoneBlock, LanguagesChoiceBlock, blocks.EmailBlock, blocks.URLBlock)
"""Translators are not asked about these; a version has them as they were when it was made, and they go out of date."""

NAMES_OF_THE_EDITOR = re.compile(r' data-block-key="[^"]*"')
"""Draftail gives every paragraph one when a text is first saved in it, and readers see nothing of it."""

LENGTH = 24
LENGTH_OF_PARAGRAPH = 12
"""They are compared with their neighbours only."""
BEHIND_THE_WHOLE = ":"
ELEMENT = re.compile(r"<(/?[a-z][a-z0-9]*)")


class Paragraphs(NamedTuple):
    """What a fingerprint knows of the inside of a running text: its form, and its paragraphs in order."""

    form: str
    marks: tuple[str, ...]


def whole(mark: str) -> str:
    return mark.partition(BEHIND_THE_WHOLE)[0]


def same(first: str | None, second: str | None) -> bool:
    """Do two fingerprints of a passage mean the same words? None: there is no such passage."""
    if first is None or second is None:
        return first is second
    return whole(first) == whole(second)


def paragraphs_in(mark: str) -> Paragraphs | None:
    """None where the fingerprint is of something else than a running text, or from before its paragraphs were kept."""
    _whole, *inside = mark.split(BEHIND_THE_WHOLE)
    return Paragraphs(inside[0], tuple(inside[1:])) if inside else None


def paragraphs_of(template: str, strings: Iterable[tuple[StringValue, dict[str, Any]]]) -> Paragraphs:
    """Of a running text that wagtail-localize's `extract_strings` has taken apart."""
    marks = (
        _fingerprint([_string(text.data, attributes)])[:LENGTH_OF_PARAGRAPH] for text, attributes in strings
    )
    return Paragraphs(_form(template), tuple(marks))


def _form(template: str) -> str:
    """Which elements there are around the paragraphs. Bold around a whole one is the translator's business."""
    elements = [name for name in ELEMENT.findall(template) if name.removeprefix("/") not in INLINE_TAGS]
    return _fingerprint(elements)[:LENGTH_OF_PARAGRAPH]


def fingerprints(page: Page) -> dict[str, str]:
    """
    Each passage of a page of its own type, by path. The same in every process and on every database.

    Texts without words have none. Queries: those of the choosers in its blocks.
    """
    said: dict[str, list[Any]] = defaultdict(list)
    running: dict[str, str] = {}
    texts: dict[str, list[tuple[StringValue, dict[str, Any]]]] = defaultdict(list)
    for segment in extract_segments(page):
        path = _passage(segment.path)
        if path is None or path in LEFT_OUT:
            continue
        said[path].append(_content(segment))
        if isinstance(segment, TemplateSegmentValue):
            running[path] = segment.template
        elif isinstance(segment, StringSegmentValue):
            texts[path].append((segment.string, segment.attrs or {}))
    for path, value in in_step(page):
        said[path].append(value)
    found = {path: _fingerprint(parts) for path, parts in said.items()}
    for path, template in running.items():
        inside = paragraphs_of(template, texts[path])
        found[path] = BEHIND_THE_WHOLE.join((found[path], inside.form, *inside.marks))
    return found


def _passage(path: str) -> str | None:
    """None for the target of a link, which wagtail-localize names apart: it is in the text that holds the link."""
    return None if path.endswith("'") else path


def _content(segment: Any) -> list[Any]:
    """Kind and content; not the order on the page, nor numbers that are other ones on another database."""
    if isinstance(segment, StringSegmentValue):
        return _string(segment.string.data, segment.attrs or {})
    if isinstance(segment, TemplateSegmentValue):
        return ["template", segment.format, NAMES_OF_THE_EDITOR.sub("", segment.template)]
    if isinstance(segment, RelatedObjectSegmentValue):
        kind = segment.content_type
        return ["object", f"{kind.app_label}.{kind.model}", str(segment.translation_key)]
    if isinstance(segment, OverridableSegmentValue):
        return ["value", segment.data]
    raise TypeError(f"wagtail-localize has a new kind of segment: {segment!r}")


def _string(text: str, attributes: dict[str, Any]) -> list[Any]:
    return ["string", text, attributes]


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
