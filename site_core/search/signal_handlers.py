"""Publishing and taking down, as the index hears of it."""

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django_tasks import task
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from site_core.models import PinnedPage, SearchEntry, SearchSynonyms
from site_core.search.curated.edition import tell_everybody
from site_core.search.index.store import store
from site_core.search.indexing import index_page


def connect() -> None:
    """Once, when the site starts."""
    for signal in (page_published, page_unpublished):
        signal.connect(changed, dispatch_uid="site_core.search.changed")
    for model in (PinnedPage, SearchSynonyms):
        for signal in (post_save, post_delete):
            signal.connect(curated_changed, sender=model, dispatch_uid="site_core.search.curated")
    post_delete.connect(keys_go_along, sender=SearchEntry, dispatch_uid="site_core.search.deleted")


def changed(sender: type, instance: Page, **kwargs: Any) -> None:
    """
    After the transaction: the task, in another process, would find the page as it was before.

    A deleted page takes its entry along.
    """
    transaction.on_commit(partial(index_page_in_queue.enqueue, instance.pk))


def curated_changed(sender: type, **kwargs: Any) -> None:
    tell_everybody()


def keys_go_along(sender: type, instance: SearchEntry, **kwargs: Any) -> None:
    store().forget([instance.pk])


@task()
def index_page_in_queue(pk: int) -> None:
    index_page(pk)
