"""What surrounds every public page: languages, menu, way back, where the page is true."""

from collections.abc import Set
from dataclasses import dataclass, field, replace
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.models import Page

from site_core.languages.addresses import absolute, ask_address, page_address
from site_core.languages.known import Language, language_of
from site_core.languages.reading import reading_language
from site_core.languages.rows import HOME_DEPTH, PageRow
from site_core.languages.surroundings import pages_below, surroundings
from site_core.languages.tree import published_homes
from site_core.languages.versions import (
    LanguageVersion,
    language_versions,
)


@dataclass(frozen=True, slots=True)
class Link:
    """
    `language` is that of the page it leads to, which its title is written in.

    `current` is the value of `aria-current`: "page" for this very page, "true" for one above it.
    """

    title: str
    url: str
    language: Language
    current: str = ""


@dataclass(slots=True)
class Frame:
    """
    The furniture of one answer. `language` is the reader's; `shown` that of the page, if it is another, because there
    is no version in the reader's, which they may ask for at `ask_url`. `versions` feeds the switcher, `alternates`
    hreflang.

    What stands directly below the home page is in the footer (`below_home`); what an editor also marked "show in menus"
    is in the main menu, whose first page, `help_page`, is where help stands, and stays in sight on phones.

    Costs one query, and one more where the request has not looked for the home pages yet.
    """

    language: Language
    home_url: str
    search_url: str
    shown: Language | None = None
    versions: list[LanguageVersion] = field(default_factory=list)
    menu: list[Link] = field(default_factory=list)
    below_home: list[Link] = field(default_factory=list)
    breadcrumbs: list[Link] = field(default_factory=list)
    canonical_url: str = ""
    ask_url: str = ""
    is_demonstration: bool = False
    index: bool = True
    help_page: UUID | None = None

    @property
    def alternates(self) -> list[LanguageVersion]:
        """Versions that truly exist, for hreflang."""
        return [version for version in self.versions if version.exists]

    @property
    def other_versions(self) -> list[LanguageVersion]:
        """Where there is none in the reader's language: those there are besides the one shown."""
        return [version for version in self.alternates if version.language != self.shown]


def _furnish(
    frame: Frame, below_home: list[PageRow], here: UUID | None = None, above: Set[UUID] = frozenset()
) -> None:
    """
    Menu and footer from the pages directly below the home page.

    `here` and `above`: the page being read and those above it, by translation key.
    """
    in_menu = [row for row in below_home if row.show_in_menus]
    frame.menu = _links(in_menu, here, above)
    frame.help_page = in_menu[0].translation_key if in_menu else None
    frame.below_home = _links(below_home, here, above)


def _links(rows: list[PageRow], here: UUID | None = None, above: Set[UUID] = frozenset()) -> list[Link]:
    def current(row: PageRow) -> str:
        if row.translation_key == here:
            return "page"
        return "true" if row.translation_key in above else ""

    reader = reading_language().code
    return [
        Link(row.title, row.address_for(reader), language_of(row.language_code), current(row)) for row in rows
    ]


def page_frame(request: HttpRequest, page: Page, linked: Set[int] = frozenset()) -> Frame:
    """
    The frame of a page in the reader's language: one query (two where the request has not seen the homes).

    `linked` are ids of pages that the page links to; where they lead is looked up in the same query.
    """
    reader, shown = reading_language(), language_of(page.locale.language_code)
    homes = getattr(request, "homes", None) or published_homes()
    around = surroundings(page, reader.code, homes.read_in(reader.code), linked)
    frame = _bare_frame(reader)
    frame.versions = language_versions(around.versions, homes.codes() or [reader.code], reader.code)
    above = {row.translation_key for row in around.ancestors}
    _furnish(frame, around.below_home, page.translation_key, above)
    frame.breadcrumbs = _links(around.ancestors)
    if around.ancestors and around.ancestors[0].depth == HOME_DEPTH:
        # The first step of the way back is called what it is, in the reader's words.
        frame.breadcrumbs[0] = replace(frame.breadcrumbs[0], title=_("Home"), language=reader)
    frame.canonical_url = absolute(page_address(page))
    if shown != reader:
        frame.shown, frame.index = shown, False
        frame.ask_url = ask_address(page.translation_key, reader.code)
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
        _furnish(frame, pages_below(homes.read_in(language.code), language.code))
        frame.breadcrumbs = [Link(_("Home"), home.address, language)]
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
