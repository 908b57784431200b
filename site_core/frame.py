"""What surrounds every public page: languages, menu, way back, where the page is true."""

from dataclasses import dataclass, field

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.models import Page

from site_core.languages.addresses import absolute, page_address
from site_core.languages.known import Language, language_of
from site_core.languages.tree import Homes, menu_rows, path_pages, published_homes
from site_core.languages.versions import (
    LanguageVersion,
    language_versions,
    published_versions,
)
from site_core.querysets import only_published


@dataclass(frozen=True, slots=True)
class Link:
    title: str
    url: str
    current: bool = False


@dataclass(slots=True)
class Frame:
    """
    The furniture of one answer. `language` is the reader's; `versions` feeds the switcher, `alternates` hreflang.

    Costs 3 queries with a page (homes, versions, menu and ancestors together), 2 without.
    """

    language: Language
    home_url: str
    search_url: str
    versions: list[LanguageVersion] = field(default_factory=list)
    menu: list[Link] = field(default_factory=list)
    breadcrumbs: list[Link] = field(default_factory=list)
    canonical_url: str = ""
    is_demonstration: bool = False
    index: bool = True

    @property
    def alternates(self) -> list[LanguageVersion]:
        """Versions that truly exist, for hreflang."""
        return [version for version in self.versions if version.exists]


def _menu_links(pages: list[Page], current_path: str) -> list[Link]:
    return [
        Link(page.title, page_address(page), current=bool(current_path) and current_path.startswith(page.path))
        for page in pages
    ]


def page_frame(request: HttpRequest, page: Page) -> Frame:
    """The frame of a page, in the page's own language."""
    language = language_of(page.locale.language_code)
    homes = getattr(request, "homes", None) or published_homes()
    home = homes.of(language.code) or page
    ancestors, menu = path_pages(page, home)
    address = page_address(page)
    frame = _bare_frame(language)
    frame.versions = _absolute_versions(page, homes)
    frame.menu = _menu_links(menu, page.path)
    frame.breadcrumbs = [
        Link(_("Home") if row.depth == home.depth else row.title, page_address(row)) for row in ancestors
    ]
    frame.canonical_url = absolute(address)
    return frame


def _absolute_versions(page: Page, homes: Homes) -> list[LanguageVersion]:
    return language_versions(
        published_versions(page.translation_key), homes.codes(), page.locale.language_code
    )


def view_frame(request: HttpRequest, address_after_language: str, index: bool = False) -> Frame:
    """The frame of an answer that is no page (search, an error): the same address exists in every public language."""
    language: Language = request.reading_language
    homes = getattr(request, "homes", None) or published_homes()
    frame = _bare_frame(language)
    frame.versions = [
        LanguageVersion(language_of(code), f"/{code}/{address_after_language}", current=code == language.code)
        for code in homes.codes()
    ]
    home = homes.of(language.code)
    if home is not None:
        menu = only_published(menu_rows(home)).select_related("locale").order_by("path")
        frame.menu = _menu_links(list(menu), "")
        frame.breadcrumbs = [Link(_("Home"), page_address(home))]
    frame.canonical_url = absolute(f"/{language.code}/{address_after_language}")
    frame.index = index
    return frame


def _bare_frame(language: Language) -> Frame:
    return Frame(
        language=language,
        home_url=f"/{language.code}/",
        search_url=f"/{language.code}/search/",
        is_demonstration=settings.DEMONSTRATION,
    )
