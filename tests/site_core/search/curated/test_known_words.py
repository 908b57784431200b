"""Editors see what the search knows already, before they add to it."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from site_core.search.curated.names import KNOWN_WORDS, SYNONYMS

pytestmark = pytest.mark.django_db


def shown(client: Client, **asked: str) -> BeautifulSoup:
    answer = client.get(reverse(KNOWN_WORDS), asked)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


@pytest.mark.slow
def test_a_word_is_looked_up_in_any_language(signed_in: Callable[[str], Client]) -> None:
    editor = signed_in("editor")
    for asked in ("hejtować", "HEJTOWAC", "хейтити", "nasty comm"):
        page = shown(editor, q=asked)
        (row,) = page.select("table.known-words tbody tr")
        assert "hejt · " in row.text
        assert "хейт · " in row.text
        assert row.select_one("td[lang=ar][dir=rtl]")


@pytest.mark.parametrize("asked", ["lgbt", "LGBT", "cctv", "здоров'я", "здоров’я"])
def test_in_small_letters_and_with_any_apostrophe(signed_in: Callable[[str], Client], asked: str) -> None:
    assert shown(signed_in("editor"), q=asked).select("table.known-words tbody tr")


def test_what_people_ask_by_is_shown_apart(signed_in: Callable[[str], Client]) -> None:
    page = shown(signed_in("editor"), q="sprayed")
    (row,) = page.select("table.known-words tbody tr")
    assert "sprayed" in row.select_one("td[lang=en] details").text
    assert "graffiti" in row.select_one("td[lang=en]").text


def test_all_of_them_in_portions(signed_in: Callable[[str], Client]) -> None:
    editor = signed_in("editor")
    assert len(shown(editor).select("table.known-words tbody tr")) == 40
    assert shown(editor, p="2").select_one("nav.vocabulary-pages a[href*='p=1']")
    assert len(shown(editor, p="9" * 40).select("table.known-words tbody tr")) > 0


def test_what_it_does_not_know_can_be_added(signed_in: Callable[[str], Client]) -> None:
    page = shown(signed_in("editor"), q="kalarepa")
    assert page.select("table.known-words tbody tr") == []
    assert page.select_one("a[href$='/search_synonyms/new/?language=pl&question=kalarepa']")


@pytest.mark.parametrize("asked", ["\x00", "%", "'\"<b>kalarepa", "k" * 5_000])
def test_nothing_that_is_typed_hurts_it(signed_in: Callable[[str], Client], asked: str) -> None:
    assert "<b>kalarepa" not in str(shown(signed_in("editor"), q=asked))


def test_the_way_there_and_who_may_go_it(signed_in: Callable[[str], Client]) -> None:
    assert reverse(KNOWN_WORDS) in signed_in("editor").get(reverse(SYNONYMS)).content.decode()
    assert signed_in("translator-uk").get(reverse(KNOWN_WORDS)).status_code in (302, 403)
