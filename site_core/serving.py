"""From an address with its language to a page, and to the helpful answer where there is none."""

from urllib.parse import quote

from django.conf import settings
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)
from django.utils.cache import patch_vary_headers
from wagtail.views import serve as wagtail_serve

from site_core.languages.elsewhere import elsewhere
from site_core.languages.middleware import preferred_language
from site_core.languages.past import once_at
from site_core.languages.rows import PageRow
from site_core.languages.tree import Place, place, published_homes, specific_page


def serve_page(request: HttpRequest, path: str) -> HttpResponse:
    """
    Answer `/<language>/<path>`.

    One page has one address: a missing slash at the end, or one too many, leads to it. Finds the page itself (two
    queries at any depth) and hands it to Wagtail, whose hooks for private pages and for other apps then run as ever.
    What is not published in this very language is shown in the first language of the reader's chain that has it, at the
    address where this reader finds it; other ways to write that lead there: for now, not for ever, since a translation
    may come. Where a page has left, its old address leads to where it is. Raises Http404 for what no reader of this
    language is promised: no alias, nothing of a language without a home page (stock Wagtail would show Polish under the
    foreign prefix).
    """
    tidy = "".join(f"{part}/" for part in path.split("/") if part)
    if path != tidy:
        return HttpResponsePermanentRedirect(quote(f"/{request.reading_language.code}/{tidy}"))
    if "\x00" in path:
        raise Http404  # PostgreSQL takes no such text
    found = place(path)
    request.homes = found.homes
    code = request.reading_language.code
    row = found.page_in(code) or _row_elsewhere(request, found)
    address = row.address_for(code)
    if address != request.path_info:
        query = request.META.get("QUERY_STRING", "")
        moved = getattr(request, "was_here", False) and row.language_code == code
        answer = HttpResponsePermanentRedirect if moved else HttpResponseRedirect
        return answer(f"{address}?{query}" if query else address)
    page = specific_page(row)
    if page is None:
        raise Http404  # deleted a moment ago
    request._wagtail_route_for_request = (page, [], {})
    return wagtail_serve(request, path)


def _row_elsewhere(request: HttpRequest, found: Place) -> PageRow:
    """
    The version of the page that this reader is shown, whichever language its path is in.

    Raises Http404 where there is nothing, with what was found in `request.elsewhere`, and in `request.was_here` whether
    there once was a page.
    """
    code = request.reading_language.code
    page = elsewhere(code, found)
    if not page.versions:
        past = once_at(code, found.parts)
        page, request.was_here = past.now, past.was_here
    request.elsewhere, request.elsewhere_key = page.named(), page.translation_key
    shown = page.shown_to(code) if found.homes.of(code) else None
    if shown is None:
        raise Http404
    return shown


def negotiate(request: HttpRequest) -> HttpResponse:
    """`/`: once, by the browser's languages, among those with a public home page. No cookie remembers it."""
    public = published_homes().codes()
    code = preferred_language(request, [code for code in public if code != "pl-simple"])
    response = HttpResponseRedirect(f"/{code if code in public else settings.LANGUAGE_CODE}/")
    patch_vary_headers(response, ["Accept-Language"])
    return response
