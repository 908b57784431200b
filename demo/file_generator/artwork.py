"""Drawings of the site for paper: the same compositions, with the colours written in, since print has no style sheet."""

from urllib.parse import quote

from demo.file_generator.palettes import Palette
from site_core.illustrations.compositions import COMPOSITIONS, HEIGHT, WIDTH, Composition
from site_core.illustrations.dice import Dice

MARK = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 -6 48 48"><path fill="{a}" d="M15 1a14 14 0 0 1 0 28h-2.5L3 '
    '35V22.3A14 14 0 0 1 15 1Z"/><path fill="{b}" d="M33 1a14 14 0 0 0 0 28h2.5l9.5 6V22.3A14 14 0 0 0 33 1Z"/>'
    '<path fill="{shared}" d="M24 4.28a14 14 0 0 1 0 21.44a14 14 0 0 1 0-21.44Z"/></svg>'
)


def composition(seed: str) -> Composition:
    """What `draw` of the site would compose for the seed."""
    dice = Dice(seed)
    return dice.choose(COMPOSITIONS)(dice)


def drawing(seed: str, palette: Palette) -> str:
    found = composition(seed)
    return svg(found.first, found.second, palette, f"0 0 {WIDTH} {HEIGHT}")


def svg(first: str, second: str, palette: Palette, view: str, stretch: bool = False) -> str:
    """Two voices, and the overlap as the second cut by the first."""
    ratio = ' preserveAspectRatio="none"' if stretch else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}"{ratio}>'
        f'<clipPath id="c"><path d="{first}"/></clipPath>'
        f'<path fill="{palette.a}" d="{first}"/><path fill="{palette.b}" d="{second}"/>'
        f'<path fill="{palette.shared}" clip-path="url(#c)" d="{second}"/></svg>'
    )


def mark(palette: Palette) -> str:
    return MARK.format(a=palette.a, b=palette.b, shared=palette.shared)


def as_url(drawing: str) -> str:
    """For CSS. As a background a drawing is decoration, and stays out of what a screen reader meets."""
    return f'url("data:image/svg+xml,{quote(drawing)}")'
