"""Agreed words: found in whatever form a sentence has them, and missed where a draft says it otherwise."""

from collections.abc import Callable

import pytest
from wagtail.models import Locale

from site_core.translation.machine.glossary import Term, are_forms, terms_in, terms_missed

GUARD = Term("Straż Miejska", "Міська варта")
HATE = Term("mowa nienawiści", "мова ворожнечі")
WITNESS = Term("świadek", "свідок")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("straż", "straży"), ("miejska", "miejskiej"), ("mowa", "mowie"), ("nienawiść", "nienawiścią"),
        ("świadek", "świadkami"), ("szkoła", "szkole"), ("dialog", "dialogu"), ("варта", "варти"),
        ("ворожнеча", "ворожнечі"), ("organizacja", "organizacjami"),
    ],
)  # fmt: skip
def test_forms_of_one_word(one: str, other: str) -> None:
    assert are_forms(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("dialog", "diament"), ("mowa", "moda"), ("on", "ona"), ("straż", "stary")]
)
def test_other_words(one: str, other: str) -> None:
    assert not are_forms(one, other)


@pytest.mark.parametrize(
    "source",
    [
        "Zawiadom Straż Miejską.",
        "Napis usunie <b>Straż</b> Miejska.",
        "Patrol straży miejskiej przyjedzie.",
        "Pracujemy ze strażą miejską.",
    ],
)
def test_a_term_is_found_inflected(source: str) -> None:
    assert terms_missed(source, "Приїде патруль поліції.", [GUARD, HATE], "uk") == [GUARD]
    assert terms_missed(source, "Приїде патруль міської варти.", [GUARD, HATE], "uk") == []


def test_words_of_a_term_that_stand_apart_are_not_the_term() -> None:
    text = "Straż pożarna przyjechała w dwie minuty, a dopiero po godzinie przyszła urzędniczka z zieleni miejskiej."
    assert terms_missed(text, "Приїхала пожежна команда.", [GUARD], "uk") == []


def test_in_arabic_the_article_and_what_is_written_together_with_it_make_no_other_word() -> None:
    term = Term("mowa nienawiści", "خطاب الكراهية")
    assert terms_missed("O mowie nienawiści", "عن خطاب الكراهية", [term], "ar") == []
    assert terms_missed("O mowie nienawiści", "وبالكراهية في الخطاب", [term], "ar") == []
    assert terms_missed("O mowie nienawiści", "عن لغة العنف", [term], "ar") == [term]


@pytest.mark.django_db
def test_the_terms_are_those_of_the_site(locale: Callable[[str], Locale]) -> None:
    """Its vocabulary, and what its page of words says, in both languages; the original in brackets is no part of it."""
    terms = {term.source: term.target for term in terms_in(locale("uk"))}
    assert terms["mowa nienawiści"] == "мова ворожнечі"
    assert "Straż Miejska Miasta Krakowa" in terms
    assert not any("(" in words for words in terms.values())
