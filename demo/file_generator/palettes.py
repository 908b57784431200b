"""The site's palettes as plain colours: two voices, what they share, and the sheet they stand on (static/css/foundation.css)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    a: str
    b: str
    shared: str
    ground: str


PALETTES = {
    "river": Palette("#3b94d2", "#f39d5d", "#532b69", "#e3f1fb"),
    "clay": Palette("#d16543", "#e8c275", "#6b2527", "#fbebe0"),
    "plum": Palette("#9656a9", "#f8989b", "#3c2566", "#f6ebf6"),
    "moss": Palette("#47935a", "#80cee8", "#004546", "#e7f4e9"),
    "amber": Palette("#f0b13f", "#39a4a9", "#1d4e2b", "#f9f1db"),
    "night": Palette("#3f4790", "#f0ae6a", "#d04d5a", "#eaecf9"),
}
