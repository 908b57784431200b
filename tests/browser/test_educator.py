"""An educator finds a lesson that fits the class and the hour, and takes a file; with scripts and without."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Page, expect

LESSON = "/pl/materialy/slowa-ktore-rania/"
OTHER_STAGE = "/pl/materialy/swiadek-nie-jest-bezradny/"


def asked(page: Page) -> list[tuple[str, str]]:
    """What the address of the list asks for."""
    return parse_qsl(urlsplit(page.url).query)


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def educator(request: pytest.FixtureRequest, reader: Callable[..., Page]) -> Page:
    return reader(java_script_enabled=request.param)


def test_an_educator_filters_the_library_and_downloads_a_lesson(educator: Page, tmp_path: Path) -> None:
    page = educator
    page.goto("/pl/")
    page.locator("nav.menu a[href='/pl/materialy/']").click()
    page.wait_for_url("**/pl/materialy/")  # counting waits for nothing
    rows = page.locator("main .rows > li")
    everything = rows.count()
    assert everything > 1

    page.locator("input[name=stage][value=primary_7_8]").check()
    page.locator("input[name=minutes][value='45']").check()
    page.locator("form.filters button").click()

    page.wait_for_url(re.compile(r"\?"))
    assert asked(page) == [("stage", "primary_7_8"), ("minutes", "45")]
    expect(page.locator("input[name=stage][value=primary_7_8]")).to_be_checked()
    expect(page.locator(".chips a.chip")).to_have_count(2)
    assert 0 < rows.count() < everything
    expect(page.locator(f"main .rows a[href='{OTHER_STAGE}']")).to_have_count(0)

    page.locator(f"main .rows a[href='{LESSON}']").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Słowa, które ranią: hejt a mowa nienawiści")
    button = page.locator("#files ~ .tray a[download]", has_text="PDF").first
    with page.expect_download() as waiting:
        button.click()
    file = tmp_path / "download"
    waiting.value.save_as(file)
    content = file.read_bytes()
    assert waiting.value.suggested_filename == "slowa-ktore-rania-scenariusz-lekcji-pl.pdf"
    assert content.startswith(b"%PDF-")
    assert b"%%EOF" in content[-1024:]
    said = re.search(r"([\d,.]+)\s*kB", button.inner_text())
    assert said, button.inner_text()
    assert float(said[1].replace(",", ".")) == pytest.approx(len(content) / 1024, abs=0.06)


def test_a_chip_takes_one_filter_back(educator: Page) -> None:
    page = educator
    page.goto("/pl/materialy/?stage=primary_7_8&minutes=45")
    rows = page.locator("main .rows > li")
    narrow = rows.count()
    page.locator(".chips a.chip").last.click()
    page.wait_for_url(lambda address: "minutes" not in address)
    expect(page.locator(".chips a.chip")).to_have_count(1)
    assert asked(page) == [("stage", "primary_7_8")]
    assert rows.count() > narrow
    page.locator(".chips a.chip").click()
    expect(page.locator(".chips")).to_have_count(0)
    assert asked(page) == []


def test_a_filter_that_nothing_fits_offers_everything(educator: Page) -> None:
    page = educator
    page.goto("/pl/materialy/?kind=game&language=it")
    expect(page.locator("main .rows")).to_have_count(0)
    nearest = page.locator("main .empty .retreats li", has_text="Włoski")
    promised = int(nearest.locator(".count").inner_text().split()[-1])
    nearest.get_by_role("link").click()
    expect(page.locator("main .rows > li")).to_have_count(promised)

    page.goto("/pl/materialy/?kind=game&language=it")
    page.locator("main .empty a.button").click()
    expect(page.locator(".chips")).to_have_count(0)
    expect(page.locator("main .rows > li").first).to_be_visible()
