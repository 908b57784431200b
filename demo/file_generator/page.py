"""A source as one HTML page and its style sheet, ready to be laid out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from pathlib import Path
from string import Template

from demo.file_generator import fonts
from demo.file_generator.artwork import as_address, drawing, mark, panel
from demo.file_generator.colours import palette
from demo.file_generator.manifest import STYLES
from demo.file_generator.markup import to_html
from demo.file_generator.sources import Source
from demo.file_generator.words import LICENCES, PROGRAMME, demonstration, direction

# Sides of the sheet in style sheets that know no logical properties.
_SIDES = {"ltr": {"start": "left", "end": "right", "turn": "1"}, "rtl": {"start": "right", "end": "left", "turn": "-1"}}
# What a layout shows of the smaller drawings: a strip above a card, a column beside a slide, the whole.
_BOXES = {"card-a5": "0 132 480 96", "slides": "90 0 236 360", "": "0 0 480 360"}
# Up to so many letters a slide has room for a drawing.
_LITTLE = 210
# The number a poster is hung up for, in its last heading.
_EMERGENCY = re.compile(r"<h2>([^<>]*?)(112)([^<>]*)</h2>")


def html_of(
    source: Source,
    *,
    sides: bool = True,
    only: int | None = None,
    sizes: Sequence[float] = (),
    trial: bool = False,
) -> str:
    """``sides``: pieces of a leaflet begin a new page each. ``sizes``: points for each piece.

    To see whether something fits: ``only`` gives one piece alone, ``trial`` a poster without its foot.
    """
    language = str(source.facts["language"])
    layout = source.facts["layout"]
    numbers = range(len(source.pieces)) if only is None else [only]
    pieces = "".join(_piece(source, number, sizes[number] if sizes else None) for number in numbers)
    strip = ""
    if layout == "poster-a3":
        pieces, strip = _without_last_heading(pieces)
    classes = ["many" if len(source.pieces) > 3 else "few", source.facts.get("text_size", "")]
    classes += ["sides"] * sides + ["trial"] * trial
    return (
        f'<!doctype html><html lang="{language}" dir="{direction(language)}"><head><meta charset="utf-8">'
        f"<title>{escape(str(source.facts['title']))}</title>"
        f'<meta name="author" content="{PROGRAMME}">'
        f'<meta name="description" content="{escape(str(source.facts.get("subtitle", "")))}"></head>'
        f'<body class="{layout} {" ".join(classes)}">{_masthead(source) if only is None else ""}'
        f"<main>{pieces}</main>{strip}{_colophon(source, language)}</body></html>"
    )


def _masthead(source: Source) -> str:
    subtitle = source.facts.get("subtitle")
    return (
        f'<header class="masthead"><p class="brand">{PROGRAMME}</p>'
        f"<h1>{_both(str(source.facts['title']), source)}</h1>"
        + (f'<p class="subtitle">{_both(str(subtitle), source)}</p>' if subtitle else "")
        + "</header>"
    )


def _both(text: str, source: Source) -> str:
    """A title in two languages is written `one · other`."""
    second = source.facts.get("second_language")
    first, dot, other = text.partition(" · ")
    if not (second and dot):
        return escape(text)
    return f'{escape(first)}<br><span lang="{second}" dir="{direction(second)}">{escape(other)}</span>'


def _piece(source: Source, number: int, size: float | None) -> str:
    sides = source.pieces[number]
    languages = [str(source.facts["language"]), str(source.facts.get("second_language", ""))]
    style = f' style="font-size: {size}pt"' if size else ""
    little = "little" if max(len(side) for side in sides) < _LITTLE else ""
    if len(sides) == 1:
        body = to_html(sides[0], languages[0])
        return f'<section class="piece piece-{number % 4} {little}"{style}>{body}</section>'
    voices = "".join(
        f'<div class="voice" lang="{language}" dir="{direction(language)}">{to_html(side, language)}</div>'
        for side, language in zip(sides, languages, strict=True)
    )
    return f'<section class="piece pair piece-{number % 4}"{style}>{voices}</section>'


def _without_last_heading(html: str) -> tuple[str, str]:
    """A poster ends with one line for an emergency, which goes to its foot: the rest, and that line."""
    before, tag, rest = html.rpartition("<h2>")
    heading, end, after = rest.partition("</h2>")
    return before + after, f'<div class="strip">{_EMERGENCY.sub(_number, tag + heading + end)}</div>'


def _number(heading: re.Match[str]) -> str:
    """Large at the end of the line, if the sentence ends with it; else large where it stands."""
    before, number, after = heading.groups()
    if after.strip(" ."):
        return f'<h2>{before}<b class="number">{number}</b>{after}</h2>'
    return f'<h2><span class="text">{before}</span><b class="number">{number}</b></h2>'


def _colophon(source: Source, language: str) -> str:
    licence, address = LICENCES[source.facts["licence"]]
    return (
        f'<footer class="colophon"><p>{escape(demonstration(language))}</p>'
        f'<p><a href="{address}">{licence}</a></p></footer>'
    )


def style_of(source: Source, font_folder: Path) -> str:
    """The shared rules and those of the layout, with this source's colours, sides and drawings."""
    name = source.facts["layout"]
    seed = source.folder
    colours = source.facts["palette"]
    language = str(source.facts["language"])
    values = palette(colours) | _SIDES[direction(language)]
    box = _BOXES.get(name, _BOXES[""])
    values |= {f"art_{part}": as_address(drawing(f"{seed}/{part}", colours, box=box)) for part in range(4)}
    values |= {
        "art": as_address(drawing(seed, colours)),
        "mark": as_address(mark()),
        "panel": as_address(panel(values["paper"], mirrored=direction(language) == "rtl")),
        "stack": fonts.ARABIC_STACK if direction(language) == "rtl" else fonts.STACK,
    }
    sheets = (STYLES / "common.css", STYLES / f"{name}.css")
    rules = "\n".join(Template(sheet.read_text(encoding="utf-8")).substitute(values) for sheet in sheets)
    return fonts.face_rules(font_folder) + rules
