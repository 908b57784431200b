"""What of the source a version was made from."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Exists, OuterRef
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation

from site_core.querysets import published_pages
from site_core.translation.fingerprints import fingerprints, same
from site_core.translation.originals import Original
from site_core.translation.source_history import minor_changes, said_at

UNKNOWN = ""
"""The fingerprint of words nobody can name any more."""


@dataclass(frozen=True, slots=True)
class Version:
    """A published version, as its row says. `made_at`: when the text that is public was put together."""

    pk: int
    locale_id: int
    published_at: datetime
    made_at: datetime


@dataclass(slots=True)
class Basis:
    """`passages`: path and fingerprint; true of the source at `moment`, but for what editors let pass since."""

    passages: dict[str, str]
    moment: datetime
    minor_reason: str | None = None


@dataclass
class Source(Original):
    """The published page that others are versions of, and what is known of it; each fact is asked for once."""

    page: Page
    _bases: dict[int, Basis] = field(default_factory=dict)

    @property
    def row(self) -> Page:
        return self.page

    @cached_property
    def minor_changes(self) -> list[tuple[datetime, dict[str, Any]]]:
        return minor_changes(self.page)


def source_of(key: UUID) -> Source | None:
    """Two queries; None where the source is not public: then nothing can be behind it."""
    pages = published_pages().filter(translation_key=key, locale__language_code=settings.LANGUAGE_CODE)
    page = pages.first()
    return Source(page.specific) if page else None


def versions_of(key: UUID) -> list[Version]:
    pages = (
        published_pages().filter(translation_key=key).exclude(locale__language_code=settings.LANGUAGE_CODE)
    )
    rows = pages.values_list(
        "pk", "locale_id", "last_published_at", "live_revision__created_at", "latest_revision_created_at"
    )
    return [
        Version(pk, locale, published or created, made or published or created)
        for pk, locale, published, made, created in rows
        if published or created
    ]


def basis_of(version: Version, source: Source, known: dict[str, str]) -> Basis:
    """`known`: what was recorded for the version before, if anything."""
    if version.locale_id in source.translated_into:
        basis = _basis_of_translation(version, source, known)
    else:
        basis = _basis_of_written(version, source, known)
    return _with_minor_changes(basis, source)


def _basis_of_translation(version: Version, source: Source, known: dict[str, str]) -> Basis:
    """The text that was taken over, not what is public: between the two lies what the translator never saw."""
    taken_over = source.taken_over
    assert taken_over is not None  # noqa: S101 - it has translations
    if taken_over.last_updated_at <= version.made_at:
        return Basis(dict(source.said_when_taken_over), taken_over.last_updated_at)
    older = dict.fromkeys(_passages_not_in(version, source), UNKNOWN)
    older |= {path: known[path] for path in older if path in known}
    return Basis(source.said_when_taken_over | older, version.made_at)


def _passages_not_in(version: Version, source: Source) -> Iterable[str]:
    """
    Of a source that was taken over again after the version was made: what has come since.

    A text that had no translation then; anything else that the version does not have exactly so.
    """
    translated_by_then = StringTranslation.objects.filter(
        translation_of_id=OuterRef("string_id"),
        context_id=OuterRef("context_id"),
        locale_id=version.locale_id,
        created_at__lte=version.made_at,
    )
    texts = StringSegment.objects.filter(source=source.taken_over).annotate(then=Exists(translated_by_then))
    in_version = fingerprints(Page.objects.get(pk=version.pk).specific)
    rest = dict.fromkeys(source.said_when_taken_over)
    for path, then in texts.values_list("context__path", "then"):
        rest.pop(path, None)
        if not then and path in source.said_when_taken_over:
            yield path
    for path in rest:
        if not same(in_version.get(path), source.said_when_taken_over[path]):
            yield path


def _basis_of_written(version: Version, source: Source, known: dict[str, str]) -> Basis:
    """Whoever wrote it had the source before them as it was public that day."""
    published_at = source.page.last_published_at
    if published_at is None or published_at <= version.published_at:
        return Basis(dict(source.says), version.published_at)
    then = said_at(source.page, version.published_at)
    return Basis(then or known or dict(source.says), version.published_at)


def _with_minor_changes(basis: Basis, source: Source) -> Basis:
    for at, data in source.minor_changes:
        if at > basis.moment and let_pass(basis.passages, data["passages"]):
            basis.minor_reason = data["reason"]
    return basis


def let_pass(passages: dict[str, str], changes: Iterable[tuple[str, str | None, str | None]]) -> bool:
    """
    Take the new words as what was translated, where the version had the old ones.

    `changes`: path, fingerprint before (None: was not there), after (None: is no longer there). Answers whether it
    concerned this version.
    """
    found = False
    for path, before, after in changes:
        if same(passages.get(path), before):
            found = True
            if after is None:
                passages.pop(path, None)
            else:
                passages[path] = after
    return found
