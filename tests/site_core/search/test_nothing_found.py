"""Somebody who was just insulted, and mistyped."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import Page

from site_core.search.asking.nearest import nearest_question
from site_core.search.asking.question import question

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("code", "asked", "first"),
    [("pl", "qqqq", "Gdy to przydarzyło się tobie"), ("uk", "щщщщ", "Якщо це сталося з вами"),
     ("ar", "ظظظظ", "إذا حدث ذلك لك")],
)  # fmt: skip
def test_the_way_to_help_is_there_in_every_language(
    reader: Client, code: str, asked: str, first: str
) -> None:
    page = BeautifulSoup(reader.get(f"/{code}/search/?q={asked}").content, "html.parser")
    empty = page.select_one("main .empty")
    links = {link.text: link["href"] for link in empty.select("a")}
    assert links["112"] == "tel:112"
    assert reader.get(links[first]).status_code == 200
    menu = {link["href"] for link in page.select("nav.menu a")}
    assert len(menu) > 3
    assert menu <= set(links.values())


@pytest.mark.parametrize(
    ("reader_code", "asked", "nearest"),
    [
        ("pl", "przmoec", "przemoc"),
        ("pl", "hejtt", "hejt"),
        ("pl", "niewiasc", "nienawiść"),
        ("pl", "qqqq", ""),
        ("pl", "kalarepa", ""),
    ],
)
def test_the_nearest_spelling_is_offered(reader_code: str, asked: str, nearest: str) -> None:
    assert nearest_question(question(asked, reader_code)) == nearest


def test_what_is_offered_finds_something(reader: Client) -> None:
    page = BeautifulSoup(reader.get("/pl/search/?q=przmoec").content, "html.parser")
    offer = page.select_one(".nearest a")
    assert offer.text == "przemoc"
    assert BeautifulSoup(reader.get(f"/pl/search/{offer['href']}").content, "html.parser").select(".rows h2")


def test_a_word_of_pages_that_are_gone_is_not_offered() -> None:
    assert nearest_question(question("hejtt", "pl")) == "hejt"
    Page.objects.filter(depth__gt=2).update(live=False)
    assert nearest_question(question("hejtt", "pl")) == ""


def test_words_that_stand_nowhere_in_this_order_are_offered_without_quotation_marks(reader: Client) -> None:
    soup = BeautifulSoup(
        reader.get("/pl/search/", {"q": "„hejtu dialog tramwaj” kraków"}).content, "html.parser"
    )
    offer = soup.select_one(".nearest a")
    assert offer is not None
    assert "dokładnie w tej kolejności" in offer.parent.text
    found = BeautifulSoup(reader.get(f"/pl/search/{offer['href']}").content, "html.parser")
    assert found.select_one(".opening input[name=q]")["value"] == "hejtu dialog tramwaj kraków"
    assert found.select(".rows h2")


def test_quotation_marks_are_not_spoken_of_where_there_are_none(reader: Client) -> None:
    assert "cudzysłowu" not in reader.get("/pl/search/", {"q": "qqqq"}).content.decode()
