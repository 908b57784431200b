"""Ways of putting two voices on one sheet of 480 by 360.

Each function gets dice and returns a `Composition`. What the voices share is not drawn here: `drawing` finds it by
cutting one voice with the other.
"""

from collections.abc import Callable
from dataclasses import dataclass

from site_core.illustrations.dice import Dice
from site_core.illustrations.shapes import Corner, bars, disc, rings, speech

WIDTH, HEIGHT = 480, 360


@dataclass(frozen=True)
class Composition:
    """Path data: the two voices (filled), and strokes on the first, on the second, and on what they share."""

    first: str
    second: str
    on_first: str = ""
    on_second: str = ""
    on_shared: str = ""
    stroke: int = 8


def duet(dice: Dice) -> Composition:
    """Two round voices lean into one another."""
    size = dice.between(200, 236)
    other = dice.between(170, 236)
    top = dice.between(24, 60)
    left = dice.between(36, 64)
    x, y = left + size - dice.between(84, 120), top + dice.between(36, HEIGHT - 30 - top - other)
    lines = [dice.between(40, 76) for _ in range(dice.between(3, 4))]
    replies = [dice.between(30, 62) for _ in range(3)]
    return Composition(
        speech(left, top, size, size, Corner.BOTTOM_LEFT),
        speech(x, y, other, other, dice.choose([Corner.TOP_RIGHT, Corner.BOTTOM_RIGHT])),
        bars(left + 40, top + size // 2 - 28, lines, 28),
        bars(x + other - 84, y + other // 2 - 22, replies, 28),
    )


def storeys(dice: Dice) -> Composition:
    """Wide sheets, one above the other: a talk read from top to bottom."""
    height = dice.between(118, 138)
    shared = dice.between(34, 48)
    first_left, second_left = dice.between(30, 60), dice.between(84, 130)
    top = (HEIGHT - 3 * height + 2 * shared) // 2
    middle, last = top + height - shared, top + 2 * (height - shared)
    return Composition(
        speech(first_left, top, dice.between(260, 330), height, Corner.BOTTOM_LEFT, 60)
        + speech(
            first_left + dice.between(10, 40), last, dice.between(230, 300), height, Corner.BOTTOM_LEFT, 60
        ),
        speech(second_left, middle, dice.between(290, 340), height, Corner.TOP_RIGHT, 60),
        bars(first_left + 44, top + 38, [dice.between(110, 170), dice.between(60, 120)], 26),
        bars(second_left + 150, middle + height // 2, [dice.between(70, 120)], 26),
    )


def weave(dice: Dice) -> Composition:
    """Threads across and threads down: a cloth with a knot at every meeting."""
    down, across = dice.between(3, 4), dice.between(2, 3)
    width, height = (360 - 20 * (down - 1)) // down, (270 - 20 * (across - 1)) // across
    broad, tall = min(width, dice.between(56, 96)), min(height, dice.between(52, 84))
    columns = [60 + column * (360 - broad) // max(down - 1, 1) for column in range(down)]
    rows = [48 + row * (264 - tall) // max(across - 1, 1) for row in range(across)]
    return Composition(
        "".join(
            speech(
                dice.between(16, 44),
                row,
                dice.between(396, 420),
                tall,
                dice.choose([Corner.BOTTOM_LEFT, Corner.TOP_RIGHT]),
            )
            for row in rows
        ),
        "".join(
            speech(
                column,
                dice.between(14, 30),
                broad,
                dice.between(310, 324),
                dice.choose([Corner.BOTTOM_RIGHT, Corner.TOP_LEFT]),
            )
            for column in columns
        ),
    )


def echo(dice: Dice) -> Composition:
    """Sound travels in rings; where it meets, the sheet is full."""
    x1, x2 = dice.between(150, 176), dice.between(300, 330)
    y1, y2 = dice.between(150, 190), dice.between(170, 210)
    r1, r2 = dice.between(100, 118), dice.between(96, 122)
    step = dice.between(18, 24)
    return Composition(
        speech(x1 - r1, y1 - r1, 2 * r1, 2 * r1, dice.choose([Corner.BOTTOM_LEFT, Corner.TOP_LEFT])),
        speech(x2 - r2, y2 - r2, 2 * r2, 2 * r2, dice.choose([Corner.BOTTOM_RIGHT, Corner.TOP_RIGHT])),
        rings(x1, y1, list(range(r1 - step, 12, -step))),
        rings(x2, y2, list(range(r2 - step, 12, -step))),
        stroke=5,
    )


def table(dice: Dice) -> Composition:
    """Four sit around; each shares a corner of the table with both neighbours."""
    size = dice.between(172, 190)
    gap = size - dice.between(40, 64)
    left, top = (WIDTH - gap - size) // 2, (HEIGHT - gap - size) // 2
    far, low = left + gap, top + gap
    reach = dice.between(0, 44)
    return Composition(
        speech(left - reach, top, size + reach, size, Corner.TOP_LEFT)
        + speech(far, low, size + reach, size, Corner.BOTTOM_RIGHT),
        speech(far, top, size + reach, size, Corner.TOP_RIGHT)
        + speech(left - reach, low, size + reach, size, Corner.BOTTOM_LEFT),
        disc(left + size // 2 - 20, top + size // 2 - 20, 24)
        + disc(far + size // 2 + 20, low + size // 2 + 20, 24),
        disc(far + size // 2 + 20, top + size // 2 - 20, 24)
        + disc(left + size // 2 - 20, low + size // 2 + 20, 24),
        stroke=dice.choose([6, 10]),
    )


def whisper(dice: Dice) -> Composition:
    """A small voice on a great sheet, and it is seen."""
    size = dice.between(270, 296)
    small = dice.between(116, 148)
    left, top = dice.between(40, 80), (HEIGHT - size) // 2
    x, y = left + size - small // 2 - dice.between(4, 24), top + dice.between(10, size - small - 10)
    return Composition(
        speech(
            left, top, size, size, dice.choose([Corner.BOTTOM_LEFT, Corner.TOP_LEFT]), dice.choose([None, 90])
        ),
        speech(x, y, small, small, dice.choose([Corner.TOP_RIGHT, Corner.BOTTOM_RIGHT])),
        bars(left + 56, top + size // 2 - 54, [dice.between(80, 130) for _ in range(4)], 34),
        stroke=10,
    )


def street(dice: Dice) -> Composition:
    """Windows in a row, lit by turns; neighbours overlap."""
    windows = dice.between(4, 5)
    width = dice.between(118, 132)
    step = (432 - width) // (windows - 1)
    first, second = "", ""
    for window in range(windows):
        height = dice.between(150, 290)
        shape = speech(
            24 + window * step,
            330 - height,
            width,
            height,
            Corner.BOTTOM_LEFT if window % 2 else Corner.BOTTOM_RIGHT,
        )
        if window % 2:
            second += shape
        else:
            first += shape
    return Composition(first, second)


def circle_of_chairs(dice: Dice) -> Composition:
    """One large question in the middle, small answers around its edge."""
    radius = dice.between(96, 108)
    places = [(92, 92), (240, 48), (388, 92), (414, 208), (330, 306), (150, 306), (66, 208)]
    start = dice.between(0, 6)
    chosen = [places[(start + place) % 7] for place in range(dice.between(5, 6))]
    corners = list(Corner)
    answers = ""
    for x, y in chosen:
        size = dice.between(84, 108)
        toward_x, toward_y = x + (240 - x) // 6, y + (180 - y) // 6
        answers += speech(toward_x - size // 2, toward_y - size // 2, size, size, dice.choose(corners))
    return Composition(
        disc(240, 180, radius),
        answers,
        bars(240 - 40, 180 - 24, [80, dice.between(40, 70), dice.between(50, 80)], 24),
    )


def horizon(dice: Dice) -> Composition:
    """Two hills of voice, and the sun that both of them see."""
    r1, r2 = dice.between(130, 160), dice.between(120, 156)
    sun = dice.between(38, 52)
    x1, x2 = dice.between(150, 180), dice.between(296, 330)
    base = 318
    return Composition(
        f"M{x1 - r1} {base}a{r1} {r1} 0 0 1 {2 * r1} 0Z",
        f"M{x2 - r2} {base}a{r2} {r2} 0 0 1 {2 * r2} 0Z"
        + disc(dice.between(90, 390), dice.between(66, 88), sun),
        "".join(f"M{x1 - r} {base}a{r} {r} 0 0 1 {2 * r} 0" for r in range(r1 - 26, 20, -26)),
        "".join(f"M{x2 - r} {base}a{r} {r} 0 0 1 {2 * r} 0" for r in range(r2 - 26, 20, -26)),
        stroke=5,
    )


def lens(dice: Dice) -> Composition:
    """Two who look at the same thing through two windows."""
    width, height = dice.between(230, 262), dice.between(280, 316)
    top = (HEIGHT - height) // 2
    shift = dice.between(0, 24)
    lines = [dice.between(60, 92) for _ in range(4)]
    replies = [dice.between(50, 84) for _ in range(4)]
    x1, x2 = 24, WIDTH - 24 - width
    return Composition(
        speech(x1, top - shift // 2, width, height, dice.choose([Corner.TOP_LEFT, Corner.BOTTOM_LEFT])),
        speech(x2, top + shift // 2, width, height, dice.choose([Corner.TOP_RIGHT, Corner.BOTTOM_RIGHT])),
        bars(x1 + 44, 180 - shift // 2 - 50, lines, 34),
        bars(x2 + width - 44 - 84, 180 + shift // 2 - 50, replies, 34),
        stroke=9,
    )


def petals(dice: Dice) -> Composition:
    """Sheets fanned out from one corner, as hands held together."""
    height = dice.between(104, 122)
    top = dice.between(28, 44)
    rows = 4
    step = (HEIGHT - 2 * top - height) // (rows - 1)
    first, second = "", ""
    for row in range(rows):
        y = top + row * step
        inset = abs(2 * row - 3) * dice.between(14, 26)
        if row % 2:
            second += speech(180, y, 270 - inset, height, Corner.BOTTOM_LEFT)
        else:
            first += speech(30 + inset, y, 270 - inset, height, Corner.TOP_RIGHT)
    return Composition(first, second)


def patchwork(dice: Dice) -> Composition:
    """A quilt: every patch turned its own way, every seam shared."""
    size, step = 128, 108
    first, second = "", ""
    for row in range(3):
        for column in range(4):
            patch = speech(14 + column * step, 8 + row * step, size, size, dice.choose(list(Corner)))
            if (row + column) % 2:
                second += patch
            else:
                first += patch
    return Composition(first, second)


def conversation(dice: Dice) -> Composition:
    """Lines said by turns, from both sides of the sheet, reaching into the middle."""
    height = dice.between(72, 80)
    first, second, on_first, on_second = "", "", "", ""
    for row in range(4):
        y, length = 22 + row * 80, dice.between(270, 340)
        if row % 2:
            second += speech(456 - length, y - 12, length, height + 24, Corner.BOTTOM_RIGHT)
            on_second += bars(456 - 90, y + height // 2, [dice.between(30, 52)], 24)
        else:
            first += speech(24, y - 12, length, height + 24, Corner.BOTTOM_LEFT)
            on_first += bars(64, y + height // 2, [dice.between(40, 80)], 24)
    return Composition(first, second, on_first, on_second)


COMPOSITIONS: tuple[Callable[[Dice], Composition], ...] = (
    duet,
    storeys,
    weave,
    echo,
    table,
    whisper,
    street,
    circle_of_chairs,
    horizon,
    lens,
    petals,
    patchwork,
    conversation,
)
