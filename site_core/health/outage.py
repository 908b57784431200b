"""What one process knows about a cache server being away.

Django makes a cache client per thread; they share this.
"""

import logging
import time
from threading import Lock

logger = logging.getLogger(__name__)

# After a failure the server is left alone for this long, so that a slow one costs one reader its timeout
# and not all.
SECONDS_BEFORE_TRYING_AGAIN = 5.0


class Outage:
    def __init__(self) -> None:
        self._lock = Lock()
        self._try_again_at: float | None = None
        self._changed: set[tuple[str, int | None]] = set()

    @property
    def lasts(self) -> bool:
        """The server failed, and has not answered since."""
        return self._try_again_at is not None

    @property
    def forbids_asking(self) -> bool:
        return self._try_again_at is not None and time.monotonic() < self._try_again_at

    def note_failure(self, failure: Exception) -> bool:
        """True for the first failure of an outage, which is the one that is logged."""
        with self._lock:
            is_first = self._try_again_at is None
            self._try_again_at = time.monotonic() + SECONDS_BEFORE_TRYING_AGAIN
        if is_first:
            logger.error(
                "The cache server does not answer (%s); going on without it.", type(failure).__name__
            )
        return is_first

    def note_change(self, key: str, version: int | None) -> None:
        """Somebody set or deleted this key meanwhile: what the server remembers of it is wrong."""
        with self._lock:
            self._changed.add((key, version))

    def end(self) -> set[tuple[str, int | None]]:
        """The server answers again. Returns what it must forget."""
        with self._lock:
            was_away, self._try_again_at = self._try_again_at is not None, None
            changed, self._changed = self._changed, set()
        if was_away:
            logger.warning("The cache server answers again.")
        return changed


_outages: dict[str, Outage] = {}
_registry_lock = Lock()


def outage_of(location: str) -> Outage:
    with _registry_lock:
        return _outages.setdefault(location, Outage())
