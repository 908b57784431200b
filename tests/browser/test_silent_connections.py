"""Browsers open connections ahead of need; one on which nothing is asked keeps no other reader waiting."""

import socket
from contextlib import ExitStack
from urllib.parse import urlsplit

from playwright.sync_api import Page


def test_a_connection_that_says_nothing_holds_nobody_up(page: Page, base_url: str) -> None:
    server = urlsplit(base_url)
    with ExitStack() as open_connections:
        for _ in range(3):  # as many as a browser may hold ready, and more than there are processes
            open_connections.enter_context(socket.create_connection((server.hostname, server.port)))
        answer = page.goto("/pl/", timeout=20_000)
        assert answer is not None
        assert answer.ok
