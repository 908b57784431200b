"""A reader is left alone: no cookie, nothing stored, nobody else asked, nothing for the console to complain about."""

import pytest
from playwright.sync_api import Page

from tests.browser.public_pages import LANGUAGES, PublicPages
from tests.browser.watch import Watch

STORED = "() => localStorage.length + sessionStorage.length"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_cookie_no_third_party_no_complaint(
    page: Page, public_pages: PublicPages, base_url: str, language: str
) -> None:
    watch = Watch(page.context, base_url)
    for shown in public_pages.in_language(language):
        watch.complaints.clear()
        answer = page.goto(shown.address, wait_until="load")
        assert answer is not None
        assert answer.status == shown.status, shown.address
        # Chromium itself says of every page that is not there that it is not there.
        own_words = "Failed to load resource: the server responded with a status of 404"
        complaints = [words for words in watch.complaints if shown.status == 200 or own_words not in words]
        assert complaints == [], shown.address
        assert page.evaluate(STORED) == 0, shown.address
    assert watch.foreign == []
    assert page.context.cookies() == []
    assert len(watch.requests) > len(public_pages.in_language(language))
