"""The admin's first page says what waits for this person, and says so when nothing does."""

import datetime
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import Page

from site_core.models import StandardPage
from tests.organisations import actions

pytestmark = pytest.mark.django_db

PEOPLE = ("editor", "translator-uk", "reviewer-uk", "ngo-author", "viewer")


@pytest.fixture(autouse=True)
def in_english(person: Callable) -> None:
    """These tests read the words of the page."""
    from wagtail.users.models import UserProfile

    for name in PEOPLE:
        profile = UserProfile.get_for_user(person(name))
        profile.preferred_language = "en"
        profile.save()


def first_page(client: Client) -> str:
    return client.get(reverse("wagtailadmin_home")).content.decode()


def test_a_translator_sees_what_is_missing_in_their_language_only(signed_in: Callable[[str], Client]) -> None:
    page = actions.untranslated_page()
    text = first_page(signed_in("translator-uk"))
    assert page.title in text
    address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    assert f"{address}?select_locale=uk" in text
    assert "select_locale=en" not in text


def test_an_editor_is_told_that_nothing_waits_and_then_that_something_does(
    signed_in: Callable[[str], Client],
) -> None:
    assert "Nothing waits for your approval." in first_page(signed_in("editor"))
    page = actions.untranslated_page()
    page.review_by = timezone.localdate() - datetime.timedelta(days=3)
    page.save()
    assert page.title in first_page(signed_in("editor"))


def test_an_author_sees_own_drafts_and_not_those_of_others(
    signed_in: Callable[[str], Client], person: Callable, home: Page
) -> None:
    assert "You have no draft." in first_page(signed_in("ngo-author"))
    for owner, title in (("ngo-author", "Mój szkic"), ("editor", "Cudzy szkic")):
        home.add_child(
            instance=StandardPage(
                title=title,
                summary="Szkic.",
                locale=home.locale,
                owner=person(owner),
                live=False,
                has_unpublished_changes=True,
            )
        )
    text = first_page(signed_in("ngo-author"))
    assert "Mój szkic" in text
    assert "Cudzy szkic" not in text


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("editor", "You edit and publish pages in every language"),
        ("translator-uk", "You translate pages into your language"),
        ("reviewer-uk", "You read over what is translated into your language"),
        ("ngo-author", "You write drafts under your organisation"),
        ("viewer", "You may look at everything here."),
    ],
)
def test_everybody_is_told_what_they_may_do(
    signed_in: Callable[[str], Client], name: str, sentence: str
) -> None:
    assert sentence in first_page(signed_in(name))


@pytest.mark.slow
@pytest.mark.parametrize("name", PEOPLE)
def test_every_first_step_leads_somewhere(signed_in: Callable[[str], Client], name: str) -> None:
    from site_core.admin.first_steps import FirstSteps

    client = signed_in(name)
    answer = client.get(reverse("wagtailadmin_home"))
    steps = next(panel for panel in answer.context["panels"] if isinstance(panel, FirstSteps)).steps
    assert steps
    for step in steps:
        assert client.get(step.url, follow=True).status_code == 200, step.label


@pytest.mark.parametrize("demonstration", [True, False])
def test_the_strip_is_there_in_the_demonstration_only(
    signed_in: Callable[[str], Client], settings: object, demonstration: bool
) -> None:
    settings.DEMONSTRATION = demonstration
    assert ("demonstration-strip" in first_page(signed_in("editor"))) is demonstration


def test_the_page_speaks_the_editors_language(signed_in: Callable[[str], Client]) -> None:
    with translation.override("pl"):
        assert '<html lang="en"' in first_page(signed_in("editor"))
