"""Raw files as cameras write them, small, and made here: real ones may not be handed on."""

from __future__ import annotations

import io
import struct

import numpy as np
import PIL.Image

SHORT, LONG, BYTE, ASCII, RATIONAL, SIGNED_RATIONAL, UNDEFINED = 3, 4, 1, 2, 5, 10, 7
_FORMATS = {SHORT: "H", LONG: "I", BYTE: "B", UNDEFINED: "B"}
Entry = tuple[int, int, object]


def dng(picture: PIL.Image.Image, *, preview: PIL.Image.Image | None = None, orientation: int = 1) -> bytes:
    """A DNG (Adobe's specification 1.4) whose sensor saw this picture through a filter of red, green and blue.

    Args:
        preview: the picture that the camera made of it, kept beside the sensor's values as a JPEG.
        orientation: how the camera was held, as EXIF has it.
    """
    seen = np.asarray(picture.convert("RGB"), np.float64) / 255
    linear = np.where(seen <= 0.04045, seen / 12.92, ((seen + 0.055) / 1.055) ** 2.4)
    mosaic = linear[:, :, 1].copy()
    mosaic[0::2, 0::2] = linear[0::2, 0::2, 0]
    mosaic[1::2, 1::2] = linear[1::2, 1::2, 2]
    values = (mosaic * 4000).round().astype("<u2").tobytes()
    height, width = mosaic.shape
    sensor: list[Entry] = [
        (254, LONG, 0),
        (256, LONG, width),
        (257, LONG, height),
        (258, SHORT, 16),
        (259, SHORT, 1),
        (262, SHORT, 32803),
        (273, LONG, values),
        (277, SHORT, 1),
        (278, LONG, height),
        (279, LONG, len(values)),
        (33421, SHORT, (2, 2)),
        (33422, BYTE, (0, 1, 1, 2)),
        (50714, SHORT, 0),
        (50717, SHORT, 4000),
    ]
    shot: list[Entry] = [(36867, ASCII, "2021:05:04 03:02:01")]
    first: list[Entry] = [
        *_small(preview),
        (271, ASCII, "Nomina"),
        (272, ASCII, "Made Up 1"),
        (274, SHORT, orientation),
        (330, LONG, sensor),
        (34665, LONG, shot),
        (50706, BYTE, (1, 4, 0, 0)),
        (50708, ASCII, "Nomina Made Up 1"),
        (50721, SIGNED_RATIONAL, _TO_CAMERA),
        (50728, RATIONAL, (1.0, 1.0, 1.0)),
        (50778, SHORT, 21),
    ]
    return _tiff(first)


_TO_CAMERA = (3.2406, -1.5372, -0.4986, -0.9689, 1.8758, 0.0415, 0.0557, -0.2040, 1.0570)
"""From XYZ to a camera whose red, green and blue are those of sRGB."""


def _small(preview: PIL.Image.Image | None) -> list[Entry]:
    if preview is None:
        return [(254, LONG, 1)]
    out = io.BytesIO()
    preview.save(out, "JPEG", quality=95, subsampling=0)
    jpeg = out.getvalue()
    return [
        (254, LONG, 1),
        (256, LONG, preview.width),
        (257, LONG, preview.height),
        (258, SHORT, (8, 8, 8)),
        (259, SHORT, 7),
        (262, SHORT, 6),
        (273, LONG, jpeg),
        (277, SHORT, 3),
        (278, LONG, preview.height),
        (279, LONG, len(jpeg)),
    ]


def _tiff(first: list[Entry]) -> bytes:
    out = bytearray(b"II*\0\x08\0\0\0")
    _directory(out, first)
    return bytes(out)


def _directory(out: bytearray, entries: list[Entry]) -> int:
    """Append a directory and, behind it, what its entries point to: bytes, other directories, and what is long."""
    at = len(out)
    out += struct.pack("<H", len(entries)) + bytes(12 * len(entries) + 4)
    for number, (tag, kind, value) in enumerate(sorted(entries, key=lambda each: each[0])):
        if isinstance(value, list):
            packed, count = struct.pack("<I", _directory(out, value)), 1
        elif isinstance(value, bytes):
            packed, count = struct.pack("<I", len(out)), 1
            out += value
        else:
            packed, count = _packed(kind, value)
        if len(packed) > 4:
            packed, behind = struct.pack("<I", len(out)), packed
            out += behind
        struct.pack_into("<HHI4s", out, at + 2 + 12 * number, tag, kind, count, packed)
        out += bytes(len(out) % 2)
    return at


def _packed(kind: int, value: object) -> tuple[bytes, int]:
    if isinstance(value, str):
        return value.encode() + b"\0", len(value) + 1
    values = value if isinstance(value, tuple) else (value,)
    if kind in (RATIONAL, SIGNED_RATIONAL):
        sign = "I" if kind == RATIONAL else "i"
        return b"".join(struct.pack(f"<{sign}I", round(each * 10000), 10000) for each in values), len(values)
    return struct.pack(f"<{len(values)}{_FORMATS[kind]}", *values), len(values)
