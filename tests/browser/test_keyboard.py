"""Everything works without a pointer, and the focus can be seen at every step."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.keyboard import focus, tabbable, walk

WALKED = [
    "/uk/",
    "/ar/",
    "/pl/materialy/?stage=secondary",
    "/pl/materialy/symbol-nienawisci-w-szkole/",
    "/pl/materialy/czym-jest-program-film-w-pjm/",
    "/pl/wydarzenia/?month=2027-02",
    "/pl/search/?q=program",
    "/pl/no-such-page/",
]


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("address", WALKED)
def test_tab_reaches_everything_once_in_order_and_is_seen(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address)
    expected = tabbable(page)
    assert expected > 8
    stops = walk(page, most=2 * expected)
    assert [stop.index for stop in stops] == list(range(expected))
    assert [stop.html for stop in stops if not stop.seen] == []


@pytest.mark.parametrize(("address", "towards_the_right"), [("/pl/", True), ("/ar/", False)])
def test_the_masthead_is_walked_as_it_is_read(page: Page, address: str, towards_the_right: bool) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(address)
    inside = page.locator("header.masthead").locator("a, summary, input, button")
    stops = [stop for stop in walk(page, most=30) if stop.index > 0][: inside.locator("visible=true").count()]
    menu = stops[-page.locator("nav.menu a").count() :]
    places = [stop.x for stop in menu]
    assert len(places) > 3
    assert places == sorted(places, reverse=not towards_the_right)
    assert max(stop.y for stop in stops[: -len(menu)]) < min(stop.y for stop in menu)


def test_the_skip_link_leads_past_the_masthead(page: Page) -> None:
    page.goto("/pl/materialy/")
    page.keyboard.press("Tab")
    expect(page.locator("a.skip")).to_be_focused()
    first = focus(page)
    assert first is not None
    assert first.seen
    page.keyboard.press("Enter")
    expect(page.locator("main#content")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_the_switcher_by_keys(page: Page, base_url: str) -> None:
    page.goto("/pl/")
    switcher = page.locator("header details.languages")
    summary = switcher.locator("summary")
    summary.focus()
    page.keyboard.press("Enter")
    expect(switcher).to_have_attribute("open", "")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('details.languages') !== null")
    page.keyboard.press("Escape")
    expect(switcher).not_to_have_attribute("open", "")
    expect(summary).to_be_focused()

    page.keyboard.press("Space")
    ukrainian = switcher.locator("a[hreflang=uk]")
    for _ in range(20):
        page.keyboard.press("Tab")
        if ukrainian.evaluate("link => link === document.activeElement"):
            break
    expect(ukrainian).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{base_url}/uk/")


def test_the_switcher_folds_when_focus_leaves_it(page: Page) -> None:
    page.goto("/pl/")
    switcher = page.locator("header details.languages")
    switcher.locator("summary").focus()
    page.keyboard.press("Enter")
    for _ in range(switcher.locator("a").count() + 1):
        page.keyboard.press("Tab")
    expect(switcher).not_to_have_attribute("open", "")


def test_the_menu_of_a_phone_by_keys(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/pl/")
    help_first, *others = page.locator("nav.menu li").all()
    expect(help_first).to_be_visible()
    expect(others[-1]).to_be_hidden()
    page.locator("details.menu-fold > summary").focus()
    page.keyboard.press("Enter")
    expect(others[-1]).to_be_visible()
    for _ in range(3):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('nav.menu') !== null"):
            return
    pytest.fail("Tab does not lead from the summary into the menu")


@pytest.mark.parametrize("width", [360, 1280])
def test_filters_by_keys(page: Page, base_url: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("/pl/materialy/")
    if width == 360:
        page.locator("details.filters-fold > summary").focus()
        page.keyboard.press("Enter")
    choice = page.locator("input[name=stage][value=secondary]")
    choice.focus()
    page.keyboard.press("Space")
    expect(choice).to_be_checked()
    page.locator("form.filters button").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{base_url}/pl/materialy/?stage=secondary#found")
    page.locator(".chips a.chip").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{base_url}/pl/materialy/#found")


@pytest.mark.parametrize(
    ("address", "fold", "inside"),
    [
        ("/pl/materialy/symbol-nienawisci-w-szkole/", ".harmful details", "blockquote"),
        ("/pl/slowa-ktorych-uzywamy/", ".folds details", ".fold-body"),
        ("/ar/idha-hadatha-dhalika-lak/", ".folds details", ".fold-body"),
    ],
)
def test_what_is_folded_is_shown_and_hidden_by_keys(page: Page, address: str, fold: str, inside: str) -> None:
    page.goto(address)
    folded = page.locator(fold).first
    expect(folded.locator(inside)).to_be_hidden()
    folded.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(folded.locator(inside)).to_be_visible()
    page.keyboard.press("Enter")
    expect(folded.locator(inside)).to_be_hidden()
