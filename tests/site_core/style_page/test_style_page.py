"""Every component renders in every language, from what the rooms hand over, without a query."""

import re

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import AnonymousUser, User
from django.http import HttpResponse
from django.test import RequestFactory

from site_core.blocks import body_blocks
from site_core.languages.known import known_languages
from site_core.style_page.views import style_page


def answer(user: object, **query: str) -> HttpResponse:
    request = RequestFactory().get("/styl/", query)
    request.user = user
    return style_page(request)


def test_a_stranger_is_sent_to_sign_in() -> None:
    assert answer(AnonymousUser()).status_code == 302


@pytest.mark.parametrize("code", ["pl", "en", "uk", "be", "pl-simple", "ar", "ru", "es", "vi"])
def test_every_component_in_every_language(code: str) -> None:
    html = answer(User(username="editor"), language=code).content.decode()
    assert f'<html lang="{code}" dir="{known_languages()[code].direction}">' in html
    assert html.count("<h1") == 1
    assert " style=" not in html
    classes = set(" ".join(re.findall(r'class="([^"]*)"', html)).split())
    for part in (
        "art", "breadcrumb", "button", "callout--safety", "chip", "contact", "contents", "date--off", "errors", "facet",
        "facet--folded", "nearest",
        "field--wrong", "figure", "file", "filters", "fold", "freshness--overdue", "harmful", "languages", "month",
        "notice--language", "onward", "pager", "pledge", "progress", "quick-exit", "quote", "recording",
        "route--closed", "row--campaign", "row--event", "search", "status--cancelled", "steps", "term", "video",
    ):  # fmt: skip
        assert part in classes


def test_a_language_nobody_knows_shows_polish() -> None:
    assert b'<html lang="pl"' in answer(User(username="editor"), language="\x00").content


def test_the_harmful_example_stays_folded() -> None:
    html = answer(User(username="editor"), language="pl").content.decode()
    before, _example, after = html.partition("<blockquote><p>***</p></blockquote>")
    assert after
    assert before.rstrip().endswith("</summary>")


# By the block's name, an element that only this block writes.
BLOCKS = {
    "rich_text": ".block--rich_text .prose h2",
    "quote": ".block .quote",
    "steps": ".block .steps h3",
    "accordion": ".block .folds",
    "callout": ".block .callout",
    "glossary_term": ".block .term",
    "harmful_example": ".block .harmful",
    "figure": ".block .figure img[src]",
    "file_list": ".block .file a[download]",
    "video": ".block .video",
    "related_pages": ".block .onward a",
    "contact_card": ".block .contact",
}


def test_every_block_an_editor_can_choose_is_shown() -> None:
    page = BeautifulSoup(answer(User(username="editor"), language="uk").content, "html.parser")
    assert BLOCKS.keys() == {name for name, _block in body_blocks()}
    assert [name for name, selector in BLOCKS.items() if not page.select(selector)] == []
