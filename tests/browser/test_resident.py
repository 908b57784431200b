"""A resident finds an event in the language they read best; with scripts and without."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.public_pages import PublicPages

EVENT = "/pl/wydarzenia/miedzynarodowy-dzien-jezyka-ojczystego-krakowskie-glosy/"
PLACE = "Музей у середмісті"


@pytest.mark.parametrize(
    ("locale", "language"), [("pl-PL", "pl"), ("uk-UA", "uk"), ("ar-SY", "ar"), ("fi-FI", "pl")]
)
def test_the_browsers_language_leads_to_a_home_page(
    reader: Callable[..., Page], base_url: str, locale: str, language: str
) -> None:
    page = reader(locale=locale)
    page.goto("/")
    expect(page).to_have_url(f"{base_url}/{language}/")
    expect(page.locator("html")).to_have_attribute("lang", language)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_resident_changes_to_ukrainian_and_opens_an_event(
    reader: Callable[..., Page], public_pages: PublicPages, base_url: str, scripts: bool
) -> None:
    page = reader(java_script_enabled=scripts)
    page.goto("/")
    expect(page).to_have_url(f"{base_url}/pl/")

    switch_to(page, "uk")
    expect(page).to_have_url(f"{base_url}/uk/")
    expect(page.locator("html")).to_have_attribute("lang", "uk")

    calendar = public_pages.version("/pl/wydarzenia/", "uk")
    page.locator(f"nav.menu a[href='{calendar}']").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Події")
    page.locator("nav.views a[href*='month=']").click()
    expect(page.locator("table.month")).to_be_visible()

    page.goto(f"{calendar}?month=2027-02")
    address = public_pages.version(EVENT, "uk")
    page.locator(f"table.month a[href='{address}']").click()
    expect(page).to_have_url(f"{base_url}{address}")
    expect(page.get_by_role("heading", level=1)).to_have_text("Міжнародний день рідної мови: голоси Кракова")
    expect(page.locator("main time[datetime^='2027-02-21T12:00']").first).to_contain_text("12:00")
    expect(page.locator("main time.date[datetime='2027-02-21']")).to_contain_text("лютого")
    facts = page.locator("dl.facts")
    expect(facts).to_contain_text(PLACE)
    expect(facts).to_contain_text("Польська, українська")
    expect(facts).to_contain_text("арабська")


def test_a_resident_searches_for_an_event(page: Page, public_pages: PublicPages, base_url: str) -> None:
    page.goto("/uk/")
    page.locator("main input[type=search]").fill("рідної мови")
    page.locator("main form[role=search] button").click()
    expect(page).to_have_url(
        f"{base_url}/uk/search/?q=%D1%80%D1%96%D0%B4%D0%BD%D0%BE%D1%97+%D0%BC%D0%BE%D0%B2%D0%B8"
    )
    page.locator(f"main h2 a[href='{public_pages.version(EVENT, 'uk')}']").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Міжнародний день рідної мови")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("language", ["uk", "ar"])
def test_a_resident_asks_for_a_page_that_is_not_in_their_language(
    reader: Callable[..., Page], base_url: str, language: str, scripts: bool
) -> None:
    """By mouse or by key; reloading the thanks asks for nothing, and going back leads to the page."""
    page = reader(java_script_enabled=scripts)
    missing = f"/{language}/materialy/symbol-nienawisci-w-szkole/"
    page.goto(missing)
    page.get_by_role("note").get_by_role("button").press("Enter")
    expect(page).to_have_url(re.compile(f"/{language}/ask-for/[0-9a-f-]{{36}}/thanks/$"))
    expect(page.locator("html")).to_have_attribute("lang", language)
    reloaded = page.reload()
    assert reloaded is not None
    assert (reloaded.request.method, reloaded.status) == ("GET", 200)
    page.locator(f"main a[href='{missing}']").click()
    expect(page).to_have_url(f"{base_url}{missing}")
    assert page.context.cookies() == []


def test_the_switcher_keeps_to_the_same_page(page: Page, public_pages: PublicPages, base_url: str) -> None:
    page.goto(EVENT)
    switch_to(page, "ar")
    expect(page).to_have_url(f"{base_url}{public_pages.version(EVENT, 'ar')}")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")


def switch_to(page: Page, language: str) -> None:
    """Open the list of languages in the masthead and choose one by its own name."""
    page.locator("header details.languages > summary").click()
    page.locator(f"header details.languages a[hreflang='{language}']").click()
