"""Documents: what may come in is a short list, found by content; the rest is refused with its reason."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.urls import reverse
from wagtail.documents.forms import get_document_form
from wagtail.models import Collection

from site_core.media.documents import check_document
from site_core.models import SiteDocument
from tests.site_core.media import papers, pictures

HTML = b"<!doctype html><html><script>alert(1)</script></html>"
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
PROGRAM = b"MZ\x90\x00" + bytes(600)
MACRO = papers.DOCX_TYPES.replace("wordprocessingml.document.main", "word.document.macroEnabled.main")
SCRIPT = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
LAUNCH = {"/S": pikepdf.Name.Launch, "/F": "cmd.exe"}

ACCEPTED = {
    "plan.pdf": papers.pdf(),
    "plan.odt": papers.odt(),
    "plan.docx": papers.docx(),
    "wykres.docx": papers.docx(("word/embeddings/Arkusz1.xlsx", papers.xlsx())),
    "tabela.xlsx": papers.xlsx(),
    "napisy.vtt": "WEBVTT\n\n00:01.000 --> 00:02.000\nCześć!\n".encode(),
    "lista.csv": "imię;język\nOla;polski\n".encode(),
    "lista-bom.csv": "\ufeffimię;język\n".encode(),
    "czytaj.txt": "Мова, якою говоримо. 3 < 5, a < b > c.\n".encode(),
    "zdjecie.jpg": pictures.telling("jpeg"),
    "film.mp4": papers.mp4(),
    "nagranie.mp3": b"ID3\x04\0\0\0\0\0\0" + b"\xff\xfb\x90\x64" + bytes(417),
}
REFUSED = {
    "nothing": ("a.pdf", b"", "empty"),
    "program": ("a.exe", PROGRAM, "type_not_accepted"),
    "program called pdf": ("a.pdf", PROGRAM, "wrong_content"),
    "two endings": ("zaproszenie.pdf.exe", PROGRAM, "type_not_accepted"),
    "old program": ("a.com", EICAR, "type_not_accepted"),
    "script": ("a.js", b"alert(1)", "type_not_accepted"),
    "page": ("a.html", HTML, "type_not_accepted"),
    "page called pdf": ("a.pdf", HTML, "wrong_content"),
    "page called txt": ("a.txt", HTML, "text_is_program"),
    "drawing with entities": ("a.svg", b'<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>', "svg_entities"),
    "page called svg": ("a.svg", HTML, "not_a_picture"),
    "drawing called csv": ("a.csv", b'\n\n <svg xmlns="http://www.w3.org/2000/svg"/>', "text_is_program"),
    "xml": ("a.xml", b"<?xml version='1.0'?><a/>", "type_not_accepted"),
    "archive": ("a.zip", papers.archive(("a.txt", "a")), "type_not_accepted"),
    "archive called odt": ("a.odt", papers.archive(("a.txt", "a")), "damaged"),
    "macro document": ("a.docm", papers.docx(types=MACRO), "type_not_accepted"),
    "macro document called docx": ("a.docx", papers.docx(types=MACRO), "wrong_content"),
    "macros inside": ("a.docx", papers.docx(("word/vbaProject.bin", b"x")), "program_inside"),
    "object inside": ("a.docx", papers.docx(("word/embeddings/oleObject1.bin", b"x")), "program_inside"),
    "macros in odt": ("a.odt", papers.odt(("Basic/Standard/Module1.xml", "x")), "program_inside"),
    "script named in odt": (
        "a.odt",
        papers.odt(content="x" * 65_530 + 'xlink:href="vnd.sun.star.script:LibreLogo|run"'),
        "program_inside",
    ),
    "template from outside": (
        "a.docx",
        papers.docx(
            ("word/_rels/settings.xml.rels", papers.RELATION.format("attachedTemplate", "http://x/a.dotm"))
        ),
        "program_inside",
    ),
    "docx called odt": ("a.odt", papers.docx(), "wrong_content"),
    "odt called docx": ("a.docx", papers.odt(), "wrong_content"),
    "xlsx called docx": ("a.docx", papers.xlsx(), "wrong_content"),
    "200 MB in 200 kB": ("a.odt", papers.odt(("big.xml", bytes(200_000_000))), "bomb"),
    "10,000 entries": ("a.odt", papers.odt(*((f"{n}.xml", "") for n in range(10_000))), "bomb"),
    "entries that share bytes": ("a.odt", papers.overlapping(), "bomb"),
    "archive inside": ("a.odt", papers.odt(("more.zip", papers.archive(("a", "a")))), "archive_inside"),
    "nested twice": (
        "a.docx",
        papers.docx(("word/embeddings/a.xlsx", papers.xlsx(("xl/embeddings/b.xlsx", papers.xlsx())))),
        "archive_inside",
    ),
    "link": ("a.odt", papers.with_link(), "odd_entry"),
    "way out": ("a.odt", papers.odt(("../../evil.xml", "x")), "odd_entry"),
    "data behind": ("a.odt", papers.odt() + b"<script>alert(1)</script>", "polyglot"),
    "half": ("a.odt", papers.odt()[:-60], "polyglot"),
    "page before pdf": ("a.pdf", b"<html>" + papers.pdf(), "wrong_content"),
    "page behind pdf": ("a.pdf", papers.pdf() + HTML, "polyglot"),
    "archive behind pdf": ("a.pdf", papers.pdf() + papers.odt(), "polyglot"),
    "pdf with script": ("a.pdf", papers.pdf_with(OpenAction=SCRIPT), "program_inside"),
    "pdf with named script": (
        "a.pdf",
        papers.pdf_with(Names=pikepdf.Dictionary(JavaScript=pikepdf.Dictionary(Names=["a", SCRIPT]))),
        "program_inside",
    ),
    "pdf that starts a program": ("a.pdf", papers.pdf_with_link_that(LAUNCH), "program_inside"),
    "pdf with chained script": (
        "a.pdf",
        papers.pdf_with_link_that({"/S": pikepdf.Name.GoTo, "/Next": pikepdf.Array([SCRIPT])}),
        "program_inside",
    ),
    "pdf with files": (
        "a.pdf",
        papers.pdf_with(Names=pikepdf.Dictionary(EmbeddedFiles=pikepdf.Dictionary(Names=[]))),
        "archive_inside",
    ),
    "pdf with password": (
        "a.pdf",
        papers.saved(pikepdf.open(BytesIO(papers.pdf())), encryption=pikepdf.Encryption(owner="a", user="b")),
        "password",
    ),
    "broken pdf": ("a.pdf", b"%PDF-1.7\nnothing else\n%%EOF", "damaged"),
    "scanner test": ("a.txt", EICAR, "text_is_program"),
    "shell script": ("a.txt", b"#!/bin/sh\nrm -rf /\n", "text_is_program"),
    "text with zeros": ("a.txt", b"abc\x00def", "text_not_text"),
    "text in another encoding": ("a.txt", "zażółć".encode("cp1250"), "text_not_utf8"),
    "no captions": ("a.vtt", b"1\n00:01 --> 00:02\nCze\n", "not_captions"),
    "picture called png": ("a.png", pictures.telling("jpeg"), "wrong_extension"),
    "film of places": (
        "a.mp4",
        papers.mp4(papers.box(b"trak", b"\0\0\0\x10hdlrgpmd....")),
        "film_with_positions",
    ),
    "half a film": ("a.mp4", papers.mp4()[:-20], "damaged"),
    "no ending": ("notatki", b"abc", "type_not_accepted"),
}


def upload(data: bytes, name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


@pytest.mark.parametrize("name", ACCEPTED)
def test_what_is_accepted(name: str) -> None:
    checked = check_document(ContentFile(ACCEPTED[name]), name)
    if not name.endswith((".jpg", ".mp4")):
        assert checked.read() == ACCEPTED[name]


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_refused_and_why(case: str) -> None:
    name, data, code = REFUSED[case]
    with pytest.raises(ValidationError) as refusal:
        check_document(ContentFile(data), name)
    assert refusal.value.code == code
    assert refusal.value.messages[0].endswith(".")


def test_too_large(settings: object) -> None:
    settings.WAGTAILDOCS_MAX_UPLOAD_SIZE = 1000
    with pytest.raises(ValidationError) as refusal:
        check_document(ContentFile(b"a" * 1001), "a.txt")
    assert refusal.value.code == "file_too_large"


def test_a_picture_among_the_documents_tells_nothing_either() -> None:
    data = check_document(ContentFile(pictures.telling("jpeg")), "a.jpg").read()
    assert not any(secret in data for secret in pictures.SECRETS)


def test_a_drawing_among_the_documents_brings_no_program() -> None:
    data = check_document(ContentFile(pictures.DRAWING_WITH_A_PROGRAM), "Naklejka.svg").read()
    assert b"Naklejka" in data
    assert not any(tale in data for tale in (b"script", b"onload", b"spy.example"))


def test_a_film_forgets_where_it_was_made_and_plays_on() -> None:
    before = papers.mp4()
    after = check_document(ContentFile(before), "Spacer po Plantach.MP4")
    data = after.read()
    assert after.name == "spacer-po-plantach.mp4"
    assert b"+50.0614" in before
    assert not any(tale in data for tale in (b"+50.0614", b"SpyCam", b"XMP-home", b"udta", b"uuid"))
    assert len(data) == len(before)
    assert data.index(b"PIXELS") == before.index(b"PIXELS")


@pytest.mark.parametrize(
    ("made", "hint"),
    [
        ({}, "yes"),
        ({"title": ""}, "partly"),
        ({"language": ""}, "partly"),
        ({"tagged": False}, "no"),
    ],
)
@pytest.mark.django_db
def test_a_pdf_says_what_it_says_about_itself(made: dict[str, object], hint: str) -> None:
    document = SiteDocument.objects.create(title="Karta", file=upload(papers.pdf(**made), "karta.pdf"))
    document.refresh_from_db()
    assert document.accessibility == hint
    assert document.page_count == 2
    assert document.language == made.get("language", "pl")


@pytest.mark.django_db
class TestEveryDoor:
    def test_the_form_says_why(self, admin_user: object) -> None:
        form = get_document_form(SiteDocument)(
            {"title": "a"}, {"file": upload(HTML, "a.pdf")}, user=admin_user
        )
        assert not form.is_valid()
        assert "is something else" in form.errors["file"][0]

    @pytest.mark.parametrize("view", ["wagtaildocs:add_multiple", "wagtaildocs_chooser:create"])
    def test_the_admin(self, admin_client: object, view: str) -> None:
        prefix = "document-chooser-upload-" if "chooser" in view else ""
        name = f"{prefix}file" if prefix else "files[]"
        for title, data in (("zła.pdf", HTML), ("dobra.pdf", papers.pdf())):
            answer = admin_client.post(
                reverse(view),
                {
                    f"{prefix}title": title,
                    f"{prefix}collection": Collection.get_first_root_node().pk,
                    name: upload(data, title),
                },
                headers={"X-Requested-With": "XMLHttpRequest"},
            )
            assert answer.status_code == 200
        document = SiteDocument.objects.get()
        assert document.title == "dobra.pdf"
        assert (document.page_count, document.accessibility) == (2, "yes")

    def test_the_orm_and_the_file_alone(self) -> None:
        with pytest.raises(ValidationError):
            SiteDocument.objects.create(title="a", file=upload(HTML, "a.pdf"))
        with pytest.raises(ValidationError):
            SiteDocument(title="a").file.save("a.pdf", ContentFile(HTML))
        with pytest.raises(ValidationError), transaction.atomic():
            SiteDocument.objects.bulk_create([SiteDocument(title="a", file=upload(HTML, "a.pdf"))])
        assert not SiteDocument.objects.exists()

    def test_one_name_twice_keeps_its_name(self) -> None:
        one = SiteDocument.objects.create(title="a", file=upload(papers.pdf(), "Karta pracy.pdf"))
        two = SiteDocument.objects.create(title="b", file=upload(papers.pdf("Inna"), "Karta pracy.pdf"))
        assert one.filename == two.filename == "karta-pracy.pdf"
        assert one.file.name != two.file.name
        assert one.file_size == default_storage.size(one.file.name)

    def test_the_same_file_twice_has_one_hash(self) -> None:
        paper = papers.pdf()  # once: it holds the second in which it was made
        one = SiteDocument.objects.create(title="a", file=upload(paper, "a.pdf"))
        two = SiteDocument.objects.create(title="b", file=upload(paper, "b.pdf"))
        assert one.file_hash == two.file_hash != ""

    def test_a_new_file_brings_new_facts(self) -> None:
        document = SiteDocument.objects.create(title="a", file=upload(papers.pdf(), "a.pdf"), language="uk")
        document.file = upload(papers.pdf(tagged=False, pages=5), "b.pdf")
        document.save(update_fields=["file"])
        document.refresh_from_db()
        assert (document.page_count, document.accessibility, document.language) == (5, "no", "uk")
