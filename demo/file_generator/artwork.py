"""Drawings for paper: the site's own compositions and its mark, with the colours written in."""

from dataclasses import dataclass
from urllib.parse import quote

from demo.file_generator.palettes import PALETTES, Palette
from site_core.illustrations import draw

SVG = '<svg xmlns="http://www.w3.org/2000/svg"'
_MARK = (
    SVG + ' viewBox="0 -6 48 48"><path fill="{a}" d="M15 1a14 14 0 0 1 0 28h-2.5L3 '
    '35V22.3A14 14 0 0 1 15 1Z"/><path fill="{b}" d="M33 1a14 14 0 0 0 0 28h2.5l9.5 6V22.3A14 14 0 0 0 33 1Z"/>'
    '<path fill="{shared}" d="M24 4.28a14 14 0 0 1 0 21.44a14 14 0 0 1 0-21.44Z"/></svg>'
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is drawn on: its size, what it is coloured with, and whether it is seen in a mirror (right to left)."""

    width: int
    height: int
    palette: Palette
    mirrored: bool = False

    def voices(self, first: str, second: str, written: str = "", behind: str = "") -> str:
        """An SVG of two voices (path data); on top what they share, found by cutting the second with the first."""
        turn = f' transform="matrix(-1 0 0 1 {self.width} 0)"' if self.mirrored else ""
        colours = self.palette
        return (
            f'{SVG} viewBox="0 0 {self.width} {self.height}" '
            f'width="{self.width}" height="{self.height}"><clipPath id="c"><path d="{first}"/></clipPath>{behind}'
            f'<g{turn}><path fill="{colours.a}" d="{first}"/><path fill="{colours.b}" d="{second}"/>{written}'
            f'<path fill="{colours.shared}" clip-path="url(#c)" d="{second}"/></g></svg>'
        )


def composition(seed: str, name: str) -> str:
    """The site's drawing for this seed. On the site its colours come from the style sheet, on paper it brings them."""
    colours = PALETTES[name]
    style = (
        f"<style>.art-a{{fill:{colours.a}}}.art-b{{fill:{colours.b}}}.art-ab{{fill:{colours.shared}}}"
        f".art-line{{fill:none;stroke-linecap:round}}.art-lg{{stroke:{colours.ground}}}</style>"
    )
    opening, rest = draw(seed, name).split(">", 1)
    return f"{opening.replace('<svg', SVG)}>{style}{rest}"


def mark(palette: Palette) -> str:
    return _MARK.format(a=palette.a, b=palette.b, shared=palette.shared)


def as_url(drawing: str) -> str:
    """For CSS. As a background a drawing is decoration, and stays out of what a screen reader meets."""
    return f'url("data:image/svg+xml,{quote(drawing)}")'
