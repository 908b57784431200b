"""What somebody with a phone sees before scrolling."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.public_pages import PublicPages

PHONE = {"width": 390, "height": 844}
SMALL_PHONE = {"width": 360, "height": 640}


@pytest.mark.parametrize(
    ("address", "selector"),
    [
        ("/pl/", "main .callout--safety a[href='tel:112']"),
        ("/uk/yakshcho-tse-stalosia-z-vamy/", "main .body p"),
        ("/ar/idha-hadatha-dhalika-lak/", "main .body p"),
        ("/pl/materialy/", "nav.menu a[href='/pl/gdy-to-przydarzylo-sie-tobie/']"),
    ],
)
def test_help_is_on_the_first_screen(page: Page, address: str, selector: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(address)
    expect(page.locator(selector).first).to_be_in_viewport(ratio=0.9)


@pytest.mark.parametrize("language", ["pl", "uk", "ar", "be", "pl-simple", "en"])
def test_help_is_whole_on_the_first_screen_of_a_small_phone(page: Page, language: str) -> None:
    page.set_viewport_size(SMALL_PHONE)
    page.goto(f"/{language}/")
    expect(page.locator("h1")).to_be_in_viewport(ratio=1)
    expect(page.locator("main .callout--safety a[href='tel:112']")).to_be_in_viewport(ratio=1)
    expect(page.locator("main .callout--safety a").nth(1)).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("language", ["pl", "uk", "ar"])
def test_a_situation_is_two_taps_away(page: Page, public_pages: PublicPages, language: str) -> None:
    """Unfold, tap: the place on the long page is at the top of the screen. In Arabic, too."""
    page.set_viewport_size(PHONE)
    address = public_pages.version("/pl/gdy-to-przydarzylo-sie-tobie/", language)
    assert address is not None
    page.goto(address)
    place = page.locator(".reading-main h2").nth(1)
    expect(place).not_to_be_in_viewport()
    page.locator("nav.contents summary").click()
    page.locator("nav.contents li a").nth(1).click()
    expect(place).to_be_in_viewport(ratio=1)


def test_after_choosing_the_results_are_in_sight(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto("/pl/materialy/")
    page.locator("details.filters-fold > summary").click()
    page.locator("input[name=stage][value=secondary]").check()
    page.locator("form.filters button").click()
    expect(page.locator("#found")).to_be_in_viewport()
    expect(page.locator(".chip")).to_be_in_viewport()
    expect(page.locator(".filters-body")).to_be_hidden()
    assert page.url.endswith("/pl/materialy/?stage=secondary#found")
