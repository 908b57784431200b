"""What the admin does to files without a signal."""

from collections.abc import Sequence

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.views.bulk_action import BulkAction

from site_core.models import SiteDocument
from site_core.search.signal_handlers import documents_changed


@hooks.register("after_bulk_action")
def moved_together(
    request: HttpRequest, action_type: str, objects: Sequence[SiteDocument], action: BulkAction
) -> None:
    """Into another collection, by one statement. What else is done to many at once saves or deletes each."""
    if action_type == "add_to_collection" and action.model is SiteDocument:
        documents_changed(document.pk for document in objects)
