"""The language of a request stands in its address; nothing else decides it, except once, at `/`."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from site_core.languages.known import known_languages, language_of
from site_core.languages.reading import reading

INTERNAL_PREFIXES = ("/admin/", "/account/", "/styl/")


class LanguageMiddleware:
    """
    Sets `request.reading_language` and the interface language from the first part of the path.

    Takes the place of Django's LocaleMiddleware, which answers an unknown first part with a redirect to the Polish
    address of nothing (`/xx/` to `/pl/xx/`) and lets `Accept-Language` into pages that a cache should share.
    Where there is no language in the address, editors' screens follow the editor and everything else is Polish.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        first_part = request.path_info.split("/", 2)[1] if "/" in request.path_info else ""
        in_address = first_part in known_languages()
        if in_address:
            language = language_of(first_part)
        elif request.path_info.startswith(INTERNAL_PREFIXES):
            language = language_of(preferred_language(request, settings.INTERFACE_LANGUAGES))
        else:
            language = language_of(settings.LANGUAGE_CODE)
        request.reading_language = language
        with reading(language):
            response = self.get_response(request)
            # A TemplateResponse has been rendered by now: the handler renders it inside get_response.
        if in_address:
            response.headers.setdefault("Content-Language", language.code)
        return response


def preferred_language(request: HttpRequest, among: list[str]) -> str:
    """The first language of `Accept-Language` found `among` these codes, else the site's source language."""
    header = request.META.get("HTTP_ACCEPT_LANGUAGE", "")[:500]
    for tag, _quality in translation.trans_real.parse_accept_lang_header(header):
        code = tag.lower()
        if code in among:
            return code
        if code.split("-")[0] in among:
            return code.split("-")[0]
    return settings.LANGUAGE_CODE
