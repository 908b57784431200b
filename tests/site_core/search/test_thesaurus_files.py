"""The starting thesaurus keeps its own rules (`site_core/search/thesaurus/README.md`)."""

from collections import Counter

import pytest

from site_core.search.asking.question import question
from site_core.search.index.expressions import any_of
from site_core.search.index.found import Place
from site_core.search.index.store import store
from site_core.search.thesaurus.concepts import ASKED_AS, TERMS, cell_of, rows_of, starting_thesaurus

LANGUAGES = ("pl", "uk", "be", "en", "ru", "ar")


def test_a_term_names_one_concept_of_its_language() -> None:
    for language in LANGUAGES:
        rows = [*rows_of(TERMS), *rows_of(ASKED_AS)]
        terms = Counter(term.casefold() for row in rows for term in cell_of(row[language]))
        assert [term for term, times in terms.items() if times > 1] == [], language


def test_every_row_names_concepts_that_are_there() -> None:
    concepts = [row["concept"] for row in rows_of(TERMS)]
    asked = [row["concept"] for row in rows_of(ASKED_AS)]
    related = {name for row in rows_of(TERMS) for name in cell_of(row["related"])}
    assert len(concepts) == len(set(concepts))
    assert len(asked) == len(set(asked))
    assert related | set(asked) <= set(concepts)


def test_what_is_only_asked_names_the_concept_and_is_not_looked_for(db: None) -> None:
    concept, terms = next((row["concept"], row["en"]) for row in rows_of(ASKED_AS) if row["en"])
    words = terms.split("|")[0]
    (meaning,) = question(words, "en").meanings
    assert meaning.concepts == {concept}
    assert meaning.instead == tuple(starting_thesaurus().terms[concept])


@pytest.mark.slow
def test_every_concept_leads_somewhere(db: None) -> None:
    """
    Who asks "Facebook" where no page says it shall find what is said of the internet, and not nothing.

    As many concepts at once as a statement has room for.
    """
    thesaurus = starting_thesaurus()
    ways = [
        (any_of([term.wanted for term in (*terms, *thesaurus.related.get(concept, ()))]), [Place.ANYWHERE])
        for concept, terms in thesaurus.terms.items()
    ]
    met = {
        start + one.part
        for start in range(0, len(ways), 25)
        for one in store().meet(ways[start : start + 25], 1)
    }
    assert [concept for number, concept in enumerate(thesaurus.terms) if number not in met] == []
