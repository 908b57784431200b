"""A change that means the same in every language: what an editor said in the form reaches what publishing does."""

from typing import Any, cast

from django.contrib.auth.models import AbstractUser
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry
from wagtail.log_actions import LogFormatter as Formatter
from wagtail.models import Page

from site_core.translation.freshness import Minor
from site_core.translation.source_history import MINOR_CHANGE


@hooks.register("before_publish_page")
def carry_along(request: HttpRequest, page: Page) -> None:
    """To the revision that is about to be published: the signal of publishing sees neither form nor request."""
    reason = getattr(page, "minor_reason", "")
    if reason:
        page.latest_revision.minor_change = Minor(
            reason, cast(AbstractUser, request.user), page.latest_revision
        )


@hooks.register("register_log_actions")
def name_in_the_log(actions: LogActionRegistry) -> None:
    @actions.register_action(MINOR_CHANGE)
    class MinorChange(Formatter):
        label = _("Minor change")

        def format_message(self, entry: Any) -> str:
            return _("Minor change, translations stay valid: %(reason)s") % {"reason": entry.data["reason"]}
