"""
Whatever changes in the library, the next answer of a process that has it in memory shows the change.

Each test first reads the library, the home page and a lesson as they were.
"""

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Page, PageViewRestriction
from wagtail.test.utils.form_data import inline_formset

from campaigns.models import CampaignPage
from organisations.models import OrganisationPage
from programme.models import Topic
from resources.models import ResourceFile, ResourceIndexPage, ResourcePage
from site_core.journal import kept
from site_core.journal.stamps import stamp_of
from site_core.languages.addresses import page_address
from site_core.models import JournalEntry
from tests.organisations.conftest import person, signed_in
from tests.organisations.forms import page_form

__all__ = ["person", "signed_in"]

pytestmark = pytest.mark.django_db

LESSON = "/pl/materialy/slowa-ktore-rania/"
PLACES = {"/pl/materialy/": "#found", "/pl/": "#listing-resources", LESSON: "#alike"}
NEW = "Ławka rozmów"


class Reader:
    """Somebody who is answered by a process that has the library in memory."""

    def __init__(self, client: Client) -> None:
        self.client = client
        for address in (*PLACES, "/uk/materialy/", "/uk/", "/en/campaigns/i-hear-it-i-respond/"):
            assert self.opened(address)

    def opened(self, address: str) -> BeautifulSoup:
        answer = self.client.get(address)
        assert answer.status_code == 200
        return BeautifulSoup(answer.content, "html.parser")

    def titles(self, address: str, heading: str = "#found") -> list[str]:
        """Of the cards below a heading."""
        found = self.opened(address).select_one(heading)
        section = found.find_parent("section") if found else None
        return [link.text.strip() for link in section.select("h3 a, h4 a")] if section else []

    def library(self, query: str = "", code: str = "pl") -> list[str]:
        return self.titles(f"/{code}/materialy/{query}")

    def sees(self, title: str) -> set[str]:
        """Where, of library, home page and what is like the lesson. None of them is a card short."""
        shown = {address: self.titles(address, heading) for address, heading in PLACES.items()}
        assert (len(shown["/pl/"]), len(shown[LESSON])) == (4, 3)
        assert (
            f" {len(shown['/pl/materialy/'])} "
            in f" {self.opened('/pl/materialy/').select_one('#found').text} "
        )
        return {address for address, titles in shown.items() if title in titles}


@pytest.fixture
def lesson() -> ResourcePage:
    """Another one in Polish, the newest; in the topics of all the others."""
    library = ResourceIndexPage.objects.get(locale__language_code="pl")
    page = ResourcePage(
        title=NEW,
        slug="lawka-rozmow",
        summary="Rozmawiamy.",
        resource_kind="game",
        stages=["adults"],
        minutes_min=30,
        licence="cc0-1.0",
        locale=library.locale,
        first_published_at=timezone.now(),
    )
    library.add_child(instance=page)
    page.topics = Topic.objects.filter(locale__language_code="pl")
    page.save()
    return page


@pytest.fixture
def readers(lesson: ResourcePage, client: Client) -> Reader:
    return Reader(client)


@pytest.fixture
def private() -> OrganisationPage:
    """A page below which nobody sees anything without a password."""
    return restrict(OrganisationPage.objects.get(locale__language_code="pl"))


def restrict(page: Page) -> Page:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.PASSWORD, password="x")
    return page


def publish(page: Page, **facts: Any) -> None:
    """As an editor does it: a draft first."""
    page = Page.objects.get(pk=page.pk).specific
    for name, value in facts.items():
        setattr(page, name, value)
    page.save_revision().publish()


def document() -> int:
    return ResourceFile.objects.values_list("document", flat=True).first()


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


@pytest.mark.parametrize("as_its_type", [True, False])
def test_a_lesson_is_withdrawn(readers: Reader, lesson: ResourcePage, as_its_type: bool) -> None:
    page = lesson if as_its_type else Page.objects.get(pk=lesson.pk)
    assert readers.sees(NEW) == {*PLACES}
    page.unpublish()
    assert readers.sees(NEW) == set()


