"""Words in another language keep their language: in the editor, through translation, on the page (WCAG 2.2, 3.1.2)."""

import inspect
import json
from collections.abc import Callable
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup, Tag
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize import strings
from wagtail_localize.models import StringSegment, TranslationSource

from site_core.blocks.text import RichTextBlock
from site_core.languages.addresses import page_address
from tests.organisations import actions

pytestmark = pytest.mark.django_db

PART = '<span lang="uk" dir="ltr">дякую</span>'
ARABIC = '<span lang="ar" dir="rtl">شكرا</span>'
HOSTILE = [
    '<span lang="javascript:alert(1)">słowa</span>',
    '<span lang onclick="alert(1)">słowa</span>',
    '<span lang="uk" onclick="alert(1)">słowa</span>',
    '<span lang="uk" style="position:fixed">słowa</span>',
    '<span lang="xx">słowa</span>',
    '<span lang="pl-simple">słowa</span>',
    "<span>słowa</span>",
]


def through_the_editor(stored: str) -> str:
    """What is stored again if somebody opens this in the editor and saves."""
    widget = RichTextBlock().field.widget
    return widget.value_from_datadict({"text": widget.format_value(stored)}, {}, "text")


def parts_of(html: str) -> list[Tag]:
    return BeautifulSoup(html, "html.parser").find_all("span")


@pytest.mark.parametrize(
    "words",
    [
        f"Po ukraińsku: {PART}.",
        ARABIC,
        f'<a href="https://example.org/">{PART} tak</a>',
        f"<b>{PART}</b>",
    ],
)
def test_the_editor_keeps_the_language_of_words(words: str) -> None:
    assert words in through_the_editor(f"<p>{words}</p>")


@pytest.mark.parametrize("words", HOSTILE)
def test_the_editor_keeps_no_attribute_that_is_not_a_languages(words: str) -> None:
    kept = through_the_editor(f"<p>{words}</p>")
    assert "słowa" in kept
    assert all(part.attrs == {"lang": "uk", "dir": "ltr"} for part in parts_of(kept))


def test_a_style_that_no_button_makes_is_not_stored() -> None:
    style = {"offset": 0, "length": 5, "style": 'LANGUAGE_uk" onclick="alert(1)'}
    block = {"key": "a", "type": "unstyled", "depth": 0, "text": "słowa", "entityRanges": []}
    sent = json.dumps({"blocks": [{**block, "inlineStyleRanges": [style]}], "entityMap": {}})
    stored = RichTextBlock().field.widget.value_from_datadict({"text": sent}, {}, "text")
    assert "onclick" not in stored
    assert not parts_of(stored)


def passages_of_the_aim(polish: str) -> list[StringSegment]:
    """The passages that translators of a public campaign are given once its aim says this."""
    page = actions.campaign("pl")
    page.aim = polish
    page.save_revision().publish()
    source, _created = TranslationSource.update_or_create_from_instance(page)
    return list(StringSegment.objects.filter(source=source, context__path="aim").order_by("order"))


def enter(client: Client, passage: StringSegment, words: str) -> dict:
    url = reverse("wagtail_localize:edit_string_translation", args=[actions.translation("uk").pk, passage.pk])
    return client.put(url, f"value={quote(words)}", content_type="application/x-www-form-urlencoded").json()


def aim_readers_get(reader: Client, code: str = "uk") -> BeautifulSoup:
    """The aim as readers get it once the translation was published again."""
    translation, user = actions.translation(code), get_user_model().objects.filter(is_superuser=True).first()
    translation.source.create_or_update_translation(
        translation.target_locale, user=user, publish=True, fallback=True
    )
    page = Page.objects.select_related("locale").get(pk=actions.campaign(code).pk)
    html = reader.get(page_address(page)).content.decode()
    return BeautifulSoup(html, "html.parser").select_one("main [aria-labelledby=aim] .prose")


@pytest.mark.slow
def test_a_translator_sees_the_marks_and_keeps_moves_and_makes_them(
    signed_in: Callable[[str], Client], reader: Client
) -> None:
    first, second = passages_of_the_aim(f"<p>Słowo {PART} znaczy dziękuję.</p><p>{ARABIC}</p>")
    assert first.string.data == 'Słowo <span lang="uk">дякую</span> znaczy dziękuję.'
    assert second.string.data == '<span lang="ar">شكرا</span>'
    translator = signed_in("translator-uk")
    assert not enter(translator, first, 'Дякую – це <span lang="pl">dziękuję</span>')["error"]
    assert not enter(translator, second, "Дуже дякую")["error"]
    aim = aim_readers_get(reader)
    assert [(part.text, part.attrs) for part in aim.find_all("span")] == [
        ("dziękuję", {"lang": "pl", "dir": "ltr"})
    ]
    assert aim.select("p")[1].decode_contents() == "Дуже дякую"


def test_the_direction_follows_from_the_language(signed_in: Callable[[str], Client], reader: Client) -> None:
    (passage,) = passages_of_the_aim("<p>Dziękuję.</p>")
    enter(signed_in("translator-uk"), passage, 'Дякую, <span lang="ar" dir="ltr">شكرا</span>')
    (part,) = aim_readers_get(reader).find_all("span")
    assert part.attrs == {"lang": "ar", "dir": "rtl"}


@pytest.mark.parametrize("words", HOSTILE)
def test_a_translator_is_told_what_cannot_stand_in_a_passage(
    words: str, signed_in: Callable[[str], Client], reader: Client
) -> None:
    (passage,) = passages_of_the_aim("<p>Dziękuję.</p>")
    assert "lang=" in enter(signed_in("translator-uk"), passage, words)["error"]
    assert "słowa" not in aim_readers_get(reader).text


def test_a_mark_that_got_into_a_source_is_no_error_page_for_translators() -> None:
    (passage,) = passages_of_the_aim("<p><span lang onclick='x'>Dziękuję</span> bardzo.</p>")
    assert passage.string.data == "Dziękuję bardzo."


def test_wagtail_localize_still_knows_no_language_of_parts() -> None:
    """If this fails: look whether `site_core.translation.parts` is needed any longer."""
    assert "span" not in inspect.getsource(strings)
