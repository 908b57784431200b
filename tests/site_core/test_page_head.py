"""Structured data cannot break out of its block."""

import json

import pytest
from django.test import Client

from site_core.templatetags.page_head import structured_data_block


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
