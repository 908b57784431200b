"""The list of names and descriptions: each in its source language, and its state in every other."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.db.models import Model
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation, get_edit_url

from site_core.languages.status import State, Status
from site_core.models import VersionFreshness
from site_core.translation.board.cells import SUBMIT, WHAT_ONE_DOES, Cell
from site_core.translation.changes.names import changes_url
from site_core.translation.permissions import User, may_change_snippets
from site_core.translation.vocabulary.kinds import readable_models


@dataclass(slots=True)
class Entry:
    """`url`: where the source is edited, for who may. Cells by language."""

    row: Model
    kind: str
    url: str = ""
    cells: dict[str, Cell] = field(default_factory=dict)


def entries_for(user: User, locales: list[Locale]) -> list[Entry]:
    """
    Of the kinds that the person may read, each with its states in these languages.

    Two queries for each kind, and three; however many rows and languages.
    """
    found: list[Entry] = []
    versions: dict[tuple[UUID, int], Model] = {}
    for model in readable_models(user):
        kind = str(capfirst(model._meta.verbose_name))
        rows = model._default_manager.filter(locale__language_code=settings.LANGUAGE_CODE)
        found += [Entry(row, kind) for row in rows.select_related("locale")]
        for row in model._default_manager.filter(locale__in=locales):
            versions[row.translation_key, row.locale_id] = row
    states = _States(entry.row.translation_key for entry in found)
    for entry in found:
        if may_change_snippets(user, type(entry.row), entry.row.locale_id):
            entry.url = get_edit_url(entry.row)
        for locale in locales:
            version = versions.get((entry.row.translation_key, locale.pk))
            entry.cells[locale.language_code] = _cell(user, entry, locale, version, states)
    return found


class _States:
    """What is known of these names, by key and language; three queries."""

    def __init__(self, keys: Iterable[UUID]) -> None:
        keys = list(keys)
        rows = VersionFreshness.objects.filter(translation_key__in=keys)
        self.behind = {
            (key, locale): (len(behind), since)
            for key, locale, behind, since in rows.values_list(
                "translation_key", "locale_id", "behind", "source_changed_at"
            )
            if behind
        }
        texts = StringTranslation.objects.filter(context__object_id__in=keys, has_error=False)
        self.begun = set(texts.order_by().values_list("context__object_id", "locale_id").distinct())
        kept_up = Translation.objects.filter(source__object_id__in=keys, enabled=True)
        self.translations = {
            (key, locale): pk
            for key, locale, pk in kept_up.values_list("source__object_id", "target_locale_id", "pk")
        }

    def of(self, place: tuple[UUID, int]) -> Status:
        """A row that nobody has put a word into shows the words of its source."""
        if place not in self.behind:
            return Status(State.CURRENT)
        if place in self.translations and place not in self.begun:
            return Status(State.DRAFT)
        number, since = self.behind[place]
        return Status(State.OUTDATED, number, since)


def _cell(user: User, entry: Entry, locale: Locale, version: Model | None, states: _States) -> Cell:
    may_change = may_change_snippets(user, type(entry.row), locale.pk)
    if version is None:
        status = Status(State.MISSING)
        may_begin = may_change and user.has_perm(SUBMIT)
        return Cell(status, _begin_url(entry.row, locale), _("Translate")) if may_begin else Cell(status)
    place = (entry.row.translation_key, locale.pk)
    status = states.of(place)
    if not may_change:
        return Cell(status)
    translation = states.translations.get(place)
    is_open = status.state is not State.CURRENT and translation is not None
    url = changes_url(translation) if is_open and translation else get_edit_url(version)
    return Cell(status, url, str(WHAT_ONE_DOES.get(status.state, _("Edit"))))


def _begin_url(row: Model, locale: Locale) -> str:
    meta = row._meta
    url = reverse(
        "wagtail_localize:submit_snippet_translation", args=[meta.app_label, meta.model_name, row.pk]
    )
    return f"{url}?{urlencode({'select_locale': locale.language_code})}"
