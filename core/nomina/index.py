"""Which rows lie near a direction or near each other, without looking at all of them. FAISS is used here alone."""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable, Generator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from nomina.domain import Rows
from nomina.fixedpoint import Quantised, direction_codes, products

SCANNED = 100_000
"""Rows up to which a search looks at all of them: 0.01 seconds of a processor, and nothing has to be made for it."""
CELLS = 2.0
"""Cells as a multiple of √n."""
ROUNDS, A_CELL = 6, 50
"""How often the means of the cells are moved, and from how many rows a cell."""
PROBES = (8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256)
"""Cells that a search may look into: as few as find AT_LEAST of the BEST nearest rows of TRIED made-up searches."""
AT_LEAST, BEST, TRIED = 0.99, 10, 128
WORTH = 10
"""A search that must look into more than one cell in so many goes through all rows, in their order: with one in eight
of a million looked into, 99 of 100 searches were three times faster through everything."""
GROWN = 2.0
"""Cells are made anew once there are so many times the rows they were made for."""
ROWS_A_TIME = 4096
NOWHERE = -1

EXACT = 10_000
"""Rows up to which `neighbours` looks at every pair: a second with 128 numbers a row."""
LOOKED_INTO = 8
"""Cells that `neighbours` searches for each row."""
BLOCK = 512
"""Rows that `neighbours` searches for at a time."""


@dataclass(eq=False)
class Cells:
    """Rows put into cells around means, so that a search looks at those in the cells nearest to what is sought.

    An inverted file as FAISS's IndexIVF, whose lists are numbers of rows that lie elsewhere: there is no second copy
    of a million rows, what a search finds has the very scores it has everywhere, and rows come and go freely. The means
    and who is nearest to them are FAISS's work. docs/decisions/0015-million.md compares it with others.

    Attributes:
        ids: of the images whose rows they are, ascending, shape (n,).
        means: of unit length, shape (c, d), float32.
        cell: of each row, shape (n,), int32; NOWHERE for a row that is not there.
        probes: how many cells a search looks into; 0 if even many would miss too much, so that all rows must be.
        recall: the share of the BEST nearest rows that such searches found when the cells were made.
        made_for: how many rows they were made for.
    """

    ids: NDArray[np.int64]
    means: Rows
    cell: NDArray[np.int32]
    probes: int
    recall: float
    made_for: int
    _lists: tuple[NDArray[np.int64], NDArray[np.int64]] | None = field(default=None, repr=False)

    def near(self, direction: NDArray[np.float32], probes: int | None = None) -> NDArray[np.int64]:
        """Rows in the cells nearest to a direction of shape (d,), ascending."""
        if self._lists is None:
            order = np.argsort(self.cell, kind="stable")
            self._lists = order, np.searchsorted(self.cell[order], np.arange(len(self.means) + 1))
        order, starts = self._lists
        count = min(self.probes if probes is None else probes, len(self.means))
        best = np.argpartition(-(self.means @ direction), count - 1)[:count]
        return np.sort(np.concatenate([order[starts[cell] : starts[cell + 1]] for cell in best.tolist()]))

    def of(self, ids: NDArray[np.int64], rows: Quantised, read: NDArray[np.bool_]) -> tuple[Cells, int]:
        """These cells with the rows of these images in them, and how many had to be put there: new ones."""
        at = np.minimum(np.searchsorted(self.ids, ids), max(len(self.ids) - 1, 0))
        cell = np.where((self.ids[at] == ids) & read, self.cell[at], NOWHERE).astype(np.int32)
        fresh = np.flatnonzero((cell == NOWHERE) & read)
        cell[fresh] = _nearest_means(self.means, rows.take(fresh))
        return Cells(ids, self.means, cell, self.probes, self.recall, self.made_for), len(fresh)

    @property
    def outgrown(self) -> bool:
        """Whether there are so many more rows by now that others would be better."""
        return len(self.cell) > GROWN * self.made_for

    def save(self, file: Path) -> None:
        """Write them for the next time; where that fails the next time makes them again."""
        part = file.with_suffix(".part.npz")
        told = np.array([self.probes, self.recall, self.made_for])
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            np.savez(part, ids=self.ids, means=self.means, cell=self.cell, told=told)
            os.replace(part, file)


