"""A withdrawn page that is published again has its files again."""

from typing import Any
from uuid import uuid4

from wagtail.log_actions import log
from wagtail.models import Page
from wagtail.signals import page_published

from site_core.translation.withdrawing.files import files_used_by
from site_core.translation.withdrawing.names import LOGGED_FILES_BACK
from site_core.translation.withdrawing.record import TAKEN_DOWN
from site_core.translation.withdrawing.withholding import release, standing_withdrawals, withdrawals_of


def connect() -> None:
    """Once, when the site starts."""
    page_published.connect(published_again, dispatch_uid="site_core.withdrawing.published_again")


def published_again(sender: type, instance: Page, **kwargs: Any) -> None:
    """
    Whoever publishes a page again publishes what is in it; what is not in it any more stays withdrawn.

    Only for pages of that withdrawal: that somebody uses the same picture elsewhere does not make it public.
    """
    standing = standing_withdrawals()
    own = withdrawals_of(instance.pk, standing, TAKEN_DOWN) if standing else set()
    if not own:
        return
    files = [file for file in files_used_by(instance) if file.withheld_by in own]
    if files:
        release(files)
        # A `uuid` of its own, or Wagtail would show it in the history of one of the pages only.
        log(instance=instance, action=LOGGED_FILES_BACK, uuid=uuid4(), data={"files": len(files)})
