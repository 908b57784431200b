"""The helpful 404: says so in the reader's language and offers the languages the page does exist in."""

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from wagtail.models import Page

from site_core.frame import view_frame
from site_core.languages.known import known_languages, language_of
from site_core.languages.tree import Homes, published_homes
from site_core.languages.versions import LanguageVersion, published_versions


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """
    Handler of every Http404. Costs a few queries whatever is asked; anything odd in the address is just not found.

    A language known but without a published home page answers in the language its furniture falls back to.
    """
    reader = request.reading_language
    if not hasattr(request, "homes"):
        request.homes = published_homes()
    if not hasattr(request, "elsewhere"):
        request.elsewhere = versions_of_address(request.path_info, request.homes)
    if request.homes.of(reader.code) is None:
        request.reading_language = language_of(reader.interface_code)
    context = {
        "frame": view_frame(request, ""),
        "asked_language": reader,
        "elsewhere": request.elsewhere,
    }
    response = TemplateResponse(request, "site_core/404.html", context, status=404)
    response.render()
    return response


def versions_of_address(path_info: str, homes: Homes) -> list[LanguageVersion]:
    """
    Published versions of the page that has this path in any public language.

    `/uk/kampanie/x/` where only the Polish `/pl/kampanie/x/` exists names the Polish page and its translations.
    """
    _empty, first, *rest = path_info.split("/")
    parts = [part for part in rest if part][:20]
    if first not in known_languages() or "\x00" in path_info:
        return []
    if not parts:
        return [
            LanguageVersion(language_of(code), f"/{code}/", title=home.title)
            for code, home in homes.by_language.items()
        ]
    addresses = [f"{home.url_path}{'/'.join(parts)}/" for home in homes.by_language.values()]
    rows = Page.objects.filter(slug=parts[-1], url_path__in=addresses, live=True, alias_of__isnull=True)
    key = rows.values_list("translation_key", flat=True).first()
    if key is None:
        return []
    found = published_versions(key)
    return [
        LanguageVersion(language_of(code), found[code].address, title=found[code].title)
        for code in known_languages()
        if code in found
    ]
