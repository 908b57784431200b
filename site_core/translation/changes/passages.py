"""What a page or snippet has for translators, by path, without writing anything down."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from wagtail_localize.segments import (
    OverridableSegmentValue,
    StringSegmentValue,
    TemplateSegmentValue,
)
from wagtail_localize.segments.extract import extract_segments

from site_core.translation.fingerprints import LEFT_OUT


@dataclass(frozen=True, slots=True)
class Passages:
    """
    `texts`: the texts of each path in order, several in a running text. `rich`: paths whose texts may hold markup.

    `values`: pictures, files and addresses that go along, and that a translator may have replaced. `places`: the paths
    of all of them, targets of links within a text included.
    """

    texts: Mapping[str, list[str]]
    rich: frozenset[str]
    values: Mapping[str, Any]
    places: frozenset[str]


def passages_of(instance: Model) -> Passages:
    """Queries: those of the choosers in its blocks."""
    texts: dict[str, list[str]] = {}
    values: dict[str, Any] = {}
    rich, places = set(), set()
    for segment in extract_segments(instance):
        if segment.path in LEFT_OUT:
            continue
        if isinstance(segment, StringSegmentValue):
            texts.setdefault(segment.path, []).append(segment.string.data)
        elif isinstance(segment, TemplateSegmentValue):
            rich.add(segment.path)
        elif isinstance(segment, OverridableSegmentValue):
            places.add(segment.path)
            if not segment.path.endswith("'"):
                values[segment.path] = segment.data
    return Passages(texts, frozenset(rich), values, frozenset(places))
