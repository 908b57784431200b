"""Where a page stands: the home pages of all languages, the page at an address, what is around a page."""

from collections.abc import Set
from dataclasses import dataclass, field

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from wagtail.models import Page

from site_core.languages.page_links import note_targets, rows_behind
from site_core.languages.rows import PageRow, page_rows


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
    return _homes_among(_rows(Q(depth=2)))


def _rows(which: Q) -> list[PageRow]:
    return page_rows(Page.objects.filter(which, live=True, alias_of__isnull=True).order_by("path"))


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
    which = Q(depth=2)
    if parts:
        which |= Q(slug=parts[-1], depth=2 + len(parts), locale__language_code=code)
    rows = _rows(which)
    homes = _homes_among(rows)
    home = homes.of(code)
    if home is None:
        return None, homes
    address = home.url_path + "".join(f"{part}/" for part in parts)
    found = next((row for row in rows if row.url_path == address), None)
    if found is None:
        return None, homes
    page = _specific_page(found)
    return page, homes


def _specific_page(row: PageRow) -> Page:
    """The page of a row as its own type; a type that left the code is served as Wagtail does, as a plain page."""
    model = ContentType.objects.get_for_id(row.content_type_id).model_class() or Page
    page = model._default_manager.select_related("locale").get(pk=row.pk)
    page.is_restricted = row.is_restricted
    return page


@dataclass(slots=True)
class Surroundings:
    """The pages above a page (home first), the pages of the main menu, the page's versions by language code."""

    ancestors: list[PageRow]
    menu: list[PageRow]
    versions: dict[str, PageRow]


def surroundings(page: Page, home: PageRow | Page, linked: Set[int] = frozenset()) -> Surroundings:
    """
    Everything around a page that the frame shows, and where its links to the pages `linked` lead: one query.

    Ancestors are named by the parts of the tree path itself, so nothing has to be asked step by step.
    """
    step = Page.steplen
    above = {page.path[:length] for length in range(2 * step, len(page.path), step)}
    which = Q(path__in=above) | menu_rows(home) | Q(translation_key=page.translation_key)
    if linked:
        which |= rows_behind(linked)
    rows = page_rows(Page.objects.filter(which).order_by("path"))
    note_targets(linked, rows)
    public = [row for row in rows if row.is_public]
    return Surroundings(
        ancestors=[row for row in public if row.path in above],
        menu=[row for row in public if is_in_menu(row, home)],
        versions={row.language_code: row for row in public if row.translation_key == page.translation_key},
    )


def menu_rows(home: PageRow | Page) -> Q:
    """Children of the home page that an editor put into the menu."""
    return Q(path__startswith=home.path, depth=home.depth + 1, show_in_menus=True, live=True)


def is_in_menu(row: PageRow, home: PageRow | Page) -> bool:
    return row.show_in_menus and row.depth == home.depth + 1 and row.path.startswith(home.path)
