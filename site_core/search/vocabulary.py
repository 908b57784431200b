"""
The words of the entries: how they are found by who types them without diacritics, or with one slip.

A word and what is asked are one slip apart (a letter too many, too few, another, or two in the wrong order) when they
have a variant in common: the word itself or the word less one letter. So one lookup by equality finds all of them,
alike on both databases, however many words there are.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable

from site_core.models import SearchWord, SearchWordVariant
from site_core.search.index.documents import Document

SHORTEST_WITH_VARIANTS = 5
"""Of shorter words, too many are one slip apart."""
_LONGEST, _ALL_KEYS = 60, 400
_AT_ONCE = 500


def learn(document: Document, code: str) -> None:
    """Words that were not known in this language yet. As often as one likes, and by several at a time."""
    words = {(word.folded[:_LONGEST], _joined(word.keys)) for part in document.parts for word in part}
    new = [
        SearchWord(language_code=code, folded=folded, keys=keys)
        for folded, keys in sorted(words - _known(words, code))
    ]
    if not new:
        return
    SearchWord.objects.bulk_create(new, ignore_conflicts=True, batch_size=_AT_ONCE)
    wanted = {(word.folded, word.keys) for word in new}
    for batch in _batches(sorted({word.folded for word in new})):
        rows = SearchWord.objects.filter(language_code=code, folded__in=batch)
        variants = [
            SearchWordVariant(word=row, variant=variant)
            for row in rows
            if (row.folded, row.keys) in wanted
            for variant in variants_of(row.folded)
        ]
        SearchWordVariant.objects.bulk_create(variants, ignore_conflicts=True, batch_size=_AT_ONCE)


def variants_of(word: str) -> set[str]:
    """The word, and the word less each of its letters."""
    if len(word) < SHORTEST_WITH_VARIANTS:
        return {word}
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def keys_of_folded(words: Collection[str], codes: Collection[str]) -> dict[str, set[str]]:
    """By folded word, what words spelt so but for diacritics are found by; one query."""
    found: dict[str, set[str]] = defaultdict(set)
    rows = SearchWord.objects.filter(folded__in=words, language_code__in=codes)
    for folded, keys in rows.values_list("folded", "keys"):
        found[folded] |= set(keys.split())
    return found


def near(words: Collection[str], codes: Collection[str]) -> dict[str, list[str]]:
    """By word that nothing is spelt like: folded words of these languages that are one slip apart; one query."""
    asked: dict[str, list[str]] = defaultdict(list)
    for word in words:
        for variant in variants_of(word) if len(word) >= SHORTEST_WITH_VARIANTS else ():
            asked[variant].append(word)
    rows = SearchWordVariant.objects.filter(variant__in=asked, word__language_code__in=codes)
    found: dict[str, set[str]] = defaultdict(set)
    for variant, folded in rows.values_list("variant", "word__folded"):
        for word in asked[variant]:
            if abs(len(folded) - len(word)) <= 1:
                found[word].add(folded)
    return {word: sorted(others, key=lambda other: _distance(word, other)) for word, others in found.items()}


def _distance(asked: str, other: str) -> tuple[bool, bool, str]:
    """Slips at the first letter are rare, and so are those that change the length by adding nothing at the end."""
    return asked[0] != other[0], sorted(asked) != sorted(other), other


def _known(words: Iterable[tuple[str, str]], code: str) -> set[tuple[str, str]]:
    known: set[tuple[str, str]] = set()
    for batch in _batches(sorted({folded for folded, _keys in words})):
        rows = SearchWord.objects.filter(language_code=code, folded__in=batch)
        known |= set(rows.values_list("folded", "keys"))
    return known


def _joined(keys: tuple[str, ...]) -> str:
    while len(joined := " ".join(keys)) > _ALL_KEYS:
        keys = keys[:-1]
    return joined


def _batches(values: list[str]) -> Iterable[list[str]]:
    return (values[start : start + _AT_ONCE] for start in range(0, len(values), _AT_ONCE))
