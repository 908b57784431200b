"""The starting thesaurus (`terms.csv`), by the keys its terms are found by."""

import csv
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from site_core.search.analysis.analysers import keys_of
from site_core.search.analysis.folding import fold
from site_core.search.analysis.words import words_of
from site_core.search.asking.asked_words import AskedWord
from site_core.search.index.expressions import Expression, Key, all_of, any_of

TERMS = Path(__file__).with_name("terms.csv")


@dataclass(frozen=True, slots=True)
class Term:
    """In one language; of each of its words, all it is found by."""

    concept: str
    language: str
    words: tuple[frozenset[str], ...]

    @property
    def wanted(self) -> Expression:
        return all_of([any_of([Key(key) for key in sorted(word)]) for word in self.words])


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


def meanings(asked: Sequence[AskedWord]) -> list[Meaning]:
    """Concepts that a question names, the longest names first; none lies over another."""
    found: list[Meaning] = []
    taken: set[int] = set()
    for start, term in sorted(_named(asked), key=lambda one: (-len(one[1].words), one[0])):
        places = range(start, start + len(term.words))
        concept = _concepts()[term.concept]
        others = tuple(other for other in concept.terms if other is not term)
        related = tuple(other for name in concept.related for other in _concepts()[name].terms)
        same = next((one for one in found if (one.start, one.end) == (places.start, places.stop)), None)
        if same is not None:
            both = Meaning(same.start, same.end, same.instead + others, same.related + related)
            found[found.index(same)] = both
        elif taken.isdisjoint(places):
            taken |= set(places)
            found.append(Meaning(places.start, places.stop, others, related))
    return found


def _named(asked: Sequence[AskedWord]) -> Iterator[tuple[int, Term]]:
    for start, word in enumerate(asked):
        terms = {term for key in word.all_keys for term in _by_first_key().get(key, ())}
        for term in terms:
            following = asked[start : start + len(term.words)]
            if len(following) == len(term.words) and all(
                not keys.isdisjoint(one.all_keys) for keys, one in zip(term.words, following, strict=True)
            ):
                yield start, term


class _Concept(NamedTuple):
    terms: list[Term]
    related: list[str]


@cache
def _concepts() -> dict[str, _Concept]:
    with TERMS.open(encoding="utf-8", newline="") as file:
        return {
            row["concept"]: _Concept(list(_terms(row)), _cell(row["related"])) for row in csv.DictReader(file)
        }


@cache
def _by_first_key() -> dict[str, list[Term]]:
    found: dict[str, list[Term]] = defaultdict(list)
    for term in (term for concept in _concepts().values() for term in concept.terms):
        for key in term.words[0]:
            found[key].append(term)
    return dict(found)


def _terms(row: dict[str, str]) -> Iterator[Term]:
    for language in (name for name in row if name not in ("concept", "related")):
        for text in _cell(row[language]):
            words = tuple(_found_by(word, language) for word in words_of(text))
            if words:
                yield Term(row["concept"], language, words)


def _cell(text: str | None) -> list[str]:
    return [part for part in (text or "").split("|") if part]


def _found_by(word: str, language: str) -> frozenset[str]:
    return frozenset((fold(word), *keys_of(word, language)))


def load() -> None:
    _by_first_key()
