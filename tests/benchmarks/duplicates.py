"""Ratios, not times: `python tests/benchmarks/duplicates.py [N]`, 100,000 pictures by default.

duplicates   near_duplicates in a library of N made-up embeddings and looks, of which a tenth are copies, against the
             bare FAISS search for the neighbours of the same projected rows; and how many of the copies it found
facts        a snapshot of the facts of as many, and one filter over it
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

import numpy as np

from nomina import Library, LocalHost, all_facts, in_box, near_duplicates, taken_between, temporary_library
from nomina.domain import Calibration, EncoderSpec, Facts, Reading, Rows
from nomina.duplicates import NEIGHBOURS, SKETCH
from nomina.index import neighbours
from nomina.reference import unit
from nomina.testing import ColourEncoder

DIMENSION = 512
T = TypeVar("T")


class Wide(ColourEncoder):
    """An encoder that is only asked what it is."""

    spec = EncoderSpec("wide@1", "Wide", DIMENSION, (0, DIMENSION), (0, DIMENSION), "cpu")

    def calibration(self) -> Calibration:
        """Rows are centred as they are."""
        nothing = np.zeros(DIMENSION, np.float32)
        return Calibration(nothing, 10.0, 10.0, nothing, 10.0, 0.2, 0.0, 1.0, 1.0, 5.0)


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Seconds, and what came of it."""
    started = time.perf_counter()
    done = work()
    return time.perf_counter() - started, done


def made_up(n: int) -> tuple[Rows, list[int]]:
    """Rows around 1,000 subjects, and looks; the last tenth are copies of the first: a few bits and a little noise."""
    rng = np.random.default_rng(0)
    subjects = rng.normal(size=(1000, DIMENSION)).astype(np.float32)
    rows = unit(subjects[rng.integers(0, 1000, n)] + rng.normal(0, 1, (n, DIMENSION)).astype(np.float32))
    looks = rng.integers(0, 2**63, n, dtype=np.uint64) * np.uint64(2) + rng.integers(0, 2, n, dtype=np.uint64)
    tenth = n // 10
    noise = rng.normal(0, 0.5 / DIMENSION**0.5, (tenth, DIMENSION)).astype(np.float32)  # a cosine of 0.9
    rows[-tenth:] = unit(rows[:tenth] + noise)
    flips = np.bitwise_or.reduce(np.uint64(1) << rng.integers(0, 64, (4, tenth), dtype=np.uint64), axis=0)
    looks[-tenth:] = looks[:tenth] ^ flips
    return rows, [int(look) for look in looks]


def fill(library: Library, rows: Rows, looks: list[int]) -> None:
    """Put images, embeddings and facts as an ingest would have."""
    hashes = [f"{i:032x}" for i in range(len(rows))]
    with library.step("Fill"):
        for hash in hashes:
            library.store.put_image(Reading(Path(hash), hash, 1, 1, 64, 48))
    days = np.datetime64("2001-01-01") + np.arange(len(rows)) % 9000
    facts = {
        hash: Facts(f"{day}T12:00:00", f"Camera {i % 7}", i % 180 - 90.0, i % 360 - 180.0, look)
        for i, (hash, look, day) in enumerate(zip(hashes, looks, days, strict=True))
    }
    library.put_derived(dict(zip(hashes, rows, strict=True)), {}, facts)


def main(n: int) -> None:
    """Measure and print."""
    rows, looks = made_up(n)
    library = temporary_library(LocalHost(Wide))
    try:
        fill(library, rows, looks)
        projection = np.random.default_rng(0).normal(0, SKETCH**-0.5, (DIMENSION, SKETCH)).astype(np.float32)
        bare, _ = timed(lambda: list(neighbours(rows @ projection, NEIGHBOURS)))
        whole, steps = timed(lambda: _followed(library))
        groups, longest = steps
        copies = {(i, n - n // 10 + i) for i in range(n // 10)}
        grouped = {tuple(sorted(i - 1 for i in group.image_ids)) for group in groups}
        print(
            f"duplicates  {n:,} pictures: {whole:.1f} s, the bare search {bare:.1f} s: {whole / bare:.1f} x;"
            f" longest step {longest:.1f} s;"
            f" {len(copies & grouped) / len(copies):.1%} of the copies found, {len(grouped - copies)} others"
        )
        snapshot, facts = timed(lambda: all_facts(library))
        days, _ = timed(lambda: taken_between(facts, date(2008, 1, 1), date(2009, 1, 1)))
        box, _ = timed(lambda: in_box(facts, 43, 11, 44, 12))
        print(
            f"facts       {n:,} pictures: snapshot {snapshot:.2f} s, days {days * 1e3:.1f} ms, box {box * 1e3:.1f} ms"
        )
    finally:
        library.close()


def _followed(library: Library) -> tuple[list[object], float]:
    verb, longest = near_duplicates(library), 0.0
    while True:
        started = time.perf_counter()
        try:
            next(verb)
        except StopIteration as stop:
            return list(stop.value.groups), longest
        finally:
            longest = max(longest, time.perf_counter() - started)


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 100_000)
