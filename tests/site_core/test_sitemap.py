"""The sitemap names every public page in every language, and nothing else."""

from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from site_core import sitemap
from site_core.models import HomePage, StandardPage

pytestmark = pytest.mark.django_db

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"


def parts(reader: Client) -> list[ElementTree.Element]:
    index = ElementTree.fromstring(reader.get("/sitemap.xml").content)
    names = [(location.text or "").rpartition("/")[2] for location in index.iter(f"{SITEMAP}loc")]
    assert names == [f"sitemap-{number}.xml" for number in range(1, len(names) + 1)]
    return [ElementTree.fromstring(reader.get(f"/{name}").content) for name in names]


@pytest.mark.parametrize("per_part", [sitemap.PER_PART, 20])
def test_every_public_page_with_its_versions(
    reader: Client, public_addresses: list[str], monkeypatch: pytest.MonkeyPatch, per_part: int
) -> None:
    monkeypatch.setattr(sitemap, "PER_PART", per_part)
    found = {}
    listed = parts(reader)
    assert len(listed) == -(-len(public_addresses) // per_part)
    for url in (url for part in listed for url in part.iter(f"{SITEMAP}url")):
        location = url.findtext(f"{SITEMAP}loc") or ""
        found["/" + location.split("/", 3)[3]] = {link.get("hreflang") for link in url.iter(LINK)}
    assert sorted(found) == sorted(public_addresses)
    assert found["/pl/"] >= {"pl", "en", "uk", "ar"}
    assert found["/pl/materialy/symbol-nienawisci-w-szkole/"] == {"pl"}


def test_a_draft_is_not_named_and_queries_are_few(reader: Client, home: HomePage) -> None:
    home.add_child(
        instance=StandardPage(title="Szkic", slug="szkic", summary="S.", locale=home.locale, live=False)
    )
    with CaptureQueriesContext(connection) as queries:
        answer = reader.get("/sitemap-1.xml")
    assert b"/szkic/" not in answer.content
    assert len(queries) == 2


def test_a_part_that_does_not_exist(reader: Client) -> None:
    assert reader.get("/sitemap-2.xml").status_code == 404
    assert reader.get("/sitemap-0.xml").status_code == 404
    assert reader.get(f"/sitemap-{10**30}.xml").status_code == 404
