"""Rows that go without a word to anybody."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db.models.signals import post_delete, pre_delete


@contextmanager
def unheard() -> Iterator[None]:
    """
    What is deleted inside is deleted in a few queries: nobody hears of it, row by row.

    For putting aside what the demo's content has, before a test begins; what the test itself does is heard.
    """
    signals = (pre_delete, post_delete)
    heard_by = [signal.receivers for signal in signals]
    try:
        for signal in signals:
            signal.receivers = []
            signal.sender_receivers_cache.clear()
        yield
    finally:
        for signal, receivers in zip(signals, heard_by, strict=True):
            signal.receivers = receivers
            signal.sender_receivers_cache.clear()
