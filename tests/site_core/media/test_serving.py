"""What answers to a direct address, and in which frame a file leaves the house."""

from __future__ import annotations

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from wagtail.models import Collection, CollectionViewRestriction

from site_core.models import SiteImage
from tests.site_core.media import papers, pictures
from tests.site_core.media.stores import document

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("storage")]


class TestMedia:
    def test_a_rendition_is_public_for_ever_and_harmless(self, client: Client) -> None:
        image = SiteImage.objects.create(title="a", file=ContentFile(pictures.plain("PNG"), name="a.png"))
        answer = client.get(image.get_rendition("width-20|format-webp").url)
        assert answer.status_code == 200
        assert answer["Content-Type"] == "image/webp"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert "default-src 'none'" in answer["Content-Security-Policy"]
        assert "sandbox" in answer["Content-Security-Policy"]
        assert "immutable" in answer["Cache-Control"]
        assert not answer.cookies

    def test_nothing_else_answers(self, client: Client) -> None:
        image = SiteImage.objects.create(title="a", file=ContentFile(pictures.plain("PNG"), name="a.png"))
        pdf = document("a.pdf", papers.pdf())
        waiting = default_storage.save("wagtail_uploads/raw.jpg", ContentFile(pictures.telling("jpeg")))
        rendition = image.get_rendition("width-20").file.name
        tricks = [
            "images/",
            "images",
            "images/..",
            f"images/../{image.file.name}",
            f"images/./{rendition[7:]}",
        ]
        tricks += [
            f"images//{rendition[7:]}",
            f"images%2f..%2f{image.file.name}",
            f"images/%2e%2e/{image.file.name}",
        ]
        tricks += [f"images\\..\\{image.file.name}", "images/none.png", "images/a%00.png", f"{rendition}/"]
        for path in (image.file.name, pdf.file.name, waiting, *tricks):
            assert client.get(f"/media/{path}").status_code == 404, path

    def test_nothing_but_reading(self, client: Client) -> None:
        image = SiteImage.objects.create(title="a", file=ContentFile(pictures.plain("PNG"), name="a.png"))
        address = image.get_rendition("width-20").url
        assert client.head(address).status_code == 200
        assert client.post(address).status_code == client.put(address).status_code == 405


class TestDocuments:
    def test_a_download_is_sandboxed(self, client: Client) -> None:
        content = papers.odt()  # once: an archive bears the time it was made
        answer = client.get(document("Plan zajęć.odt", content).url)
        assert answer.status_code == 200
        assert answer["Content-Type"] == "application/vnd.oasis.opendocument.text"
        assert answer["Content-Disposition"].startswith("attachment")
        assert "plan-zajec.odt" in answer["Content-Disposition"]
        assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert b"".join(answer.streaming_content) == content

    def test_a_pdf_opens_in_the_browser(self, client: Client) -> None:
        answer = client.get(document("a.pdf", papers.pdf()).url)
        assert answer["Content-Type"] == "application/pdf"
        assert answer["Content-Disposition"].startswith("inline")
        assert "default-src 'none'" in answer["Content-Security-Policy"]
        assert answer["X-Content-Type-Options"] == "nosniff"

    @pytest.mark.parametrize(
        ("name", "data"),
        [
            ("a.txt", b"Tekst"),
            ("a.csv", b"a;b\n"),
            ("a.vtt", b"WEBVTT\n"),
            ("a.png", pictures.plain("PNG")),
            ("a.svg", pictures.DRAWING_WITH_A_PROGRAM),
        ],
    )
    def test_everything_else_is_a_download(self, client: Client, name: str, data: bytes) -> None:
        answer = client.get(document(name, data).url)
        assert answer["Content-Disposition"].startswith("attachment")
        assert "sandbox" in answer["Content-Security-Policy"]

    def test_the_name_belongs_to_the_number(self, client: Client) -> None:
        address = document("a.pdf", papers.pdf()).url
        assert client.get(address.replace("a.pdf", "b.pdf")).status_code == 404

    def test_a_reader_who_has_it_gets_304(self, client: Client) -> None:
        mine = document("a.pdf", papers.pdf())
        assert client.get(mine.url, headers={"If-None-Match": f'"{mine.file_hash}"'}).status_code == 304

    def test_a_private_file_confirms_nothing(self, client: Client) -> None:
        """GHSA-92hv: whoever held a copy could ask by its hash whether we have it in private."""
        private = Collection.get_first_root_node().add_child(name="Prywatne")
        CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
        secret = document("a.pdf", papers.pdf(), collection=private)
        answers = [
            client.get(secret.url, headers={"If-None-Match": f'"{value}"'})
            for value in (secret.file_hash, "0" * 40)
        ]
        answers.append(client.get(secret.url))
        assert (
            len({(answer.status_code, answer.get("Location"), answer.get("ETag")) for answer in answers}) == 1
        )
        assert answers[0].status_code == 302

    def test_a_private_file_is_cached_nowhere(self, admin_client: Client) -> None:
        private = Collection.get_first_root_node().add_child(name="Prywatne")
        CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
        answer = admin_client.get(document("a.pdf", papers.pdf(), collection=private).url)
        assert answer.status_code == 200
        assert {"private", "no-store"} <= set(answer["Cache-Control"].replace(" ", "").split(","))
