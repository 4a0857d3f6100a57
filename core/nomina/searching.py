"""Searching the placed rows of a library: all of them while they are few, by their sketches when they are many.

Sketches are derived data: made in a thread of their own while searches look at everything, kept beside the rows and
brought up to date before a search. Whatever sketches there are, what is found has the scores it has everywhere.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nomina.sketches import GROWN, Searched, Sketches, Stopped, load_sketches, make_sketches

SCANNED = 100_000
"""Rows up to which a search looks at all of them: 0.01 seconds of a processor, and nothing has to be made for it."""
AT_ONCE = 20_000
"""Rows that get their sketches while a search waits: a tenth of a second."""


class Searching:
    """Searches over the rows of one space of one encoder and reference. Used by one thread."""

    def __init__(self, folder: Path | None, mark: str = "") -> None:
        """Keep sketches in this folder; None keeps them in memory. mark: see Sketches."""
        self._folder, self._mark = folder, mark
        self._sketches: Sketches | None = None
        self._looked = False
        self._stopped = threading.Event()  # of what is being made
        self._thread: ThreadPoolExecutor | None = None
        self._making: Future[Sketches | None] | None = None

    def nearest(self, searched: Searched, codes: NDArray[np.int8], count: int) -> NDArray[np.int64]:
        """Numbers of the rows with the highest products with a direction's codes, best first, at most count."""
        sketches = self._current(searched) if len(searched) > SCANNED else None
        found = None if sketches is None else sketches.nearest(codes, count)
        return searched.best(codes, count) if found is None else found

    def _current(self, searched: Searched) -> Sketches | None:
        """The sketches of these rows; None while they are being made."""
        if not self._looked:
            self._looked = True
            self._sketches = load_sketches(self._folder, self._mark, searched)
        if self._making is not None:
            if not self._making.done():
                return None
            self.finish()
        known = self._sketches
        if known is None or len(searched) > GROWN * known.directions.made_for:
            self._make(lambda stopped: make_sketches(searched, self._folder, self._mark, stopped))
            return None
        missing = known.missing(searched)
        if len(missing) > AT_ONCE:
            self._make(lambda stopped: known.fill(searched, missing, stopped))
            return None
        if len(missing):
            known.fill(searched, missing, lambda: False)
        return known

    def _make(self, work: Callable[[Stopped], Sketches | None]) -> None:
        """Begin what takes long, in the thread for it; nobody else touches the sketches until it is done."""
        self._sketches, self._stopped = None, threading.Event()
        self._thread = self._thread or ThreadPoolExecutor(1, thread_name_prefix="sketches")
        self._making = self._thread.submit(work, self._stopped.is_set)

    def rows_went(self) -> None:
        """Others may come into their places while they are being sketched: what is being made is begun anew."""
        self._stopped.set()

    def finish(self) -> Sketches | None:
        """Wait until the sketches that are being made are there; None where none are wanted."""
        if self._making is not None:
            self._sketches, self._making = self._making.result(), None
            self._looked = self._sketches is not None  # else it was stopped: what is kept is looked at again
        return self._sketches

    def close(self) -> None:
        """Give up what is being made; it waits a second at most."""
        self._stopped.set()
        if self._thread is not None:
            self._thread.shutdown()
