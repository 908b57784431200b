"""
A withdrawal as Wagtail's log keeps it: who, when, why, and all that is needed to put everything back.

No second table: the log outlives the page, stands in the page's history and is what an auditor is shown. It holds
numbers of pages, revisions and files, no text of theirs.

Each entry has a `uuid` of its own, and the withdrawal's number among its facts: Wagtail's histories show one entry of
a kind for each `uuid`, of all pages together. The number is the `uuid` of the first.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, Self
from uuid import UUID, uuid4

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.db.models.fields.json import KT
from wagtail.log_actions import log
from wagtail.models import PageLogEntry, Revision
from wagtail.permissions import page_permission_policy

from site_core.admin.sight import sees_every_page
from site_core.languages.known import Language, language_of
from site_core.translation.board.pages import ACTIONS
from site_core.translation.permissions import User
from site_core.translation.withdrawing.files import Files
from site_core.translation.withdrawing.names import LOGGED_PUT_BACK, LOGGED_WITH_IT, LOGGED_WITHDRAWAL
from site_core.translation.withdrawing.scope import Scope

TAKEN_DOWN = (LOGGED_WITHDRAWAL, LOGGED_WITH_IT)


@dataclass(frozen=True, slots=True)
class TakenDown:
    """One version that was public: what it said (a revision), and when that was published."""

    page: int
    language: Language
    revision: int
    published_at: datetime | None

    @classmethod
    def read(cls, row: dict[str, Any]) -> Self:
        at = row["published_at"]
        return cls(
            row["page"],
            language_of(row["language"]),
            row["revision"],
            datetime.fromisoformat(at) if at else None,
        )

    def written(self) -> dict[str, Any]:
        at = self.published_at
        return {
            "page": self.page,
            "language": self.language.code,
            "revision": self.revision,
            "published_at": at.isoformat() if at else None,
        }


@dataclass(frozen=True, slots=True)
class Cancelled:
    """A day on which a version would have been published by itself."""

    page: int
    language: Language
    at: datetime


class Record:
    """One withdrawal, read from its log entry."""

    def __init__(self, entry: PageLogEntry) -> None:
        self.entry = entry

    @property
    def number(self) -> UUID:
        number: UUID = self.entry.uuid
        return number

    @property
    def reason(self) -> str:
        return str(self.entry.data["reason"])

    @property
    def note(self) -> str:
        return str(self.entry.data["note"])

    @cached_property
    def pages(self) -> list[TakenDown]:
        return [TakenDown.read(row) for row in self.entry.data["pages"]]

    @property
    def languages(self) -> list[Language]:
        return list(dict.fromkeys(each.language for each in self.pages))

    @property
    def cancelled(self) -> list[Cancelled]:
        return [
            Cancelled(row["page"], language_of(row["language"]), datetime.fromisoformat(row["at"]))
            for row in self.entry.data["scheduled"]
        ]

    @property
    def number_of_files(self) -> int:
        return len(self.entry.data["documents"]) + len(self.entry.data["images"])


def write(
    scope: Scope,
    files: Files,
    taken_down: list[TakenDown],
    reason: str,
    note: str,
    by: User,
    number: UUID,
) -> Record:
    """On the page itself everything, on every other page and version, drafts too, a line in its own history."""
    scheduled = [each for each in scope.concerned if each.scheduled_at]
    facts = {
        "reason": reason,
        "note": note,
        "pages": [each.written() for each in taken_down],
        "scheduled": [
            {"page": each.page.pk, "language": each.language.code, "at": each.scheduled_at.isoformat()}
            for each in scheduled
            if each.scheduled_at
        ],
        "documents": [file.pk for file in files.going if file._meta.model_name == "sitedocument"],
        "images": [file.pk for file in files.going if file._meta.model_name == "siteimage"],
    }
    facts["withdrawal"] = str(number)
    entry = log(instance=scope.page, action=LOGGED_WITHDRAWAL, user=by, uuid=number, data=facts)
    revisions = Revision.objects.in_bulk([each.revision for each in taken_down])
    by_page = {each.page: revisions[each.revision] for each in taken_down}
    for page in (*(each.page for each in scope.concerned), *scope.drafts):
        if page.pk != scope.page.pk:
            data = {"reason": reason, "with": scope.page.pk, "withdrawal": str(number)}
            revision = by_page.get(page.pk)
            log(instance=page, action=LOGGED_WITH_IT, user=by, uuid=uuid4(), data=data, revision=revision)
    return Record(entry)


def records() -> QuerySet:
    """All withdrawals, newest first, with `put_back_at` and `put_back_by` where they were undone."""
    undone = _numbered().filter(action=LOGGED_PUT_BACK, withdrawal=OuterRef("withdrawal")).order_by("pk")
    return (
        _numbered()
        .filter(action=LOGGED_WITHDRAWAL)
        .annotate(
            put_back_at=Subquery(undone.values("timestamp")[:1]),
            put_back_by=Subquery(undone.values("user_id")[:1]),
        )
        .order_by("-timestamp", "-pk")
    )


def records_for(user: User) -> QuerySet:
    """Those that took down a page this person looks after; all for who looks after everything."""
    if sees_every_page(user):
        return records()
    own = page_permission_policy.instances_user_has_any_permission_for(user, ACTIONS)
    concerned = _numbered().filter(
        action__in=TAKEN_DOWN, withdrawal=OuterRef("withdrawal"), page__in=own.order_by().values("pk")
    )
    return records().filter(Exists(concerned))


def _numbered() -> QuerySet:
    return PageLogEntry.objects.annotate(withdrawal=KT("data__withdrawal"))


def entries_of(number: UUID, actions: Iterable[str]) -> QuerySet:
    """Of one withdrawal, on all pages."""
    return PageLogEntry.objects.filter(action__in=list(actions), data__withdrawal=str(number))


def number_of(entry: PageLogEntry) -> UUID:
    """The withdrawal that an entry belongs to."""
    return UUID(entry.data["withdrawal"])


def is_put_back(record: Record) -> bool:
    return bool(entries_of(record.number, [LOGGED_PUT_BACK]).exists())


def titles_of(record: Record, pages: Iterable[int]) -> dict[int, str]:
    """Also of pages that are no longer there: as the log called them."""
    entries = entries_of(record.number, TAKEN_DOWN).filter(page__in=list(pages))
    return dict(entries.values_list("page", "label"))
