"""Rows that no picture was read for, and a real library full of them: what the benchmarks of big libraries share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nomina import LocalHost, library, walking
from nomina.domain import Calibration, EncoderSpec, Facts, Reading, Rows
from nomina.encoders.host import Needed, Readings, everything
from nomina.ingest import Added, _read, _Search
from nomina.reference import unit
from nomina.testing import ColourEncoder

DIMENSION = 512
BATCH = 256
SUBJECTS = 1000
THUMBNAIL = b"\xff" * 64
"""Stands for a JPEG: real ones are of one size whatever the library's, and would only fill the disk."""


class Wide(ColourEncoder):
    """An encoder of CLIP's shape: words and pictures in one space of 512. It is asked what it is, and for words."""

    spec = EncoderSpec("wide@1", "Wide", DIMENSION, (0, DIMENSION), (0, DIMENSION), "cpu", ("{}",))

    def calibration(self) -> Calibration:
        """Rows are centred as they are."""
        nothing = np.zeros(DIMENSION, np.float32)
        return Calibration(nothing, 10.0, 10.0, nothing, 10.0, 0.2, 0.0, 1.0, 1.0, 5.0)

    def encode_texts(self, texts: Iterable[str]) -> Rows:
        """A direction for each text, always the same; “subject 7” points at subject 7 as words do: not quite."""
        return np.stack([_direction(text) for text in texts])


def _direction(text: str) -> NDArray[np.float32]:
    rng = np.random.default_rng(list(text.encode()))
    own = rng.normal(size=DIMENSION)
    number = text.removeprefix("subject ")
    aim = subjects()[int(number) % SUBJECTS] if number.isdigit() else np.zeros(DIMENSION)
    return unit((own + aim).astype(np.float32)[None])[0]


@cache
def subjects() -> Rows:
    """What the made-up pictures show, shape (SUBJECTS, DIMENSION)."""
    return np.random.default_rng(0).normal(size=(SUBJECTS, DIMENSION)).astype(np.float32)


def clusters(count: int, seed: int = 1) -> Rows:
    """Unit rows around SUBJECTS means, shape (count, DIMENSION): clean, and easier than what encoders give."""
    rng, means = np.random.default_rng(seed), subjects()
    noise = rng.standard_normal((count, DIMENSION), np.float32)
    return unit(means[rng.integers(0, SUBJECTS, count)] + noise)


def like_real(real: Rows, count: int, seed: int = 1) -> Rows:
    """Unit rows that lie as an encoder's do: between two real rows that are near each other, plus what parts others.

    A row is a real one, moved towards one of its neighbours, plus differences of three other pairs of neighbours: the
    spectrum, the crowding and the spread of density are the encoder's own.

    Args:
        real: centred unit rows of real pictures, shape (m, d).

    Returns:
        shape (count, d).
    """
    rng, m = np.random.default_rng(seed), len(real)
    near = np.argsort(-(real @ real.T), axis=1)[:, 1:9]
    out = np.empty((count, real.shape[1]), np.float32)
    for start in range(0, count, 16384):
        size = min(16384, count - start)
        one = rng.integers(0, m, size)
        towards = rng.random((size, 1), np.float32) * np.float32(0.5)
        rows = real[one] * (1 - towards) + real[near[one, rng.integers(0, 8, size)]] * towards
        for _ in range(3):
            pair = rng.integers(0, m, size)
            apart = real[pair] - real[near[pair, rng.integers(0, 8, size)]]
            rows += apart * rng.standard_normal((size, 1), np.float32) * np.float32(0.5)
        out[start : start + size] = rows
    return unit(out)


def looks(count: int, seed: int = 2) -> NDArray[np.uint64]:
    """Perceptual hashes, shape (count,); every twentieth pair of neighbours differs in two bits: near-duplicates."""
    rng = np.random.default_rng(seed)
    out = rng.integers(0, 2**63, count, dtype=np.uint64) * np.uint64(2)
    twins = np.arange(1, count, 20)
    out[twins] = out[twins - 1] ^ np.uint64(3)
    return out


def pictures(first: int, rows: Rows) -> list[Reading]:
    """What a host would give for files of these rows; numbered from `first`, which their hashes and names tell."""
    numbers = np.arange(first, first + len(rows), dtype=np.uint64)
    scrambled = numbers * np.uint64(0x9E3779B97F4A7C15)  # hashes come in no order
    out = []
    for number, mixed, row, seen in zip(numbers.tolist(), scrambled.tolist(), rows, looks(len(rows)), strict=True):
        path = Path(f"/pictures/{2000 + number % 25}/{number // 5000:04}/img_{number}.jpg")
        day = f"{2000 + number % 25}-{1 + number % 12:02}-{1 + number % 28:02}T12:00:00"
        facts = Facts(day, f"Camera {number % 7}", None, None, int(seen))
        out.append(Reading(path, f"{mixed:016x}{number:016x}", 2_000_000, 1, 4000, 3000, THUMBNAIL, row, facts))
    return out


class MadeUpHost(LocalHost):
    """Gives made-up readings for the paths it is asked to read; the rest of the way in is the real one."""

    def __init__(self) -> None:
        super().__init__(Wide)
        self.coming: list[Reading] = []

    def read(self, paths: Iterable[Path | None], needed: Needed = everything, _: object = None) -> Readings:
        """What was put into `coming`, a batch at a time."""
        yield from _batches(self.coming)


def _batches(readings: list[Reading]) -> Iterator[list[Reading]]:
    for start in range(0, len(readings), BATCH):
        yield readings[start : start + BATCH]


def take_in(opened: library.Library, host: MadeUpHost, first: int, rows: Rows) -> None:
    """Add made-up pictures as `add_images` adds what it has found to be new: with history, facts and thumbnails."""
    host.coming = pictures(first, rows)
    search = _Search((), walking.AS_USUAL, Added())
    for _ in _read(opened, iter([each.path for each in host.coming]), f"Add {len(rows):,} pictures", search):
        pass
