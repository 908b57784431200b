"""An editor changes a campaign, looks at it as readers will, publishes; with the mouse and with the keyboard alone."""

import re
from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.editors import (
    DESKTOP,
    PATIENCE,
    PREVIEW,
    complaints,
    demo_password,
    first_text_of,
    lead_of,
    let_it_settle,
    open_from_list,
    publish,
    sign_in,
    tab_to,
)
from tests.browser.public_pages import PublicPages
from tests.browser.watch import Watch

NewContext = Callable[..., BrowserContext]

OTHERS = ("en", "uk", "be", "ar")


def own_words(page: Page, address: str) -> list[str]:
    """What a campaign says on its page, without the furniture. `page` is a new reader's: browsers keep a page for a
    minute.
    """
    page.goto(address)
    return [*page.locator("main .lead").all_inner_texts(), *page.locator("main .body").all_inner_texts()]


def test_an_editor_changes_a_campaign_and_readers_see_it(
    new_context: NewContext, public_pages: PublicPages, base_url: str
) -> None:
    address = "/pl/kampanie/mowie-po-swojemu/"
    lead, added = "Zwykła rozmowa w tramwaju nie powinna wymagać odwagi.", "To zdanie dopisano dzisiaj."
    versions = {language: public_pages.version(address, language) for language in OTHERS}
    before = {
        language: own_words(new_context().new_page(), str(version)) for language, version in versions.items()
    }

    page = new_context(viewport=DESKTOP).new_page()  # Wagtail remembers in the browser which panels are open.
    watch = Watch(page, base_url)
    sign_in(page, "editor")
    expect(page.get_by_role("heading", name="Pierwsze kroki")).to_be_visible()
    expect(page.get_by_role("heading", name="Tłumaczenia gotowe do publikacji")).to_be_visible()

    open_from_list(page, "Mówię po swojemu")
    lead_of(page).fill(lead)
    first_text_of(page).click()
    expect(first_text_of(page)).to_be_focused()
    page.keyboard.press("Control+End")
    page.keyboard.type(f" {added}", delay=20)
    expect(first_text_of(page)).to_contain_text(added)

    page.get_by_role("button", name="Przełącz podgląd").click()
    preview = page.frame_locator(PREVIEW)
    for size, menu_is_folded in (("Komputer", False), ("Telefon", True)):
        page.locator("label", has=page.get_by_role("radio", name=size)).click()
        expect(preview.locator("main .lead")).to_have_text(lead, timeout=PATIENCE)
        expect(preview.locator("main .body").first).to_contain_text(added)
        expect(preview.locator("nav.menu li").last).to_be_visible(visible=not menu_is_folded)
    assert not any(lead in text or added in text for text in own_words(new_context().new_page(), address)), (
        "public before it was published"
    )

    publish(page, added)
    resident = new_context().new_page()
    resident.goto(address)
    expect(resident.locator("main .lead")).to_have_text(lead)
    expect(resident.locator("main .body").first).to_contain_text(added)
    for language, version in versions.items():
        other = new_context().new_page()
        assert own_words(other, str(version))[0] == before[language][0], "a translation keeps its words"
        expect(other.locator(".notice--outdated")).to_have_count(1)
    assert complaints(watch) == []
    assert watch.foreign == []


@pytest.mark.slow
def test_words_in_another_language_are_marked_and_read_in_it(new_context: NewContext, base_url: str) -> None:
    """By the keyboard: the buttons of the toolbar cannot be reached by it."""
    page = new_context(viewport=DESKTOP).new_page()
    watch = Watch(page, base_url)
    sign_in(page, "editor")
    open_from_list(page, "Klasa dialogu")
    text = first_text_of(page)
    text.click()
    page.keyboard.press("Control+Home")
    page.keyboard.type("Дякую", delay=20)
    page.keyboard.press("Shift+Control+Home")
    page.keyboard.press("Control+Shift+L")
    page.get_by_role("dialog", name="Słowa w innym języku").get_by_role("button", name="Українська").press(
        "Enter"
    )
    expect(text).to_be_focused()
    expect(page.get_by_role("dialog", name="Słowa w innym języku")).to_have_count(0)
    expect(text.locator("[style*=dotted]")).to_have_text("Дякую")
    publish(page, "LANGUAGE_uk")
    resident = new_context().new_page()
    resident.goto("/pl/kampanie/klasa-dialogu/")
    expect(resident.locator("main .body span[lang=uk][dir=ltr]").first).to_have_text("Дякую")
    assert complaints(watch) == []


