"""Blocks that are made once look as Wagtail would make them, to whoever reads them."""

import re
from collections.abc import Iterator

import pytest
from django.template.loader import get_template
from wagtail.blocks import Block, CharBlock, StreamBlock, StreamValue
from wagtail.rich_text import features

from site_core.blocks import body_blocks, shown
from site_core.blocks.shown import LONGEST_KEPT, ShownByFacts, shown_blocks
from site_core.blocks.text import QuoteBlock
from site_core.files import shown_file
from site_core.languages.known import language_of
from site_core.languages.reading import reading, shown_in
from site_core.media.rows import document_rows
from site_core.models import SiteDocument
from site_core.samples.ground_floor import BLOCKS, SHORT, TEXT
from tests.site_core.blocks import streams

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_polish")]

WITHOUT_LINKS = {**BLOCKS, "rich_text": lambda objects: TEXT + SHORT}
ONCE = {
    name: block
    for name, block in body_blocks()
    if isinstance(block, ShownByFacts) or getattr(block.meta, "of_words", False)
}
# None of these asks the database, the clock, or what was looked up for one reader. `fixed` is keyed by its facts.
TAGS = {
    *("comment", "endcomment", "load", "if", "elif", "else", "endif", "for", "endfor", "with", "endwith", "include"),
    *("translate", "blocktranslate", "plural", "endblocktranslate", "fixed", "icon", "comma"),
    *("language_tag", "page_language", "reader_language", "language_shown"),
}  # fmt: skip
FILTERS = {"linebreaksbr", "prose", "cut", "brackets_in", "languages_by_name", "filesizeformat"}
OF_ONE_READER = {"request", "frame", "page", "outdated", "now"}


@pytest.mark.parametrize("code", ["pl", "uk", "ar", "vi"])
@pytest.mark.parametrize("kind", WITHOUT_LINKS)
def test_a_block_looks_as_wagtail_would_make_it(kind: str, code: str) -> None:
    value = WITHOUT_LINKS[kind](streams.demo_objects())
    with reading(language_of(code)):
        (block,) = streams.stored(kind, value)
        by_wagtail = block.render({"request": None, "frame": None})
        first, again = streams.shown(kind, value), streams.shown(kind, value)
    assert first == again == f'<div class="block block--{kind}">{by_wagtail}</div>\n'


def test_a_file_is_offered_the_same_from_its_row_as_from_its_object() -> None:
    documents = list(SiteDocument.objects.all())
    rows = document_rows({document.pk for document in documents})
    assert len(documents) > 100
    for document in documents:
        assert shown_file(rows[document.pk], "Plakat", ()) == shown_file(document, "Plakat", ())


def test_our_words_in_a_block_are_the_readers() -> None:
    """The same stored words, read in another language in the same process."""
    warning = {"tone": "safety", "title": "112", "text": "<p>112</p>"}
    said = set()
    for code in ("pl", "uk", "en"):
        with reading(language_of(code)):
            said.add(streams.shown("callout", warning))
    assert len(said) == 3


def test_our_words_are_marked_where_the_page_is_not_in_the_readers_language() -> None:
    """A reader of Ukrainian on a page in Ukrainian, then on one in Polish that happens to say the same."""
    warning = {"tone": "safety", "title": "112", "text": "<p>112</p>"}
    with reading(language_of("uk")):
        own = streams.shown("callout", warning)
        with shown_in(language_of("pl")):
            of_another = streams.shown("callout", warning)
    assert '<span class="unseen" lang="uk" dir="ltr">' in of_another
    assert '<span class="unseen">' in own


def test_blocks_of_one_class_may_have_templates_of_their_own() -> None:
    both = StreamBlock([("quote", QuoteBlock()), ("note", QuoteBlock(template="blocks/callout.html"))])
    words = {"text": "Zareaguję.", "source": ""}
    body = both.to_python([{"type": name, "value": words} for name in ("quote", "note")])
    assert "<blockquote>" in shown_blocks(body, {})
    assert 'role="note"' in shown_blocks(body, {})


def test_a_block_without_a_template_is_escaped() -> None:
    line = StreamBlock([("line", CharBlock())])
    script = [{"type": "line", "value": "<script>alert(1)</script>"}]
    for body in (line.to_python(script), list(line.to_python(script))):
        assert "&lt;script&gt;" in shown_blocks(body, {})


def test_nothing_is_left_behind_when_new_words_are_shown() -> None:
    """Wagtail keeps each block that is ever made in a registry."""
    before = len(Block.definition_registry)
    for number in range(20):
        streams.shown("quote", {"text": f"Zdanie, którego tu nie było: {number}", "source": ""})
    assert len(Block.definition_registry) == before


def test_a_very_long_text_is_shown_and_not_kept() -> None:
    kept = shown._made_of_words.cache_info().currsize
    assert "daleko" in streams.shown("rich_text", "<p>" + "daleko " * LONGEST_KEPT + "</p>")
    assert shown._made_of_words.cache_info().currsize == kept


@pytest.mark.parametrize("kind", ONCE)
def test_a_template_that_is_made_once_looks_nothing_up(kind: str) -> None:
    """What one reader is shown is what the next one gets."""
    source = "".join(_with_included(ONCE[kind].meta.template))
    inside = " ".join(re.findall(r"{[{%](.*?)[%}]}", source))
    assert set(re.findall(r"{%\s*(\w+)", source)) <= TAGS
    # Links in rich text are looked up: a block of words that has any is made for each reader, facts are not.
    allowed = FILTERS - {"prose"} if isinstance(ONCE[kind], ShownByFacts) else FILTERS
    assert set(re.findall(r"\|(\w+)", inside)) <= allowed
    assert not set(re.findall(r"\w+", inside)) & OF_ONE_READER


def _with_included(template: str) -> Iterator[str]:
    source = re.sub(
        r"{% comment %}.*?{% endcomment %}", "", get_template(template).template.source, flags=re.S
    )
    yield source
    for included in re.findall(r'{% (?:include|fixed) "([^"]+)"', source):
        yield from _with_included(included)


def test_rich_text_looks_up_pages_and_documents_and_nothing_else() -> None:
    """Whatever else a link could lead to, by its address for instance, would be made once."""
    features.get_default_features()
    assert set(features.link_types) == {"page", "document"}


def test_a_body_that_a_form_made_is_shown_as_it_is() -> None:
    """As in the preview of what is not saved yet."""
    for kind in ("file_list", "related_pages", "quote"):
        raw = BLOCKS[kind](streams.demo_objects())
        value = streams.BODY.child_blocks[kind].to_python(raw)
        assert shown_blocks(StreamValue(streams.BODY, [(kind, value)]), {}) == streams.shown(kind, raw)
