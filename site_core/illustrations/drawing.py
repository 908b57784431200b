"""From a seed and a palette to inline SVG.

Colours come from the style sheet, so that dark, print and forced colours follow.
"""

import hashlib
from functools import lru_cache

from site_core.illustrations.compositions import COMPOSITIONS
from site_core.illustrations.dice import Dice
from site_core.illustrations.sheet import HEIGHT, WIDTH, Composition

PALETTES = ("river", "clay", "plum", "moss", "amber", "night")


@lru_cache(maxsize=1024)
def draw(seed: str, palette: str, ident: str = "") -> str:
    """The drawing of ``seed``: decorative inline SVG without a style attribute, the same each time.

    An unknown palette falls back to the first. ``ident`` keeps ids apart when a page shows one drawing twice.
    """
    dice = Dice(seed)
    composition = dice.choose(COMPOSITIONS)(dice)
    turned = ' transform="matrix(-1 0 0 1 480 0)"' if dice.flip() else ""
    clip = "art-" + hashlib.sha256(f"{seed}{ident}".encode()).hexdigest()[:8]
    colours = palette if palette in PALETTES else PALETTES[0]
    return (
        f'<svg class="art palette-{colours}" viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true" focusable="false">'
        f"<g{turned}>{layers(composition, clip)}</g></svg>"
    )


def layers(composition: Composition, clip: str) -> str:
    """Voices, what is written on each, and on top what they share: the second voice cut by the outline of the first."""
    width = f' stroke-width="{composition.stroke}"'
    written = "".join(
        f'<path class="art-line art-lg"{width} d="{strokes}"/>'
        for strokes in (composition.on_first, composition.on_second)
        if strokes
    )
    return (
        f'<clipPath id="{clip}"><path d="{composition.first}"/></clipPath>'
        f'<path class="art-a" d="{composition.first}"/><path class="art-b" d="{composition.second}"/>{written}'
        f'<path class="art-ab" clip-path="url(#{clip})" d="{composition.second}"/>'
    )
