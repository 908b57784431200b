"""
An address where no page stands any more: which page once stood there, or above it, and where that is today.

Asked only where nothing else was found. One query tells that an address never was one; each step of a page's way
costs two or three more.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import NamedTuple
from uuid import UUID

from django.apps import apps
from django.db.models import CharField, F, QuerySet, UUIDField
from wagtail.models import Page

from site_core.dialects import IsNone
from site_core.languages.addresses import parts_below_home
from site_core.languages.elsewhere import MOST_PARTS, Elsewhere, elsewhere
from site_core.languages.known import known_languages
from site_core.languages.rows import PageRow, page_rows, row_values
from site_core.languages.tree import place
from site_core.prepared import prepared

MOST_STEPS = 6
"""A page that was moved more often, together with what stands above it, is not followed further."""


class Trace(NamedTuple):
    """One past address on the way to what was asked for: of the page itself, or of one above it (`rest` below)."""

    language_code: str
    key: UUID
    rest: tuple[str, ...]


@dataclass(slots=True)
class Past:
    """`now`: the page that once had the address, empty if none may be seen; `was_here`: whether one ever had it."""

    now: Elsewhere = field(default_factory=Elsewhere)
    was_here: bool = False


def digest_of(path: str) -> str:
    return sha256(path.encode()).hexdigest()


def once_at(code: str, parts: list[str]) -> Past:
    """What became of the page whose path below `/<code>/` this once was, in this language or in any other."""
    answer = Past()
    asked, seen = [tuple(parts)], {tuple(parts)}
    for _step in range(MOST_STEPS):
        if not asked:
            break
        traces = _traces(code, asked.pop(0))
        versions = _versions({trace.key for trace in traces})
        for trace in traces:
            found = versions.get(trace.key, {})
            public = {language: row for language, row in found.items() if row.is_public}
            if not trace.rest:
                answer.was_here = True
                if public:
                    return Past(Elsewhere(public), was_here=True)
                continue
            above = found.get(trace.language_code)
            below = (*parts_below_home(above.url_path), *trace.rest) if above else ()
            if below and below not in seen:
                seen.add(below)
                asked.append(below)
                now = _standing_at(code, trace.language_code, below)
                if now.versions:
                    return Past(now, was_here=True)
    return answer


def _standing_at(code: str, language_code: str, parts: tuple[str, ...]) -> Elsewhere:
    """The page that has this path today, best in the language whose past address led here."""
    if len(parts) > MOST_PARTS:
        return Elsewhere()
    there = place("/".join(parts))
    row = there.page_in(language_code)
    if row is None or not row.is_public:
        return elsewhere(code, there)
    same = (each for each in there.candidates if each.translation_key == row.translation_key)
    return Elsewhere({each.language_code: each for each in same if each.is_public})


def _traces(code: str, parts: tuple[str, ...]) -> list[Trace]:
    """Past addresses that are this path or its beginning: the longest first, and of those the reader's language's."""
    if not 0 < len(parts) <= MOST_PARTS:
        return []
    lengths = {digest_of("/".join(parts[:length])): length for length in range(1, len(parts) + 1)}
    order = {language: rank for rank, language in enumerate(dict.fromkeys([code, *known_languages()]))}
    rows = [
        (lengths[digest], language_code, key)
        for digest, language_code, key in _rows(digests=list(lengths))
        if language_code in order
    ]
    rows.sort(key=lambda row: (-row[0], order[row[1]]))
    return [Trace(language_code, key, parts[length:]) for length, language_code, key in rows]


def _versions(keys: Iterable[UUID]) -> dict[UUID, dict[str, PageRow]]:
    """All versions, also what is not public: what stands below it may be."""
    found: dict[UUID, dict[str, PageRow]] = {}
    if keys:
        for row in page_rows(_rows_of(keys=list(keys))):
            found.setdefault(row.translation_key, {})[row.language_code] = row
    return found


@prepared(digests=CharField())
def _rows(digests: list[str]) -> QuerySet:
    rows = apps.get_model("site_core", "PastAddress").objects.filter(digest__in=digests)
    return rows.values_list("digest", "language_code", "translation_key")


@prepared(keys=UUIDField())
def _rows_of(keys: list[UUID]) -> QuerySet:
    return row_values(Page.objects.filter(IsNone(F("alias_of")), translation_key__in=keys))
