"""
A first visit to a text page transfers at most 60 kB: headers, text, style, script, fonts, as they are sent.

A picture in the text is fetched when the reader comes near, some screens ahead; how many, browsers decide. It is
weighed by itself.
"""

from collections.abc import Callable, Sequence

import pytest
from playwright.sync_api import BrowserContext, Request, expect

from tests.browser.public_pages import PublicPage, PublicPages

BUDGET = 60_000
MOST_REQUESTS = 12
MOST_SCRIPT = 6_000
HEAVIEST_PICTURE = 25_000  # on a screen of 1280 px; one with three dots to the pixel asks for more
TEXT_PAGES = {
    *("home", "standard", "programme", "edition", "partners", "organisation"),
    *("campaign", "event", "resource"),
}


def transferred(request: Request) -> int:
    sizes = request.sizes()
    return sizes["responseHeadersSize"] + sizes["responseBodySize"]


def is_picture_in_text(request: Request) -> bool:
    return request.resource_type == "image" and "/media/" in request.url


@pytest.mark.parametrize("language", ["pl", "uk", pytest.param("ar", marks=pytest.mark.slow)])
def test_a_first_visit_to_a_text_page(
    new_context: Callable[[], BrowserContext], public_pages: PublicPages, language: str
) -> None:
    assert too_heavy(new_context, public_pages.one_of_each_template(language)) == {}


@pytest.mark.slow
@pytest.mark.parametrize("language", ["pl", "uk", "ar", "be", "pl-simple"])
def test_a_first_visit_to_any_text_page(
    new_context: Callable[[], BrowserContext], public_pages: PublicPages, language: str
) -> None:
    assert too_heavy(new_context, public_pages.in_language(language)) == {}


def too_heavy(
    new_context: Callable[[], BrowserContext], walked: Sequence[PublicPage]
) -> dict[str, tuple[int, dict[str, int]]]:
    """Of text pages among these, those over a limit: what they weigh, and what of them does."""
    found = {}
    for shown in walked:
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
            found[shown.address] = (sum(weights.values()), weights)
        context.close()
    return found


@pytest.mark.parametrize(
    "polish", ["/pl/kampanie/slysze-reaguje/", "/pl/materialy/piec-bezpiecznych-sposobow/"]
)
def test_a_poster_is_fetched_as_large_as_it_is_shown(
    new_context: Callable[[], BrowserContext], polish: str
) -> None:
    """Upright, it is lower than the window and so much narrower than its column: half of what the column would take."""
    page = new_context().new_page()
    finished: list[Request] = []
    page.on("requestfinished", lambda request: finished.append(request))
    page.goto(polish)
    poster = page.locator(".figure img")
    poster.scroll_into_view_if_needed()
    # Not wait_for_function: a second look at its words would be `eval`, which the site's policy forbids.
    expect(poster).to_have_js_property("complete", True)
    assert poster.evaluate("image => image.currentSrc").endswith(".avif")
    page.wait_for_load_state("networkidle")
    pictures = [transferred(request) for request in finished if is_picture_in_text(request)]
    assert len(pictures) == 1
    assert pictures[0] <= HEAVIEST_PICTURE
