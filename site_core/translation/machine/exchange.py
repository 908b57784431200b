"""One question to a foreign service over HTTP, with a limit to everything (limits.md, F35)."""

import http.client
import ssl
from contextlib import suppress
from dataclasses import dataclass
from socket import SHUT_RDWR, socket
from threading import Event, Timer
from urllib.parse import urlsplit

from site_core.translation.machine.failures import Problem, ServiceFailed

CONNECT_SECONDS = 3.0
LARGEST_ANSWER = 1_000_000
"""Bytes: a hundred times what the longest question comes back as."""


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    retry_after: str
    body: bytes


class Patience:
    """
    Breaks a connection off when the time is up, wherever it is.

    A time limit of a socket begins anew with every byte: a service that sends one a second would be waited for to the
    end of the day.
    """

    def __init__(self, seconds: float) -> None:
        self.is_over = Event()
        self.socket: socket | None = None
        self._timer = Timer(seconds, self._break_off)
        self._timer.daemon = True

    def __enter__(self) -> "Patience":
        self._timer.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._timer.cancel()

    def _break_off(self) -> None:
        self.is_over.set()
        if self.socket is not None:
            with suppress(OSError):  # It may have ended by itself at the same moment.
                self.socket.shutdown(SHUT_RDWR)


def exchange(method: str, url: str, body: bytes | None, seconds: float) -> Answer:
    """
    Redirects are not followed, and no proxy of the environment is asked.

    Raises ServiceFailed when there is no whole answer within `seconds`, or one that is too large.
    """
    connection = _connection(url, min(CONNECT_SECONDS, seconds))
    with Patience(seconds) as patience:
        try:
            connection.connect()
            patience.socket = connection.sock
            connection.sock.settimeout(seconds)
            headers = {"Content-Type": "application/json", "Accept": "application/json"} if body else {}
            connection.request(method, urlsplit(url).path, body, headers)
            response = connection.getresponse()
            content = response.read(LARGEST_ANSWER + 1)
        except TimeoutError as error:
            raise ServiceFailed(Problem.SLOW) from error
        except (OSError, http.client.HTTPException) as error:
            raise ServiceFailed(Problem.SLOW if patience.is_over.is_set() else Problem.AWAY) from error
        finally:
            connection.close()
    if patience.is_over.is_set():
        raise ServiceFailed(Problem.SLOW)
    if len(content) > LARGEST_ANSWER:
        raise ServiceFailed(Problem.NONSENSE)
    if response.length:  # Promised, and broken off before.
        raise ServiceFailed(Problem.AWAY)
    return Answer(response.status, response.getheader("Retry-After", ""), content)


def _connection(url: str, seconds: float) -> http.client.HTTPConnection:
    parts = urlsplit(url)
    if parts.scheme == "https":
        context = ssl.create_default_context()
        return http.client.HTTPSConnection(str(parts.hostname), parts.port, timeout=seconds, context=context)
    return http.client.HTTPConnection(str(parts.hostname), parts.port, timeout=seconds)
