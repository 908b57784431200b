"""Publishing and taking down, as what is known of freshness hears of it."""

from typing import Any

from django.conf import settings
from django.db.models.signals import post_delete
from wagtail.models import Page, Revision
from wagtail.signals import page_published, page_unpublished

from site_core.translation import demand, freshness


def connect() -> None:
    """Once, when the site starts."""
    for signal, receiver in ((page_published, published), (page_unpublished, no_longer_public)):
        signal.connect(receiver, dispatch_uid=f"site_core.freshness.{receiver.__name__}")
    post_delete.connect(no_longer_public, sender=Page, dispatch_uid="site_core.freshness.deleted")


def published(sender: type, instance: Page, revision: Revision | None = None, **kwargs: Any) -> None:
    if instance.alias_of_id is not None:
        return
    if is_source(instance):
        freshness.source_published(instance, getattr(revision, "minor_change", None))
    else:
        freshness.version_published(instance)
        demand.granted(instance.translation_key, instance.locale.language_code)


def no_longer_public(sender: type, instance: Page, **kwargs: Any) -> None:
    freshness.forget(instance.translation_key, None if is_source(instance) else instance.locale_id)


def is_source(page: Page) -> bool:
    return bool(page.locale.language_code == settings.LANGUAGE_CODE)
