"""Texts keep the spaces their writers put between words."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from django.test import Client

from demo.bodies import pieces
from demo.content_files import PageText, read_pages
from demo.markdown import rich_text

# A link or a bold word that runs into its neighbour. In Arabic “and” is a letter before the word, without a space.
GLUED = re.compile(r"</(?:a|b|i)>(?:\w|<(?:a|b|i)[ >])|[^\W\u0621-\u064a]<(?:a|b|i)[ >]")


def html(markdown: str) -> str:
    return rich_text(markdown, lambda _key: 1)


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("[Edycja](page:x) **trwa.** Ma", '<p><a linktype="page" id="1">Edycja</a> <b>trwa.</b> Ma</p>'),
        ("**raz** *dwa*", "<p><b>raz</b> <i>dwa</i></p>"),
        ("raz\n**dwa**\ntrzy", "<p>raz <b>dwa</b> trzy</p>"),
        ("- raz\n- **dwa**\n\npotem", "<ul><li>raz</li><li><b>dwa</b></li></ul><p>potem</p>"),
        (
            "[[Kodeks\nkarny]{lang=pl}](page:x) and [شكرا]{lang=ar}.",
            (
                '<p><a linktype="page" id="1"><span lang="pl" dir="ltr">Kodeks karny</span></a>'
                ' and <span lang="ar" dir="rtl">شكرا</span>.</p>'
            ),
        ),
        ("raz\n\n- dwa\n\n- trzy", "<p>raz</p><ul><li>dwa</li><li>trzy</li></ul>"),
    ],
)
def test_spaces_between_words_stay_and_those_between_blocks_go(markdown: str, expected: str) -> None:
    assert html(markdown) == expected


def markdown_of(text: PageText) -> Iterator[str]:
    for name, content in pieces(text.body):
        yield from [content] if name == "rich_text" else strings(yaml.safe_load(content))


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from strings(inner)
    elif isinstance(value, str):
        yield value


@pytest.mark.slow
def test_no_text_runs_a_link_or_a_bold_word_into_the_next() -> None:
    texts = [text for folder in read_pages().values() for text in folder.texts.values()]
    glued = [
        (text.path.name, found[0])
        for text in texts
        for part in markdown_of(text)
        for found in GLUED.finditer(html(part))
    ]
    assert glued == []


@pytest.mark.slow
@pytest.mark.django_db
def test_no_page_a_reader_sees_does(public_addresses: list[str], reader: Client) -> None:
    """Translations come through wagtail-localize, which takes texts apart and puts them together again."""
    glued = []
    for address in public_addresses:
        text = re.sub(r"\s+", " ", reader.get(address).content.decode())
        for part in re.findall(r"<(?:p|li)>.*?</(?:p|li)>", text):
            glued += [(address, found[0]) for found in GLUED.finditer(part)]
    assert glued == []


def test_words_in_a_language_nobody_knows_stop_the_loading() -> None:
    with pytest.raises(KeyError):
        html("[słowa]{lang=xx}")


@pytest.mark.slow
def test_every_mark_of_a_language_becomes_one() -> None:
    texts = [text for folder in read_pages().values() for text in folder.texts.values()]
    marked = [html(part) for text in texts for part in markdown_of(text) if "{lang=" in part]
    assert len(marked) > 15
    assert [part for part in marked if "{lang=" in part] == []
