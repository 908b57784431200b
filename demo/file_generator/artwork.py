"""The site's drawings with their colours written in, for paper and pictures that have no style sheet."""

from __future__ import annotations

import base64

from demo.file_generator.colours import palette
from site_core.illustrations.compositions import COMPOSITIONS, HEIGHT, WIDTH
from site_core.illustrations.dice import Dice
from site_core.illustrations.drawing import layers
from site_core.illustrations.shapes import Corner, speech

MARK = (
    '<path fill="#3f94d4" d="M15 1a14 14 0 0 1 0 28h-2.5L3 35V22.3A14 14 0 0 1 15 1Z"/>'
    '<path fill="#eda164" d="M33 1a14 14 0 0 0 0 28h2.5l9.5 6V22.3A14 14 0 0 0 33 1Z"/>'
    '<path fill="#4b2a6b" d="M24 4.28a14 14 0 0 1 0 21.44a14 14 0 0 1 0-21.44Z"/>'
)


def drawing(seed: str, colours: str, *, box: str = f"0 0 {WIDTH} {HEIGHT}") -> str:
    """The drawing of ``seed`` as a complete SVG; ``box`` cuts a part of the sheet of 480 by 360."""
    dice = Dice(seed)
    composition = dice.choose(COMPOSITIONS)(dice)
    turned = ' transform="matrix(-1 0 0 1 480 0)"' if dice.flip() else ""
    shade = palette(colours)
    painted = layers(composition, "shared")
    for name, attributes in (
        ("art-line art-lg", f'fill="none" stroke-linecap="round" stroke="{shade["ground"]}"'),
        ("art-ab", f'fill="{shade["ab"]}"'),
        ("art-a", f'fill="{shade["a"]}"'),
        ("art-b", f'fill="{shade["b"]}"'),
    ):
        painted = painted.replace(f'class="{name}"', attributes)
    x, y, width, height = box.split()
    # Not every renderer cuts a drawing at the edge of its view.
    edge = f'<clipPath id="edge"><rect x="{x}" y="{y}" width="{width}" height="{height}"/></clipPath>'
    return _svg(box, f'{edge}<g clip-path="url(#edge)"><g{turned}>{painted}</g></g>')


def mark() -> str:
    return _svg("0 -6 48 48", MARK)


def panel(colour: str, *, mirrored: bool = False) -> str:
    """A sheet with one sharp corner, stretched to whatever it lies under."""
    path = speech(0, 0, 134, 168, Corner.BOTTOM_RIGHT if mirrored else Corner.BOTTOM_LEFT, 9)
    return _svg("0 0 134 168", f'<path fill="{colour}" d="{path}"/>', ' preserveAspectRatio="none"')


def as_address(svg: str) -> str:
    """The drawing inside a style sheet: there it is decoration, which no screen reader stops at."""
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"


def _svg(box: str, body: str, more: str = "") -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}"{more}>{body}</svg>'
