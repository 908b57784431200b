"""Captions are copied as they are, if they can be played."""

from pathlib import Path

import pytest

from demo.content_files import ContentError
from demo.file_generator.captions import captions
from demo.file_generator.sources import Job, Source
from tests.demo.files.made import each, path


def vtt(tmp_path: Path, text: str) -> Source:
    file = tmp_path / "captions.pl.vtt"
    file.write_text(text, encoding="utf-8")
    return Source(file, "z1/captions.pl", {"formats": ["vtt"]}, text)


@each("vtt")
def test_the_captions_are_those_that_were_written(job: Job) -> None:
    assert path(job).read_bytes() == captions(job.source)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1\n00:00:01.000 --> 00:00:02.000\nHej\n", "begin with WEBVTT"),
        ("WEBVTT\n\n00:01.000 --> 00:02\nHej\n", "no pair of times"),
        ("WEBVTT\n\n00:00:03.000 --> 00:00:02.000\nHej\n", "ends before it begins"),
        (
            "WEBVTT\n\n00:00:01.000 --> 00:00:03.000\nA\n\n00:00:02.000 --> 00:00:04.000\nB\n",
            "overlaps the one before",
        ),
        ("WEBVTT\n\nNOTE nothing\n", "no cue"),
    ],
)
def test_captions_that_would_not_play_are_refused(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(ContentError, match=reason):
        captions(vtt(tmp_path, text))
