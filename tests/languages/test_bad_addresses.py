"""Hostile and broken addresses: an answer in the reader's language, never an error of ours."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db

LISTS_BY_LANGUAGE = {
    "pl": ["materialy", "wydarzenia", "kampanie"],
    "en": ["resources", "events", "campaigns"],
    "uk": ["materialy", "podii", "kampanii"],
    "ar": ["al-mawadd", "al-faaliyat", "al-hamalat"],
}
QUERIES = [
    "page=0",
    "page=-1",
    "page=99999999999999999999",
    "page=" + "9" * 9000,
    "page=x",
    "page=%00",
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
    "q=%22",
    "q=%00",
    "q=" + "%D9%A2" * 3000,
    "q=" + "+".join(["słowo"] * 900),
    "q=%E2%80%8F%E2%80%AE",
    "q=a*+OR+NEAR(b,c)+%22",
]


@pytest.mark.parametrize("code", LISTS_BY_LANGUAGE)
@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query[:30])
def test_lists_survive_any_query(reader: Client, code: str, query: str) -> None:
    for name in [*LISTS_BY_LANGUAGE[code], "search"]:
        answer = reader.get(f"/{code}/{name}/?{query}")
        assert answer.status_code in (200, 400, 404), (name, query[:60])
        assert f'<html lang="{code}"' in answer.content.decode()


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


def test_words_of_a_query_are_harmless() -> None:
    from site_core.search.query import MAX_WORDS, search_words

    assert search_words('mowy "nienawiści" (OR) -hejt*') == ["mowy", "nienawiści", "OR", "hejt"]
    assert search_words("п’ять п'ять") == ["п’ять", "п'ять"]
    assert search_words('"\x00\x1f ‏ ') == []
    assert len(search_words("słowo " * 900)) <= MAX_WORDS
