"""Blocks that are made once look as Wagtail would make them, and follow what they show."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.template.loader import get_template
from wagtail.blocks import StreamBlock, StreamValue
from wagtail.documents import get_document_model

from site_core.blocks import body_blocks
from site_core.blocks.shown import ShownByFacts, blocks_of, shown_blocks
from site_core.languages.known import language_of
from site_core.languages.reading import reading
from site_core.models import SiteImage, StandardPage
from site_core.samples.ground_floor import BLOCKS
from site_core.samples.registry import SampleObjects

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_polish() -> Iterator[None]:
    with reading(language_of("pl")):
        yield


@pytest.fixture
def objects() -> SampleObjects:
    page = StandardPage.objects.live().filter(locale__language_code="pl")[0]
    document = get_document_model().objects.order_by("pk")[0]
    return SampleObjects(page.pk, document.pk, SiteImage.objects.order_by("pk")[0].pk)


def stored(kind: str, value: Any) -> StreamValue:
    return StreamBlock(body_blocks()).to_python([{"type": kind, "value": value, "id": "1"}])


def shown(kind: str, value: Any) -> str:
    return shown_blocks(stored(kind, value), {"request": None, "frame": None})


@pytest.mark.parametrize("code", ["pl", "uk", "ar", "vi"])
@pytest.mark.parametrize("kind", BLOCKS)
def test_a_block_looks_as_wagtail_would_make_it(kind: str, code: str, objects: SampleObjects) -> None:
    value = BLOCKS[kind](objects)
    with reading(language_of(code)):
        (block,) = stored(kind, value)
        by_wagtail = block.render({"request": None, "frame": None})
        first, again = shown(kind, value), shown(kind, value)
    assert first == again == f'<div class="block block--{kind}">{by_wagtail}</div>\n'


def test_our_words_in_a_block_are_the_readers() -> None:
    """The same stored words, read in another language in the same process."""
    warning = {"tone": "safety", "title": "112", "text": "<p>112</p>"}
    said = set()
    for code in ("pl", "uk", "en"):
        with reading(language_of(code)):
            said.add(shown("callout", warning))
    assert len(said) == 3


def test_changed_words_are_shown_at_once() -> None:
    before, after = ({"text": text, "source": ""} for text in ("Zareaguję.", "Zareaguję bezpiecznie."))
    assert "bezpiecznie" not in shown("quote", before)
    assert "bezpiecznie" in shown("quote", after)


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
    documents = get_document_model().objects.filter(pk=objects.document_id)
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
    assert "Zareaguję." in shown("quote", {"text": "Zareaguję."})


def test_many_lists_of_files_cost_one_query_and_words_none(
    objects: SampleObjects, django_assert_num_queries: Callable[..., Any]
) -> None:
    kinds = ("file_list", "quote", "steps", "file_list", "callout", "file_list")
    raw = [
        {"type": kind, "value": BLOCKS[kind](objects), "id": str(number)} for number, kind in enumerate(kinds)
    ]
    body = StreamBlock(body_blocks()).to_python(raw)
    with django_assert_num_queries(1):
        shown_blocks(body, {})


def test_a_body_that_a_form_made_is_shown_as_it_is(objects: SampleObjects) -> None:
    """As in the preview of what is not saved yet."""
    block = StreamBlock(body_blocks())
    for kind in ("file_list", "related_pages", "quote"):
        value = block.child_blocks[kind].to_python(BLOCKS[kind](objects))
        assert shown_blocks(StreamValue(block, [(kind, value)]), {}) == shown(kind, BLOCKS[kind](objects))


def test_values_are_made_when_they_are_asked_for() -> None:
    (block,) = blocks_of(stored("callout", {"tone": "safety", "title": "112", "text": "<p>112</p>"}))
    assert (block.id, block.block_type, block.value["tone"]) == ("1", "callout", "safety")


def test_text_of_editors_stays_text() -> None:
    assert "<script>" not in shown("quote", {"text": "<script>alert(1)</script>", "source": "<script>"})
    assert "<script>" not in shown("related_pages", {"heading": "<script>", "pages": []})


ONCE = {
    name: block
    for name, block in body_blocks()
    if isinstance(block, ShownByFacts) or getattr(block.meta, "of_words", False)
}


@pytest.mark.parametrize("kind", ONCE)
def test_a_template_that_is_made_once_asks_for_nothing_else(kind: str) -> None:
    """The next reader would see what was true of the first."""
    source = get_template(ONCE[kind].meta.template).template.source
    asked = set(re.findall(r"\w+", " ".join(re.findall(r"{[{%](.*?)[%}]}", source))))
    assert "value" in asked
    assert not asked & {"request", "frame", "page", "outdated", "now"}
