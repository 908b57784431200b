"""A translator learns that a page changed, sees what, translates it; an editor makes it public, and not before."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.editors import complaints, lead_of, open_from_list, publish, sign_in
from tests.browser.public_pages import PublicPages
from tests.browser.watch import Watch

NewContext = Callable[..., BrowserContext]
DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
POLISH, UKRAINIAN = "Sąsiedzki stół", "Сусідський стіл"


def test_a_translator_follows_a_change_and_an_editor_publishes_it(
    reader: Callable[..., Page], new_context: NewContext, public_pages: PublicPages, base_url: str
) -> None:
    lead, translated = (
        "Jeden stół, wiele kuchni, żadnych prelekcji.",
        "Один стіл, багато кухонь, жодних лекцій.",
    )
    address = str(public_pages.version("/pl/kampanie/sasiedzki-stol/", "uk"))
    old = lead_for_readers(new_context, address)

    editor = reader(viewport=DESKTOP)
    sign_in(editor, "editor")
    open_from_list(editor, POLISH)
    lead_of(editor).fill(lead)
    publish(editor, lead)

    translator = reader(viewport=DESKTOP, locale="uk-UA")
    watch = Watch(translator, base_url)
    sign_in(translator, "translator-uk")
    changed = translator.locator(
        "section", has=translator.get_by_role("heading", name="Змінено після перекладу")
    )
    changed.get_by_role("link", name=UKRAINIAN).click()
    translator.get_by_role("link", name="Увесь переклад").click()
    translator.get_by_role("link", name="Перенести зміни").click()
    translator.get_by_role("button", name="Перенести зміни").click()

    missing = translator.locator("li.incomplete")
    expect(missing).to_have_count(1)
    expect(missing).to_contain_text(lead)
    missing.get_by_role("button", name="Перекласти").click()
    missing.locator("textarea").fill(translated)
    with translator.expect_response(lambda answer: answer.request.method == "PUT"):  # it shows it at once
        missing.get_by_role("button", name="Зберегти").click()
    expect(missing).to_have_count(0)
    expect(translator.locator("li.complete", has_text=lead)).to_contain_text(translated)

    expect(translator.locator("[name=action][value=publish]")).to_have_count(0)
    with translator.expect_popup() as opened:
        translator.get_by_role("link", name="Попередній перегляд").click()
    expect(opened.value.locator("main .lead")).to_have_text(translated)
    assert lead_for_readers(new_context, address) == old
    assert complaints(watch) == []
    assert watch.foreign == []

    publish_what_is_ready(editor, old, translated)
    assert lead_for_readers(new_context, address) == translated


@pytest.mark.slow
def test_somebody_new_translates_one_changed_text_and_hands_it_on(
    reader: Callable[..., Page], new_context: NewContext, public_pages: PublicPages, base_url: str
) -> None:
    """Signed in, a person needs one click to the text, one into the field, and one to hand it on."""
    lead, translated = "Stół, przy którym nikt nie stoi z boku.", "Стіл, за яким ніхто не стоїть осторонь."
    address = str(public_pages.version("/pl/kampanie/sasiedzki-stol/", "uk"))
    old = lead_for_readers(new_context, address)
    editor = reader(viewport=DESKTOP)
    sign_in(editor, "editor")
    open_from_list(editor, POLISH)
    lead_of(editor).fill(lead)
    publish(editor, lead)

    translator = reader(viewport=PHONE, locale="uk-UA")
    watch = Watch(translator, base_url)
    sign_in(translator, "translator-uk")
    clicks = Clicks()
    changed = translator.locator(
        "section", has=translator.get_by_role("heading", name="Змінено після перекладу")
    )
    clicks.on(changed.get_by_role("link", name=UKRAINIAN))
    text = translator.get_by_role("listitem").filter(has=translator.get_by_role("textbox"))
    expect(text).to_have_count(1)
    expect(text.locator("ins")).not_to_have_count(0)
    field = text.get_by_role("textbox")
    expect(field).to_have_value(old)
    clicks.on(field)
    field.fill(translated)
    clicks.on(translator.get_by_role("button", name="Зберегти", exact=True))
    expect(translator.locator(".messages")).to_contain_text("чекає")
    expect(translator).to_have_url(base_url + "/admin/")
    assert clicks.number == 3
    assert lead_for_readers(new_context, address) == old
    assert complaints(watch) == []
    assert watch.foreign == []

    publish_what_is_ready(editor, old, translated)
    assert lead_for_readers(new_context, address) == translated


def publish_what_is_ready(editor: Page, old: str, new: str) -> None:
    """What a translator has handed on, from the editor's first page: seen beside what readers see now."""
    editor.goto("/admin/")
    ready = editor.locator(
        "section", has=editor.get_by_role("heading", name="Tłumaczenia gotowe do publikacji")
    )
    ready.get_by_role("link", name=UKRAINIAN).click()
    finished = editor.locator(".changes-waiting")
    expect(finished.get_by_text("Czytelnicy zobaczą", exact=True)).to_be_visible()
    expect(finished).to_contain_text(old)
    expect(finished).to_contain_text(new)
    editor.get_by_role("button", name="Opublikuj", exact=True).click()
    expect(editor.locator(".messages")).to_be_visible()


class Clicks:
    number = 0

    def on(self, wanted: Locator) -> None:
        self.number += 1
        wanted.click()


def lead_for_readers(new_context: NewContext, address: str) -> str:
    """As somebody sees it who has not been here before: browsers keep a page for a minute."""
    page = new_context().new_page()
    page.goto(address)
    return page.locator("main .lead").inner_text()
