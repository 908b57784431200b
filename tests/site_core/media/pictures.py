"""Real pictures, made here, that carry what a phone writes into them, and some that were made to hurt."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

from PIL import Image, ImageCms

# Each stands for one hiding place; none may be found in anything we keep or give out.
SECRETS = (
    b"SpyCam-4711",
    b"XMP-home-address",
    b"IPTC-by-Jan",
    b"COMMENT-by-Jan",
    b"THUMB-of-face",
    b"TAIL-after-end",
)
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf>XMP-home-address</rdf></x:xmpmeta>'
TURNED = 6  # the camera was held upright; the pixels lie on their side
WIDTH, HEIGHT = 96, 64
# Sixty bytes that announce 16,383 × 16,383 pixels; opening it the usual way reserves a gigabyte.
HUGE_WEBP_CANVAS = b"RIFF\x2a\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\xfe\x3f\0\xfe\x3f\0" + bytes(20)
# A sticker to download, with what must never reach whoever opens it.
DRAWING_WITH_A_PROGRAM = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" onload="alert(1)"><title>Naklejka</title>'
    b'<script>alert(1)</script><image href="https://spy.example/pixel.png"/></svg>'
)


def scene(mode: str = "RGB") -> Image.Image:
    """Lying: red upper left corner on blue. Seen upright (turned by 90° clockwise), red is at the upper
    right.
    """
    picture = Image.new(mode, (WIDTH, HEIGHT), (20, 40, 200) if mode == "RGB" else (20, 40, 200, 255))
    picture.paste((220, 20, 20) if mode == "RGB" else (220, 20, 20, 255), (0, 0, WIDTH // 2, HEIGHT // 2))
    return picture


def tales(orientation: int = TURNED) -> Image.Exif:
    """What a phone tells: maker, model, place."""
    exif = Image.Exif()
    exif[0x010F] = "SpyCam-4711"
    exif[0x0112] = orientation
    position = exif.get_ifd(0x8825)
    position[1], position[2] = "N", (50.0, 3.0, 41.0)
    position[3], position[4] = "E", (19.0, 56.0, 18.0)
    return exif


def telling(kind: str) -> bytes:
    """A picture of this kind with every sort of company its format has room for."""
    out = BytesIO()
    exif = tales()
    if kind == "jpeg":
        scene().save(
            out,
            "JPEG",
            quality=90,
            exif=exif.tobytes() + b"THUMB-of-face",
            xmp=XMP,
            comment=b"COMMENT-by-Jan",
        )
        iptc = b"Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00\x00\x0bIPTC-by-Jan\x00"
        data = out.getvalue()
        return data[:2] + b"\xff\xed" + struct.pack(">H", len(iptc) + 2) + iptc + data[2:] + b"TAIL-after-end"
    if kind == "png":
        scene().save(out, "PNG", exif=exif)
        return (
            with_png_chunks(
                out.getvalue(), b"tEXt", b"Comment\0COMMENT-by-Jan", b"iTXt", b"XML\0\0\0\0\0" + XMP
            )
            + SECRETS[5]
        )
    if kind == "webp":
        scene().save(out, "WEBP", quality=90, exif=exif, xmp=XMP)
    elif kind == "avif":
        scene().save(out, "AVIF", quality=90, exif=exif.tobytes(), xmp=XMP)
    elif kind == "heic":
        scene().save(out, "HEIF", quality=90, exif=exif.tobytes(), xmp=XMP)
    elif kind == "gif":
        scene().quantize(8).save(out, "GIF", comment=b"COMMENT-by-Jan")
        return out.getvalue() + b"TAIL-after-end"
    return out.getvalue()


def with_png_chunks(data: bytes, *names_and_bodies: bytes) -> bytes:
    end = data.index(b"IEND") - 4
    pairs = zip(names_and_bodies[::2], names_and_bodies[1::2], strict=True)
    return data[:end] + b"".join(png_chunk(name, body) for name, body in pairs) + data[end:]


def png_chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png_of_one_bit(width: int, height: int) -> bytes:
    """Millions of pixels in a few kilobytes, written without ever holding them."""
    packer = zlib.compressobj(9)
    row = bytes(1 + (width + 7) // 8)
    body = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", header) + png_chunk(b"IDAT", body) + png_chunk(b"IEND", b"")
    )


def gif_of(frames: int) -> bytes:
    pictures = [Image.new("L", (8, 8), number % 250) for number in range(frames)]
    out = BytesIO()
    pictures[0].save(out, "GIF", save_all=True, append_images=pictures[1:], duration=40)
    return out.getvalue()


def plain(kind: str, size: tuple[int, int] = (40, 30)) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, (10, 120, 60)).save(out, kind)
    return out.getvalue()


def with_own_colours() -> bytes:
    """A JPEG whose profile says that its red is green and its green is red."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = profile.replace(b"rXYZ", b"tmp ").replace(b"gXYZ", b"rXYZ").replace(b"tmp ", b"gXYZ")
    out = BytesIO()
    scene().save(
        out, "JPEG", icc_profile=swapped.replace("sRGB".encode("utf-16-be"), "mine".encode("utf-16-be"))
    )
    return out.getvalue()


def gif_and_script() -> bytes:
    """Read as a script it is one long comment, an assignment and a call; read as a picture it is grey."""
    gif = plain("GIF", (8, 8))
    screen_width = b"/*"
    return gif[:6] + screen_width + gif[8:-1] + b"\x21\xfe\x0f*/=1;alert('hi')\x00;"
