"""What a picture's file tells of how it was taken: EXIF as cameras write it, and as programs break it.

Whatever cannot be read is absent; nothing here fails a picture. The tags are those of the Exif standard (CIPA DC-008).
"""

from __future__ import annotations

import io
import math
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, TypeVar

import PIL.Image
from PIL import ExifTags

from nomina.domain import Facts

T = TypeVar("T")
Entries = Mapping[int, Any]

LONGEST_CAMERA = 100
PNG_MARK = b"\x89PNG\r\n\x1a\n"


def read_exif(image: PIL.Image.Image, data: bytes) -> PIL.Image.Exif:
    """The EXIF of a picture that was opened from these bytes, without decoding it; empty where it cannot be read."""
    try:
        if image.format == "PNG":  # may tell after its pixels, and Pillow's own way there is to decode them
            with PIL.Image.open(io.BytesIO(_without_pixels(data))) as bare:
                return PIL.Image.Image.getexif(bare)
    except Exception:  # damaged beyond the pixels: what stands before them may do
        return _or_empty(image)
    return _or_empty(image)


def _or_empty(image: PIL.Image.Image) -> PIL.Image.Exif:
    try:
        return PIL.Image.Image.getexif(image)
    except Exception:  # broken EXIF is common and says nothing about the pixels
        return PIL.Image.Exif()


def _without_pixels(png: bytes) -> bytes:
    """A PNG's chunks less those of pixels, https://www.w3.org/TR/png-3/#5Chunk-layout."""
    kept, at = [PNG_MARK], len(PNG_MARK)
    while at + 12 <= len(png):
        end = at + 12 + int.from_bytes(png[at : at + 4])
        if png[at + 4 : at + 8] not in (b"IDAT", b"fdAT", b"fcTL", b"acTL"):
            kept.append(png[at:end])
        at = end
    return b"".join(kept)


def orientation(exif: PIL.Image.Exif) -> int:
    """How the camera was held, 1..8; 1 when it does not say or says what makes no sense."""
    value = _safely(lambda: exif.get(ExifTags.Base.Orientation))
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def facts_of(exif: PIL.Image.Exif) -> Facts:
    """When, with what and where the picture was taken, as far as it can be read. `look` stays None."""
    shot: Entries = _safely(lambda: exif.get_ifd(ExifTags.IFD.Exif)) or {}
    place: Entries = _safely(lambda: exif.get_ifd(ExifTags.IFD.GPSInfo)) or {}
    latitude, longitude = _safely(lambda: _position(place)) or (None, None)
    return Facts(_safely(lambda: _taken(shot)), _safely(lambda: _camera(exif)), latitude, longitude)


def _safely(read: Callable[[], T]) -> T | None:
    try:
        return read()
    except Exception:  # a value of another type, a rational over nothing, an offset beyond the end, ...
        return None


def _taken(shot: Entries) -> str | None:
    """ISO 8601 of DateTimeOriginal, else of DateTimeDigitized; with the offset from UTC where the camera tells it.

    DateTime is left alone: it is when a program last wrote the file.
    """
    for when, offset in (
        (ExifTags.Base.DateTimeOriginal, ExifTags.Base.OffsetTimeOriginal),
        (ExifTags.Base.DateTimeDigitized, ExifTags.Base.OffsetTimeDigitized),
    ):
        moment = _moment(_text(shot.get(when)))
        if moment is not None:
            zone = re.fullmatch(r"[+-](0\d|1[0-4]):[0-5]\d", _text(shot.get(offset)))
            return moment.isoformat() + (zone.group() if zone else "")
    return None


def _moment(text: str) -> datetime | None:
    """“2008:10:22 16:28:39” as EXIF writes it, or with other marks between, as programs do."""
    digits = re.match(r"(\d{4})\D(\d\d)\D(\d\d)\D(\d\d)\D(\d\d)\D(\d\d)", text)
    try:
        return datetime.strptime(" ".join(digits.groups()), "%Y %m %d %H %M %S") if digits else None
    except ValueError:  # the 30th of February; a clock that was never set is all zeros
        return None


def _camera(exif: Entries) -> str | None:
    """Make and model; the model alone where it names the make ("Canon", "Canon EOS 5D")."""
    make, kind = _text(exif.get(ExifTags.Base.Make)), _text(exif.get(ExifTags.Base.Model))
    brand = kind.partition(" ")[0].casefold()
    name = kind if brand and brand in make.casefold().split() else f"{make} {kind}"
    return name.strip()[:LONGEST_CAMERA] or None


def _position(place: Entries) -> tuple[float, float] | None:
    """Latitude and longitude in degrees, north and east positive."""
    north = _degrees(place[ExifTags.GPS.GPSLatitude], _text(place[ExifTags.GPS.GPSLatitudeRef]), "NS", 90)
    east = _degrees(place[ExifTags.GPS.GPSLongitude], _text(place[ExifTags.GPS.GPSLongitudeRef]), "EW", 180)
    if north is None or east is None or (north == 0 and east == 0):  # what a receiver writes that knows nothing
        return None
    return north, east


def _degrees(parts: Any, side: str, sides: str, most: float) -> float | None:
    """Degrees, minutes and seconds on one side of the globe."""
    sizes = [abs(float(part)) for part in (parts if isinstance(parts, tuple) else (parts,))]
    value = sum((size / 60.0**i for i, size in enumerate(sizes)), 0.0)
    if side[:1].upper() not in tuple(sides) or not sizes or not math.isfinite(value) or value > most:
        return None
    return round(-value if side[:1].upper() == sides[1] else value, 7)


def _text(value: Any) -> str:
    """A tag's text in one line of characters that can be shown; "" for anything else."""
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    if not isinstance(value, str):
        return ""
    shown = "".join(c if c.isprintable() else " " for c in value.partition("\0")[0])
    return " ".join(shown.split())
