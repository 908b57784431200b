"""What the head of a page says: structured data, title, description."""

import json
from collections.abc import Mapping

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from site_core.templatetags.page_head import structured_data_block
from tests.public_answers import Answer


def test_data_comes_back_as_it_was() -> None:
    data = {"name": "Kraków – „Słyszę”", "description": "a </script><script>alert(1)</script> & b"}
    block = structured_data_block(data)
    opening, closing = '<script type="application/ld+json">', "</script>"
    assert block.startswith(opening)
    assert block.count("<script") == block.count(closing) == 1
    assert json.loads(block.removeprefix(opening).removesuffix(closing)) == data


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("/pl/", "Wspólny Język"),
        ("/en/", "Wspólny Język: a common tongue"),
        ("/pl/kampanie/klasa-dialogu/", "Klasa dialogu · Wspólny Język"),
        ("/uk/search/", "Пошук · Wspólny Język"),
    ],
)
def test_the_title_names_the_site_once(reader: Client, address: str, title: str) -> None:
    assert f"<title>{title}</title>" in reader.get(address).content.decode()


def description(text: str) -> str:
    found = BeautifulSoup(text, "html.parser").select_one("meta[name=description]")
    return "" if found is None else str(found["content"])


@pytest.mark.slow
@pytest.mark.django_db
def test_every_page_says_what_it_is(public_answers: Mapping[str, Answer]) -> None:
    assert [address for address, answer in public_answers.items() if len(description(answer.text)) < 30] == []


@pytest.mark.django_db
def test_search_says_what_it_is_in_the_readers_language(reader: Client) -> None:
    said = [description(reader.get(f"/{code}/search/").content.decode()) for code in ("pl", "uk", "ar")]
    assert "krakowskiego programu" in said[0]
    assert "краківської програми" in said[1]
    assert "برنامج كراكوف" in said[2]


@pytest.mark.django_db
def test_what_is_not_there_has_no_description(reader: Client) -> None:
    assert description(reader.get("/pl/nie-ma-tego/").content.decode()) == ""
