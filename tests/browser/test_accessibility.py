"""
axe finds nothing: every public template, in light and dark, with all that folds unfolded. No rule is left out.
Then every page that the browser tests know.

In the dark only the rules about colours are asked again: a colour scheme changes colours here and nothing else
(`tests/site_core/test_stylesheet.py` holds the sheets to that), and no other rule of axe looks at colours.
Those rules take axe longer than all the others together.
"""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.public_pages import IN_PART, LANGUAGES, PublicPage, PublicPages
from tools.places import ROOT

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
UNFOLD_MAIN = "document.querySelectorAll('main details').forEach(fold => { fold.open = true })"
UNFOLD_SWITCHER = "document.querySelectorAll('header details').forEach(fold => { fold.open = true })"


COLOUR_RULES = ["color-contrast", "link-in-text-block"]
EVERYTHING = {"runOnly": {"type": "tag", "values": RULES}}
ALL_BUT_COLOURS = {**EVERYTHING, "rules": {rule: {"enabled": False} for rule in COLOUR_RULES}}
COLOURS = {"runOnly": {"type": "rule", "values": COLOUR_RULES}}


def violations(page: Page, asked: dict[str, Any], least: int) -> list[str]:
    """Rule, element and what is wrong with it, for every violation in the page as it stands; `least` rules applied."""
    found = Axe().run(page, options={**asked, "resultTypes": ["violations"]})
    assert len(found.response["passes"]) >= least, "axe has not looked at the page"
    return [
        f"{violation['id']}: {node['html'][:200]} – {node.get('failureSummary', '')}"
        for violation in found.response["violations"]
        for node in violation["nodes"]
    ]


def violations_by_scheme(page: Page) -> dict[str, list[str]]:
    """What axe finds in light, and in dark; schemes in which it finds nothing are left out."""
    page.emulate_media(color_scheme="light")
    light = violations(page, EVERYTHING, least=10)
    page.emulate_media(color_scheme="dark")
    dark = violations(page, COLOURS, least=1)
    return {scheme: found for scheme, found in (("light", light), ("dark", dark)) if found}


@pytest.mark.parametrize("language", ["pl", "uk", "ar", pytest.param("pl-simple", marks=pytest.mark.slow)])
def test_axe_finds_nothing(page: Page, public_pages: PublicPages, language: str) -> None:
    walked = public_pages.one_of_each_template(language)
    assert {shown.template for shown in walked} >= IN_PART
    found = {shown.address: violations_by_scheme(open_unfolded(page, shown)) for shown in walked}
    assert {address: problems for address, problems in found.items() if problems} == {}


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_on_any_page(page: Page, public_pages: PublicPages, language: str) -> None:
    """Colours follow from the template and its blocks, not from the language: they are asked in Polish."""
    found = {}
    for shown in public_pages.in_language(language):
        open_unfolded(page, shown)
        if language == "pl":
            found[shown.address] = violations_by_scheme(page)
        else:
            found[shown.address] = violations(page, ALL_BUT_COLOURS, least=10)
    assert {address: problems for address, problems in found.items() if problems} == {}


def open_unfolded(page: Page, shown: PublicPage) -> Page:
    page.goto(shown.address)
    page.evaluate(UNFOLD_MAIN)
    return page


# Wide only: on a phone the unfolded list lies over the link to the search, as an open list does.
def test_axe_finds_nothing_in_the_unfolded_masthead(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("/uk/")
    page.evaluate(UNFOLD_SWITCHER)
    assert violations_by_scheme(page) == {}


@pytest.mark.parametrize("language", ["pl-simple", "uk", "ar"])
def test_axe_finds_nothing_where_one_is_thanked_for_asking(page: Page, language: str) -> None:
    page.goto(f"/{language}/materialy/symbol-nienawisci-w-szkole/")
    page.locator("main form.ask button").click()
    page.wait_for_url("**/thanks/")
    assert violations_by_scheme(page) == {}


# All prepared answers (400 to 503) are one template with other words; a browser can ask for this one.
@pytest.mark.parametrize("language", ["pl", "uk", "ar"])
def test_axe_finds_nothing_on_a_prepared_error_page(page: Page, language: str) -> None:
    page.route(f"**/{language}/", lambda route: route.continue_(method="POST"))
    answer = page.goto(f"/{language}/")
    assert answer is not None
    assert answer.status == 403
    assert violations_by_scheme(page) == {}


@pytest.mark.parametrize("prepared", ["unavailable.html", "too-many-questions.html"])
def test_axe_finds_nothing_on_what_the_proxy_says_itself(page: Page, prepared: str) -> None:
    """When nobody answers behind it, and to who asks the search without end."""
    prepared = ROOT / "deploy" / "nginx" / prepared
    page.route("**/pl/", lambda route: route.fulfill(path=prepared, status=503, content_type="text/html"))
    page.goto("/pl/")
    assert violations_by_scheme(page) == {}


def test_axe_finds_nothing_where_editors_sign_in(page: Page) -> None:
    page.goto("/account/login/")
    assert violations_by_scheme(page) == {}
