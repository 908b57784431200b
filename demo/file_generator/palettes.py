"""The site's palettes as plain colours for paper (static/css/foundation.css has them in OKLCH)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """Two voices, what they share, the sheet they stand on, and the one dark enough for small text."""

    a: str
    b: str
    shared: str
    ground: str
    accent: str


PALETTES = {
    "river": Palette("#3b94d2", "#f39d5d", "#532b69", "#e3f1fb", "#532b69"),
    "clay": Palette("#d16543", "#e8c275", "#6b2527", "#fbebe0", "#6b2527"),
    "plum": Palette("#9656a9", "#f8989b", "#3c2566", "#f6ebf6", "#3c2566"),
    "moss": Palette("#47935a", "#80cee8", "#004546", "#e7f4e9", "#004546"),
    "amber": Palette("#f0b13f", "#39a4a9", "#1d4e2b", "#f9f1db", "#1d4e2b"),
    # What is shared at night is a light: too bright for letters, so the first voice writes.
    "night": Palette("#3f4790", "#f0ae6a", "#d04d5a", "#eaecf9", "#3f4790"),
}


def tint(colour: str, share: float) -> str:
    """The colour thinned with white paper; `share` is how much of it is left."""
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * share):02x}" for part in parts)
