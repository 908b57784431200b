"""What recordings add to Wagtail's admin."""

from typing import Any

from django.urls import URLPattern
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry
from wagtail.log_actions import LogFormatter as Formatter

from site_core.recordings import views
from site_core.recordings.freshness import STAYS


@hooks.register("register_admin_urls")
def beside_translations() -> list[URLPattern]:
    return views.urls()


@hooks.register("register_log_actions")
def name_in_the_log(actions: LogActionRegistry) -> None:
    @actions.register_action(STAYS)
    class RecordingsStay(Formatter):
        label = _("Recordings stay valid")

        def format_message(self, entry: Any) -> str:
            return _("Minor change, recordings stay valid: %(reason)s") % {"reason": entry.data["reason"]}
