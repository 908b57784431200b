"""Editors' synonyms as a thesaurus beside the one the site begins with."""

from collections.abc import Iterable

from site_core.models import SearchSynonyms
from site_core.search.analysis.analysers import languages_of_script
from site_core.search.analysis.folding import fold
from site_core.search.analysis.words import words_of
from site_core.search.asking.common_words import COMMON
from site_core.search.thesaurus.concepts import Term, Thesaurus, term_of, thesaurus_of

MOST_GROUPS = 500


def editors_thesaurus(rows: Iterable[SearchSynonyms]) -> Thesaurus:
    """Each row is a concept. Related words may be in any language that is written in their letters."""
    terms: dict[str, list[Term]] = {}
    related: dict[str, list[Term]] = {}
    for row in rows:
        concept = f"editors {row.pk}"
        of_row = [
            term_of(concept, telling(text), code) for code, texts in row.words.items() for text in texts
        ]
        others = [term_of(concept, telling(text), *languages_of_script(text)) for text in row.related]
        terms[concept] = [term for term in of_row if term]
        related[concept] = [term for term in others if term]
    return thesaurus_of(terms, related)


def telling(text: str) -> str:
    """A term without words like "and", which are left out of questions too."""
    return " ".join(
        word for word in words_of(text) if (folded := fold(word)).isalnum() and folded not in COMMON
    )
