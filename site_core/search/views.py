"""The search page: `/<language>/search/?q=…`."""

from collections import Counter
from collections.abc import Mapping, Sequence

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe

from site_core.cards import Card
from site_core.facets import Facets
from site_core.frame import view_frame
from site_core.languages.chains import languages_of_reader
from site_core.languages.groups import CardGroup, by_language
from site_core.languages.reading import reading_language
from site_core.pagination import pager
from site_core.search.asking.nearest import nearest_question
from site_core.search.asking.question import Question, question
from site_core.search.demand.asked_by import is_to_be_counted
from site_core.search.demand.counting import Asked
from site_core.search.facets import search_facets
from site_core.search.index.failures import SearchUnavailable
from site_core.search.query import asked_text
from site_core.search.result_cards import cards_of
from site_core.search.results import MOST_FOUND, Hit, pages_found
from site_core.search.suggestions import Suggestions, suggestions


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
            "there_are_more": results.total >= MOST_FOUND,
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
