"""Sound and film. A phone writes into a film where it was made; that part is blanked, the film itself is not
touched.
"""

from __future__ import annotations

import shutil
import struct
import tempfile
from collections.abc import Iterator
from typing import IO, NamedTuple

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils.translation import gettext_lazy as _

RECORDING_TYPES = {"mp3": {"mp3"}, "mp4": {"mp4", "m4v"}}
_TELLS = {b"udta", b"meta", b"uuid"}
_HOLDS = {b"moov", b"trak"}
_POSITION_TRACKS = (b"gpmd", b"camm", b"quicktime.location")
_LARGEST_TRACK_HEADER = 20_000_000


class Box(NamedTuple):
    kind: bytes
    start: int
    body: int
    end: int


def clean_recording(content: File, extension: str) -> File:
    """The recording; a film comes back as a copy in which notes about place, device and author are zeros.

    A film with a track of positions (action cameras write one) is refused: taking it out would mean cutting
    the film.
    """
    if extension == "mp3":
        return content
    copy = tempfile.TemporaryFile()  # noqa: SIM115 (lives as long as the upload)
    content.seek(0)
    shutil.copyfileobj(content, copy)
    try:
        _blank_tales(copy, 0, copy.tell())
    except (struct.error, ValueError) as reason:
        copy.close()
        raise ValidationError(
            _("This film is damaged or incomplete. Export it again, then upload it."), code="damaged"
        ) from reason
    copy.seek(0)
    return File(copy)


def _blank_tales(film: IO[bytes], start: int, end: int) -> None:
    for box in _boxes(film, start, end):
        if box.kind in _TELLS:
            _blank(film, box)
        elif box.kind in _HOLDS:
            if box.kind == b"trak":
                _refuse_positions(film, box)
            _blank_tales(film, box.body, box.end)


def _boxes(film: IO[bytes], start: int, end: int) -> Iterator[Box]:
    while start < end:
        film.seek(start)
        size, kind = struct.unpack(">I4s", film.read(8))
        body = start + 8
        if size == 1:
            (size,) = struct.unpack(">Q", film.read(8))
            body += 8
        box_end = end if size == 0 else start + size
        if not body <= box_end <= end:
            raise ValueError("a box that reaches outside")
        yield Box(kind, start, body, box_end)
        start = box_end


def _blank(film: IO[bytes], box: Box) -> None:
    film.seek(box.start + 4)
    film.write(b"free")
    film.seek(box.body)
    for at in range(box.body, box.end, 65_536):
        film.write(bytes(min(65_536, box.end - at)))


def _refuse_positions(film: IO[bytes], track: Box) -> None:
    film.seek(track.body)
    header = film.read(min(track.end - track.body, _LARGEST_TRACK_HEADER))
    if any(name in header for name in _POSITION_TRACKS):
        raise ValidationError(
            _("This film carries a track of the places where it was made. Export it without this track."),
            code="film_with_positions",
        )