def test_a_lesson_is_deleted(readers: Reader, lesson: ResourcePage) -> None:
    Page.objects.get(pk=lesson.pk).delete()
    assert readers.sees(NEW) == set()


def test_a_lesson_is_deleted_with_the_page_above_it(lesson: ResourcePage, client: Client) -> None:
    parent = OrganisationPage.objects.filter(locale__language_code="pl").first()
    lesson.move(parent, pos="last-child")
    readers = Reader(client)
    assert readers.sees(NEW) == {*PLACES}
    Page.objects.get(pk=parent.pk).delete()
    assert readers.sees(NEW) == set()


def test_a_lesson_is_moved_to_where_a_password_is_needed_and_back(
    private: OrganisationPage, readers: Reader, lesson: ResourcePage
) -> None:
    lesson.move(private, pos="last-child")
    assert readers.sees(NEW) == set()
    Page.objects.get(pk=lesson.pk).move(
        ResourceIndexPage.objects.get(locale__language_code="pl"), pos="last-child"
    )
    assert readers.sees(NEW) == {*PLACES}


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


def test_a_password_is_asked_for_above_a_lesson_and_no_more(lesson: ResourcePage, client: Client) -> None:
    above = OrganisationPage.objects.get(locale__language_code="pl")
    lesson.move(above, pos="last-child")
    readers = Reader(client)
    assert readers.sees(NEW) == {*PLACES}
    restrict(above)
    assert readers.sees(NEW) == set()
    PageViewRestriction.objects.get(page=above).delete()
    assert readers.sees(NEW) == {*PLACES}


@pytest.mark.parametrize(
    ("facts", "before", "after"),
    [
        ({"stages": ["staff"]}, "stage=adults", "stage=staff"),
        ({"minutes_min": 60}, "minutes=30", "minutes=60"),
        ({"resource_kind": "video"}, "kind=game", "kind=video"),
        ({"licence": "cc-by-4.0"}, "licence=cc0-1.0", "licence=cc-by-4.0"),
    ],
)
def test_a_fact_changes(
    readers: Reader, lesson: ResourcePage, facts: dict[str, Any], before: str, after: str
) -> None:
    number = len(readers.library(f"?{before}"))
    assert NEW in readers.library(f"?{before}")
    publish(lesson, **facts)
    assert NEW not in readers.library(f"?{before}")
    assert len(readers.library(f"?{before}")) == number - 1
    assert NEW in readers.library(f"?{after}")


def test_a_title_changes_the_order(readers: Reader, lesson: ResourcePage) -> None:
    assert readers.library()[0] != NEW
    publish(lesson, title="Aaa")
    assert readers.library()[0] == "Aaa"
    publish(lesson, title="Żżż")
    assert readers.library()[0] != "Aaa"
    assert "Żżż" in readers.library()


def test_a_topic_is_taken_from_a_lesson_and_given_to_it(readers: Reader, lesson: ResourcePage) -> None:
    school = Topic.objects.get(slug="school", locale__language_code="pl")
    online = Topic.objects.get(slug="online", locale__language_code="pl")
    publish(lesson, topics=[school])
    assert NEW in readers.library("?topic=school")
    assert NEW not in readers.library("?topic=online")
    publish(lesson, topics=[])
    assert NEW not in readers.library("?topic=school")
    assert readers.sees(NEW) == {"/pl/materialy/", "/pl/"}
    page = ResourcePage.objects.get(pk=lesson.pk)
    page.topics.add(online)
    page.topics.commit()
    assert NEW in readers.library("?topic=online")
    assert readers.sees(NEW) == {*PLACES}


@pytest.fixture
def row(lesson: ResourcePage) -> Callable[[str], ResourceFile]:
    def add(language: str, second: str = "") -> ResourceFile:
        return ResourceFile.objects.create(
            page=lesson,
            document_id=document(),
            title="t",
            language=language,
            second_language=second,
            purpose="print",
        )

    return add


