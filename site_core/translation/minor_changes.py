"""A change that means the same in every language: what an editor said reaches publishing, whoever publishes."""

from typing import Any, cast

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.log_actions import LogActionRegistry
from wagtail.log_actions import LogFormatter as Formatter
from wagtail.models import Page, PageLogEntry, Revision

from site_core.translation.freshness import Minor
from site_core.translation.said_minor import said_of
from site_core.translation.source_history import MINOR_CHANGE


def minor_of(revision: Revision | None) -> Minor | None:
    """
    What its editor said of a revision that is being published; asked by each who hears of it, looked up once.

    It counts the first time: an old revision that is put back is a change again.
    """
    reason = said_of(revision)
    if revision is None or not reason:
        return None
    if not hasattr(revision, "minor_change"):
        entries = PageLogEntry.objects.filter(revision=revision, action=MINOR_CHANGE)
        minor = None if entries.exists() else Minor(reason, revision.user, revision)
        revision.minor_change = minor
    return cast(Minor | None, revision.minor_change)


@hooks.register("before_edit_page")
def tell_what_was_said(request: HttpRequest, page: Page) -> None:
    """Above a draft that is marked, for who goes on with it and for who approves it."""
    reason = said_of(page.latest_revision) if request.method == "GET" and page.has_unpublished_changes else ""
    if reason:
        text = _(
            "This draft is marked as a minor change (%(reason)s): what is valid stays valid when it is published or"
            " approved. You can take the mark off under Settings."
        )
        messages.info(request, text % {"reason": reason})


@hooks.register("register_log_actions")
def name_in_the_log(actions: LogActionRegistry) -> None:
    @actions.register_action(MINOR_CHANGE)
    class MinorChange(Formatter):
        label = _("Minor change")

        def format_message(self, entry: Any) -> str:
            return _("Minor change, translations stay valid: %(reason)s") % {"reason": entry.data["reason"]}
