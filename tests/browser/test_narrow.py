"""320 px wide: nothing sticks out sideways, also with everything unfolded and for readers who asked for large text."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.public_pages import LANGUAGES, PublicPages

NARROW = {"width": 320, "height": 640}
TOO_WIDE = """() => {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  const outside = [...document.querySelectorAll("body *")].filter(element => {
    const box = element.getBoundingClientRect();
    return box.width && (box.right > root.clientWidth + 0.5 || box.left < -0.5);
  });
  return [`${root.scrollWidth} px`, ...outside.slice(0, 5).map(element => element.outerHTML.slice(0, 100))];
}"""


@pytest.fixture(scope="module")
def large_text(
    launch_browser: Callable[..., Browser], browser_type_launch_args: dict[str, Any]
) -> Iterator[Browser]:
    """A browser whose owner chose letters of twice the usual size, as its settings offer; media queries follow it."""
    wish = "--blink-settings=defaultFontSize=32"
    browser = launch_browser(args=[*browser_type_launch_args["args"], wish])
    yield browser
    browser.close()


def sticking_out(page: Page, public_pages: PublicPages, language: str) -> dict[str, list[str]]:
    """By address what stands outside the window, of every public template with all that folds unfolded."""
    found = {}
    for shown in public_pages.in_language(language):
        page.goto(shown.address)
        page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")
        if outside := page.evaluate(TOO_WIDE):
            found[shown.address] = outside
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_horizontal_scrolling(page: Page, public_pages: PublicPages, language: str) -> None:
    page.set_viewport_size(NARROW)
    assert sticking_out(page, public_pages, language) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_horizontal_scrolling_with_large_text(
    large_text: Browser, browser_context_args: dict[str, Any], public_pages: PublicPages, language: str
) -> None:
    context = large_text.new_context(**browser_context_args, viewport=NARROW)
    page = context.new_page()
    page.goto(f"/{language}/")
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    assert sticking_out(page, public_pages, language) == {}
    context.close()
