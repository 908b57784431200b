"""
Links from one page into others, each to the reader's language: one query for all links of a page.

Rich text, related pages and buttons ask one after another while a page is being rendered. What was looked up is
kept for as long as one reader is being answered (`reading`), so a page that prepares its links pays once.
"""

import re
from collections.abc import Iterable, Set
from typing import Any
from uuid import UUID

from django.db.models import IntegerField, QuerySet
from wagtail.models import Page

from site_core.languages.chains import NOBODYS_FALLBACK, best_version
from site_core.languages.reading import reading_language, reading_notes
from site_core.languages.rows import PageRow, page_rows, row_values
from site_core.prepared import prepared
from site_core.stored import list_items

_LINK_IN_RICH_TEXT = re.compile(r'<a\b(?=[^>]*\blinktype="page")[^>]*\bid="(\d+)"')


def link_targets(ids: Iterable[int]) -> dict[int, PageRow]:
    """
    For each page id the published page to lead to: in the reader's language, else along its chain, else this one.

    What nobody may see is left out: withdrawn, private, an alias, or deleted.
    """
    known = _noted_targets()
    wanted = {int(number) for number in ids}
    missing = wanted - known.keys()
    if missing:
        known.update(_targets_among(page_rows(_linked_rows(ids=missing)), missing))
    return {number: row for number in wanted if (row := known.get(number)) is not None}


@prepared(ids=IntegerField())
def _linked_rows(ids: Iterable[int]) -> QuerySet:
    return row_values(all_versions(pk__in=ids))


def all_versions(**of: Any) -> QuerySet:
    """Of the pages that this is true of, in all languages, themselves too."""
    return Page.objects.filter(translation_key__in=Page.objects.filter(**of).values("translation_key"))


def note_targets(ids: Set[int], rows: Iterable[PageRow]) -> None:
    """Remember, for the answer being made, where links to `ids` lead; `rows` hold all versions of those pages."""
    _noted_targets().update(_targets_among(rows, ids))


def _targets_among(rows: Iterable[PageRow], ids: Set[int]) -> dict[int, PageRow | None]:
    code = reading_language().code
    linked: dict[int, PageRow] = {}
    versions: dict[UUID, dict[str, PageRow]] = {}
    for row in rows:
        if row.pk in ids:
            linked[row.pk] = row
        if row.is_public:
            versions.setdefault(row.translation_key, {})[row.language_code] = row
    targets: dict[int, PageRow | None] = dict.fromkeys(ids)
    for number, row in linked.items():
        best = best_version(versions.get(row.translation_key, {}), code)
        targets[number] = best or (
            row if row.is_public and row.language_code not in NOBODYS_FALLBACK else None
        )
    return targets


def _noted_targets() -> dict[int, PageRow | None]:
    return reading_notes().setdefault(f"link-targets-{reading_language().code}", {})


def page_ids(*ids: int | None) -> set[int]:
    """Those of the ids that are set: foreign keys to pages may be empty."""
    return {number for number in ids if number is not None}


def linked_page_ids(raw: Any) -> set[int]:
    """Ids of all pages that the raw data of a StreamField, or a rich text, links to."""
    found: set[int] = set()
    left = [raw]  # no recursion: a campaign has three hundred values, and is asked each time it is read
    while left:
        value = left.pop()
        if isinstance(value, str):
            if "linktype" in value:
                found.update(int(number) for number in _LINK_IN_RICH_TEXT.findall(value))
        elif isinstance(value, dict):
            if value.get("type") == "related_pages":
                found.update(page for page in list_items(value["value"].get("pages", ())) if page)
            else:
                left.extend(value.values())
        elif isinstance(value, list | tuple):
            left.extend(value)
    return found
