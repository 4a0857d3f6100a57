"""The keywords of a picture file: in the sidecars beside it, and embedded in it as XMP and as IPTC. Nothing is written.

Sidecars are found by both conventions: `name.ext.xmp` (digiKam, darktable) and `name.xmp` (Adobe).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import PIL.Image
from PIL import IptcImagePlugin
from PIL.ImageFile import ImageFile

from nomina import xmp
from nomina.domain import Skipped
from nomina.errors import BadInput, reason_of

PNG_MARK = b"\x89PNG\r\n\x1a\n"
_PNG_XMP = b"XML:com.adobe.xmp\0"
_IPTC_CHARSET, _IPTC_KEYWORDS = (1, 90), (2, 25)
_UTF_8 = b"\x1b%G"


@dataclass(frozen=True, slots=True)
class Found:
    """What the files of one picture say.

    Attributes:
        paths: keywords of others, each once; see xmp.Path.
        labels: what Nomina wrote into the sidecars.
        damaged: sidecars that could not be read, and why.
    """

    paths: tuple[xmp.Path, ...]
    labels: xmp.Labels
    damaged: tuple[Skipped, ...]


def keywords_of(picture: Path) -> Found:
    """All keywords that the sidecars of a picture, and the picture itself, hold."""
    paths = dict.fromkeys(embedded(picture))
    confirmed: dict[str, None] = {}
    automatic: dict[str, None] = {}
    damaged = []
    for sidecar in sidecars_of(picture):
        try:
            said = xmp.read(read_limited(sidecar))
        except BadInput as error:
            damaged.append(Skipped(sidecar, error.title))
            continue
        paths |= dict.fromkeys(said.paths)
        confirmed |= dict.fromkeys(said.labels.confirmed)
        automatic |= dict.fromkeys(said.labels.automatic)
    return Found(xmp.deepest(tuple(paths)), xmp.Labels(tuple(confirmed), tuple(automatic)), tuple(damaged))


def sidecars_of(picture: Path) -> Iterator[Path]:
    """The sidecars that are there: of its whole name, then of its name without the ending."""
    for name in (picture.name, picture.stem):
        for ending in (".xmp", ".XMP"):
            path = picture.with_name(name + ending)
            if path.is_file():
                yield path
                break


def read_limited(path: Path) -> bytes:
    """The bytes of a sidecar.

    Raises:
        BadInput: it cannot be read or is too large; the title says so in half a sentence.
    """
    try:
        with path.open("rb") as file:
            data = file.read(xmp.LONGEST + 1)
    except OSError as error:
        raise BadInput(f"it cannot be read: {reason_of(error)}") from error
    if len(data) > xmp.LONGEST:
        raise BadInput(f"it is larger than {xmp.LONGEST // 1_000_000} MB")
    return data


def embedded(picture: Path) -> tuple[xmp.Path, ...]:
    """The keywords inside a picture file: of its XMP, and those of its IPTC that are not among them.

    Nothing where there are none, or the file is no picture; its pixels are not decoded.
    """
    try:
        with PIL.Image.open(picture) as image:
            packet = image.info.get("xmp") or (_png_xmp(picture) if image.format == "PNG" else b"")
            words = _iptc(image)
    except Exception:  # Pillow's plug-ins raise whatever the damage makes of their parsers; a picture says so elsewhere
        return ()
    try:
        paths = list(xmp.read(packet).paths) if packet else []
    except BadInput:
        paths = []
    leaves = {part for path in paths for part in path}
    return tuple(paths) + tuple((word,) for word in words if word not in leaves)


def _png_xmp(picture: Path) -> bytes:
    """The XMP of a PNG, whose chunk may stand behind the pixels, https://www.w3.org/TR/png-3/#11iTXt."""
    with picture.open("rb") as file:
        if file.read(8) != PNG_MARK:
            return b""
        while len(head := file.read(8)) == 8:
            length = int.from_bytes(head[:4])
            if head[4:] != b"iTXt" or length > xmp.LONGEST:
                file.seek(length + 4, os.SEEK_CUR)
                continue
            body = file.read(length)
            file.seek(4, os.SEEK_CUR)
            if body.startswith(_PNG_XMP + b"\0"):  # not compressed, as XMP wants it
                return body[len(_PNG_XMP) + 2 :].split(b"\0", 2)[-1]
    return b""


def _iptc(image: ImageFile) -> list[str]:
    """IPTC's keywords (IIM 2:25)."""
    info: dict[tuple[int, int], Any] = IptcImagePlugin.getiptcinfo(image) or {}
    found = info.get(_IPTC_KEYWORDS, [])
    values = [found] if isinstance(found, bytes) else found
    charset = info.get(_IPTC_CHARSET)
    return list(dict.fromkeys(filter(None, (_iptc_text(value, charset == _UTF_8) for value in values))))


def _iptc_text(value: bytes, is_utf_8: bool) -> str:
    """Programs write UTF-8 without saying so; what is none is taken for Latin-1."""
    try:
        return value.decode("utf-8").strip()
    except UnicodeDecodeError:
        return value.decode("utf-8" if is_utf_8 else "latin-1", "replace").strip()
