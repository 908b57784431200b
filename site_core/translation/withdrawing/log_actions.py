"""What the history of a page says of withdrawals, in its reader's words."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry
from wagtail.log_actions import LogFormatter as Formatter

from site_core.translation.withdrawing.names import (
    LOGGED_FILES_BACK,
    LOGGED_PUT_BACK,
    LOGGED_WITH_IT,
    LOGGED_WITHDRAWAL,
)
from site_core.translation.withdrawing.reasons import words_of


@hooks.register("register_log_actions")
def name_in_the_log(actions: LogActionRegistry) -> None:
    @actions.register_action(LOGGED_WITHDRAWAL)
    class Withdrawn(Formatter):
        label = _("Withdraw everywhere")

        def format_message(self, entry: Any) -> str:
            return _("Withdrawn in all languages. %(reason)s") % {"reason": words_of(entry.data["reason"])}

        def format_comment(self, entry: Any) -> str:
            return str(entry.data["note"])

    @actions.register_action(LOGGED_WITH_IT)
    class WithdrawnWith(Formatter):
        label = _("Withdraw with another page or version")

        def format_message(self, entry: Any) -> str:
            reason = words_of(entry.data["reason"])
            return _("Withdrawn together with another page or version. %(reason)s") % {"reason": reason}

    @actions.register_action(LOGGED_PUT_BACK)
    class PutBack(Formatter):
        label = _("Put back after a withdrawal")

        def format_message(self, entry: Any) -> str:
            if entry.data["back"]:
                return str(_("Put back as it was before the withdrawal"))
            return str(_("The withdrawal was undone; this version stayed as it was"))

    @actions.register_action(LOGGED_FILES_BACK)
    class FilesBack(Formatter):
        label = _("Withdrawn files answer again")

        def format_message(self, entry: Any) -> str:
            return str(_("Published again, and its withdrawn files with it"))
