"""What the server in front of Django makes of an address nobody typed."""

import http.client
from urllib.parse import urlsplit

import pytest


@pytest.mark.parametrize("address", ["/uk/search/?q=", "/uk/podii/?topic="])
def test_ten_thousand_characters_are_answered_in_the_readers_language(base_url: str, address: str) -> None:
    connection = http.client.HTTPConnection(urlsplit(base_url).netloc, timeout=30)
    connection.request("GET", address + "a" * 10_000)
    answer = connection.getresponse()
    assert answer.status in (200, 400, 404)
    assert '<html lang="uk"' in answer.read().decode()
    assert answer.headers["Content-Security-Policy"]
