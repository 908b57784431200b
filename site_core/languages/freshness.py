"""How current the versions of pages are, asked cheaply; `site_core.translation.freshness` writes what is read here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.apps import apps
from django.db.models import CharField, Model, OuterRef, QuerySet, Subquery, UUIDField

from site_core.prepared import prepared

UNSEEN = frozenset({"seo_title", "search_description", "social_text"})
"""Passages for search engines and shared links: translators bring them up to date, readers do not meet them."""


@dataclass(frozen=True, slots=True)
class Freshness:
    """
    Of one version: which passages are behind, and since when. `changed_at` is None where none is.

    `basis`: what it was made from, by passage (`site_core.translation.fingerprints`), where that was asked for.
    """

    changed_at: datetime | None = None
    behind: frozenset[str] = frozenset()
    basis: Mapping[str, str] = field(default_factory=dict, compare=False)

    @property
    def count(self) -> int:
        return len(self.behind)

    @property
    def in_sight(self) -> frozenset[str]:
        """The passages that a reader of the page meets."""
        return self.behind - UNSEEN


CURRENT = Freshness()


def freshness_of(keys: Iterable[UUID], code: str) -> dict[UUID, Freshness]:
    """Of the published versions in language `code` of these pages, by key; one query. None of the source's own."""
    rows = _rows(keys=list(keys), code=code)
    return {key: Freshness(changed_at, frozenset(behind)) for key, changed_at, behind in rows}


@prepared(keys=UUIDField(), code=CharField())
def _rows(keys: list[UUID], code: str) -> QuerySet:
    rows = apps.get_model("site_core", "VersionFreshness").objects
    found = rows.filter(translation_key__in=keys, locale__language_code=code)
    return found.values_list("translation_key", "source_changed_at", "behind")


def with_freshness(pages: QuerySet) -> QuerySet:
    """Pages, or snippets, that know their freshness without another query; see `freshness_found`."""
    rows = apps.get_model("site_core", "VersionFreshness").objects
    own = rows.filter(translation_key=OuterRef("translation_key"), locale_id=OuterRef("locale_id"))
    return pages.annotate(
        found_changed_at=Subquery(own.values("source_changed_at")[:1]),
        found_behind=Subquery(own.values("behind")[:1]),
        found_basis=Subquery(own.filter(source_changed_at__isnull=False).values("basis")[:1]),
    )


def freshness_found(page: Model) -> Freshness:
    """What a page or snippet of `with_freshness` knows; of any other, that nothing is known to be behind."""
    behind = getattr(page, "found_behind", None)
    if not behind:
        return CURRENT
    return Freshness(page.found_changed_at, frozenset(behind), page.found_basis or {})
