"""Where the words of a file stand, as the database hands it over, and what of it is chosen."""

import pytest
from django.test import Client
from wagtail.models import Page

from site_core.models import SearchEntry, SearchEntryFile, SiteDocument
from site_core.search.close_words import close_known, closest, remember_close
from site_core.search.index.places import PlacesOf, in_order
from site_core.search.indexing import index_page
from tests.site_core.search.test_files_found import Offer, committed, offer, polish
from tests.site_core.search.test_files_shown import shown

__all__ = ["committed", "offer", "polish"]  # fixtures: found by their names here

pytestmark = pytest.mark.django_db

HELD = {"112": [4], "0капуста": [1, 9], "0łódź": [2], "كرنب": [3], "𠀀𠀁": [7], "0": [5], "null": [6]}


@pytest.mark.parametrize("number", [1, 7, 99, 100, 101, 201])
def test_of_many_places_those_asked_for_are_handed_over(polish: Page, offer: Offer, number: int) -> None:
    """Letters of any script, numbers, and more keys than a function of SQLite takes arguments."""
    document = offer("Kalarepa na grządce")
    files = SearchEntryFile.objects.filter(document=document, entry__page=polish)
    files.update(places={**HELD, **{f"0other{other}": [other] for other in range(500)}})
    asked = [*HELD, "0missing", "1", *(f"0nowhere{other}" for other in range(number))][:number]
    found = files.annotate(met=PlacesOf("places", asked)).values_list("met", flat=True).get()
    assert in_order(found, asked) == [(key, HELD[key]) for key in asked if key in HELD]


def test_the_first_stretch_with_the_most_different_words_is_chosen() -> None:
    sought = [{"0kot", "kot"}, {"0pies"}, {"0dom"}]
    assert closest([], sought) == (0, 0)
    assert closest([("0kot", [7, 900])], sought) == (1, 7)
    assert closest([("0kot", [0, 50, 60]), ("0pies", [2_000]), ("0dom", [1_950])], sought) == (2, 1_950)
    assert closest([("0kot", [10]), ("kot", [10]), ("0pies", [190]), ("0dom", [191])], sought) == (2, 10)
    shared = [{"0kot"}, {"0kot", "0pies"}]
    assert closest([("0kot", [30])], shared) == (2, 30)


def test_what_was_asked_before_is_known_until_the_file_is_another(
    polish: Page, offer: Offer, reader: Client
) -> None:
    """A page that is indexed anew has other rows, and of those nothing is known."""
    offer("Kalarepa na grządce")
    first = shown(reader, "kalarepa")
    assert "na grządce" in first
    SearchEntryFile.objects.filter(entry__page=polish).update(places={})
    assert (
        shown(reader, "kalarepa") == first
    )  # nobody changes a row: that is how one sees that it was not read again
    assert "grządce" not in shown(reader, "kalarepa grządka")
    SearchEntry.objects.filter(page=polish).delete()
    index_page(polish.pk)
    assert "grządce" in shown(reader, "kalarepa grządka")


def test_what_is_known_is_of_these_words_alone() -> None:
    remember_close([{"kalarepa"}, {"kapusta"}], {7: (2, 40)})
    assert close_known([{"kapusta"}, {"kalarepa"}]) == {}
    assert close_known([{"kalarepa"}]) == {}
    assert close_known([["kalarepa"], ["kapusta"]]) == {7: (2, 40)}


def test_what_is_known_of_a_question_is_not_more_and_more() -> None:
    question = [{"kalarepa"}]
    for first in range(0, 5_000, 100):
        remember_close(question, close_known(question) | dict.fromkeys(range(first, first + 100), (0, 0)))
        assert len(close_known(question)) <= 500


@pytest.mark.slow
def test_a_file_not_to_be_quoted_in_one_language_of_its_page_is_quoted_in_none(
    polish: Page, offer: Offer, reader: Client
) -> None:
    """Nor where that version of the page says nothing that was asked for."""
    document = offer("Kalarepa na grządce")
    assert "na grządce" in shown(reader, "kalarepa")
    other = SearchEntry.objects.filter(translation_key=polish.translation_key).exclude(page=polish).first()
    offered_by(other, document, "Scenariusz", "pl", is_quoted=False)
    answer = shown(reader, "kalarepa")
    assert "Scenariusz zajęć" in answer
    assert "na grządce" not in answer


@pytest.mark.slow
def test_a_file_that_several_languages_offer_is_called_what_the_readers_calls_it(
    polish: Page, offer: Offer, reader: Client
) -> None:
    document = offer("Kalarepa na grządce")
    in_polish = SearchEntryFile.objects.get(document=document, entry__page=polish)
    versions = SearchEntry.objects.filter(translation_key=polish.translation_key)
    offered_by(versions.get(language_code="uk"), document, "Сценарій заняття", "uk", places=in_polish.places)
    assert "«Сценарій заняття»" in shown(reader, "kalarepa", "uk")
    for code in ("pl", "en"):  # the English page does not offer it: as the first that does
        answer = shown(reader, "kalarepa", code)
        assert "Scenariusz zajęć" in answer
        assert "Сценарій" not in answer


def offered_by(
    entry: SearchEntry,
    document: SiteDocument,
    name: str,
    code: str,
    is_quoted: bool = True,
    places: dict[str, list[int]] | None = None,
) -> None:
    SearchEntryFile.objects.create(
        entry=entry,
        document=document,
        position=99,
        file_hash=document.file_hash,
        name=name,
        name_language_code=code,
        language_code="uk",
        is_quoted=is_quoted,
        places=places or {},
    )
