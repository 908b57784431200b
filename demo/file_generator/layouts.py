"""The body of a printed file for each layout. How it looks is in `styles/`, what is drawn behind it in `backgrounds`."""

import re
from collections.abc import Callable
from html import escape

from demo.file_generator.sources import Source
from demo.file_generator.typeset import halves, html, pieces

RTL = {"ar"}
# A sentence in Polish to show to somebody, in a file in another language: a paragraph all in italics.
_POLISH_PHRASE = re.compile(r"<p><em>([^<]*[ąćęłńśźż][^<]*)</em></p>")


def direction(language: str) -> str:
    return "rtl" if language in RTL else "ltr"


def in_language(language: str, inner: str, name: str) -> str:
    """A part in another language than the file. `pdf` knows it by its tag and states its language."""
    return f'<article class="{name}" lang="{language}" dir="{direction(language)}">{inner}</article>'


def header(source: Source) -> str:
    subtitle = source.facts.get("subtitle")
    below = f'<p class="subtitle">{escape(str(subtitle))}</p>' if subtitle else ""
    return f'<div class="head"><h1>{escape(str(source.facts["title"]))}</h1>{below}</div>'


def sections(source: Source) -> list[str]:
    return [f'<section class="piece">{html(piece)}</section>' for piece in pieces(source.body)]


def document(source: Source) -> str:
    return header(source) + "".join(sections(source))


def poster(source: Source) -> str:
    *message, alarm = html(source.body).rpartition("<h2>")
    return f'{header(source)}<div class="message">{message[0]}</div><div class="alarm"><h2>{alarm}</div>'


def card(source: Source) -> str:
    """Where the first card has a heading of its own, all do: a deck, whose title is only a line above them."""
    deck = source.body.lstrip().startswith("## ")
    first, *others = sections(source)
    return f'<div class="{"deck" if deck else "single"}">{header(source)}{first}{"".join(others)}</div>'


def slides(source: Source) -> str:
    return f'<section class="title">{header(source)}</section>{"".join(sections(source))}'


def leaflet(source: Source) -> str:
    """In two columns; a heading stays with what it stands above."""
    parts = "".join(sections(source))
    if source.language != "pl":
        parts = _POLISH_PHRASE.sub(lambda found: in_language("pl", f"<p>{found[1]}</p>", "phrase"), parts)
    parts = parts.replace("<h2>", '</div><div class="part"><h2>')
    parts = parts.replace('<section class="piece">', '<section class="piece"><div class="part">')
    return header(source) + parts.replace("</section>", "</div></section>").replace('<div class="part"></div>', "")


def bilingual(source: Source) -> str:
    second = str(source.facts["second_language"])
    cards = []
    for piece in pieces(source.body):
        left, right = (html(half) for half in halves(piece))
        kind = "agreement" if piece.startswith("## ") else "card"
        cards.append(
            f'<section class="{kind}"><div class="first">{left}</div>{in_language(second, right, "second")}</section>'
        )
    return header(source) + "".join(cards)


LAYOUTS: dict[str, Callable[[Source], str]] = {
    "document": document,
    "poster-a3": poster,
    "card-a5": card,
    "slides": slides,
    "leaflet": leaflet,
    "bilingual": bilingual,
}
