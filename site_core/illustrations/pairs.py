"""Compositions of two: one voice and another."""

from site_core.illustrations.dice import Dice
from site_core.illustrations.shapes import Corner, bars, disc, rings, speech
from site_core.illustrations.sheet import HEIGHT, WIDTH, Composition


def duet(dice: Dice) -> Composition:
    """Two round voices lean into one another."""
    size = dice.between(200, 236)
    other = dice.between(170, 236)
    top = dice.between(24, 60)
    left = dice.between(36, 64)
    x = left + size - dice.between(84, 120)
    y = top + dice.between(36, max(36, HEIGHT - 30 - top - other))
    lines = [dice.between(40, 76) for _ in range(dice.between(3, 4))]
    replies = [dice.between(30, 62) for _ in range(3)]
    return Composition(
        speech(left, top, size, size, Corner.BOTTOM_LEFT),
        speech(x, y, other, other, dice.choose([Corner.TOP_RIGHT, Corner.BOTTOM_RIGHT])),
        bars(left + 40, top + size // 2 - 28, lines, 28),
        bars(x + other - 84, y + other // 2 - 22, replies, 28),
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
