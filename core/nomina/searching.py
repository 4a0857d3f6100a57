"""Searching the placed rows of a library: all of them while they are few, some cells of them when they are many.

Cells are derived data: made in a thread of their own while searches look at everything, saved beside the rows, brought
up to date before a search. Whatever cells there are, what is found has the scores it has everywhere.
"""

from __future__ import annotations

import threading
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nomina.fixedpoint import Quantised
from nomina.index import SCANNED, Cells, best_of, load_cells, make_cells

SAVED_AGAIN = 20_000
"""Rows put into cells since they were saved: it takes a second, and they are saved again."""


class Searching:
    """Searches over the rows of one space of one encoder and reference. Used by one thread."""

    def __init__(self, file: Path | None) -> None:
        """Save cells in this file; None keeps them in memory."""
        self._file = file
        self._cells: Cells | None = None
        self._looked = False
        self._stopped = threading.Event()
        self._thread: ThreadPoolExecutor | None = None
        self._making: Future[Cells | None] | None = None

    def nearest(
        self, ids: NDArray[np.int64], rows: Quantised, read: NDArray[np.bool_], codes: NDArray[np.float32], count: int
    ) -> NDArray[np.int64]:
        """Numbers of the rows with the highest products with a direction's codes, best first, at most count.

        Args:
            ids: of the images, ascending, shape (n,); another array whenever they are others.
            rows: theirs. read: which of them are there, shape (n,).
        """
        cells = self._current(ids, rows, read) if len(rows) > SCANNED else None
        if cells is None or not cells.probes:
            return best_of(rows, read, codes, count)[0]
        probes = cells.probes
        while True:  # for a search that wants more than a few cells hold
            some = cells.near(codes, probes)
            if len(some) >= 4 * count or probes >= len(cells.means):
                break
            probes *= 2
        return some[best_of(rows.take(some), np.ones(len(some), bool), codes, count)[0]]

    def _current(self, ids: NDArray[np.int64], rows: Quantised, read: NDArray[np.bool_]) -> Cells | None:
        """The cells of these rows; None while they are being made."""
        if not self._looked:
            self._looked = True
            self._cells = None if self._file is None else load_cells(self._file, rows.codes.shape[1])
        if self._making is not None and self._making.done():
            self._cells, self._making = self._making.result() or self._cells, None
        if self._cells is not None and self._cells.ids is not ids:
            self._cells, fresh = self._cells.of(ids, rows, read)
            if fresh >= SAVED_AGAIN and self._file is not None:
                self._cells.save(self._file)
        if self._making is None and (self._cells is None or self._cells.outgrown):
            self._make(ids, rows, read.copy())
        return self._cells

    def _make(self, ids: NDArray[np.int64], rows: Quantised, read: NDArray[np.bool_]) -> None:
        def make() -> Cells | None:
            made = make_cells(ids, rows, read, self._stopped.is_set)
            if made is not None and self._file is not None:
                made.save(self._file)
            return made

        self._thread = self._thread or ThreadPoolExecutor(1, thread_name_prefix="cells")
        self._making = self._thread.submit(make)

    def finish(self) -> Cells | None:
        """Wait until the cells that are being made are there; None where none are wanted."""
        if self._making is not None:
            self._cells, self._making = self._making.result() or self._cells, None
        return self._cells

    def close(self) -> None:
        """Give up what is being made; it waits a few seconds at most."""
        self._stopped.set()
        if self._thread is not None:
            self._thread.shutdown()
