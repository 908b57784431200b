"""The search page: `/<language>/search/?q=…`."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import OuterRef, Subquery
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe
from wagtail.models import Page

from site_core.cards import Card
from site_core.facets import Facets
from site_core.frame import view_frame
from site_core.languages.chains import languages_of_reader
from site_core.languages.groups import CardGroup, by_language
from site_core.languages.known import Language, language_of
from site_core.languages.reading import reading_language
from site_core.languages.rows import row_of
from site_core.languages.targets import link_card
from site_core.models import SearchEntry
from site_core.pagination import pager
from site_core.querysets import with_base_fields
from site_core.search.asking.nearest import nearest_question
from site_core.search.asking.question import Question, question
from site_core.search.demand.asked_by import is_to_be_counted
from site_core.search.demand.counting import Asked
from site_core.search.extracts import Piece, extract, words_met
from site_core.search.facets import search_facets
from site_core.search.file_extracts import FileExtract, file_extracts
from site_core.search.index.failures import SearchUnavailable
from site_core.search.query import asked_text
from site_core.search.results import Hit, pages_found
from site_core.search.suggestions import Suggestions, suggestions


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
    entries = SearchEntry.objects.filter(page_id=OuterRef("pk"), revision=OuterRef("live_revision_id"))
    pages = with_base_fields(Page.objects.filter(pk__in=[hit.page_id for hit in hits]))
    # Of the text as it is public now, or none: what an editor has taken out is not shown again from the index.
    pages = pages.annotate(found_text=Subquery(entries.values("text")[:1])).select_related("locale").in_bulk()
    wanted = asked.marked
    found = {
        hit: (page, extract(page.found_text or "", wanted, hit.language_code))
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


def _files_that_answer(
    found: Mapping[Hit, tuple[Page, list[Piece]]], asked: Question
) -> dict[UUID, FileExtract]:
    """Of pages that have clearly fewer of the words than a file has together: none, half as many, or two fewer."""
    sought = asked.sought
    enough = {}
    for hit, (page, pieces) in found.items():
        shown = " … ".join((page.title, *(piece.text for piece in pieces if piece.marked)))
        own = words_met(shown, sought, hit.language_code)
        # Of all of them, also where no file can have as many: a search is to cost the same, whatever it finds.
        enough[hit.translation_key] = max(min(2 * own, own + 2), 1)
    return file_extracts(sought, asked.reader, enough)


def _card(page: Page, pieces: list[Piece], file: FileExtract | None, reason: str, asked_in: Language) -> Card:
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
        file=file,
        reason=reason,
        reason_language=asked_in,
    )


def _groups(cards: Mapping[Hit, Card], hits: Sequence[Hit]) -> list[CardGroup]:
    """Those of the hits that one page of the list shows, with how many the whole list has of each language."""
    some = set(hits)
    totals = Counter(hit.language_code for hit in hits)
    return by_language([card for hit, card in cards.items() if hit in some], totals)


def _parted(hits: Sequence[Hit], asked: Question) -> tuple[list[Hit], list[Hit]]:
    """
    What answers, and what has some of it. Nothing has half of a single word, and where nothing answers altogether, what
    there is comes under no reservation.
    """
    found = [hit for hit in hits if not hit.pinned]
    whole = [hit for hit in found if not hit.loosely]
    if len(asked.words) < 2 or not whole:
        return found, []
    return whole, [hit for hit in found if hit.loosely]


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    frame = view_frame(request, "search/")  # first: the chains come with the home pages
    text = asked_text(request.GET.get("q", ""))
    asked = question(text, reading_language().code)
    asked.help_page = frame.help_page
    facets = Facets(search_facets() if text else [], request.GET, {"q": text} if text else {})
    try:
        hits, is_away = pages_found(asked, languages_of_reader(), facets), False
        nearest = "" if hits or facets.whole else nearest_question(asked)
    except SearchUnavailable:  # logged where it happened
        hits, is_away, nearest = [], True, ""
    results = pager(hits, request.GET.get("page"), facets)
    cards = cards_of(list(results.page), asked)
    answers, have_some = _parted(hits, asked)
    pinned, help_first = [(hit, card) for hit, card in cards.items() if hit.pinned], asked.help_first
    if not is_away and is_to_be_counted(request):
        request.asked = Asked(text, asked.reader, results.total)
    response = TemplateResponse(
        request,
        "site_core/search.html",
        {
            "frame": frame,
            "asked": text,
            "is_away": is_away,
            "question": asked,
            "nearest": nearest,
            "facets": facets,
            "pager": results,
            "help_groups": by_language([card for hit, card in pinned if hit.translation_key == help_first]),
            "pinned_groups": by_language([card for hit, card in pinned if hit.translation_key != help_first]),
            "groups": _groups(cards, answers),
            "loose_groups": _groups(cards, have_some),
        },
    )
    if is_away:
        add_never_cache_headers(response)
    return response


@require_safe
def suggest(request: HttpRequest) -> HttpResponse:
    """`/<language>/search/suggestions/?q=…`: options for the list below the search box, with what is said of them."""
    try:
        found, is_away = suggestions(asked_text(request.GET.get("q", "")), reading_language().code), False
    except SearchUnavailable:  # logged where it happened; the form is enough
        found, is_away = Suggestions(), True
    response = TemplateResponse(
        request,
        "site_core/suggestions.html",
        {"found": found, "total": len(found.pages) + len(found.questions), "url": reverse("search")},
    )
    response.headers["X-Robots-Tag"] = "noindex"
    if is_away:
        add_never_cache_headers(response)
    return response
