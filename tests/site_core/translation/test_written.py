"""Easy Polish is written: each page of it belongs to a Polish one, and none stands alone."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from site_core.models import HomePage
from tests.organisations import actions

pytestmark = pytest.mark.django_db

WRITER = "writer-easy-polish"


@pytest.fixture
def easy(locale: Callable[[str], Locale]) -> Locale:
    return locale("pl-simple")


def begin(client: Client, page: Page) -> Page | None:
    client.post(reverse("write_version", args=[page.pk, "pl-simple"]))
    return Page.objects.filter(
        translation_key=page.translation_key, locale__language_code="pl-simple"
    ).first()


@pytest.mark.slow
def test_the_first_page_offers_what_has_no_easy_version_and_the_draft_opens(
    signed_in: Callable[[str], Client], easy: Locale
) -> None:
    page, writer = actions.untranslated_page(), signed_in(WRITER)
    address = reverse("write_version", args=[page.pk, "pl-simple"])
    assert f'action="{address}"' in writer.get(reverse("wagtailadmin_home")).content.decode()
    answer = writer.post(address, follow=True)
    version = page.get_translation(easy)
    assert answer.redirect_chain[-1][0] == reverse("wagtailadmin_pages:edit", args=[version.pk])
    assert not version.live
    assert version.owner.username == WRITER
    assert 'name="title"' in answer.content.decode(), "the ordinary editor, not that of translations"
    assert not Translation.objects.filter(source__object_id=page.translation_key).exists()
    assert address not in writer.get(reverse("wagtailadmin_home")).content.decode()


def test_asking_makes_nothing_and_asking_twice_makes_one(signed_in: Callable[[str], Client]) -> None:
    page, writer = actions.untranslated_page(), signed_in(WRITER)
    address = reverse("write_version", args=[page.pk, "pl-simple"])
    assert writer.get(address).status_code == 200
    assert not Page.objects.filter(translation_key=page.translation_key).exclude(pk=page.pk).exists()
    assert begin(writer, page) == begin(writer, page)


@pytest.mark.parametrize("name", ["translator-uk", "ngo-author", "ngo-coordinator", "viewer"])
def test_nobody_else_begins_one(signed_in: Callable[[str], Client], name: str) -> None:
    assert begin(signed_in(name), actions.untranslated_page()) is None


def test_it_is_not_a_way_into_other_languages(signed_in: Callable[[str], Client]) -> None:
    page = actions.untranslated_page()
    signed_in("editor").post(reverse("write_version", args=[page.pk, "uk"]))
    assert page.get_translations().count() == 0


def test_it_is_not_offered_as_a_translation(signed_in: Callable[[str], Client], easy: Locale) -> None:
    page = actions.untranslated_page()
    url = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    signed_in("editor").post(url, {"locales": [easy.pk]})
    assert not page.has_translation(easy)


@pytest.mark.parametrize("name", [WRITER, "editor", "administrator"])
def test_no_page_is_added_that_belongs_to_none(signed_in: Callable[[str], Client], name: str) -> None:
    home = HomePage.objects.get(locale__language_code="pl-simple")
    client = signed_in(name)
    below = reverse("wagtailadmin_pages:add_subpage", args=[home.pk])
    assert below not in client.get(reverse("wagtailadmin_explore", args=[home.pk])).content.decode()
    assert client.get(below).status_code == 302
