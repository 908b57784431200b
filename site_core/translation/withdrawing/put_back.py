"""The way back: exactly what was public, in the languages in which it was."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import TextChoices
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.log_actions import log
from wagtail.models import Page, PageLogEntry, Revision
from wagtail.signals import page_published, published

from site_core.languages.known import Language
from site_core.translation.permissions import User
from site_core.translation.withdrawing.copies import ask_when_aged
from site_core.translation.withdrawing.files import File
from site_core.translation.withdrawing.names import LOGGED_PUT_BACK
from site_core.translation.withdrawing.record import (
    TAKEN_DOWN,
    Cancelled,
    Record,
    TakenDown,
    entries_of,
    is_put_back,
    number_of,
    titles_of,
)
from site_core.translation.withdrawing.scope import may_publish_all
from site_core.translation.withdrawing.standing import last_entries, standing_numbers
from site_core.translation.withdrawing.withholding import closed_files_of, withheld_by


class Left(TextChoices):
    """Why a version was not put back."""

    DELETED = "deleted", _("the page has been deleted since")
    PUBLIC = "public", _("it is public again already, and stays as it is")
    SUPERSEDED = "superseded", _("it has been published or withdrawn again since")
    NO_TEXT = "no_text", _("its public text has been deleted from the history")
    EXPIRED = "expired", _("the day until which it was to be public has passed")
    ADDRESS = "address", _("another page has its address now")
    REFUSED = "refused", _("the site does not accept its text any more")


@dataclass(frozen=True, slots=True)
class LeftOut:
    title: str
    language: Language
    why: Left


@dataclass(slots=True)
class Outcome:
    """
    `files`: those that stay withdrawn, since nothing that came back uses them. `closed`: those that something uses that
    came back, held by another withdrawal.
    """

    back: list[TakenDown] = field(default_factory=list)
    left: list[LeftOut] = field(default_factory=list)
    cancelled: list[Cancelled] = field(default_factory=list)
    files: list[File] = field(default_factory=list)
    closed: list[File] = field(default_factory=list)

    @property
    def languages(self) -> list[Language]:
        return list(dict.fromkeys(each.language for each in self.back))


class NotAllowed(Exception):
    """This person may not publish all of it. Nothing was changed."""


class Done(Exception):
    """It has been put back before. Nothing was changed."""


class Republish(PublishPageRevisionAction):
    """
    Makes a revision public as it was before: with the day on which it was first said, and no more.

    Wagtail takes publishing for the end of every approval; one that was begun meanwhile is about a newer text.
    """

    def __init__(self, revision: Revision, user: User, published_at: datetime | None) -> None:
        super().__init__(revision, user=user, changed=False, log_action=False)
        self.published_at = published_at

    def _after_publish(self) -> None:
        page = self.object
        page.last_published_at = self.published_at
        type(page).objects.filter(pk=page.pk).update(last_published_at=self.published_at)
        page_published.send(sender=page.specific_class, instance=page.specific, revision=self.revision)
        published.send(sender=type(page), instance=page, revision=self.revision)
        page.update_aliases(revision=self.revision, _content=self.revision.content)


def put_back(record: Record, by: User) -> Outcome:
    """
    Publish what was public; its files answer again with it. What cannot be put back is told, and the rest is done.

    Drafts made meanwhile stay drafts, with the day they are to be published on. Raises NotAllowed, Done.
    """
    with transaction.atomic():
        PageLogEntry.objects.select_for_update().get(pk=record.entry.pk)
        if is_put_back(record):
            raise Done
        pages = _pages_of(record)
        if not may_put_back(record, by):
            raise NotAllowed
        outcome, files = Outcome(cancelled=record.cancelled), withheld_by(record.number)
        standing = standing_numbers(pages.values())
        titles = titles_of(record, [each.page for each in record.pages])
        for each in sorted(record.pages, key=lambda each: each.language.code != settings.LANGUAGE_CODE):
            superseded = standing.get(each.page) != record.number
            why = _put_back_one(each, pages.get(each.page), superseded, by)
            if why is None:
                outcome.back.append(each)
            else:
                outcome.left.append(LeftOut(titles.get(each.page, ""), each.language, why))
        ask_when_aged([pages[each.page] for each in outcome.back], files)
        outcome.files = withheld_by(record.number)
        outcome.closed = closed_files_of(Page.objects.filter(pk__in=[each.page for each in outcome.back]))
        _log(record, outcome, by)
        return outcome


def may_put_back(record: Record, user: User) -> bool:
    """
    All that would come back, and the page it was done to, which may be a draft.

    Nobody, where no page is left: there is nothing to ask the right of.
    """
    pages = _pages_of(record)
    asked = Page.objects.filter(pk=record.entry.page_id).exclude(pk__in=list(pages))
    return bool(pages) and may_publish_all(user, [*pages.values(), *asked])


def _pages_of(record: Record) -> dict[int, Page]:
    return dict(Page.objects.select_related("locale").in_bulk([each.page for each in record.pages]))


def to_put_back(record: Record) -> list[TakenDown]:
    """What would come back: not public, and away because of this withdrawal and no later one."""
    standing = standing_numbers(_pages_of(record).values())
    return [each for each in record.pages if standing.get(each.page) == record.number]


def _put_back_one(version: TakenDown, page: Page | None, superseded: bool, by: User) -> Left | None:
    """None: it is public again, with the files in it (`signal_handlers.published_again`)."""
    if page is None:
        return Left.DELETED
    if page.live:
        return Left.PUBLIC
    if superseded:
        return Left.SUPERSEDED
    revision = page.revisions.filter(pk=version.revision).first()
    if revision is None:
        return Left.NO_TEXT
    until = parse_datetime(revision.content.get("expire_at") or "")
    if until is not None and until <= timezone.now():
        return Left.EXPIRED
    waiting = list(page.revisions.filter(approved_go_live_at__isnull=False))
    try:
        with transaction.atomic():
            Republish(revision, by, version.published_at).execute(skip_permission_checks=True)
    except ValidationError as error:
        return Left.ADDRESS if "slug" in getattr(error, "error_dict", {}) else Left.REFUSED
    for later in waiting:  # Wagtail forgets all of them
        Revision.objects.filter(pk=later.pk).update(approved_go_live_at=later.approved_go_live_at)
    return None


def _log(record: Record, outcome: Outcome, by: User) -> None:
    """
    Once on every page and draft that is there; where none is left, nobody has anything to put back again.

    Not on those that were withdrawn again: they stay so.
    """
    logged = Page.objects.in_bulk(entries_of(record.number, TAKEN_DOWN).values_list("page", flat=True))
    last = last_entries(logged)
    back = {each.page: each for each in outcome.back}
    revisions = Revision.objects.in_bulk([each.revision for each in outcome.back])
    for number, page in logged.items():
        if number not in last or number_of(last[number]) != record.number:
            continue
        data = {"back": number in back, "withdrawal": str(record.number)}
        revision = revisions.get(back[number].revision) if number in back else None
        log(instance=page, action=LOGGED_PUT_BACK, user=by, uuid=uuid4(), data=data, revision=revision)
