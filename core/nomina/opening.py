"""What lies at a place, a file or a moment of a video: the picture to look at, and the hash by which it is known."""

from __future__ import annotations

import math
from pathlib import Path

import PIL.Image

from nomina import images
from nomina.errors import BadPicture, reason_of
from nomina.film import Film
from nomina.places import Place
from nomina.video import hash_of_moment, hash_of_unchanged


def open_picture(path: Path, longest: int) -> PIL.Image.Image:
    """The picture at a place to look at: upright, sRGB in mode "RGB", at most `longest` pixels a side, never enlarged.

    Raises:
        BadPicture: there is no such file or moment, or it cannot be read or decoded.
    """
    place = Place.of(path)
    if place.time is not None:
        with Film(place.file) as film:
            image = film.moment(place.time).picture()
        image.thumbnail((longest, longest), PIL.Image.Resampling.LANCZOS, reducing_gap=2.0)
        return image
    data = images.read_file(path).data
    width, height = images.size_upright(data)
    scale = min(1.0, longest / max(width, height))
    image = images.decode(data, at_least=max(1, math.ceil(scale * min(width, height))))
    image.thumbnail((longest, longest), PIL.Image.Resampling.LANCZOS, reducing_gap=2.0)
    return image


def hash_at(path: Path) -> str:
    """The name of the picture at a place as it is now.

    Raises:
        BadPicture: it cannot be read.
    """
    place = Place.of(path)
    if place.time is None:
        return images.read_file(path).hash
    try:
        status = place.file.stat()
    except OSError as error:
        raise BadPicture(reason_of(error)) from error
    return hash_of_moment(hash_of_unchanged(place.file, status.st_size, status.st_mtime_ns), place.time)
