"""The one shape everything is built from, as SVG path data: a rounded sheet with one sharp corner.

The sharp corner is where the voice comes from.
"""

from enum import Enum


class Corner(Enum):
    """Which corner is the sharp one. The order is that of the pen: clockwise from the top left."""

    TOP_LEFT = 0
    TOP_RIGHT = 1
    BOTTOM_RIGHT = 2
    BOTTOM_LEFT = 3


def speech(x: int, y: int, width: int, height: int, sharp: Corner | None, radius: int | None = None) -> str:
    """A closed path. Without ``radius`` the shape is as round as it can be; without ``sharp`` nobody speaks."""
    most = min(width, height) // 2
    round_by = most if radius is None else min(radius, most)
    r = [0 if sharp is not None and corner == sharp.value else round_by for corner in range(4)]

    def arc(corner: int, dx: int, dy: int) -> str:
        return f"a{r[corner]} {r[corner]} 0 0 1 {dx} {dy}" if r[corner] else ""

    return (
        f"M{x + r[0]} {y}h{width - r[0] - r[1]}{arc(1, r[1], r[1])}"
        f"v{height - r[1] - r[2]}{arc(2, -r[2], r[2])}"
        f"h{-(width - r[2] - r[3])}{arc(3, -r[3], -r[3])}"
        f"v{-(height - r[3] - r[0])}{arc(0, r[0], -r[0])}Z"
    )


def disc(x: int, y: int, radius: int) -> str:
    return (
        f"M{x - radius} {y}a{radius} {radius} 0 1 0 {2 * radius} 0a{radius} {radius} 0 1 0 {-2 * radius} 0Z"
    )


def bars(x: int, y: int, lengths: list[int], leading: int) -> str:
    """Lines of writing, as open strokes."""
    return "".join(f"M{x} {y + row * leading}h{length}" for row, length in enumerate(lengths))


def rings(x: int, y: int, radii: list[int]) -> str:
    return "".join(disc(x, y, radius) for radius in radii)
