"""A part of a file, as players ask for it when somebody goes to the middle of a film."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client
from wagtail.models import Collection, CollectionViewRestriction

from site_core.models import SiteDocument
from tests.site_core.media.stores import document

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("storage")]

CONTENT = bytes(range(32, 127)) * 2000
LENGTH = len(CONTENT)


@pytest.fixture
def stored() -> SiteDocument:
    return document("a.txt", CONTENT)


def body(answer: object) -> bytes:
    return b"".join(answer.streaming_content)


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-1", 0, 1),  # how Safari finds out whether it may ask for parts at all
        ("bytes=0-", 0, LENGTH - 1),
        ("bytes=100-200000", 100, LENGTH - 1),
        ("bytes=150000-150099", 150_000, 150_099),
        ("bytes=5-5", 5, 5),
        ("bytes=-7", LENGTH - 7, LENGTH - 1),
        (f"bytes=-{LENGTH * 9}", 0, LENGTH - 1),
        ("bytes=0-99999999999999999999999999", 0, LENGTH - 1),
        ("BYTES= 3-4 ", 3, 4),
        ("bytes=00000000000000000000000003-4", 3, 4),
    ],
)
def test_a_part_is_given_as_it_was_asked_for(
    client: Client, stored: SiteDocument, asked: str, first: int, last: int
) -> None:
    answer = client.get(stored.url, headers={"Range": asked})
    assert answer.status_code == 206
    assert answer["Content-Range"] == f"bytes {first}-{last}/{LENGTH}"
    assert answer["Content-Length"] == str(last - first + 1)
    assert body(answer) == CONTENT[first : last + 1]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"


@pytest.mark.parametrize(
    "asked",
    [
        "",
        "bytes",
        "bytes=",
        "bytes=-",
        "bytes=a-b",
        "bytes=9-3",
        "bytes=0x1-0x2",
        "bytes=1.5-3",
        "bytes=+1-3",
        "bytes=--3",
        "bytes=٣-٤",
        "items=0-1",
        "bytes=0-0,2-3",
        "bytes=" + ",".join(f"{n}-{n}" for n in range(500)),
        "bytes=0-1\x00",
        "bytes 0-1",
    ],
)
def test_what_cannot_be_followed_gets_the_whole_file(
    client: Client, stored: SiteDocument, asked: str
) -> None:
    answer = client.get(stored.url, headers={"Range": asked})
    assert answer.status_code == 200
    assert "Content-Range" not in answer
    assert answer["Accept-Ranges"] == "bytes"
    assert answer["Content-Length"] == str(LENGTH)
    assert body(answer) == CONTENT


@pytest.mark.parametrize("asked", [f"bytes={LENGTH}-", "bytes=-0", f"bytes={'9' * 5000}-"])
def test_where_nothing_is_is_said(client: Client, stored: SiteDocument, asked: str) -> None:
    answer = client.get(stored.url, headers={"Range": asked})
    assert answer.status_code == 416
    assert answer["Content-Range"] == f"bytes */{LENGTH}"
    assert answer.content == b""
    assert "public" not in answer["Cache-Control"]


def test_an_empty_part_of_a_cache_is_not_the_file(client: Client, stored: SiteDocument) -> None:
    """A part is kept by nobody who might take it for the whole."""
    answer = client.get(stored.url, headers={"Range": "bytes=0-1"})
    assert "public" not in answer["Cache-Control"]
    assert "public" in client.get(stored.url)["Cache-Control"]


def test_who_asks_for_the_headers_is_told_that_parts_are_there(client: Client, stored: SiteDocument) -> None:
    answer = client.head(stored.url, headers={"Range": "bytes=0-1"})
    assert answer.status_code == 200
    assert answer["Accept-Ranges"] == "bytes"
    assert answer["Content-Length"] == str(LENGTH)
    assert client.post(stored.url, headers={"Range": "bytes=0-1"}).status_code == 405


def test_a_part_of_another_file_is_not_continued(client: Client, stored: SiteDocument) -> None:
    tag = client.get(stored.url)["ETag"]
    of_this = {"Range": "bytes=2-3", "If-Range": tag}
    assert client.get(stored.url, headers=of_this).status_code == 206
    for other in ('"another"', f"W/{tag}", "Mon, 01 Jan 2024 00:00:00 GMT", "nonsense"):
        answer = client.get(stored.url, headers={**of_this, "If-Range": other})
        assert answer.status_code == 200, other
        assert body(answer) == CONTENT


def test_who_has_it_is_told_so_whatever_the_part(client: Client, stored: SiteDocument) -> None:
    headers = {"Range": "bytes=0-1", "If-None-Match": f'"{stored.file_hash}"'}
    assert client.get(stored.url, headers=headers).status_code == 304


def test_no_part_of_a_withdrawn_file(client: Client, stored: SiteDocument) -> None:
    SiteDocument.objects.filter(pk=stored.pk).update(withheld_by=uuid4())
    for asked in ("bytes=0-1", "bytes=-1", f"bytes={LENGTH}-"):
        answer = client.get(stored.url, headers={"Range": asked})
        assert answer.status_code == 410
        assert "Content-Range" not in answer


def test_no_part_of_a_private_file_and_not_how_long_it_is(client: Client) -> None:
    private = Collection.get_first_root_node().add_child(name="Prywatne")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    secret = document("a.txt", CONTENT, collection=private)
    for asked in ("bytes=0-1", f"bytes={LENGTH}-"):
        answer = client.get(secret.url, headers={"Range": asked})
        assert answer.status_code == 302
        assert not {"Content-Range", "Accept-Ranges"} & set(answer.headers)
