"""What people type, and what is found for it."""

from collections.abc import Callable
from urllib.parse import quote

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Page, PageViewRestriction

from site_core.languages.chains import languages_read
from site_core.models import SearchEntry
from site_core.search.asking.question import question
from site_core.search.index.documents import document_of
from site_core.search.index.store import store
from site_core.search.indexing import index_page
from site_core.search.query import asked_text
from site_core.search.results import pages_found
from site_core.search.vocabulary import is_one_slip, learn

pytestmark = pytest.mark.django_db


def titles(text: str, reader: str = "pl") -> list[str]:
    hits = pages_found(question(asked_text(text), reader), languages_read(reader))
    pages = Page.objects.in_bulk([hit.page_id for hit in hits])
    return [pages[hit.page_id].title for hit in hits]


@pytest.mark.parametrize(
    ("reader", "text", "first"),
    [
        ("pl", "mowy nienawisci", "Debata: wolność słowa a mowa nienawiści"),
        ("pl", "nienawsici w szkolach", "Gdy w szkole pojawia się symbol nienawiści"),
        ("pl", "GDZIE ZGŁOSIĆ", "Gdzie zgłosić? Ścieżki w Krakowie"),
        ("pl", "where to report", "Gdzie zgłosić? Ścieżki w Krakowie"),
        ("uk", "мовою ворожнечі", "Дебати: свобода слова і мова ворожнечі"),
        ("uk", "gdzie zgłosić", "Куди повідомити? Шляхи у Кракові"),
    ],
)
def test_the_first_page_is_the_one_that_was_meant(reader: str, text: str, first: str) -> None:
    assert titles(text, reader)[0] == first


def test_what_is_only_in_another_language_comes_after_ones_own() -> None:
    hits = pages_found(question("школа", "uk"), languages_read("uk"))
    languages = [hit.language_code for hit in hits if not hit.loosely]
    assert set(languages) == {"uk", "pl"}
    assert languages == sorted(languages, reverse=True)
    assert len({hit.translation_key for hit in hits}) == len(hits)


@pytest.mark.parametrize(("text", "is_parted"), [("hejt", False), ("hejt w szkole", True)])
def test_nothing_has_some_of_a_single_word(reader: Client, text: str, is_parted: bool) -> None:
    hits = pages_found(question(text, "pl"), languages_read("pl"))
    assert any(hit.loosely for hit in hits[:20])
    answer = reader.get("/pl/search/", {"q": text})
    assert bool(answer.context["loose_groups"]) is is_parted
    assert ("Strony, na których jest tylko część z tego" in answer.content.decode()) is is_parted


def test_quotation_marks_ask_for_these_words_in_this_order() -> None:
    assert "Debata: wolność słowa a mowa nienawiści" in titles("„mowa nienawiści”")
    assert titles("„nienawiści mowa”")[:1] != ["Debata: wolność słowa a mowa nienawiści"]


def test_a_slip_within_quotation_marks_is_corrected_too() -> None:
    assert titles("„mowa nienawsici”")[:1] == titles("„mowa nienawiści”")[:1] != []


@pytest.mark.parametrize(("reader", "text"), [("en", "stages"), ("en", "peach"), ("be", "плакатамі")])
def test_a_right_word_is_left_alone(reader: str, text: str) -> None:
    """Of "stages" a page has another form; no page has a peach, and none one slip away but for its first letter."""
    asked = question(text, reader)
    pages_found(asked, languages_read(reader))
    assert "stage" not in asked.corrected.values()
    assert asked.corrected.get("stages") is None


def test_questions_in_the_readers_language_are_analysed_in_it() -> None:
    assert [word.languages for word in question("discriminación", "es").words] == [("pl", "en", "es")]
    assert [word.languages for word in question("ненависті", "pl").words] == [("uk", "be", "ru")]


def test_a_correction_is_told(reader: Client) -> None:
    page = reader.get("/pl/search/?q=nienawsici").content.decode()
    assert "<strong><bdi>nienawiści</bdi></strong>" in page
    assert "<mark>nienawiści</mark>" in page


def test_a_ukrainian_word_is_not_corrected_into_a_russian_one() -> None:
    """Though a page has the Russian word, and none the Ukrainian one."""
    asked = question("повидомити", "uk")
    pages_found(asked, languages_read("uk"))
    assert asked.corrected == {"повидомити": "повідомити"}
    entry = SearchEntry.objects.get(page__title="Słyszę? Reaguję.")
    document = document_of("капуста капустой", "", [], "ru")
    store().write(entry.pk, document)
    learn(document)
    for reader, meant in (("uk", {}), ("ru", {"капусьой": "капустой"})):
        asked = question("капусьой", reader)
        asked.correct()
        assert asked.corrected == meant


def test_what_is_not_for_everybody_is_nobodys_suggestion(demo_page: Callable[..., Page]) -> None:
    page = demo_page("Słyszę? Reaguję.")
    page.title = "Kalarepa na Plantach"
    page.save_revision().publish()
    index_page(page.pk)
    asked = question("kalarpea", "pl")
    assert pages_found(asked, ("pl",))[0].page_id == page.pk
    assert asked.corrected == {"kalarpea": "kalarepa"}
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    asked = question("kalarpea", "pl")
    assert pages_found(asked, ("pl",)) == []
    assert asked.corrected == {}


