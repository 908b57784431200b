"""A result that answers by a file says by which, and what stands there."""

import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Collection, CollectionViewRestriction, Page

from site_core.models import SiteDocument
from site_core.search.page_files import page_files
from site_core.search.suggestions import Suggestions, suggestions
from tests.site_core.search.file_texts import written
from tests.site_core.search.test_files_found import Committed, Offer, committed, offer, polish

__all__ = ["committed", "offer", "polish"]  # fixtures: found by their names here

pytestmark = pytest.mark.django_db


def shown(reader: Client, asked: str, code: str = "pl") -> str:
    """Text and marks of the results, without other markup."""
    content = reader.get(f"/{code}/search/", {"q": asked}).content.decode()
    main = content.partition("<main")[2].partition("</main>")[0]
    return re.sub(r"\s+", " ", re.sub(r"<(?!/?mark)[^>]*>", " ", main))


def test_the_file_is_named_and_the_passage_shown_that_answers(offer: Offer, reader: Client) -> None:
    offer("Zdanie o niczym. " * 300, "A kalarepa rośnie na grządce.", "Zdanie o niczym. " * 300)
    answer = shown(reader, "kalarepy")
    assert "W pliku „Scenariusz zajęć” (ODT):" in answer
    assert "A <mark>kalarepa</mark> rośnie na grządce." in answer


def test_the_line_is_in_the_readers_language_and_the_file_in_its_own(offer: Offer, reader: Client) -> None:
    offer("كرنب على المائدة", language="ar")
    content = reader.get("/uk/search/", {"q": "كرنب"}).content.decode()
    assert 'У файлі «<span lang="pl" dir="ltr">Scenariusz zajęć</span>» (ODT):' in content
    assert re.search(r'<p lang="ar" dir="rtl"><mark>كرنب</mark> على المائدة', content)


@pytest.mark.slow
def test_both_languages_of_a_bilingual_file_are_marked(offer: Offer, reader: Client, polish: Page) -> None:
    from site_core.models import SearchEntryFile

    offer("Капуста – kapusta")
    SearchEntryFile.objects.filter(entry__page=polish).update(second_language_code="uk")
    assert "Капуста – <mark>kapusta</mark>" in shown(reader, "kapusty")


def test_where_the_page_says_it_itself_no_file_is_named(
    polish: Page, offer: Offer, reader: Client, committed: Committed
) -> None:
    polish.summary = "Kalarepa rośnie na Plantach."
    offer("Kalarepa na grządce")
    answer = shown(reader, "kalarepa")
    assert "<mark>Kalarepa</mark> rośnie na Plantach." in answer
    assert "W pliku" not in answer


def test_where_the_file_has_clearly_more_of_the_question_it_is_named(
    polish: Page, offer: Offer, reader: Client
) -> None:
    polish.summary = "Kalarepa rośnie na Plantach."
    offer("Kalarepa i rzodkiewka obok siebie")
    assert "<mark>Kalarepa</mark> i <mark>rzodkiewka</mark>" in shown(reader, "kalarepa rzodkiewka")


@pytest.mark.slow
def test_of_several_files_the_one_with_most_of_the_words_is_shown(offer: Offer, reader: Client) -> None:
    offer("Kalarepa sama")
    offer(name="drugi.docx", data=written.docx("Kalarepa i rzodkiewka obok siebie"))
    assert "<mark>Kalarepa</mark> i <mark>rzodkiewka</mark>" in shown(reader, "kalarepa rzodkiewka")


def test_what_was_closed_a_moment_ago_is_not_shown(offer: Offer, reader: Client) -> None:
    """The index has not heard of it: no task has run."""
    document = offer("Kalarepa na grządce")
    closed = Collection.get_first_root_node().add_child(name="Dla swoich")
    SiteDocument.objects.filter(pk=document.pk).update(collection=closed)
    assert "W pliku" in shown(reader, "kalarepa")
    CollectionViewRestriction.objects.create(
        collection=closed, restriction_type=CollectionViewRestriction.LOGIN
    )
    assert "grządce" not in shown(reader, "kalarepa")


def test_what_is_not_in_the_file_any_more_is_not_shown(offer: Offer, reader: Client) -> None:
    document = offer("Kalarepa na grządce")
    SiteDocument.objects.filter(pk=document.pk).update(file_hash="0" * 40)
    assert "grządce" not in shown(reader, "kalarepa")


def test_a_file_with_a_content_note_is_named_and_not_quoted(
    demo_page: Callable[..., Page], reader: Client
) -> None:
    resource = demo_page("Słowa, które ranią: hejt a mowa nienawiści")
    assert resource.content_note
    assert {file.is_quoted for file in resource.search_files()} == {False}


def test_nor_where_the_page_lists_it_itself_in_one_of_its_languages(
    demo_page: Callable[..., Page], reader: Client
) -> None:
    game = demo_page("Miasto dialogu (gra do druku)", "en")
    assert game.content_note
    assert {file.is_quoted for file in page_files(game)} == {False}
    answer = shown(reader, "rules co-operative council street courtyard", "en")
    assert "City of dialogue" in answer
    assert "You are the council" not in answer


@pytest.mark.slow
def test_a_word_that_only_a_file_has_is_found_and_never_suggested(offer: Offer, reader: Client) -> None:
    """It may be one that a content note warns of, or quoted from a language that the reader does not read."""
    offer("Paskudnica na grządce")
    assert "Paskudnica" in shown(reader, "paskudnica")
    assert suggestions("pasku", "pl") == Suggestions()
    for typed in ("paskudmica", "paskudnizza"):
        assert "paskudnica" not in shown(reader, typed)


def test_a_page_found_by_a_file_costs_what_any_costs(polish: Page, offer: Offer, reader: Client) -> None:
    polish.summary = "Rzodkiewka rośnie na Plantach."
    offer("Kalarepa na grządce")

    def queries(asked: str) -> int:
        reader.get("/pl/search/", {"q": asked})
        with CaptureQueriesContext(connection) as context:
            reader.get("/pl/search/", {"q": asked})
        return len(context)

    assert queries("kalarepa") == queries("rzodkiewka")
