"""The helpful 404: says so in the reader's language and offers the languages the page does exist in."""

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from site_core.frame import view_frame
from site_core.languages.addresses import ask_address
from site_core.languages.known import language_of
from site_core.languages.reading import reading
from site_core.languages.tree import published_homes


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """
    Handler of every Http404. Costs a few queries whatever is asked; anything odd in the address is just not found.

    What was here once and is in no language any more gets the status 410 further out (`redirects`), the words here.
    A language known but without a published home page answers in the language its furniture falls back to.
    """
    reader = request.reading_language
    if not hasattr(request, "homes"):
        request.homes = published_homes()
    found = getattr(request, "elsewhere", [])
    if request.homes.of(reader.code) is None:
        request.reading_language = language_of(reader.interface_code)
    with reading(request.reading_language):
        context = {
            "frame": view_frame(request, ""),
            "asked_language": reader,
            "elsewhere": found,
            "ask_url": _ask_url(request) if found else "",
            "was_here": getattr(request, "was_here", False),
        }
        response = TemplateResponse(request, "site_core/404.html", context, status=404)
        response.render()
    return response


def _ask_url(request: HttpRequest) -> str:
    """Where the page may be asked for; nothing in a language that the site does not speak yet."""
    key, code = getattr(request, "elsewhere_key", None), request.reading_language.code
    return ask_address(key, code) if key and request.homes.of(code) else ""
