"""Browsers use the kerning that the fonts bring."""

import pytest
from playwright.sync_api import Browser

TIGHT = {
    "pl": ["AVATAR", "Tędy", "„Wy”", "Wąż"],
    "uk": ["ГАЗЕТА", "У.", "Тато", "Tędy"],
    "ar": ["ورقة", "رأي"],
}

WIDTHS = """async words => {
  await document.fonts.ready;
  return words.map(word => ["normal", "none"].map(kerning => {
    const line = document.createElement("span");
    line.textContent = word;
    Object.assign(line.style, {position: "absolute", fontSize: "100px", letterSpacing: "0", whiteSpace: "nowrap"});
    line.style.fontKerning = kerning;
    document.querySelector("main").append(line);
    return line.getBoundingClientRect().width;
  }));
}"""


@pytest.mark.parametrize("language", TIGHT)
def test_words_that_would_gape_are_narrower_with_kerning(
    browser: Browser, base_url: str, language: str
) -> None:
    context = browser.new_context(base_url=base_url)
    page = context.new_page()
    page.goto(f"/{language}/")
    widths = dict(zip(TIGHT[language], page.evaluate(WIDTHS, TIGHT[language]), strict=True))
    context.close()
    assert {word: pair for word, pair in widths.items() if pair[0] > pair[1] - 3} == {}
