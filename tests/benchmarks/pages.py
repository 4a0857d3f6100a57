"""What filters and orders cost: `python tests/benchmarks/pages.py`, 100,000 pictures and 20 categories.

Each is timed against predicting all of them, which a view needs once for each change of the library.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import numpy as np
from review_speed import filled

from nomina.answer import predict
from nomina.domain import Facts, Origin, Reading, State
from nomina.duplicates import DuplicateGroup, Duplicates
from nomina.folders import folders_of
from nomina.library import Library
from nomina.pages import Order, Show, page


def main(images: int = 100_000, columns: int = 20) -> None:
    """Fill a library, and tell what each costs."""
    with filled(images, columns) as library:
        _place(library)
        prediction = _median(lambda: predict(library))
        page(library, Show(order=Order.NAME, since=date(2000, 1, 1)))  # names, places and facts are read once
        print(f"{images:,} pictures, {columns} categories: predict {1000 * prediction:.0f} ms")
        first = library.store.categories()[0].id
        for name, show in {
            "all": Show(),
            "category": Show(category_id=first),
            "state": Show(state=State.NONE),
            "origin": Show(origin=Origin.PERSON),
            "folder": Show(folder=Path("/pictures/2003")),
            "days": Show(since=date(2003, 1, 1), until=date(2004, 1, 1)),
            "name": Show(name="77"),
            "all of these": Show(state=State.NONE, order=Order.TAKEN, folder=Path("/pictures/2003"), name="7"),
            "words": Show(search="red"),
            **{order.value: Show(order=order, like=50) for order in Order},
            "together": Show(together=True),
        }.items():
            took = _median(lambda show=show: page(library, show))
            print(f"{name:20} {1000 * took:6.1f} ms, {took / prediction:.2f} x predict, {page(library, show).count:,}")
        took = _median(lambda: _folders(library))
        print(f"{'folders':20} {1000 * took:6.1f} ms, {took / prediction:.2f} x predict")


def _folders(library: Library) -> object:
    """List them as after a change."""
    library.memo.put("folders", None)
    return folders_of(library, Path("/pictures/2003"))


def _place(library: Library) -> None:
    """Say where the pictures lie, when they were taken, and which of them are near-duplicates."""
    keys = library.store.image_keys()
    with library.step("Place"):
        for number, (image_id, hash) in enumerate(keys):
            path = Path(f"/pictures/{2000 + number % 25}/{number % 12:02}/img_{number * 7919 % len(keys)}.jpg")
            library.store.put_place(image_id, Reading(path, hash, 1, 1, 1, 1))
    days = [f"{2000 + n % 25}-{1 + n % 12:02}-{1 + n % 28:02}T12:00:00" for n in range(len(keys))]
    library.facts.put({hash: Facts(taken=day) for (_, hash), day in zip(keys, days, strict=True)})
    pairs = np.array([key[0] for key in keys], np.int64)[: len(keys) // 5].reshape(-1, 2)
    found = Duplicates(tuple(DuplicateGroup(tuple(each)) for each in pairs.tolist()), 0)
    library.memo.put("duplicates", (library.history.revision("image"), found))


def _median(act: Callable[[], object], turns: int = 7) -> float:
    times = []
    for _ in range(turns):
        start = time.perf_counter()
        act()
        times.append(time.perf_counter() - start)
    return float(np.median(times))


if __name__ == "__main__":
    main()
