"""The search page: `/<language>/search/?q=…`."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import OuterRef, Subquery
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe
from wagtail.models import Page

from site_core.cards import Card
from site_core.facets import Facets
from site_core.frame import view_frame
from site_core.languages.chains import languages_of_reader
from site_core.languages.groups import CardGroup, by_language
from site_core.languages.reading import reading_language
from site_core.languages.rows import row_of
from site_core.languages.targets import link_card
from site_core.models import SearchEntry
from site_core.pagination import pager
from site_core.querysets import with_base_fields
from site_core.search.asking.question import Question, question
from site_core.search.extracts import Piece, extract
from site_core.search.facets import search_facets
from site_core.search.index.failures import SearchUnavailable
from site_core.search.query import asked_text
from site_core.search.results import Hit, pages_found


@dataclass(slots=True, unsafe_hash=True)
class FoundCard(Card):
    """`extract`: of the page's text, what answers; empty where the summary says it as well as anything."""

    extract: tuple[Piece, ...] = ()


def cards_of(hits: Sequence[Hit], asked: Question) -> dict[Hit, Card]:
    """In their order; one query, however many they are. Without what was deleted a moment ago."""
    entries = SearchEntry.objects.filter(page_id=OuterRef("pk"), revision=OuterRef("live_revision_id"))
    pages = with_base_fields(Page.objects.filter(pk__in=[hit.page_id for hit in hits]))
    # Of the text as it is public now, or none: what an editor has taken out is not shown again from the index.
    pages = pages.annotate(found_text=Subquery(entries.values("text")[:1])).select_related("locale").in_bulk()
    wanted = asked.marked
    return {
        hit: _card(page, extract(page.found_text or "", wanted, hit.language_code))
        for hit in hits
        if (page := pages.get(hit.page_id)) is not None
    }


def _card(page: Page, pieces: list[Piece]) -> Card:
    card = link_card(row_of(page))
    return FoundCard(
        url=card.url,
        title=card.title,
        language=card.language,
        kind_label=card.kind_label,
        seed=card.seed,
        summary=page.base_summary,
        palette=page.base_palette,
        extract=tuple(pieces),
    )


def _groups(cards: Mapping[Hit, Card], hits: Sequence[Hit], loosely: bool) -> list[CardGroup]:
    """Of one page of the list, with how many the whole list has of each language."""
    totals = Counter(hit.language_code for hit in hits if hit.loosely is loosely)
    return by_language([card for hit, card in cards.items() if hit.loosely is loosely], totals)


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    frame = view_frame(request, "search/")  # first: the chains come with the home pages
    text = asked_text(request.GET.get("q", ""))
    asked = question(text, reading_language().code)
    facets = Facets(search_facets(), request.GET, {"q": text} if text else {})
    try:
        hits, is_away = pages_found(asked, languages_of_reader(), facets), False
    except SearchUnavailable:  # logged where it happened
        hits, is_away = [], True
    results = pager(hits, request.GET.get("page"), facets)
    cards = cards_of(list(results.page), asked)
    response = TemplateResponse(
        request,
        "site_core/search.html",
        {
            "frame": frame,
            "asked": text,
            "is_away": is_away,
            "question": asked,
            "facets": facets,
            "pager": results,
            "groups": _groups(cards, hits, loosely=False),
            "loose_groups": _groups(cards, hits, loosely=True),
        },
    )
    if is_away:
        add_never_cache_headers(response)
    return response
