"""320 px wide: nothing sticks out sideways, also with everything unfolded."""

import pytest
from playwright.sync_api import Page

from tests.browser.public_pages import PublicPages

TOO_WIDE = """() => {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  const outside = [...document.querySelectorAll("body *")].filter(element => {
    const box = element.getBoundingClientRect();
    return box.width && (box.right > root.clientWidth + 0.5 || box.left < -0.5);
  });
  return [`${root.scrollWidth} px`, ...outside.slice(0, 5).map(element => element.outerHTML.slice(0, 100))];
}"""


@pytest.mark.parametrize("language", ["pl", "uk", "ar", "pl-simple"])
def test_no_horizontal_scrolling(page: Page, public_pages: PublicPages, language: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    found = {}
    for shown in public_pages.in_language(language):
        page.goto(shown.address)
        page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")
        if outside := page.evaluate(TOO_WIDE):
            found[shown.address] = outside
    assert found == {}
