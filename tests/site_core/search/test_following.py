"""What all of a question of one part is met in follows from what its part is met in: the index is not asked twice."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from site_core.languages.known import language_of
from site_core.languages.reading import reading
from site_core.models import SearchSynonyms
from site_core.search import ranking
from site_core.search.asking.question import Question, question
from site_core.search.index.store import store
from site_core.search.ranking import Points, Way, points_of_pages

pytestmark = pytest.mark.django_db

_ways = ranking._ways


def _asked_one_by_one(asked: Question) -> Iterable[Way]:
    return [replace(way, follows=False) for way in _ways(asked)]


def _asked(text: str, code: str) -> Question:
    asked = question(text, code)
    asked.correct()
    return asked


def _points(text: str, code: str) -> Points:
    with reading(language_of(code)):
        return points_of_pages(_asked(text, code), lambda met: met)


@pytest.fixture
def synonyms() -> None:
    """Of editors: what means the same, and what is only related."""
    SearchSynonyms.objects.create(words={"pl": ["kalarepa", "hejt"]}, related=["debata", "дебати"])


# PostgreSQL looks at those that it comes upon first: which, of two ways of asking, is its own affair.
AS_THEY_COME = pytest.mark.sqlite


@pytest.mark.usefixtures("synonyms")
@pytest.mark.parametrize(
    "most_met", [pytest.param(2, marks=AS_THEY_COME), pytest.param(7, marks=AS_THEY_COME), 200]
)
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("mowa nienawiści", "pl"),
        ("hejt", "pl"),
        ("uchodźcy", "pl"),
        ("мова ворожнечі", "uk"),
        ("osoby z niepełnosprawnościami", "pl"),
        ("mowa nienawsici", "pl"),  # a slip
        ("kalarepą", "pl"),
        ("people seeking protection", "en"),
    ],
)
def test_pages_have_the_points_they_would_have_if_the_index_were_asked(
    text: str, code: str, most_met: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where more is met than is looked at."""
    with reading(language_of(code)):
        assert any(way.follows for way in _ways(_asked(text, code)))
    monkeypatch.setattr(ranking, "MOST_MET", most_met)
    following = _points(text, code)
    monkeypatch.setattr(ranking, "_ways", _asked_one_by_one)
    assert following
    assert following == _points(text, code)


def test_the_index_is_asked_for_less() -> None:
    """“mowa nienawiści” is one concept with many names: those are looked for once in each place."""
    with reading(language_of("pl")):
        ways = list(_ways(question("mowa nienawiści", "pl")))
    assert [len(way.places) for way in ways if way.part is None] == [2, 0]
    assert store().meet([(way.wanted, way.places) for way in ways], 5)
