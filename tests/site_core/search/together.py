"""What processes do in `test_together.py`, each on its own."""

import json
import sys
import time
from pathlib import Path
from typing import Any

from site_core.models import SearchEntry, SearchEntryFile, SearchWord
from site_core.search.index.store import store
from site_core.search.indexing import index_page
from site_core.search.vocabulary import forget_unused
from tests.site_core.search.test_indexing import keys_written

PATIENCE = 60  # seconds


def tell(pages: list[int]) -> None:
    """All that the search knows of these pages, and every word, without the ids of rows."""
    json.dump({"pages": [_of_page(pk) for pk in pages], "words": _words()}, sys.stdout, default=str)


def forget(pages: list[int]) -> None:
    SearchEntry.objects.filter(page__in=pages).delete()
    forget_unused()


def index(pages: list[int], start: str) -> None:
    """As soon as the file `start` is there."""
    store().known()  # connected, and ready
    deadline = time.monotonic() + PATIENCE
    while not Path(start).exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    for pk in pages:
        index_page(pk)


def _of_page(pk: int) -> Any:
    entry = SearchEntry.objects.get(page=pk)
    files = SearchEntryFile.objects.filter(entry=entry).order_by("position")
    (keys,) = keys_written(entry)
    own = SearchEntry.objects.filter(pk=entry.pk).values_list(
        "page", "title", "text", "revision", "fingerprint"
    )
    return [
        *own,
        [key for key in keys if key != entry.pk],
        [*files.values_list("document", "name", "places")],
    ]


def _words() -> list[Any]:
    words = SearchWord.objects.order_by("language_code", "spelling").prefetch_related("variants")
    return [
        (word.language_code, word.spelling, word.keys, sorted(row.variant for row in word.variants.all()))
        for word in words
    ]
