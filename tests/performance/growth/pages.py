"""Many pages in several languages, with texts as languages have them: a few words everywhere, most words seldom."""

import random
from collections.abc import Iterator
from itertools import accumulate
from uuid import uuid4

from django.db import connection
from wagtail.models import Page
from wagtail.search.backends import database, get_search_backend

from resources.library import CHANGES
from resources.models import ResourcePage
from site_core.journal.writing import note
from site_core.models import SearchEntry, SearchWord, SearchWordVariant
from site_core.search.analysis.analysers import keys_of
from site_core.search.analysis.folding import fold
from site_core.search.index.documents import Document
from site_core.search.index.store import store
from site_core.search.index.words import IndexedWord
from site_core.search.vocabulary import variants_of
from tests.performance.growth.questions import Question, questions_of
from tests.performance.siblings import add_siblings

WORDS_IN_TITLE, WORDS_IN_TEXT = 5, 60
AT_ONCE = 2_000
SYLLABLES = ("ba", "ce", "do", "fi", "gu", "ha", "je", "ko", "li", "mu", "na", "pe", "ro", "si", "tu", "wa")


class Words:
    """Of one language: those that the demonstration has, each the rarer the further down it stands (Zipf)."""

    def __init__(self, code: str) -> None:
        rows = SearchWord.objects.filter(language_code=code).order_by("pk").values_list("spelling", flat=True)
        chance = random.Random(f"words of {code}")
        self.code, self.words = code, [indexed(word, code) for word in rows]
        chance.shuffle(self.words)
        self.weights = list(accumulate(1 / (rank + 10) for rank in range(len(self.words))))

    def text(self, chance: random.Random, number: int) -> list[IndexedWord]:
        return chance.choices(self.words, cum_weights=self.weights, k=number)


class Growing:
    """The lesson that everything is a copy of, in each language; and how many copies there are by now."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        self.words = {code: Words(code) for code in languages}
        polish = ResourcePage.objects.get(title="Sprawdź, zanim udostępnisz", locale__language_code="pl")
        self.originals = {code: _in_language(polish, code) for code in languages}
        self.size = Page.objects.filter(locale__language_code="pl", depth__gt=2).count()
        self.chance = random.Random(7)
        self.indexed_up_to = 0

    def grow_to(self, size: int) -> None:
        number = size - self.size
        keys = [uuid4() for _ in range(number)]
        for code, original in self.originals.items():
            last = Page.objects.latest("pk").pk
            add_siblings(original, number)
            new = Page.objects.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)
            for batch in _batches(list(zip(new, keys, strict=True))):
                self._write(batch, code)
        note(CHANGES)
        self.size = size
        self.index(as_stock=False)
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")

    def index(self, as_stock: bool) -> None:
        """Of the admin, by Wagtail's own words, of all pages, or by ours, of new ones; both stand in the same table."""
        backend = database.SearchBackend({}) if as_stock else get_search_backend()
        index, pages = backend.get_index_for_model(ResourcePage), ResourcePage.objects.order_by("pk")
        after = 0 if as_stock else self.indexed_up_to
        for batch in _batches(list(pages.filter(pk__gt=after).values_list("pk", flat=True))):
            index.add_items(ResourcePage, list(pages.filter(pk__in=batch)))
        self.indexed_up_to = 0 if as_stock else Page.objects.latest("pk").pk

    def questions(self) -> list[Question]:
        return [
            question for words in self.words.values() for question in questions_of(words.code, words.words)
        ]

    def _write(self, batch: list, code: str) -> None:
        """Titles, entries, keys and words of pages that are there: what indexing them one by one would have written."""
        words = self.words[code]
        rows = []
        for pk, key in batch:
            own = indexed("".join(self.chance.choices(SYLLABLES, k=5)), code)
            document = Document(
                words.text(self.chance, WORDS_IN_TITLE), [own], words.text(self.chance, WORDS_IN_TEXT)
            )
            rows.append((pk, key, own, document))
        with connection.cursor() as cursor:
            cursor.executemany(
                "UPDATE wagtailcore_page SET title = %s, draft_title = %s, translation_key = %s WHERE id = %s",
                [(title := _text(one.title), title, _stored(key), pk) for pk, key, _own, one in rows],
            )
        entries = SearchEntry.objects.bulk_create(
            SearchEntry(
                page_id=pk,
                translation_key=key,
                language_code=code,
                title=_text(one.title),
                text=_text(one.body),
            )
            for pk, key, _own, one in rows
        )
        for entry, (_pk, _key, _own, one) in zip(entries, rows, strict=True):
            store().write(entry.pk, one)
        _learn([own for _pk, _key, own, _one in rows], code)


def indexed(word: str, code: str) -> IndexedWord:
    return IndexedWord(word, fold(word), keys_of(word, code), code)


def _learn(own: list[IndexedWord], code: str) -> None:
    new = SearchWord.objects.bulk_create(
        [
            SearchWord(
                language_code=code, spelling=word.spelling, folded=word.folded, keys=" ".join(word.keys)
            )
            for word in own
        ],
        ignore_conflicts=True,
    )
    written = SearchWord.objects.filter(language_code=code, spelling__in=[word.spelling for word in new])
    SearchWordVariant.objects.bulk_create(
        [
            SearchWordVariant(word=row, variant=variant)
            for row in written
            for variant in variants_of(row.folded)
        ],
        ignore_conflicts=True,
    )


def _in_language(page: ResourcePage, code: str) -> ResourcePage:
    """The version in this language, or a lesson that there is in it."""
    there = ResourcePage.objects.filter(locale__language_code=code, live=True)
    return there.filter(translation_key=page.translation_key).first() or there.order_by("path")[0]


def _text(words: list[IndexedWord]) -> str:
    return " ".join(word.spelling for word in words)


def _stored(key: object) -> object:
    return key if connection.features.has_native_uuid_field else key.hex


def _batches(values: list) -> Iterator[list]:
    return (values[start : start + AT_ONCE] for start in range(0, len(values), AT_ONCE))
