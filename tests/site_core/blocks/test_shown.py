"""What is shown of a body follows what it says and what it leads to."""

from collections.abc import Callable
from typing import Any

import pytest

from site_core.blocks.shown import blocks_of, shown_blocks
from site_core.languages.known import language_of
from site_core.languages.page_links import linked_page_ids
from site_core.languages.reading import reading
from site_core.models import SiteDocument, StandardPage
from site_core.samples.ground_floor import BLOCKS
from site_core.samples.registry import SampleObjects
from tests.site_core.blocks.streams import BODY, demo_objects, shown, stored

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_polish")]


@pytest.fixture
def objects() -> SampleObjects:
    return demo_objects()


def test_changed_words_are_shown_at_once() -> None:
    before, after = ({"text": text, "source": ""} for text in ("Zareaguję.", "Zareaguję bezpiecznie."))
    assert "bezpiecznie" not in shown("quote", before)
    assert "bezpiecznie" in shown("quote", after)


def test_a_value_that_was_made_and_then_changed_is_shown_as_it_is_now() -> None:
    """So Wagtail's own ways of changing a body before it is shown, as for a translator's preview."""
    body = stored("quote", {"text": "Zareaguję.", "source": ""})
    shown_blocks(body, {})
    body[0].value["text"] = "Zareaguję bezpiecznie."
    assert "bezpiecznie" in shown_blocks(body, {})
    body[0] = ("callout", {"tone": "safety", "title": "Dzwoń", "text": "<p>112</p>"})
    assert "112" in shown_blocks(body, {})
    assert next(iter(blocks_of(body))).block_type == "callout"


def test_links_in_words_follow_their_page(objects: SampleObjects) -> None:
    page = StandardPage.objects.get(pk=objects.page_id)
    text = f'<p><a linktype="page" id="{page.pk}">Dalej</a></p>'
    assert page.get_url_parts()[2] in shown("rich_text", text)
    page.slug = "gdzie-indziej"
    page.save()
    with reading(language_of("pl")):
        assert "/gdzie-indziej/" in shown("rich_text", text)


def test_related_pages_follow_their_titles_and_go_when_withdrawn(objects: SampleObjects) -> None:
    value = BLOCKS["related_pages"](objects)
    assert "Zobacz też" in shown("related_pages", value)
    page = StandardPage.objects.get(pk=objects.page_id)
    page.title = "Nowy tytuł"
    page.save()
    with reading(language_of("pl")):
        assert "Nowy tytuł" in shown("related_pages", value)
    page.unpublish()
    with reading(language_of("pl")):
        assert "<li>" not in shown("related_pages", value)


def test_files_follow_what_is_known_of_them_and_go_when_deleted(objects: SampleObjects) -> None:
    documents = SiteDocument.objects.filter(pk=objects.document_id)
    value = BLOCKS["file_list"](objects)
    documents.update(page_count=7)
    assert "7 stron" in shown("file_list", value)
    documents.update(page_count=8)
    assert "8 stron" in shown("file_list", value)
    documents.update(file="documents/inny.odt")
    assert "inny.odt" in shown("file_list", value)
    assert "ODT" in shown("file_list", value)
    value["files"].append(
        {"type": "item", "id": "2", "value": {"document": 10**9, "label": "Nic", "language": "pl"}}
    )
    assert "Nic" not in shown("file_list", value)


def test_lists_that_were_stored_before_items_had_ids(objects: SampleObjects) -> None:
    for kind, items in (("file_list", "files"), ("related_pages", "pages")):
        value = BLOCKS[kind](objects)
        bare = {**value, items: [item["value"] for item in value[items]]}
        assert shown(kind, bare) == shown(kind, value)


def test_what_an_older_version_of_a_block_did_not_store_is_empty() -> None:
    assert "Bez pliku" not in shown("file_list", {"files": [{"label": "Bez pliku"}]})
    assert "<h2>" not in shown("related_pages", {})
    assert linked_page_ids([{"type": "related_pages", "value": {}}]) == set()
    assert "Zareaguję." in shown("quote", {"text": "Zareaguję."})


def test_many_lists_of_files_cost_one_query_and_words_none(
    objects: SampleObjects, django_assert_num_queries: Callable[..., Any]
) -> None:
    kinds = ("file_list", "quote", "steps", "file_list", "callout", "file_list")
    raw = [
        {"type": kind, "value": BLOCKS[kind](objects), "id": str(number)} for number, kind in enumerate(kinds)
    ]
    body = BODY.to_python(raw)
    with django_assert_num_queries(1):
        shown_blocks(body, {})


def test_values_are_made_when_they_are_asked_for() -> None:
    (block,) = blocks_of(stored("callout", {"tone": "safety", "title": "112", "text": "<p>112</p>"}))
    assert (block.id, block.block_type, block.value["tone"]) == ("1", "callout", "safety")


def test_text_of_editors_stays_text(objects: SampleObjects) -> None:
    assert "<script>" not in shown("quote", {"text": "<script>alert(1)</script>", "source": "<script>"})
    assert "&lt;script&gt;" in shown(
        "related_pages", {**BLOCKS["related_pages"](objects), "heading": "<script>"}
    )
