"""What the source of a page said earlier: from Wagtail's log of publications and the revisions that are still there."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from wagtail.models import Page, PageLogEntry, Revision

from site_core.translation.fingerprints import fingerprints, same

PUBLISHED = ("wagtail.publish", "wagtail.publish.scheduled")
MINOR_CHANGE = "site_core.minor_change"


def said_at(source: Page, moment: datetime) -> dict[str, str] | None:
    """What was public at this moment, passage by passage; None if nobody can tell any more."""
    entries = _publications(source).filter(timestamp__lte=moment).order_by("-timestamp", "-pk")[:1]
    return next((said for _at, said in _states(source, entries)), None)


def first_published_without(
    source: Page, basis: Mapping[str, str], passages: list[str], after: datetime
) -> datetime | None:
    """When the source was first published, after this moment, with other words in one of these passages."""
    entries = _publications(source).filter(timestamp__gt=after).order_by("timestamp", "pk")
    for at, said in _states(source, entries):
        if any(not same(said.get(path), basis.get(path)) for path in passages):
            return at
    return None


def minor_changes(source: Page) -> list[tuple[datetime, dict[str, Any]]]:
    """What editors let pass as meaning the same, oldest first, as `log_minor_change` wrote it."""
    entries = PageLogEntry.objects.filter(page=source.pk, action=MINOR_CHANGE).order_by("timestamp", "pk")
    return [(entry.timestamp, entry.data) for entry in entries]


def _publications(source: Page) -> Any:
    return PageLogEntry.objects.filter(page=source.pk, action__in=PUBLISHED, revision__isnull=False)


def _states(source: Page, entries: Any) -> Iterator[tuple[datetime, dict[str, str]]]:
    """Moment and passages of each publication whose revision has not been purged."""
    moments = list(entries.values_list("timestamp", "revision_id"))
    known = Revision.objects.in_bulk([pk for _at, pk in moments])
    for at, pk in moments:
        if pk in known:
            exact = source.last_published_at if pk == source.live_revision_id else at
            yield exact or at, fingerprints(known[pk].as_object())
