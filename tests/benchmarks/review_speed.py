"""How long the review queue takes: `python tests/benchmarks/review_speed.py`."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from nomina.answer import predict
from nomina.categories import add_category
from nomina.domain import Reading
from nomina.encoders.host import LocalHost
from nomina.library import Library, create_library, open_library
from nomina.reference import unit
from nomina.review import review_queue
from nomina.teach import label
from nomina.testing import ColourEncoder


def tell_speed(images: int = 100_000, columns: int = 100) -> None:
    """A queue of 20 against bringing the scores of as many pictures and categories up to date by one label."""
    with filled(images, columns) as library:
        first = library.store.categories()[0].id
        predict(library)
        turns: list[tuple[float, float, float]] = []
        for turn in range(5):
            label(library, [int(library.scores.ids[turn])], first)
            times = [time.perf_counter()]
            library.scores  # noqa: B018 - one column
            times.append(time.perf_counter())
            assert len(review_queue(library, 20)) == 20
            times.append(time.perf_counter())
            predict(library)
            times.append(time.perf_counter())
            turns.append(tuple(np.diff(times)))
        follow, queue, all_ = np.median(turns, axis=0)
        print(
            f"{images:,} pictures, {columns} categories: queue of 20 {queue:.2f} s; one column brought up to date "
            f"{follow:.2f} s ({queue / follow:.1f} x), predict {all_:.2f} s ({queue / all_:.2f} x)"
        )


@contextmanager
def filled(images: int, columns: int) -> Iterator[Library]:
    """A library of made-up rows, one of them labelled for each category."""
    rng = np.random.default_rng(0)
    with tempfile.TemporaryDirectory() as base:
        folder = Path(base) / "library"
        create_library(folder)
        library = open_library(folder, LocalHost(ColourEncoder))
        rows = unit(rng.normal(size=(images, library.spec.dimension)).astype(np.float32))
        names = [f"{i:08x}{rng.integers(2**63):024x}" for i in range(images)]
        with library.step("Fill"):
            for name in names:
                library.store.put_image(Reading(Path(name), name[::-1], 1, 1, 1, 1))
        library.put_derived({name[::-1]: row for name, row in zip(names, rows, strict=True)}, {}, {})
        for column in range(columns):
            add_category(library, f"category {column}")
            label(library, [images // 2 + column], library.store.categories()[-1].id)
        try:
            yield library
        finally:
            library.close()


if __name__ == "__main__":
    tell_speed()
