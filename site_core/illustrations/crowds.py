"""Compositions of many: each voice is said by several."""

from site_core.illustrations.dice import Dice
from site_core.illustrations.shapes import Corner, bars, disc, speech
from site_core.illustrations.sheet import HEIGHT, WIDTH, Composition


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
