"""Entries of the journal, and that they stay few."""

from secrets import randbits

from django.db import connection, transaction

from site_core.models.journal import JournalEntry

KEPT = 50
"""Entries of a kind. The stamp needs the newest alone; one that is found locked waits for the next time."""


def note(kind: str) -> None:
    """
    Something of this kind has changed; two short queries.

    After the change, and in its transaction where it has one: whoever sees this entry has to see the change as well.
    Signals see to it (`site_core.journal.watching`), but for what sends none: `update`, `bulk_create`, plain SQL.
    """
    # Together: that no stamp comes twice rests on entries going only when another comes.
    with transaction.atomic(savepoint=False):
        [entry] = JournalEntry.objects.bulk_create([JournalEntry(kind=kind, token=randbits(48))])
        _prune(kind, entry.pk - KEPT)


def _prune(kind: str, oldest: int) -> None:
    """
    Of this kind only: another's stamp may not lose an entry and gain none.

    What another transaction is about to delete is left to it. Nobody ever waits here, so nobody waits in a circle.
    """
    outdated = JournalEntry.objects.filter(kind=kind, pk__lt=oldest)
    if connection.features.has_select_for_update_skip_locked:
        free = outdated.select_for_update(skip_locked=True).values("pk")
        outdated = JournalEntry.objects.filter(pk__in=free)
    outdated._raw_delete(outdated.db)  # noqa: SLF001 (delete() reads the rows first, for signals that nobody needs)
