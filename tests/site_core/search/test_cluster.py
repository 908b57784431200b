"""Readers' search with its keys in a cluster, and without the cluster when it is away."""

import json
import logging
from collections.abc import Callable, Iterator
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client
from wagtail.models import Page

from site_core.models import SearchEntry
from site_core.search.analysis.analysers import keys_of
from site_core.search.asking.question import question
from site_core.search.index.cluster import asking, keys
from site_core.search.index.cluster.address import cluster_from
from site_core.search.index.store import database_store, store
from site_core.search.indexing import index_page
from site_core.search.query import asked_text
from site_core.search.results import pages_found
from tests.site_core.search.cluster_server import ClusterServer

pytestmark = pytest.mark.django_db

QUESTIONS = [
    "mowy nienawisci",
    '"mowa nienawiści"',
    "szkolach hejt",
    "мовою ворожнечі",
    "hate speach",
    "lekcja o hejcie dla klasy",
    "خطاب الكراهية",
    '"',
    'title:* OR {"match_all": {}} \x00 \u202e % \\',
    "x" * 10_000,
]


@pytest.fixture(scope="module")
def everything() -> dict[str, Any]:
    """The index of the demonstration, as the first test of this module makes it."""
    return {}


@pytest.fixture
def server(settings: Any, monkeypatch: pytest.MonkeyPatch, db: None) -> Iterator[ClusterServer]:
    """Running and configured, without an index."""
    running = ClusterServer()
    settings.SEARCH_CLUSTER = cluster_from(f"{running.url}/pages")
    monkeypatch.setattr(asking, "outage", asking._Outage())
    yield running
    running.stop()


