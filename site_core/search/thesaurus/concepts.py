"""The starting thesaurus (`terms.csv`), by the keys its terms are found by."""

import csv
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

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
    """Words `start` to `end` of a question name a concept, which is found by `instead` as well."""

    start: int
    end: int
    instead: tuple[Term, ...]


def meanings(asked: Sequence[AskedWord]) -> list[Meaning]:
    """Concepts that a question names, the longest names first; none lies over another."""
    found: list[Meaning] = []
    taken: set[int] = set()
    for start, term in sorted(_named(asked), key=lambda one: (-len(one[1].words), one[0])):
        places = range(start, start + len(term.words))
        others = tuple(other for other in _by_concept()[term.concept] if other is not term)
        same = next((one for one in found if (one.start, one.end) == (places.start, places.stop)), None)
        if same is not None:
            found[found.index(same)] = Meaning(same.start, same.end, same.instead + others)
        elif taken.isdisjoint(places):
            taken |= set(places)
            found.append(Meaning(places.start, places.stop, others))
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


@cache
def _by_concept() -> dict[str, list[Term]]:
    """Read once; editors' own words come on top of it."""
    with TERMS.open(encoding="utf-8", newline="") as file:
        return {row["concept"]: list(_terms(row)) for row in csv.DictReader(file)}


@cache
def _by_first_key() -> dict[str, list[Term]]:
    found: dict[str, list[Term]] = defaultdict(list)
    for term in (term for terms in _by_concept().values() for term in terms):
        for key in term.words[0]:
            found[key].append(term)
    return dict(found)


def _terms(row: dict[str, str]) -> Iterator[Term]:
    for language, cell in row.items():
        if language == "concept":
            continue
        for text in filter(None, (cell or "").split("|")):
            words = tuple(_found_by(word, language) for word in words_of(text))
            if words:
                yield Term(row["concept"], language, words)


def _found_by(word: str, language: str) -> frozenset[str]:
    return frozenset((fold(word), *keys_of(word, language)))


def load() -> None:
    _by_first_key()
