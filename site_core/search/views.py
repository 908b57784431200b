"""The search page: `/<language>/search/?q=…`."""

from collections import Counter
from collections.abc import Sequence
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe
from wagtail.models import Locale, Page

from site_core.cards import Card
from site_core.frame import view_frame
from site_core.languages.chains import languages_of_reader
from site_core.languages.groups import by_language
from site_core.languages.rows import row_of
from site_core.languages.targets import link_card
from site_core.pagination import pager
from site_core.querysets import published_pages, readable_in, with_base_fields
from site_core.search.query import search_words

MOST_HITS = 200


def matching_pages(words: list[str], codes: Sequence[str]) -> list[Page]:
    """
    Published pages with all the words, at most 200: those in the first of these languages, titles first; then what
    exists only in the next. Two queries, and one for each language.

    Ordered by us and not by the backend: its relevance on SQLite repeats the match for every hit, which takes
    seconds on a common word (limits.md, finding 1).
    """
    hits: list[int] = []
    for locale in Locale.objects.filter(language_code__in=codes):
        # One language at a time, or the hits in one that is not shown in the end could fill what is looked at.
        live = Page.objects.filter(locale=locale, live=True)
        found = live.search(" ".join(words), operator="and", order_by_relevance=False)[:MOST_HITS]
        hits += [page.pk for page in found]
    pages = published_pages().filter(pk__in=hits, depth__gt=2)
    folded = [word.casefold() for word in words]

    def place(page: Page) -> tuple[int, int, str]:
        title = page.title.casefold()
        return page.reading_rank, sum(word not in title for word in folded), title

    return sorted(with_base_fields(readable_in(pages, codes)), key=place)[:MOST_HITS]


def search_card(page: Page) -> Card:
    card = link_card(row_of(page))
    card.summary, card.palette = page.base_summary, page.base_palette
    return card


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    frame = view_frame(request, "search/")  # first: the chains come with the home pages
    words = search_words(request.GET.get("q", ""))
    hits = matching_pages(words, languages_of_reader()) if words else []
    totals = Counter(page.locale.language_code for page in hits)
    asked = " ".join(words)
    results = pager(hits, request.GET.get("page"), query=urlencode({"q": asked}) if words else "")
    return TemplateResponse(
        request,
        "site_core/search.html",
        {
            "frame": frame,
            "asked": asked,
            "words": words,
            "pager": results,
            "groups": by_language(map(search_card, results.page), totals),
        },
    )
