"""What folder, date, camera and place are worth as evidence: docs/decisions/0014-circumstances.md.

    python tests/benchmarks/circumstances.py FOLDER... [--seeds 4] [--cache FOLDER]

Each FOLDER holds a folder a category. The pictures and their rows are real; where and when they were taken is made up,
since no labelled set at hand tells it: a life of events, each with a folder, a day, a camera and a place, over which a
category's pictures are spread by a Dirichlet draw, from a few events each to none of it (the same spread for all, so
that events tell nothing). Every fifth picture tells nothing but its folder, every second no place. Labels are drawn at
random, or from the event that has most of the category: what a person does who labels one folder. Everything goes
through the library: places, facts, labels, counts, predictions of the pictures that are not labelled.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tests.core.helpers import result

from nomina.answer import predict
from nomina.domain import Facts, Reading
from nomina.encoders.process import start_host
from nomina.evaluate.draws import most_shown
from nomina.evaluate.labelled import LabelledSet, read_labelled
from nomina.evaluate.product import show, taken_back
from nomina.library import Library, create_library, open_library
from nomina.priors import count_circumstances

SPREADS = {"few events": 0.1, "some events": 0.5, "many events": 2.0, "tell nothing": None}
SHOTS = (1, 2, 4, 8)
PICTURES_AN_EVENT = 12


def events_of(right: NDArray[np.int64], spread: float | None, rng: np.random.Generator) -> NDArray[np.int64]:
    """The event of each picture, shape (n,)."""
    events = max(4, len(right) // PICTURES_AN_EVENT)
    out = np.empty(len(right), np.int64)
    for column in np.unique(right):
        own = np.flatnonzero(right == column)
        shares = np.full(events, 1 / events) if spread is None else rng.dirichlet(np.full(events, spread))
        out[own] = rng.choice(events, len(own), p=shares)
    return out


def live(library: Library, labelled: LabelledSet, events: NDArray[np.int64], rng: np.random.Generator) -> None:
    """Let each picture lie and be taken where its event was."""
    count = int(events.max()) + 1
    start = datetime(2021, 1, 1)
    days = [start + timedelta(days=int(day)) for day in rng.integers(0, 1000, count)]
    cameras, spots = rng.integers(0, 3, count), rng.uniform([35, -5], [55, 25], (count, 2))
    spots[rng.random(count) < 0.3] = (48.0, 11.5)  # at home
    facts = {}
    with library.step("Live"):
        for image, event in zip(library.store.images(labelled.ids.tolist()), events.tolist(), strict=True):
            for place in library.store.places(image.id):
                library.store.forget_place(place)
            path = Path(f"/life/{event}/{image.id}.jpg")
            library.store.put_place(image.id, Reading(path, image.hash, 1, 1, image.width, image.height))
            taken = days[event] + timedelta(hours=int(rng.integers(8, 21)))
            camera = f"Camera {cameras[event] if rng.random() < 0.8 else rng.integers(0, 3)}"
            spot = spots[event] + rng.normal(0, 0.01, 2) if rng.random() < 0.5 else (None, None)
            told = (taken.isoformat(), camera, *spot) if rng.random() < 0.8 else ()
            facts[image.hash] = Facts(*told)
    library.put_derived({}, {}, facts)


def drawn(labelled: LabelledSet, events: NDArray[np.int64], shots: int, biased: bool, rng: np.random.Generator):
    """Which pictures are labelled, shape (n,), bool."""
    shown = np.zeros(len(labelled.ids), bool)
    for column, most in enumerate(most_shown(labelled.sizes).tolist()):
        own = rng.permutation(np.flatnonzero(labelled.right == column))
        if biased:
            largest = np.bincount(events[own]).argmax()
            own = own[np.argsort(events[own] != largest, kind="stable")]
        shown[own[: min(shots, most)]] = True
    return shown


def right_of(library: Library, labelled: LabelledSet, asked: NDArray[np.bool_]) -> float:
    """Share of the pictures asked whose best category is right."""
    believed = predict(library)
    rows = np.searchsorted(believed.ids, labelled.ids[asked])
    columns = {category.id: column for column, category in enumerate(labelled.categories)}
    best = [columns[believed.categories[column].id] for column in believed.first[rows].tolist()]
    return float(np.mean(np.array(best) == labelled.right[asked]))


def measure(
    library: Library, labelled: LabelledSet, seeds: int
) -> dict[tuple[str, bool, int], list[tuple[float, float]]]:
    """By spread, whether labels are biased, and shots: accuracy without and with circumstances, a pair a seed."""
    found: dict[tuple[str, bool, int], list[tuple[float, float]]] = {}
    for name, spread in SPREADS.items():
        for seed in range(seeds):
            rng = np.random.default_rng([seed, *name.encode()])
            events = events_of(labelled.right, spread, rng)
            with taken_back(library):
                live(library, labelled, events, rng)
                for biased in (False, True):
                    for shots in SHOTS:
                        shown = drawn(labelled, events, shots, biased, rng)
                        with taken_back(library):
                            show(library, labelled, shown)
                            without = right_of(library, labelled, ~shown)
                            count_circumstances(library)
                            pair = without, right_of(library, labelled, ~shown)
                        found.setdefault((name, biased, shots), []).append(pair)
    return found


@contextmanager
def opened(folder: Path, cache: Path | None) -> Iterator[tuple[Library, LabelledSet]]:
    """A library of a labelled folder; its rows come from an earlier library's cache where that has them."""
    with tempfile.TemporaryDirectory() as home:
        create_library(Path(home) / "library")
        if cache is not None and (cache / folder.name).is_dir():
            shutil.copytree(cache / folder.name, Path(home) / "library" / "cache", dirs_exist_ok=True)
        library = open_library(Path(home) / "library", start_host("starter", "cpu"))
        try:
            yield library, result(read_labelled(library, folder))
        finally:
            library.close()


def main() -> None:
    """Print the table: points of accuracy that circumstances add, the mean over sets and seeds."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folders", nargs="+", type=Path)
    asked.add_argument("--seeds", type=int, default=4)
    asked.add_argument("--cache", type=Path, help="Holds the cache folders of libraries, by the name of the set.")
    given = asked.parse_args()
    whole: dict[tuple[str, bool, int], list[tuple[str, float, float]]] = {}
    for folder in given.folders:
        with opened(folder, given.cache) as (library, labelled):
            for key, pairs in measure(library, labelled, given.seeds).items():
                whole.setdefault(key, []).append((folder.name, *np.mean(pairs, axis=0).tolist()))
        print(f"{folder.name}: {len(labelled.ids)} pictures", flush=True)
    print(f"{'events':14}{'labels':12}" + "".join(f"{f'{shots} examples':>26}" for shots in SHOTS))
    for name in SPREADS:
        for biased in (False, True):
            line = f"{name:14}{'one event' if biased else 'anywhere':12}"
            for shots in SHOTS:
                sets = whole[name, biased, shots]
                without, with_them = (float(np.mean([each[i] for each in sets])) for i in (1, 2))
                worst = min(each[2] - each[1] for each in sets)
                line += f"{100 * without:8.1f} {100 * (with_them - without):+5.1f} (least {100 * worst:+5.1f})"
            print(line)


if __name__ == "__main__":
    main()
