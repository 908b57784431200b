"""HTML is enough: a page says the same, and its forms and links lead as far, when scripts are off."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.public_pages import PublicPages

# Text as a reader sees it: what is folded or hidden is not in it.
SEEN = "() => document.body.innerText.replace(/\\s+/g, ' ').trim()"
HEADINGS = "() => document.querySelectorAll('h1').length"
# Links and buttons that would need a script: without an address, or outside a form.
DEAD_ENDS = """() => {
  const dead = link => !link.getAttribute("href") || link.protocol === "javascript:"
    || link.getAttribute("href").startsWith("#") && !document.getElementById(link.hash.slice(1));
  return [
    ...[...document.querySelectorAll("a")].filter(dead),
    ...[...document.querySelectorAll("form")].filter(form => !form.querySelector("button:not([type=button])")),
    ...[...document.querySelectorAll("button")].filter(button => !button.form),
  ].map(element => element.outerHTML.slice(0, 150));
}"""


WIDTHS = (360, 1280)


@pytest.mark.parametrize("language", ["pl", pytest.param("ar", marks=pytest.mark.slow)])
def test_every_template_is_complete(
    page: Page,
    reader: Callable[..., Page],
    public_pages: PublicPages,
    language: str,
) -> None:
    plain = reader(java_script_enabled=False)
    for shown in public_pages.in_language(language):
        for opened in (page, plain):
            answer = opened.goto(shown.address)
            assert answer is not None
            assert answer.status == shown.status, shown.address
        for width in WIDTHS:
            seen = []
            for opened in (page, plain):
                opened.set_viewport_size({"width": width, "height": 900})
                seen.append(opened.evaluate(SEEN))
            assert seen[1] == seen[0], (shown.address, width)
            assert len(seen[1]) > 200, (shown.address, width)
        assert plain.evaluate(HEADINGS) == 1, shown.address
        assert plain.evaluate(DEAD_ENDS) == [], shown.address
