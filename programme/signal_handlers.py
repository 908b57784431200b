"""What changes of names and descriptions mean for pages that show them."""

from typing import Any

from django.db.models.signals import post_delete, post_save

from programme.models import PartnerInstitution, PartnersPage
from site_core.search.signal_handlers import pages_changed


def connect() -> None:
    """Once, when the site starts."""
    for signal in (post_save, post_delete):
        signal.connect(partners_changed, sender=PartnerInstitution, dispatch_uid="programme.partners_changed")


def partners_changed(sender: type, **kwargs: Any) -> None:
    """The directory is found by those it lists, in every language: some show the names of another."""
    pages_changed(PartnersPage.objects.live().order_by("pk").values_list("pk", flat=True))
