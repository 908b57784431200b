"""One question to another server over HTTP, with a limit to everything (limits.md, F34 and F35)."""

import http.client
import ssl
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import ip_address
from socket import SHUT_RDWR, socket
from threading import Event, Timer
from urllib.parse import urlsplit

CONNECT_SECONDS = 3.0


class NoAnswer(Exception):
    """None came, or it was broken off."""


class TooSlow(NoAnswer):
    pass


class TooLarge(NoAnswer):
    pass


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


def exchange(
    method: str,
    url: str,
    body: bytes | None,
    seconds: float,
    largest: int,
    headers: Mapping[str, str] | None = None,
) -> Answer:
    """
    Redirects are not followed, and no proxy of the environment is asked. `largest` in bytes.

    Raises NoAnswer when there is no whole answer within `seconds`, or one that is too large.
    """
    connection = _connection(url, min(CONNECT_SECONDS, seconds))
    parts = urlsplit(url)
    with Patience(seconds) as patience:
        try:
            connection.connect()
            patience.socket = connection.sock
            connection.sock.settimeout(seconds)
            of_body = {"Content-Type": "application/json", "Accept": "application/json"} if body else {}
            asked_for = f"{parts.path}?{parts.query}" if parts.query else parts.path
            connection.request(method, asked_for, body, {**of_body, **(headers or {})})
            response = connection.getresponse()
            content = response.read(largest + 1)
        except TimeoutError as error:
            raise TooSlow from error
        except (OSError, http.client.HTTPException) as error:
            raise (TooSlow if patience.is_over.is_set() else NoAnswer) from error
        finally:
            connection.close()
    if patience.is_over.is_set():
        raise TooSlow
    if len(content) > largest:
        raise TooLarge
    if response.length:  # Promised, and broken off before.
        raise NoAnswer
    return Answer(response.status, response.getheader("Retry-After", ""), content)


def _connection(url: str, seconds: float) -> http.client.HTTPConnection:
    parts = urlsplit(url)
    if parts.scheme == "https":
        context = ssl.create_default_context()
        return http.client.HTTPSConnection(str(parts.hostname), parts.port, timeout=seconds, context=context)
    return http.client.HTTPConnection(str(parts.hostname), parts.port, timeout=seconds)


def is_this_machine(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
