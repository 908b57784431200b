"""PDFs tell machines what they are, and people see all of them."""

import re
import unicodedata

import pikepdf
import pypdfium2
import pytest

from demo.file_generator.sources import Job
from demo.file_generator.typeset import pieces
from tests.demo.files.made import each, path

MM = 72 / 25.4


def words(text: str) -> set[str]:
    """Words in Latin and Cyrillic letters, without the marks of Markdown and without punctuation."""
    return set(re.findall(r"[a-zA-Z\u00c0-\u04ff\u1e00-\u1eff]+", unicodedata.normalize("NFKC", text)))


def structure(document: pikepdf.Pdf, kind: str) -> list[pikepdf.Object]:
    return [
        entry
        for entry in document.objects
        if isinstance(entry, pikepdf.Dictionary)
        and entry.get("/Type") == "/StructElem"
        and entry.get("/S") == kind
    ]


@each("pdf")
def test_tagged_with_language_and_title(job: Job) -> None:
    with pikepdf.open(path(job)) as document:
        assert document.Root.MarkInfo.Marked
        assert str(document.Root.Lang) == job.source.language
        assert str(document.docinfo["/Title"]) == job.source.facts["title"]
        assert document.Root.ViewerPreferences.DisplayDocTitle
        assert len(structure(document, "/H1")) == 1
        with document.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"


@each("pdf")
def test_nothing_is_cut_off(job: Job) -> None:
    document = pypdfium2.PdfDocument(path(job))
    for number, page in enumerate(document, 1):
        width, height = page.get_size()
        text = page.get_textpage()
        boxes = [text.get_charbox(at) for at in range(text.count_chars())]
        outside = [box for box in boxes if box[0] < 0 or box[1] < 0 or box[2] > width or box[3] > height]
        assert not outside, f"page {number}"
        assert boxes, f"page {number} is empty"


@each("pdf")
def test_the_whole_text_can_be_read_out(job: Job) -> None:
    """Shaped scripts are compared by letters: readers put the marks above and below them in places of their own."""
    document = pypdfium2.PdfDocument(path(job))
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    if job.source.language in ("ar", "hi"):
        assert letters(job.source.body) - letters(text) == set()
    else:
        assert words(job.source.body) - words(text) == set()


def letters(text: str) -> set[str]:
    return {sign for sign in unicodedata.normalize("NFKC", text) if sign.isalpha()}


@each("pdf", language="ar")
def test_arabic_words_stay_whole(job: Job) -> None:
    """Letters that join to one shape must not come out as nothing or backwards: “لا” is “no”."""
    document = pypdfium2.PdfDocument(path(job))
    text = unicodedata.normalize("NFKC", " ".join(page.get_textpage().get_text_range() for page in document))
    plain = [word for word in job.source.body.split() if "لا" in word and all(map(str.isalpha, word))]
    assert [word for word in plain if word not in text] == []


@each("pdf", layout="leaflet", language="ar")
def test_a_helpline_is_not_turned_around_in_arabic(job: Job) -> None:
    """“116 111” between Arabic words stands with its first half on the left."""
    numbers = 0
    for page in pypdfium2.PdfDocument(path(job)):
        text = page.get_textpage()
        for first, second in (("116", "111"), ("800", "676")):
            one, other = left_of(text, first), left_of(text, second)
            if one and other:
                numbers += 1
                assert one[0] < other[0]
                assert abs(one[1] - other[1]) < 1
    assert numbers == 2


def left_of(text: pypdfium2.PdfTextPage, wanted: str) -> tuple[float, float] | None:
    """Left and bottom edge of the first place where these digits stand."""
    found = text.search(wanted).get_next()
    return text.get_charbox(found[0])[:2] if found else None


@each("pdf", layout="poster-a3")
def test_a_poster_is_one_sheet_and_its_alarm_stands_alone(job: Job) -> None:
    document = pypdfium2.PdfDocument(path(job))
    assert len(document) == 1
    width, height = document[0].get_size()
    assert (round(width / MM), round(height / MM)) == (297, 420)
    band = document[0].get_textpage().get_text_bounded(0, 13 * MM, width, 48 * MM)
    alarm = job.source.body.rpartition("## ")[2]
    assert letters(band) <= letters(alarm)
    assert "112" in band


@pytest.mark.parametrize("layout", ["card-a5", "slides", "leaflet"])
def test_every_card_slide_and_side_is_one_page(layout: str) -> None:
    extra = 1 if layout == "slides" else 0
    for job in each("pdf", layout=layout).args[1]:
        pages = len(pypdfium2.PdfDocument(path(job)))
        assert pages == len(pieces(job.source.body)) + extra, job.name


@each("pdf", layout="bilingual")
def test_the_second_language_is_stated_on_every_card(job: Job) -> None:
    with pikepdf.open(path(job)) as document:
        stated = [str(part.get("/Lang")) for part in structure(document, "/Art")]
    assert stated == [job.source.facts["second_language"]] * len(pieces(job.source.body))


@each("png", layout="poster-a3")
def test_a_preview_is_a_picture_of_the_poster(job: Job) -> None:
    from PIL import Image

    with Image.open(path(job)) as picture:
        assert picture.width == 1000
        assert picture.height == pytest.approx(1414, abs=1)
        assert len(picture.convert("RGB").getcolors(1 << 20)) > 8
