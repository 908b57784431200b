"""Is a JPEG or WebP file already in the shape we keep, byte for byte?

These two lose quality when they are written again. A file that holds nothing but the picture, and ends where
the picture ends, is kept as it is: so cleaning a cleaned file changes nothing. Anything unexpected answers
"no" and is written anew.
"""

from __future__ import annotations

import struct

_JPEG_PICTURE_SEGMENTS = {0xC0, 0xC1, 0xC2, 0xC4, 0xDA, 0xDB, 0xDD}
_JPEG_JFIF, _JPEG_ADOBE, _JPEG_SCAN, _JPEG_END = 0xE0, 0xEE, 0xDA, 0xD9
_WEBP_PICTURE_CHUNKS = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH"}


def is_bare(kind: str, data: bytes) -> bool:
    """True when the file consists of the picture alone; False for every kind that can be rewritten without
    loss.
    """
    walk = {"jpeg": _bare_jpeg, "webp": _bare_webp}.get(kind)
    if walk is None:
        return False
    try:
        return walk(data)
    except (IndexError, struct.error):
        return False


def _bare_jpeg(data: bytes) -> bool:
    at = 2
    while data[at] == 0xFF:
        marker = data[at + 1]
        if marker == _JPEG_END:
            return at + 2 == len(data)
        (length,) = struct.unpack_from(">H", data, at + 2)
        if marker == _JPEG_JFIF:
            expected = at == 2 and length == 16 and data[at + 4 : at + 9] == b"JFIF\0"
        elif marker == _JPEG_ADOBE:
            expected = length == 14 and data[at + 4 : at + 9] == b"Adobe"
        else:
            expected = marker in _JPEG_PICTURE_SEGMENTS
        if not expected or length < 2:
            return False
        at += 2 + length
        if marker == _JPEG_SCAN:
            at = _end_of_scan(data, at)
    return False


def _end_of_scan(data: bytes, at: int) -> int:
    """Where the next real marker begins: stuffed zeros and restart markers belong to the scan."""
    while (at := data.find(b"\xff", at)) >= 0:
        if data[at + 1] != 0 and not 0xD0 <= data[at + 1] <= 0xD7:
            return at
        at += 2
    raise IndexError("a scan without an end")


def _bare_webp(data: bytes) -> bool:
    (length,) = struct.unpack_from("<I", data, 4)
    if length + 8 != len(data):
        return False
    at = 12
    while at < len(data):
        if data[at : at + 4] not in _WEBP_PICTURE_CHUNKS:
            return False
        (size,) = struct.unpack_from("<I", data, at + 4)
        at += 8 + size + size % 2
    return at == len(data)


def webp_size(data: bytes) -> tuple[int, int]:
    """Width and height from the header alone: opening a WebP reserves its whole canvas first."""
    name, body = data[12:16], data[20:30]
    if name == b"VP8X":
        return 1 + int.from_bytes(body[4:7], "little"), 1 + int.from_bytes(body[7:10], "little")
    if name == b"VP8L":
        bits = int.from_bytes(body[1:5], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    width, height = struct.unpack_from("<HH", body, 6)
    return width & 0x3FFF, height & 0x3FFF
