"""
The words of the entries: how they are found by who types them without diacritics, or with one slip.

Two words that are one slip apart (a letter too many, too few, another, or two in the wrong order) have a variant in
common: the word itself or the word less one letter. So one lookup by equality finds all of them, alike on both
databases, however many words there are. The commonest slip of two letters is found by it as well, one letter doubled
for another ("grafitti"): the word less its doubled letters is a variant of a word that has one pair.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import groupby

from django.db import connection
from django.db.models import QuerySet, TextField

from site_core.models import SearchWord, SearchWordVariant
from site_core.prepared import prepared
from site_core.search.index.documents import Document
from site_core.search.index.store import store
from site_core.search.index.words import IndexedWord

SHORTEST_WITH_VARIANTS = 5
"""Of shorter words, too many are one slip apart."""
_LONGEST, _ALL_KEYS = 60, 400
_AT_ONCE = 500
_MOST_BEGINNING = 400
_AFTER_ALL = "\U0010ffff"


def learn(document: Document) -> None:
    """Words that were not known in their language yet. As often as one likes, and by several at a time."""
    by_language: dict[str, dict[str, IndexedWord]] = defaultdict(dict)
    for part in document.parts:
        for word in part:
            by_language[word.language][word.spelling[:_LONGEST]] = word
    for language in sorted(by_language):
        _learn(by_language[language], language)


def _learn(words: dict[str, IndexedWord], language: str) -> None:
    for batch in _batches(sorted(words)):
        known = {
            row.spelling: row for row in SearchWord.objects.filter(language_code=language, spelling__in=batch)
        }
        rows = {spelling: _row(spelling, words[spelling], language) for spelling in batch}
        changed = [row for row in known.values() if row.keys != rows[row.spelling].keys]
        for row in changed:
            row.keys = rows[row.spelling].keys
        SearchWord.objects.bulk_update(changed, ["keys"])
        new = [spelling for spelling in batch if spelling not in known]
        SearchWord.objects.bulk_create([rows[spelling] for spelling in new], ignore_conflicts=True)
        written = SearchWord.objects.filter(language_code=language, spelling__in=new)
        variants = [
            SearchWordVariant(word=row, variant=variant)
            for row in written
            for variant in variants_of(row.folded)
        ]
        SearchWordVariant.objects.bulk_create(variants, ignore_conflicts=True, batch_size=_AT_ONCE)


def forget_unused() -> int:
    """Words that no entry has any more; answers how many."""
    used = store().terms()
    gone = [pk for pk, folded in SearchWord.objects.values_list("pk", "folded") if folded not in used]
    for start in range(0, len(gone), _AT_ONCE):
        SearchWord.objects.filter(pk__in=gone[start : start + _AT_ONCE]).delete()
    return len(gone)


def variants_of(word: str) -> set[str]:
    """The word, and the word less each of its letters."""
    if len(word) < SHORTEST_WITH_VARIANTS:
        return set()
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def keys_of_folded(
    words: Collection[str], codes: Collection[str], along: Callable[[], QuerySet]
) -> dict[str, set[str]]:
    """
    By folded word, what words spelt so but for diacritics are found by; one query.

    `along`: asks for rows of two texts that are wanted as well.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for folded, keys in _spelt_so(along, words=list(words), codes=sorted(codes)):
        found[folded] |= {folded, *keys.split()}
    return found


@prepared(words=TextField(), codes=TextField())
def _spelt_so(along: Callable[[], QuerySet], words: list[str], codes: list[str]) -> QuerySet:
    rows = SearchWord.objects.filter(folded__in=words, language_code__in=codes).order_by()
    return rows.values_list("folded", "keys").union(along(), all=True)


def near(words: Collection[str], codes: Collection[str]) -> dict[str, list[SearchWord]]:
    """By folded word: words of these languages that are one slip away from it; one query."""
    asked: dict[str, list[str]] = defaultdict(list)
    for word in words:
        variants = variants_of(word)
        if variants:
            variants.add(undoubled(word))
        for variant in variants:
            asked[variant].append(word)
    rows = SearchWordVariant.objects.filter(variant__in=asked, word__language_code__in=codes)
    found: dict[str, dict[int, SearchWord]] = defaultdict(dict)
    for row in rows.select_related("word"):
        for word in asked[row.variant]:
            if is_one_slip(word, row.word.folded) or undoubled(word) == undoubled(row.word.folded):
                found[word][row.word_id] = row.word
    return {word: list(others.values()) for word, others in found.items()}


def beginning(beginnings: Mapping[str, Collection[str]]) -> list[SearchWord]:
    """
    Of each beginning (letters and digits), words of these languages that begin so when they are folded: by letters, the
    first of them, however many there are. One query, that walks a stretch of the index.
    """
    # PostgreSQL has an index by letters beside that by its collation, which is another order (Django's own, for LIKE).
    begins, by_letters = (
        ("folded LIKE %s", "folded USING ~<~")
        if connection.vendor == "postgresql"
        else ("folded >= %s AND folded < %s", "folded")
    )
    parts, values = [], []
    for start, codes in beginnings.items():
        languages = ", ".join(["%s"] * len(codes))
        parts.append(
            "SELECT * FROM (SELECT id, language_code, spelling, folded, keys FROM site_core_searchword"  # noqa: S608
            f" WHERE {begins} AND language_code IN ({languages})"
            f" ORDER BY {by_letters} LIMIT {_MOST_BEGINNING}) AS begun"
        )
        values += [f"{start}%"] if connection.vendor == "postgresql" else [start, start + _AFTER_ALL]
        values += codes
    return list(SearchWord.objects.raw(" UNION ALL ".join(parts), values)) if parts else []


def undoubled(word: str) -> str:
    """Each letter once where it stands several times in a row."""
    return "".join(letter for letter, _same in groupby(word))


def is_one_slip(one: str, other: str) -> bool:
    """A letter too many, too few, another, or two in the wrong order."""
    if len(one) > len(other):
        one, other = other, one
    same = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if len(one) < len(other):
        return len(other) - len(one) == 1 and one[same:] == other[same + 1 :]
    swapped = one[same + 1 : same + 2] + one[same : same + 1] + one[same + 2 :]
    return one[same + 1 :] == other[same + 1 :] or swapped == other[same:]


def _row(spelling: str, word: IndexedWord, language: str) -> SearchWord:
    keys = word.keys
    while len(joined := " ".join(keys)) > _ALL_KEYS:
        keys = keys[:-1]
    return SearchWord(language_code=language, spelling=spelling, folded=word.folded[:_LONGEST], keys=joined)


def _batches(values: list[str]) -> Iterator[list[str]]:
    return (values[start : start + _AT_ONCE] for start in range(0, len(values), _AT_ONCE))
