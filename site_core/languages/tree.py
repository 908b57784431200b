"""Where a page stands: the home pages of all languages, the page at an address, what is around a page."""

from collections.abc import Set
from dataclasses import dataclass, field
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, IntegerField, Q, QuerySet, UUIDField
from wagtail.models import Page

from site_core.languages.page_links import note_targets, rows_behind
from site_core.languages.rows import PageRow, page_rows, row_values
from site_core.prepared import prepared


@dataclass(slots=True)
class Homes:
    """Published home pages by language code. A language is public when it has one."""

    by_language: dict[str, PageRow] = field(default_factory=dict)

    def of(self, code: str) -> PageRow | None:
        return self.by_language.get(code)

    def codes(self) -> list[str]:
        return list(self.by_language)


def published_homes() -> Homes:
    """One query, a handful of rows."""
    return _homes_among(page_rows(_home_rows()))


@prepared()
def _home_rows() -> QuerySet:
    return _published(Q(depth=2))


@prepared(slug=CharField(), depth=IntegerField(), code=CharField())
def _rows_at(slug: str, depth: int, code: str) -> QuerySet:
    """All home pages, and what could be the page with this slug at this depth in this language."""
    return _published(Q(depth=2) | Q(slug=slug, depth=depth, locale__language_code=code))


def _published(which: Q) -> QuerySet:
    return row_values(Page.objects.filter(which, live=True, alias_of__isnull=True).order_by("path"))


def _homes_among(rows: list[PageRow]) -> Homes:
    homes = Homes()
    for row in rows:
        if row.depth == 2 and not row.is_restricted:
            homes.by_language.setdefault(row.language_code, row)
    return homes


def page_at(code: str, path: str) -> tuple[Page | None, Homes]:
    """
    The published page of a language at `path` ("kampanie/slysze-reaguje"), and the home pages of all languages.

    Two queries at any depth: one over slugs (indexed) and homes, one for the page's own type. Private pages are
    found too, their own rules answer for them; aliases never are. Nothing is found below a home page that is not
    published.
    """
    parts = [part for part in path.split("/") if part]
    values = _rows_at(slug=parts[-1], depth=2 + len(parts), code=code) if parts else _home_rows()
    rows = page_rows(values)
    homes = _homes_among(rows)
    home = homes.of(code)
    if home is None:
        return None, homes
    address = home.url_path + "".join(f"{part}/" for part in parts)
    found = next((row for row in rows if row.url_path == address), None)
    if found is None:
        return None, homes
    return _specific_page(found), homes


def _specific_page(row: PageRow) -> Page | None:
    """The page of a row as its own type; a type that left the code is served as Wagtail does, as a plain page.

    None if the page was deleted a moment ago.
    """
    model = ContentType.objects.get_for_id(row.content_type_id).model_class() or Page
    for page in _page_of_type(model, pk=row.pk):
        page.is_restricted = row.is_restricted
        return page
    return None


@prepared(pk=IntegerField())
def _page_of_type(model: type[Page], pk: int) -> QuerySet:
    return model._default_manager.filter(pk=pk).select_related("locale")


@dataclass(slots=True)
class Surroundings:
    """The pages above a page (home first), those directly below the home page, the page's versions by language code."""

    ancestors: list[PageRow]
    below_home: list[PageRow]
    versions: dict[str, PageRow]


def surroundings(page: Page, home: PageRow | Page, linked: Set[int] = frozenset()) -> Surroundings:
    """
    Everything around a page that the frame shows, and where its links to the pages `linked` lead: one query.

    Ancestors are named by the parts of the tree path itself, so nothing has to be asked step by step.
    """
    step = Page.steplen
    above = {page.path[:length] for length in range(2 * step, len(page.path), step)}
    first, last = children_interval(home)
    values = _rows_around(
        above=above, first=first, last=last, depth=home.depth + 1, key=page.translation_key, linked=linked
    )
    rows = page_rows(values)
    note_targets(linked, rows)
    public = [row for row in rows if row.is_public]
    return Surroundings(
        ancestors=[row for row in public if row.path in above],
        below_home=[row for row in public if is_below(row, home)],
        versions={row.language_code: row for row in public if row.translation_key == page.translation_key},
    )


@prepared(
    above=CharField(),
    first=CharField(),
    last=CharField(),
    depth=IntegerField(),
    key=UUIDField(),
    linked=IntegerField(),
)
def _rows_around(
    above: list[str], first: str, last: str, depth: int, key: UUID, linked: list[int]
) -> QuerySet:
    which = Q(path__in=above) | _below(first, last, depth) | Q(translation_key=key)
    if linked:
        which |= rows_behind(linked)
    return row_values(Page.objects.filter(which).order_by("path"))


def pages_below(home: PageRow) -> list[PageRow]:
    """Children of the home page that everybody may see, in their order; one query."""
    first, last = children_interval(home)
    rows = page_rows(_rows_below(first=first, last=last, depth=home.depth + 1))
    return [row for row in rows if row.is_public]


@prepared(first=CharField(), last=CharField(), depth=IntegerField())
def _rows_below(first: str, last: str, depth: int) -> QuerySet:
    return row_values(Page.objects.filter(_below(first, last, depth)).order_by("path"))


def _below(first: str, last: str, depth: int) -> Q:
    return Q(path__range=(first, last), depth=depth, live=True)


def children_interval(parent: PageRow | Page) -> tuple[str, str]:
    """The first and last tree path that a child can have: a range, which an index helps with, as treebeard does it."""
    return parent.path + Page.alphabet[0] * Page.steplen, parent.path + Page.alphabet[-1] * Page.steplen


def is_below(row: PageRow, home: PageRow | Page) -> bool:
    return row.depth == home.depth + 1 and row.path.startswith(home.path)
