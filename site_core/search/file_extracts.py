"""Of a page that was found by one of its files: which file, and the passage of it that answers."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Case, F, Q, QuerySet, Value, When
from django.db.models.functions import Left
from wagtail.models import Page

from site_core.languages.known import Language, language_of
from site_core.media.names import extension_of
from site_core.media.public import public_documents
from site_core.models import SearchEntryFile
from site_core.querysets import only_published
from site_core.search.extracts import LENGTH, Piece, extract
from site_core.search.index.file_words import MOST_WORDS_OF_A_FILE
from site_core.search.index.places import PlacesOf, in_order

Sought = Sequence[Collection[str]]
"""For each word of a question, what it is found by (`Question.sought`)."""
_WINDOW = LENGTH - 60
_COLUMNS = (
    *("name", "name_language_code", "language_code", "second_language_code", "is_quoted"),
    *("document", "document__file", "entry__translation_key"),
)
_READ = 8 * MOST_WORDS_OF_A_FILE
"""Characters, about as many as that many words have; what stands behind is not in the index either."""


@dataclass(frozen=True, slots=True)
class FileExtract:
    """`format`: its extension in capitals. Without `pieces`, the file is named, and not quoted."""

    name: str
    name_language: Language
    format: str
    language: Language
    pieces: tuple[Piece, ...]


def file_extracts(sought: Sought, reader: str, enough: Mapping[UUID, int]) -> dict[UUID, FileExtract]:
    """
    By translation key, the file of that page that has the most of the words close together, if those are `enough`; of
    several, the one in the reader's language, then the first. One query, and none without pages.
    """
    wanted = sorted({key for keys_of_word in sought for key in keys_of_word})
    best: dict[UUID, tuple[tuple[int, bool], int, dict[str, Any]]] = {}
    hidden: set[tuple[UUID, int]] = set()
    # Of a page that says as much itself no file can have more. It is asked for all the same (see `views`).
    may_have_more = Q(entry__translation_key__in=[key for key in enough if enough[key] <= len(sought)])
    rows = _rows(enough).values(
        *_COLUMNS,
        met=Case(When(may_have_more, then=PlacesOf("places", wanted))),
        text=Case(When(may_have_more, then=Left("document__kept_text__text", _READ)), default=Value("")),
    )
    for row in rows:
        key = row["entry__translation_key"]
        if not row["is_quoted"]:  # in one language of the page, so in none
            hidden.add((key, row["document"]))
        count, start = _closest(in_order(row["met"] or (), wanted), sought)
        rank = (count, row["language_code"] == reader)
        if count >= enough[key] and (key not in best or rank > best[key][0]):
            best[key] = rank, start, row
    return {
        key: _file_extract(row, set(wanted), start, is_quoted=(key, row["document"]) not in hidden)
        for key, (_rank, start, row) in best.items()
    }


def _rows(keys: Collection[UUID]) -> QuerySet:
    """As files and pages are now: what was taken away or changed since it was indexed is not quoted."""
    pages = only_published(Page.objects.filter(translation_key__in=keys)).order_by().values("pk")
    return SearchEntryFile.objects.filter(
        entry__page__in=pages,
        entry__revision=F("entry__page__live_revision_id"),
        document__in=public_documents().order_by().values("pk"),
        document__file_hash=F("file_hash"),
        document__kept_text__file_hash=F("file_hash"),
    ).order_by("entry", "position")


def _closest(places: Iterable[tuple[str, Sequence[int]]], sought: Sought) -> tuple[int, int]:
    """How many of the words stand together where most of them do, and where that begins."""
    met = sorted(
        {
            (place, number)
            for key, of_key in places
            for number, keys in enumerate(sought)
            if key in keys
            for place in of_key
        }
    )
    best, end = (0, 0), 0
    near: Counter[int] = Counter()  # by word, how often it stands between `place` and the end of the window
    for place, number in met:
        while end < len(met) and met[end][0] <= place + _WINDOW:
            near[met[end][1]] += 1
            end += 1
        if len(near) > best[0]:
            best = len(near), place
        near[number] -= 1
        if not near[number]:
            del near[number]
    return best


def _file_extract(row: dict[str, Any], wanted: Collection[str], start: int, is_quoted: bool) -> FileExtract:
    codes = [code for code in (row["language_code"], row["second_language_code"]) if code]
    text = row["text"] if is_quoted else ""
    return FileExtract(
        name=row["name"],
        name_language=language_of(row["name_language_code"]),
        format=extension_of(row["document__file"]).upper(),
        language=language_of(codes[0]),
        pieces=tuple(extract(text[: start + 2 * LENGTH], wanted, *codes, start=start)),
    )
