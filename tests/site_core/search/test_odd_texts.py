"""Texts as nobody means to write them: they are indexed, found and shown all the same."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import translation
from wagtail.models import Page

from site_core.languages.addresses import page_address
from site_core.models import SearchEntry
from site_core.search.indexing import index_page
from site_core.search.page_files import page_files
from tests.site_core.search.test_indexing import TITLE, found, polish

__all__ = ["polish"]  # a fixture: found by its name here

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("character", ["\ufdd2", "\ufffe", "\U0001ffff", "\ue000"], ids=ascii)
def test_what_is_no_character_parts_words_and_breaks_nothing(
    polish: Page, reader: Client, character: str
) -> None:
    polish.summary = f"Kalarepa{character}rośnie {character} na Plantach."
    polish.body.append(("rich_text", f"<p>Rzodkiewka{character}obok</p>"))
    polish.save_revision().publish()
    assert index_page(polish.pk)
    for asked in ("kalarepa", "rzodkiewki", f"kalarepa{character}rośnie", f'"{character}kalarepa rośnie"'):
        assert found(asked)[0] == polish.pk
        answer = reader.get("/pl/search/", {"q": asked})
        assert answer.status_code == 200
        assert page_address(polish) in answer.content.decode()
    assert reader.get(page_address(polish)).status_code == 200


@pytest.mark.parametrize("number", ["9" * 18, "9" * 20, "9" * 400])
def test_a_link_to_a_file_of_an_impossible_number_offers_nothing(polish: Page, number: str) -> None:
    links = f'<a linktype="document" id="{number}">karta</a> <a href="/documents/{number}/x.pdf">karta</a>'
    before = page_files(polish)
    polish.body.append(("rich_text", f"<p>Kalarepa: {links}</p>"))
    Page.objects.filter(pk=polish.pk).update(title="Kalarepa na Plantach")
    type(polish).objects.filter(pk=polish.pk).update(body=polish.body)
    assert index_page(polish.pk)
    assert found("kalarepa") == [polish.pk]
    assert page_files(polish) == before


@pytest.mark.parametrize(("code", "label"), [("pl", "Bezpieczeństwo"), ("uk", "Безпека")])
def test_labels_of_blocks_are_said_in_the_language_of_the_page(
    demo_page: Callable[..., Page], code: str, label: str
) -> None:
    """Whoever has it indexed: a task knows no language, and an editor's is that of the admin."""
    page = demo_page(TITLE, code)
    page.body.append(("callout", {"tone": "safety", "title": "Kalarepa", "text": "<p>Rzodkiewka</p>"}))
    page.save_revision().publish()
    with translation.override("en"):
        index_page(page.pk)
    text = SearchEntry.objects.get(page=page).text
    assert label in text[: text.index("Kalarepa")].splitlines()[-2:]
    assert "Safety" not in text
