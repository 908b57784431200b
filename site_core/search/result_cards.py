"""Cards of what a search has found: with the words that answer, and the facts of their kind."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, OuterRef, QuerySet, Subquery, TextField
from wagtail.models import Page

from site_core.cards import Card
from site_core.dialects import IsListed
from site_core.languages.known import Language, language_of
from site_core.languages.rows import open_row_values, rows_and_more
from site_core.languages.targets import link_card
from site_core.models import SearchEntry
from site_core.prepared import prepared
from site_core.querysets import with_base_fields
from site_core.search.asking.question import Question
from site_core.search.extracts import Looked, Piece, extract, words_met
from site_core.search.file_extracts import FileExtract, file_extracts
from site_core.search.result_facts import FoundPage, complete_card, result_columns
from site_core.search.results import Hit


@dataclass(slots=True, unsafe_hash=True)
class FoundCard(Card):
    """
    `extract`: of the page's text, what answers; empty where the summary says it as well as anything. `file`: in its
    place, of a file that answers better. `reason`: why editors show it first, in the language of the question.
    """

    extract: tuple[Piece, ...] = ()
    file: FileExtract | None = None
    reason: str = ""
    reason_language: Language | None = None


def cards_of(hits: Sequence[Hit], asked: Question) -> dict[Hit, Card]:
    """
    In their order; one query, however many they are, and one more where files may answer better than pages. Without
    what was deleted a moment ago.
    """
    pages = {page.row.pk: page for page in _found_pages(hits)} if hits else {}
    looked_for = Looked(asked.sought)
    found = {
        hit: (page, extract(page.found_text or "", looked_for, hit.language_code))
        for hit in hits
        if (page := pages.get(hit.page_id)) is not None
    }
    files = _files_that_answer(found, asked)
    reasons = {pin.translation_key: pin.reason for pin in asked.pinned}
    return {
        hit: _card(
            page,
            pieces,
            files.get(hit.translation_key),
            reasons.get(hit.translation_key, ""),
            language_of(asked.reader),
        )
        for hit, (page, pieces) in found.items()
    }


def _found_pages(hits: Sequence[Hit]) -> Iterator[FoundPage]:
    names = _names()
    for row, *facts in rows_and_more(_pages(names, numbers=json.dumps([hit.page_id for hit in hits]))):
        yield FoundPage(row=row, **dict(zip(names, facts, strict=True)))


def _names() -> tuple[str, ...]:
    return ("base_summary", "base_palette", "found_text", *result_columns())


@prepared(numbers=TextField())
def _pages(names: tuple[str, ...], numbers: str) -> QuerySet:
    """`numbers`: of the pages, a list in JSON."""
    entries = SearchEntry.objects.filter(page_id=OuterRef("pk"), revision=OuterRef("live_revision_id"))
    pages = with_base_fields(Page.objects.filter(IsListed(F("pk"), numbers)))
    # Of the text as it is public now, or none: what an editor has taken out is not shown again from the index.
    text = Subquery(entries.values("text")[:1])
    return open_row_values(pages.annotate(found_text=text, **result_columns()), *names)


def _files_that_answer(
    found: Mapping[Hit, tuple[FoundPage, list[Piece]]], asked: Question
) -> dict[UUID, FileExtract]:
    """Of pages that have clearly fewer of the words than a file has together: none, half as many, or two fewer."""
    sought = asked.sought
    enough = {}
    for hit, (page, pieces) in found.items():
        shown = " … ".join((page.row.title, *(piece.text for piece in pieces if piece.marked)))
        own = words_met(shown, sought, hit.language_code)
        enough[hit.translation_key] = max(min(2 * own, own + 2), 1)
    return file_extracts(sought, asked.reader, enough)


def _card(
    page: FoundPage, pieces: list[Piece], file: FileExtract | None, reason: str, asked_in: Language
) -> Card:
    link = link_card(page.row)
    card = FoundCard(
        url=link.url,
        title=link.title,
        language=link.language,
        kind_label=link.kind_label,
        seed=link.seed,
        summary=page.base_summary,
        palette=page.base_palette,
        extract=tuple(pieces),
        file=file,
        reason=reason,
        reason_language=asked_in,
    )
    complete_card(card, page)
    return card
