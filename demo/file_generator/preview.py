"""A picture of the first page, for screens."""

from __future__ import annotations

from io import BytesIO

import pypdfium2
from PIL import Image

WIDTH = 900
_COLOURS = 64


def png_of(pdf: bytes) -> bytes:
    page = pypdfium2.PdfDocument(pdf)[0]
    picture = page.render(scale=WIDTH / page.get_width()).to_pil().convert("RGB")
    out = BytesIO()
    picture.quantize(_COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()
