"""Sketches of placed rows: few numbers for each, by which a search chooses the rows that it compares in full.

A sketch has a row's numbers along the directions in which the rows of a library differ most. Directions are learned
from a sample and stay as they are until the library has doubled, so that a new row is one more product. Sketches lie in
mapped files beside the rows (kept.py), and are believed as little: each says of which image it is and of which
directions, under a checksum a block. docs/decisions/0015-million.md compares them with others.
"""

from __future__ import annotations

import dataclasses
import hashlib
import os
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from nomina.domain import Rows
from nomina.fixedpoint import Quantised, direction_codes, products, quantise
from nomina.index import best_of, made_up_searches, principal
from nomina.kept import KeptRows
from nomina.reference import Placed

NUMBERS = (64, 96, 128, 192, 256)
"""Numbers that a sketch may have: as few as will do, and at most half of a row's."""
SAMPLE = 20_000
"""Rows from which directions are learned, and by which it is foreseen how many numbers will do."""
AT_LEAST, BEST = 0.99, 10
"""What will do: that share of the BEST nearest rows of made-up searches is found, on the mean of each kind."""
FEWEST, MOST = 500, 4000
"""Candidates that are compared in full, as foreseen; where they are too few, twice as many. A thousand of a million lie
on as many pages, and take a millisecond."""
ROOM = 1.25
"""So many times the candidates that a sample foresees."""
WORTH = 8
"""A search that had to compare one row in so many in full is no faster than one that goes through all, in order."""
A_PLACE = 20
"""Candidates for each row that is wanted, where more than BEST are."""
GROWN = 2.0
"""Directions are learned anew once there are so many times the rows they were learned for."""
ROWS_A_TIME = 4096
FILE = "directions.npz"
Stopped = Callable[[], bool]
Tried = list[tuple[NDArray[np.int8], NDArray[np.int64]]]
"""Made-up searches of one kind: the codes of each, and its nearest rows."""


@dataclass(frozen=True, eq=False)
class Searched:
    """Rows that are searched; another object whenever there are others.

    Attributes:
        ids: of their images, ascending, shape (n,). hashes: of those, shape (n,).
        rows: n of them. read: which of them are there, shape (n,).
    """

    ids: NDArray[np.int64]
    hashes: NDArray[np.bytes_]
    rows: Quantised
    read: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.rows)

    def best(self, codes: NDArray[np.int8], count: int) -> NDArray[np.int64]:
        """Numbers of the rows with the highest products with a direction's codes, best first; all are looked at."""
        return best_of(self.rows, self.read, codes, count)[0]


@dataclass(frozen=True, eq=False)
class Directions:
    """What sketches are made by.

    Attributes:
        along: orthonormal, the strongest first, shape (m, d), float32; m is 0 where sketches are worth nothing.
        mean: of the library's rows along them, shape (m,).
        candidates: how many rows a search compares in full.
        recall: the share of the BEST nearest rows that made-up searches found with so many, of the worst kind.
        made_for: how many rows there were.
    """

    along: Rows
    mean: NDArray[np.float32]
    candidates: int
    recall: float
    made_for: int

    @property
    def name(self) -> str:
        """Names them by what they are: BLAKE2b-128, 32 hex digits."""
        return hashlib.blake2b(self.along.tobytes() + self.mean.tobytes(), digest_size=16).hexdigest()

    def sketch(self, rows: Quantised) -> Quantised:
        """The sketches of some rows. What all rows share is left out: it says nothing of which is nearest."""
        return quantise(np.asarray(rows.widened() @ self.along.T - self.mean, np.float32))

    def of(self, codes: NDArray[np.int8]) -> NDArray[np.int8]:
        """What to look for among sketches, for a direction's codes."""
        return direction_codes(self.along @ codes.astype(np.float32))

    def save(self, file: Path) -> None:
        """Write them for the next time; where that fails the next time learns them again."""
        part = file.with_suffix(".part.npz")
        told = np.array([self.candidates, self.recall, self.made_for])
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            np.savez(part, along=self.along, mean=self.mean, told=told)
            os.replace(part, file)


def load_directions(file: Path, width: int) -> Directions | None:
    """The directions that were saved; None where there are none, or damaged ones, or for rows of another width."""
    try:
        with file.open("rb") as stream, np.load(stream, allow_pickle=False) as found:
            along, mean, told = (found[name] for name in ("along", "mean", "told"))
    except (OSError, ValueError, KeyError, EOFError, BadZipFile, zlib.error):
        return None
    if along.shape[1:] != (width,) or mean.shape != along.shape[:1] or told.shape != (3,):
        return None
    return Directions(along, mean, int(told[0]), float(told[1]), int(told[2]))


