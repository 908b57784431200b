"""Publishing and taking down, files and who may have them, as the index hears of it."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_delete
from django_tasks import task
from wagtail.models import Collection, CollectionViewRestriction, Page
from wagtail.signals import page_published, page_unpublished

from site_core.languages.shared_rows import holds_shared_rows
from site_core.models import PinnedPage, SearchEntry, SearchSynonyms, SiteDocument
from site_core.search.curated.edition import tell_everybody
from site_core.search.file_texts.keeping import keep_text
from site_core.search.file_texts.process import FileReader
from site_core.search.index.store import store
from site_core.search.indexing import index_page
from site_core.search.page_files import pages_offering


def connect() -> None:
    """Once, when the site starts."""
    for signal in (page_published, page_unpublished):
        signal.connect(changed, dispatch_uid="site_core.search.changed")
    for model in (PinnedPage, SearchSynonyms):
        for signal in (post_save, post_delete):
            signal.connect(curated_changed, sender=model, dispatch_uid="site_core.search.curated")
    post_delete.connect(keys_go_along, sender=SearchEntry, dispatch_uid="site_core.search.deleted")
    post_save.connect(stored, sender=SiteDocument, dispatch_uid="site_core.search.stored")
    pre_delete.connect(goes, sender=SiteDocument, dispatch_uid="site_core.search.goes")
    for signal in (post_save, post_delete):
        signal.connect(
            opened_or_closed,
            sender=CollectionViewRestriction,
            dispatch_uid="site_core.search.opened_or_closed",
        )
    post_save.connect(moved, sender=Collection, dispatch_uid="site_core.search.moved")


def leave_documents_unread() -> None:
    """Until `connect` is called again, as long as so many are stored that they are read together afterwards."""
    post_save.disconnect(sender=SiteDocument, dispatch_uid="site_core.search.stored")


def changed(sender: type, instance: Page, **kwargs: Any) -> None:
    """
    After the transaction: the task, in another process, would find the page as it was before. With all versions where
    this one holds what all of them show.

    A deleted page takes its entry along.
    """
    pages = [instance.pk]
    if getattr(instance, "shared_child_relations", ()) and holds_shared_rows(instance):
        pages += instance.get_translations().order_by("pk").values_list("pk", flat=True)
    pages_changed(pages)


def stored(sender: type, instance: SiteDocument, **kwargs: Any) -> None:
    """Also another title, language or collection."""
    transaction.on_commit(partial(read_documents_in_queue.enqueue, [instance.pk]))


def goes(sender: type, instance: SiteDocument, **kwargs: Any) -> None:
    """While it is still known who offers it."""
    pages_changed(pages_offering([instance.pk]))


def opened_or_closed(sender: type, instance: CollectionViewRestriction, **kwargs: Any) -> None:
    _files_changed(instance.collection)


def moved(sender: type, instance: Collection, created: bool, **kwargs: Any) -> None:
    """The admin saves a collection, then moves it, in one transaction; what lies in it is the same before and after."""
    if not created:
        _files_changed(instance)


def _files_changed(collection: Collection) -> None:
    below = Collection.objects.filter(path__startswith=collection.path)
    documents_changed(SiteDocument.objects.filter(collection__in=below).values_list("pk", flat=True))


def documents_changed(documents: Iterable[int]) -> None:
    """Files, or who may have them, without a word from the files themselves."""
    numbers = list(documents)
    if numbers:
        transaction.on_commit(partial(read_documents_in_queue.enqueue, numbers))


def pages_changed(pages: Iterable[int]) -> None:
    """What these pages say is another: also for rooms, whose pages show more than is written in them."""
    for pk in pages:
        transaction.on_commit(partial(index_page_in_queue.enqueue, pk))


def curated_changed(sender: type, **kwargs: Any) -> None:
    tell_everybody()


def keys_go_along(sender: type, instance: SearchEntry, **kwargs: Any) -> None:
    store().forget([instance.pk])


@task()
def index_page_in_queue(pk: int) -> None:
    index_page(pk)


@task()
def read_documents_in_queue(documents: list[int]) -> None:
    """And the pages that offer them, once each."""
    with FileReader() as reader:
        for pk in documents:
            keep_text(pk, reader)
    for pk in pages_offering(documents):
        index_page(pk)
