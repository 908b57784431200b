"""Who publishes a finished translation sees first what its readers will see, beside what they see now."""

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client
from wagtail_localize.models import Translation

from tests.organisations import actions
from tests.site_core.translation.changes.changing import change, change_body, rewrite, set_summary
from tests.site_core.translation.changes.screen import fill, open_screen

pytestmark = pytest.mark.django_db

NEW = "Нове речення про <те>, що треба знати."


def waiting(client: Client, translation: Translation) -> list[Tag]:
    answer = open_screen(client, translation)
    return list(BeautifulSoup(answer.content, "html.parser").select(".changes-waiting .changes-text"))


def labels(text: Tag) -> list[str]:
    return [label.get_text(strip=True) for label in text.select(".changes-label")]


@pytest.mark.slow
def test_the_old_and_the_new_words(editor: Client, translator: Client, ukrainian: Translation) -> None:
    old = actions.campaign("uk").summary
    change(set_summary("Nowe zdanie."))
    assert waiting(editor, ukrainian) == []
    fill(translator, ukrainian, {"summary": NEW})
    (text,) = waiting(editor, ukrainian)
    assert labels(text) == ["Source", "Readers see now", "Readers will see"]
    source, seen, will_be = text.select(".changes-words")
    assert (source.text, seen.text, will_be.text) == ("Nowe zdanie.", old, NEW)
    assert (source["lang"], seen["lang"], will_be["lang"]) == ("pl", "uk", "uk")
    assert [mark.name for mark in text.select("del, ins")] == ["del", "ins"]


@pytest.mark.slow
def test_of_a_text_of_several_passages_the_words_that_differ_are_marked(
    editor: Client, translator: Client, ukrainian: Translation
) -> None:
    change_body(rewrite)
    (row,) = open_screen(translator, ukrainian).context["form"].shown
    fill(translator, ukrainian, {row.row.path: row.text.replace("Зазвичай", "Найчастіше")})
    (text,) = waiting(editor, ukrainian)
    assert [mark.text for mark in text.select("del")] == ["Зазвичай"]
    assert [mark.text for mark in text.select("ins")] == ["Найчастіше"]


@pytest.mark.slow
def test_what_was_found_to_be_still_right_is_shown_once(
    editor: Client, translator: Client, ukrainian: Translation
) -> None:
    change(set_summary("Nowe zdanie."))
    fill(translator, ukrainian, {}, still=("summary",))
    (text,) = waiting(editor, ukrainian)
    assert labels(text) == ["Source", "Readers see now, and it was found to be still right"]


@pytest.mark.slow
def test_of_what_is_not_public_there_is_nothing_to_be_seen_now(
    editor: Client, translator: Client, ukrainian: Translation
) -> None:
    change(set_summary("Nowe zdanie."))
    fill(translator, ukrainian, {"summary": NEW})
    actions.campaign("uk").unpublish()
    (text, *_others) = waiting(editor, ukrainian)
    assert labels(text) == ["Source", "Readers will see"]


@pytest.mark.slow
def test_once_published_nothing_waits(
    editor: Client,
    translator: Client,
    ukrainian: Translation,
    django_capture_on_commit_callbacks: Callable[..., Any],
) -> None:
    change(set_summary("Nowe zdanie."))
    fill(translator, ukrainian, {"summary": NEW})
    with django_capture_on_commit_callbacks(execute=True):
        fill(editor, ukrainian, {}, action="publish")
    assert actions.campaign("uk").summary == NEW
    assert waiting(editor, ukrainian) == []
