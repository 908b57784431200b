from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile

from site_core.media.images import clean_image
from site_core.models import SiteImage

START = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 20">'
)
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def drawing(body: str, start: str = START) -> bytes:
    return f"{start}{body}<title>Dwa głosy</title></svg>".encode()


@pytest.mark.parametrize(
    ("body", "gone"),
    [
        ("<script>alert(1)</script>", b"alert"),
        ('<rect onload="alert(1)" width="2"/>', b"alert"),
        ('<a href="javascript:alert(1)"><text>x</text></a>', b"javascript"),
        ('<a xlink:href=" java&#10;script:alert(1)"><text>x</text></a>', b"alert"),
        ("<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'>x</body></foreignObject>", b"body"),
        ('<image href="https://spy.example/pixel.png"/>', b"spy.example"),
        ('<use href="https://spy.example/a.svg#a"/>', b"spy.example"),
        ('<rect style="fill:url(https://spy.example/)"/>', b"spy.example"),
        ('<image href="data:image/svg+xml;base64,PHN2Zz4="/>', b"PHN2Zz4"),
        ('<metadata><rdf>Jan Autor</rdf></metadata>', b"Jan"),
        ("<!-- drawn by Jan -->", b"Jan"),
        ('<set attributeName="onload" to="alert(1)"/>', b"attributeName"),
        ('<iframe xmlns="http://www.w3.org/1999/xhtml" src="https://spy.example"/>', b"iframe"),
    ],
)  # fmt: skip
def test_what_a_drawing_loses(body: str, gone: bytes) -> None:
    cleaned = clean_image(ContentFile(drawing(body)), "a.svg").read()
    assert gone in drawing(body)
    assert gone not in cleaned
    assert "Dwa głosy".encode() in cleaned


@pytest.mark.parametrize(
    "data",
    [
        f"<!DOCTYPE svg [{LAUGHS}]>".encode() + drawing("<text>&l9;</text>"),
        b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + drawing("<text>&a;</text>"),
        b'<!DOCTYPE svg SYSTEM "http://spy.example/a.dtd" [ ]>' + drawing(""),
        drawing("") + b"<script>alert(1)</script>",
        drawing("")[:-9],
        b"<html><body>" + drawing("") + b"</body></html>",
        b"<svg><rect/></svg>",
        drawing("", START.replace("0 0 40 20", "0 0 1e300 1e300")),
        drawing("", START.replace("0 0 40 20", "0 0 nan nan")),
        drawing("x" * 1_000_001),
    ],
    ids=[*("laughs", "outside", "subset", "two roots", "half", "page", "nameless", "endless", "nan", "long")],
)  # fmt: skip
def test_what_is_refused(data: bytes) -> None:
    with pytest.raises(ValidationError) as refusal:
        clean_image(ContentFile(data), "a.svg")
    assert refusal.value.code in {"svg_entities", "svg_unreadable", "svg_too_large"}


def test_cleaning_twice_changes_nothing() -> None:
    once = clean_image(ContentFile(drawing("<g><rect width='3'/><text>مرحبا</text></g>")), "a.svg").read()
    assert clean_image(ContentFile(once), "a.svg").read() == once


@pytest.mark.django_db
def test_a_drawing_is_shown_at_its_size() -> None:
    image = SiteImage.objects.create(title="Znak", file=ContentFile(drawing("<script/>"), name="znak.svg"))
    assert (image.width, image.height) == (40, 20)
    with image.get_rendition("width-20").file.open() as file:
        assert b"script" not in file.read()
