"""Refuse a Python that is too old, in one sentence.

This file and the two `__main__.py` that call it are read by whatever `python3` is: they keep to what
Python 3.6 can parse.
"""

import sys

OLDEST = (3, 11)


def refuse_old_python() -> None:
    """End the program with exit code 1 unless the running Python is new enough."""
    if sys.version_info < OLDEST:
        sys.exit(
            "Python {}.{} or newer is needed, and this is {}.{} ({}). If a newer one is installed, name it:"
            " make PYTHON=python3.11 …".format(*OLDEST, *sys.version_info[:2], sys.executable)
        )
