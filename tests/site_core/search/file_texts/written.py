"""Small real files with words in them, and some that were made to hurt."""

import zipfile
from io import BytesIO
from xml.sax.saxutils import escape

import pikepdf

from tests.site_core.media import papers

ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0"'
    ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
    ' xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
)
WORD = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
DRAWING = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
PPTX_TYPES = papers.DOCX_TYPES.replace("word/document", "ppt/presentation").replace(
    "wordprocessingml.document", "presentationml.presentation"
)


def odt(*paragraphs: str, inside: str = "", declared: str = "", styles: str = "") -> bytes:
    """`inside`: XML of its own before the paragraphs. `styles`: what the document names styles by."""
    said = "".join(f"<text:p>{escape(paragraph)}</text:p>" for paragraph in paragraphs)
    named = (
        f"<office:document-styles {ODF}>{styles}<text:p>Na każdej stronie</text:p></office:document-styles>"
    )
    return papers.odt(
        *([("styles.xml", named)] if styles else []),
        content=f'<?xml version="1.0"?>{declared}<office:document-content {ODF}><office:body>'
        f"{inside}{said}</office:body></office:document-content>",
    )


def odp(*paragraphs: str, inside: str = "") -> bytes:
    with zipfile.ZipFile(BytesIO(odt(*paragraphs, inside=inside))) as archive:
        content = archive.read("content.xml")
    kind = "application/vnd.oasis.opendocument.presentation"
    return papers.archive(("mimetype", kind), ("content.xml", content), store_first=True)


def docx(*paragraphs: str, inside: str = "", note: str = "", at_the_end: str = "", styles: str = "") -> bytes:
    """`note`: a footnote, `at_the_end`: an endnote."""
    said = "".join(f"<w:p><w:r><w:t>{escape(paragraph)}</w:t></w:r></w:p>" for paragraph in paragraphs)
    parts = [("word/document.xml", f"<w:document {WORD}><w:body>{inside}{said}</w:body></w:document>")]
    for name, text in (("footnotes", note), ("endnotes", at_the_end)):
        if text:
            parts.append((f"word/{name}.xml", f"<w:{name} {WORD}><w:p><w:t>{text}</w:t></w:p></w:{name}>"))
    if styles:
        parts.append(("word/styles.xml", f"<w:styles {WORD}>{styles}</w:styles>"))
    return papers.archive(
        ("[Content_Types].xml", papers.DOCX_TYPES), ("_rels/.rels", "<Relationships/>"), *parts
    )


def pptx(*slides: str, hidden: str = "", note: str = "", inside: str = "") -> bytes:
    """`hidden`: the text of a hidden slide, `note`: the speaker's, `inside`: XML of a slide of its own."""
    said = "<a:p><a:r><a:t>{}</a:t></a:r></a:p>"
    named = [
        (f"ppt/slides/slide{number}.xml", f"<p:sld {DRAWING}>{said.format(slide)}</p:sld>")
        for number, slide in enumerate(slides, start=1)
    ]
    if hidden:
        named.append(("ppt/slides/slide98.xml", f'<p:sld {DRAWING} show="0">{said.format(hidden)}</p:sld>'))
    if inside:
        named.append(("ppt/slides/slide99.xml", f"<p:sld {DRAWING}>{inside}</p:sld>"))
    if note:
        named.append(("ppt/notesSlides/notesSlide1.xml", f"<p:notes {DRAWING}>{said.format(note)}</p:notes>"))
    return papers.archive(
        ("[Content_Types].xml", PPTX_TYPES),
        ("_rels/.rels", "<Relationships/>"),
        ("ppt/presentation.xml", "<p/>"),
        *sorted(named),
    )


def pdf(*pages: str) -> bytes:
    """Latin letters without diacritics; each page its lines."""
    document = pikepdf.new()
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    for text in pages:
        added = document.add_blank_page()
        lines = "".join(f"({line}) Tj 0 -14 Td " for line in text.split("\n"))
        added.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        added.Contents = document.make_stream(f"BT /F1 11 Tf 40 700 Td {lines}ET".encode("latin-1"))
    return papers.saved(document)


def locked_pdf() -> bytes:
    document = pikepdf.open(BytesIO(pdf("Kalarepa")))
    return papers.saved(document, encryption=pikepdf.Encryption(owner="a", user="b"))


def endless_pdf() -> bytes:
    """Two kilobytes: a drawing of twenty drawings, each of twenty drawings, nine times over."""
    document = pikepdf.new()
    page = document.add_blank_page()
    drawing = None
    for _level in range(10):
        form = pikepdf.Stream(document, b"/X Do " * 20 if drawing is not None else b"")
        form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        form.BBox = [0, 0, 9, 9]
        if drawing is not None:
            form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=drawing))
        drawing = document.make_indirect(form)
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=drawing))
    page.Contents = document.make_stream(b"/X Do")
    return papers.saved(document)


def swelling_docx() -> bytes:
    """A few hundred kilobytes that would be three hundred million."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("[Content_Types].xml", papers.DOCX_TYPES)
        with target.open("word/document.xml", "w", force_zip64=True) as part:
            part.write(f"<w:document {WORD}><w:p><w:t>".encode())
            for _number in range(300):
                part.write(b" " * 1_000_000)
            part.write(b"kalarepa</w:t></w:p></w:document>")
    return out.getvalue()
