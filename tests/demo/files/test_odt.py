"""Office documents open as what they are: text with headings, lists and tables in a stated language."""

import zipfile

from defusedxml import ElementTree

from demo.file_generator.odt import odt
from demo.file_generator.sources import Job
from demo.file_generator.typeset import tokens
from tests.demo.files.made import JOBS, each, path

SPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
}


def part(job: Job, name: str) -> ElementTree:
    with zipfile.ZipFile(path(job)) as archive:
        return ElementTree.fromstring(archive.read(name))


@each("odt")
def test_the_type_can_be_told_from_the_first_bytes(job: Job) -> None:
    with zipfile.ZipFile(path(job)) as archive:
        assert archive.testzip() is None
        first = archive.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert path(job).read_bytes()[38:].startswith(b"application/vnd.oasis.opendocument.text")


@each("odt")
def test_title_and_language(job: Job) -> None:
    meta = part(job, "meta.xml")
    assert meta.findtext(".//dc:title", namespaces=SPACES) == job.source.facts["title"]
    assert meta.findtext(".//dc:language", namespaces=SPACES) == job.source.language
    language = f"{{{SPACES['fo']}}}language"
    stated = [entry.get(language) for entry in part(job, "styles.xml").iter() if entry.get(language)]
    # Spelling is checked in Polish, however easy it is.
    assert stated == [job.source.language.partition("-")[0]]


@each("odt")
def test_headings_lists_and_tables_are_real(job: Job) -> None:
    content = part(job, "content.xml")
    source = tokens(job.source.body.replace("\n---\n", "\n"), job.source.language)

    def count(kind: str) -> int:
        return sum(token.type == kind for token in source)

    assert len(content.findall(".//text:h", SPACES)) == count("heading_open")
    assert len(content.findall(".//text:list-item", SPACES)) == count("list_item_open")
    assert len(content.findall(".//table:table", SPACES)) == count("table_open")
    assert len(content.findall(".//table:table-header-rows", SPACES)) == count("table_open")


@each("odt")
def test_every_style_that_is_used_exists(job: Job) -> None:
    content, styles = part(job, "content.xml"), part(job, "styles.xml")
    name = f"{{{SPACES['style']}}}name"
    known = {entry.get(name) for tree in (content, styles) for entry in tree.iter()}
    used = {
        value
        for entry in content.iter()
        for key, value in entry.attrib.items()
        if key.endswith(("}style-name", "}parent-style-name"))
    }
    assert used - known == set()


@each("odt")
def test_it_is_what_the_generator_would_make_now(job: Job) -> None:
    """If this fails, the generator changed without its version in `manifest` going up."""
    assert odt(job.source) == path(job).read_bytes()


def test_there_are_office_documents_to_test() -> None:
    assert sum(job.format == "odt" for job in JOBS) > 20
