"""What there is of each language, before it is switched on and afterwards."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import Count
from wagtail.models import Locale, Page

from site_core.languages.chains import chain_of
from site_core.languages.known import Language, language_of
from site_core.languages.rows import HOME_DEPTH
from site_core.languages.status import Status, statuses_of
from site_core.languages.tree import published_homes
from site_core.models import HomePage
from site_core.querysets import published_pages
from site_core.translation.board.cells import begin_url
from site_core.translation.board.pages import sections
from site_core.translation.machine.publishing import why_not_read
from site_core.translation.permissions import User
from site_core.translation.whole import translation_of, why_not_whole


@dataclass(frozen=True, slots=True)
class CorePage:
    """
    A page that every language should have, and how far it is in this one.

    `is_there`: ready to be read once the language is on. While it is off, nothing of it is public, so the home page is
    judged by its translation, and what stands below by whether it is published.
    """

    page: Page
    status: Status
    is_there: bool


@dataclass(frozen=True, slots=True)
class LanguageOverview:
    """
    `home`: the home page of the language, published or not; None while nobody has begun it. `is_public`: whether
    readers find the language, which they do not where the home page may be seen by some only.
    """

    locale: Locale
    home: HomePage | None
    is_public: bool
    core: list[CorePage]
    pages: int
    may_switch: bool

    @property
    def language(self) -> Language:
        return language_of(self.locale.language_code)

    @property
    def core_there(self) -> int:
        return sum(core.is_there for core in self.core)

    @property
    def missing(self) -> list[CorePage]:
        return [core for core in self.core if not core.is_there]

    @property
    def has_own_furniture(self) -> bool:
        """Whether buttons, dates and notices speak the language; `furniture` is what they speak otherwise."""
        return self.language.interface_code == self.language.code or self.language.code.startswith(
            f"{settings.LANGUAGE_CODE}-"
        )

    @property
    def furniture(self) -> Language:
        return language_of(self.language.interface_code)

    @property
    def shown_instead(self) -> list[Language]:
        """Where its readers are led when a page is not in it."""
        return [language_of(code) for code in chain_of(self.locale.language_code)]

    @property
    def begin_url(self) -> str:
        """Where the home page is begun; nowhere while that of the source is not public."""
        homes = [core.page for core in self.core if core.page.depth == HOME_DEPTH]
        return begin_url(homes[0], self.language.code) if homes else ""


def core_pages() -> list[Page]:
    """The home page and the sections right below it: what the menu of every language leads to."""
    homes = published_pages().filter(depth=HOME_DEPTH, locale__language_code=settings.LANGUAGE_CODE)
    return [*homes, *sections()]


def languages(user: User) -> list[LanguageOverview]:
    """Every language but that of the source, in the order of the settings; a handful of queries."""
    order = list(dict(settings.LANGUAGES))
    locales = Locale.objects.filter(language_code__in=order).exclude(language_code=settings.LANGUAGE_CODE)
    locales = sorted(locales, key=lambda locale: order.index(locale.language_code))
    homes = {home.locale_id: home for home in HomePage.objects.filter(alias_of=None).select_related("locale")}
    core = core_pages()
    statuses = statuses_of(
        [page.translation_key for page in core], [locale.language_code for locale in locales]
    )
    counts, public = _public_pages(), published_homes()
    return [
        LanguageOverview(
            locale=locale,
            home=(home := homes.get(locale.pk)),
            is_public=public.of(locale.language_code) is not None,
            core=[
                _core_page(page, statuses[page.translation_key][locale.language_code], home) for page in core
            ],
            pages=counts.get(locale.pk, 0),
            may_switch=home is not None and home.permissions_for_user(user).can_switch(),
        )
        for locale in locales
    ]


def _core_page(page: Page, status: Status, home: HomePage | None) -> CorePage:
    published = status.version is not None and status.version.is_public
    if page.depth == HOME_DEPTH and home is not None and not published:
        translation = translation_of(home)
        whole = translation is None or not (why_not_read(translation) or why_not_whole(translation))
        return CorePage(page, status, whole)
    return CorePage(page, status, published)


def _public_pages() -> dict[int, int]:
    """Published pages by locale, whether or not the language is on."""
    live = Page.objects.filter(live=True, alias_of=None, depth__gte=HOME_DEPTH).order_by()
    return dict(live.values_list("locale_id").annotate(Count("pk")))
