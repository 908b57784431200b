"""Of a page that was found by one of its files: which file, and the passage of it that answers."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import (
    BigIntegerField,
    Case,
    Exists,
    F,
    JSONField,
    Min,
    OuterRef,
    QuerySet,
    TextField,
    When,
)
from django.db.models.functions import Abs, Left

from site_core.dialects import IsListed, IsListedKey
from site_core.languages.known import Language, language_of
from site_core.media.names import extension_of
from site_core.media.public import public_documents
from site_core.models import SearchEntryFile
from site_core.prepared import prepared
from site_core.querysets import published_pages
from site_core.search.close_words import Sought, close_known, closest, remember_close
from site_core.search.extracts import LENGTH, Looked, Piece, extract
from site_core.search.index.file_words import MOST_WORDS_OF_A_FILE
from site_core.search.index.places import PlaceKey, PlacesOf, in_order

_COLUMNS = (
    *("pk", "name", "name_language_code", "language_code", "second_language_code"),
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
    if not enough:
        return {}
    wanted = sorted({key for keys_of_word in sought for key in keys_of_word})
    close = close_known(sought)
    best: dict[UUID, tuple[tuple[int, bool], int, dict[str, Any]]] = {}
    # Of a page that says as much itself no file can have more. Asked all the same: a search is to cost the same
    # number of queries, whatever it finds.
    may_have_more = json.dumps([key.hex for key in enough if enough[key] <= len(sought)])
    for row in _files(pages=may_have_more, reader=reader, known=json.dumps([*close]), wanted=wanted):
        if row["met"] is not None:
            close[row["pk"]] = closest(in_order(row["met"], wanted), sought)
        key = row["entry__translation_key"]
        count, start = close[row["pk"]]
        rank = (count, row["language_code"] == reader)
        if count >= enough[key] and (key not in best or rank > best[key][0]):
            best[key] = rank, start, row
    remember_close(sought, close)
    looked_for = Looked(sought)
    return {key: _file_extract(row, looked_for, start) for key, (_rank, start, row) in best.items()}


@prepared(pages=TextField(), reader=TextField(), known=TextField(), wanted=PlaceKey())
def _files(pages: str, reader: str, known: str, wanted: list[str]) -> QuerySet:
    """
    Of pages by their keys (a list in JSON, `IsListedKey`), each file once, as files and pages are now: what was taken
    away or changed since it was indexed is not quoted, nor what one language of the page does not want to be. `met` is
    None for rows that are `known` (ids in JSON).

    A file that several languages of a page offer has the same words in each: to read those is most of the work. It is
    called what the reader's language calls it, else what the first does.
    """
    offered = SearchEntryFile.objects.filter(
        Exists(public_documents().filter(pk=OuterRef("document"))),
        entry__page__in=published_pages()
        .filter(IsListedKey(F("translation_key"), pages))
        .order_by()
        .values("pk"),
        entry__revision=F("entry__page__live_revision_id"),
        document__file_hash=F("file_hash"),
        document__kept_text__file_hash=F("file_hash"),
    )
    in_readers = When(entry__language_code=reader, then=-F("pk"))  # less than any other
    first = Abs(Min(Case(in_readers, default=F("pk"), output_field=BigIntegerField())))
    of_each = offered.order_by().values("entry__translation_key", "document")
    once = of_each.annotate(first=first).values("first")
    not_quoted = SearchEntryFile.objects.filter(
        document=OuterRef("document"),
        entry__translation_key=OuterRef("entry__translation_key"),
        is_quoted=False,
    )
    files = SearchEntryFile.objects.filter(pk__in=once).order_by("entry", "position")
    return files.values(
        *_COLUMNS,
        met=Case(When(~IsListed(F("pk"), known), then=PlacesOf("places", wanted)), output_field=JSONField()),
        hidden=Exists(not_quoted),
        text=Left("document__kept_text__text", _READ),
    )


def _file_extract(row: dict[str, Any], looked_for: Looked, start: int) -> FileExtract:
    codes = [code for code in (row["language_code"], row["second_language_code"]) if code]
    text = "" if row["hidden"] else row["text"]
    return FileExtract(
        name=row["name"],
        name_language=language_of(row["name_language_code"]),
        format=extension_of(row["document__file"]).upper(),
        language=language_of(codes[0]),
        pieces=tuple(extract(text[: start + 2 * LENGTH], looked_for, *codes, start=start)),
    )
