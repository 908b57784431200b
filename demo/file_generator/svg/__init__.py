"""Stickers and banners, to print at any size: SVG with its words as outlines, so that no printer needs our typeface."""

from py_svg_hush import filter_svg

from demo.file_generator.sources import Source
from demo.file_generator.svg.signs import SIGNS


def svg(source: Source) -> bytes:
    """The drawing as the site's own gate writes it: what is committed here is, byte for byte, what readers download."""
    return filter_svg(SIGNS[str(source.facts["layout"])](source).encode())
