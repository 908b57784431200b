"""A word is found by its other forms, and by no form of another word."""

from collections.abc import Iterator
from itertools import permutations

import pytest

from site_core.search.analysis import analysers
from site_core.search.analysis.analysers import keys_of
from site_core.search.analysis.folding import fold
from site_core.search.analysis.words import words_of
from tests.site_core.search.analysis.forms import FORMS, LEAST


def words_with_forms(code: str) -> list[list[str]]:
    return [list(words_of(line)) for line in FORMS[code].strip().splitlines()]


def found_by(word: str, code: str) -> set[str]:
    return set(analysers.found_by(word, [code]))


@pytest.mark.parametrize("code", sorted(FORMS))
def test_forms_of_a_word_find_each_other(code: str) -> None:
    pairs = [pair for forms in words_with_forms(code) for pair in permutations(forms, 2)]
    missed = [(one, other) for one, other in pairs if found_by(one, code).isdisjoint(found_by(other, code))]
    assert 1 - len(missed) / len(pairs) >= LEAST[code], missed


@pytest.mark.parametrize("code", sorted(FORMS))
def test_different_words_do_not(code: str) -> None:
    merged = [
        (one, other)
        for first, second in permutations(words_with_forms(code), 2)
        for one in first
        for other in second
        if not found_by(one, code).isdisjoint(found_by(other, code))
    ]
    assert merged == []


@pytest.mark.parametrize(
    ("code", "typed", "written"),
    [
        ("pl", "szkolach", "szkoła"),
        ("pl", "nienawisci", "nienawiść"),
        ("pl", "zglosic", "zgłoszę"),
        ("pl", "SZKOŁACH", "szkoła"),
        ("uk", "компютер", "комп'ютери"),
        ("uk", "грунт", "ґрунт"),
        ("uk", "мо\u0301ва", "мови"),
        ("be", "паліцыи", "паліцыі"),
        ("ar", "مُدَرِّسَة", "مدرسة"),
        ("ar", "الأطفال", "اطفال"),
        ("pl-simple", "szkołach", "szkoła"),
    ],
)
def test_as_it_is_typed_finds_as_it_is_written(code: str, typed: str, written: str) -> None:
    (word,), (other,) = words_of(typed), words_of(written)
    assert not found_by(word, code).isdisjoint(found_by(other, code))


def test_words_are_cut_alike_everywhere() -> None:
    assert list(words_of("Polsko-ukraiński „dialog”, cz. 2: dzien\u00adnik & O’Neill_x")) == [
        *("polsko", "ukraiński", "dialog", "cz", "2", "dziennik", "o'neill", "x"),
    ]


@pytest.fixture
def without_dictionaries(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As on a machine where none could be installed."""
    for name in ("morfeusz", "pymorphy", "snowball"):
        monkeypatch.setattr(analysers, name, lambda *_args: None)
    for cached in (analysers._analyser, analysers.keys_of):
        cached.cache_clear()
    yield
    monkeypatch.undo()
    for cached in (analysers._analyser, analysers.keys_of):
        cached.cache_clear()


@pytest.mark.usefixtures("without_dictionaries")
def test_without_any_dictionary_words_still_find_themselves_and_the_index_knows() -> None:
    """By endings where there are rules for them, else as they are written."""
    for code in FORMS:
        for forms in words_with_forms(code):
            assert fold(forms[0]) in found_by(forms[0], code)
    assert keys_of("школах", "uk") == keys_of("школами", "uk") != ()
    assert keys_of("szkołach", "pl") == ()
    assert "morfeusz2" not in analysers.edition()
