"""The sheet of 480 by 360 that every drawing stands on, and what a way of filling it hands over."""

from dataclasses import dataclass

WIDTH, HEIGHT = 480, 360


@dataclass(frozen=True)
class Composition:
    """Path data: the two voices (filled), and strokes written on each.

    What the voices share is not drawn here: `drawing` finds it by cutting one voice with the other.
    """

    first: str
    second: str
    on_first: str = ""
    on_second: str = ""
    stroke: int = 8
