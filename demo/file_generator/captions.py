"""Captions are written ready as WebVTT: they are checked and copied."""

import re

from demo.content_files import ContentError
from demo.file_generator.sources import Source

_TIME = r"(\d\d):([0-5]\d):([0-5]\d)\.(\d{3})"
_CUE = re.compile(rf"^{_TIME} --> {_TIME}$", re.MULTILINE)


def captions(source: Source) -> bytes:
    """The captions as they are; ContentError unless the cues are readable and follow one another in time."""
    if not source.body.startswith("WEBVTT\n\n"):
        raise ContentError(f"{source.path}: captions begin with WEBVTT and an empty line")
    lines = [line for line in source.body.splitlines() if "-->" in line]
    end_before = 0
    for line in lines:
        cue = _CUE.match(line)
        if cue is None:
            raise ContentError(f"{source.path}: “{line}” is no pair of times")
        start, end = milliseconds(cue.groups()[:4]), milliseconds(cue.groups()[4:])
        if not end_before <= start < end:
            raise ContentError(
                f"{source.path}: the cue “{line}” overlaps the one before or ends before it begins"
            )
        end_before = end
    if not lines:
        raise ContentError(f"{source.path}: no cue in it")
    return source.path.read_bytes()


def milliseconds(parts: tuple[str, ...]) -> int:
    hours, minutes, seconds, rest = map(int, parts)
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + rest
