"""People of the admin at work in a browser: they sign in at the site's own page and use what they see there."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.watch import Watch

DESKTOP = {"width": 1280, "height": 900}
PREVIEW = "#w-preview-iframe"
PATIENCE = 60_000
"""Milliseconds. A preview waits behind the saving of the draft, and a busy machine has one process for both."""

SAVING = "#w-autosave-indicator[data-w-autosave-state-value=saving]"


def demo_password(name: str) -> str:
    """As `make demo` prints it; `demo.loading.people` needs a configured Django, which there is not here."""
    return f"demo-{name}-2026"


def sign_in(page: Page, name: str) -> None:
    """From the admin's address by way of the sign-in page to the admin's first page; the browser speaks Polish or
    Ukrainian, the fields are found by what they are for.
    """
    page.goto("/admin/")
    page.locator("input[autocomplete~=username], input[name=login]").first.fill(name)
    page.locator("input[type=password]").fill(demo_password(name))
    page.locator("form:has(input[type=password]) button[type=submit]").first.click()
    expect(page).to_have_url("/admin/")


def open_from_list(page: Page, title: str) -> None:
    """From the first page of the admin by the menu and the search of the list into the editor of a Polish campaign."""
    page.get_by_role("link", name="Kampanie", exact=True).click()
    expect(page).to_have_url("/admin/campaigns/")
    page.wait_for_load_state()  # before it has loaded, nothing listens to what is typed
    with page.expect_response("**/admin/campaigns/results/?q=*", timeout=PATIENCE):
        page.locator("main input[name=q]").fill(title)
    row = page.get_by_role("row").filter(has=page.get_by_role("cell", name="Polski", exact=True))
    row.get_by_role("link", name=title, exact=True).click()
    expect(lead_of(page)).to_be_visible()


def lead_of(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Wprowadzenie")


def first_text_of(page: Page) -> Locator:
    """The first rich text of the body."""
    return page.locator("[id$='-body-section'] [role=textbox]").first


HANDED_OVER = """words => [...document.querySelectorAll("main form :is(input, textarea)")]
  .some((field) => field.value.includes(words))"""


def let_it_settle(page: Page, words: str) -> None:
    """Until `words` stand in the form and nothing is being saved: people do not press the next key sooner.

    Draftail hands what was typed over to the form a quarter of a second after the last key; a draft saves itself half
    a second after that.
    """
    page.wait_for_function(HANDED_OVER, arg=words, timeout=PATIENCE)
    page.wait_for_timeout(1000)
    expect(page.locator(SAVING)).to_have_count(0, timeout=PATIENCE)


def publish(page: Page, words: str) -> None:
    """Once `words` stand in the form; the answer is waited for: what comes after is on readers' pages already."""
    let_it_settle(page, words)
    page.get_by_role("button", name="Więcej akcji").click()
    page.get_by_role("button", name="Opublikuj", exact=True).click()
    expect(page.locator(".messages")).to_contain_text("opublikowan")


def tab_to(page: Page, wanted: Locator, most: int, key: str = "Tab") -> None:
    """Press `key` until the focus is on `wanted`; at most so many times as a person would have the patience for."""
    for _ in range(most):
        page.keyboard.press(key)
        if wanted.evaluate_all("found => found.includes(document.activeElement)"):
            return
    focused = page.evaluate("document.activeElement.outerHTML.slice(0, 150)")
    raise AssertionError(f"{most} times {key} do not lead to {wanted}; the focus is on {focused}")


def complaints(watch: Watch) -> list[str]:
    """What the browser complained about. Requests that it broke off are none: the person went on before the answer."""
    return [
        f"{found.words} ({found.address})"
        for found in watch.complaints
        if "net::ERR_ABORTED" not in found.words
    ]
