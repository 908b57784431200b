"""The starting thesaurus keeps its own rules (`site_core/search/thesaurus/README.md`)."""

from collections import Counter

from site_core.search.asking.question import question
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
