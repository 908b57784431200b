"""Publishing and taking down pages, saving snippets, as what is known of freshness hears of it."""

from typing import Any

from django.conf import settings
from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, Revision
from wagtail.signals import page_published, page_unpublished

from site_core.translation import demand, freshness
from site_core.translation.minor_changes import minor_of
from site_core.translation.vocabulary import freshness as vocabulary
from site_core.translation.vocabulary.kinds import vocabulary_models


def connect() -> None:
    """Once, when the site starts."""
    for signal, receiver in ((page_published, published), (page_unpublished, no_longer_public)):
        signal.connect(receiver, dispatch_uid=f"site_core.freshness.{receiver.__name__}")
    post_delete.connect(no_longer_public, sender=Page, dispatch_uid="site_core.freshness.deleted")
    for model in vocabulary_models():
        post_save.connect(
            snippet_saved, sender=model, dispatch_uid=f"site_core.freshness.{model._meta.label}"
        )
        post_delete.connect(
            snippet_gone, sender=model, dispatch_uid=f"site_core.freshness.{model._meta.label}"
        )


def published(sender: type, instance: Page, revision: Revision | None = None, **kwargs: Any) -> None:
    if instance.alias_of_id is not None:
        return
    if is_source(instance):
        freshness.source_published(instance, minor_of(revision))
    else:
        freshness.version_published(instance)
        demand.granted(instance.translation_key, instance.locale.language_code)


def no_longer_public(sender: type, instance: Page, **kwargs: Any) -> None:
    freshness.forget(instance.translation_key, None if is_source(instance) else instance.locale_id)


def snippet_saved(sender: type[Model], instance: Model, raw: bool, **kwargs: Any) -> None:
    """Not while a fixture is loaded, whose rows come in any order: `rebuild_freshness` then."""
    if not raw:
        vocabulary.saved(instance)


def snippet_gone(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    vocabulary.gone(instance)


def is_source(page: Page) -> bool:
    return bool(page.locale.language_code == settings.LANGUAGE_CODE)
