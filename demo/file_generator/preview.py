"""The first page of a PDF as a picture, for pages that show a poster before it is downloaded."""

from io import BytesIO

import pypdfium2

WIDTH = 1000
COLOURS = 128


def preview(pdf: bytes) -> bytes:
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[0]
        picture = page.render(scale=WIDTH / page.get_width()).to_pil().convert("RGB")
    finally:
        document.close()
    # A poster has few colours: a palette makes the picture a third of the size and loses nothing one sees.
    output = BytesIO()
    picture.quantize(COLOURS).save(output, "PNG", optimize=True)
    return output.getvalue()
