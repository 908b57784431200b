"""Filling a site without indexing every save."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO

from django.core.management import call_command
from django.db.models.signals import post_save
from modelsearch.index import get_indexed_models
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.signal_handlers import disable_reference_index_auto_update

from site_core.search import signal_handlers as search


@contextmanager
def indexed_at_the_end() -> Iterator[None]:
    """
    Search and reference index are built once, when the block has ended well, and files are read then.

    A page is saved six times before it stands translated and published; indexing each time was a third of the
    work of loading.
    """
    models = [
        model
        for model in get_indexed_models()
        if post_save.disconnect(post_save_signal_handler, sender=model)
    ]
    search.leave_documents_unread()
    try:
        with disable_reference_index_auto_update():
            yield
    finally:
        search.connect()
        for model in models:
            post_save.connect(post_save_signal_handler, sender=model)
    call_command("rebuild_references_index", verbosity=0)
    call_command("index_search", stdout=StringIO())
