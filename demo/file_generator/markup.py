"""Markdown as HTML for paper: single letters stay with their word, dots to write on become lines."""

from __future__ import annotations

import re
import unicodedata

from markdown_it import MarkdownIt

from demo.file_generator.words import direction

# A one-letter word does not end a line in Polish, Ukrainian, Belarusian and Russian print.
_LONELY_LETTER = re.compile(r"(?<=[\s(„«>\u00a0])([AaIiOoUuWwZzВвЗзІіЙйУуЎўКкСсОоАаИи]) (?=\S)")
_DOTS = re.compile(r"(?:…|\.){4,}")
_ONE_DOT = re.compile(r"(?<=[>\s])…(?=</(?:p|li)>)")
_EMPHASIS = re.compile(r"<em>(.*?)</em>", re.DOTALL)
# A phone number is one word: a line break would tear it, and an Arabic line would turn its halves round.
_SPACE_IN_NUMBER = re.compile(r"(?<=\d) (?=\d{3}\b)")
_KEEPS_LETTERS = {"pl", "uk", "be", "ru"}
_PRINTED_WIDTH_OF_A_DOT = 0.9


def parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")


def to_html(markdown: str, language: str) -> str:
    html = keep_together(parser().render(markdown), language)
    html = html.replace("<li>☐", '<li class="box">☐')
    html = _DOTS.sub(_line, html)
    html = _ONE_DOT.sub('<span class="blank whole"></span>', html)
    return _EMPHASIS.sub(_foreign, html) if direction(language) == "rtl" else html


def keep_together(text: str, language: str) -> str:
    """With spaces that do not break after lonely letters and inside phone numbers."""
    if language.split("-")[0] in _KEEPS_LETTERS:
        text = _LONELY_LETTER.sub("\\1\u00a0", _LONELY_LETTER.sub("\\1\u00a0", text))
    return _SPACE_IN_NUMBER.sub("\u00a0", text)


def _line(dots: re.Match[str]) -> str:
    length = sum(3 if dot == "…" else 1 for dot in dots[0]) * _PRINTED_WIDTH_OF_A_DOT
    return f'<span class="blank" style="width: {min(length, 75):.0f}mm"></span>'


def _foreign(emphasis: re.Match[str]) -> str:
    """A sentence to show to somebody, quoted inside a text that runs the other way: it is Polish."""
    first = next((letter for letter in emphasis[1] if letter.isalpha()), "")
    if first and unicodedata.bidirectional(first) == "L":
        return f'<em lang="pl" dir="ltr">{emphasis[1]}</em>'
    return emphasis[0]
