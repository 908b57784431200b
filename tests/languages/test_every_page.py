"""Every demo page in every language: it answers, says which language it is in, and has one heading."""

import re
from collections.abc import Mapping
from functools import cache
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest
from django.test import Client

from site_core.languages.known import known_languages
from tests.public_answers import Answer, answers_at

pytestmark = pytest.mark.django_db


class Outline(HTMLParser):
    """What a test wants to know of a page: attributes of `<html>`, its `h1`s, links, and head links."""

    def __init__(self) -> None:
        super().__init__()
        self.html: dict[str, str | None] = {}
        self.h1 = 0
        self.links: list[str] = []
        self.alternates: dict[str, str] = {}
        self.canonical: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if found.get("id"):
            self.ids.append(found["id"])
        if tag == "html":
            self.html = found
        elif tag == "h1":
            self.h1 += 1
        elif tag == "a" and found.get("href"):
            self.links.append(found["href"])
        elif tag == "link" and found.get("rel") == "alternate" and found.get("hreflang"):
            self.alternates[found["hreflang"]] = found["href"]
        elif tag == "link" and found.get("rel") == "canonical":
            self.canonical.append(found["href"])


@cache
def outline(text: str) -> Outline:
    """Once per answer: three tests look at each."""
    parsed = Outline()
    parsed.feed(text)
    return parsed


def test_pages_say_what_they_are(public_answers: Mapping[str, Answer]) -> None:
    assert len(public_answers) > 90
    for address, answer in public_answers.items():
        assert answer.status_code == 200, address
        page = outline(answer.text)
        language = known_languages()[address.split("/")[1]]
        assert page.html["lang"] == language.code, address
        assert page.html["dir"] == language.direction, address
        assert page.h1 == 1, address
        assert [href.endswith(address) for href in page.canonical] == [True], address
        assert len(page.ids) == len(set(page.ids)), f"{address}: an id stands twice"


def test_alternates_are_pages_that_exist_and_answer_each_other(public_answers: Mapping[str, Answer]) -> None:
    alternates = {address: outline(answer.text).alternates for address, answer in public_answers.items()}
    for address, found in alternates.items():
        for code, href in found.items():
            target = "/" + href.split("/", 3)[3]
            assert target in alternates, f"{address} names {target}, which is not public"
            if code != "x-default":
                assert target.startswith(f"/{code}/")
            assert any(back.endswith(address) for back in alternates[target].values()), (address, target)


@pytest.mark.slow
def test_inner_links_lead_somewhere(public_answers: Mapping[str, Answer], reader: Client) -> None:
    links: dict[str, str] = {}
    for address, answer in public_answers.items():
        for href in outline(answer.text).links:
            if href.startswith("/") and not href.startswith("/documents/"):
                links.setdefault(href.split("#")[0], address)
    for href, address in links.items():
        answered = public_answers.get(unquote(href)) or reader.get(unquote(href))
        assert answered.status_code in (200, 302), f"{href} on {address}"


def test_no_page_loads_anything_from_elsewhere(public_answers: Mapping[str, Answer]) -> None:
    for address, answer in public_answers.items():
        loaded = re.findall(
            r'<(?:script|img|source|video|audio|iframe|link)\b[^>]*?(?:src|srcset|href)="([^"]+)"',
            answer.text,
        )
        foreign = [
            url for url in loaded if url.startswith(("http:", "https:", "//")) and "127.0.0.1" not in url
        ]
        assert foreign == [], address


def test_no_cookie_is_ever_set_for_a_reader(public_answers: Mapping[str, Answer]) -> None:
    beside_the_pages = answers_at(["/", "/pl/search/?q=hejt", "/pl/nie-ma/"])
    for address, answer in {**public_answers, **beside_the_pages}.items():
        assert not answer.cookies, address
        assert "cookie" not in answer.headers.get("Vary", "").lower(), address
