"""What the demo's server compresses, and what it must not."""

import gzip
from collections.abc import Callable, Iterator

import pytest
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.test import RequestFactory

from site_core.security.public_compression import PublicCompressionMiddleware

PUBLIC = "public, max-age=60"
WORDS = "wspólny język " * 100


def text(cache_control: str = PUBLIC, content_type: str = "text/html; charset=utf-8") -> HttpResponse:
    return HttpResponse(WORDS, content_type=content_type, headers={"Cache-Control": cache_control})


@pytest.fixture
def answered() -> Callable[[HttpResponseBase], HttpResponseBase]:
    """The answer as a browser that understands gzip gets it."""
    request: HttpRequest = RequestFactory().get("/pl/", headers={"accept-encoding": "gzip, br"})
    return lambda response: PublicCompressionMiddleware(lambda _request: response)(request)


def test_public_text_is_compressed_to_the_same_bytes_each_time(answered) -> None:
    first, second = answered(text()), answered(text())
    assert first.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in first.headers["Vary"]
    assert gzip.decompress(first.content).decode() == WORDS
    assert first.content == second.content


@pytest.mark.parametrize("cache_control", ["private, no-cache", "max-age=0, no-store, private", ""])
def test_an_answer_for_one_person_is_not(answered, cache_control: str) -> None:
    assert "Content-Encoding" not in answered(text(cache_control)).headers


def test_downloads_keep_their_length(answered) -> None:
    def pieces() -> Iterator[bytes]:
        yield WORDS.encode()

    streamed = StreamingHttpResponse(pieces(), content_type="text/vtt", headers={"Cache-Control": PUBLIC})
    for response in (streamed, text(content_type="application/pdf")):
        assert "Content-Encoding" not in answered(response).headers
