"""
The index in a cluster, as the databases' own are (`store()`).

The entries stay in the database: the cluster knows their numbers and keys, no texts to show. What it says of an entry
that is gone leads to nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Any

from django.conf import settings
from django.db.models import QuerySet

from site_core.models import SearchEntry
from site_core.search.index.cluster.asking import READER_SECONDS, ask, ask_in_lines, not_understood
from site_core.search.index.cluster.questions import question_in
from site_core.search.index.documents import Document
from site_core.search.index.expressions import Expression
from site_core.search.index.failures import SearchUnavailable
from site_core.search.index.found import Found, Place
from site_core.search.index.words import in_a_row

AT_ONCE = 1_000
"""Entries or words in one request."""
_TEXT = {"type": "text", "analyzer": "whitespace", "norms": False}
INDEX = {
    "mappings": {
        "dynamic": "strict",
        "_source": {"enabled": False},
        "properties": {
            "entry": {"type": "long"},
            "title": _TEXT,
            "summary": _TEXT,
            # No phrase reaches from one part into the next.
            "own": {**_TEXT, "position_increment_gap": 100},
            "everything": {**_TEXT, "position_increment_gap": 100},
            "words": {"type": "keyword"},
        },
    }
}
_MAY_BE_MISSING = "ignore_unavailable=true&allow_no_indices=true"
_ONLY_NUMBERS = (
    "filter_path=responses.status,responses.error.type,responses.hits.hits.sort"
    ",responses.timed_out,responses._shards.failed"
)


def write(entry_id: int, document: Document) -> None:
    """The first write makes the index, and one after it was lost: the cluster by itself would guess the fields."""
    parts = [in_a_row(part) for part in document.parts]
    keys = {key for part in document.parts for word in part for key in word.all_keys}
    title, summary, body, _files = parts
    of_entry = {
        "entry": entry_id,
        "title": title,
        "summary": summary,
        "own": [title, summary, body],
        "everything": parts,
        "words": sorted(keys),
    }
    path = f"/{_name()}/_doc/{entry_id}?require_alias=true"
    if "error" in ask("PUT", path, of_entry, accepted=(200, 201, 404)):
        make_index()
        ask("PUT", path, of_entry)


def make_index() -> None:
    """Behind another name, so that a write can tell that it is there; 400 where another process has just made it."""
    ask("PUT", f"/{_name()}-1", {**INDEX, "aliases": {_name(): {}}}, accepted=(200, 400))


def forget(entry_ids: Iterable[int]) -> None:
    """What cannot be forgotten now leads to nothing, and is forgotten by the next `index_search`."""
    with suppress(SearchUnavailable):
        for batch in _batches(list(entry_ids)):
            gone = [{"delete": {"_index": _name(), "_id": str(pk), "require_alias": True}} for pk in batch]
            ask_in_lines("/_bulk?filter_path=errors", gone)


def known(among: Sequence[int] | None = None) -> set[int]:
    """Entries that have keys: of these, or all."""
    if among is None:
        return set(_all_entries())
    found: set[int] = set()
    for batch in _batches(list(among)):
        answer = ask(
            "POST",
            f"/{_name()}/_mget?filter_path=docs._id,docs.found",
            {"ids": [str(pk) for pk in batch]},
            accepted=(200, 404),
        )
        found |= {int(one["_id"]) for one in answer.get("docs", ()) if one.get("found")}
    return found


def terms() -> set[str]:
    """Every key there is. Reads the whole index, a page at a time."""
    source: dict[str, Any] = {"size": AT_ONCE, "sources": [{"word": {"terms": {"field": "words"}}}]}
    found: set[str] = set()
    while True:
        question = {"size": 0, "aggs": {"words": {"composite": source}}}
        answer = ask("POST", f"/{_name()}/_search?{_MAY_BE_MISSING}", question)
        words = answer.get("aggregations", {}).get("words", {})
        found |= {bucket["key"]["word"] for bucket in words.get("buckets", ())}
        if "after_key" not in words:
            return found
        source = {**source, "after": words["after_key"]}


def meet(
    asked: Sequence[tuple[Expression, Sequence[Place]]], limit: int, only: QuerySet | None = None
) -> list[Found]:
    """
    Of each expression, the oldest `limit` entries that it is met in, in each of its places.

    One request, and one query for the entries. `only`: ids of pages; of what was met, entries of other pages are left
    out. Raises SearchUnavailable.
    """
    questions = [(number, place, wanted) for number, (wanted, places) in enumerate(asked) for place in places]
    header = {"index": _name(), "ignore_unavailable": True}
    lines = [line for _, place, wanted in questions for line in (header, question_in(place, wanted, limit))]
    answer = ask_in_lines(f"/_msearch?{_ONLY_NUMBERS}", lines, READER_SECONDS)
    try:
        numbers = [
            [int(hit["sort"][0]) for hit in one.get("hits", {}).get("hits", ())][:limit]
            for one in answer["responses"]
            if one["status"] == 200 and _is_whole(one)
        ]
        met = list(zip(questions, numbers, strict=True))
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
        raise not_understood(error) from error
    columns = ("translation_key", "language_code", "title")
    of_pages = SearchEntry.objects.all() if only is None else SearchEntry.objects.filter(page_id__in=only)
    entries = of_pages.only(*columns).in_bulk({pk for _, pks in met for pk in pks})
    return [
        Found(part, pk, entry.translation_key, entry.language_code, entry.title, place)
        for (part, place, _wanted), pks in met
        for pk in pks
        if (entry := entries.get(pk)) is not None
    ]


def _is_whole(answer: dict[str, Any]) -> bool:
    """Of all parts of the index, within its time: half of the pages would be shown, and kept, as if they were all."""
    return not answer.get("timed_out") and not answer.get("_shards", {}).get("failed")


def _name() -> str:
    cluster: Any = settings.SEARCH_CLUSTER
    return str(cluster.name)


def _all_entries() -> Iterator[int]:
    ask("POST", f"/{_name()}/_refresh?{_MAY_BE_MISSING}")
    question: dict[str, Any] = {"size": AT_ONCE, "sort": [{"entry": "asc"}], "_source": False}
    while True:
        answer = ask("POST", f"/{_name()}/_search?{_MAY_BE_MISSING}&filter_path=hits.hits.sort", question)
        numbers = [hit["sort"] for hit in answer.get("hits", {}).get("hits", ())]
        yield from (int(number) for (number,) in numbers)
        if len(numbers) < AT_ONCE:
            return
        question = {**question, "search_after": numbers[-1]}


def _batches(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    return (numbers[start : start + AT_ONCE] for start in range(0, len(numbers), AT_ONCE))
