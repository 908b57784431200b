"""The body of a printed page for each layout. How it looks is in `styles/`."""

from collections.abc import Callable
from html import escape

from demo.file_generator.sources import Source
from demo.file_generator.typeset import halves, html, pieces

RTL = {"ar"}


def direction(language: str) -> str:
    return "rtl" if language in RTL else "ltr"


def header(source: Source) -> str:
    subtitle = source.facts.get("subtitle")
    below = f'<p class="subtitle">{escape(str(subtitle))}</p>' if subtitle else ""
    return f'<div class="head"><h1>{escape(str(source.facts["title"]))}</h1>{below}</div>'


def sections(source: Source) -> list[str]:
    return [f"<section>{html(piece)}</section>" for piece in pieces(source.body)]


def document(source: Source) -> str:
    return header(source) + "".join(sections(source))


def poster(source: Source) -> str:
    return f'{header(source)}<div class="message">{html(source.body)}</div>'


def card(source: Source) -> str:
    """Where the first card has a heading of its own, all do: a deck, and its title is only a line above."""
    kind = "deck" if source.body.lstrip().startswith("## ") else "single"
    first, *others = sections(source)
    return f'<div class="{kind}">{header(source)}{first}</div>{"".join(others)}'


def slides(source: Source) -> str:
    return f'<section class="title">{header(source)}</section>{"".join(sections(source))}'


def bilingual(source: Source) -> str:
    first, second = source.language, str(source.facts["second_language"])
    cards = []
    for piece in pieces(source.body):
        left, right = halves(piece)
        cards.append(
            '<section class="pair">'
            f'<div class="first" lang="{first}" dir="{direction(first)}">{html(left)}</div>'
            f'<div class="second" lang="{second}" dir="{direction(second)}">{html(right)}</div></section>'
        )
    return header(source) + "".join(cards)


LAYOUTS: dict[str, Callable[[Source], str]] = {
    "document": document,
    "poster-a3": poster,
    "card-a5": card,
    "slides": slides,
    "leaflet": document,
    "bilingual": bilingual,
}
