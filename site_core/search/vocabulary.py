"""
The words of the entries: how they are found by who types them without diacritics, or with one slip.

A word and what is asked are one slip apart (a letter too many, too few, another, or two in the wrong order) when they
have a variant in common: the word itself or the word less one letter. So one lookup by equality finds all of them,
alike on both databases, however many words there are.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator

from site_core.models import SearchWord, SearchWordVariant
from site_core.search.index.documents import Document, IndexedWord

SHORTEST_WITH_VARIANTS = 5
"""Of shorter words, too many are one slip apart."""
_LONGEST, _ALL_KEYS = 60, 400
_AT_ONCE = 500


def learn(document: Document, code: str) -> None:
    """Words that were not known in this language yet. As often as one likes, and by several at a time."""
    words = {word.spelling[:_LONGEST]: word for part in document.parts for word in part}
    for batch in _batches(sorted(words)):
        known = SearchWord.objects.filter(language_code=code, spelling__in=batch)
        new = sorted(set(batch) - set(known.values_list("spelling", flat=True)))
        rows = [_row(spelling, words[spelling], code) for spelling in new]
        SearchWord.objects.bulk_create(rows, ignore_conflicts=True)
        written = SearchWord.objects.filter(language_code=code, spelling__in=new)
        variants = [
            SearchWordVariant(word=row, variant=variant)
            for row in written
            for variant in variants_of(row.folded)
        ]
        SearchWordVariant.objects.bulk_create(variants, ignore_conflicts=True, batch_size=_AT_ONCE)


def variants_of(word: str) -> set[str]:
    """The word, and the word less each of its letters."""
    if len(word) < SHORTEST_WITH_VARIANTS:
        return set()
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def keys_of_folded(words: Collection[str], codes: Collection[str]) -> dict[str, set[str]]:
    """By folded word, what words spelt so but for diacritics are found by; one query."""
    found: dict[str, set[str]] = defaultdict(set)
    rows = SearchWord.objects.filter(folded__in=words, language_code__in=codes)
    for folded, keys in rows.values_list("folded", "keys"):
        found[folded] |= {folded, *keys.split()}
    return found


def near(words: Collection[str], codes: Collection[str]) -> dict[str, list[SearchWord]]:
    """By folded word: words of these languages that are one slip away from it, the likeliest first; one query."""
    asked: dict[str, list[str]] = defaultdict(list)
    for word in words:
        for variant in variants_of(word):
            asked[variant].append(word)
    rows = SearchWordVariant.objects.filter(variant__in=asked, word__language_code__in=codes)
    found: dict[str, dict[int, SearchWord]] = defaultdict(dict)
    for row in rows.select_related("word"):
        for word in asked[row.variant]:
            if abs(len(row.word.folded) - len(word)) <= 1:
                found[word][row.word_id] = row.word
    return {
        word: sorted(others.values(), key=lambda other: _slip(word, other)) for word, others in found.items()
    }


def _slip(asked: str, other: SearchWord) -> tuple[bool, bool, str]:
    """The first letter is rarely wrong, and two in the wrong order are the likeliest slip."""
    return asked[0] != other.folded[0], sorted(asked) != sorted(other.folded), other.spelling


def _row(spelling: str, word: IndexedWord, code: str) -> SearchWord:
    keys = word.keys
    while len(joined := " ".join(keys)) > _ALL_KEYS:
        keys = keys[:-1]
    return SearchWord(language_code=code, spelling=spelling, folded=word.folded[:_LONGEST], keys=joined)


def _batches(values: list[str]) -> Iterator[list[str]]:
    return (values[start : start + _AT_ONCE] for start in range(0, len(values), _AT_ONCE))
