"""Picture files: read them once, decode them upright in sRGB, make thumbnails. Nothing is ever written.

Decoding is Pillow's, and for raw files LibRaw's. Several threads may do it: both let go of the interpreter.
"""

from __future__ import annotations

import dataclasses
import hashlib
import importlib.util
import io
import math
import os
import stat
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import PIL
import PIL.Image
from PIL import ImageCms

from nomina import rawfiles
from nomina.domain import Facts
from nomina.errors import BadPicture, reason_of
from nomina.exif import facts_of, orientation, read_exif
from nomina.places import Place

MOST_PIXELS = 250_000_000
"""Larger pictures are refused: decoding one takes 3 bytes a pixel and more."""
MOST_BYTES = 2_000_000_000
TRIES = 3
"""How often a file is read that is written meanwhile."""
BIG_PIXELS = 40_000_000
"""Pictures above this are decoded one at a time, so that a folder of them does not exhaust the memory."""
THUMBNAIL = 320
HEIF = importlib.util.find_spec("pi_heif") is not None
"""Whether the extra that reads HEIC pictures is installed."""
if HEIF:
    importlib.import_module("pi_heif").register_heif_opener()

_one_big_picture = threading.Lock()

# Pillow reports odd metadata and large sizes as warnings on stderr, where they would interrupt a progress bar; what
# matters of them is said by BadPicture. Filters are process-wide, and only set here, before any thread decodes.
warnings.filterwarnings("ignore", category=UserWarning, module="PIL")
PIL.Image.MAX_IMAGE_PIXELS = MOST_PIXELS
warnings.filterwarnings("ignore", category=PIL.Image.DecompressionBombWarning)


@dataclass(frozen=True, slots=True)
class FileRead:
    """A file's bytes with their hash.

    Attributes:
        hash: BLAKE2b-128 of the bytes, 32 hex digits.
    """

    path: Path
    data: bytes
    hash: str
    mtime_ns: int


def read_file(path: Path) -> FileRead:
    """Read the file at a place once and hash it. One that is written meanwhile is read again, until it stands still.

    Raises:
        BadPicture: it is a moment of a video, missing, not a regular file, empty, too large or cannot be read; or it
            does not stand still.
    """
    place = Place.of(path)
    file = place.file
    if place.time is not None:
        raise BadPicture("it is a moment of a video, and no file")
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            raise BadPicture("it is not a regular file")
        if status.st_size > MOST_BYTES:
            raise BadPicture(
                f"it has {status.st_size / 1e9:.1f} GB; Nomina reads files up to {MOST_BYTES / 1e9:.0f} GB"
            )
        data, mtime_ns = _standing_still(file)
    except OSError as error:
        raise BadPicture(reason_of(error)) from error
    if not data:
        raise BadPicture("the file is empty")
    return FileRead(path, data, hash_bytes(data), mtime_ns)


def _standing_still(file: Path) -> tuple[bytes, int]:
    """The bytes of a file and when they were written, in nanoseconds; never half of the old and half of the new."""
    for _ in range(TRIES):
        with file.open("rb") as stream:
            before = os.fstat(stream.fileno())
            data = stream.read()
            after = os.fstat(stream.fileno())
        if (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns):
            return data, after.st_mtime_ns
    raise BadPicture("it was being written while it was read; add it again when that is done")


def hash_bytes(data: bytes) -> str:
    """The name of a picture: BLAKE2b-128 of its bytes as 32 hex digits."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def decode(data: bytes, *, at_least: int | None = None) -> PIL.Image.Image:
    """Decode the first frame, upright, as sRGB in mode "RGB"; transparent parts become white.

    Args:
        at_least: the shorter side in pixels that the caller needs; a larger JPEG is then decoded at a half, quarter
            or eighth of its size, never below this. None decodes in full.

    Raises:
        BadPicture: the bytes are no picture, are damaged, or hold more than MOST_PIXELS.
    """
    if rawfiles.is_raw(data):
        with _opened_raw(data) as raw:
            return _of_raw(raw, at_least)
    with _opened(data) as image:
        width, height = image.size
        if at_least is not None and at_least < min(width, height):
            scale = at_least / min(width, height)
            image.draft(None, (math.ceil(width * scale), math.ceil(height * scale)))
        with _one_big_picture if width * height > BIG_PIXELS else nullcontext():
            return _upright_rgb(image, data)


def size_upright(data: bytes) -> tuple[int, int]:
    """Width and height in pixels as a person sees the picture, from its header alone.

    Raises:
        BadPicture: the bytes are no picture, are damaged, or hold more than MOST_PIXELS.
    """
    if rawfiles.is_raw(data):
        with _opened_raw(data) as raw:
            return raw.size
    with _opened(data) as image:
        width, height = image.size
        # Pillow gives a TIFF's size upright
        turned = image.format != "TIFF" and orientation(read_exif(image, data)) >= 5
    return (height, width) if turned else (width, height)


def facts(data: bytes) -> Facts:
    """When, with what and where the picture was taken, as far as its header tells; `look` is None.

    Raises:
        BadPicture: the bytes are no picture, are damaged, or hold more than MOST_PIXELS.
    """
    if rawfiles.is_raw(data):
        with _opened_raw(data) as raw:
            return _facts_of_raw(raw, data)
    with _opened(data) as image:
        return facts_of(read_exif(image, data))


def _facts_of_raw(raw: rawfiles.RawFile, data: bytes) -> Facts:
    """From the file's own EXIF, else from that of the JPEG inside; the time at least from LibRaw."""
    told, inside = facts_of(rawfiles.exif(data)), raw.preview()
    if told == Facts() and inside is not None:
        with suppress(BadPicture):
            told = facts(inside)
    return told if told.taken else dataclasses.replace(told, taken=raw.taken())


