"""The search page: `/<language>/search/?q=…`."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe
from wagtail.models import Locale, Page

from site_core.cards import Card
from site_core.frame import view_frame
from site_core.languages.rows import row_of
from site_core.languages.targets import link_card
from site_core.pagination import pager
from site_core.querysets import published_pages, with_base_fields
from site_core.search.query import search_words

MOST_HITS = 200


def matching_pages(words: list[str], code: str) -> list[Page]:
    """
    Published pages of one language with all the words, titles first; at most 200. Three queries.

    Ordered by us and not by the backend: its relevance on SQLite repeats the match for every hit, which takes
    seconds on a common word (limits.md, finding 1).
    """
    live = Page.objects.filter(locale=Locale.objects.get(language_code=code), live=True)
    hits = live.search(" ".join(words), operator="and", order_by_relevance=False)[:MOST_HITS]
    pages = published_pages().filter(pk__in=[page.pk for page in hits], depth__gt=2)
    folded = [word.casefold() for word in words]

    def missing_from_title(page: Page) -> tuple[int, str]:
        title = page.title.casefold()
        return sum(word not in title for word in folded), title

    return sorted(with_base_fields(pages).select_related("locale"), key=missing_from_title)


def search_card(page: Page) -> Card:
    card = link_card(row_of(page))
    card.summary, card.palette = page.base_summary, page.base_palette
    return card


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    words = search_words(request.GET.get("q", ""))
    hits = matching_pages(words, request.reading_language.code) if words else []
    asked = " ".join(words)
    results = pager(hits, request.GET.get("page"), query=urlencode({"q": asked}) if words else "")
    return TemplateResponse(
        request,
        "site_core/search.html",
        {
            "frame": view_frame(request, "search/"),
            "asked": asked,
            "words": words,
            "pager": results,
            "cards": [search_card(page) for page in results.page],
        },
    )
