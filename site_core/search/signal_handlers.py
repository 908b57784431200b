"""Publishing and taking down, as the index hears of it."""

from functools import partial
from typing import Any

from django.db import transaction
from django_tasks import task
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from site_core.search.indexing import index_page


def connect() -> None:
    """Once, when the site starts."""
    for signal in (page_published, page_unpublished):
        signal.connect(changed, dispatch_uid="site_core.search.changed")


def changed(sender: type, instance: Page, **kwargs: Any) -> None:
    """After the transaction: the task, in another process, would find the page as it was before. Deleted pages take
    their entry along."""
    transaction.on_commit(partial(index_page_in_queue.enqueue, instance.pk))


@task()
def index_page_in_queue(pk: int) -> None:
    index_page(pk)
