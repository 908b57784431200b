"""The index says what is public, however often and in whatever order it is written."""

from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from site_core.models import SearchEntry, SearchWord, SearchWordVariant
from site_core.search import indexing
from site_core.search.asking.question import question
from site_core.search.index.documents import Document, document_of
from site_core.search.index.store import store
from site_core.search.indexing import index_page, what_to_index
from site_core.search.results import pages_found

pytestmark = pytest.mark.django_db

TITLE = "Słyszę? Reaguję."


def found(text: str, *codes: str) -> list[int]:
    return [hit.page_id for hit in pages_found(question(text, codes[0] if codes else "pl"), codes or ("pl",))]


def keys_written(entry: SearchEntry) -> list[Any]:
    column = "entry_id" if connection.vendor == "postgresql" else "rowid"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM site_core_searchkeys WHERE {column} = %s", [entry.pk])
        return cursor.fetchall()


@pytest.fixture
def polish(demo_page: Callable[..., Page]) -> Page:
    """Indexed by the Wagtail that runs: another one, which loaded the content, has other texts of blocks."""
    page = demo_page(TITLE)
    index_page(page.pk)
    return page


def test_what_is_published_is_found_and_what_it_said_before_is_not(
    polish: Page, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    assert polish.pk not in found("kalarepa")
    before = found("słyszę reaguję")
    polish.title = "Kalarepa na Plantach"
    with django_capture_on_commit_callbacks(execute=True):
        polish.save_revision().publish()
    assert found("kalarepy")[0] == polish.pk
    assert before[0] == polish.pk
    assert SearchEntry.objects.get(page=polish).title == "Kalarepa na Plantach"


def test_a_draft_is_not_found(polish: Page) -> None:
    polish.title = "Kalarepa na Plantach"
    polish.save_revision()
    assert not index_page(polish.pk)
    assert found("kalarepa") == []


def test_what_is_taken_down_is_not_found_and_leaves_nothing(
    polish: Page, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    entry = SearchEntry.objects.get(page=polish)
    assert keys_written(entry)
    with django_capture_on_commit_callbacks(execute=True):
        polish.unpublish()
    assert polish.pk not in found("reaguję")
    assert not SearchEntry.objects.filter(page=polish).exists()
    assert not keys_written(entry)


def test_it_is_not_found_even_before_the_index_hears_of_it(polish: Page) -> None:
    polish.unpublish()
    assert SearchEntry.objects.filter(page=polish).exists()
    assert polish.pk not in found("reaguję")


def test_what_not_everybody_may_see_is_not_found(polish: Page) -> None:
    PageViewRestriction.objects.create(page=polish.get_parent(), restriction_type=PageViewRestriction.LOGIN)
    assert polish.pk not in found("reaguję")
    assert index_page(polish.pk)
    assert not SearchEntry.objects.filter(page=polish).exists()


def test_what_a_private_version_says_does_not_lead_to_the_public_ones(
    polish: Page, demo_page: Callable[..., Page]
) -> None:
    polish.summary = "Kalarepa rośnie na Plantach."
    polish.save_revision().publish()
    index_page(polish.pk)
    ukrainian = demo_page(TITLE, "uk").pk
    assert found("kalarepa", "uk", "pl") == [ukrainian]
    PageViewRestriction.objects.create(page=polish, restriction_type=PageViewRestriction.LOGIN)
    assert found("kalarepa", "uk", "pl") == []


def test_all_of_a_long_page_is_found(polish: Page) -> None:
    blocks = [("rich_text", f"<p>{'słowo ' * 30}</p>") for _number in range(100)]
    polish.body = [*blocks, ("rich_text", "<p>Kalarepa na końcu.</p>")]
    polish.save_revision().publish()
    index_page(polish.pk)
    assert found("kalarepa") == [polish.pk]


@pytest.mark.slow
def test_keys_that_were_lost_are_missed_and_written_anew(polish: Page) -> None:
    store().forget(store().known())
    assert found("reaguję") == []
    with pytest.raises(CommandError):
        call_command("index_search", "--check", stdout=StringIO())
    call_command("index_search", stdout=StringIO())
    assert polish.pk in found("reaguję")


@pytest.mark.slow
def test_words_that_no_page_has_any_more_are_forgotten(polish: Page) -> None:
    call_command("index_search", stdout=StringIO())
    before = set(SearchWord.objects.values_list("spelling", flat=True))
    for title in ("Kalarepa na Plantach", TITLE):
        polish.title = title
        polish.save_revision().publish()
        index_page(polish.pk)
    assert set(SearchWord.objects.values_list("spelling", flat=True)) - before == {"kalarepa", "plantach"}
    call_command("index_search", stdout=StringIO())
    assert set(SearchWord.objects.values_list("spelling", flat=True)) == before


@pytest.mark.slow
def test_a_page_that_cannot_be_indexed_does_not_keep_the_others_from_it(
    polish: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    Page.objects.filter(pk=polish.pk).update(title="Kalarepa na Plantach")
    first = what_to_index()[0]

    def breaks(pk: int) -> bool:
        if pk == first:
            raise ValueError("broken")
        return index_page(pk)

    monkeypatch.setattr("site_core.management.commands.index_search.index_page", breaks)
    with pytest.raises(CommandError, match="1 pages"):
        call_command("index_search", stdout=StringIO(), stderr=StringIO())
    assert found("kalarepa") == [polish.pk]


def test_what_was_taken_out_of_a_page_is_not_shown_from_the_index(polish: Page, reader: Client) -> None:
    polish.summary = "Kalarepa rośnie na Plantach."
    polish.save_revision().publish()
    index_page(polish.pk)
    assert "<mark>Kalarepa</mark>" in reader.get("/pl/search/?q=kalarepa").content.decode()
    polish.summary = "Nic tu nie rośnie."
    polish.save_revision().publish()
    assert "rośnie na Plantach" not in reader.get("/pl/search/?q=kalarepa").content.decode()


def test_a_deleted_page_takes_its_keys_along(polish: Page) -> None:
    entry = SearchEntry.objects.get(page=polish)
    polish.delete()
    assert not keys_written(entry)


def test_a_harmful_example_is_neither_found_nor_shown(demo_page: Callable[..., Page]) -> None:
    polish = demo_page("Gdy w szkole pojawia się symbol nienawiści")
    example = next(block for block in polish.body if block.block_type == "harmful_example").value["example"]
    assert example not in SearchEntry.objects.get(page=polish).text
    assert polish.pk not in found(f'"{" ".join(example.split()[:4])}"')


def test_twice_is_once(polish: Page) -> None:
    entry = SearchEntry.objects.get(page=polish)
    keys, words, variants = keys_written(entry), SearchWord.objects.count(), SearchWordVariant.objects.count()
    assert not index_page(polish.pk)
    SearchEntry.objects.filter(page=polish).update(fingerprint="of other analysers")
    assert index_page(polish.pk)
    assert keys_written(SearchEntry.objects.get(page=polish)) == keys
    assert (SearchWord.objects.count(), SearchWordVariant.objects.count()) == (words, variants)


def test_a_task_that_ends_half_way_leaves_what_was_there(
    polish: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = SearchEntry.objects.get(page=polish)
    keys = keys_written(entry)
    polish.title = "Kalarepa na Plantach"
    polish.save_revision().publish()

    def killed(*args: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(indexing, "learn", killed)
        with pytest.raises(KeyboardInterrupt):
            index_page(polish.pk)
    assert keys_written(SearchEntry.objects.get(page=polish)) == keys
    assert SearchEntry.objects.get(page=polish).title == TITLE
    assert index_page(polish.pk)
    assert found("kalarepa") == [polish.pk]


def test_words_are_analysed_while_nothing_is_held(polish: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    """On SQLite, nobody could save anything for as long as that takes."""
    SearchEntry.objects.filter(page=polish).update(fingerprint="of other analysers")
    before, held = len(connection.savepoint_ids), []

    def analyses(*args: Any) -> Document:
        held.append(len(connection.savepoint_ids))
        return document_of(*args)

    monkeypatch.setattr(indexing, "document_of", analyses)
    assert index_page(polish.pk)
    assert held == [before]


def test_what_is_published_while_words_are_analysed_is_what_is_written(
    polish: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    titles = ["Kalarepa na Plantach", "Rzodkiewka na Plantach"]

    def publish() -> None:
        polish.title = titles.pop()
        polish.save_revision().publish()

    def analyses(*args: Any) -> Document:
        document = document_of(*args)
        if len(titles) == 1:
            publish()
        return document

    publish()
    monkeypatch.setattr(indexing, "document_of", analyses)
    assert index_page(polish.pk)
    assert found("kalarepa") == [polish.pk]
    assert found("rzodkiewka") == []
    assert not index_page(polish.pk)


@pytest.mark.slow
def test_drift_is_noticed_and_mended(polish: Page) -> None:
    call_command("index_search", stdout=StringIO())
    call_command("index_search", "--check", stdout=StringIO())
    Page.objects.filter(pk=polish.pk).update(title="Kalarepa na Plantach")
    with pytest.raises(CommandError, match="1 entries"):
        call_command("index_search", "--check", stdout=StringIO())
    said = StringIO()
    call_command("index_search", stdout=said)
    assert "1 of" in said.getvalue()
    call_command("index_search", "--check", stdout=StringIO())
    assert found("kalarepa") == [polish.pk]
