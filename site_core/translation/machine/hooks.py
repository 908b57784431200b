"""This room's addresses, and how its acts are called in Wagtail's log."""

from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry
from wagtail.log_actions import LogFormatter as Formatter

from site_core.translation.machine import publishing  # noqa: F401 - registers itself
from site_core.translation.machine.drafting import DRAFTED
from site_core.translation.machine.names import CONFIRM, READ_OVER, RUN
from site_core.translation.machine.read_over_view import ReadOverView
from site_core.translation.machine.reading import READ
from site_core.translation.machine.views import ConfirmView, RunView


@hooks.register("register_admin_urls")
def machine_urls() -> list[URLPattern]:
    return [
        path("machine-drafts/", ConfirmView.as_view(), name=CONFIRM),
        path("machine-drafts/run/<uuid:run>/", RunView.as_view(), name=RUN),
        path("machine-drafts/<int:translation_id>/", ReadOverView.as_view(), name=READ_OVER),
    ]


@hooks.register("register_log_actions")
def name_in_the_log(actions: LogActionRegistry) -> None:
    @actions.register_action(DRAFTED)
    class Drafted(Formatter):
        label = _("Pre-filled by machine")

        def format_message(self, entry: Any) -> str:
            text = ngettext(
                "Pre-filled by machine (%(service)s): %(passages)d passage",
                "Pre-filled by machine (%(service)s): %(passages)d passages",
                entry.data["passages"],
            )
            return text % entry.data

    @actions.register_action(READ)
    class MachineTextRead(Formatter):
        label = _("Machine text read and approved")

        def format_message(self, entry: Any) -> str:
            if entry.data["by_hand"]:
                text = ngettext(
                    "Machine text corrected by hand: %(passages)d passage",
                    "Machine text corrected by hand: %(passages)d passages",
                    entry.data["passages"],
                )
            else:
                text = ngettext(
                    "Machine text read and approved: %(passages)d passage",
                    "Machine text read and approved: %(passages)d passages",
                    entry.data["passages"],
                )
            return text % entry.data
