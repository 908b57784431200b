"""
Whether a withdrawal still holds.

Pages come back by hand, are mended, go again. What holds is what happened to each page last, and the site as it is.
"""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, PageLogEntry

from site_core.translation.withdrawing.names import LOGGED_PUT_BACK
from site_core.translation.withdrawing.record import TAKEN_DOWN, Record, number_of, records


class State(TextChoices):
    """Of a record, in the report."""

    STANDING = "standing", _("Withdrawn")
    SUPERSEDED = "superseded", _("Withdrawn again later")
    PUBLIC = "public", _("Public again")
    BACK = "back", _("Put back")


def last_entries(pages: Iterable[int]) -> dict[int, PageLogEntry]:
    """
    By page, the last withdrawal that was not undone on it.

    One that found a version withdrawn already, and was undone, leaves it under the one before.
    """
    entries = PageLogEntry.objects.filter(page__in=list(pages), action__in=(*TAKEN_DOWN, LOGGED_PUT_BACK))
    piles: dict[int, dict[UUID, PageLogEntry]] = {}
    for entry in entries.order_by("timestamp", "pk"):
        pile = piles.setdefault(entry.page_id, {})
        if entry.action == LOGGED_PUT_BACK:
            pile.pop(number_of(entry), None)
        else:
            pile[number_of(entry)] = entry
    return {page: list(pile.values())[-1] for page, pile in piles.items() if pile}


def standing_numbers(pages: Iterable[Page]) -> dict[int, UUID]:
    """
    By page that is not public, the withdrawal that keeps it away. One query.

    None keeps away what was published by hand since: its words are newer than those the withdrawal took down.
    """
    hidden = {page.pk: page for page in pages if not page.live}
    return {
        pk: number_of(entry)
        for pk, entry in (last_entries(hidden) if hidden else {}).items()
        if not _published_since(hidden[pk], entry)
    }


def _published_since(page: Page, entry: PageLogEntry) -> bool:
    return page.last_published_at is not None and page.last_published_at > entry.timestamp


def standing_over(page: Page) -> Record | None:
    """The withdrawal that this page, which is not public, was taken down with last; None once that was undone."""
    last = last_entries([page.pk]).get(page.pk)
    if last is None:
        return None
    entry = records().filter(uuid=number_of(last), put_back_at=None).first()
    return Record(entry) if entry else None


def state_of(record: Record, pages: Mapping[int, Page], standing: Mapping[int, UUID]) -> State:
    """`pages`: those of the record that are there; `standing`: of them, from `standing_numbers`."""
    if record.entry.put_back_at is not None:
        return State.BACK
    there = [pages[each.page] for each in record.pages if each.page in pages]
    numbers = {standing[page.pk] for page in there if page.pk in standing}
    if numbers:
        return State.STANDING if record.number in numbers else State.SUPERSEDED
    return State.PUBLIC if any(page.live for page in there) else State.STANDING
