"""Answers when something is refused or broken: prepared pages, without database and template engine.

One plain page for each kind of trouble and language, filled once per process from
`templates/errors/prepared.html` and the catalogues. Only 404 is not here: it can help
more, and is a page of the site (`site_core.languages`).
"""

import logging
import sys
from functools import lru_cache
from html import escape
from http import HTTPStatus
from pathlib import Path
from string import Template

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import translation
from django.utils.translation import gettext as _

from site_core.languages.known import Language, known_languages, language_of
from site_core.languages.middleware import preferred_language
from site_core.security.headers import Handler
from site_core.security.sentences import Trouble, sentences_for

logger = logging.getLogger(__name__)

TEMPLATE = Path(__file__).resolve().parents[2] / "templates" / "errors" / "prepared.html"
STYLESHEETS = ("css/site.css",)
ICON = "logo/mark.svg"
SECONDS_AFTER_TOO_MANY = 60
SECONDS_AFTER_OUTAGE = 30

# If even the template or a catalogue cannot be read: still an answer, still a way on.
LAST_RESORT = (
    b'<!doctype html><html lang="en"><meta charset="utf-8"><title>Something is broken on our side</title>'
    b"<h1>Something is broken on our side</h1>"
    b'<p>Please try again in a few minutes. If you are in danger now, call <a href="tel:112">112</a>.</p>'
)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return answer(request, Trouble.UNREADABLE, HTTPStatus.BAD_REQUEST)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return answer(request, Trouble.FORBIDDEN, HTTPStatus.FORBIDDEN)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return answer(request, Trouble.FORM_EXPIRED, HTTPStatus.FORBIDDEN)


def too_many_requests(request: HttpRequest) -> HttpResponse:
    """For `handler429`, where django-allauth looks for it.

    Whoever knows the period says so in `request.retry_after`.
    """
    response = answer(request, Trouble.TOO_MANY, HTTPStatus.TOO_MANY_REQUESTS)
    response.headers["Retry-After"] = str(getattr(request, "retry_after", SECONDS_AFTER_TOO_MANY))
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """Nothing here may fail, whatever is broken: there is the page of the reader's language, or a constant.

    A database that is away is 503: caches keep what they have, robots come back, monitors know whom to call.
    """
    database_is_away = isinstance(sys.exc_info()[1], OperationalError | InterfaceError)
    status = HTTPStatus.SERVICE_UNAVAILABLE if database_is_away else HTTPStatus.INTERNAL_SERVER_ERROR
    try:
        response = answer(request, Trouble.BROKEN, status)
    except Exception:
        logger.exception("The prepared error page could not be made.")
        response = HttpResponse(LAST_RESORT, status=status)
    if database_is_away:
        response.headers["Retry-After"] = str(SECONDS_AFTER_OUTAGE)
    return response


def answer(request: HttpRequest, trouble: Trouble, status: HTTPStatus) -> HttpResponse:
    return HttpResponse(prepared_page(trouble, language_for(request).code), status=status)


def language_for(request: HttpRequest) -> Language:
    """As for any other page; worked out here when the error came before the language middleware."""
    decided: Language | None = getattr(request, "reading_language", None)
    if decided is not None:
        return decided
    first_part = request.path_info.strip("/").split("/", 1)[0]
    if first_part in known_languages():
        return language_of(first_part)
    return language_of(preferred_language(request, settings.INTERFACE_LANGUAGES))


@lru_cache(maxsize=128)
def prepared_page(trouble: Trouble, code: str) -> bytes:
    """The whole page as it is sent, furniture in the language that stands in for `code`."""
    language = language_of(code)
    with translation.override(language.interface_code):
        words = sentences_for(trouble)
        page = Template(TEMPLATE.read_text(encoding="utf-8")).substitute(
            language=language.interface_code,
            direction=language_of(language.interface_code).direction,
            site=escape(settings.WAGTAIL_SITE_NAME),
            stylesheets="".join(static_link("stylesheet", name) for name in STYLESHEETS),
            icon=static_link("icon", ICON),
            title=escape(words.title),
            explanation=escape(words.explanation),
            advice=escape(words.advice),
            home_address=f"/{language.code}/",
            home=escape(_("Go to the home page")),
            danger=escape(_("If you are in danger now, call 112.")),
        )
    return page.encode()


def static_link(relation: str, name: str) -> str:
    """Nothing, where static files were not collected: the page reads well without."""
    try:
        return f'<link rel="{relation}" href="{escape(staticfiles_storage.url(name))}">'
    except ValueError:
        return ""


class WordsForEmptyErrorsMiddleware:
    """Django and Wagtail answer a method that is not allowed with an empty page; here it gets words.

    The `Allow` header and whatever else the answer carries stay.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if (
            response.status_code == HTTPStatus.METHOD_NOT_ALLOWED
            and isinstance(response, HttpResponse)
            and not response.content
        ):
            page = answer(request, Trouble.READ_ONLY, HTTPStatus.METHOD_NOT_ALLOWED)
            response.content = page.content
            response.headers["Content-Type"] = page.headers["Content-Type"]
        return response