def test_an_editor_without_a_pointer(new_context: NewContext, base_url: str) -> None:
    lead = "Kto słyszy, może coś powiedzieć. Pokazujemy, jak."
    page = new_context(viewport=DESKTOP).new_page()
    watch = Watch(page, base_url)
    page.goto("/admin/")
    tab_to(page, page.locator("input[name=login]"), most=10)
    page.keyboard.type("editor")
    page.keyboard.press("Tab")
    page.keyboard.type(demo_password("editor"))
    page.keyboard.press("Enter")
    expect(page).to_have_url("/admin/")

    # A script draws the menu: who is quicker than it goes through the page first.
    expect(page.get_by_role("link", name="Kampanie", exact=True)).to_be_visible()
    page.wait_for_load_state()
    tab_to(page, page.get_by_role("link", name="Kampanie", exact=True), most=15)
    page.keyboard.press("Enter")
    expect(page).to_have_url("/admin/campaigns/")
    page.wait_for_load_state()
    tab_to(page, page.locator("main input[name=q]"), most=40)
    # Wagtail fetches the list anew while one types and once more when one leaves the field ("input" and "change"):
    # each time other rows stand in the place of those before, and the focus on one of them is lost.
    rows = page.locator("main tbody tr")
    with page.expect_response(lambda answer: quote("napisów") in answer.url, timeout=PATIENCE):
        page.keyboard.type("napisów")
    expect(page).to_have_url(re.compile(re.escape(quote("napisów"))))
    expect(rows).to_have_count(1)
    rows.evaluate("row => { row.dataset.before = '' }")
    page.keyboard.press("Tab")
    expect(page.locator("main tbody tr[data-before]")).to_have_count(0, timeout=PATIENCE)
    expect(rows).to_have_count(1)
    tab_to(page, page.get_by_role("link", name="Kraków bez napisów nienawiści", exact=True), most=40)
    page.keyboard.press("Enter")

    expect(lead_of(page)).to_be_visible()
    tab_to(page, lead_of(page), most=60)
    page.keyboard.press("Control+A")
    page.keyboard.type(lead)
    page.keyboard.press("Control+P")
    expect(page.frame_locator(PREVIEW).locator("main .lead")).to_have_text(lead, timeout=PATIENCE)
    let_it_settle(page, lead)
    page.keyboard.press("Control+S")
    expect(page.locator(".messages")).to_contain_text("zaktualizowana")
    page.wait_for_load_state()

    more = page.get_by_role("button", name="Więcej akcji")
    tab_to(page, more, most=40, key="Shift+Tab")
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("button", name="Opublikuj", exact=True), most=5)
    page.keyboard.press("Enter")
    expect(page.locator(".messages")).to_contain_text("opublikowan")
    resident = new_context().new_page()
    resident.goto("/pl/kampanie/krakow-bez-napisow-nienawisci/")
    expect(resident.locator("main .lead")).to_have_text(lead)
    assert complaints(watch) == []


@pytest.mark.slow
def test_a_day_typed_as_poles_write_it_is_the_day_that_is_saved(reader: Callable[..., Page]) -> None:
    """Leaving the field used to put today in the place of what the picker could not read."""
    page = reader(viewport=DESKTOP)
    sign_in(page, "editor")
    open_from_list(page, "Trybuna dla wszystkich")
    day = page.locator("input[name=ends_on]")
    picker = page.locator(".xdsoft_datetimepicker:visible")
    for typed in ("kiedyś w grudniu", "20.12.2031"):
        day.click()
        expect(picker).to_be_visible()
        day.fill(typed)
        day.press("Tab")
        expect(picker).to_have_count(0)
        expect(day).to_have_value(typed)
    publish(page, "20.12.2031")
    page.goto("/admin/")
    open_from_list(page, "Trybuna dla wszystkich")
    expect(day).to_have_value("20.12.2031")