class Sketches:
    """The sketches of a library's rows in one space."""

    def __init__(self, directions: Directions, folder: Path | None, mark: str) -> None:
        """Take what is whole of those that are kept in a folder.

        Args:
            folder: None keeps them in memory. mark: of the embeddings that the rows are placed from.
        """
        self.directions = directions
        like = Placed(None, quantise(np.zeros((0, len(directions.along)), np.float32)))
        self._kept = KeptRows(folder, like, f"{mark} {directions.name}")
        self._of: Searched | None = None

    def missing(self, searched: Searched) -> NDArray[np.int64]:
        """Become those of these rows; numbers of the rows that are there and have no sketch yet."""
        if not len(self.directions.along):
            return np.zeros(0, np.int64)
        if self._of is not searched:
            self._kept.follow(searched.ids, searched.hashes)
            self._of = searched
        return np.flatnonzero(searched.read & ~self._kept.read)

    def fill(self, searched: Searched, missing: NDArray[np.int64], stopped: Stopped) -> Sketches | None:
        """Make the sketches of these rows, and keep them; returns this, or None when it was stopped."""
        for start in range(0, len(missing), ROWS_A_TIME):
            if stopped():
                return None
            some = missing[start : start + ROWS_A_TIME]
            made = self.directions.sketch(searched.rows.take(some))
            self._kept.put(some, Placed(None, made), np.ones(len(some), bool))
        if stopped():  # asked after the last row was read
            return None
        self._kept.keep()
        return self

    def nearest(self, codes: NDArray[np.int8], count: int) -> NDArray[np.int64] | None:
        """Numbers of the rows nearest to a direction, as Searched.best; None where it is better to look at all.

        `missing` said which rows these are, and nothing is missing.
        """
        searched, wanted = self._of, max(self.directions.candidates, count * A_PLACE)
        if searched is None or wanted * WORTH > len(searched):
            return None
        return self._among(searched, codes, count, wanted)

    def _among(self, searched: Searched, codes: NDArray[np.int8], count: int, wanted: int) -> NDArray[np.int64]:
        """The nearest of so many candidates."""
        sketches = self._kept.placed.pictures
        few = np.sort(best_of(sketches, searched.read, self.directions.of(codes), wanted)[0])
        return few[best_of(searched.rows.take(few), np.ones(len(few), bool), codes, count)[0]]

    def measured(self, kinds: list[Tried], stopped: Stopped) -> bool:
        """Measure what is found, with more candidates where they are too few; whether enough is."""
        while len(self.directions.along):
            recall, candidates = self._recall(kinds, stopped), self.directions.candidates
            if recall >= AT_LEAST:
                self.directions = dataclasses.replace(self.directions, recall=recall)
                return True
            if candidates > MOST or stopped():
                return False
            self.directions = dataclasses.replace(self.directions, candidates=2 * candidates)
        return True

    def _recall(self, kinds: list[Tried], stopped: Stopped) -> float:
        """The share of the nearest rows that made-up searches find, of the kind that finds least."""
        assert self._of is not None
        means = []
        for tried in kinds:
            shares = []
            for codes, best in tried:
                if stopped():
                    return 0.0
                found = self._among(self._of, codes, len(best), self.directions.candidates)
                shares.append(np.isin(best, found).mean())
            means.append(float(np.mean(shares)))
        return min(means)


def load_sketches(folder: Path | None, mark: str, searched: Searched) -> Sketches | None:
    """What was kept in a folder; None where there is nothing, or what is no longer good."""
    directions = None if folder is None else load_directions(folder / FILE, searched.rows.codes.shape[1])
    if directions is None or len(searched) > GROWN * directions.made_for:
        return None
    return Sketches(directions, folder, mark)


def make_sketches(searched: Searched, folder: Path | None, mark: str, stopped: Stopped) -> Sketches | None:
    """Learn directions, measure how many numbers and candidates a search needs, and sketch all rows; half a minute of a
    processor for a million.

    Args:
        stopped: asked every second whether to give up; then nothing comes of it.
    """
    rng, there = np.random.default_rng(len(searched)), np.flatnonzero(searched.read)
    sample = searched.rows.take(np.sort(rng.choice(there, min(len(there), SAMPLE), replace=False)))
    kinds: list[Tried] = []
    for kind in made_up_searches(_unit(sample.widened()), rng):
        kinds.append([])
        for direction in kind:
            if stopped():
                return None
            codes = direction_codes(direction)
            kinds[-1].append((codes, searched.best(codes, BEST)))
    for directions in [*_foreseen(searched, sample, kinds), _nothing(searched)]:
        made = Sketches(directions, folder if len(directions.along) else None, mark)
        made.fill(searched, made.missing(searched), stopped)
        if stopped():
            return None
        if made.measured(kinds, stopped):
            break
    if folder is not None and not stopped():
        made.directions.save(folder / FILE)
    return None if stopped() else made


def _foreseen(searched: Searched, sample: Quantised, kinds: list[Tried]) -> Iterator[Directions]:
    """The fewest numbers that will do with MOST candidates, and how many of those it will take; then more numbers."""
    numbers = [count for count in NUMBERS if 2 * count <= sample.codes.shape[1]]
    if numbers:
        along, mean = principal(sample.widened(), numbers[-1])
    for count in numbers:
        chosen = Directions(along[:count].copy(), mean[:count], MOST, 0.0, len(searched))
        candidates = int(ROOM * max(_ranks_of_nearest(chosen, searched, sample, tried) for tried in kinds))
        if candidates <= MOST and candidates * WORTH <= len(searched):
            yield dataclasses.replace(chosen, candidates=max(FEWEST, candidates))


def _ranks_of_nearest(directions: Directions, searched: Searched, sample: Quantised, tried: Tried) -> float:
    """How many rows have sketches that look nearer than those of AT_LEAST of the nearest rows; by a sample of them."""
    sketches, ahead = directions.sketch(sample), []
    for codes, best in tried:
        wanted, nearest = directions.of(codes), directions.sketch(searched.rows.take(best))
        own = products(nearest, wanted) * nearest.scales
        ahead.append(((products(sketches, wanted) * sketches.scales)[:, None] > own).mean(axis=0))
    return len(searched) * float(np.quantile(np.concatenate(ahead), AT_LEAST))


def _nothing(searched: Searched) -> Directions:
    """Rows that have no directions worth the name: everything is looked at."""
    nothing = np.zeros((0, searched.rows.codes.shape[1]), np.float32)
    return Directions(nothing, np.zeros(0, np.float32), 0, 1.0, len(searched))


def _unit(rows: Rows) -> Rows:
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12), np.float32)
