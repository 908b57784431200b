"""The search box while one types: by keys, from right to left, without a network, without scripts."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Request, Route, expect

from tests.browser.test_accessibility import violations_by_scheme
from tests.browser.watch import Watch

ASKING = "**/search/suggestions/**"


def box_of(page: Page) -> Locator:
    return page.locator("main input[name=q]")


def options_of(page: Page) -> Locator:
    return page.locator("main [role=listbox] [role=option]")


def typed(page: Page, text: str, language: str = "pl") -> None:
    """Until the list stands open below the box."""
    page.goto(f"/{language}/search/")
    box_of(page).press_sequentially(text)
    expect(options_of(page).first).to_be_visible()


def active(page: Page) -> str | None:
    return box_of(page).get_attribute("aria-activedescendant")


def test_by_keys(page: Page) -> None:
    typed(page, "niena")
    box, options = box_of(page), options_of(page)
    expect(box).to_have_attribute("aria-expanded", "true")
    assert page.locator(f"#{box.get_attribute('aria-controls')}").get_attribute("role") == "listbox"
    assert active(page) is None
    number = options.count()
    page.keyboard.press("ArrowDown")
    expect(options.nth(0)).to_have_attribute("aria-selected", "true")
    assert active(page) == options.nth(0).get_attribute("id")
    page.keyboard.press("ArrowUp")
    assert active(page) is None
    page.keyboard.press("ArrowUp")
    assert active(page) == options.nth(number - 1).get_attribute("id")
    assert options.and_(page.locator("[aria-selected=true]")).count() == 1
    page.keyboard.press("Home")
    assert active(page) is None
    assert box.evaluate("box => box.selectionStart") == 0
    page.keyboard.press("ArrowDown")
    page.keyboard.press("End")
    assert active(page) is None
    expect(box).to_be_focused()
    page.keyboard.press("Escape")
    expect(options.first).to_be_hidden()
    expect(box).to_have_value("niena")
    expect(box).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("ArrowDown")
    expect(options.first).to_be_visible()


def test_enter_goes_where_the_option_leads(page: Page, base_url: str) -> None:
    typed(page, "gdzie zgł")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{base_url}/pl/materialy/gdzie-zglosic/")


def test_enter_without_a_choice_searches_for_what_was_typed(page: Page, base_url: str) -> None:
    typed(page, "niena")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{base_url}/pl/search/?q=niena")


def test_tab_leaves_it_and_folds_it(page: Page) -> None:
    typed(page, "niena")
    page.keyboard.press("Tab")
    expect(page.locator("main form[role=search] button")).to_be_focused()
    expect(options_of(page).first).to_be_hidden()


def test_a_touch_goes_there(reader: Callable[..., Page], base_url: str) -> None:
    page = reader(has_touch=True, viewport={"width": 390, "height": 800})
    typed(page, "gdzie zgł")
    options_of(page).first.tap()
    expect(page).to_have_url(f"{base_url}/pl/materialy/gdzie-zglosic/")


def test_how_many_there_are_is_said_politely(page: Page) -> None:
    typed(page, "niena")
    said = page.locator("main form[role=search] [role=status]")
    expect(said).to_have_text(f"{options_of(page).count()} podpowiedzi")
    box_of(page).fill("nienaqqq")
    expect(said).to_have_text("Brak podpowiedzi")
    expect(options_of(page)).to_have_count(0)


def test_it_asks_after_a_pause_and_never_of_one_letter(page: Page) -> None:
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request) if "suggestions/" in request.url else None)
    page.goto("/pl/search/")
    box_of(page).press_sequentially("n")
    page.wait_for_timeout(600)
    assert asked == []
    box_of(page).press_sequentially("iena")
    expect(options_of(page).first).to_be_visible()
    assert [request.url.partition("?q=")[2] for request in asked] == ["niena"]


def test_an_answer_that_comes_late_is_thrown_away(page: Page) -> None:
    held: list[Route] = []
    page.route("**/search/suggestions/?q=prog", lambda route: held.append(route))
    page.goto("/pl/search/")
    with page.expect_request("**/search/suggestions/?q=prog"):
        box_of(page).press_sequentially("prog")
    box_of(page).fill("niena")
    expect(options_of(page).filter(has_text="nienawiści").first).to_be_visible()
    for route in held:
        route.fulfill(body="<p>1</p><a role='option' href='/'>LATE</a>")
    page.wait_for_timeout(300)
    expect(options_of(page).filter(has_text="LATE")).to_have_count(0)


def test_without_a_network_nothing_is_said_and_the_form_is_there(page: Page, base_url: str) -> None:
    page.goto("/pl/search/")
    box_of(page).press_sequentially("pr")
    expect(options_of(page).first).to_be_visible()
    page.keyboard.press("Escape")
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.route(ASKING, lambda route: route.abort("internetdisconnected"))
    box_of(page).press_sequentially("og")
    page.wait_for_timeout(600)
    expect(options_of(page).first).to_be_hidden()
    assert errors == []
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{base_url}/pl/search/?q=prog")


def test_without_scripts_it_is_a_form(reader: Callable[..., Page], base_url: str) -> None:
    page = reader(java_script_enabled=False)
    page.goto("/pl/search/")
    assert box_of(page).get_attribute("role") is None
    box_of(page).fill("nienawisci")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{base_url}/pl/search/?q=nienawisci")
    expect(page.locator("main h2 a").first).to_be_visible()


@pytest.mark.parametrize(("language", "text"), [("pl", "niena"), ("uk", "мо"), ("ar", "كرا")])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_in_the_open_list(page: Page, language: str, text: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    typed(page, text, language)
    page.keyboard.press("ArrowDown")
    assert violations_by_scheme(page) == {}


def test_titles_begin_where_the_page_does(page: Page) -> None:
    typed(page, "كرا", "ar")
    listed, option = page.locator("main [role=listbox]").bounding_box(), options_of(page).first
    assert listed is not None
    words = option.locator("span").first.bounding_box()
    assert words is not None
    assert listed["x"] + listed["width"] - (words["x"] + words["width"]) < 40
    typed(page, "мо", "be")
    foreign = options_of(page).locator("span[lang=pl]").first
    expect(foreign).to_have_attribute("dir", "ltr")


@pytest.mark.parametrize("width", [320, 1280])
def test_the_list_stays_on_the_page(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    typed(page, "dzie")
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    if width == 1280:
        page.locator("#masthead-q").press_sequentially("niena")
        expect(page.locator("header [role=option]").first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_the_chosen_option_is_seen_in_forced_colours(reader: Callable[..., Page]) -> None:
    page = reader(forced_colors="active")
    typed(page, "niena")
    page.keyboard.press("ArrowDown")
    style = options_of(page).first.evaluate("option => getComputedStyle(option).outlineStyle")
    assert style == "solid"


def test_nothing_is_fetched_for_it_before_somebody_comes(
    new_context: Callable[[], BrowserContext], base_url: str
) -> None:
    page = new_context().new_page()
    watch = Watch(page, base_url)
    page.goto("/pl/", wait_until="networkidle")
    assert [url for url in watch.requests if "suggestions" in url] == []
    page.locator("main input[name=q]").focus()
    page.wait_for_load_state("networkidle")
    assert len([url for url in watch.requests if "suggestions" in url]) == 1
    assert watch.complaints == []
