"""Better words for Wagtail's: only for messages it has, and people see them."""

import json
from collections.abc import Callable

import pytest
import wagtail
from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext
from wagtail.users.models import UserProfile

from site_core.catalogues.words_of_others import overlay_faults, overlay_path, overlays
from tests.organisations.conftest import person, signed_in

__all__ = ["person", "signed_in"]


@pytest.mark.skipif(
    wagtail.VERSION >= (7, 5), reason="the overlays are made for the release the site runs on"
)
def test_the_overlays_hold_only_what_the_packages_ask_for() -> None:
    assert list(overlay_faults()) == []
    assert {language for language, _path in overlays()} == {"pl", "uk"}


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
