"""What stands on a long page can be jumped to, in every script."""

import re
from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils.safestring import SafeString
from wagtail.models import Page
from wagtail.rich_text import RichText

from site_core.headings import anchored

HELP = (
    "/pl/gdy-to-przydarzylo-sie-tobie/",
    "/uk/yakshcho-tse-stalosia-z-vamy/",
    "/ar/idha-hadatha-dhalika-lak/",
)


@pytest.mark.parametrize(
    ("heading", "code", "anchor"),
    [
        ("W tramwaju albo autobusie", "pl", "section-w-tramwaju-albo-autobusie"),
        ("До кого звернутися?", "uk", "section-do-koho-zvernutisya"),
        ("في الترام", "ar", r"section-[a-z0-9-]+"),
        ("?!", "pl", "section-1"),
        ("Content", "en", "section-content"),
    ],
)
def test_an_anchor_is_made_of_the_words(heading: str, code: str, anchor: str) -> None:
    found = anchored(SafeString(f"<h2>{heading}</h2>"), code).headings
    assert [entry.title for entry in found] == [heading]
    assert re.fullmatch(anchor, found[0].anchor), found[0].anchor


def test_the_same_words_twice_are_two_places() -> None:
    text = anchored(SafeString("<h2>Pomoc</h2><p>a</p><h2 data-block-key='x'>b</h2><h2>Pomoc</h2>"), "pl")
    assert [entry.anchor for entry in text.headings] == ["section-pomoc", "section-pomoc-2"]
    assert '<h2 id="section-pomoc-2">Pomoc</h2>' in text.html


def test_a_heading_keeps_what_the_editor_stored_with_it() -> None:
    text = anchored(
        SafeString('<h2 data-block-key="a1b2c"><b>Prawo</b> &amp; ty</h2><h2 id="files">Pliki</h2>'), "pl"
    )
    assert text.html == (
        '<h2 id="section-prawo-ty" data-block-key="a1b2c"><b>Prawo</b> &amp; ty</h2><h2 id="files">Pliki</h2>'
    )
    assert [entry.title for entry in text.headings] == ["Prawo & ty"]


@pytest.mark.django_db
@pytest.mark.parametrize("address", HELP)
def test_a_long_page_says_what_is_on_it(reader: Client, address: str) -> None:
    page = BeautifulSoup(reader.get(address).content, "html.parser")
    links = page.select("nav.contents li a")
    headings = page.select(".reading-main h2")
    assert len(headings) >= 6
    assert [link.text for link in links] == [heading.get_text(" ", strip=True) for heading in headings]
    assert [link["href"] for link in links] == [f"#{heading['id']}" for heading in headings]


@pytest.mark.django_db
def test_a_short_page_has_no_list_of_itself(reader: Client, demo_page: Callable[..., Page]) -> None:
    page = demo_page("Gdy to przydarzyło się tobie")
    page.body = [("rich_text", RichText("<h2>Najpierw</h2><p>Tak.</p><h2>Potem</h2><p>Nie.</p>"))]
    page.save()
    shown = BeautifulSoup(reader.get(HELP[0]).content, "html.parser")
    assert len(shown.select(".reading-main h2")) == 2
    assert shown.select("nav.contents") == []
