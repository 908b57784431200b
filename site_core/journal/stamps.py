"""Stamps: what the journal holds of a kind, told in one short text."""

from django.db.models import CharField, Count, QuerySet, Subquery, Sum, TextField, Value
from django.db.models.functions import Cast, Concat

from site_core.models.journal import JournalEntry
from site_core.prepared import prepared


def stamp_of(kind: str) -> str | None:
    """
    How many entries of the kind there are, and the sum of their tokens; None where there never was one. One query.

    Another one as soon as any entry is added, whichever comes first of two transactions, and the former one again
    after a rollback. Equal stamps of one database mean that nothing was noted between them.
    """
    return next(iter(_stamps(kind=kind)), None)


def with_stamp(rows: QuerySet, kind: str) -> QuerySet:
    """Rows that carry the stamp of the kind as the same query saw it: `row.journal_stamp`."""
    return rows.annotate(journal_stamp=Subquery(_of(kind)))


@prepared(kind=CharField())
def _stamps(kind: str) -> QuerySet:
    return _of(kind).values_list("stamp", flat=True)


def _of(kind: str) -> QuerySet:
    """Both numbers together: the sum alone would be the same again if two entries went that add up to two others."""
    parts = [Cast(number, TextField()) for number in (Count("pk"), Sum("token"))]
    stamp = Concat(parts[0], Value(":"), parts[1], output_field=TextField())
    return JournalEntry.objects.filter(kind=kind).values("kind").annotate(stamp=stamp).values("stamp")
