"""Colour profiles: used, then left out, because a profile is one more place to hide data in."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageCms


def in_srgb(picture: Image.Image) -> Image.Image:
    """The picture with the colours a browser expects of a picture without a profile."""
    embedded = picture.info.get("icc_profile")
    if not embedded:
        return picture.convert("RGB") if picture.mode in ("CMYK", "YCbCr", "LAB", "HSV") else picture
    try:
        profile = ImageCms.ImageCmsProfile(BytesIO(embedded))
        if ImageCms.getProfileDescription(profile).startswith("sRGB"):
            return picture
        if picture.mode not in ("RGB", "RGBA", "L", "CMYK"):
            picture = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
        wanted = "RGBA" if picture.mode == "RGBA" else "RGB"
        return (
            ImageCms.profileToProfile(picture, profile, ImageCms.createProfile("sRGB"), outputMode=wanted)
            or picture
        )
    except (ImageCms.PyCMSError, OSError):
        # A profile nobody can read says nothing about the colours; every browser ignores it as well.
        return picture.convert("RGB") if picture.mode == "CMYK" else picture
