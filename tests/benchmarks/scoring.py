"""Ratios, not times: `python tests/benchmarks/scoring.py`. Each line compares with the bare limit in the same run.

million  one category's exact scores of 1,000,000 x 512, against reading those rows once; then a hundred categories
column   one category's exact scores of N images, against a float32 matrix-vector product of the same shape
reading  pictures through the encoder's host (read, hash, decode, thumbnail, encode), against the network alone in a
         process that keeps freed memory, and in one that does not
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nomina import LocalHost, sample_pictures
from nomina.domain import Rows
from nomina.encoders import catalog
from nomina.encoders.allocator import keep_freed_memory
from nomina.encoders.host import BATCH
from nomina.fixedpoint import Quantised, direction_codes, products, quantise
from nomina.reference import unit

IMAGES, DIMENSION = 100_000, 1280


def seconds(work: Callable[[], object], times: int = 7) -> float:
    """The fastest of some runs: what the machine can do when nobody else asks."""
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return min(taken)


def column() -> None:
    """Exact products against float32 BLAS."""
    rng = np.random.default_rng(0)
    rows = unit(rng.normal(size=(IMAGES, DIMENSION)).astype(np.float32))
    quantised = quantise(rows)
    direction = unit(rng.normal(size=(1, DIMENSION)).astype(np.float32))[0]
    codes, _ = direction_codes(direction)
    exact, bare = seconds(lambda: products(quantised, codes)), seconds(lambda: rows @ direction)
    print(f"column   {exact * 1e3:.0f} ms exact, {bare * 1e3:.0f} ms float32: {exact / bare:.1f} x")


def million() -> None:
    """A category over a million images against reading their rows once; a hundred of them with the best five kept."""
    rng = np.random.default_rng(0)
    codes = rng.integers(-90, 91, (1_000_000, 512), dtype=np.int8)
    rows = Quantised(codes, np.full(len(codes), 0.01, np.float32))
    directions = rng.integers(-180, 181, (100, 512)).astype(np.float32)
    words = codes.view(np.int64).reshape(-1)
    read = seconds(lambda: np.bitwise_or.reduce(words), 5)
    one = seconds(lambda: products(rows, directions[0]), 5)
    print(f"million  one category {one:.3f} s, reading the rows once {read:.3f} s: {one / read:.1f} x")
    started = time.perf_counter()
    best = _best_five(rows, directions)
    many = time.perf_counter() - started
    assert best.shape == (len(codes), 5)
    print(f"million  100 categories with the best five kept {many:.1f} s: {many / 100 / one:.2f} x one category each")


def _best_five(rows: Quantised, directions: Rows) -> NDArray[np.int64]:
    """Columns of the best five categories of each image, shape (n, 5), a block at a time."""
    best = np.empty((len(rows), 5), np.int64)
    for start in range(0, len(rows), 4096):
        block = slice(start, start + 4096)
        scores = rows.codes[block].astype(np.float32) @ directions.T
        best[block] = np.argpartition(scores, -5, axis=1)[:, -5:]
    return best


def reading() -> None:
    """The host's rate against the network's."""
    encoder = catalog.load("starter")
    host = LocalHost(lambda: encoder)
    paths = [sample.path for sample in sample_pictures()]
    with tempfile.TemporaryDirectory() as folder:
        copies = _copies(paths, Path(folder), 96)
        pixels = [encoder.prepare(image) for image in _decoded(paths)]
        batch = pixels[:BATCH]
        wasteful = BATCH / seconds(lambda: encoder.encode_pixels(batch), 9)
        keep_freed_memory()
        alone = BATCH / seconds(lambda: encoder.encode_pixels(batch), 9)
        rates = []
        for _ in range(3):
            started = time.perf_counter()
            count = sum(len(readings) for readings in host.read(copies, set()))
            rates.append(count / (time.perf_counter() - started))
    host.close()
    rate = statistics.median(rates)
    print(
        f"memory   {alone:.1f} pictures a second with freed memory kept, {wasteful:.1f} not: {alone / wasteful:.1f} x"
    )
    print(f"reading  {rate:.1f} pictures a second, the network alone {alone:.1f}: {rate / alone:.2f} of the limit")


def _copies(paths: list[Path], folder: Path, count: int) -> list[Path]:
    """Files of different bytes: a trailing number does not change the picture."""
    out = []
    for i in range(count):
        source = paths[i % len(paths)]
        out.append(folder / f"{i}{source.suffix}")
        out[-1].write_bytes(source.read_bytes() + str(i).encode())
    return out


def _decoded(paths: list[Path]) -> list[object]:
    from nomina import images

    return [images.decode(path.read_bytes()) for path in paths]


if __name__ == "__main__":
    chosen = sys.argv[1:] or ["column", "million", "reading"]
    for name in chosen:
        {"column": column, "million": million, "reading": reading}[name]()
