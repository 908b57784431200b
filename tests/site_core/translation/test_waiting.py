"""What waits for translators and publishers, and that asking does not grow with the site."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation

from site_core.models import HomePage, StandardPage
from site_core.translation import waiting
from tests.organisations import actions

pytestmark = pytest.mark.django_db


@pytest.fixture
def ukrainian(locale: Callable[[str], Locale]) -> Locale:
    return locale("uk")


def campaign_in(found: object) -> bool:
    return actions.campaign("uk").pk in [row.target_id for row in found]


def test_a_page_that_is_not_there_yet(ukrainian: Locale) -> None:
    page = actions.untranslated_page()
    assert page.pk in [row.pk for row in waiting.pages_missing_in(ukrainian)]
    page.copy_for_translation(ukrainian)
    assert page.pk not in [row.pk for row in waiting.pages_missing_in(ukrainian)]


def test_only_what_can_be_begun_is_missing(ukrainian: Locale) -> None:
    parent = actions.untranslated_page()
    child = parent.add_child(instance=StandardPage(title="Niżej", summary="Niżej.", locale=parent.locale))
    draft = parent.get_parent().add_child(
        instance=StandardPage(title="Szkic", summary="Szkic.", locale=parent.locale, live=False)
    )
    missing = [row.pk for row in waiting.pages_missing_in(ukrainian)]
    assert child.pk not in missing
    assert draft.pk not in missing


def test_a_source_that_changed_makes_its_translation_outdated(ukrainian: Locale) -> None:
    translations = waiting.page_translations([ukrainian])
    assert not campaign_in(waiting.outdated(translations))
    polish = actions.campaign("pl")
    polish.summary = "Nowe zdanie."
    polish.save_revision().publish()
    assert campaign_in(waiting.outdated(translations))
    actions.translation("uk").source.update_from_db()
    assert campaign_in(waiting.outdated(translations)), "the new text is there, its translation is not"


def test_a_draft_of_the_source_changes_nothing(ukrainian: Locale) -> None:
    polish = actions.campaign("pl")
    polish.summary = "Jeszcze nie."
    polish.save_revision()
    assert not campaign_in(waiting.outdated(waiting.page_translations([ukrainian])))


@pytest.mark.slow
def test_a_finished_translation_is_ready_until_it_is_published(
    ukrainian: Locale, signed_in: Callable[[str], Client], django_capture_on_commit_callbacks: Callable
) -> None:
    translations = waiting.page_translations([ukrainian])
    assert not campaign_in(waiting.ready(translations))
    assert actions.enter_passage(signed_in("translator-uk"), "uk")
    assert campaign_in(waiting.ready(translations))
    with django_capture_on_commit_callbacks(execute=True):
        signed_in("editor").post(
            reverse("wagtailadmin_pages:edit", args=[actions.campaign("uk").pk]), {"action": "publish"}
        )
    assert actions.campaign("uk").summary == actions.WORDS
    assert not campaign_in(waiting.ready(translations))


def test_a_translation_never_published_and_with_gaps_is_unfinished(ukrainian: Locale) -> None:
    segment = actions.summary_segment("uk")
    StringTranslation.objects.filter(
        translation_of=segment.string, context=segment.context, locale=ukrainian
    ).delete()
    translations = waiting.page_translations([ukrainian])
    assert campaign_in(waiting.outdated(translations)), "while it is public it is out of date"
    actions.campaign("uk").unpublish()
    assert campaign_in(waiting.unfinished(translations))
    assert not campaign_in(waiting.ready(translations))


@pytest.mark.slow
@pytest.mark.parametrize("name", ["translator-uk", "editor", "ngo-author", "viewer"])
def test_the_first_page_asks_no_more_of_a_larger_site(
    signed_in: Callable[[str], Client],
    django_assert_num_queries: DjangoAssertNumQueries,
    name: str,
) -> None:
    home = HomePage.objects.get(locale__language_code="pl")

    def add_pages(prefix: str, number: int) -> None:
        for count in range(number):
            title = f"{prefix} {count}"
            home.add_child(instance=StandardPage(title=title, summary="Tekst.", locale=home.locale))

    client = signed_in(name)
    add_pages("Mało", 8)
    client.get(reverse("wagtailadmin_home"))
    with django_assert_num_queries(10_000, exact=False) as few:
        client.get(reverse("wagtailadmin_home"))
    add_pages("Dużo", 30)
    assert Page.objects.filter(title__startswith="Dużo").count() == 30
    with django_assert_num_queries(len(few), exact=True):
        client.get(reverse("wagtailadmin_home"))
