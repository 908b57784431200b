"""The gate for pictures: what comes out holds pixels and nothing else.

People who are in danger are in our photographs. Where and with whose camera a picture was taken must not
leave the house, in no format and by no door, so the stored original itself is cleaned.
"""

from __future__ import annotations

from io import BytesIO

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from site_core.media.checked import CheckedFile
from site_core.media.names import extension_of, safe_name
from site_core.media.raster import clean_raster, measure_raster
from site_core.media.svg import clean_svg, looks_like_svg, measure_svg

EXTENSIONS_OF_KIND = {
    "jpeg": {"jpg", "jpeg"},
    "png": {"png"},
    "webp": {"webp"},
    "gif": {"gif"},
    "avif": {"avif"},
    "heic": {"heic", "heif"},
    "svg": {"svg"},
}
_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1", b"hevc", b"hevx"}


def kind_of(head: bytes) -> str:
    """Which kind of picture the first bytes announce; "" for anything that is not accepted."""
    if head.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if head.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    if head[4:8] == b"ftyp":
        brands = {head[8:12], *(head[at : at + 4] for at in range(16, min(int.from_bytes(head[:4]), 64), 4))}
        if brands & {b"avif", b"avis"}:
            return "avif"
        return "heic" if brands & _HEIC_BRANDS else ""
    return "svg" if looks_like_svg(head) else ""


def clean_image(content: File, name: str) -> CheckedFile:
    """The same picture without anything but the picture; ValidationError with a reason if it cannot be taken.

    The same bytes always give the same bytes, and a cleaned picture comes back unchanged.
    """
    if isinstance(content, CheckedFile):
        return content
    data = _read(content)
    kind = kind_of(data[:1024])
    extension = extension_of(name)
    if not kind:
        raise _not_a_picture()
    if extension and extension not in EXTENSIONS_OF_KIND[kind]:
        raise ValidationError(
            _(
                "The name says “.%(extension)s”, but the file is a %(kind)s picture. Give it the right "
                "ending."
            ),
            code="wrong_extension",
            params={"extension": extension, "kind": kind.upper()},
        )
    if kind == "svg":
        cleaned, kept_as = clean_svg(data), "svg"
    else:
        cleaned, kept_as = clean_raster(kind, data)
    return CheckedFile(BytesIO(cleaned), name=safe_name(name, kept_as, fallback="image"))


def measure_image(content: File) -> tuple[int, int]:
    """Width and height from the header, without decoding; ValidationError where there is no picture."""
    content.seek(0)
    data = content.read()
    content.seek(0)
    kind = kind_of(data[:1024])
    if not kind:
        raise _not_a_picture()
    return measure_svg(data) if kind == "svg" else measure_raster(kind, data)


def _not_a_picture() -> ValidationError:
    return ValidationError(
        _("This file is not a picture we can read. Use JPEG, PNG, WebP, AVIF, HEIC, GIF or SVG."),
        code="not_a_picture",
    )


def _read(content: File) -> bytes:
    limit = settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE
    content.seek(0)
    data = content.read(limit + 1)
    content.seek(0)
    if not data:
        raise ValidationError(_("This file is empty."), code="empty")
    if len(data) > limit:
        raise ValidationError(
            _("This file is larger than %(limit)s."),
            code="file_too_large",
            params={"limit": filesizeformat(limit)},
        )
    return data
