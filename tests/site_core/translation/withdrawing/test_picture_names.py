"""Addresses of withdrawn pictures say so; names of withdrawn pictures cannot be found out by asking."""

from uuid import uuid4

import pytest
from django.test import Client

from site_core.media.models import SiteImage

pytestmark = pytest.mark.django_db

REST = "max-165x165.png"
ROOM = 59 - len(REST)
NAME = ("anna-kowalska-z-klasy-siodmej-b-na-szkolnej-wycieczce" + "x" * 60)[:60]


@pytest.fixture
def named(db: None) -> str:
    """Of a withdrawn picture whose name is longer than what its renditions keep of it."""
    image = SiteImage.objects.order_by("pk").first()
    SiteImage.objects.filter(pk=image.pk).update(file=f"original_images/{NAME}.png", withheld_by=uuid4())
    return NAME


def answer(reader: Client, stem: str, rest: str = REST) -> int:
    return reader.get(f"/media/images/{stem}.{rest}").status_code


def test_the_whole_name_and_the_name_as_wagtail_cuts_it_say_that_it_is_gone(
    named: str, reader: Client
) -> None:
    assert {
        answer(reader, stem) for stem in (named, f"{named}_aB3dE5g", named[:ROOM], f"{named[:ROOM]}_aB3dE5g")
    } == {410}


@pytest.mark.parametrize("length", [1, 4, 20, ROOM - 1, ROOM + 1])
def test_a_part_of_the_name_tells_nothing(named: str, reader: Client, length: int) -> None:
    assert answer(reader, named[:length]) == 404
    assert answer(reader, f"{named[:length]}_aB3dE5g") == 404


@pytest.mark.parametrize("length", [1, 4, 20])
def test_nor_does_it_with_so_long_an_ending_that_the_name_would_be_cut_there(
    named: str, reader: Client, length: int
) -> None:
    ending = ("max-165x165." + "max-9x9." * 10)[: 59 - length - 4] + ".png"
    assert answer(reader, named[:length], ending) == 404
