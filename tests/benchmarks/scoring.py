"""Ratios, not times: `python tests/benchmarks/scoring.py`. Each line compares with the bare limit in the same run.

million  one category's exact scores of 1,000,000 x 512, against reading those rows once; then a hundred categories
column   one category's exact scores of N images, against a float32 matrix-vector product of the same shape
reading  pictures through the encoder's host (read, hash, decode, thumbnail, encode), against the network alone in a
         process that keeps freed memory, and in one that does not
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from nomina import LocalHost, fixedpoint, sample_pictures
from nomina.domain import Rows
from nomina.encoders import catalog
from nomina.encoders.allocator import keep_freed_memory
from nomina.encoders.hands import BATCH
from nomina.fixedpoint import SHARE, Quantised, direction_codes, products, quantise
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
    read, one = told(lambda: np.bitwise_or.reduce(words)), told(lambda: products(rows, directions[0]))
    exact = products(rows, directions[0])
    fixedpoint.bytes_products = None  # type: ignore[assignment]
    floats = told(lambda: products(rows, directions[0]))
    assert (products(rows, directions[0]) == exact).all()
    for name, taken in (("by bytes", one), ("by floats", floats)):
        ratios = [each / base for each, base in zip(taken, read, strict=True)]
        print(
            f"million  one category {name} {taken[0]:.3f} s, reading the rows once {read[0]:.3f} s: {ratios[0]:.1f} x;"
        )
        print(f"         of processors' time {taken[1]:.3f} and {read[1]:.3f} s: {ratios[1]:.1f} x")
    many = told(lambda: _best_five(rows, directions), 2)
    bare = told(lambda: _bare(directions), 2)
    print(f"million  100 categories with the best five kept {many[0]:.1f} s, {many[1]:.1f} s of processors' time;")
    print(
        f"         the bare products of float32 rows that are at hand {bare[0]:.1f} and {bare[1]:.1f} s:"
        f" {many[0] / bare[0]:.1f} x, {many[1] / bare[1]:.1f} x by processors"
    )


def _bare(directions: Rows) -> None:
    """The multiplications of a million rows by these directions and nothing else: blocks that stay in the cache."""
    block = np.ones((1024, directions.shape[1]), np.float32)
    turned = np.ascontiguousarray(directions.T)

    def fill(count: int) -> None:
        for _ in range(count):
            block @ turned

    with threadpool_limits(1), ThreadPoolExecutor(os.cpu_count()) as threads:
        list(threads.map(fill, [1_000_000 // 1024 // 8] * 8))


def told(work: Callable[[], object], times: int = 5) -> tuple[float, float]:
    """The least seconds of some runs, and the least seconds of processors' time, which others hardly change."""
    taken = []
    for _ in range(times):
        wall, processor = time.perf_counter(), time.process_time()
        work()
        taken.append((time.perf_counter() - wall, time.process_time() - processor))
    return min(each[0] for each in taken), min(each[1] for each in taken)


def _best_five(rows: Quantised, directions: Rows) -> NDArray[np.int16]:
    """Columns of the best five categories of each image, shape (n, 5): one pass over the rows for all categories.

    A block of rows is widened, multiplied and looked through while it is in the cache. BLAS's own threads would wait
    for each other.
    """
    best = np.empty((len(rows), 5), np.int16)

    def fill(first: int) -> None:
        for start in range(first, min(first + SHARE, len(rows)), 1024):
            block = slice(start, min(start + 1024, first + SHARE))
            scores = rows.codes[block].astype(np.float32) @ directions.T
            at = np.arange(len(scores))
            for place in range(5):
                highest = scores.argmax(axis=1)
                best[start : start + len(at), place] = highest
                scores[at, highest] = -np.inf

    with threadpool_limits(1), ThreadPoolExecutor(os.cpu_count()) as threads:
        list(threads.map(fill, range(0, len(rows), SHARE)))
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
            count = sum(len(readings) for readings in host.read(copies))
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
