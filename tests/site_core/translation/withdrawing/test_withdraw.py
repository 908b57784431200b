"""The action itself: all of it or nothing, whatever stands below, whoever is faster."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import AbstractUser
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from site_core.media.models import SiteDocument
from site_core.models import HomePage
from site_core.translation.withdrawing import withdraw as module
from site_core.translation.withdrawing.files import files_of
from site_core.translation.withdrawing.reasons import Reason
from site_core.translation.withdrawing.scope import Obstacle, Scope
from site_core.translation.withdrawing.withdraw import NotPossible, withdraw
from tests.site_core.translation.withdrawing.conftest import Withdraw, public_in, version_in

pytestmark = pytest.mark.django_db


def test_a_failure_half_way_changes_nothing(
    campaign: Page, editor: AbstractUser, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = public_in(campaign)

    def fail(*args: Any) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(module, "write", fail)
    with pytest.raises(OSError, match="disk"):
        withdraw(campaign, Reason.LAW, "", editor)
    assert public_in(campaign) == before
    assert not SiteDocument.objects.filter(withheld_by__isnull=False).exists()
    assert not PageLogEntry.objects.filter(action__startswith="site_core.withdraw").exists()


def test_pages_below_stay_unless_they_are_asked_for(
    demo_page: Callable[..., Page], withdrawn: Withdraw, editor: AbstractUser
) -> None:
    section, below = demo_page("Partnerzy"), demo_page("Fundacja Zustricz – Klub Ukraiński w Krakowie")
    languages = public_in(below)
    assert languages
    withdrawn(section)
    assert public_in(below) == languages
    module_again = demo_page("Partnerzy")
    module_again.save_revision().publish()
    withdrawn(module_again, below=True)
    assert public_in(below) == set()


def test_a_version_that_stands_elsewhere_in_the_tree_goes_with_the_rest(
    demo_page: Callable[..., Page], withdrawn: Withdraw
) -> None:
    """Somebody moved the Ukrainian page of a section out of it."""
    section, below = demo_page("Partnerzy"), demo_page("Fundacja Zustricz – Klub Ukraiński w Krakowie")
    ukrainian = version_in(below, "uk")
    ukrainian.move(HomePage.objects.get(locale__language_code="uk"), pos="last-child")
    withdrawn(section, below=True)
    assert public_in(below) == set()


def test_only_drafts_are_nothing_to_withdraw(
    campaign: Page, withdrawn: Withdraw, editor: AbstractUser
) -> None:
    withdrawn(campaign)
    with pytest.raises(NotPossible) as refusal:
        withdraw(campaign, Reason.LAW, "", editor)
    assert refusal.value.scope.concerned == []


def test_a_draft_that_would_publish_itself_is_stopped_though_nothing_is_public(
    campaign: Page, withdrawn: Withdraw, editor: AbstractUser
) -> None:
    for code in public_in(campaign):
        version_in(campaign, code).unpublish()
    page = version_in(campaign, "uk")
    page.go_live_at = timezone.now() + timedelta(days=1)
    page.save_revision().publish()
    record = withdrawn(campaign)
    assert record.pages == []
    assert [each.language.code for each in record.cancelled] == ["uk"]
    assert not page.revisions.filter(approved_go_live_at__isnull=False).exists()


def test_a_home_page_is_not_withdrawn(home: HomePage, editor: AbstractUser) -> None:
    with pytest.raises(NotPossible):
        withdraw(home, Reason.LAW, "", editor)
    assert HomePage.objects.get(pk=home.pk).live


def test_a_lock_of_somebody_else_is_in_the_way_and_ones_own_is_not(
    campaign: Page, editor: AbstractUser, person: Callable[[str], AbstractUser]
) -> None:
    ukrainian = version_in(campaign, "uk")
    ukrainian.locked, ukrainian.locked_by, ukrainian.locked_at = True, person("administrator"), timezone.now()
    ukrainian.save()
    before = public_in(campaign)
    with pytest.raises(NotPossible) as refusal:
        withdraw(campaign, Reason.LAW, "", editor)
    assert [(each.language.code, each.obstacle) for each in refusal.value.scope.in_the_way] == [
        ("uk", Obstacle.LOCK)
    ]
    assert public_in(campaign) == before
    withdraw(campaign, Reason.LAW, "", person("administrator"))
    assert public_in(campaign) == set()


def test_a_version_published_between_question_and_answer_goes_too(
    campaign: Page, withdrawn: Withdraw, editor: AbstractUser
) -> None:
    """The form named four languages; a fifth came while it was being read."""
    version_in(campaign, "uk").unpublish()
    asked = Scope(campaign, editor)
    assert "uk" not in {language.code for language in asked.languages}
    version_in(campaign, "uk").save_revision().publish()
    withdrawn(campaign)
    assert public_in(campaign) == set()


def test_the_question_costs_the_same_in_two_languages_and_in_all(
    campaign: Page, editor: AbstractUser
) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            scope = Scope(campaign, editor, below=True)
            assert scope.concerned
            files_of(scope.keys)
        return len(queries)

    cost()  # kinds of things are looked up once in a process
    many = cost()
    for code in public_in(campaign) - {"pl", "en"}:
        version_in(campaign, code).unpublish()
    assert cost() == many


def test_the_log_names_nobody_but_who_acted(campaign: Page, editor: AbstractUser) -> None:
    record = withdraw(campaign, Reason.PERSONAL_DATA, "list w szufladzie", editor)
    facts = dict(record.entry.data)
    assert facts.pop("reason") == "personal_data"
    assert facts.pop("note") == "list w szufladzie"
    assert set(facts) == {"pages", "scheduled", "documents", "images", "withdrawal"}
    assert {key for row in facts["pages"] for key in row} == {"page", "language", "revision", "published_at"}
    assert all(isinstance(number, int) for number in facts["documents"] + facts["images"])
