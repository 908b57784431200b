"""
A film and a sound that nobody could take for one of a person: grey, silent, a few kilobytes, made here byte by byte.

The demonstration holds no film in sign language and no reading voice, since there is none; tests need something that a
player plays. The film is H.264 without compression (each macroblock stands as it is: I_PCM), one picture a second; the
sound is MPEG-1 layer III whose frames say nothing.
"""

import struct

WIDTH, HEIGHT = 32, 32
"""Two macroblocks of 16 points each way."""
TICKS = 1000
"""Of the film's clock, in a second."""


def silent_mp3(seconds: int = 2) -> bytes:
    frame = bytes.fromhex("fffb9000") + bytes(413)  # 128 kbit/s, 44.1 kHz, two channels: 417 bytes, 26 ms
    return frame * (seconds * 44_100 // 1152)


class _Bits:
    """What H.264 is written with: bits one after the other, and numbers as Exp-Golomb codes."""

    def __init__(self) -> None:
        self.text = ""

    def fixed(self, value: int, width: int) -> "_Bits":
        self.text += format(value, f"0{width}b")
        return self

    def golomb(self, *values: int) -> "_Bits":
        for value in values:
            written = format(value + 1, "b")
            self.text += "0" * (len(written) - 1) + written
        return self

    def padded(self, bit: str = "0") -> "_Bits":
        self.text += bit * (-len(self.text) % 8)
        return self

    def ended(self) -> bytes:
        self.text += "1"
        self.padded()
        return int(self.text, 2).to_bytes(len(self.text) // 8, "big")


def _sequence() -> bytes:
    """Baseline, level 1, frames of their own in the order they are shown."""
    bits = _Bits().fixed(0x67, 8).fixed(66, 8).fixed(0, 8).fixed(10, 8)
    bits.golomb(0, 0, 2, 0).fixed(0, 1).golomb(WIDTH // 16 - 1, HEIGHT // 16 - 1)
    return bits.fixed(1, 1).fixed(0, 1).fixed(0, 1).fixed(0, 1).ended()


def _picture_set() -> bytes:
    bits = _Bits().fixed(0x68, 8).golomb(0, 0).fixed(0, 2).golomb(0, 0, 0).fixed(0, 3)
    return bits.golomb(0, 0, 0).fixed(0, 3).ended()


def _picture(number: int) -> bytes:
    """A whole grey picture that needs no other."""
    bits = _Bits().fixed(0x65, 8).golomb(0, 7, 0).fixed(0, 4).golomb(number % 2).fixed(0, 2).golomb(0)
    for _macroblock in range(WIDTH * HEIGHT // 256):
        bits.golomb(25).padded()
        for level in bytes([128]) * 384:
            bits.fixed(level, 8)
    return bits.ended()


def _box(kind: str, *parts: bytes) -> bytes:
    body = b"".join(parts)
    return struct.pack(">I4s", 8 + len(body), kind.encode()) + body


def _full(kind: str, *parts: bytes, version_and_flags: int = 0) -> bytes:
    return _box(kind, struct.pack(">I", version_and_flags), *parts)


def _numbers(*values: int) -> bytes:
    return struct.pack(f">{len(values)}I", *values)


_UPRIGHT = _numbers(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)


def grey_mp4(seconds: int = 3) -> bytes:
    samples = [struct.pack(">I", len(nal)) + nal for nal in (_picture(number) for number in range(seconds))]
    head = _box("ftyp", b"isom", _numbers(512), b"isomavc1mp41")
    start = len(head) + len(_moov(samples, 0)) + 8
    return head + _moov(samples, start) + _box("mdat", *samples)


def _moov(samples: list[bytes], start: int) -> bytes:
    length = len(samples) * TICKS
    movie = _full(
        "mvhd", _numbers(0, 0, TICKS, length, 0x10000, 0x01000000, 0, 0), _UPRIGHT, bytes(24), _numbers(2)
    )
    track = _full(
        "tkhd",
        *(_numbers(0, 0, 1, 0, length), bytes(16), _UPRIGHT, _numbers(WIDTH << 16, HEIGHT << 16)),
        version_and_flags=3,
    )
    media = _box(
        "mdia",
        _full("mdhd", _numbers(0, 0, TICKS, length, 0x55C40000)),
        _full("hdlr", _numbers(0), b"vide", bytes(12), b"\0"),
        _box(
            "minf",
            _full("vmhd", bytes(8), version_and_flags=1),
            _box("dinf", _full("dref", _numbers(1), _full("url ", version_and_flags=1))),
            _table(samples, start),
        ),
    )
    return _box("moov", movie, _box("trak", track, media))


def _table(samples: list[bytes], start: int) -> bytes:
    sequence, pictures = _sequence(), _picture_set()
    avcc = _box(
        "avcC",
        bytes([1, 66, 0, 10, 0xFF, 0xE1]) + struct.pack(">H", len(sequence)) + sequence,
        bytes([1]) + struct.pack(">H", len(pictures)) + pictures,
    )
    entry = bytes(6) + struct.pack(">H", 1) + bytes(16) + struct.pack(">HH", WIDTH, HEIGHT)
    entry += _numbers(0x480000, 0x480000, 0) + struct.pack(">H", 1) + bytes(32) + struct.pack(">Hh", 24, -1)
    return _box(
        "stbl",
        _full("stsd", _numbers(1), _box("avc1", entry, avcc)),
        _full("stts", _numbers(1, len(samples), TICKS)),
        _full("stsc", _numbers(1, 1, len(samples), 1)),
        _full("stsz", _numbers(0, len(samples), *map(len, samples))),
        _full("stco", _numbers(1, start)),
    )


def captions(*lines: str) -> bytes:
    """VTT: each line for a second."""
    cues = [f"00:{at:02d}.000 --> 00:{at + 1:02d}.000\n{line}\n" for at, line in enumerate(lines)]
    return ("WEBVTT\n\n" + "\n".join(cues)).encode()
