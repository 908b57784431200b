"""No more is sent in a month than was allowed, whoever asks at the same time."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from site_core.models import MachineTranslationMonth
from site_core.translation.machine import budget

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def a_hundred(settings: object) -> None:
    settings.MACHINE_TRANSLATION_MONTHLY_CHARACTERS = 100


def at(monkeypatch: pytest.MonkeyPatch, *day: int) -> None:
    monkeypatch.setattr(timezone, "now", lambda: datetime(*day, 12, tzinfo=UTC))


def test_the_last_characters_are_taken_once() -> None:
    assert budget.take(60)
    assert budget.take(60) is None
    assert budget.remaining() == 40, "what was refused does not count"
    assert budget.take(40)
    assert budget.remaining() == 0
    assert budget.take(1) is None


def test_asking_and_taking_are_one_statement() -> None:
    """Of two who ask at once, a database lets one UPDATE wait for the other and look again."""
    budget.take(1)
    with CaptureQueriesContext(connection) as captured:
        budget.take(5)
    updates = [query["sql"] for query in captured if query["sql"].startswith("UPDATE")]
    assert len(updates) == 1
    assert "characters" in updates[0].split("WHERE")[1]


def test_more_than_a_whole_month_is_never_taken() -> None:
    assert budget.take(101) is None
    assert budget.remaining() == 100


def test_a_month_begins_anew_and_what_failed_goes_back_to_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    at(monkeypatch, 2026, 11, 30)
    november = budget.take(90)
    assert november is not None
    at(monkeypatch, 2026, 12, 1)
    assert budget.remaining() == 100
    budget.take(30)
    budget.give_back(90, november)
    assert budget.remaining() == 70
    assert MachineTranslationMonth.objects.get(month=november).characters == 0


def test_nothing_is_given_back_twice() -> None:
    month = budget.take(10)
    assert month is not None
    budget.give_back(10, month)
    budget.give_back(10, month)
    assert budget.remaining() == 100


def test_a_budget_that_was_made_smaller_is_none_left(settings: object) -> None:
    budget.take(90)
    settings.MACHINE_TRANSLATION_MONTHLY_CHARACTERS = 50
    assert budget.remaining() == 0
    assert budget.take(1) is None
