"""Blocks that show what is stored (a picture, files, pages), with stand-ins: the style page asks no database."""

from types import SimpleNamespace
from typing import Any

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from site_core.cards import Card
from site_core.files import ShownFile
from site_core.headings import Heading
from site_core.languages.known import language_of
from site_core.style_page.words import Words


def picture(alternative_text: str) -> SafeString:
    return format_html(
        '<img src="{}" width="440" height="350" alt="{}">', static("logo/mark.svg"), alternative_text
    )


def figure(words: Words) -> dict[str, Any]:
    return {
        "picture": {"markup": picture(words.short_title)},
        "caption": words.long_title,
        "credit": "CC BY 4.0",
    }


def file_list(words: Words, files: list[ShownFile]) -> dict[str, Any]:
    return {"heading": words.short_title, "shown": files}


def related_pages(words: Words, card: Card) -> dict[str, Any]:
    """A short title and a long one, and one in a language of the other direction."""
    other = language_of("pl" if card.language.direction == "rtl" else "ar")
    short = Card(url="#", title=words.term, language=card.language, kind_label=card.kind_label)
    foreign = Card(url="#", title=other.endonym, language=other, kind_label=card.kind_label)
    return {"heading": words.short_title, "cards": [short, card, foreign]}


def contents(words: Words) -> tuple[Heading, ...]:
    return tuple(Heading(title, "s-blocks") for title in (words.term, words.short_title, words.long_title))


def blocks_with_files(words: Words, card: Card, files: list[ShownFile]) -> SimpleNamespace:
    return SimpleNamespace(
        figure=figure(words),
        file_list=file_list(words, files),
        related_pages=related_pages(words, card),
        contents=contents(words),
    )