@pytest.mark.slow
def test_what_is_found_is_marked_in_its_own_language(reader: Client) -> None:
    page = reader.get("/uk/search/?q=хейтом").content.decode()
    assert "<mark>хейт" in page
    nothing = reader.get("/pl/search/?q=kalarepa").content.decode()
    assert "<mark>" not in nothing


def test_a_search_is_narrowed_to_kinds_by_its_address(reader: Client) -> None:
    everything = reader.get("/pl/search/?q=szkoła").context
    kinds = next(group for group in everything["facets"].groups if group.name == "kind")
    counts = {option.value: option.count for option in kinds.options}
    assert sum(counts.values()) == everything["pager"].total
    assert {"campaign", "resource", "event"} <= set(counts)
    events = reader.get("/pl/search/?q=szkoła&kind=event")
    assert events.context["pager"].total == counts["event"]
    assert "kind=event" not in events.context["facets"].chips()[0].url
    both = reader.get("/pl/search/?q=szkoła&kind=event&kind=campaign&kind=%00&kind=nonsense")
    assert both.context["pager"].total == counts["event"] + counts["campaign"]


def test_what_the_filter_left_empty_can_be_taken_back(reader: Client) -> None:
    page = reader.get("/pl/search/?q=zustricz&kind=edition")
    assert page.context["pager"].total == 0
    assert 'href="?q=zustricz#found"' in page.content.decode()


HOSTILE = [
    *(
        '"',
        '""',
        "'",
        "''",
        "\\",
        "*",
        "%",
        "_",
        "(",
        ")",
        "((((",
        ")(",
        "a OR b",
        "NEAR(a b)",
        "a AND NOT b",
        "^a",
    ),
    *(
        "title : a",
        "{title} : hejt",
        "-hejt",
        "hejt*",
        "'hejt':*",
        "hejt & !hejt",
        "a <-> b",
        "a | b",
        ":*",
        "\x00",
        "a\x00b",
    ),
    *(
        "\u202ehejt\u202c",
        "\ufeff",
        "💥",
        "é" * 200,
        "а" * 10_000,
        "a " * 5_000,
        "1" * 300,
        "²",
        "ﷺ",
        "'; DROP TABLE x; --",
    ),
    *("\ud800", "a\ud800b", "i" * 199 + "ł", "szczesc " * 12, "z" * 60, "0mowa", "0", "к'" * 50),
]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_that_is_typed_is_an_error(reader: Client, text: str) -> None:
    answer = reader.get("/pl/search/?q=" + quote(text.encode("utf-8", "surrogatepass")))
    assert answer.status_code == 200
    assert pages_found(question(asked_text(text), "pl"), ("pl",)) is not None


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=40), st.sampled_from(["pl", "uk", "ar"]))
def test_nor_is_anything_else(demo_page: Callable[..., Page], text: str, reader: str) -> None:
    for hit in pages_found(question(asked_text(text), reader), languages_read(reader))[:3]:
        assert hit.page_id


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        *[("mowa", "mowa", True), ("mowa", "mowaa", True), ("mowa", "mwa", True), ("mowa", "mowi", True)],
        *[("mowa", "omwa", True), ("mowa", "mwoa", True), ("mowa", "moaw", True), ("mowa", "wmoa", False)],
        *[("abcde", "bcdef", False), ("mowa", "mo", False), ("", "a", True), ("mowa", "nowy", False)],
    ],
)
def test_what_one_slip_is(one: str, other: str, is_one: bool) -> None:
    assert is_one_slip(one, other) is is_one_slip(other, one) is is_one


@pytest.mark.parametrize("typed", ["grafitti", "graffitti", "grafiti"])
def test_the_wrong_letter_doubled_is_a_slip(typed: str) -> None:
    asked = question(typed, "en")
    pages_found(asked, languages_read("en"))
    assert asked.corrected == {typed: "graffiti"}


def test_short_words_are_left_alone() -> None:
    asked = question("polc uczn szkl", "pl")
    pages_found(asked, languages_read("pl"))
    assert asked.corrected == {}


@pytest.mark.slow
def test_a_long_question_costs_no_more_queries_than_a_short_one(
    django_assert_max_num_queries: Callable,
) -> None:
    with django_assert_max_num_queries(12):
        pages_found(
            question("jedno drugie trzecie czwarte piąte szóste siódme ósme dziewiąte", "pl"), ("pl",)
        )


def test_of_very_many_pages_the_best_are_shown_and_counted_and_the_page_says_so(
    reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = titles("hejt")
    assert len(every) > 5
    assert f"Znaleziono {len(every)} " in reader.get("/pl/search/", {"q": "hejt"}).content.decode()
    for module in ("results", "views"):
        monkeypatch.setattr(f"site_core.search.{module}.MOST_FOUND", 5)
    assert titles("hejt") == every[:5]
    answer = reader.get("/pl/search/", {"q": "hejt"})
    assert "Oto 5 stron, które pasują najlepiej" in answer.content.decode()
    kinds = next(group for group in answer.context["facets"].groups if group.name == "kind")
    assert sum(option.count for option in kinds.options) == 5
    narrowed = reader.get("/pl/search/", {"q": "hejt", "kind": kinds.options[0].value})
    assert "pasują najlepiej" not in narrowed.content.decode()