def load_cells(file: Path, width: int) -> Cells | None:
    """The cells that were saved; None where there are none, or damaged ones, or for rows of another width.

    They may be of other images than the library has now: `Cells.of` puts that right.
    """
    try:
        with file.open("rb") as stream, np.load(stream, allow_pickle=False) as found:
            ids, means, cell, told = (found[name] for name in ("ids", "means", "cell", "told"))
    except (OSError, ValueError, KeyError, EOFError, BadZipFile, zlib.error):
        return None
    if means.shape[1:] != (width,) or ids.shape != cell.shape or not len(ids) or told.shape != (3,):
        return None
    return Cells(ids, means, cell, int(told[0]), float(told[1]), int(told[2]))


def make_cells(
    ids: NDArray[np.int64], rows: Quantised, read: NDArray[np.bool_], stopped: Callable[[], bool]
) -> Cells | None:
    """Put rows into cells, and measure how many of them a search must look into; a minute for a million.

    Args:
        ids: of the images, ascending, shape (n,). rows: theirs. read: which of them are there, shape (n,).
        stopped: asked every few seconds whether to give up; then nothing comes of it.
    """
    import faiss

    rng, there = np.random.default_rng(len(rows)), np.flatnonzero(read)
    count = max(1, int(CELLS * len(there) ** 0.5))
    sample = np.sort(rng.choice(there, min(len(there), count * A_CELL), replace=False))
    points = _unit(rows.take(sample).widened())
    means = points[rng.choice(len(points), count, replace=False)]
    for _ in range(ROUNDS):
        if stopped():
            return None
        clustering: Any = faiss.Kmeans(
            points.shape[1], count, niter=1, spherical=True, min_points_per_centroid=1, max_points_per_centroid=A_CELL
        )
        clustering.train(points, init_centroids=means)
        means = clustering.centroids
    cell = np.full(len(rows), NOWHERE, np.int32)
    for start in range(0, len(there), ROWS_A_TIME):
        if stopped():
            return None
        some = there[start : start + ROWS_A_TIME]
        cell[some] = _nearest_means(means, rows.take(some))
    made = Cells(ids, means, cell, 0, 1.0, len(rows))
    made.probes, made.recall = _measured(made, rows, read, _searches(points, rng), stopped)
    return None if stopped() else made


def _searches(points: Rows, rng: np.random.Generator) -> Rows:
    """Directions that a person may look along, shape (TRIED, d): half are like pictures that are not there, and half,
    like words, are far from all pictures, and a little nearer to some.

    What sets them apart from a picture is what sets other pictures apart: noise that goes anywhere is found too easily.
    """
    some, one, other = (points[rng.integers(0, len(points), TRIED)] for _ in range(3))
    share = np.where(np.arange(TRIED) % 2, 0.5, 0.75).astype(np.float32)[:, None]
    return _unit((share * some + np.sqrt(1 - share**2) * _unit(one - other)).astype(np.float32))


def _measured(
    cells: Cells, rows: Quantised, read: NDArray[np.bool_], searches: Rows, stopped: Callable[[], bool]
) -> tuple[int, float]:
    """How many cells must be looked into, and the share of the nearest rows that are found then; 0 if none suffice."""
    wanted = []
    for direction in searches:
        if stopped():
            return 0, 0.0
        wanted.append(best_of(rows, read, direction_codes(direction)[0], BEST)[0])
    recall = 0.0
    for probes in PROBES:
        if probes * WORTH > len(cells.means):
            break
        found = [np.isin(best, cells.near(along, probes)) for along, best in zip(searches, wanted, strict=True)]
        recall = float(np.mean(np.concatenate(found)))
        if recall >= AT_LEAST:
            return probes, recall
    return 0, recall


def best_of(
    rows: Quantised, read: NDArray[np.bool_], codes: NDArray[np.float32], count: int
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


def _nearest_means(means: Rows, rows: Quantised) -> NDArray[np.int32]:
    """The mean of which each row has most, shape (n,)."""
    import faiss

    if not len(rows):
        return np.zeros(0, np.int32)
    index: Any = faiss.IndexFlatIP(means.shape[1])
    index.add(means)
    out = np.empty(len(rows), np.int32)
    for start in range(0, len(rows), ROWS_A_TIME):
        some = rows.take(np.arange(start, min(start + ROWS_A_TIME, len(rows))))
        out[start : start + ROWS_A_TIME] = index.search(some.widened(), 1)[1][:, 0]
    return out


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
