"""A reader asks for a page in their language: one button, answered with thanks and counted (`demand`)."""

from urllib.parse import urlsplit
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Page

from site_core.frame import view_frame
from site_core.languages.addresses import ask_address
from site_core.languages.elsewhere import Elsewhere
from site_core.languages.rows import page_rows, row_values
from site_core.languages.targets import link_card
from site_core.languages.tree import published_homes
from site_core.security.error_pages import too_many_requests
from site_core.translation.demand import ONCE_IN, TooMuchAskedFor, count_wish

SEE_OTHER = 303


# Django's protection needs a cookie, and readers carry none. A form on a foreign page could only count, and is refused.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def ask_for(request: HttpRequest, key: UUID) -> HttpResponse:
    """
    `/<language>/ask-for/<translation key>/`: POST counts and leads to the thanks; otherwise to the page itself.

    Raises Http404 where there is no such page, or nothing of it for a reader of this language.
    """
    code = request.reading_language.code
    page = _missing_page(request, key)
    if isinstance(page, HttpResponse):
        return page
    if request.method != "POST":
        shown = page.shown_to(code)
        if shown is None:
            raise Http404
        return HttpResponseRedirect(shown.address_for(code))
    if not sent_from_here(request):
        raise PermissionDenied
    try:
        count_wish(key, code, timezone.now())
    except TooMuchAskedFor:
        request.retry_after = int(ONCE_IN.total_seconds())
        return too_many_requests(request)
    answer = HttpResponseRedirect(f"{ask_address(key, code)}thanks/")
    answer.status_code = SEE_OTHER  # reloading the thanks asks for nothing again
    return answer


@require_safe
def thanks(request: HttpRequest, key: UUID) -> HttpResponse:
    """The same for everybody, so that it may be kept like any page."""
    page = _missing_page(request, key)
    if isinstance(page, HttpResponse):
        return page
    frame = view_frame(request, f"ask-for/{key}/thanks/")
    shown = page.shown_to(request.reading_language.code)
    context = {
        "frame": frame,
        "back": link_card(shown) if shown else None,
        "elsewhere": [] if shown else page.named(),
    }
    return TemplateResponse(request, "site_core/asked_for.html", context)


def _missing_page(request: HttpRequest, key: UUID) -> Elsewhere | HttpResponse:
    """The page that the reader's language has no version of; the way to the version, if it has one by now."""
    code = request.reading_language.code
    homes = request.homes = published_homes()
    rows = page_rows(row_values(Page.objects.filter(translation_key=key)))
    versions = {row.language_code: row for row in rows if row.is_public and homes.of(row.language_code)}
    if not versions or homes.of(code) is None:
        raise Http404
    if code in versions:
        return HttpResponseRedirect(versions[code].address)
    page = Elsewhere(versions)
    request.elsewhere = page.named()
    return page


def sent_from_here(request: HttpRequest) -> bool:
    """Whether the form stood on a page of this site, as far as the browser says. An old one may say nothing."""
    relation = request.headers.get("Sec-Fetch-Site")
    if relation is not None:
        return relation == "same-origin"
    origin = request.headers.get("Origin", "null")  # "null" where the referrer policy tells nobody anything
    return origin == "null" or urlsplit(origin).netloc == request.get_host()
