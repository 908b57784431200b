"""The search page: `/<language>/search/?q=…`."""

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe
from wagtail.models import Page

from site_core.frame import view_frame
from site_core.pagination import Pager, pager
from site_core.querysets import published_pages
from site_core.search.query import search_words


def matching_pages(words: list[str], code: str) -> list[Page]:
    """
    Published pages of one language with all the words, titles first; at most 200.

    Ordered by us and not by the backend: its relevance on SQLite repeats the match for every hit, which takes
    seconds on a common word (limits.md, finding 1).
    """
    pages = published_pages().filter(locale__language_code=code, depth__gt=2).select_related("locale")
    hits = list(pages.search(" ".join(words), operator="and", order_by_relevance=False)[:200])
    folded = [word.casefold() for word in words]

    def missing_from_title(page: Page) -> int:
        title = page.title.casefold()
        return sum(word not in title for word in folded)

    return sorted(hits, key=missing_from_title)


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    asked = request.GET.get("q", "")
    words = search_words(asked)
    code = request.reading_language.code
    hits = matching_pages(words, code) if words else []
    results: Pager = pager(
        hits, request.GET.get("page"), query=request.GET.urlencode() and f"q={' '.join(words)}"
    )
    cards = [page.specific.card() for page in results.page]
    return TemplateResponse(
        request,
        "site_core/search.html",
        {
            "frame": view_frame(request, "search/"),
            "asked": " ".join(words),
            "words": words,
            "pager": results,
            "cards": cards,
        },
    )
