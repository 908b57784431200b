"""What stands in a cell of the board: the state in words, and the place where one acts on it."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from site_core.languages.rows import PageRow
from site_core.languages.status import State, Status, statuses_of
from site_core.translation.changes.names import changes_url
from site_core.translation.permissions import ROOT_DEPTH, User, actions_at, holds_language
from site_core.translation.written import WRITTEN_LANGUAGES, version_url

SUBMIT = "wagtail_localize.submit_translation"
WHAT_ONE_DOES = {
    State.OUTDATED: gettext_lazy("Bring up to date"),
    State.MACHINE_DRAFT: gettext_lazy("Read over"),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """`does` says what the address is for; no address: there is nothing this person can do."""

    status: Status
    url: str = ""
    does: str = ""
    note: str = ""

    @property
    def text(self) -> str:
        return in_words(self.status)


def in_words(status: Status) -> str:
    if status.state is not State.OUTDATED:
        return str(status.state.label)
    text = ngettext("older: %(count)d passage", "older: %(count)d passages", status.count)
    return text % {"count": status.count}


class Cells:
    """Makes the cells of a list of pages for one person; three queries, however many pages and languages."""

    def __init__(self, user: User, locales: list[Locale], pages: Iterable[Page]) -> None:
        self.user = user
        self.locales = locales
        pages = list(pages)
        self.statuses = statuses_of(
            [page.translation_key for page in pages], [locale.language_code for locale in locales]
        )
        self.places = _places(pages, locales)
        self.translations = _translations(pages, locales)
        self.may_submit = user.has_perm(SUBMIT)

    def of(self, page: Page) -> dict[str, Cell]:
        return {locale.language_code: self._cell(page, locale) for locale in self.locales}

    def _cell(self, page: Page, locale: Locale) -> Cell:
        status = self.statuses[page.translation_key][locale.language_code]
        if status.version is None:
            return self._missing(status, page, locale)
        if self._may_change(status.version.path):
            return Cell(
                status, self._where(status, page, locale), str(WHAT_ONE_DOES.get(status.state, _("Edit")))
            )
        if status.state not in (State.DRAFT, State.MACHINE_DRAFT):
            return Cell(status, status.version.address, _("Read"))
        return Cell(status)

    def _where(self, status: Status, page: Page, locale: Locale) -> str:
        """Of an older version only what changed, unless it is written by hand."""
        translation = self.translations.get((page.translation_key, locale.pk))
        if status.state is State.OUTDATED and translation is not None:
            return changes_url(translation)
        assert status.version is not None  # noqa: S101 - there is something to edit
        return reverse("wagtailadmin_pages:edit", args=[status.version.pk])

    def _may_change(self, path: str) -> bool:
        return bool(self.user.is_superuser or "change" in actions_at(self.user, path))

    def _missing(self, status: Status, page: Page, locale: Locale) -> Cell:
        place = self.places.get((_parent_path(page), locale.language_code))
        if place is None:
            return Cell(status, note=_("the page above first"))
        if locale.language_code in WRITTEN_LANGUAGES:
            if not holds_language(self.user, locale.pk, "add"):
                return Cell(status)
            return Cell(status, version_url(page, locale.language_code), _("Write the easy version"))
        allowed = actions_at(self.user, place)
        if not self.may_submit or not (self.user.is_superuser or allowed & {"change", "add"}):
            return Cell(status)
        return Cell(status, begin_url(page, locale.language_code), _("Translate"))


def _translations(pages: list[Page], locales: list[Locale]) -> dict[tuple[UUID, int], int]:
    """By page and language, the number of the translation that is kept up passage by passage."""
    rows = Translation.objects.filter(
        source__object_id__in=[page.translation_key for page in pages],
        target_locale__in=locales,
        enabled=True,
    )
    return {
        (key, locale): pk for key, locale, pk in rows.values_list("source__object_id", "target_locale", "pk")
    }


def begin_url(page: Page, code: str) -> str:
    """The form that begins the translation of a page, with this language ticked."""
    url = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    return f"{url}?select_locale={code}"


def _parent_path(page: Page | PageRow) -> str:
    return page.path[: -Page.steplen]


def _places(pages: list[Page], locales: list[Locale]) -> dict[tuple[str, str], str]:
    """
    By path of the page above and language, the tree path below which the version would stand; see `place_in`.
    """
    above = {_parent_path(page) for page in pages}
    codes = [locale.language_code for locale in locales]
    rows = Page.objects.filter(
        translation_key__in=Page.objects.filter(path__in=above).values("translation_key"),
        locale__language_code__in=[settings.LANGUAGE_CODE, *codes],
        alias_of=None,
    ).values_list("path", "translation_key", "locale__language_code")
    rows = list(rows)
    by_key = {(key, code): path for path, key, code in rows}
    found = {
        (path, code): by_key[key, code]
        for path, key, _code in rows
        if path in above
        for code in codes
        if (key, code) in by_key
    }
    roots = {path for path in above if len(path) == ROOT_DEPTH * Page.steplen}
    return found | {(path, code): path for path in roots for code in codes}
