"""Real documents, made here: honest ones, and some that were made to hurt."""

from __future__ import annotations

import stat
import struct
import zipfile
from io import BytesIO

import pikepdf

ODT = "application/vnd.oasis.opendocument.text"
DOCX_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
XLSX_TYPES = DOCX_TYPES.replace("word/document", "xl/workbook").replace(
    "wordprocessingml.document", "spreadsheetml.sheet"
)
RELATION = (
    '<Relationships><Relationship Id="r1" Type="http://x/relationships/{}" Target="{}" '
    'TargetMode="External"/></Relationships>'
)


def archive(*parts: tuple[str, str | bytes], store_first: bool = False) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for number, (name, body) in enumerate(parts):
            target.writestr(name, body, zipfile.ZIP_STORED if store_first and number == 0 else None)
    return out.getvalue()


def odt(*more: tuple[str, str | bytes], content: str = "<office:document-content/>") -> bytes:
    return archive(("mimetype", ODT), ("content.xml", content), *more, store_first=True)


def docx(*more: tuple[str, str | bytes], types: str = DOCX_TYPES) -> bytes:
    return archive(
        ("[Content_Types].xml", types),
        ("_rels/.rels", "<Relationships/>"),
        ("word/document.xml", "<w/>"),
        *more,
    )


def xlsx(*more: tuple[str, str | bytes]) -> bytes:
    return archive(
        ("[Content_Types].xml", XLSX_TYPES),
        ("_rels/.rels", "<Relationships/>"),
        ("xl/workbook.xml", "<w/>"),
        *more,
    )


def with_link() -> bytes:
    """An entry that is a symbolic link out of the archive."""
    out = BytesIO(odt())
    with zipfile.ZipFile(out, "a") as target:
        link = zipfile.ZipInfo("Pictures/passwd")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        target.writestr(link, "/etc/passwd")
    return out.getvalue()


def overlapping() -> bytes:
    """Every entry of the directory points at the same packed bytes."""
    body = odt(("big.xml", "0" * 400_000))
    with zipfile.ZipFile(BytesIO(body)) as source:
        start = source.start_dir
    directory = body[start:-22]
    big = directory[directory.index(b"big.xml") - 46 :]
    copies = b"".join(big.replace(b"big.xml", b"b%05d." % number + b"") for number in range(300))
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 302, 302, len(directory) + len(copies), start, 0)
    return body[:start] + directory + copies + end


def pdf(title: str = "Karta pracy", language: str = "pl", tagged: bool = True, pages: int = 2) -> bytes:
    document = pikepdf.new()
    for _number in range(pages):
        document.add_blank_page()
    if tagged:
        document.Root.MarkInfo = pikepdf.Dictionary(Marked=True)
        document.Root.StructTreeRoot = document.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot)
        )
    if language:
        document.Root.Lang = language
    if title:
        document.docinfo["/Title"] = title
        document.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
    return saved(document)


def pdf_with(**entries: pikepdf.Object) -> bytes:
    document = pikepdf.open(BytesIO(pdf()))
    for name, value in entries.items():
        document.Root[f"/{name}"] = value
    return saved(document)


def pdf_with_link_that(action: dict[str, object]) -> bytes:
    document = pikepdf.open(BytesIO(pdf()))
    link = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=pikepdf.Dictionary(action)
    )
    document.pages[0].Annots = pikepdf.Array([link])
    return saved(document)


def saved(document: pikepdf.Pdf, **options: object) -> bytes:
    out = BytesIO()
    document.save(out, **options)
    return out.getvalue()


def box(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I4s", 8 + len(body), kind) + body


def mp4(*tracks: bytes) -> bytes:
    """The skeleton of a film with the notes a phone leaves in it."""
    place = box(b"\xa9xyz", b"\x00\x12\x15\xc7+50.0614+019.9383/")
    metadata = box(b"meta", box(b"hdlr", bytes(24)) + b"com.android.model SpyCam-4711")
    moov = box(
        b"moov", box(b"mvhd", bytes(100)) + b"".join(tracks) + box(b"udta", place + metadata) + metadata
    )
    return (
        box(b"ftyp", b"isom\0\0\x02\0isomiso2mp41")
        + moov
        + box(b"uuid", b"\xbe\x7a" + bytes(14) + b"XMP-home-address")
        + box(b"mdat", b"PIXELS" * 50)
    )
