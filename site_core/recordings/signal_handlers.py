"""Publishing, as what is known of recordings hears of it."""

from typing import Any

from wagtail.models import Page, Revision
from wagtail.signals import page_published

from site_core.recordings.freshness import text_published
from site_core.translation.minor_changes import minor_of


def connect() -> None:
    """Once, when the site starts."""
    page_published.connect(published, dispatch_uid="site_core.recordings.published")


def published(sender: type, instance: Page, revision: Revision | None = None, **kwargs: Any) -> None:
    if instance.alias_of_id is None:
        text_published(instance, minor_of(revision))
