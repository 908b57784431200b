"""Files say what is in them, and cost little where they were made to hurt."""

import sys
from collections.abc import Iterator
from threading import Timer

import pytest

from site_core.search.file_texts import formats, office
from site_core.search.file_texts.formats import edition, text_of
from site_core.search.file_texts.pdf import MOST_PAGES, Unreadable
from site_core.search.file_texts.plain import MOST_CHARACTERS, tidied
from site_core.search.file_texts.process import FileReader
from tests.site_core.media import papers
from tests.site_core.search.file_texts import written

WORDS = "Kalarepa rośnie w ogródku"


@pytest.fixture(scope="module")
def reader() -> Iterator[FileReader]:
    with FileReader() as reader:
        yield reader


@pytest.mark.parametrize(
    ("extension", "data"),
    [
        ("odt", written.odt(WORDS, "Druga rzecz.")),
        ("odp", written.odp(WORDS, "Druga rzecz.")),
        ("docx", written.docx(WORDS, "Druga rzecz.")),
        ("pptx", written.pptx(WORDS, "Druga rzecz.")),
    ],
)
def test_each_format_is_read(reader: FileReader, extension: str, data: bytes) -> None:
    assert reader.read(data, extension).text == f"{WORDS}\nDruga rzecz."


def test_a_pdf_is_read_page_by_page(reader: FileReader) -> None:
    assert reader.read(written.pdf("Kalarepa\nrosnie", "Druga strona"), "pdf").text == (
        "Kalarepa rosnie\nDruga strona"
    )


def test_slides_come_in_their_order(reader: FileReader) -> None:
    slides = [f"slajd {number}" for number in range(1, 13)]
    assert reader.read(written.pptx(*slides), "pptx").text.split("\n") == slides


def test_notes_below_and_at_the_end_are_read_behind_the_text(reader: FileReader) -> None:
    read = reader.read(written.docx(WORDS, note="Przypis", at_the_end="Koniec"), "docx").text
    assert read == f"{WORDS}\nKoniec\nPrzypis"


UNREADABLE = {
    "locked": ("pdf", written.locked_pdf()),
    "cut off": ("pdf", written.pdf("Kalarepa")[:300]),
    "empty": ("pdf", b""),
    "no PDF": ("pdf", written.odt(WORDS)),
    "no archive": ("odt", written.pdf("Kalarepa")),
    "another archive": ("odt", written.docx(WORDS)),
    "archive cut off": ("docx", written.docx(WORDS)[:-200]),
    "broken XML": ("odt", papers.odt(content="<office:document-content><unfinished")),
    "no format of ours": ("txt", b"Kalarepa"),
    "no extension of any": ("toolongforanextension", b"Kalarepa"),
}


@pytest.mark.parametrize(("extension", "data"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_read_has_no_text_and_the_next_file_is_read(
    reader: FileReader, extension: str, data: bytes
) -> None:
    assert reader.read(data, extension).text == ""
    assert reader.read(data, extension).reason
    assert reader.read(written.odt(WORDS), "odt").text == WORDS


def test_the_reason_says_nothing_of_what_is_in_the_file(reader: FileReader) -> None:
    broken = written.docx(WORDS).replace(b"word/document.xml", b"word/kalarepa.xml", 1)
    assert "kalarepa" not in reader.read(broken, "docx").reason


def test_a_document_that_declares_entities_is_not_read(reader: FileReader) -> None:
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
    assert reader.read(written.odt(WORDS, declared=laughs), "odt").reason == "ValueError"


def test_an_archive_of_many_entries_is_not_read(
    reader: FileReader,
) -> None:
    many = [(f"Pictures/{number}", b"") for number in range(office.MOST_ENTRIES)]
    assert reader.read(papers.odt(*many), "odt").reason == "too many entries"


@pytest.mark.slow
def test_of_what_swells_only_the_beginning_is_looked_at(reader: FileReader) -> None:
    assert "kalarepa" not in reader.read(written.swelling_docx(), "docx").text


def test_a_pdf_that_never_ends_is_given_up_and_the_next_file_is_read() -> None:
    with FileReader(seconds=1) as reader:
        assert "longer than 1 s" in reader.read(written.endless_pdf(), "pdf").reason
        assert reader.read(written.odt(WORDS), "odt").text == WORDS


def test_a_reader_that_dies_is_replaced() -> None:
    with FileReader() as reader:
        reader.read(written.odt(WORDS), "odt")
        assert reader.child is not None
        reader.child.kill()
        reader.child.wait()
        assert reader.read(written.odt(WORDS), "odt").text == WORDS


def test_a_reader_that_was_asked_to_end_says_nothing_of_the_file() -> None:
    """As all processes are when the site is restarted: the file is read again, and not taken for a bad one."""
    with FileReader() as reader:
        reader.read(written.odt(WORDS), "odt")
        assert reader.child is not None
        Timer(0.5, reader.child.terminate).start()
        assert reader.read(written.endless_pdf(), "pdf") is None
        assert reader.read(written.odt(WORDS), "odt").text == WORDS


def test_a_long_text_is_cut_behind_a_word(reader: FileReader) -> None:
    read = reader.read(written.odt(*["kalarepa w ogrodzie"] * 6_000), "odt").text
    assert MOST_CHARACTERS - 20 < len(read) <= MOST_CHARACTERS
    assert read.split()[-1] in ("kalarepa", "w", "ogrodzie")


def test_a_pdf_of_many_pages_is_read_up_to_a_limit(reader: FileReader) -> None:
    pages = [f"strona {number}" for number in range(1, MOST_PAGES + 3)]
    assert reader.read(written.pdf(*pages), "pdf").text.split("\n")[-1] == f"strona {MOST_PAGES}"


def test_without_the_library_a_pdf_has_no_text_and_other_files_have(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = edition()
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    monkeypatch.setattr(formats, "version", no_such_package)
    with pytest.raises(Unreadable, match="no library"):
        text_of(written.pdf("Kalarepa"), "pdf")
    assert text_of(written.odt(WORDS), "odt") == WORDS
    assert edition() != before


def no_such_package(name: str) -> str:
    raise formats.PackageNotFoundError(name)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("kala-\r\nrepa", "kalarepa"),
        ("kala\ufffe\r\nrepa", "kalarepa"),
        ("Rok 2020-\n2021", "Rok 2020- 2021"),
        ("kala\u00adrepa", "kalarepa"),
        ("ko\ufb01skata", "kofiskata"),
        ("\ufef3\ufedc\ufe98\ufe90", "يكتب"),
        ("a\x00b\ud800c", "abc"),
        ("  o\xa0tym \n\n tamto ", "o tym tamto"),
        ("خمس طرق ّ آمنة", "خمس طرق آمنة"),
        ("• jeden • dwa ………………… _____", "jeden dwa"),
    ],
)
def test_a_line_is_tidied(said: str, meant: str) -> None:
    assert tidied([said, "", " "]) == meant


def test_a_word_without_an_end_is_cut_through() -> None:
    assert len(tidied(["a" * 100_000])) == MOST_CHARACTERS
