"""What an export wrote last time, so that the next one can say what changed.

One small file a target in the library's cache: derived, and lost with it; the next export then counts as the first.
"""

from __future__ import annotations

import hashlib
from array import array
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nomina.export.row import Row

Marks = NDArray[np.uint64]
"""Shape (n, 2): a mark of the picture and one of what was written of it; in the order of the first."""


@dataclass(frozen=True, slots=True)
class Changes:
    """How an export differs from the last one to the same target.

    Attributes:
        added, removed: pictures that were not, or are no longer, in it.
        changed: pictures that lie elsewhere or have other labels. A probability that moved is no change.
        same: the others.
    """

    added: int
    removed: int
    changed: int
    same: int


class Recorder:
    """Takes the rows of an export as they go by: 24 bytes each."""

    def __init__(self) -> None:
        """Nothing was seen."""
        self._marks = bytearray()
        self._ids = array("q")

    def see(self, row: Row) -> None:
        """Remember a row."""
        said = row.file + "".join([f"\0{label.category}\1{label.origin}" for label in row.labels])
        self._ids.append(row.id)
        self._marks += bytes.fromhex(row.hash[:16])
        self._marks += hashlib.blake2b(said.encode("utf-8", "surrogateescape"), digest_size=8).digest()

    def ids(self) -> NDArray[np.int64]:
        """Ids of the images that were seen, in their order."""
        return np.array(self._ids, np.int64)

    def marks(self, without: set[int]) -> Marks:
        """All that was seen, but for the images of these ids."""
        marks = np.frombuffer(bytes(self._marks), ">u8").astype(np.uint64).reshape(-1, 2)
        if without:
            marks = marks[~np.isin(self.ids(), list(without))]
        return np.asarray(marks[np.argsort(marks[:, 0], kind="stable")])


def changes(before: Marks, now: Marks) -> Changes:
    """Compare two exports."""
    _, at, there = np.intersect1d(before[:, 0], now[:, 0], return_indices=True)
    same = int((before[at, 1] == now[there, 1]).sum())
    return Changes(len(now) - len(there), len(before) - len(at), len(at) - same, same)


def load(folder: Path, format: str, target: Path) -> Marks | None:
    """What was written to the target last time in this format; None where that is not known."""
    try:
        marks = np.load(_file(folder, format, target), allow_pickle=False)
    except (OSError, ValueError):
        return None
    return marks if marks.ndim == 2 and marks.shape[1] == 2 and marks.dtype == np.uint64 else None


def save(folder: Path, format: str, target: Path, marks: Marks) -> None:
    """Remember what was written; a disk that refuses costs the next comparison and nothing else."""
    file = _file(folder, format, target)
    with suppress(OSError):
        file.parent.mkdir(exist_ok=True)  # of the cache alone: a library that is gone is not begun anew
        np.save(file, marks, allow_pickle=False)


def _file(folder: Path, format: str, target: Path) -> Path:
    key = hashlib.blake2b(f"{format}\0{target}".encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()
    return folder / "cache" / "exports" / f"{key}.npy"
