"""A draft saves itself while its editor writes on: what is written meanwhile is kept, too."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import BrowserContext, Page, Request, Route, expect

from tests.browser.editors import DESKTOP, PATIENCE, SAVING, complaints, lead_of, open_from_list, sign_in
from tests.browser.watch import Watch

NewContext = Callable[..., BrowserContext]

pytestmark = pytest.mark.slow

TITLE = "Kraków bez napisów nienawiści"
SAVED = "#w-autosave-indicator[data-w-autosave-state-value=saved]"
FIRST_LOOK = """() => window.wagtail.app.getControllerForElementAndIdentifier(
  document.querySelector("[data-edit-form]"), "w-unsaved")?.initialFormData"""

LATE_FIRST_LOOK = """{
  const soon = window.setTimeout;
  window.setTimeout = (run, after, ...rest) => soon(run, after === 2000 ? 10000 : after, ...rest);
}"""
"""Wagtail's two seconds, longer: a busy machine needs as many to show the form."""

NOBODY_ELSE = """addEventListener("DOMContentLoaded", () => {
  for (const asking of document.querySelectorAll("[data-controller~=w-session]"))
    asking.removeAttribute("data-controller");
});"""

SAVED_FIRST, WRITTEN_MEANWHILE = "Zdanie zapisane najpierw.", "Zdanie dopisane w trakcie zapisywania."
WRITTEN_AT_ONCE = "Zdanie wpisane od razu."
SENT = "Zdanie wysłane do publikacji."


def saving(words: str = "") -> Callable[[Request], bool]:
    """Whether a draft that has `words` saves itself by a request."""

    def asked(request: Request) -> bool:
        saves_itself = request.method == "POST" and request.headers.get("accept") == "application/json"
        return saves_itself and words in (request.post_data or "")

    return asked


