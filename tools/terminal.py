"""What a person reads while the tools work."""

import contextlib
import sys
import time
from collections.abc import Iterator

NAME_WIDTH = 22
BAR_WIDTH = 40


class Refused(Exception):
    """The work cannot go on; the text is one sentence that says why and what to do."""


@contextlib.contextmanager
def step(name: str) -> Iterator[None]:
    """Name a piece of work while it runs, and say how long it took."""
    start = time.monotonic()
    line = f"  {name:<{NAME_WIDTH}}"
    if sys.stdout.isatty():
        print(line + "…", end="\r", flush=True)
    yield
    print(f"{line}{time.monotonic() - start:6.1f} s", flush=True)


def unchanged(name: str) -> None:
    """Say that a piece of work was not needed."""
    print(f"  {name:<{NAME_WIDTH}}unchanged", flush=True)


def passing(text: str) -> None:
    """Show text that the next one overwrites; nothing where nobody watches."""
    if sys.stdout.isatty():
        print(f"\r\033[K{text}", end="", flush=True)


def bar(name: str, percentage: int) -> None:
    """Show how far a piece of work is."""
    filled = BAR_WIDTH * percentage // 100
    passing(f"  {name:<{NAME_WIDTH}}{'█' * filled}{'·' * (BAR_WIDTH - filled)} {percentage:3d} %")


def clear_passing() -> None:
    """Take the last passing text away."""
    if sys.stdout.isatty():
        print("\r\033[K", end="", flush=True)
