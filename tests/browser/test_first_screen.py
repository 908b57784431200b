"""What somebody with a phone sees before scrolling."""

import pytest
from playwright.sync_api import Page, expect

PHONE = {"width": 390, "height": 844}


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
