"""Ratios, not times: `python tests/benchmarks/scoring.py`. Each line compares with the bare limit in the same run.

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

from nomina import LocalHost, sample_pictures
from nomina.encoders import catalog
from nomina.encoders.allocator import keep_freed_memory
from nomina.encoders.host import BATCH
from nomina.fixedpoint import direction_codes, products, quantise
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
    chosen = sys.argv[1:] or ["column", "reading"]
    for name in chosen:
        {"column": column, "reading": reading}[name]()
