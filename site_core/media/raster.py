"""Pixel pictures: limits before decoding, then the pixels written anew without any companion data."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any, cast

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps, JpegImagePlugin
from pillow_heif import register_heif_opener

from site_core.media.canonical import is_bare, webp_size
from site_core.media.colour import in_srgb

_PILLOW_FORMATS = {
    "jpeg": ["JPEG", "MPO"],
    "png": ["PNG"],
    "gif": ["GIF"],
    "webp": ["WEBP"],
    "avif": ["AVIF"],
    "heic": ["HEIF"],
}
_DECODER_ERRORS = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    LookupError,
    TypeError,
    OverflowError,
    struct.error,
    zlib.error,
)
_BOMB = (Image.DecompressionBombError, Image.DecompressionBombWarning)
_ORIENTATION = 0x0112

register_heif_opener(thumbnails=False)


def clean_raster(kind: str, data: bytes) -> tuple[bytes, str]:
    """(bytes, extension). HEIC and AVIF are kept as JPEG, or as PNG where something shines through; GIF as
    PNG.
    """
    with _opened(kind, data) as picture:
        smaller = kind == "jpeg" and _decode_smaller(picture)
        picture.load()
        upright = picture.getexif().get(_ORIENTATION, 1) == 1
        if upright and not smaller and is_bare(kind, data):
            return data, {"jpeg": "jpg"}.get(kind, kind)
        return _write_anew(kind, picture, lossless=data[12:16] == b"VP8L")


def measure_raster(kind: str, data: bytes) -> tuple[int, int]:
    """Width and height as the header states them, before any turning."""
    if kind == "webp":
        return webp_size(data)
    with _opened(kind, data) as picture:
        return picture.size


@contextmanager
def _opened(kind: str, data: bytes) -> Iterator[Image.Image]:
    """The picture with its header read and its size found bearable. Whatever decoders throw becomes one clear
    refusal.
    """
    try:
        if kind == "webp":
            _refuse_unbearable_size(kind, *webp_size(data), progressive=False)
        with Image.open(BytesIO(data), formats=_PILLOW_FORMATS[kind]) as picture:
            _refuse_unbearable_size(kind, *picture.size, progressive="progressive" in picture.info)
            if kind in ("gif", "webp", "png") and getattr(picture, "is_animated", False):
                raise ValidationError(
                    _(
                        "This picture moves. Moving pictures disturb many readers; upload a still picture "
                        "or a video."
                    ),
                    code="animated",
                )
            yield picture
    except _BOMB as reason:
        raise _too_many_pixels() from reason
    except _DECODER_ERRORS as reason:
        raise ValidationError(
            _("This picture is damaged or incomplete. Save or export it again, then upload it."),
            code="damaged",
        ) from reason


def _refuse_unbearable_size(kind: str, width: int, height: int, *, progressive: bool) -> None:
    """A JPEG written line by line can be decoded smaller, so a big camera file is welcome; others fill the
    memory whole.
    """
    if max(width, height) > settings.SITE_IMAGES_MAX_SIDE:
        raise ValidationError(
            _("This picture is %(width)d × %(height)d pixels. No side may be longer than %(limit)d pixels."),
            code="side_too_long",
            params={"width": width, "height": height, "limit": settings.SITE_IMAGES_MAX_SIDE},
        )
    shrinkable = kind == "jpeg" and not progressive
    limit = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS if shrinkable else settings.SITE_IMAGES_MAX_KEPT_PIXELS
    if width * height > limit:
        raise _too_many_pixels()
    if min(width, height) < 1:
        raise ValidationError(_("This picture has no pixels."), code="no_pixels")


def _too_many_pixels() -> ValidationError:
    return ValidationError(
        _("This picture has too many pixels. Make it smaller than %(limit)d million pixels, then upload it."),
        code="too_many_pixels",
        params={"limit": settings.SITE_IMAGES_MAX_KEPT_PIXELS // 1_000_000},
    )


def _decode_smaller(picture: Image.Image) -> bool:
    """Asks the JPEG decoder for a half, a quarter or an eighth where the whole would be more than is kept."""
    width, height = picture.size
    for part in (1, 2, 4, 8):
        if (width // part) * (height // part) <= settings.SITE_IMAGES_MAX_KEPT_PIXELS:
            break
    if part > 1:
        picture.draft(None, (width // part, height // part))
    return part > 1


def _write_anew(kind: str, picture: Image.Image, *, lossless: bool) -> tuple[bytes, str]:
    look = _jpeg_look(picture)
    transparency = picture.info.get("transparency")
    ImageOps.exif_transpose(picture, in_place=True)
    picture = in_srgb(picture)
    picture.info = (
        {}
        if transparency is None or picture.mode not in ("1", "L", "P", "RGB")
        else {"transparency": transparency}
    )
    if kind in ("avif", "heic"):
        kind = "png" if _shines_through(picture) else "jpeg"
    out = BytesIO()
    if kind == "jpeg":
        if picture.mode not in ("L", "RGB"):
            picture, look = picture.convert("RGB"), {"quality": 92}
        picture.save(out, "JPEG", optimize=True, **look)
        return out.getvalue(), "jpg"
    if kind == "webp":
        picture.save(out, "WEBP", **({"lossless": True, "exact": True} if lossless else {"quality": 90}))
        return out.getvalue(), "webp"
    if picture.mode not in ("1", "L", "LA", "P", "RGB", "RGBA", "I;16"):
        picture = picture.convert("RGBA")
    picture.save(out, "PNG")
    return out.getvalue(), "png"


def _jpeg_look(picture: Image.Image) -> dict[str, Any]:
    """The tables the camera wrote with: writing with the same ones again costs next to no quality."""
    tables = getattr(picture, "quantization", None)
    if not tables:
        return {"quality": 92}
    sampling = JpegImagePlugin.get_sampling(picture)
    return {"qtables": tables} | ({"subsampling": sampling} if sampling >= 0 else {})


def _shines_through(picture: Image.Image) -> bool:
    if picture.mode not in ("LA", "RGBA"):
        return False
    lightest, _darkest = cast(tuple[int, int], picture.getchannel("A").getextrema())
    return lightest < 255
