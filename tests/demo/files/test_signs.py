"""Stickers and banners: drawings whose words are outlines, and told besides."""

import re

import pytest
import qrcode
from defusedxml import ElementTree
from django.core.files import File
from fontTools.pens.boundsPen import BoundsPen
from fontTools.svgLib.path import parse_path

from demo.file_generator.sources import Job
from demo.file_generator.svg import qr_code, svg
from demo.file_generator.svg.lettering import broken, fitted, width
from site_core.media.documents import check_document
from tests.demo.files.made import JOBS, each, path
from tests.demo.files.test_pdf import words

SVG = "{http://www.w3.org/2000/svg}"


def drawing(job: Job) -> ElementTree:
    return ElementTree.fromstring(path(job).read_bytes())


@each("svg")
def test_readers_get_the_very_drawing_that_is_committed(job: Job) -> None:
    with path(job).open("rb") as content:
        assert (
            check_document(File(content, name=path(job).name), path(job).name).read()
            == path(job).read_bytes()
        )


@each("svg")
def test_whoever_cannot_see_it_gets_all_of_its_words(job: Job) -> None:
    root = drawing(job)
    told = f"{root.findtext(f'{SVG}title')} {root.findtext(f'{SVG}desc')}"
    facts = job.source.facts
    assert words(f"{facts['title']} {facts['subtitle']} {job.source.body}") - words(told) == set()
    assert root.get("lang") == job.source.language
    assert {part.get("id") for part in root} >= set(root.get("aria-labelledby").split())


@each("svg")
def test_it_needs_no_typeface_and_nothing_from_elsewhere(job: Job) -> None:
    assert {part.tag.removeprefix(SVG) for part in drawing(job).iter()} <= {
        "svg",
        "title",
        "desc",
        "path",
        "clipPath",
    }
    addresses = re.findall(rb"https?://[^\s\"<]+", path(job).read_bytes())
    assert set(addresses) == {b"http://www.w3.org/2000/svg"}


@each("svg")
def test_no_word_stands_outside_the_sheet(job: Job) -> None:
    root = drawing(job)
    _x, _y, wide, high = map(float, root.get("viewBox").split())
    outlines = [part.get("d") for part in root.findall(f"{SVG}path") if "Q" in part.get("d")]
    assert len(outlines) > 3
    for outline in outlines:
        pen = BoundsPen(None)
        parse_path(outline, pen)
        left, top, right, bottom = pen.bounds
        assert 0 <= left < right <= wide
        assert 0 <= top < bottom <= high


@each("svg")
def test_it_is_what_the_generator_would_make_now(job: Job) -> None:
    assert svg(job.source) == path(job).read_bytes()


@each("svg", layout="sticker")
def test_the_code_on_a_sticker_leads_where_its_words_say(job: Job) -> None:
    address = job.source.facts["address"]
    code = next(part for part in drawing(job).iter(f"{SVG}path") if "scale" in part.get("transform", ""))
    runs = [tuple(map(int, run)) for run in re.findall(r"M(\d+) (\d+)h(\d+)", code.get("d"))]
    dark = {(x + step, y) for x, y, length in runs for step in range(length)}
    again = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_Q, border=qr_code.QUIET)
    again.add_data(address)
    again.make()
    assert dark == {(x, y) for y, row in enumerate(again.get_matrix()) for x, on in enumerate(row) if on}
    assert min(x for x, _y in dark) == 4, "cameras need the quiet zone"
    assert address.removeprefix("https://") in job.source.body


class TestLettering:
    def test_words_keep_to_the_room_there_is(self) -> None:
        text = fitted("Doping tak, pogarda nie", 1330, 560, 300)
        assert text.lines == ("Doping tak,", "pogarda nie")
        assert max(width(line) * text.size for line in text.lines) <= 1330
        assert text.height <= 560

    def test_a_dash_stays_between_its_words(self) -> None:
        assert [line.replace("\u00a0", " ") for line in broken("Підтримка – так, зневага – ні", 9)] == [
            "Підтримка – так,",
            "зневага – ні",
        ]

    def test_what_cannot_fit_is_refused(self) -> None:
        with pytest.raises(ValueError, match="does not fit"):
            fitted("Odpowiedzialność", 1, 1, 1)


def test_there_are_drawings_to_test() -> None:
    assert {job.source.facts["layout"] for job in JOBS if job.format == "svg"} == {"sticker", "banner"}
