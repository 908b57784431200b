"""A stamp is another one after whatever was noted, in whichever order it came to be seen."""

from threading import Thread

import pytest
from django.db import connection, transaction

from site_core.journal.stamps import stamp_of
from site_core.journal.writing import note
from site_core.models import JournalEntry

pytestmark = pytest.mark.django_db

KIND = "leaves"


def test_each_entry_makes_it_another() -> None:
    stamps = [stamp_of(KIND)]
    for _ in range(300):
        note(KIND)
        stamps.append(stamp_of(KIND))
    assert len(set(stamps)) == 301


def test_another_kind_does_not() -> None:
    note(KIND)
    before = stamp_of(KIND)
    for _ in range(300):
        note("branches")
    assert stamp_of(KIND) == before


def test_an_older_entry_that_is_seen_late_does_too() -> None:
    """Its transaction began first and was committed last."""
    note(KIND)
    oldest = JournalEntry.objects.order_by("pk").first()
    before = stamp_of(KIND)
    JournalEntry.objects.create(pk=oldest.pk - 10, kind=KIND, token=7)
    assert stamp_of(KIND) != before


def test_after_a_rollback_it_is_the_former_one_and_no_later_one_is_that_of_the_rolled_back() -> None:
    note(KIND)
    before = stamp_of(KIND)
    with transaction.atomic():
        note(KIND)
        within = stamp_of(KIND)
        transaction.set_rollback(True)
    assert stamp_of(KIND) == before != within
    note(KIND)
    assert stamp_of(KIND) not in (before, within)


def test_a_thousand_changes_leave_few_rows() -> None:
    for _ in range(1_000):
        note(KIND)
    assert JournalEntry.objects.filter(kind=KIND).count() <= 200


@pytest.mark.postgres
def test_nobody_waits_for_an_entry_that_another_transaction_is_deleting() -> None:
    for _ in range(100):
        note("library")  # deletes those that the demonstration's own changes left
    troubles: list[BaseException] = []

    def in_another_process() -> None:
        try:
            with transaction.atomic():
                with connection.cursor() as cursor:
                    cursor.execute("SET LOCAL lock_timeout = '2s'")
                assert JournalEntry.objects.filter(kind="library").exists()
                for _ in range(3):
                    note("library")
                transaction.set_rollback(True)
        except BaseException as trouble:  # noqa: BLE001 - told to the test
            troubles.append(trouble)
        finally:
            connection.close()

    thread = Thread(target=in_another_process)
    thread.start()
    thread.join()
    assert troubles == []
