"""
A first visit to a text page transfers at most 60 kB: headers, text, style, script, fonts, as they are sent.

A picture in the text is fetched when the reader comes near, some screens ahead; how many, browsers decide. It is
weighed by itself.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Request

from tests.browser.public_pages import PublicPages

BUDGET = 60_000
MOST_REQUESTS = 12
MOST_SCRIPT = 6_000
HEAVIEST_PICTURE = 60_000
TEXT_PAGES = {"home", "standard", "programme", "campaign", "event"}


def transferred(request: Request) -> int:
    sizes = request.sizes()
    return sizes["responseHeadersSize"] + sizes["responseBodySize"]


def is_picture_in_text(request: Request) -> bool:
    return request.resource_type == "image" and "/media/" in request.url


@pytest.mark.parametrize("language", ["pl", "uk", "ar"])
def test_a_first_visit_to_a_text_page(
    new_context: Callable[[], BrowserContext], public_pages: PublicPages, language: str
) -> None:
    too_heavy = {}
    for shown in public_pages.in_language(language):
        if shown.template not in TEXT_PAGES:
            continue
        context = new_context()  # nothing cached, on the disk or in memory: a first visit
        page = context.new_page()
        finished: list[Request] = []
        page.on("requestfinished", lambda request, into=finished: into.append(request))
        page.goto(shown.address, wait_until="networkidle")
        page.evaluate("document.fonts.ready.then(() => true)")
        assert all(request.sizes()["responseBodySize"] > 0 for request in finished), "something was cached"
        pictures = [request for request in finished if is_picture_in_text(request)]
        assert all(transferred(picture) <= HEAVIEST_PICTURE for picture in pictures), shown.address
        finished = [request for request in finished if request not in pictures]
        weights = {request.url.rsplit("/", 1)[-1] or "html": transferred(request) for request in finished}
        kinds = {request.resource_type for request in finished}
        assert kinds >= {"document", "stylesheet", "script", "font"}, "something was not counted"
        script = sum(transferred(request) for request in finished if request.resource_type == "script")
        if sum(weights.values()) > BUDGET or len(finished) > MOST_REQUESTS or script > MOST_SCRIPT:
            too_heavy[shown.address] = (sum(weights.values()), weights)
        context.close()
    assert too_heavy == {}
