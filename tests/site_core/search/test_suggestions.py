"""What is suggested while somebody types, and what never is."""

from collections.abc import Callable
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Page, PageViewRestriction

from site_core.languages.known import language_of
from site_core.languages.reading import reading
from site_core.models import SearchEntry, SearchWord
from site_core.search.index.documents import document_of
from site_core.search.index.store import store
from site_core.search.query import asked_text
from site_core.search.suggestions import MOST, MOST_WORDS, Suggestions, suggestions
from site_core.search.vocabulary import beginning, learn
from tests.site_core.search.test_asking import HOSTILE

pytestmark = pytest.mark.django_db

DEBATE = "Debata: wolność słowa a mowa nienawiści"


def suggested(text: str, code: str = "pl") -> Suggestions:
    with reading(language_of(code)):
        return suggestions(text, code)


def titles(text: str, code: str = "pl") -> list[str]:
    return [card.title for card in suggested(text, code).pages]


@pytest.mark.parametrize(
    ("code", "typed", "title"),
    [
        ("pl", "niena", DEBATE),
        ("pl", "NIENA", DEBATE),
        ("pl", "mowa niena", DEBATE),
        ("pl", "mową niena", DEBATE),  # earlier words in any form
        ("pl", "gdzie zglo", "Gdzie zgłosić? Ścieżki w Krakowie"),
        ("pl", "szkolach", "Gdy w szkole pojawia się symbol nienawiści"),
        ("pl", "hate spe", DEBATE),  # by its English title, in the reader's language
        ("uk", "мова воро", "Дебати: свобода слова і мова ворожнечі"),
        ("uk", "ghjuhfv", "Програма"),  # on a keyboard of the other script
        ("ar", "كراكو", "أين أُبلِّغ؟ الطرق المتاحة في كراكوف"),
    ],
)
def test_a_page_is_suggested_by_the_beginning_of_a_word(code: str, typed: str, title: str) -> None:
    assert title in titles(typed, code)


def test_one_letter_suggests_nothing_and_asks_nothing(django_assert_num_queries: Callable) -> None:
    with django_assert_num_queries(0):
        for typed in ("", "n", " n ", "...", "„", "ł"):
            assert suggested(typed) == Suggestions()


def test_a_letter_behind_a_word_leaves_the_suggestions_as_they_were() -> None:
    assert titles("mowa n") == titles("mowa") != []


def test_what_begins_with_it_comes_first_and_ones_own_language_before_others() -> None:
    assert titles("pro")[0] == "Program"
    with reading(language_of("be")):
        languages = [card.language.code for card in suggestions("мо", "be").pages]
    assert set(languages) == {"be", "pl"}
    assert languages == sorted(languages)


def test_links_lead_straight_to_the_page_and_say_what_it_is(reader: Client) -> None:
    answer = reader.get("/pl/search/suggestions/?q=niena")
    options = BeautifulSoup(answer.content, "html.parser").select("[role=option]")
    assert 1 < len(options) <= MOST
    debate = next(option for option in options if DEBATE in option.text)
    assert "Wydarzenie" in debate.text
    assert DEBATE in reader.get(debate["href"]).content.decode()
    assert BeautifulSoup(answer.content, "html.parser").p.text == f"{len(options)} podpowiedzi"


def test_a_title_in_another_language_is_marked_with_it(reader: Client) -> None:
    page = BeautifulSoup(reader.get("/be/search/suggestions/?q=мо").content, "html.parser")
    assert {option.span.get("lang") for option in page.select("[role=option]")} == {None, "pl"}


def test_words_are_completed_in_the_readers_language() -> None:
    assert suggested("przem").questions[:1] == ("przemoc",)
    assert suggested("mowa przem").questions[:1] != ("przemoc",)
    assert len(suggested("prz").questions) <= MOST_WORDS
    assert suggested("pr").questions == ()


def test_a_russian_word_is_never_suggested_to_who_reads_ukrainian(demo_page: Callable[..., Page]) -> None:
    """Not even one that stands in the title of a public page, and so does lead somebody to it who reads Russian."""
    document = document_of("Помощница", "", [], "ru")
    store().write(SearchEntry.objects.get(page=demo_page(DEBATE, "uk")).pk, document)
    learn(document)
    assert suggested("помощ", "uk") == Suggestions()
    assert "помощница" in suggested("помощ", "ru").questions


@pytest.fixture
def turnip(demo_page: Callable[..., Page]) -> Page:
    """A page with a word that no other has, in its title and on it."""
    page = demo_page(DEBATE)
    page.title = "Kalarepa i rzepa"
    page.save_revision().publish()
    entry = SearchEntry.objects.get(page=page)
    entry.title = page.title
    entry.save()
    document = document_of(page.title, "", ["kalarepa dwa razy: kalarepa"], "pl")
    store().write(entry.pk, document)
    learn(document)
    return page


def test_what_is_not_for_everybody_is_not_suggested(turnip: Page) -> None:
    assert titles("kalar") == ["Kalarepa i rzepa"]
    assert suggested("kalar").questions == ("kalarepa",)
    PageViewRestriction.objects.create(page=turnip, restriction_type=PageViewRestriction.LOGIN)
    assert suggested("kalar") == Suggestions()


def test_what_was_taken_down_is_not_suggested(turnip: Page) -> None:
    Page.objects.filter(pk=turnip.pk).update(live=False)
    assert suggested("kalar") == Suggestions()


def test_a_stretch_of_the_vocabulary_is_read_and_no_more(django_assert_num_queries: Callable) -> None:
    """Of a thousand words that begin alike, as many as are looked at; alike on both databases."""
    SearchWord.objects.bulk_create(
        SearchWord(language_code="pl", spelling=f"zzz{number:04}", folded=f"zzz{number:04}", keys="")
        for number in range(1000)
    )
    with django_assert_num_queries(1):
        words = beginning({"zzz": ["pl"], "mowa": ["pl"]})
    assert [word.folded for word in words if word.folded.startswith("zzz")] == [
        f"zzz{n:04}" for n in range(400)
    ]
    assert {word.folded for word in words if not word.folded.startswith("zzz")} >= {"mowa"}


def test_the_answer_may_be_kept_by_its_address_alone(reader: Client) -> None:
    answer = reader.get("/pl/search/suggestions/?q=niena")
    assert "public" in answer.headers["Cache-Control"]
    assert "Cookie" not in answer.headers.get("Vary", "")
    assert not answer.cookies
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert reader.post("/pl/search/suggestions/?q=niena").status_code in (403, 405)


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_that_is_typed_is_an_error(reader: Client, text: str) -> None:
    answer = reader.get("/pl/search/suggestions/?q=" + quote(text.encode("utf-8", "surrogatepass")))
    assert answer.status_code == 200


def test_what_was_typed_stays_text(reader: Client) -> None:
    answer = reader.get("/pl/search/suggestions/?q=" + quote("<b>x</b> przem"))
    assert "<b>" not in answer.content.decode()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=40), st.sampled_from(["pl", "uk", "ar"]))
def test_nor_is_anything_else(demo_page: Callable[..., Page], text: str, code: str) -> None:
    found = suggested(asked_text(text), code)
    assert len(found.pages) + len(found.questions) <= MOST
