"""The address the demo answers at, and whether it is free."""

import errno
import os
import socket
from typing import NamedTuple

from tools.terminal import Refused

HOST = "127.0.0.1"


class Address(NamedTuple):
    """A port on this machine; nothing outside it can reach the demo."""

    port: int

    @property
    def url(self) -> str:
        """Without a slash at the end."""
        return f"http://{HOST}:{self.port}"

    @property
    def bind(self) -> str:
        """As gunicorn wants it."""
        return f"{HOST}:{self.port}"


def chosen_address() -> Address:
    """The port in PORT, or 8000. Refused when that is no number, is taken, or needs the administrator."""
    written = os.environ.get("PORT") or "8000"
    try:
        port = int(written)
    except ValueError:
        port = 0
    if not 0 < port < 65536:
        raise Refused(f"PORT must be a number from 1 to 65535, and it is “{written}”.")
    with socket.socket() as probe:
        # As the server itself does: a port that only waits out its last connections is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as refusal:
            raise Refused(why_not(port, refusal)) from refusal
    return Address(port)


def why_not(port: int, refusal: OSError) -> str:
    """The system's refusal as a sentence."""
    another = f"make demo PORT={port + 1 if 1024 <= port < 65535 else 8001}"
    if refusal.errno == errno.EADDRINUSE:
        return f"Port {port} is already in use: stop the program that uses it, or choose another: {another}"
    if refusal.errno == errno.EACCES:
        return f"Port {port} may only be opened by the administrator; choose another: {another}"
    return f"Port {port} cannot be opened ({refusal.strerror}); choose another: {another}"
