"""The last word where no page was found: a redirect that an editor wrote, or that the page is gone."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponseBase
from wagtail.contrib.redirects.middleware import RedirectMiddleware as WagtailRedirectMiddleware


class RedirectMiddleware(WagtailRedirectMiddleware):
    """
    Wagtail's, which asks for an editor's redirect where the answer is 404, and after it 410 for what was here once.

    Wagtail's own redirects for renamed pages are off (WAGTAILREDIRECTS_AUTO_CREATE): `site_core.languages.past`.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        answer: HttpResponseBase = super().process_response(request, response)
        gone = getattr(request, "was_here", False) and not request.elsewhere
        if answer.status_code == HTTPStatus.NOT_FOUND and gone:
            answer.status_code = HTTPStatus.GONE
        return answer
