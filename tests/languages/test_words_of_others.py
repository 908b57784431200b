"""Better words for Wagtail's: only for messages it has, and people see them."""

import json
from collections.abc import Callable
from pathlib import Path

import polib
import pytest
import wagtail
from django.apps import apps
from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext
from wagtail.users.models import UserProfile

from site_core.catalogues.comparison import Key, key_of
from site_core.catalogues.words_of_others import overlay_faults, overlay_path, overlays
from tests.organisations.conftest import person, signed_in

__all__ = ["person", "signed_in"]

FOR_THIS_RELEASE = pytest.mark.skipif(
    wagtail.VERSION >= (7, 5), reason="the overlays are made for the release the site runs on"
)


@pytest.mark.slow
@FOR_THIS_RELEASE
def test_the_overlays_hold_only_what_the_packages_ask_for() -> None:
    assert list(overlay_faults()) == []
    assert {language for language, _path in overlays()} == {"pl", "uk"}


@FOR_THIS_RELEASE
@pytest.mark.parametrize("language", ["pl", "uk"])
def test_nobody_reads_the_admin_in_two_languages(language: str) -> None:
    """What Wagtail has no Ukrainian for, Django says in the site's own language, Polish."""
    untold = []
    for app in apps.get_app_configs():
        if app.name.split(".")[0] in ("wagtail", "wagtail_localize"):
            for asked in Path(app.path, "locale", "en", "LC_MESSAGES").glob("*.po"):
                told = _told(Path(app.path, "locale", language, "LC_MESSAGES", asked.name))
                told |= _told(overlay_path() / language / "LC_MESSAGES" / asked.name)
                untold += [
                    entry.msgid
                    for entry in polib.pofile(str(asked))
                    if not entry.obsolete and key_of(entry) not in told
                ]
    assert untold == []


def _told(catalogue: Path) -> set[Key]:
    if not catalogue.exists():
        return set()
    return {key_of(entry) for entry in polib.pofile(str(catalogue)).translated_entries()}


def test_ours_go_before_wagtails() -> None:
    with translation.override("pl"):
        assert gettext("No, don't unpublish") == "Nie, zostaw opublikowane"
    with translation.override("uk"):
        assert gettext("No other translations") == "Немає інших мовних версій"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("view", "language", "word"),
    [
        ("wagtail_localize:javascript_catalog", "uk", "Надіслати файл PO на сайт"),
        ("wagtail_localize:javascript_catalog", "pl", "Opublikuj: "),
        ("wagtailadmin_javascript_catalog", "pl", "Zmiany zapisały się same."),
    ],
)
def test_scripts_get_them_too(
    signed_in: Callable, person: Callable, view: str, language: str, word: str
) -> None:
    profile = UserProfile.get_for_user(person("editor"))
    profile.preferred_language = language
    profile.save()
    answer = signed_in("editor").get(reverse(view)).content.decode()
    assert json.dumps(word)[1:-1] in answer


def test_the_two_places_are_apart() -> None:
    ours, theirs = settings.LOCALE_PATHS
    assert theirs.parent == ours
    assert theirs == overlay_path()