@pytest.fixture
def indexed(
    server: ClusterServer, everything: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> ClusterServer:
    """With an index of everything; the stand-in needs longer than a real one may."""
    monkeypatch.setattr(keys, "READER_SECONDS", 30.0)
    if not everything:
        call_command("index_search", stdout=StringIO())
        everything |= {name: getattr(server, name) for name in ("entries", "fields", "name")}
    for name, value in everything.items():
        setattr(server, name, value.copy() if name == "entries" else value)
    server.asked.clear()
    return server


def found(text: str) -> list[tuple[int, bool]]:
    return [
        (hit.page_id, hit.loosely)
        for hit in pages_found(question(asked_text(text), "pl"), ["pl", "uk", "be", "en", "ar"])
    ]


@pytest.mark.slow
def test_the_same_is_found_as_in_the_database_and_nothing_typed_gets_out_of_its_value(
    indexed: ClusterServer, settings: Any
) -> None:
    cluster = settings.SEARCH_CLUSTER
    for text in QUESTIONS:
        settings.SEARCH_CLUSTER = cluster
        in_cluster = found(text)
        settings.SEARCH_CLUSTER = None
        assert in_cluster == found(text), text
    values = [value for asked in indexed.questions() for value in _values(asked["query"])]
    assert values
    assert all(word.isalnum() for value in values for word in value.split())


def _values(query: Any) -> Iterator[str]:
    match query:
        case {"term": leaf} | {"match_phrase": leaf} | {"prefix": leaf}:
            yield from leaf.values()
        case {"terms": leaf}:
            yield from (text for texts in leaf.values() for text in texts)
        case {"bool": parts}:
            for part in (each for several in parts.values() for each in several):
                yield from _values(part)
        case _:
            raise AssertionError(query)


@pytest.mark.slow
def test_no_request_asks_for_more_than_it_needs(indexed: ClusterServer) -> None:
    found("mowy nienawisci w szkołach i na ulicach miasta")
    assert [path for _, path, _ in indexed.asked].count("/_msearch") == 1
    for asked in indexed.questions():
        assert asked["size"] <= 300
        assert asked["_source"] is False
        assert asked["track_total_hits"] is False
        assert asked["sort"] == [{"entry": "asc"}]
    assert len(json.dumps(indexed.asked)) < 200_000


@pytest.mark.slow
def test_what_is_published_withdrawn_and_deleted(
    indexed: ClusterServer, demo_page: Callable[..., Page]
) -> None:
    page = demo_page("Słyszę? Reaguję.")
    page.title = "Kalarepa na Plantach"
    page.save_revision().publish()
    index_page(page.pk)
    assert [pk for pk, _ in found("kalarepą")] == [page.pk]
    entry = str(SearchEntry.objects.get(page=page).pk)
    assert indexed.entries is not None
    assert f" {keys_of('kalarepa', 'pl')[0]} " in f" {indexed.entries[entry]['title']} "
    page.unpublish()
    index_page(page.pk)
    assert found("kalarepą") == []
    assert entry not in indexed.entries


@pytest.mark.slow
def test_the_index_is_mended(indexed: ClusterServer, settings: Any) -> None:
    """Lost keys, and keys that no entry has any more, for example because the cluster was away when it was deleted."""
    call_command("index_search", "--check", stdout=StringIO())
    assert indexed.entries is not None
    before = dict(indexed.entries)
    lost = next(iter(before))
    del indexed.entries[lost]
    indexed.entries["999999"] = {**before[lost], "entry": 999_999}
    with pytest.raises(CommandError):
        call_command("index_search", "--check", stdout=StringIO())
    call_command("index_search", stdout=StringIO())
    assert indexed.entries == before


@pytest.mark.slow
def test_every_word_and_every_entry_is_told_page_by_page(
    indexed: ClusterServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("site_core.search.index.cluster.keys.AT_ONCE", 400)
    assert store().terms() == database_store().terms()
    assert store().known() == database_store().known()


AWAY = ["slow", "broken", "refusing", "malformed", "deep", "a_list", "breaking_off", "huge"]
OF_ANOTHER_KIND = ["another_shape", "short_of_all", "partly_failing", "out_of_time", "missing_shards"]


@pytest.mark.parametrize("mode", [*AWAY, *OF_ANOTHER_KIND])
def test_a_search_without_the_cluster_is_a_page_that_says_so(
    server: ClusterServer, reader: Client, caplog: pytest.LogCaptureFixture, mode: str
) -> None:
    server.mode = mode
    with caplog.at_level(logging.WARNING):
        for _again in range(3):
            answer = reader.get("/pl/search/", {"q": "mowa nienawiści"})
            assert answer.status_code == 200
            assert "Wyszukiwarka chwilowo nie odpowiada" in answer.content.decode()
            assert "no-store" in answer.headers["Cache-Control"]
    said = [record.getMessage() for record in caplog.records if "cluster" in record.getMessage()]
    assert len(said) == 1
    assert "nienawi" not in said[0]
    assert len(server.asked) == 1, "nobody waits for it again at once"


def test_it_is_asked_again_after_a_while(
    indexed: ClusterServer, reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    indexed.mode = "broken"
    reader.get("/pl/search/", {"q": "mowa nienawiści"})
    indexed.mode = "right"
    monkeypatch.setattr(asking, "monotonic", lambda: 10**9)
    answer = reader.get("/pl/search/", {"q": "mowa nienawiści"})
    assert "Wyszukiwarka chwilowo nie odpowiada" not in answer.content.decode()


def test_a_page_is_taken_down_although_the_cluster_is_away(
    server: ClusterServer, demo_page: Callable[..., Page]
) -> None:
    page = demo_page("Słyszę? Reaguję.")
    server.mode = "broken"
    SearchEntry.objects.get(page=page).delete()
    assert not SearchEntry.objects.filter(page=page).exists()


@pytest.mark.slow
def test_what_could_not_be_written_is_told_and_written_later(
    indexed: ClusterServer, demo_page: Callable[..., Page]
) -> None:
    page = demo_page("Słyszę? Reaguję.")
    Page.objects.filter(pk=page.pk).update(title="Kalarepa na Plantach")
    indexed.mode = "broken"
    with pytest.raises(CommandError):
        call_command("index_search", stdout=StringIO(), stderr=StringIO())
    indexed.mode = "right"
    asking.outage.is_over()
    call_command("index_search", stdout=StringIO())
    assert [pk for pk, _ in found("kalarepa")] == [page.pk]


@pytest.mark.parametrize(
    "url",
    [
        "http://search.example.org/pages",
        "https:///pages",
        "https://search.example.org/a/b",
        "https://search.example.org/Pages",
        "https://search.example.org/pages?x=1",
        "search.example.org",
    ],
)
def test_an_address_that_is_none_stops_the_start(url: str) -> None:
    with pytest.raises(ValueError, match="SEARCH_URL"):
        cluster_from(url)


def test_name_and_password_go_in_a_header_and_are_shown_nowhere(server: ClusterServer, settings: Any) -> None:
    address = server.url.replace("http://", "http://reader:se%2Fcret@")
    settings.SEARCH_CLUSTER = cluster_from(address)
    store().known([1])
    assert server.headers[-1]["Authorization"] == "Basic cmVhZGVyOnNlL2NyZXQ="
    assert "cret" not in repr(settings.SEARCH_CLUSTER)
    assert settings.SEARCH_CLUSTER.name == "wspolny-jezyk"
