"""Drawings made by the program: two voices, one sheet.

Each campaign, resource and empty list gets its own composition of overlapping speech shapes from a seed (its
translation key), the same in every language and on every machine. `draw` is all that others need.
"""

from site_core.illustrations.drawing import PALETTES, draw

__all__ = ["PALETTES", "draw"]
