"""An Arabic page runs from right to left, and what is not Arabic in it runs its own way."""

from playwright.sync_api import Page, expect

from tests.browser.public_pages import PublicPages

# How far the first line of an element stands from the right edge of its box.
FIRST_LINE = """element => {
  const text = document.createRange();
  text.selectNodeContents(element);
  const pieces = [...text.getClientRects()], box = element.getBoundingClientRect();
  const line = pieces.filter(piece => piece.top < pieces[0].bottom);
  return box.right - Math.max(...line.map(piece => piece.right));
}"""

# Does the first character of an element stand left of its last one?
RUNS_RIGHTWARDS = """element => {
  const words = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
  const left = offset => {
    const character = document.createRange();
    character.setStart(words, offset);
    character.setEnd(words, offset + 1);
    return character.getBoundingClientRect().left;
  };
  const first = words.data.search(/\\S/), last = words.data.trimEnd().length - 1;
  return left(first) < left(last);
}"""

WRONG_WAY = """() => [...document.querySelectorAll("body [lang]")]
  .filter(part => getComputedStyle(part).direction !== (/^ar\\b/.test(part.lang) ? "rtl" : "ltr"))
  .map(part => part.outerHTML.slice(0, 150))"""


def test_the_page_runs_from_right_to_left(page: Page, public_pages: PublicPages) -> None:
    for shown in public_pages.in_language("ar"):
        page.goto(shown.address)
        expect(page.locator("html")).to_have_attribute("dir", "rtl")
        # A heading in another language runs its own way; the notice above it is in Arabic.
        first = ".notice--language p" if shown.template == "elsewhere" else "h1"
        assert page.locator(first).first.evaluate(FIRST_LINE) < 2, shown.address
        assert page.evaluate(WRONG_WAY) == [], shown.address


def test_lines_of_text_begin_at_the_right(page: Page) -> None:
    page.goto("/ar/idha-hadatha-dhalika-lak/")
    paragraphs = page.locator("main .prose p")
    assert paragraphs.count() > 3
    for index in range(paragraphs.count()):
        if paragraphs.nth(index).is_visible():
            assert paragraphs.nth(index).evaluate(FIRST_LINE) < 2


def test_texts_of_a_page_in_english_begin_at_one_edge(page: Page) -> None:
    """Those below our Arabic headings as those of blocks, which have none."""
    page.goto("/ar/campaigns/i-hear-it-i-respond/")
    page.set_viewport_size({"width": 1280, "height": 900})
    texts = page.locator("main .block > .prose:visible")
    starts = {
        round(texts.nth(index).evaluate("text => text.getBoundingClientRect().left")) for index in range(4)
    }
    assert texts.count() > 4
    assert len(starts) == 1


def test_the_masthead_is_mirrored(page: Page) -> None:
    middles = {}
    for language in ("pl", "ar"):
        page.goto(f"/{language}/")
        for name in ("a.brand", "details.languages"):
            box = page.locator(f"header {name}").bounding_box()
            assert box is not None
            middles[language, name] = box["x"] + box["width"] / 2
    assert middles["pl", "a.brand"] < middles["pl", "details.languages"]
    assert middles["ar", "a.brand"] > middles["ar", "details.languages"]


def test_telephone_numbers_are_read_from_the_left(page: Page, public_pages: PublicPages) -> None:
    found = 0
    for polish in ("/pl/gdy-to-przydarzylo-sie-tobie/", "/pl/materialy/gdzie-zglosic/"):
        address = public_pages.version(polish, "ar")
        assert address is not None
        page.goto(address)
        numbers = page.locator("main a[href^='tel:']")
        for index in range(numbers.count()):
            number = numbers.nth(index)
            if number.is_visible():
                assert number.evaluate(RUNS_RIGHTWARDS), number.inner_text()
                found += 1
    assert found > 4
