"""What is around a page: above it, in the menu, in other languages; each in the language the reader reads best."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from operator import attrgetter
from uuid import UUID

from django.db.models import CharField, IntegerField, Q, QuerySet, UUIDField
from wagtail.models import Page

from site_core.languages.chains import best_of_each, languages_read
from site_core.languages.page_links import all_versions, note_targets
from site_core.languages.rows import HOME_DEPTH, PageRow, page_rows, row_values
from site_core.prepared import prepared
from site_core.querysets import any_of


@dataclass(slots=True)
class Surroundings:
    """
    The pages above a page (home first), those directly below the home page, the page's versions by language code.

    Pages above and below the home page each once: in the reader's language, else along its chain.
    """

    ancestors: list[PageRow]
    below_home: list[PageRow]
    versions: dict[str, PageRow]


def surroundings(page: Page, code: str, homes: list[PageRow], linked: Set[int] = frozenset()) -> Surroundings:
    """
    Everything around a page that the frame of a reader of `code` shows, and where its links to the pages `linked` lead:
    one query.

    `homes` are those of the languages this reader is shown, their own first. Ancestors are named by the parts of the
    tree path itself, so nothing has to be asked step by step; of a page in another language their versions are looked
    up, too.
    """
    step = Page.steplen
    above = {page.path[:length] for length in range(2 * step, len(page.path), step)}
    values = _rows_around(
        page.locale.language_code != code,
        above=above,
        firsts=[first_child(home) for home in homes],
        lasts=[last_child(home) for home in homes],
        key=page.translation_key,
        linked=linked,
    )
    rows = page_rows(values)
    note_targets(linked, rows)
    public = [row for row in rows if row.is_public]
    keys_above = {row.translation_key for row in public if row.path in above}
    return Surroundings(
        ancestors=sorted(
            best_rows([row for row in public if row.translation_key in keys_above], code),
            key=lambda row: row.depth,
        ),
        below_home=_below_any(public, homes, code),
        versions={row.language_code: row for row in public if row.translation_key == page.translation_key},
    )


@prepared(above=CharField(), firsts=CharField(), lasts=CharField(), key=UUIDField(), linked=IntegerField())
def _rows_around(
    in_another_language: bool,
    above: list[str],
    firsts: list[str],
    lasts: list[str],
    key: UUID,
    linked: list[int],
) -> QuerySet:
    ancestors = all_versions(path__in=above) if in_another_language else Page.objects.filter(path__in=above)
    parts = [Page.objects.filter(translation_key=key), _below(firsts, lasts), ancestors]
    if linked:
        parts.append(all_versions(pk__in=linked))
    return row_values(any_of(*parts).order_by("path"))


def pages_below(homes: list[PageRow], code: str) -> list[PageRow]:
    """Children of the home pages that everybody may see, each once for a reader of `code`; one query."""
    values = _rows_below(
        firsts=[first_child(home) for home in homes], lasts=[last_child(home) for home in homes]
    )
    return _below_any([row for row in page_rows(values) if row.is_public], homes, code)


@prepared(firsts=CharField(), lasts=CharField())
def _rows_below(firsts: list[str], lasts: list[str]) -> QuerySet:
    return row_values(_below(firsts, lasts).order_by("path"))


def _below(firsts: list[str], lasts: list[str]) -> QuerySet:
    """Published pages right below the home pages, by ranges, as treebeard does it; our index has depth and path."""
    ranges = Q()
    for first, last in zip(firsts, lasts, strict=True):
        ranges |= Q(path__range=(first, last))
    pages = Page.objects.filter(depth=HOME_DEPTH + 1, live=True)
    return pages.filter(ranges) if ranges else pages.none()


def first_child(parent: PageRow) -> str:
    """The first tree path that a child can have."""
    return parent.path + Page.alphabet[0] * Page.steplen


def last_child(parent: PageRow) -> str:
    return parent.path + Page.alphabet[-1] * Page.steplen


def _below_any(rows: list[PageRow], homes: list[PageRow], code: str) -> list[PageRow]:
    """Those directly below one of the homes, home by home: the reader's own first, then what only others have."""
    rank = {home.path: number for number, home in enumerate(homes)}
    below = [row for row in rows if row.depth == HOME_DEPTH + 1 and row.path[: -Page.steplen] in rank]
    return sorted(best_rows(below, code), key=lambda row: rank[row.path[: -Page.steplen]])


def best_rows(rows: Sequence[PageRow], code: str) -> list[PageRow]:
    """Each page once, in the language a reader of `code` reads best; others are left out. In the order of the rows."""
    best = best_of_each(rows, languages_read(code), attrgetter("language_code"))
    chosen = {row.pk for row in best.values()}
    return [row for row in rows if row.pk in chosen]