def test_a_file_in_another_language_is_added_and_deleted(
    readers: Reader, row: Callable[..., ResourceFile]
) -> None:
    assert NEW not in readers.library("?language=vi")
    file = row("pl", "vi")
    assert NEW in readers.library("?language=vi")
    file.second_language = "ar"
    file.save()
    assert NEW not in readers.library("?language=vi")
    assert NEW in readers.library("?language=ar")
    file.delete()
    assert NEW not in readers.library("?language=ar")


def test_a_file_is_added_and_deleted_in_the_form_of_its_lesson(
    readers: Reader, lesson: ResourcePage, signed_in: Callable[[str], Client]
) -> None:
    editor, address = signed_in("editor"), reverse("wagtailadmin_pages:edit", args=[lesson.pk])
    facts = {"language": "vi", "purpose": "print", "document": document()}

    def send(**more: Any) -> None:
        form = {"title": NEW, "slug": lesson.slug, "resource_kind": "game", "licence": "cc0-1.0"}
        form["note_to_teachers"] = "null"
        answer = editor.post(address, {**page_form(**form, **more), "action-publish": "1"})
        assert answer.status_code == 302, answer.context["form"].errors

    send(files=inline_formset([facts]))
    assert NEW in readers.library("?language=vi")
    file = ResourceFile.objects.get(page=lesson)
    send(files=inline_formset([{**facts, "id": file.pk, "DELETE": "on"}], initial=1))
    assert not ResourceFile.objects.filter(page=lesson).exists()
    assert NEW not in readers.library("?language=vi")


def test_a_topic_gets_another_name_and_another_code(readers: Reader) -> None:
    topic = Topic.objects.get(slug="online", locale__language_code="pl")
    with_it = readers.library("?topic=online")
    assert 0 < len(with_it) < len(readers.library())
    topic.name, topic.slug = "W sieci i poza nią", "net"
    topic.save()
    page = readers.opened("/pl/materialy/?topic=net")
    assert "W sieci i poza nią" in page.select_one(".chip").text
    assert readers.library("?topic=net") == with_it
    assert readers.library("?topic=online") == readers.library()
    topic.delete()
    assert readers.library("?topic=net") == readers.library()


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


def test_a_campaign_is_deleted_in_the_language_that_its_materials_name_it_in(readers: Reader) -> None:
    address = "/en/campaigns/i-hear-it-i-respond/"
    assert readers.titles(address, "#listing-resources")
    CampaignPage.objects.get(slug="slysze-reaguje", locale__language_code="pl").delete()
    assert readers.titles(address, "#listing-resources") == []


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


def test_what_no_journal_heard_of_is_seen_after_ten_minutes(
    readers: Reader, lesson: ResourcePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    ResourcePage.objects.filter(pk=lesson.pk).update(licence="cc-by-4.0")
    assert NEW in readers.library("?licence=cc0-1.0")
    later = kept.monotonic() + 601
    monkeypatch.setattr(kept, "monotonic", lambda: later)
    assert NEW not in readers.library("?licence=cc0-1.0")


def test_a_withdrawal_that_no_journal_heard_of_is_seen_at_once(readers: Reader, lesson: ResourcePage) -> None:
    ResourcePage.objects.filter(pk=lesson.pk).update(live=False)
    assert NEW not in readers.library()
    assert NEW not in readers.titles("/pl/", "#listing-resources")


def test_drafts_of_what_is_published_make_nothing_anew(readers: Reader, lesson: ResourcePage) -> None:
    """They are saved every few seconds while somebody writes."""
    before = stamp_of("library")
    page = ResourcePage.objects.get(pk=lesson.pk)
    page.title = "Inny tytuł"
    page.save_revision()
    assert stamp_of("library") == before
    assert readers.sees(NEW) == {*PLACES}
