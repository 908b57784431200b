"""The site's own palettes, read from its style sheet, as colours that print and ODT understand."""

from __future__ import annotations

import math
import re
from functools import cache
from pathlib import Path

FOUNDATION = Path(__file__).parents[2] / "static" / "css" / "foundation.css"
_PALETTE = re.compile(r"\.palette-(\w+) \{([^}]+)\}")
_TOKEN = re.compile(r"--([\w-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)")


@cache
def palette(name: str) -> dict[str, str]:
    """`a`, `b`, `ab`, `ground` of a palette and the tokens `ink`, `signal` …, as `#rrggbb`. KeyError if unknown."""
    light = FOUNDATION.read_text(encoding="utf-8").split("@media (prefers-color-scheme", 1)[0]
    tokens = {key.replace("-", "_"): _hex(values) for key, *values in _TOKEN.findall(light)}
    palettes = {
        key: {token: _hex(values) for token, *values in _TOKEN.findall(body)}
        for key, body in _PALETTE.findall(light)
    }
    return tokens | palettes[name]


def _hex(values: list[str]) -> str:
    """OKLCH to sRGB (css-color-4, section 9.2), clipped to what the screen has."""
    lightness, chroma, hue = (float(value) for value in values)
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long, medium, short = (
        (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3,
        (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3,
        (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3,
    )
    linear = (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
    return "#" + "".join(f"{round(255 * _gamma(min(1.0, max(0.0, value)))):02x}" for value in linear)


def _gamma(value: float) -> float:
    return 12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055
