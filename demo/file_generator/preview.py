"""The first page of a PDF as a picture: a poster shown before it is downloaded, a screen as it hangs in the tram."""

from io import BytesIO

import pypdfium2

# In pixels, by layout.
WIDTHS = {"poster-a3": 1000, "screen": 1920}
COLOURS = 128


def preview(pdf: bytes, width: int) -> bytes:
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[0]
        picture = page.render(scale=width / page.get_width()).to_pil().convert("RGB")
    finally:
        document.close()
    # A poster has few colours: a palette makes the picture a third of the size and loses nothing one sees.
    output = BytesIO()
    picture.quantize(COLOURS).save(output, "PNG", optimize=True)
    return output.getvalue()
