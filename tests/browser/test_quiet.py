"""A reader is left alone: no cookie, nothing stored, nobody else asked, nothing for the console to complain about."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.public_pages import LANGUAGES, PublicPages
from tests.browser.watch import Complaint, Watch

STORED = "() => localStorage.length + sessionStorage.length"
# Chromium itself says of every page that is not there that it is not there.
NOT_THERE = "error: Failed to load resource: the server responded with a status of 404 (Not Found)"


@pytest.fixture
def first_page(new_context: Callable[[], BrowserContext]) -> Page:
    """Of a browser that nobody has used yet: with no cookie, nothing stored, nothing cached."""
    return new_context().new_page()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_cookie_no_third_party_no_complaint(
    first_page: Page, public_pages: PublicPages, base_url: str, language: str
) -> None:
    page, watch = first_page, Watch(first_page, base_url)
    shown_pages = public_pages.in_language(language)
    for shown in shown_pages:
        answer = page.goto(shown.address, wait_until="load")
        assert answer is not None
        assert answer.status == shown.status, shown.address
        assert page.evaluate(STORED) == 0, shown.address
    missing = [base_url + shown.address for shown in shown_pages if shown.status == 404]
    assert watch.complaints == [Complaint(NOT_THERE, address) for address in missing]
    assert watch.foreign == []
    assert page.context.cookies() == []
    assert len(watch.requests) > len(shown_pages)


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (lambda route: route.fulfill(status=404), NOT_THERE),
        (lambda route: route.abort("connectionrefused"), "net::ERR_CONNECTION_REFUSED"),
        (lambda route: route.abort("aborted"), "net::ERR_ABORTED"),
    ],
    ids=["missing", "refused", "broken off"],
)
def test_a_stylesheet_that_does_not_come_is_a_complaint(
    first_page: Page, base_url: str, answer: Callable[[Route], None], words: str
) -> None:
    page, watch = first_page, Watch(first_page, base_url)
    page.route("**/*.css", answer)
    page.goto("/pl/")
    address = page.locator("link[rel=stylesheet]").first.evaluate("link => link.href")
    page.goto("/uk/")
    # Once for each page; Chromium now and then asks again for what was broken off, and complains again.
    assert watch.complaints.count(Complaint(words, address)) >= 2, watch.complaints


def test_what_is_broken_off_because_the_reader_goes_on_is_no_complaint(
    first_page: Page, base_url: str
) -> None:
    page, watch = first_page, Watch(first_page, base_url)
    page.route("**/late.svg", lambda route: None)  # never answered
    page.goto("/pl/")
    with page.expect_event("requestfailed") as waiting:
        page.evaluate("() => { new Image().src = '/static/late.svg' }")
        page.goto("/uk/")
    assert waiting.value.failure == "net::ERR_ABORTED"
    expect(page.locator("html")).to_have_attribute("lang", "uk")
    assert watch.complaints == []
