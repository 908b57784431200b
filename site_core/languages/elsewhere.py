"""
An address that is no page of its own language: which page it means, and where a reader of that language finds it.

The language in an address may be changed by hand, by a link that somebody sent, or because the page has no version in
the reader's language. Its path may be that of any version, or mixed: some of the pages above it translated, some not.
A page is matched by its identity (`translation_key`), never by the tail of an address.
"""

from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import CharField, F, QuerySet
from wagtail.models import Page

from site_core.dialects import IsNone
from site_core.languages.addresses import parts_below_home
from site_core.languages.chains import best_version, languages_read
from site_core.languages.known import known_languages, language_of
from site_core.languages.rows import HOME_DEPTH, PageRow, page_rows, row_values
from site_core.languages.tree import Place
from site_core.languages.versions import LanguageVersion
from site_core.prepared import prepared

MOST_PARTS = 20


@dataclass(slots=True)
class Elsewhere:
    """What stands behind an address: the published versions of one page by language; none if it means no page."""

    versions: dict[str, PageRow] = field(default_factory=dict)

    @property
    def translation_key(self) -> UUID | None:
        return next((row.translation_key for row in self.versions.values()), None)

    def shown_to(self, code: str) -> PageRow | None:
        """The version that a reader of `code` is shown; None: nothing in a language they are promised to read."""
        return best_version(self.versions, code)

    def named(self) -> list[LanguageVersion]:
        """Every version at its own address, for those who can read another language after all."""
        return [
            LanguageVersion(language_of(code), row.address, title=row.title)
            for code in known_languages()
            if (row := self.versions.get(code)) is not None
        ]


def elsewhere(code: str, place: Place) -> Elsewhere:
    """
    The page that a path below `/<code>/` means though no page of that language has it.

    No query where a page has the whole path in one language, else one: for the pages above those that end like it.
    """
    parts = place.parts
    if not parts:
        return Elsewhere(place.homes.by_language)
    public = [row for row in place.candidates if row.is_public and place.homes.of(row.language_code)]
    ending = [row for row in public if row.slug == parts[-1] and row.depth == HOME_DEPTH + len(parts)]
    meant = [row for row in ending if parts_below_home(row.url_path) == parts]
    if not meant and len(parts) <= MOST_PARTS:
        meant = _with_mixed_path(ending, parts)
    order = {
        language: rank
        for rank, language in enumerate(dict.fromkeys([*languages_read(code), *known_languages()]))
    }
    found = min(meant, key=lambda row: order.get(row.language_code, len(order)), default=None)
    if found is None:
        return Elsewhere()
    return Elsewhere(
        {row.language_code: row for row in public if row.translation_key == found.translation_key}
    )


def _with_mixed_path(candidates: list[PageRow], parts: list[str]) -> list[PageRow]:
    """Those whose every page above has the part of the path in its place as its slug, in whichever language."""
    step = Page.steplen
    if not candidates or len(parts) == 1:
        return []
    above = {row.path[:length] for row in candidates for length in range(3 * step, len(row.path), step)}
    # Public ones only: nobody shall find out the address of a draft by guessing.
    rows = [row for row in page_rows(_versions_of(paths=above)) if row.is_public]
    key_at = {row.path: row.translation_key for row in rows if row.path in above}
    slugs: dict[UUID, set[str]] = {}
    for row in rows:
        slugs.setdefault(row.translation_key, set()).add(row.slug)

    def fits(row: PageRow) -> bool:
        keys = (key_at.get(row.path[: (3 + place) * step]) for place in range(len(parts) - 1))
        return all(key in slugs and part in slugs[key] for key, part in zip(keys, parts, strict=False))

    return [row for row in candidates if fits(row)]


@prepared(paths=CharField())
def _versions_of(paths: set[str]) -> QuerySet:
    keys = Page.objects.filter(path__in=paths).values("translation_key")
    return row_values(Page.objects.filter(IsNone(F("alias_of")), translation_key__in=keys))
