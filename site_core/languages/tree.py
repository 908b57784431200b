"""Where a page stands: the home pages of all languages, the page at an address, what is around a page."""

from collections.abc import Set
from dataclasses import dataclass, field

from django.db.models import Q
from wagtail.models import Page

from site_core.languages.page_links import is_public, note_targets, rows_behind
from site_core.querysets import with_restriction


@dataclass(slots=True)
class Homes:
    """Published home pages by language code. A language is public when it has one."""

    by_language: dict[str, Page] = field(default_factory=dict)

    def of(self, code: str) -> Page | None:
        return self.by_language.get(code)

    def codes(self) -> list[str]:
        return list(self.by_language)


def published_homes() -> Homes:
    """One query, a handful of rows."""
    return _homes_among(_rows(Q(depth=2)))


def _rows(which: Q) -> list[Page]:
    live = Page.objects.filter(which, live=True, alias_of__isnull=True)
    return list(with_restriction(live).select_related("locale").order_by("path"))


def _homes_among(rows: list[Page]) -> Homes:
    homes = Homes()
    for row in rows:
        if row.depth == 2 and not row.is_restricted:
            homes.by_language.setdefault(row.locale.language_code, row)
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
    page = found.specific
    page.locale, page.is_restricted = found.locale, found.is_restricted
    return page, homes


@dataclass(slots=True)
class Surroundings:
    """The pages above a page (home first), the pages of the main menu, the page's versions by language code."""

    ancestors: list[Page]
    menu: list[Page]
    versions: dict[str, Page]


def surroundings(page: Page, home: Page, linked: Set[int] = frozenset()) -> Surroundings:
    """
    Everything around a page that the frame shows, and where its links to the pages `linked` lead: one query.

    Ancestors are named by the parts of the tree path itself, so nothing has to be asked step by step.
    """
    step = Page.steplen
    above = {page.path[:length] for length in range(2 * step, len(page.path), step)}
    which = Q(path__in=above) | menu_rows(home) | Q(translation_key=page.translation_key)
    if linked:
        which |= rows_behind(linked)
    rows = list(with_restriction(Page.objects.filter(which)).select_related("locale").order_by("path"))
    note_targets(linked, rows)
    public = [row for row in rows if is_public(row)]
    return Surroundings(
        ancestors=[row for row in public if row.path in above],
        menu=[row for row in public if is_in_menu(row, home)],
        versions={
            row.locale.language_code: row for row in public if row.translation_key == page.translation_key
        },
    )


def menu_rows(home: Page) -> Q:
    """Children of the home page that an editor put into the menu."""
    return Q(path__startswith=home.path, depth=home.depth + 1, show_in_menus=True, live=True)


def is_in_menu(row: Page, home: Page) -> bool:
    return row.show_in_menus and row.depth == home.depth + 1 and row.path.startswith(home.path)
