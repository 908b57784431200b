"""Saving and deleting without the indexes behind it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db.models.signals import post_delete, post_save
from modelsearch.index import get_indexed_models
from modelsearch.signal_handlers import post_delete_signal_handler, post_save_signal_handler
from wagtail.signal_handlers import disable_reference_index_auto_update


@contextmanager
def not_indexed() -> Iterator[None]:
    """
    Leave the search index and the index of references as they are.

    For what a test needs many of, and neither searches for nor asks about: indexing is most of what a row costs.
    """
    handlers = ((post_save, post_save_signal_handler), (post_delete, post_delete_signal_handler))
    taken_off = [
        (signal, handler, model)
        for signal, handler in handlers
        for model in get_indexed_models()
        if signal.disconnect(handler, sender=model)
    ]
    try:
        with disable_reference_index_auto_update():
            yield
    finally:
        for signal, handler, model in taken_off:
            signal.connect(handler, sender=model)
