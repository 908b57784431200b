"""
The one writer of the index. Everything follows from what is public, so it may be done again at any time.

An entry is written as a whole or not at all. Two who write the same one do so one after the other, and both write what
the database says then.
"""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple

from django.db import transaction
from django.db.models import QuerySet
from wagtail.models import Page

from site_core.models import SearchEntry, SearchEntryFile
from site_core.querysets import published_pages
from site_core.search.analysis.analysers import edition
from site_core.search.index.documents import Document, document_of
from site_core.search.index.file_words import FileWords
from site_core.search.index.store import store
from site_core.search.page_files import PageFile, page_files, texts_of
from site_core.search.page_texts import PageTexts, page_texts
from site_core.search.vocabulary import learn


class _State(NamedTuple):
    """What the database says of a page whose entry says something else."""

    page: Page
    texts: PageTexts
    files: list[PageFile]
    fingerprint: str


def index_page(pk: int) -> bool:
    """
    Bring the entry of a page up to date, or take it away; answers whether anything was to be done.

    Words are analysed while nothing is held: of five long files it takes a second, in which nobody could save the page
    (on SQLite, nobody anything). What was published meanwhile is analysed again, where it cannot change any more.
    """
    edition()  # with all dictionaries, of which a process loads some the first time
    with transaction.atomic():
        seen = _to_be_written(pk)
    if isinstance(seen, bool):
        return seen
    document, words = _analysed(seen)
    with transaction.atomic():
        now = _to_be_written(pk)
        if isinstance(now, bool):
            return now
        if now.fingerprint != seen.fingerprint:
            document, words = _analysed(now)
        entry, _created = SearchEntry.objects.update_or_create(
            page=now.page,
            defaults={
                "translation_key": now.page.translation_key,
                "language_code": now.page.locale.language_code,
                "title": now.texts.title,
                "text": now.texts.for_extracts,
                "revision": now.page.live_revision_id,
                "fingerprint": now.fingerprint,
            },
        )
        store().write(entry.pk, document)
        _write_files(entry, now.files, words)
        learn(document)
    return True


def _to_be_written(pk: int) -> _State | bool:
    """In a transaction. Whether anything was done, if nothing is left to do."""
    # The row is held, so that whoever indexes the same page waits.
    held = Page.objects.select_for_update(of=("self",)).filter(pk=pk).first()
    page = _pages().filter(pk=pk).first() if held else None
    if page is None:
        return bool(SearchEntry.objects.filter(page_id=pk).delete()[0])
    specific = page.specific
    texts, files = page_texts(specific), page_files(specific)
    state = _State(page, texts, files, fingerprint_of(page, texts, files))
    known = SearchEntry.objects.filter(page=page).first()
    if known is None or known.fingerprint != state.fingerprint or known.pk not in store().known([known.pk]):
        return state
    if known.revision != page.live_revision_id:  # another one that says the same
        known.revision = page.live_revision_id
        known.save(update_fields=["revision"])
    return False


def _analysed(state: _State) -> tuple[Document, list[FileWords]]:
    said = texts_of(state.files)
    words = [FileWords(said.get(file.document_id, ""), file.languages) for file in state.files]
    texts, code = state.texts, state.page.locale.language_code
    return document_of(texts.title, " ".join((texts.summary, *texts.facts)), texts.body, code, words), words


def _write_files(entry: SearchEntry, files: Sequence[PageFile], words: Sequence[FileWords]) -> None:
    entry.files.all().delete()
    SearchEntryFile.objects.bulk_create(
        SearchEntryFile(
            entry=entry,
            document_id=file.document_id,
            position=position,
            file_hash=file.file_hash,
            name=file.name,
            name_language_code=file.name_language,
            language_code=file.languages[0],
            second_language_code="".join(file.languages[1:]),
            is_quoted=file.is_quoted,
            places=of_file.places,
        )
        for position, (file, of_file) in enumerate(zip(files, words, strict=True))
    )


def fingerprint_of(page: Page, texts: PageTexts, files: Sequence[PageFile]) -> str:
    named = (str(page.translation_key), page.locale.language_code)
    own = (texts.title, texts.summary, *texts.facts, *texts.body)
    whole = "\x1f".join((edition(), *named, *own, *(file.signature for file in files)))
    return sha256(whole.encode("utf-8", "replace")).hexdigest()


def what_to_index() -> list[int]:
    """Pages that have an entry or should have one."""
    numbers = set(_pages().values_list("pk", flat=True))
    return sorted(numbers | set(SearchEntry.objects.values_list("page_id", flat=True)))


def drifted() -> Iterator[int]:
    """Pages whose entry is missing, one too many, without its keys, or not what the page says."""
    with_keys = store().known()
    entries = {
        page: fingerprint
        for pk, page, fingerprint in SearchEntry.objects.values_list("pk", "page_id", "fingerprint")
        if pk in with_keys
    }
    stray = set(SearchEntry.objects.values_list("page_id", flat=True))
    for page in _pages().specific().iterator(chunk_size=100):
        stray.discard(page.pk)
        if entries.get(page.pk) != fingerprint_of(page, page_texts(page), page_files(page)):
            yield page.pk
    yield from stray


def _pages() -> QuerySet:
    """What everybody may read. A page that is for some people only is not even in the index."""
    return published_pages().filter(depth__gte=2).select_related("locale")
