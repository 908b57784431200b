"""The one action that takes a page down in all its languages."""

from uuid import uuid4

from django.db import transaction
from django.utils import timezone
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page, ReferenceIndex, Revision

from site_core.translation.permissions import User
from site_core.translation.withdrawing.copies import ask_when_aged
from site_core.translation.withdrawing.files import files_of
from site_core.translation.withdrawing.reasons import Reason
from site_core.translation.withdrawing.record import Record, TakenDown, write
from site_core.translation.withdrawing.scope import Concerned, Scope
from site_core.translation.withdrawing.withholding import withhold


class NotPossible(Exception):
    """Nothing was changed. `scope` says what stands in the way; nothing: the page is public in no language any more."""

    def __init__(self, scope: Scope) -> None:
        super().__init__("not possible")
        self.scope = scope


def withdraw(page: Page, reason: Reason, note: str, by: User, below: bool = False) -> Record:
    """
    Take the page down in every language, with the files that nothing public needs besides; all of it or nothing.

    Cards, lists, feeds, search, the sitemap and the menu follow from pages not being live. Drafts stay drafts; what
    would be published by itself is not. `below`: with all that stands below the page. Raises NotPossible.
    """
    with transaction.atomic():
        scope = Scope(page, by, below)
        _lock([*(each.page.pk for each in scope.concerned), *(draft.pk for draft in scope.drafts)])
        scope = Scope(page, by, below)  # again: somebody may have published or locked a version until then
        if not scope.is_possible:
            raise NotPossible(scope)
        taken_down = [_take_down(each, by) for each in scope.concerned if each.live]
        for each in scope.concerned:
            each.page.revisions.filter(approved_go_live_at__isnull=False).update(approved_go_live_at=None)
        number = uuid4()
        files = files_of(scope.keys)
        withhold(files, number)
        ask_when_aged([each.page for each in scope.concerned if each.live], files.going)
        return write(scope, files, taken_down, reason, note, by, number)


def _lock(pages: list[int]) -> None:
    """Until the transaction ends. SQLite has one writer at a time anyway."""
    list(Page.objects.select_for_update().filter(pk__in=pages).order_by("pk").values_list("pk"))


def _take_down(version: Concerned, by: User) -> TakenDown:
    page = version.page.specific
    revision = page.live_revision_id or _kept_as_revision(page).pk
    published_at = page.last_published_at
    # The index of references is brought up to date in the background; a picture put in a minute ago counts, too.
    ReferenceIndex.create_or_update_for_object(page)
    UnpublishPageAction(page, user=by, log_action=False).execute(skip_permission_checks=True)
    return TakenDown(page.pk, version.language, revision, published_at)


def _kept_as_revision(page: Page) -> Revision:
    """What is public, of a page that a program made public and not publishing; older than any draft of it."""
    oldest = page.revisions.order_by("created_at").values_list("created_at", flat=True).first()
    revision = Revision(
        content_object=page,
        base_content_type=page.get_base_content_type(),
        created_at=min(filter(None, (page.last_published_at, oldest)), default=timezone.now()),
        object_str=str(page),
        content=page.serializable_data(),
    )
    revision.save()
    return revision
