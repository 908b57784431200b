"""Editors say which words mean the same."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from site_core.languages.chains import languages_read
from site_core.models import SearchSynonyms
from site_core.search.asking.question import question
from site_core.search.curated.names import ADD_SYNONYMS, SYNONYMS
from site_core.search.curated.synonyms_form import why_not
from site_core.search.results import pages_found

pytestmark = pytest.mark.django_db


def found(text: str, reader: str = "pl") -> list[int]:
    return [hit.page_id for hit in pages_found(question(text, reader), languages_read(reader))]


def test_a_question_finds_at_once_what_means_the_same(
    signed_in: Callable[[str], Client], reader: Client
) -> None:
    assert reader.get("/pl/search/?q=kalarepa").context["pager"].total == 0
    editor = signed_in("editor")
    opened = editor.get(reverse(ADD_SYNONYMS), {"language": "pl", "question": "kalarepa"})
    assert 'value="kalarepa"' in opened.content.decode()
    assert editor.post(reverse(ADD_SYNONYMS), {"words_pl": "kalarepa, hejt"}).status_code == 302
    answer = reader.get("/pl/search/?q=kalarepą")
    assert answer.context["pager"].total > 0
    assert "<mark>hejt" in answer.content.decode()
    row = SearchSynonyms.objects.get()
    assert "kalarepa = hejt" in editor.get(reverse(SYNONYMS)).content.decode()
    edit = reverse("search_synonyms:edit", args=[row.pk])
    assert "kalarepa, hejt" in editor.get(edit).content.decode()
    editor.post(edit, {"words_pl": "kalarepa, rzepa"})
    assert reader.get("/pl/search/?q=kalarepa").context["pager"].total == 0


def test_words_mean_the_same_across_languages() -> None:
    assert found("кольрабі", "uk") == []
    SearchSynonyms.objects.create(words={"uk": ["кольрабі"], "pl": ["mowa nienawiści"]})
    assert found("кольрабі", "uk")
    assert len({*found("mowa nienawiści")} & {*found("кольрабі", "pl")}) > 5


def test_related_words_count_for_less() -> None:
    SearchSynonyms.objects.create(words={"pl": ["kalarepa"]}, related=["debata", "дебати"])
    assert found("kalarepa")
    asked = question("kalarepa", "pl")
    assert asked.parts[0].instead == ()
    assert len(asked.parts[0].related) == 2


def test_a_synonym_is_a_word_and_not_a_slip() -> None:
    """Though a word of the pages is one slip away."""
    asked = question("nienawsici", "pl")
    pages_found(asked, ("pl",))
    assert asked.corrected
    SearchSynonyms.objects.create(words={"pl": ["nienawsici", "szkoła"]})
    asked = question("nienawsici", "pl")
    assert pages_found(asked, ("pl",))
    assert asked.corrected == {}


def test_words_like_and_are_left_out_of_both() -> None:
    SearchSynonyms.objects.create(words={"pl": ["kalarepa na rzepę", "hejt"]})
    assert found("kalarepa rzepa") == found("kalarepa i rzepa") != []


def test_a_search_costs_no_query_more_for_all_of_it() -> None:
    def queries() -> int:
        question("kalarepa", "pl")
        with CaptureQueriesContext(connection) as captured:
            question("kalarepa", "pl")
        return len(captured)

    before = queries()
    for number in range(5):
        SearchSynonyms.objects.create(words={"pl": [f"kalarepa{number}", "hejt"]})
    assert queries() == before == 1


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({}, "__all__"),
        ({"words_pl": "kalarepa"}, "__all__"),
        ({"words_pl": "kalarepa, kalarepa"}, "__all__"),
        ({"words_pl": "hejt, хейт"}, "words_pl"),
        ({"words_uk": "хейт, hejt"}, "words_uk"),
        ({"words_ar": "hejt", "words_pl": "hejt"}, "words_ar"),
        ({"words_pl": "hejt, i"}, "words_pl"),
        ({"words_pl": "hejt, ???"}, "words_pl"),
        ({"words_pl": "hejt, raz dwa trzy cztery pięć sześć"}, "words_pl"),
        ({"words_pl": ",".join(f"słowo{number}" for number in range(13))}, "words_pl"),
        ({"words_pl": "hejt,\x00"}, "words_pl"),
        ({"words_pl": "x" * 10_000}, "words_pl"),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(
    signed_in: Callable[[str], Client], data: dict[str, str], field: str
) -> None:
    answer = signed_in("editor").post(reverse(ADD_SYNONYMS), data)
    assert list(answer.context["form"].errors) == [field]
    assert not SearchSynonyms.objects.exists()


@pytest.mark.parametrize(
    ("term", "code"), [("112", "uk"), ("булінг", "uk"), ("تنمر", "ar"), ("acoso", "es"), ("хейт", "")]
)
def test_what_makes_sense_is_taken(term: str, code: str) -> None:
    assert why_not(term, code) == ""


@pytest.mark.parametrize("name", ["translator-uk", "ngo-author", "viewer"])
def test_it_is_the_editors_alone(signed_in: Callable[[str], Client], name: str) -> None:
    signed_in(name).post(reverse(ADD_SYNONYMS), {"words_pl": "kalarepa, hejt"})
    assert not SearchSynonyms.objects.exists()


def test_a_russian_synonym_corrects_no_ukrainian_word() -> None:
    SearchSynonyms.objects.create(words={"ru": ["капустой"], "pl": ["hejt"]})
    asked = question("капусьой", "uk")
    pages_found(asked, languages_read("uk"))
    assert asked.corrected == {}
