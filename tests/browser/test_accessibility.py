"""axe finds nothing: every public template, in light and dark, with all that folds unfolded. No rule is left out."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.public_pages import LANGUAGES, PublicPages

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
UNFOLD_MAIN = "document.querySelectorAll('main details').forEach(fold => { fold.open = true })"
UNFOLD_SWITCHER = "document.querySelectorAll('header details').forEach(fold => { fold.open = true })"


def violations(page: Page) -> list[str]:
    """Rule, element and what is wrong with it, for every violation in the page as it stands."""
    found = Axe().run(
        page, options={"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    )
    assert len(found.response["passes"]) > 10, "axe has not looked at the page"
    return [
        f"{violation['id']}: {node['html'][:200]} – {node.get('failureSummary', '')}"
        for violation in found.response["violations"]
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing(page: Page, public_pages: PublicPages, language: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    found = {}
    for shown in public_pages.in_language(language):
        page.goto(shown.address)
        page.evaluate(UNFOLD_MAIN)
        if problems := violations(page):
            found[shown.address] = problems
    assert found == {}


# Wide only: on a phone the unfolded list lies over the link to the search, as an open list does.
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_unfolded_masthead(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("/uk/")
    page.evaluate(UNFOLD_SWITCHER)
    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_where_editors_sign_in(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto("/account/login/")
    assert violations(page) == []
