"""
Which texts of a snippet are behind its source, in the same table and by the same fingerprints as those of pages.

Snippets have neither drafts nor revisions: what is saved is what readers see, so everything hangs on saving. What a
translated row was made from follows from what it shows: a passage that shows the translation of the text translators
have was made from that text.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, Model, OuterRef
from django.utils import timezone
from wagtail.models import ModelLogEntry
from wagtail_localize.models import (
    SegmentOverride,
    StringSegment,
    StringTranslation,
)

from site_core.models import VersionFreshness
from site_core.translation.basis import UNKNOWN
from site_core.translation.changes.passages import passages_of
from site_core.translation.fingerprints import fingerprints, same
from site_core.translation.freshness import differing, rows_of, write
from site_core.translation.originals import Original
from site_core.translation.vocabulary.kinds import is_source, vocabulary_models

EDITED = ("wagtail.create", "wagtail.edit")


@dataclass
class SourceRow(Original):
    """The row in the source language, and what is known of it; each fact is asked for once."""

    row: Model

    @cached_property
    def texts(self) -> dict[str, list[tuple[int, int]]]:
        """Of each path of the text translators have, the ids of string and context, in order."""
        found: dict[str, list[tuple[int, int]]] = {}
        segments = StringSegment.objects.filter(source=self.taken_over).order_by("order")
        for path, *ids in segments.values_list("context__path", "string_id", "context_id"):
            found.setdefault(path, []).append((ids[0], ids[1]))
        return found

    @cached_property
    def translated(self) -> dict[tuple[int, int, int], str]:
        """Every translation of these texts, by language, string and context."""
        rows = StringTranslation.objects.filter(
            context__object_id=self.row.translation_key, has_error=False
        ).values_list("locale_id", "translation_of_id", "context_id", "data")
        return {(locale, string, context): data for locale, string, context, data in rows}

    @cached_property
    def replaced(self) -> set[tuple[int, str]]:
        """What was replaced for a language, by its place: an address that is another one there."""
        rows = SegmentOverride.objects.filter(context__object_id=self.row.translation_key, has_error=False)
        return set(rows.values_list("locale_id", "context__path"))

    def changed_after(self, moment: datetime) -> datetime | None:
        """When it was first edited after this moment, as Wagtail's log knows."""
        return (
            ModelLogEntry.objects.filter(
                content_type=ContentType.objects.get_for_model(type(self.row)),
                object_id=str(self.row.pk),
                action__in=EDITED,
                timestamp__gt=moment,
            )
            .order_by("timestamp")
            .values_list("timestamp", flat=True)
            .first()
        )


def saved(row: Model) -> None:
    if is_source(row):
        source_saved(row)
    else:
        version_saved(row)


def source_saved(row: Model) -> None:
    """
    Give translators the new text, and compare it with what each version was made from.

    At once, unlike pages: it has two short texts, and is public already. Nothing of a version changes by it.

    The same number of queries for two languages as for seven, except for the first time a version is met.
    """
    versions = _versions(row)
    if not versions:
        return
    source, known = SourceRow(row), rows_of(row.translation_key)
    if source.taken_over and differing(source.said_when_taken_over, source.says):
        source.taken_over.update_from_db()
        source = SourceRow(row)
    write(
        [
            _compared(known[version.locale_id], source)
            if version.locale_id in known
            else _made_anew(source, version, None)
            for version in versions
        ]
    )


def version_saved(row: Model) -> None:
    """What it was made from, whoever wrote it; nothing is known of a row whose source is not there."""
    source = _source_of(row)
    if source is None:
        gone(row)
        return
    write([_made_anew(SourceRow(source), row, rows_of(row.translation_key).get(row.locale_id), is_new=True)])


def gone(row: Model) -> None:
    rows = VersionFreshness.objects.filter(translation_key=row.translation_key)
    (rows if is_source(row) else rows.filter(locale_id=row.locale_id)).delete()


def rebuild() -> int:
    """Every row anew; answers how many there are. A few queries for each source that has versions."""
    number = 0
    for model in vocabulary_models():
        others = model._default_manager.filter(translation_key=OuterRef("translation_key"))
        rows = model._default_manager.filter(locale__language_code=settings.LANGUAGE_CODE)
        for row in rows.filter(Exists(others.exclude(pk=OuterRef("pk")))).select_related("locale"):
            source, known = SourceRow(row), rows_of(row.translation_key)
            found = [_made_anew(source, version, known.get(version.locale_id)) for version in _versions(row)]
            write(found)
            number += len(found)
    return number


def _versions(source: Model) -> list[Any]:
    rows = type(source)._default_manager.filter(translation_key=source.translation_key)
    return list(rows.exclude(locale_id=source.locale_id).select_related("locale"))


def _source_of(row: Model) -> Model | None:
    rows = type(row)._default_manager.filter(translation_key=row.translation_key)
    return rows.filter(locale__language_code=settings.LANGUAGE_CODE).select_related("locale").first()


def _made_anew(
    source: SourceRow, version: Any, before: VersionFreshness | None, is_new: bool = False
) -> VersionFreshness:
    """`is_new`: the version was written a moment ago, by somebody who had the source as it is before them."""
    known: dict[str, str] = before.basis if before else {}
    if version.locale_id in source.translated_into:
        basis = dict(_basis_of_translation(source, version, known))
    else:
        basis = dict(known if known and not is_new else source.says)
    row = VersionFreshness(
        translation_key=source.row.translation_key,
        locale_id=version.locale_id,
        basis=basis,
        behind=before.behind if before else [],
        source_changed_at=before.source_changed_at if before else _changed_at(source),
    )
    return _compared(row, source)


def _changed_at(source: SourceRow) -> datetime | None:
    return source.changed_after(source.taken_over.last_updated_at) if source.taken_over else None


def _basis_of_translation(
    source: SourceRow, version: Any, known: dict[str, str]
) -> Iterator[tuple[str, str]]:
    shows, own = passages_of(version).texts, fingerprints(version)
    for path, mark in source.said_when_taken_over.items():
        if path in source.texts:
            translations = [source.translated.get((version.locale_id, *ids)) for ids in source.texts[path]]
            is_made = translations == shows.get(path)
        else:
            is_made = same(own.get(path), mark) or (version.locale_id, path) in source.replaced
        yield path, mark if is_made else known.get(path, UNKNOWN)
    for path in own.keys() - source.said_when_taken_over.keys():
        if (version.locale_id, path) not in source.replaced:
            yield path, known.get(path, UNKNOWN)


def _compared(row: VersionFreshness, source: SourceRow) -> VersionFreshness:
    """`behind` up to date. The day stays as long as something that was behind still is."""
    before, row.behind = set(row.behind), differing(row.basis, source.says)
    if not row.behind:
        row.source_changed_at = None
    elif row.source_changed_at is None or (before and not before & set(row.behind)):
        row.source_changed_at = timezone.now()
    return row