@contextmanager
def _opened_raw(data: bytes) -> Iterator[rawfiles.RawFile]:
    with rawfiles.opened(data) as raw:
        width, height = raw.size
        if width * height > MOST_PIXELS:
            raise BadPicture(_too_large(width * height))
        yield raw


def _of_raw(raw: rawfiles.RawFile, at_least: int | None) -> PIL.Image.Image:
    """The JPEG inside where it is as large as is needed, give or take what cameras cut off its edges; or developed."""
    needed = min(at_least or math.inf, *raw.size)
    inside = raw.preview()
    if inside is not None:
        with suppress(BadPicture):  # a preview that is damaged says nothing of the sensor's values
            if min(size_upright(inside)) >= 0.9 * needed:
                return raw.upright(decode(inside, at_least=at_least))
    with _one_big_picture:
        return raw.develop(at_least)


@contextmanager
def _opened(data: bytes) -> Iterator[PIL.Image.Image]:
    """The picture in these bytes, not decoded yet. Whatever goes wrong with it here is a BadPicture."""
    try:
        with PIL.Image.open(io.BytesIO(data)) as image:
            width, height = image.size
            if width * height > MOST_PIXELS:
                raise BadPicture(_too_large(width * height))
            yield image
    except BadPicture:
        raise
    except PIL.Image.DecompressionBombError as error:
        raise BadPicture(_too_large(None)) from error
    except PIL.UnidentifiedImageError as error:
        raise BadPicture(_not_a_picture(data)) from error
    except MemoryError as error:
        raise BadPicture("there is not enough memory to decode it") from error
    except Exception as error:  # Pillow's plug-ins raise whatever the damage makes of their parsers
        if "decompression bomb" in str(error):
            raise BadPicture(_too_large(None)) from error
        raise BadPicture(f"it is damaged ({_first_line(error)})") from error


def thumbnail(image: PIL.Image.Image) -> bytes:
    """A JPEG of at most THUMBNAIL pixels a side, made from an upright RGB picture."""
    small = image.copy()
    small.thumbnail((THUMBNAIL, THUMBNAIL), PIL.Image.Resampling.HAMMING, reducing_gap=2.0)
    out = io.BytesIO()
    small.save(out, "JPEG", quality=82)
    return out.getvalue()


def _upright_rgb(image: PIL.Image.Image, data: bytes) -> PIL.Image.Image:
    profile = image.info.get("icc_profile")
    image.load()
    rgb = _to_rgb(image, profile)
    # a TIFF is asked now, not before: Pillow has turned it upright while loading it
    turn = _TURNS.get(orientation(read_exif(image, data)))
    return rgb if turn is None else rgb.transpose(turn)


_TURNS = {
    2: PIL.Image.Transpose.FLIP_LEFT_RIGHT,
    3: PIL.Image.Transpose.ROTATE_180,
    4: PIL.Image.Transpose.FLIP_TOP_BOTTOM,
    5: PIL.Image.Transpose.TRANSPOSE,
    6: PIL.Image.Transpose.ROTATE_270,
    7: PIL.Image.Transpose.TRANSVERSE,
    8: PIL.Image.Transpose.ROTATE_90,
}


def _to_rgb(image: PIL.Image.Image, profile: bytes | None) -> PIL.Image.Image:
    if image.mode.startswith(("I", "F")):
        return _stretched(image)
    flat = image
    if image.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in image.info:
        rgba = image.convert("RGBA")
        flat = PIL.Image.alpha_composite(PIL.Image.new("RGBA", rgba.size, "white"), rgba).convert("RGB")
    elif image.mode not in ("RGB", "CMYK", "L"):
        flat = image.convert("RGB")
    managed = _from_profile(flat, profile) if profile else None
    return managed or (flat if flat.mode == "RGB" else flat.convert("RGB"))


def _stretched(image: PIL.Image.Image) -> PIL.Image.Image:
    """16-bit, 32-bit and float greys have no agreed white: 16 bits are scaled down, others by their own range."""
    values = np.asarray(image).astype(np.float64)
    values = np.where(np.isfinite(values), values, 0.0)
    low, high = (0.0, 65535.0) if image.mode.startswith("I;16") else (values.min(), values.max())
    grey = (values - low) * (255.0 / max(high - low, 1e-12))
    return PIL.Image.fromarray(grey.round().clip(0, 255).astype(np.uint8)).convert("RGB")


def _from_profile(image: PIL.Image.Image, profile: bytes) -> PIL.Image.Image | None:
    """Convert from an embedded colour profile to sRGB; None where the profile is broken or does not fit."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None


def _too_large(pixels: int | None) -> str:
    size = "too many" if pixels is None else f"{pixels // 1_000_000}"
    return f"it has {size} megapixels; Nomina reads up to {MOST_PIXELS // 1_000_000}"


def _not_a_picture(data: bytes) -> str:
    if data[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypmsf1") and not HEIF:
        return "it is HEIC, which needs an extra: pip install 'nomina[heif]'"
    return "it is not a picture that Nomina can read"


def _first_line(error: BaseException) -> str:
    text = str(error).strip().splitlines()
    return (text[0] if text else type(error).__name__)[:120]
