"""Python's collector of circles of garbage, in processes that load much and then answer."""

import gc


def keep_what_is_loaded() -> None:
    """
    What is loaded by now stays until the end: the collector need not walk over it, time and again, nor touch, and so
    copy, what forked processes share.

    One answer makes tens of thousands of short-lived objects, and Python would look for circles among them every 700:
    a tenth of the processor's time for nothing.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
