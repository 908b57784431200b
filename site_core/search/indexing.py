"""
The one writer of the index. Everything follows from what is public, so it may be done again at any time.

An entry is written as a whole or not at all. Two who write the same one do so one after the other, and both write what
the database says then.
"""

from collections.abc import Iterator
from hashlib import sha256

from django.db import transaction
from wagtail.models import Page

from site_core.models import SearchEntry
from site_core.search.analysis.analysers import edition
from site_core.search.index.documents import document_of
from site_core.search.index.store import store
from site_core.search.page_texts import PageTexts, page_texts
from site_core.search.vocabulary import learn


def index_page(pk: int) -> bool:
    """Bring the entry of a page up to date, or take it away; answers whether anything was to be done."""
    with transaction.atomic():
        page = Page.objects.select_for_update(of=("self",)).select_related("locale").filter(pk=pk).first()
        if page is None or not page.live or page.alias_of_id is not None or page.depth < 2:
            return bool(SearchEntry.objects.filter(page_id=pk).delete()[0])
        texts = page_texts(page.specific)
        fingerprint = fingerprint_of(texts)
        if SearchEntry.objects.filter(page=page, fingerprint=fingerprint).exists():
            return False
        code = page.locale.language_code
        document = document_of(texts.title, " ".join((texts.summary, *texts.facts)), texts.body, (), code)
        entry, _created = SearchEntry.objects.update_or_create(
            page=page,
            defaults={
                "translation_key": page.translation_key,
                "language_code": code,
                "title": texts.title,
                "text": texts.for_extracts,
                "fingerprint": fingerprint,
            },
        )
        store().write(entry.pk, document)
        learn(document, code)
    return True


def fingerprint_of(texts: PageTexts) -> str:
    whole = "\x1f".join((edition(), texts.title, texts.summary, *texts.facts, *texts.body))
    return sha256(whole.encode("utf-8", "replace")).hexdigest()


def what_to_index() -> list[int]:
    """Pages that have an entry or should have one."""
    live = Page.objects.filter(live=True, alias_of__isnull=True, depth__gte=2)
    numbers = set(live.values_list("pk", flat=True)) | set(
        SearchEntry.objects.values_list("page_id", flat=True)
    )
    return sorted(numbers)


def drifted() -> Iterator[int]:
    """Pages whose entry is missing, one too many, or not what the page says."""
    entries = dict(SearchEntry.objects.values_list("page_id", "fingerprint"))
    for page in (
        Page.objects.filter(live=True, alias_of__isnull=True, depth__gte=2)
        .specific()
        .iterator(chunk_size=100)
    ):
        if entries.pop(page.pk, None) != fingerprint_of(page_texts(page)):
            yield page.pk
    yield from entries
