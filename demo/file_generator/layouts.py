"""The body of a printed file for each layout. `styles/` says how it looks, `backgrounds` what is drawn behind it."""

import re
from collections.abc import Callable
from html import escape

from demo.file_generator.sources import Source
from demo.file_generator.typeset import halves, html, pieces
from demo.file_generator.typography import unbroken

RTL = {"ar"}
# A sentence in Polish to show to somebody, in a file in another language: italics that begin a paragraph, and after
# a dash what they mean.
_POLISH_PHRASE = re.compile(r"<p><em>([^<]*[ąćęłńśźż][^<]*)</em>(?: – ([^<]*))?</p>")
# A leaflet with less than this is set in one column of large type.
_LITTLE_TEXT = 1300


def direction(language: str) -> str:
    return "rtl" if language in RTL else "ltr"


def in_language(language: str, inner: str, name: str) -> str:
    """A part in another language than the file. `pdf` knows it by its tag and states its language."""
    return f'<article class="{name}" lang="{language}" dir="{direction(language)}">{inner}</article>'


def header(source: Source) -> str:
    title, subtitle = (
        escape(unbroken(str(source.facts.get(fact, "")), source.language)) for fact in ("title", "subtitle")
    )
    below = f'<p class="subtitle">{subtitle}</p>' if subtitle else ""
    return f'<div class="head"><h1>{title}</h1>{below}</div>'


def sections(source: Source) -> list[str]:
    return [
        f'<section class="piece">{html(piece, source.language)}</section>' for piece in pieces(source.body)
    ]


def document(source: Source) -> str:
    return header(source) + "".join(sections(source))


def poster(source: Source) -> str:
    *message, alarm = html(source.body, source.language).rpartition("<h2>")
    return f'{header(source)}<div class="message">{message[0]}</div><div class="alarm"><h2>{alarm}</div>'


def is_deck(source: Source) -> bool:
    """Where the first card has a heading of its own, all do, and the title is only a line above them."""
    return source.body.lstrip().startswith("## ")


def card(source: Source) -> str:
    kind = "deck" if is_deck(source) else "single"
    return f'<div class="{kind}">{header(source)}{"".join(sections(source))}</div>'


def slides(source: Source) -> str:
    return f'<section class="title">{header(source)}</section>{"".join(sections(source))}'


def leaflet(source: Source) -> str:
    """In two columns if there is enough text; a heading stays with what it stands above."""
    sides = [two_columns(html(piece, source.language), source.language) for piece in pieces(source.body)]
    length = "little" if len(source.body) < _LITTLE_TEXT else "much"
    return f'{header(source)}<div class="{length}">{"".join(sides)}</div>'


def two_columns(side: str, language: str) -> str:
    """The parts of a side in two halves of about the same height, in reading order."""
    if language != "pl":
        side = _POLISH_PHRASE.sub(phrase, side)
    parts = [f'<div class="part">{part}</div>' for part in re.split(r"(?=<h2>)", side) if part.strip()]
    split = min(
        range(1, len(parts) + 1),
        key=lambda at: max(sum(map(len, parts[:at])), sum(map(len, parts[at:]))),
    )
    columns = "".join(f'<div class="column">{"".join(half)}</div>' for half in (parts[:split], parts[split:]))
    return f'<section class="piece">{columns}</section>'


def phrase(found: re.Match[str]) -> str:
    meaning = f"<p>{found[2]}</p>" if found[2] else ""
    return in_language("pl", f"<p>{found[1]}</p>", "phrase") + meaning


def bilingual(source: Source) -> str:
    second = str(source.facts["second_language"])
    cards = []
    for piece in pieces(source.body):
        first, other = halves(piece)
        left, right = html(first, source.language), html(other, second)
        kind = "agreement" if piece.startswith("## ") else "card"
        cards.append(
            f'<section class="{kind}"><div class="first">{left}</div>{in_language(second, right, "second")}</section>'
        )
    return header(source) + "".join(cards)


LAYOUTS: dict[str, Callable[[Source], str]] = {
    "document": document,
    "poster-a3": poster,
    "screen": poster,
    "card-a5": card,
    "slides": slides,
    "leaflet": leaflet,
    "bilingual": bilingual,
}
