"""SVG: drawings are programs, so only the harmless part of one is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from py_svg_hush import filter_svg
from willow.image import SvgImageFile
from willow.svg import SvgImage, WillowSvgException

LARGEST_SVG = 1_000_000
LONGEST_SIDE = 100_000
_DECLARES_ENTITIES = re.compile(rb"<!ENTITY|<!DOCTYPE[^>]*\[", re.IGNORECASE)
_SVG_ROOT = "{http://www.w3.org/2000/svg}svg"


def looks_like_svg(head: bytes) -> bool:
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and b"<svg" in head.lower()


def clean_svg(data: bytes) -> bytes:
    """The drawing without scripts, handlers, foreign content and outside references.

    Entities are refused, not resolved: a drawing of a few hundred bytes could otherwise fill the memory.
    """
    if len(data) > LARGEST_SVG:
        raise ValidationError(
            _("This SVG drawing is larger than 1 MB. Simplify it or save it as PNG."), code="svg_too_large"
        )
    if _DECLARES_ENTITIES.search(data.replace(b"\0", b"")):
        raise ValidationError(
            _(
                "This SVG drawing declares entities, which can be used for attacks. Save it again as "
                "“plain SVG”."
            ),
            code="svg_entities",
        )
    with _readable():
        cleaned = filter_svg(data)
        if ElementTree.fromstring(cleaned).tag != _SVG_ROOT:
            raise ValueError("no drawing at the root")
    measure_svg(cleaned)
    return cleaned


def measure_svg(data: bytes) -> tuple[int, int]:
    """Width and height in CSS pixels as Wagtail reckons them; 300 × 150 where the drawing names none."""
    with _readable():
        width, height = (round(side) for side in SvgImage.open(SvgImageFile(BytesIO(data))).get_size())
        if not 0 < min(width, height) <= max(width, height) <= LONGEST_SIDE:
            raise ValueError("a size nobody can show")
        return width, height


@contextmanager
def _readable() -> Iterator[None]:
    try:
        yield
    except (ValueError, SyntaxError, ArithmeticError, DefusedXmlException, WillowSvgException) as reason:
        raise ValidationError(
            _("This file is not a readable SVG drawing."), code="svg_unreadable"
        ) from reason
