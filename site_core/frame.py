"""What surrounds every public page: languages, menu, way back, where the page is true."""

from collections.abc import Set
from dataclasses import dataclass, field

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.models import Page

from site_core.languages.addresses import absolute, page_address
from site_core.languages.known import Language, language_of
from site_core.languages.rows import PageRow
from site_core.languages.tree import pages_below, published_homes, surroundings
from site_core.languages.versions import (
    LanguageVersion,
    language_versions,
)


@dataclass(frozen=True, slots=True)
class Link:
    """`current` is the value of `aria-current`: "page" for this very page, "true" for one above it."""

    title: str
    url: str
    current: str = ""


@dataclass(slots=True)
class Frame:
    """
    The furniture of one answer. `language` is the reader's; `versions` feeds the switcher, `alternates` hreflang.

    What stands directly below the home page is in the footer (`below_home`); what an editor also marked "show in menus"
    is in the main menu, whose first page stays in sight on phones.

    Costs one query, and one more where the request has not looked for the home pages yet.
    """

    language: Language
    home_url: str
    search_url: str
    versions: list[LanguageVersion] = field(default_factory=list)
    menu: list[Link] = field(default_factory=list)
    below_home: list[Link] = field(default_factory=list)
    breadcrumbs: list[Link] = field(default_factory=list)
    canonical_url: str = ""
    is_demonstration: bool = False
    index: bool = True

    @property
    def alternates(self) -> list[LanguageVersion]:
        """Versions that truly exist, for hreflang."""
        return [version for version in self.versions if version.exists]


def _furnish(frame: Frame, below_home: list[PageRow], current_path: str = "") -> None:
    """Menu and footer from the pages directly below the home page."""
    frame.menu = _links([row for row in below_home if row.show_in_menus], current_path)
    frame.below_home = _links(below_home, current_path)


def _links(rows: list[PageRow], current_path: str) -> list[Link]:
    def current(row: PageRow) -> str:
        if row.path == current_path:
            return "page"
        return "true" if current_path.startswith(row.path) else ""

    return [Link(row.title, row.address, current(row)) for row in rows]


def page_frame(request: HttpRequest, page: Page, linked: Set[int] = frozenset()) -> Frame:
    """The frame of a page, in its own language: one query (two where the request has not seen the homes).

    `linked` are ids of pages that the page links to; where they lead is looked up in the same query.
    """
    language = language_of(page.locale.language_code)
    homes = getattr(request, "homes", None) or published_homes()
    home = homes.of(language.code) or page
    around = surroundings(page, home, linked)
    frame = _bare_frame(language)
    frame.versions = language_versions(around.versions, homes.codes(), language.code)
    _furnish(frame, around.below_home, page.path)
    frame.breadcrumbs = [
        Link(_("Home") if row.depth == home.depth else row.title, row.address) for row in around.ancestors
    ]
    frame.canonical_url = absolute(page_address(page))
    return frame


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
        _furnish(frame, pages_below(home))
        frame.breadcrumbs = [Link(_("Home"), home.address)]
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
