"""Words as outlines, in the bold of the site's typeface."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

from demo.file_generator.fonts import TYPEFACES

WEIGHT = 720
LEADING = 1.1
# Height of a capital, as a share of the type size.
CAPITAL = 0.713
# From here on a unit more or less cannot be seen in a letter, and a drawing is a third lighter.
LARGE = 50
_STEPS, _SMALLEST = 60, 0.25
_NO_BREAK = "\u00a0"


@cache
def _face() -> tuple[Any, dict[int, str], int]:
    font = TTFont(TYPEFACES / "commissioner.woff2")
    return font.getGlyphSet(location={"wght": WEIGHT}), font.getBestCmap(), font["head"].unitsPerEm


def glyphs(text: str) -> Iterator[tuple[str, float]]:
    """Name and width of each letter, in sizes of type. KeyError for one the typeface does not have."""
    letters, names, em = _face()
    for sign in text:
        name = names[ord(sign.replace(_NO_BREAK, " "))]
        yield name, letters[name].width / em


def width(text: str) -> float:
    return sum(advance for _name, advance in glyphs(text))


def outline(text: str, x: float, y: float, size: float) -> str:
    """Path data of one line of text that begins at `x` and stands on `y`."""
    letters, _names, em = _face()
    pen = SVGPathPen(letters, ntos=whole if size >= LARGE else tenths)
    for name, advance in glyphs(text):
        letters[name].draw(TransformPen(pen, (size / em, 0, 0, -size / em, x, y)))
        x += advance * size
    return pen.getCommands()


def whole(number: float) -> str:
    return str(round(number))


def tenths(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


@dataclass(frozen=True, slots=True)
class Lines:
    """A text in lines, at one size of type."""

    lines: tuple[str, ...]
    size: float

    @property
    def height(self) -> float:
        """From the top of the first capital to the foot of the last line."""
        return (LEADING * (len(self.lines) - 1) + CAPITAL) * self.size

    def path(self, x: float, top: float) -> str:
        feet = (top + (CAPITAL + LEADING * number) * self.size for number in range(len(self.lines)))
        return "".join(outline(line, x, foot, self.size) for line, foot in zip(self.lines, feet, strict=True))


def fitted(text: str, room: float, height: float, largest: float) -> Lines:
    """`text` as large as it can be in so much room; ValueError if that is less than a quarter of `largest`."""
    for step in range(_STEPS):
        size = largest * (1 - (1 - _SMALLEST) * step / _STEPS)
        lines = broken(text, room / size)
        if lines and Lines(lines, size).height <= height:
            return Lines(lines, size)
    raise ValueError(f"“{text}” does not fit")


def broken(text: str, room: float) -> tuple[str, ...]:
    """The text in lines of at most `room` sizes of type; none if a word, or two with a dash between, is longer."""
    lines: list[str] = []
    for word in text.replace(" – ", f"{_NO_BREAK}–{_NO_BREAK}").split(" "):
        if width(word) > room:
            return ()
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)
