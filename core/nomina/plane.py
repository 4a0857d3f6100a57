"""A long verb: every picture as a point of a plane, so that pictures that look alike lie together.

The plane is the one in which the pictures differ most (principal components: Pearson 1901). The points are derived
data: they are kept in the cache folder, and grow back.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Generator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from nomina.domain import Progress
from nomina.library import Library
from nomina.reference import Placed

SAMPLE = 5000
"""Pictures that the plane is found from. tests/benchmarks/map.py says how far it is from that of all."""
ROWS_A_STEP = 4096
NEARLY_ALL = 0.99
"""The share of the points that lies within 1 of the middle."""
RECIPE = "principal components, 2"
"""Part of a map's name: another way to make it makes another file."""
NOTE = "Laying out the map"

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class PictureMap:
    """Pictures as points.

    Attributes:
        ids: of the images that the encoder has read, shape (n,), int64, ascending.
        places: shape (n, 2), float32, x to the right and y up; the middle is at 0, nearly all within 1 of it.
        told: the share of what tells the pictures apart that the plane shows, 0..1.
    """

    ids: NDArray[np.int64]
    places: NDArray[np.float32]
    told: float


def picture_map(library: Library) -> Generator[Progress, None, PictureMap]:
    """Lay the read pictures out in the plane in which they differ most.

    The same pictures give the same map, in whatever order they came: the plane is found from SAMPLE of them in the
    order of their hashes, and each direction points to where its largest coordinate is positive. How labels stand
    makes no difference, but what the library learned to count as near does.

    Raises:
        EncoderError: the encoder cannot be loaded.
    """
    table = library.scores
    ids = table.ids[table.read]
    hashes = library.shelf.hashes[table.read]
    key, file = key_of(library, RECIPE, hashes.tolist()), file_of(library)
    found = kept(file, key)
    if found is not None and len(found[0]) == len(ids):
        return PictureMap(ids, found[1], found[2])
    placed = table.placed(ids)  # a copy: between the steps the library may get other pictures
    mean, directions, told = yield from principal(sample_of(placed, hashes), 2)
    places = np.zeros((len(ids), 2), np.float32)
    for start in range(0, len(ids), ROWS_A_STEP):
        block = slice(start, start + ROWS_A_STEP)
        places[block] = (wide_rows(placed, block) - mean) @ directions
        yield Progress(min(start + ROWS_A_STEP, len(ids)), len(ids), NOTE)
    made = PictureMap(ids, within_one(places), told)
    keep(file, key, made, hashes)
    return made


def sample_of(placed: Placed, hashes: NDArray[np.bytes_]) -> Placed:
    """The SAMPLE pictures whose hashes come first, of n with hashes of shape (n,)."""
    return placed.take(np.sort(np.argsort(hashes, kind="stable")[:SAMPLE]))


def wide_rows(placed: Placed, block: slice) -> Floats:
    """Rows where pictures are compared, shape (m, width); one that is no number lies in the middle of nowhere."""
    rows = placed.take(np.arange(len(placed))[block]).pictures.widened()
    return np.nan_to_num(rows.astype(np.float64))


def principal(sample: Placed, count: int) -> Generator[Progress, None, tuple[Floats, Floats, float]]:
    """The mean, shape (width,), `count` directions at most, shape (width, count), and what share of the variance the
    first two have.
    """
    width, many = sample.pictures.codes.shape[1], max(1, len(sample))
    total, products = np.zeros(width), np.zeros((width, width))
    for start in range(0, len(sample), ROWS_A_STEP):
        rows = wide_rows(sample, slice(start, start + ROWS_A_STEP))
        total += rows.sum(axis=0)
        products += rows.T @ rows
        yield Progress(0, None, NOTE)
    mean = total / many
    shares, directions = np.linalg.eigh(products / many - np.outer(mean, mean))
    best = directions[:, ::-1][:, :count]
    best = best * np.sign(best[np.abs(best).argmax(axis=0), np.arange(best.shape[1])])
    spread = float(shares.clip(0.0).sum())
    return mean, best, float(shares[-2:].clip(0.0).sum()) / spread if spread > 0 else 0.0


def within_one(places: NDArray[np.float32]) -> NDArray[np.float32]:
    """Places at a scale at which nearly all lie within 1 of the middle."""
    reach = float(np.quantile(np.hypot(places[:, 0], places[:, 1]), NEARLY_ALL)) if len(places) else 0.0
    return places / np.float32(reach) if reach > 1e-6 else np.zeros_like(places)


# Kept in the cache folder ----------------------------------------------------------------------------------------


def file_of(library: Library, kind: str = "") -> Path:
    """Where the map of a kind is kept, by the encoder at work."""
    encoder = hashlib.blake2b(library.spec.id.encode(), digest_size=8).hexdigest()
    return library.folder / "cache" / "map" / f"{encoder}{kind and '-'}{kind}.npz"


def key_of(library: Library, recipe: str, hashes: list[bytes]) -> str:
    """Names the map of these pictures, as this library compares them."""
    named = b"\n".join((recipe.encode(), library.spec.id.encode(), library.scores.reference.version.encode(), *hashes))
    return hashlib.blake2b(named, digest_size=16).hexdigest()


def kept(file: Path, key: str) -> tuple[NDArray[np.bytes_], NDArray[np.float32], float] | None:
    """Hashes, shape (n,), places, shape (n, 2), and `told` of the map of this name.

    None where there is none, or a damaged one.
    """
    try:
        with file.open("rb") as stream, np.load(stream, allow_pickle=False) as found:
            hashes, places = found["hashes"], found["places"].astype(np.float32)
            if str(found["key"]) != key or places.shape != (len(hashes), 2):
                return None
            return hashes.astype("S32"), places, float(found["told"])
    except (OSError, ValueError, KeyError, EOFError, TypeError, BadZipFile):
        return None


def keep(file: Path, key: str, made: PictureMap, hashes: NDArray[np.bytes_]) -> None:
    """Write it for the next time; where that fails the next time makes it again."""
    part = file.with_suffix(".part.npz")
    with suppress(OSError):
        file.parent.mkdir(exist_ok=True)  # of the cache alone: a library that is gone is not begun anew
        np.savez(part, key=np.array(key), hashes=hashes, places=made.places, told=np.array(made.told))
        os.replace(part, file)
