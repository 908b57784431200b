"""Hostile and broken addresses: an answer in the reader's language, never an error of ours."""

import pytest
from django.test import Client

from site_core.languages.addresses import page_address
from site_core.querysets import published_pages

pytestmark = pytest.mark.django_db

LANGUAGES = ("pl", "en", "uk", "be", "ar", "pl-simple")
LISTS = {"campaigns", "resources", "events"}
"""Kinds of pages that answer differently to what stands after the question mark."""

PAGE_NUMBERS = [
    "page=0",
    "page=-1",
    "page=99999999999999999999",
    "page=" + "9" * 9000,
    "page=1e9",
    "page=%D9%A1",
    "page=x",
    "page=%00",
]
FILTERS = [
    "stage=nonsense",
    "stage=primary_7_8&stage=primary_7_8&stage=%00",
    "minutes=45%27%20OR%201=1--",
    "minutes=-1",
    "topic=" + "a" * 10_000,
    "language=%2Cpl%2C",
    "language=pl%25",
    "month=2027-13",
    "month=0000-00",
    "month=9999-12",
    "month=2027-02-30",
    "month=%D9%A2%D9%A0%D9%A2%D9%A7-%D9%A0%D9%A2",
    "when=never",
    "&".join(f"kind={n}" for n in range(900)),
    "%FF%FE",
]
WORDS = [
    "q=%22",
    "q=%00",
    "q=" + "%D9%A2" * 3000,
    "q=" + "+".join(["słowo"] * 900),
    "q=%E2%80%8F%E2%80%AE",
    "q=a*+OR+NEAR(b,c)+%22",
    "q=%D8%A7%D9%84+%D0%BC%D0%BE%D0%B2%D0%B0+j%C4%99zyk",
]
TYPED = ["\x00", "'; DROP TABLE x--", "\u202eabc", "a" * 10_000, "ق😀", '"']
"""What somebody may type into a form."""


@pytest.fixture
def lists() -> dict[str, list[str]]:
    """Language -> addresses of its lists."""
    found: dict[str, list[str]] = {code: [] for code in LANGUAGES}
    for page in published_pages().specific().select_related("locale"):
        if getattr(page, "kind", "") in LISTS:
            found[page.locale.language_code].append(page_address(page))
    return found


def unanswered(reader: Client, code: str, address: str, queries: list[str]) -> list[tuple[str, str, int]]:
    """Queries to which the answer is none of ours in the reader's language."""
    wrong = []
    for query in queries:
        answer = reader.get(f"{address}?{query}")
        said = f'<html lang="{code}"' in answer.content.decode()
        if answer.status_code not in (200, 400, 404) or not said:
            wrong.append((address, query[:60], answer.status_code))
    return wrong


@pytest.mark.slow
@pytest.mark.parametrize("code", LANGUAGES)
def test_lists_survive_any_query(reader: Client, lists: dict[str, list[str]], code: str) -> None:
    assert len(lists[code]) == len(LISTS)
    for address in lists[code]:
        assert unanswered(reader, code, address, PAGE_NUMBERS + FILTERS) == []


@pytest.mark.slow
@pytest.mark.parametrize("code", LANGUAGES)
def test_the_search_survives_any_query(reader: Client, code: str) -> None:
    numbers = [f"q=a&{number}" for number in PAGE_NUMBERS]
    assert unanswered(reader, code, f"/{code}/search/", [*WORDS, *numbers, FILTERS[-1]]) == []


def test_every_list_is_tried(reader: Client) -> None:
    """A page whose own part holds a form, or links to itself with another query, is a list, whatever its type."""
    kinds = {}
    for page in published_pages().filter(locale__language_code="pl", depth__gt=2).specific():
        kinds.setdefault(type(page), page)
    assert len(kinds) > 6
    listed = set()
    for page in kinds.values():
        main = reader.get(page_address(page)).content.decode().split("<main")[1].split("</main>")[0]
        if "<form" in main or 'href="?' in main:
            listed.add(page.kind)
    assert LISTS - {"campaigns"} == listed


@pytest.mark.parametrize("typed", TYPED, ids=lambda typed: repr(typed[:8]))
def test_forms_survive_whatever_is_typed(reader: Client, typed: str) -> None:
    fields = {"login": typed, "password": typed, "email": typed, "next": typed}
    addresses = ["/account/login/", "/account/password/reset/"]
    addresses += [f"/{code}/_util/authenticate_with_password/1/1/" for code in LANGUAGES]
    for address in addresses:
        answer = reader.post(address, fields)
        assert answer.status_code in (200, 400, 403, 404, 405, 429), address


@pytest.mark.parametrize(
    "path",
    [
        "/xx/",
        "/pl-foo/",
        "/EN/",
        "/pl/%00/",
        "/pl/" + "a/" * 300,
        "/pl/" + "a" * 3000 + "/",
        "/pl/../admin/",
        "/pl/%2e%2e/%2e%2e/etc/passwd",
        "/pl/kampanie/%F0%9F%92%A3/",
        "/pl//kampanie//",
        "/uk/кампанії/",
        "/pl/kampanie/'\";--/",
    ],
)
def test_odd_paths_are_not_found(reader: Client, path: str) -> None:
    answer = reader.get(path)
    assert answer.status_code in (301, 400, 404), path
    if answer.status_code == 301:
        assert answer.headers["Location"].startswith("/pl/")
