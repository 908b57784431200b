"""
Requests to the cluster. One that fails is not followed by others for a while: each reader would wait for it anew.
"""

import json
import logging
from collections.abc import Collection, Iterable, Mapping
from threading import Lock
from time import monotonic
from typing import Any

from django.conf import settings

from site_core.exchange import NoAnswer, exchange
from site_core.search.index.failures import SearchUnavailable

READER_SECONDS = 0.9
"""A search asks twice at most, and a reader waits for two seconds (limits.md, F34)."""
WRITER_SECONDS = 5.0
REST_SECONDS = 10.0
"""After a failure, nobody asks for so long."""
LARGEST_ANSWER = 8_000_000
"""Bytes. A question of twelve words with all their meanings is answered with one."""

Document = Mapping[str, Any]
logger = logging.getLogger(__name__)


class _Outage:
    """Of this process's view of the cluster: begun when a request fails, over when one succeeds. Logged once."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._until: float | None = None

    @property
    def is_on(self) -> bool:
        with self._lock:
            return self._until is not None and monotonic() < self._until

    def begins(self, reason: str) -> None:
        with self._lock:
            if self._until is None:
                logger.error("The search cluster does not answer: %s", reason)
            self._until = monotonic() + REST_SECONDS

    def is_over(self) -> None:
        with self._lock:
            if self._until is not None:
                logger.warning("The search cluster answers again")
            self._until = None


outage = _Outage()


def ask(
    method: str,
    path: str,
    document: Document | None = None,
    seconds: float = WRITER_SECONDS,
    accepted: Collection[int] = (200, 201),
) -> Any:
    """
    What the cluster answers. `path` begins with a slash.

    What people typed stands in values of the document and nowhere else. Raises SearchUnavailable.
    """
    body = None if document is None else json.dumps(document).encode()
    return _ask(method, path, body, "application/json", seconds, accepted)


def ask_in_lines(path: str, documents: Iterable[Document], seconds: float = WRITER_SECONDS) -> Any:
    """Several questions at once, a line each."""
    body = "".join(f"{json.dumps(document)}\n" for document in documents).encode()
    return _ask("POST", path, body, "application/x-ndjson", seconds, (200,))


def _ask(
    method: str, path: str, body: bytes | None, kind: str, seconds: float, accepted: Collection[int]
) -> Any:
    if outage.is_on:
        raise SearchUnavailable
    cluster: Any = settings.SEARCH_CLUSTER
    headers = {"Content-Type": kind} if body else {}
    if cluster.authorization:
        headers["Authorization"] = cluster.authorization
    try:
        answer = exchange(method, cluster.base + path, body, seconds, LARGEST_ANSWER, headers)
        understood = json.loads(answer.body) if answer.status in accepted else None
    except NoAnswer as error:
        raise _failed(type(error).__name__) from error
    except (ValueError, RecursionError) as error:
        raise _failed("an answer that is no JSON") from error
    if not isinstance(understood, dict):
        raise _failed(f"an answer with status {answer.status}")
    outage.is_over()
    return understood


def not_understood(error: Exception) -> SearchUnavailable:
    """JSON, and not what this protocol says."""
    return _failed(f"an answer of another shape ({type(error).__name__})")


def _failed(reason: str) -> SearchUnavailable:
    outage.begins(reason)
    return SearchUnavailable(reason)
