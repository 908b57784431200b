"""Menu and footer: made of what stands directly below the home page."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import Page

pytestmark = pytest.mark.django_db

BARRIERS = "Jak korzystać z tej strony i zgłosić barierę"


def named(reader: Client, address: str, selector: str) -> list[str]:
    page = BeautifulSoup(reader.get(address).content, "html.parser")
    return [link.text for link in page.select(f"{selector} a")]


@pytest.mark.parametrize("address", ["/pl/", "/pl/materialy/", "/pl/search/", "/pl/nie-ma-tego/"])
def test_the_footer_leads_to_what_the_menu_has_no_room_for(reader: Client, address: str) -> None:
    menu = named(reader, address, "nav.menu")
    footer = named(reader, address, "nav[aria-labelledby=footer-pages]")
    assert BARRIERS in footer
    assert BARRIERS not in menu
    assert set(menu) < set(footer)
    assert menu[0] == "Gdy to przydarzyło się tobie"


def test_a_withdrawn_page_leaves_the_footer(reader: Client, demo_page: Callable[..., Page]) -> None:
    demo_page(BARRIERS).unpublish()
    assert BARRIERS not in named(reader, "/pl/", "nav[aria-labelledby=footer-pages]")


def test_plain_page_is_said_to_nobody(reader: Client) -> None:
    page = BeautifulSoup(reader.get("/pl/search/?q=słowa").content, "html.parser")
    kinds = [kind.text.strip() for kind in page.select(".rows .row-over")]
    assert "Słowa, których używamy" in [title.text for title in page.select(".rows h2")]
    assert "Scenariusz lekcji" in kinds
    assert "Zwykła strona" not in kinds
    assert "" not in kinds


def test_nothing_found_is_said_plainly_and_112_is_near(reader: Client) -> None:
    page = BeautifulSoup(reader.get("/pl/search/?q=qqqqqq").content, "html.parser")
    assert page.select_one("main a[href='tel:112']")
    assert "drzwi" not in page.select_one("main").text


@pytest.mark.parametrize(
    ("address", "comma"), [("/pl/wydarzenia/", "Polski, "), ("/ar/al-faaliyat/", "البولندية، ")]
)
def test_lists_have_the_comma_of_the_page(reader: Client, address: str, comma: str) -> None:
    page = BeautifulSoup(reader.get(address).content, "html.parser")
    facts = [item.text for item in page.select(".row--event .meta li")]
    assert any(comma in fact for fact in facts)
