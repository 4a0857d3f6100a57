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
from nomina.blocks import in_blocks
from nomina.directions import scores_of
from nomina.domain import Calibration, Rows
from nomina.encoders import catalog
from nomina.encoders.allocator import keep_freed_memory
from nomina.encoders.hands import BATCH
from nomina.fixedpoint import Quantised, direction_codes, products, quantise
from nomina.prototypes import Evidence, prototype
from nomina.reference import Placed, unit

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
    codes = direction_codes(direction)
    exact, bare = seconds(lambda: products(quantised, codes)), seconds(lambda: rows @ direction)
    print(f"column   {exact * 1e3:.0f} ms exact, {bare * 1e3:.0f} ms float32: {exact / bare:.1f} x")


def million() -> None:
    """A category over a million images against reading their rows once; then many of them."""
    rng = np.random.default_rng(0)
    codes = rng.integers(-90, 91, (1_000_000, 512), dtype=np.int8)
    rows = Quantised(codes, np.full(len(codes), 0.01, np.float32))
    directions = rng.integers(-90, 91, (100, 512), dtype=np.int8)
    words = codes.view(np.int64).reshape(-1)
    read, one = told(lambda: np.bitwise_or.reduce(words)), told(lambda: products(rows, directions[0]))
    _against("one category's products", one, read)
    _whole_columns(rows, read)
    exact = products(rows, directions[0])
    fixedpoint.bytes_products = None  # type: ignore[assignment]
    _against("its products by floats", told(lambda: products(rows, directions[0])), read)
    assert (products(rows, directions[0]) == exact).all()
    many = told(lambda: _best_five(rows, directions.astype(np.float32)), 2)
    bare = told(lambda: _bare(directions.astype(np.float32)), 2)
    print(f"million  100 categories with the best five kept {many[0]:.1f} s, {many[1]:.1f} s of processors' time;")
    print(
        f"         the bare products of float32 rows that are at hand {bare[0]:.1f} and {bare[1]:.1f} s:"
        f" {many[0] / bare[0]:.1f} x, {many[1] / bare[1]:.1f} x by processors"
    )


def _whole_columns(rows: Quantised, read: tuple[float, float]) -> None:
    """What the library does: from the directions of a category to the scores of all images."""
    nothing, dimension = np.zeros(rows.codes.shape[1], np.float32), rows.codes.shape[1]
    constants = Calibration(nothing, 40.0, 10.0, nothing, 10.0, 0.2, 0.0, 1.0, 1.0, 5.0)
    placed, texts = Placed(rows, rows), unit(np.random.default_rng(1).normal(size=(20, dimension)).astype(np.float32))
    none, few = (placed.take(np.arange(count)) for count in (0, 5))
    by_words = [prototype(constants, Evidence(text, none, none)) for text in texts]
    by_both = prototype(constants, Evidence(texts[0], few, none))
    by_pictures = prototype(constants, Evidence(None, few, none))
    _against("its scores by words", told(lambda: by_words[0].score(placed)), read)
    _against("its scores by pictures", told(lambda: by_pictures.score(placed)), read)
    _against("by both, of two spaces (read twice)", told(lambda: by_both.score(placed)), (2 * read[0], 2 * read[1]))
    together = told(lambda: scores_of(by_words, placed), 2)
    print(f"million  20 categories in one pass {together[0]:.2f} s, {together[1]:.2f} s of processors' time")


def _against(name: str, taken: tuple[float, float], read: tuple[float, float]) -> None:
    print(
        f"million  {name:38} {taken[0]:.3f} s, reading the rows {read[0]:.3f} s: {taken[0] / read[0]:.1f} x;"
        f" of processors' time {taken[1]:.3f} s: {taken[1] / read[1]:.1f} x",
        flush=True,
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

    def fill(block: slice) -> None:
        scores = rows.codes[block].astype(np.float32) @ directions.T
        at = np.arange(len(scores))
        for place in range(5):
            highest = scores.argmax(axis=1)
            best[block, place] = highest
            scores[at, highest] = -np.inf

    with threadpool_limits(1):
        in_blocks(len(rows), 1024, fill)
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
