"""Which rows lie near a direction or near each other, without looking at all of them. FAISS is used here alone."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nomina.domain import Rows
from nomina.fixedpoint import Quantised, products

TRIED = 48
"""Made-up searches of each kind, by which it is measured what a search must look at."""
EXACT = 10_000
"""Rows up to which `neighbours` looks at every pair: a second with 128 numbers a row."""
LOOKED_INTO = 8
"""Cells that `neighbours` searches for each row."""
CELLS = 2.0
"""Cells of `neighbours` as a multiple of √n."""
BLOCK = 512
"""Rows that `neighbours` searches for at a time."""


def principal(points: Rows, count: int) -> tuple[Rows, NDArray[np.float32]]:
    """The directions along which rows of shape (n, d) differ most (faiss.PCAMatrix), the strongest first.

    Returns:
        the directions, orthonormal, shape (count, d); and the points' mean along them, shape (count,).
    """
    import faiss

    matrix: Any = faiss.PCAMatrix(points.shape[1], count)
    matrix.train(np.ascontiguousarray(points, np.float32))
    directions = faiss.vector_to_array(matrix.A).reshape(-1, points.shape[1])[:count]
    return directions, -faiss.vector_to_array(matrix.b)[:count]


def made_up_searches(points: Rows, rng: np.random.Generator) -> list[Rows]:
    """Directions that a person may look along, by kind, each of shape (TRIED, d).

    The first are like pictures that are not there. The others, like words, are far from all pictures and a little
    nearer to some: by what sets two pictures apart, and by noise that goes anywhere. The last are found too easily
    where only the nearest are looked at, and hardly where few directions are.
    """
    some, one, other = (points[rng.integers(0, len(points), (3, TRIED))] for _ in range(3))
    noise = rng.standard_normal((TRIED, points.shape[1]), np.float32)
    away = [_unit(one[0] - other[0]), _unit(one[1] - other[1]), _unit(noise)]
    shares = np.array([0.75, 0.5, 0.5], np.float32)
    return [
        _unit((share * near + np.sqrt(1 - share**2) * far).astype(np.float32))
        for share, near, far in zip(shares, some, away, strict=True)
    ]


def best_of(
    rows: Quantised, read: NDArray[np.bool_], codes: NDArray[np.int8], count: int
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Numbers of the rows with the highest products with a direction's codes, best first, and those; all are looked at.

    Of rows with the same product the first comes first.
    """
    along = products(rows, codes) * rows.scales
    along[~read] = -np.inf
    count = min(count, int(read.sum()))
    if not count:
        return np.zeros(0, np.int64), np.zeros(0, np.float32)
    least = np.partition(along, len(along) - count)[len(along) - count]
    best = np.flatnonzero(along >= least)
    best = best[np.argsort(-along[best], kind="stable")][:count]
    return best, along[best]


def _unit(rows: Rows) -> Rows:
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12), np.float32)


def neighbours(rows: Rows, count: int) -> Generator[tuple[int, NDArray[np.int64]], None, None]:
    """The rows nearest to each row, block after block: (start, found) for rows start, start + 1, ...

    Up to EXACT rows every pair is looked at; above it rows are put into cells around means of some of them, and only
    the LOOKED_INTO nearest cells are searched (faiss.IndexIVFFlat), so that the time grows as n · √n, not n². What lies
    very near is found nearly always: tests/benchmarks/duplicates.py measures it.

    Args:
        rows: shape (n, d), float32.

    Yields:
        found: shape (m, min(count, n)), int64, the row itself among them; -1 where fewer were found.
    """
    import faiss

    rows = np.ascontiguousarray(rows, np.float32)
    n, d = rows.shape
    if n == 0:
        return
    index: Any = faiss.IndexFlatL2(d)
    if n > EXACT:
        means = index
        index = faiss.IndexIVFFlat(means, d, int(CELLS * n**0.5))
        index.nprobe = LOOKED_INTO
        index.cp.max_points_per_centroid, index.cp.min_points_per_centroid, index.cp.niter = 32, 1, 6
        index.train(rows)
    index.add(rows)
    for start in range(0, n, BLOCK):
        yield start, index.search(rows[start : start + BLOCK], min(count, n))[1]
