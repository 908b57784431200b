"""
Whatever is published, moved or goes, the next answer of a process that has the library in memory shows it.

Each test first reads the library, the home page and a lesson as they were.
"""

from collections.abc import Callable

import pytest
from django.db import transaction
from django.test import Client
from wagtail.models import Locale, Page, PageViewRestriction

from campaigns.models import CampaignPage
from organisations.models import OrganisationPage
from programme.models import Topic
from resources.models import ResourceIndexPage, ResourcePage
from site_core.journal import kept
from site_core.journal.stamps import stamp_of
from site_core.languages.addresses import page_address
from site_core.models import JournalEntry
from tests.resources.in_memory import NEW, PLACES, Reader, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def private() -> OrganisationPage:
    """A page below which nobody sees anything without a password."""
    return restrict(OrganisationPage.objects.get(locale__language_code="pl"))


def restrict(page: Page) -> Page:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.PASSWORD, password="x")
    return page


@pytest.mark.slow
def test_a_draft_is_published(readers: Reader) -> None:
    library = ResourceIndexPage.objects.get(locale__language_code="pl")
    draft = ResourcePage(
        title="Szkic", slug="szkic", summary="s", resource_kind="game", locale=library.locale, live=False
    )
    draft.topics = Topic.objects.filter(locale__language_code="pl")
    library.add_child(instance=draft)
    assert readers.sees("Szkic") == set()
    publish(draft)
    assert readers.sees("Szkic") == {*PLACES}


@pytest.mark.slow
@pytest.mark.parametrize("as_its_type", [True, False])
def test_a_lesson_is_withdrawn(readers: Reader, lesson: ResourcePage, as_its_type: bool) -> None:
    page = lesson if as_its_type else Page.objects.get(pk=lesson.pk)
    assert readers.sees(NEW) == {*PLACES}
    page.unpublish()
    assert readers.sees(NEW) == set()


@pytest.mark.slow
def test_a_lesson_is_deleted(readers: Reader, lesson: ResourcePage) -> None:
    Page.objects.get(pk=lesson.pk).delete()
    assert readers.sees(NEW) == set()


@pytest.mark.slow
def test_a_lesson_is_deleted_with_the_page_above_it(lesson: ResourcePage, client: Client) -> None:
    parent = OrganisationPage.objects.filter(locale__language_code="pl").first()
    lesson.move(parent, pos="last-child")
    readers = Reader(client)
    assert readers.sees(NEW) == {*PLACES}
    Page.objects.get(pk=parent.pk).delete()
    assert readers.sees(NEW) == set()


@pytest.mark.slow
def test_a_lesson_is_moved_to_where_a_password_is_needed_and_back(
    private: OrganisationPage, readers: Reader, lesson: ResourcePage
) -> None:
    lesson.move(private, pos="last-child")
    assert readers.sees(NEW) == set()
    Page.objects.get(pk=lesson.pk).move(
        ResourceIndexPage.objects.get(locale__language_code="pl"), pos="last-child"
    )
    assert readers.sees(NEW) == {*PLACES}


@pytest.mark.slow
def test_the_page_above_a_lesson_is_moved_to_where_a_password_is_needed(
    lesson: ResourcePage, client: Client, demo_page: Callable[..., Page]
) -> None:
    above = OrganisationPage.objects.get(locale__language_code="pl")
    lesson.move(above, pos="last-child")
    shut = restrict(demo_page("O programie i o tej stronie"))
    readers = Reader(client)
    assert readers.sees(NEW) == {*PLACES}
    Page.objects.get(pk=above.pk).move(shut, pos="last-child")
    assert readers.sees(NEW) == set()


@pytest.mark.slow
def test_a_password_is_asked_for_above_a_lesson_and_no_more(lesson: ResourcePage, client: Client) -> None:
    above = OrganisationPage.objects.get(locale__language_code="pl")
    lesson.move(above, pos="last-child")
    readers = Reader(client)
    assert readers.sees(NEW) == {*PLACES}
    restrict(above)
    assert readers.sees(NEW) == set()
    PageViewRestriction.objects.get(page=above).delete()
    assert readers.sees(NEW) == {*PLACES}


