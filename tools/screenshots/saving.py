"""Pictures small enough for a repository."""

from io import BytesIO
from pathlib import Path

from PIL import Image

MOST_BYTES = 150_000
QUALITIES = (None, 92, 84, 76, 68)
"""Without loss first, which suits flat surfaces and writing; a photograph in it needs loss."""


def save(picture: bytes, path: Path) -> None:
    """Write a PNG as WebP, no larger than `MOST_BYTES`. Files that would show the same are left alone."""
    image = Image.open(BytesIO(picture)).convert("RGB")
    if path.exists() and same(image, Image.open(path).convert("RGB")):
        return
    for quality in QUALITIES:
        written = BytesIO()
        if quality is None:
            image.save(written, "WEBP", lossless=True, quality=100, method=6)
        else:
            image.save(written, "WEBP", quality=quality, method=6)
        if written.tell() <= MOST_BYTES:
            path.write_bytes(written.getvalue())
            return
    raise ValueError(f"{path.name} does not fit into {MOST_BYTES} bytes: show less of it")


def same(image: Image.Image, other: Image.Image) -> bool:
    return image.size == other.size and image.tobytes() == other.tobytes()