@contextmanager
def answered_late(page: Page) -> Iterator[None]:
    """A draft that saves itself inside the block is saved, and the browser is told so, at the end of the block.

    Each is waited for there: what is held when the browser is let go it would send by itself, a second time.
    """
    held: list[Route] = []

    def hold(route: Route) -> None:
        if saving()(route.request):
            held.append(route)
        else:
            route.fallback()

    page.route("**/edit/", hold)
    try:
        yield
        for _ in range(PATIENCE // 50):
            if held:
                break
            page.wait_for_timeout(50)
        assert held, "no draft has saved itself"
    finally:
        for route in held:
            route.fulfill(response=route.fetch())
        page.unroute("**/edit/", hold)


def editing_a_campaign(
    new_context: NewContext, base_url: str, before_it_opens: str = ""
) -> tuple[Page, Watch]:
    """
    In an editor that does not ask whether somebody else is there. `before_it_opens`: a script.

    It asks every ten seconds, and takes its own draft for somebody else's if that is saved while it asks.
    """
    page = new_context(viewport=DESKTOP).new_page()
    watch = Watch(page, base_url)
    sign_in(page, "editor")
    page.add_init_script(NOBODY_ELSE + before_it_opens)
    open_from_list(page, TITLE)
    return page, watch


def saved_lead(page: Page) -> str:
    """Once the mark says that all is saved: as somebody finds it who opens the draft afresh."""
    expect(page.locator(SAVED)).to_be_visible(timeout=PATIENCE)
    other = page.context.new_page()
    other.goto(page.url)
    found = lead_of(other).input_value()
    other.close()
    return found


def await_the_first_look(page: Page) -> None:
    """Until Wagtail has read the form as it was when it was opened."""
    page.wait_for_function(FIRST_LOOK, timeout=PATIENCE)


def test_what_is_written_while_the_draft_saves_itself_is_saved_next(
    new_context: NewContext, base_url: str
) -> None:
    page, watch = editing_a_campaign(new_context, base_url)
    await_the_first_look(page)
    with page.expect_request(saving(WRITTEN_MEANWHILE), timeout=PATIENCE), answered_late(page):
        with page.expect_request(saving(SAVED_FIRST), timeout=PATIENCE):
            lead_of(page).fill(SAVED_FIRST)
        lead_of(page).fill(WRITTEN_MEANWHILE)
    assert saved_lead(page) == WRITTEN_MEANWHILE
    assert complaints(watch) == []


def test_what_is_written_as_soon_as_the_draft_is_open_is_saved(
    new_context: NewContext, base_url: str
) -> None:
    page, watch = editing_a_campaign(new_context, base_url, LATE_FIRST_LOOK)
    lead_of(page).fill(WRITTEN_AT_ONCE)
    assert not page.evaluate(FIRST_LOOK)
    with page.expect_request(saving(WRITTEN_AT_ONCE), timeout=PATIENCE):
        pass
    assert saved_lead(page) == WRITTEN_AT_ONCE
    assert complaints(watch) == []


def test_a_block_taken_away_as_soon_as_the_draft_is_open_is_gone(
    new_context: NewContext, base_url: str
) -> None:
    page, watch = editing_a_campaign(new_context, base_url, LATE_FIRST_LOOK)
    blocks = page.locator("[id$=body-section] [data-streamfield-child]")
    before = blocks.count()
    page.locator("[id$=body-section] [data-streamfield-action=DELETE]").last.click()
    assert not page.evaluate(FIRST_LOOK)
    with page.expect_request(saving(), timeout=PATIENCE):
        pass
    expect(page.locator(SAVED)).to_be_visible(timeout=PATIENCE)
    page.reload()
    expect(blocks).to_have_count(before - 1, timeout=PATIENCE)
    assert complaints(watch) == []


def test_what_is_written_after_a_refusal_is_saved(new_context: NewContext, base_url: str) -> None:
    page, _watch = editing_a_campaign(new_context, base_url)
    await_the_first_look(page)
    title = page.locator("#id_title")
    title.fill("")
    page.get_by_role("button", name="Więcej akcji").click()
    page.get_by_role("button", name="Opublikuj", exact=True).click()
    expect(page.locator(".messages")).to_contain_text("w formularzu są błędy", timeout=PATIENCE)
    with page.expect_response(lambda answer: saving()(answer.request) and answer.ok, timeout=PATIENCE):
        title.fill(TITLE)
    for words in (SAVED_FIRST, WRITTEN_MEANWHILE):
        with page.expect_request(saving(words), timeout=PATIENCE):
            lead_of(page).fill(words)
        assert saved_lead(page) == words


@pytest.mark.parametrize("is_waiting", [False, True], ids=["at once", "while a save waits to go out"])
def test_what_is_sent_to_be_published_is_not_saved_once_more(
    new_context: NewContext, base_url: str, is_waiting: bool
) -> None:
    page, watch = editing_a_campaign(new_context, base_url)
    await_the_first_look(page)
    asked: list[Request] = []
    page.route("**/edit/", lambda route: answer_after(route, asked, page, milliseconds=3000))
    lead_of(page).fill(f"{SENT} {is_waiting}")
    if is_waiting:
        page.wait_for_selector(SAVING, timeout=PATIENCE)
    page.locator("button[name=action-publish]").dispatch_event("click")
    expect(page.locator(".messages")).to_contain_text("opublikowan", timeout=PATIENCE)
    published = next(number for number, request in enumerate(asked) if not saving()(request))
    assert [request.url for request in asked[published:] if saving()(request)] == []
    assert complaints(watch) == []


def answer_after(route: Route, asked: list[Request], page: Page, milliseconds: int) -> None:
    """Whatever is sent to be published waits; a draft that saves itself goes on."""
    asked.append(route.request)
    if route.request.method == "POST" and not saving()(route.request):
        page.wait_for_timeout(milliseconds)
    route.continue_()


def test_a_draft_that_is_only_looked_at_is_not_saved(new_context: NewContext, base_url: str) -> None:
    page, _watch = editing_a_campaign(new_context, base_url)
    lead_of(page).click()
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))
    await_the_first_look(page)
    page.wait_for_timeout(2500)  # Wagtail looks each half a second, and sends half a second after that.
    assert [request.url for request in asked if saving()(request)] == []
