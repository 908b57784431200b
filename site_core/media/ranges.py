"""
Parts of a file, for who goes to the middle of a film (RFC 9110, section 14). Safari plays no film without.

One range at a time: nobody's player asks for more, and many small ones are an old way to make a server work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from http import HTTPMethod, HTTPStatus
from typing import IO, NamedTuple

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase

_ONE_RANGE = re.compile(r"bytes=[ \t]*([0-9]*)-([0-9]*)[ \t]*", re.IGNORECASE)
_BEYOND_ANY_FILE = 10**18
_BLOCK = 65_536


class Part(NamedTuple):
    """Bytes of a file, the last one included, as the header counts them."""

    first: int
    last: int

    @property
    def length(self) -> int:
        return self.last - self.first + 1


class NothingThere(ValueError):
    """The range is well written, and no byte of the file is in it."""


def in_parts(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """
    The part that was asked for of an answer that is a whole file; any other answer as it is.

    What cannot be read (another unit, several ranges, nonsense) counts as not asked: the whole file is never wrong.
    """
    if not isinstance(response, FileResponse) or response.status_code != HTTPStatus.OK:
        return response
    file = response.file_to_stream
    if file is None or not file.seekable():
        return response
    response["Accept-Ranges"] = "bytes"
    asked = request.headers.get("Range", "")
    if request.method != HTTPMethod.GET or not asked or not _still_the_same(request, response):
        return response
    length = int(response["Content-Length"])
    try:
        part = part_asked_for(asked, length)
    except NothingThere:
        return _nothing_there(response, length)
    return response if part is None else _only(part, response, file, length)


def part_asked_for(header: str, length: int) -> Part | None:
    """None where the header is none that we follow. Raises NothingThere."""
    found = _ONE_RANGE.fullmatch(header.strip())
    if not found or found[1] == found[2] == "":
        return None
    first, last = _number(found[1]), _number(found[2])
    if first is None:  # the last so many
        wanted = min(last or 0, length)
        if not wanted:
            raise NothingThere
        return Part(length - wanted, length - 1)
    if last is not None and last < first:
        return None
    if first >= length:
        raise NothingThere
    return Part(first, length - 1 if last is None else min(last, length - 1))


def _number(digits: str) -> int | None:
    """Python refuses to read thousands of digits; no file is so long."""
    if not digits:
        return None
    digits = digits.lstrip("0")
    return int(digits or 0) if len(digits) <= 18 else _BEYOND_ANY_FILE


def _still_the_same(request: HttpRequest, response: HttpResponseBase) -> bool:
    """`If-Range`: whoever has a part of another file gets the whole new one. A weak tag is no proof."""
    condition = request.headers.get("If-Range", "").strip()
    return not condition or condition in (response.get("ETag"), response.get("Last-Modified"))


def _nothing_there(response: HttpResponseBase, length: int) -> HttpResponse:
    response.close()
    return HttpResponse(
        status=HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE,
        headers={"Accept-Ranges": "bytes", "Content-Range": f"bytes */{length}"},
    )


def _only(part: Part, response: FileResponse, file: IO[bytes], length: int) -> FileResponse:
    file.seek(part.first)
    response.status_code = HTTPStatus.PARTIAL_CONTENT
    # An iterator, not the file: WSGI servers send a file by themselves, to its end.
    response.streaming_content = _read(file, part.length)
    response["Content-Range"] = f"bytes {part.first}-{part.last}/{length}"
    response["Content-Length"] = str(part.length)
    return response


def _read(file: IO[bytes], length: int) -> Iterator[bytes]:
    while length > 0:
        block = file.read(min(_BLOCK, length))
        if not block:
            return
        length -= len(block)
        yield block
