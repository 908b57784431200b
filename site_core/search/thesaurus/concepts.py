"""
Words that mean the same, by the keys they are found by; and the starting thesaurus: what concepts are called
(`terms.csv`), and how else people ask for them, in words that no page has (`asked_as.csv`).
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path
from sys import intern

from site_core.search.analysis.analysers import found_by
from site_core.search.analysis.folding import fold
from site_core.search.analysis.words import words_of
from site_core.search.asking.asked_words import AskedWord
from site_core.search.asking.common_words import COMMON
from site_core.search.index.expressions import Expression, Key, all_of, any_of

TERMS = Path(__file__).with_name("terms.csv")
ASKED_AS = Path(__file__).with_name("asked_as.csv")
_QUOTED_NOWHERE = {"uk", "be", "ru", "ar"}
"""Languages that are not written in Latin letters: their words stand in their own texts alone."""


@dataclass(frozen=True, slots=True)
class Term:
    """
    In one language; of each of its words, all it is found by.

    A question is known to name it by the `telling` ones, as questions are read without words like "and"; where that
    leaves one, by the others as well, folded, which have to be `beside` it: "no religion" is not "religion".
    """

    concept: str
    language: str
    words: tuple[frozenset[str], ...]
    telling: tuple[frozenset[str], ...]
    beside: frozenset[str] = frozenset()

    @property
    def wanted(self) -> Expression:
        return all_of([any_of([Key(key) for key in word]) for word in self.looked_for])

    @property
    def looked_for(self) -> list[list[str]]:
        """
        Of each word the keys that are enough to find it, as each costs the index a lookup in each place.

        A text of its language has the dictionary forms wherever it has the word. As it is spelt, a text in another
        language may have it as well, where it is in Latin letters: LibreOffice, *oskarżenie prywatne* in brackets.
        """
        if self.language not in _QUOTED_NOWHERE:
            return [sorted(word) for word in self.words]
        return [sorted(key for key in word if key.startswith("0")) or sorted(word) for word in self.words]


@dataclass(frozen=True, slots=True)
class Meaning:
    """
    Words `start` to `end` of a question name a concept, which is found by `instead` as well.

    And, for less, by `related`: terms of what it is a kind of, or of what is meant along with it.
    """

    start: int
    end: int
    instead: tuple[Term, ...]
    related: tuple[Term, ...]
    concepts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """
    By name of a concept the `terms` it is looked for by, and those of what is `related` to it. `by_key`: all that
    name a concept in a question, by each key of their first word.
    """

    terms: Mapping[str, Sequence[Term]]
    related: Mapping[str, Sequence[Term]]
    by_key: Mapping[str, Sequence[Term]]


def thesaurus_of(
    terms: Mapping[str, Sequence[Term]],
    related: Mapping[str, Sequence[Term]],
    asked_as: Iterable[Term] = (),
) -> Thesaurus:
    by_key: dict[str, list[Term]] = defaultdict(list)
    for term in (*chain.from_iterable(terms.values()), *asked_as):
        for key in term.telling[0]:
            by_key[key].append(term)
    return Thesaurus(terms, related, {key: tuple(of_key) for key, of_key in by_key.items()})


NO_TERMS = thesaurus_of({}, {})


def meanings(asked: Sequence[AskedWord], editors: Thesaurus = NO_TERMS) -> list[Meaning]:
    """
    Concepts that a question names, the longest names first; none lies over another.

    Those of the starting thesaurus, and those that `editors` have added.
    """
    found: list[Meaning] = []
    taken: set[int] = set()
    named = [*_named(asked, starting_thesaurus()), *_named(asked, editors)]
    for start, term, thesaurus in sorted(named, key=lambda one: (-len(one[1].telling), one[0])):
        places = range(start, start + len(term.telling))
        others = tuple(other for other in thesaurus.terms[term.concept] if other is not term)
        related = tuple(thesaurus.related.get(term.concept, ()))
        same = next((one for one in found if (one.start, one.end) == (places.start, places.stop)), None)
        if same is not None:
            both = Meaning(
                same.start,
                same.end,
                same.instead + others,
                same.related + related,
                same.concepts | {term.concept},
            )
            found[found.index(same)] = both
        elif taken.isdisjoint(places):
            taken |= set(places)
            found.append(Meaning(places.start, places.stop, others, related, frozenset({term.concept})))
    return found


def _named(asked: Sequence[AskedWord], thesaurus: Thesaurus) -> Iterator[tuple[int, Term, Thesaurus]]:
    """Words of a term stand beside each other in a question, in any order: "bigger font", "font bigger"."""
    seen = set()
    for at, word in enumerate(asked):
        for term in {term for key in word.all_keys for term in thesaurus.by_key.get(key, ())}:
            length = len(term.telling)
            for start in range(max(0, at - length + 1), at + 1):
                there = asked[start : start + length]
                if (
                    len(there) == length
                    and term.beside <= word.beside
                    and _are(there, term.telling)
                    and (start, term) not in seen
                ):
                    seen.add((start, term))
                    yield start, term, thesaurus


def _are(asked: Sequence[AskedWord], telling: Sequence[frozenset[str]]) -> bool:
    """Each of the words is another one of these, as many as there are."""
    if not asked:
        return True
    return any(
        not keys.isdisjoint(asked[0].all_keys) and _are(asked[1:], [*telling[:at], *telling[at + 1 :]])
        for at, keys in enumerate(telling)
    )


@cache
def starting_thesaurus() -> Thesaurus:
    rows = rows_of(TERMS)
    terms = {row["concept"]: list(_terms(row)) for row in rows}
    related = {
        row["concept"]: [term for name in cell_of(row["related"]) for term in terms[name]] for row in rows
    }
    return thesaurus_of(terms, related, chain.from_iterable(map(_terms, rows_of(ASKED_AS))))


def rows_of(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def languages_of(row: dict[str, str]) -> list[str]:
    return [column for column in row if column not in ("concept", "related")]


def _terms(row: dict[str, str]) -> Iterator[Term]:
    for language in languages_of(row):
        for text in cell_of(row[language]):
            if term := term_of(row["concept"], text, language):
                yield term


def term_of(concept: str, text: str, *languages: str) -> Term | None:
    """A term that is read in one of these languages; None where it has no word."""
    typed = list(words_of(text))
    if not typed:
        return None
    words = tuple(_keys(word, languages) for word in typed)
    common = frozenset(fold(word) for word in typed) & COMMON
    telling = tuple(keys for word, keys in zip(typed, words, strict=True) if fold(word) not in common)
    if not telling or len(telling) == len(words):  # one tuple for both: there are thousands
        return Term(concept, languages[0], words, words)
    return Term(concept, languages[0], words, telling, common if len(telling) == 1 else frozenset())


@lru_cache(maxsize=4_096)
def _keys(word: str, languages: tuple[str, ...]) -> frozenset[str]:
    """Of words that stand in many terms, once."""
    return frozenset(map(intern, found_by(word, languages)))


def cell_of(text: str | None) -> list[str]:
    return [part for part in (text or "").split("|") if part]


def load() -> None:
    starting_thesaurus()
