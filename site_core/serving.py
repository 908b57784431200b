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

from site_core.languages.middleware import preferred_language
from site_core.languages.not_found import versions_of_address
from site_core.languages.tree import page_at, published_homes


def serve_page(request: HttpRequest, path: str) -> HttpResponse:
    """
    Answer `/<language>/<path>`.

    One page has one address: a missing slash at the end, or one too many, leads to it. Finds the page itself (two
    queries at any depth) and hands it to Wagtail, whose hooks for private pages and for other apps then run as ever.
    An address whose page has another one in this language leads there: so changing the language in an address by hand,
    or in a link that somebody sent, finds the page. Raises Http404 for what is not published in this very language: no
    alias, no home page of a language without a tree (stock Wagtail would show Polish under the foreign prefix).
    """
    tidy = "".join(f"{part}/" for part in path.split("/") if part)
    if path != tidy:
        return HttpResponsePermanentRedirect(quote(f"/{request.reading_language.code}/{tidy}"))
    code = request.reading_language.code
    if "\x00" in path:
        raise Http404  # PostgreSQL takes no such text
    page, request.homes = page_at(code, path)
    if page is None:
        return _in_this_language(request, code)
    request._wagtail_route_for_request = (page, [], {})
    return wagtail_serve(request, path)


def _in_this_language(request: HttpRequest, code: str) -> HttpResponse:
    """
    To the reader's version of the page that has this path in another language; for now, while it has: not for ever.

    Raises Http404 where there is none, with what was found in `request.elsewhere`.
    """
    request.elsewhere = versions_of_address(request.path_info, request.homes)
    for version in request.elsewhere:
        if version.language.code == code and version.url != request.path_info:
            query = request.META.get("QUERY_STRING", "")
            return HttpResponseRedirect(f"{version.url}?{query}" if query else version.url)
    raise Http404


def negotiate(request: HttpRequest) -> HttpResponse:
    """`/`: once, by the browser's languages, among those with a public home page. No cookie remembers it."""
    public = published_homes().codes()
    code = preferred_language(request, [code for code in public if code != "pl-simple"])
    response = HttpResponseRedirect(f"/{code if code in public else settings.LANGUAGE_CODE}/")
    patch_vary_headers(response, ["Accept-Language"])
    return response
