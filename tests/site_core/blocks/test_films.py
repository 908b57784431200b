"""A film is here or elsewhere: neither leaves nothing to watch, both leaves a doubt which."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.template.loader import render_to_string

from site_core.blocks.media import VideoBlock
from site_core.media.models import SiteDocument

pytestmark = pytest.mark.django_db

ELSEWHERE = "https://video.example/film"


def film(source_file: int | None, source_url: str) -> dict:
    block = VideoBlock()
    value = block.to_python(
        {
            "title": "Film",
            "source_file": source_file,
            "source_url": source_url,
            "captions": [],
            "transcript": "<p>a</p>",
        }
    )
    return block.clean(value)


@pytest.fixture
def kept_here() -> int:
    return SiteDocument.objects.create(title="Film", file=ContentFile(b"film", name="film.txt")).pk


def test_a_film_that_is_nowhere_is_refused() -> None:
    with pytest.raises(ValidationError) as refusal:
        film(None, "")
    assert set(refusal.value.block_errors) == {"source_file"}


def test_a_film_that_is_here_and_elsewhere_is_refused(kept_here: int) -> None:
    with pytest.raises(ValidationError) as refusal:
        film(kept_here, ELSEWHERE)
    assert set(refusal.value.block_errors) == {"source_url"}


def test_a_film_here_is_played_and_one_elsewhere_is_a_link_that_says_where(kept_here: int) -> None:
    here = render_to_string("blocks/video.html", {"value": film(kept_here, "")})
    elsewhere = render_to_string("blocks/video.html", {"value": film(None, ELSEWHERE)})
    assert "<video" in here
    assert "video.example" not in here
    assert "<video" not in elsewhere
    assert "<iframe" not in elsewhere
    assert f'href="{ELSEWHERE}"' in elsewhere
    assert "video.example</span>" in elsewhere
