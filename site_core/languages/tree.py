"""Where a page stands: the home pages of all languages, and the page at an address."""

from dataclasses import dataclass

from django.db.models import QuerySet
from wagtail.models import Page

from site_core.querysets import only_published, published_pages


@dataclass(frozen=True, slots=True)
class Homes:
    """Published home pages by language code. A language is public when it has one."""

    by_language: dict[str, Page]

    def of(self, code: str) -> Page | None:
        return self.by_language.get(code)

    def codes(self) -> list[str]:
        return list(self.by_language)


def published_homes() -> Homes:
    """One query, a handful of rows: the children of the tree's root that everybody may see."""
    pages = published_pages().filter(depth=2).select_related("locale").order_by("path")
    homes: dict[str, Page] = {}
    for page in pages:
        homes.setdefault(page.locale.language_code, page)
    return Homes(homes)


def page_at(home: Page, path: str) -> Page | None:
    """
    The published page at `path` ("kampanie/slysze-reaguje", any slashes around it) below a home page.

    Asked by slug (indexed) and whole path, so the cost does not grow with depth as routing level by level does.
    Private pages are found too: their own rules answer for them. Aliases never are.
    """
    parts = [part for part in path.split("/") if part]
    if not parts:
        found = home
    else:
        url_path = f"{home.url_path}{'/'.join(parts)}/"
        rows = Page.objects.filter(slug=parts[-1], url_path=url_path, live=True, alias_of__isnull=True)
        found = rows.select_related("locale").first()
    if found is None:
        return None
    specific = found.specific
    specific.locale = found.locale
    return specific


def path_pages(page: Page, home: Page) -> tuple[list[Page], list[Page]]:
    """
    The pages above `page` (home first) and the pages of the main menu: one query for both.

    Ancestors are named by the parts of the tree path itself, so nothing has to be asked step by step.
    """
    step = Page.steplen
    above = [page.path[:length] for length in range(2 * step, len(page.path), step)]
    wanted = only_published(Page.objects.filter(path__in=above) | menu_rows(home)).select_related("locale")
    rows = list(wanted.order_by("path"))
    ancestors = [row for row in rows if row.path in above]
    menu = [row for row in rows if row.show_in_menus and row.depth == home.depth + 1]
    return ancestors, menu


def menu_rows(home: Page) -> QuerySet:
    """Children of the home page that an editor put into the menu; not yet narrowed to what is published."""
    return Page.objects.filter(path__startswith=home.path, depth=home.depth + 1, show_in_menus=True)
