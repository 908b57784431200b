"""
Which passages of each published version are behind its source. The one writer of `VersionFreshness`.

Everything hangs on publishing. What is known follows from what is stored anyway (the live pages, the text translators
took over, the log), so `rebuild` finds the same again.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db.models import Exists, OuterRef
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from site_core.models import VersionFreshness
from site_core.querysets import published_pages
from site_core.translation.basis import (
    Source,
    Version,
    basis_of,
    let_pass,
    source_of,
    versions_of,
)
from site_core.translation.fingerprints import same
from site_core.translation.source_history import MINOR_CHANGE, first_published_without
from site_core.translation.vocabulary.kinds import stands_in_the_vocabulary


@dataclass(frozen=True, slots=True)
class Minor:
    """An editor's word that what they publish means the same in every language, and why."""

    reason: str
    user: AbstractUser | None
    revision: Revision | None = None


def version_published(page: Page) -> None:
    """Record what a version that has just been published was made from, and what it is behind by already."""
    source = source_of(page.translation_key)
    versions = [version for version in versions_of(page.translation_key) if version.pk == page.pk]
    if source is None or not versions:
        forget(page.translation_key, page.locale_id)
        return
    rows = rows_of(page.translation_key)
    write([_made_anew(version, source, rows.get(version.locale_id)) for version in versions])


def source_published(page: Page, minor: Minor | None = None) -> None:
    """
    Compare what is public now with what each version was made from.

    The same number of queries for two languages as for seven, except for the first time a version is met.
    """
    versions = versions_of(page.translation_key)
    source = source_of(page.translation_key) if versions else None
    if source is None:
        return
    rows = rows_of(page.translation_key)
    known = [rows[version.locale_id] for version in versions if version.locale_id in rows]
    fresh = [_made_anew(version, source, None) for version in versions if version.locale_id not in rows]
    if minor is not None:
        _let_pass(known, source, minor)
    for row in known:
        _compare(row, source, next(version for version in versions if version.locale_id == row.locale_id))
    write([*known, *fresh])


def forget(key: UUID, locale_id: int | None = None) -> None:
    """A version, or with its source all of them, is not public any more."""
    rows = VersionFreshness.objects.filter(translation_key=key)
    (rows if locale_id is None else rows.filter(locale_id=locale_id)).delete()


def rebuild(step: Callable[[], None] = lambda: None) -> int:
    """Every row of a page anew; `step` is called for each page. Answers how many rows there are now."""
    for key in pages_with_versions():
        source = source_of(key)
        if source is not None:
            rows = rows_of(key)
            write([_made_anew(version, source, rows.get(version.locale_id)) for version in versions_of(key)])
        step()
    _forget_what_is_not_public()
    return VersionFreshness.objects.count()


def pages_with_versions() -> list[UUID]:
    others = published_pages().exclude(locale__language_code=settings.LANGUAGE_CODE).filter(depth__gt=1)
    return list(others.order_by("translation_key").values_list("translation_key", flat=True).distinct())


def _forget_what_is_not_public() -> None:
    pages = published_pages().filter(translation_key=OuterRef("translation_key"))
    VersionFreshness.objects.exclude(
        Exists(pages.filter(locale_id=OuterRef("locale_id"))),
        Exists(pages.filter(locale__language_code=settings.LANGUAGE_CODE)),
    ).exclude(stands_in_the_vocabulary()).delete()


def rows_of(key: UUID) -> dict[int, VersionFreshness]:
    return {row.locale_id: row for row in VersionFreshness.objects.filter(translation_key=key)}


def _made_anew(version: Version, source: Source, before: VersionFreshness | None) -> VersionFreshness:
    basis = basis_of(version, source, before.basis if before else {})
    row = VersionFreshness(
        translation_key=source.page.translation_key,
        locale_id=version.locale_id,
        basis=basis.passages,
        behind=differing(basis.passages, source.says),
        minor=basis.minor_reason is not None,
        minor_reason=basis.minor_reason or "",
    )
    if before and before.behind == row.behind and not differing(before.basis, row.basis):
        row.source_changed_at = before.source_changed_at
    elif row.behind:
        row.source_changed_at = first_published_without(
            source.page, row.basis, row.behind, basis.moment
        ) or _published_at(source)
    return row


def _compare(row: VersionFreshness, source: Source, version: Version) -> None:
    """Bring `behind` up to date. The date stays as long as nothing that was behind has caught up."""
    before, row.behind = row.behind, differing(row.basis, source.says)
    # Rows from before paragraphs were kept get to know them where the text is the same still.
    row.basis |= {path: mark for path, mark in source.says.items() if same(row.basis.get(path), mark)}
    if not row.behind:
        row.source_changed_at = None
    elif not set(before) & set(row.behind):
        row.source_changed_at = _published_at(source)
    elif not set(before) <= set(row.behind):
        moment = basis_of(version, source, row.basis).moment
        row.source_changed_at = first_published_without(
            source.page, row.basis, row.behind, moment
        ) or _published_at(source)


def _published_at(source: Source) -> datetime:
    """A page that was made public by a program and not by publishing knows no day; then this is the day."""
    return source.page.last_published_at or timezone.now()


def differing(basis: dict[str, str], says: dict[str, str]) -> list[str]:
    """Paths of passages that one has otherwise than the other, or that only one has."""
    return sorted(path for path in basis.keys() | says.keys() if not same(basis.get(path), says.get(path)))


def _let_pass(rows: list[VersionFreshness], source: Source, minor: Minor) -> None:
    """What was current stays current; what was behind stays behind. Logged, so that it is known after a rebuild."""
    changes = {
        (path, row.basis.get(path), source.says.get(path))
        for row in rows
        for path in differing(row.basis, source.says)
        if path not in row.behind
    }
    if not changes:
        return
    for row in rows:
        still_behind = set(row.behind)
        if let_pass(row.basis, [change for change in changes if change[0] not in still_behind]):
            row.minor, row.minor_reason = True, minor.reason
    log(
        instance=source.page,
        action=MINOR_CHANGE,
        user=minor.user,
        revision=minor.revision,
        data={"reason": minor.reason, "passages": sorted(changes, key=lambda change: change[0])},
    )


def write(rows: list[VersionFreshness]) -> None:
    for row in rows:
        row.pk = None
    VersionFreshness.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["translation_key", "locale"],
        update_fields=["basis", "behind", "source_changed_at", "minor", "minor_reason"],
    )