@pytest.mark.slow
def test_a_translation_is_published_and_the_reader_s_own_language_goes_first(readers: Reader) -> None:
    polish = ResourcePage.objects.get(slug="symbol-nienawisci-w-szkole", locale__language_code="pl")
    titles = readers.library(code="uk")
    assert titles.index(polish.title) >= len(titles) - 2
    version = polish.copy_for_translation(Locale.objects.get(language_code="uk"))
    publish(version, title="Символ")
    titles = readers.library(code="uk")
    assert polish.title not in titles
    assert titles.index("Символ") < len(titles) - 1
    Page.objects.get(pk=version.pk).unpublish()
    assert polish.title in readers.library(code="uk")


@pytest.mark.slow
def test_two_languages_change_their_codes(readers: Reader) -> None:
    """An administrator has taken the one for the other when they were entered."""
    at = {code: library_address(code) for code in ("ar", "be")}
    titles = {code: readers.titles(at[code]) for code in at}
    assert titles["ar"][0] != titles["be"][0]
    arabic, belarusian = (Locale.objects.get(language_code=code) for code in ("ar", "be"))
    for locale, code in ((arabic, "vi-old"), (belarusian, "ar"), (arabic, "be")):
        locale.language_code = code
        locale.save()
    assert readers.titles(library_address("be"))[0] == titles["ar"][0]
    assert readers.titles(library_address("ar"))[0] == titles["be"][0]


def library_address(code: str) -> str:
    return page_address(ResourceIndexPage.objects.get(locale__language_code=code))


@pytest.mark.slow
def test_a_campaign_is_deleted_in_the_language_that_its_materials_name_it_in(readers: Reader) -> None:
    address = "/en/campaigns/i-hear-it-i-respond/"
    assert readers.titles(address, "#listing-resources")
    CampaignPage.objects.get(slug="slysze-reaguje", locale__language_code="pl").delete()
    assert readers.titles(address, "#listing-resources") == []


@pytest.mark.slow
def test_what_was_rolled_back_was_never_there(readers: Reader, lesson: ResourcePage) -> None:
    before = [readers.titles(address, heading) for address, heading in PLACES.items()]
    with transaction.atomic():
        lesson.unpublish()
        assert readers.sees(NEW) == set()
        transaction.set_rollback(True)
    assert [readers.titles(address, heading) for address, heading in PLACES.items()] == before
    lesson.delete()
    assert readers.sees(NEW) == set()


def test_a_change_that_was_noted_first_and_committed_last_is_seen(
    readers: Reader, lesson: ResourcePage
) -> None:
    ResourcePage.objects.filter(pk=lesson.pk).update(licence="cc-by-4.0")
    assert NEW in readers.library("?licence=cc0-1.0")  # nobody noted anything yet
    oldest = JournalEntry.objects.order_by("pk").first()
    JournalEntry.objects.create(pk=oldest.pk - 1, kind="library", token=1)
    assert NEW not in readers.library("?licence=cc0-1.0")


@pytest.mark.slow
def test_what_no_journal_heard_of_is_seen_after_ten_minutes(
    readers: Reader, lesson: ResourcePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    ResourcePage.objects.filter(pk=lesson.pk).update(licence="cc-by-4.0")
    assert NEW in readers.library("?licence=cc0-1.0")
    later = kept.monotonic() + 601
    monkeypatch.setattr(kept, "monotonic", lambda: later)
    assert NEW not in readers.library("?licence=cc0-1.0")


@pytest.mark.slow
def test_a_withdrawal_that_no_journal_heard_of_is_seen_at_once(readers: Reader, lesson: ResourcePage) -> None:
    ResourcePage.objects.filter(pk=lesson.pk).update(live=False)
    assert NEW not in readers.library()
    assert NEW not in readers.titles("/pl/", "#listing-resources")


@pytest.mark.slow
def test_drafts_of_what_is_published_make_nothing_anew(readers: Reader, lesson: ResourcePage) -> None:
    """They are saved every few seconds while somebody writes."""
    before = stamp_of("library")
    page = ResourcePage.objects.get(pk=lesson.pk)
    page.title = "Inny tytuł"
    page.save_revision()
    assert stamp_of("library") == before
    assert readers.sees(NEW) == {*PLACES}
