"""What the review queue, the search for wrong labels and the doctor are worth: docs/decisions/0008-review.md.

    python tests/benchmarks/review.py ../shared/data/dev/* [--seeds 10] [--only order,errors,doctor]

Each folder is a labelled set, a folder a category; its pictures are encoded once. `order`: from words only, a click
gives one picture its right category, drawn by chance, by the smallest margin, by the design, or by the queue; accuracy
on a half that the queue may not see, and on the pictures not yet clicked; in brackets the clicks needed for the
accuracy of chance. `errors` (needs cleanlab): a tenth of all labels made wrong. `doctor`: how often each finding is
made of sets as they are, and of planted faults.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nomina.calibrate import leave_one_out
from nomina.categories import add_category, change_category
from nomina.doctor import Fault, diagnose
from nomina.domain import Category
from nomina.encoders import catalog
from nomina.encoders.host import LocalHost
from nomina.evaluate.labelled import LabelledSet, read_labelled
from nomina.evaluate.product import taken_back
from nomina.library import Library, create_library, open_library
from nomina.mislabelled import compared, label_report
from nomina.review import accuracy_estimate, review_queue
from nomina.teach import label, unlabel

Ints = NDArray[np.int64]
Order = Callable[[Library, Ints, Ints, np.random.Generator], int]
CLICKS = (10, 20, 40, 80, 160)
MOST = max(CLICKS)


# Order -----------------------------------------------------------------------------------------------------------


def by_chance(library: Library, pool: Ints, left: Ints, rng: np.random.Generator) -> int:
    return int(rng.choice(left))


def by_margin(library: Library, pool: Ints, left: Ints, rng: np.random.Generator) -> int:
    two = np.sort(scores_of(library, left), axis=1)[:, -2:]
    return int(left[np.argmin(two[:, 1] - two[:, 0])])


def by_design(library: Library, pool: Ints, left: Ints, rng: np.random.Generator) -> int:
    """The category with the fewest confirmations, its median-margin picture; 1 in 8 of "none", 1 in 8 by chance."""
    slot = (len(pool) - len(left)) % 8
    if slot == 7:
        return by_chance(library, pool, left, rng)
    scores = scores_of(library, left)
    none = np.flatnonzero(scores.max(axis=1) < library.scores.reference.calibration.none)
    if slot == 3 and len(none):
        rows = library.scores.placed(left[none]).pictures.widened()
        return int(left[none[np.argmax(rows @ rows.mean(axis=0))]])
    best = scores.argmax(axis=1)
    known = np.array([each.accepted for each in library.store.categories()])
    column = min(np.unique(best), key=lambda each: known[each])
    members = np.flatnonzero(best == column)
    two = np.sort(scores[members], axis=1)[:, -2:]
    return int(left[members[np.argsort(two[:, 1] - two[:, 0], kind="stable")[len(members) // 2]]])


def by_queue(library: Library, pool: Ints, left: Ints, rng: np.random.Generator) -> int:
    return review_queue(library, 1, among=left.tolist())[0].image_id


ORDERS: dict[str, Order] = {"chance": by_chance, "margin": by_margin, "design": by_design, "queue": by_queue}


def scores_of(library: Library, ids: Ints) -> NDArray[np.float32]:
    table = library.scores
    rows = np.searchsorted(table.ids, ids)
    return np.stack([table.column(each.id)[rows] for each in library.store.categories()], axis=1)


def clicked(
    library: Library, labelled: LabelledSet, order: Order, seed: int, half: bool
) -> tuple[list[float], list[tuple[float, float, float, float, float]]]:
    """Accuracy after each number of clicks, 0 first; and (estimate, low, high, truth, accuracy of the rest) every 20.

    The truth that is estimated is the accuracy on all pictures, those clicked judged without their own label.
    """
    rng = np.random.default_rng([seed, half])
    shuffled = rng.permutation(len(labelled.ids))
    pool = np.sort(shuffled[: len(shuffled) // 2] if half else shuffled)
    held, left = np.setdiff1d(shuffled, pool), pool.tolist()
    found, estimates = [], []
    with taken_back(library):
        while len(left) > 1 and len(found) <= MOST:
            asked = held if half else np.array(left)
            hits = scores_of(library, labelled.ids[asked]).argmax(axis=1) == labelled.right[asked]
            found.append(float(hits.mean()))
            if len(found) % 20 == 1 and len(found) > 1 and not half:
                seen = accuracy_estimate(library)
                if seen.chance:
                    out = leave_one_out(library)
                    right = hits.sum() + (out.scores.argmax(axis=1) == out.truth).sum()
                    true = float(right / len(labelled.ids))
                    estimates.append((seen.right / seen.counted, seen.low, seen.high, true, float(hits.mean())))
            chosen = order(library, labelled.ids[pool], labelled.ids[np.array(left)], rng)
            row = int(np.searchsorted(labelled.ids, chosen))
            left.remove(row)
            label(library, [chosen], labelled.categories[labelled.right[row]].id)
    return found, estimates


def needed(curve: NDArray[np.float64], wanted: float) -> float:
    """Clicks to reach an accuracy on a mean curve, between two clicks by a straight line; NaN where it never does."""
    reached = np.flatnonzero(curve >= wanted)
    if not len(reached):
        return float("nan")
    at = int(reached[0])
    return at if at == 0 else at - (curve[at] - wanted) / (curve[at] - curve[at - 1])


def tell_orders(sets: list[tuple[Library, LabelledSet]], seeds: int) -> None:
    estimates: list[tuple[float, float, float, float, float]] = []
    for half in (True, False):
        curves = {name: np.full((len(sets), seeds, MOST + 1), np.nan) for name in ORDERS}
        for number, (library, labelled) in enumerate(sets):
            for name, order in ORDERS.items():
                for seed in range(seeds):
                    found, seen = clicked(library, labelled, order, seed, half)
                    curves[name][number, seed, : len(found)] = found
                    estimates += seen if name == "queue" else []
        means = {name: each.mean(axis=1) for name, each in curves.items()}
        print("accuracy on a half that is not asked" if half else "accuracy on the pictures not yet clicked")
        for clicks in CLICKS:
            full = ~np.isnan(means["chance"][:, clicks])
            if not full.any():
                continue
            wanted = float(means["chance"][full, clicks].mean())
            told = [
                f"{name} {100 * each[full, clicks].mean():.1f} % "
                f"({100 * needed(each[full].mean(axis=0), wanted) / clicks:.0f} %)"
                for name, each in means.items()
            ]
            print(f"  {clicks} clicks, {full.sum()} sets: {', '.join(told)}", flush=True)
        for number, (_, labelled) in enumerate(sets):
            at = min(40, int((~np.isnan(means["chance"][number])).sum()) - 1)
            parts = [f"{name} {100 * each[number, at]:.1f}" for name, each in means.items()]
            print(f"    {labelled.folder.name}, {at} clicks: {', '.join(parts)}", flush=True)
    if estimates:
        guess, low, high, true, rest = np.array(estimates).T
        inside = ((low <= true) & (true <= high)).mean()
        print(
            f"estimate of the accuracy, {len(true)} times: off by {100 * (guess - true).mean():+.1f} points, "
            f"95 % intervals hold it in {100 * inside:.0f} %, width {100 * (high - low).mean():.0f} points; "
            f"the accuracy of those not yet clicked is {100 * (rest - true).mean():+.1f} points from it"
        )


# Wrong labels ----------------------------------------------------------------------------------------------------


def precision(doubt: NDArray[np.float64], wrong: NDArray[np.bool_]) -> float:
    """Average precision of a ranking, the most doubted first."""
    hits = wrong[np.argsort(-doubt, kind="stable")]
    return float((np.cumsum(hits) / np.arange(1, len(hits) + 1))[hits].mean())


def votes(library: Library, ids: Ints, said: Ints) -> NDArray[np.float64]:
    """Share of the ten nearest labelled pictures that say otherwise."""
    rows = library.scores.placed(ids).pictures.widened()
    near = rows @ rows.T
    np.fill_diagonal(near, -9.0)
    return np.asarray((said[np.argsort(-near, axis=1)[:, :10]] != said[:, None]).mean(axis=1))


def tell_errors(sets: list[tuple[Library, LabelledSet]], seeds: int) -> None:
    print("a tenth of the labels wrong: average precision (of those above another / that cleanlab finds: right, found)")
    every = []
    for library, labelled in sets:
        found = []
        for seed in range(seeds):
            rng = np.random.default_rng(seed)
            n, k = len(labelled.ids), len(labelled.categories)
            wrong = np.zeros(n, bool)
            wrong[rng.choice(n, max(1, n // 10), replace=False)] = True
            said = np.where(wrong, (labelled.right + rng.integers(1, k, n)) % k, labelled.right)
            with taken_back(library):
                for column in range(k):
                    label(library, labelled.ids[said == column].tolist(), labelled.categories[column].id)
                own, other, _ = compared(library, leave_one_out(library))
                report = label_report(library)
                theirs = {each.image_id: each for each in report}
                quality = np.array([-theirs[i].quality if i in theirs else 0.0 for i in labelled.ids.tolist()])
                issue = np.array([i in theirs and theirs[i].issue for i in labelled.ids.tolist()])
                above = other > own
                near = votes(library, labelled.ids, said)
            found.append(
                (
                    precision(other.astype(float) - own, wrong),
                    precision(quality, wrong),
                    precision(near, wrong),
                    wrong[above].mean(),
                    above[wrong].mean(),
                    wrong[issue].mean() if issue.any() else 1.0,
                    issue[wrong].mean(),
                )
            )
        every.append(np.mean(found, axis=0))
        print(f"  {labelled.folder.name}: {_shown(every[-1])}", flush=True)
    print(f"  mean: {_shown(np.mean(every, axis=0))}", flush=True)


def _shown(values: NDArray[np.float64]) -> str:
    names = ("margin", "cleanlab", "10 nearest", "above: right", "found", "cleanlab's: right", "found")
    return ", ".join(f"{name} {100 * value:.1f}" for name, value in zip(names, values, strict=True))


# Doctor ----------------------------------------------------------------------------------------------------------


@contextmanager
def shown(library: Library, labelled: LabelledSet, count: int, rng: np.random.Generator) -> Iterator[dict[int, Ints]]:
    """So many examples of each category; yields them by column, and takes them back."""
    with taken_back(library):
        chosen = {}
        for column, each in enumerate(labelled.categories):
            members = labelled.ids[labelled.right == column]
            chosen[column] = rng.choice(members, min(count, len(members) - 1), replace=False)
            label(library, chosen[column].tolist(), each.id)
        yield chosen


def faults(library: Library, category: Category) -> dict[Fault, tuple[Ints, int | None]]:
    return {each.fault: (each.images, each.other) for each in diagnose(library, category.id).findings}


def plant_outlier(
    library: Library, labelled: LabelledSet, chosen: dict[int, Ints], column: int, rng: np.random.Generator
) -> bool:
    """One example replaced by a picture of another category."""
    used = np.concatenate(list(chosen.values()))
    strangers = labelled.ids[(labelled.right != column) & ~np.isin(labelled.ids, used)]
    stranger, own = int(rng.choice(strangers)), labelled.categories[column]
    unlabel(library, [int(chosen[column][0])], own.id)
    label(library, [stranger], own.id)
    found = faults(library, own).get(Fault.OUTLIER)
    return found is not None and stranger in found[0]


def plant_two_kinds(
    library: Library, labelled: LabelledSet, chosen: dict[int, Ints], column: int, rng: np.random.Generator
) -> bool:
    """Half of the examples replaced by those of another category."""
    other = int(rng.choice([each for each in chosen if each != column]))
    half = len(chosen[column]) // 2
    unlabel(library, chosen[column][:half].tolist(), labelled.categories[column].id)
    label(library, chosen[other][:half].tolist(), labelled.categories[column].id)
    return Fault.TWO_KINDS in faults(library, labelled.categories[column])


def plant_twin(
    library: Library, labelled: LabelledSet, chosen: dict[int, Ints], column: int, rng: np.random.Generator
) -> bool:
    """Half of the examples moved to a second category, with a name that says nothing of it."""
    own = labelled.categories[column]
    add_category(library, "twin", words=False)
    twin = library.store.categories()[-1]
    label(library, chosen[column][::2].tolist(), twin.id)
    found = faults(library, own).get(Fault.OVERLAP)
    return found is not None and found[1] == twin.id


def plant_wrong_words(
    library: Library, labelled: LabelledSet, chosen: dict[int, Ints], column: int, rng: np.random.Generator
) -> bool:
    """The name of another category."""
    own = labelled.categories[column]
    other = labelled.categories[int(rng.choice([each for each in chosen if each != column]))]
    change_category(library, other.id, name="something else")
    change_category(library, own.id, name=other.name)
    return Fault.WORDS in faults(library, own)


PLANTED = {
    Fault.OUTLIER: plant_outlier,
    Fault.TWO_KINDS: plant_two_kinds,
    Fault.OVERLAP: plant_twin,
    Fault.WORDS: plant_wrong_words,
}


def tell_doctor(sets: list[tuple[Library, LabelledSet]]) -> None:
    for count in (6, 10, 16):
        clean: dict[Fault, list[bool]] = {fault: [] for fault in PLANTED}
        hit: dict[Fault, list[bool]] = {fault: [] for fault in PLANTED}
        for library, labelled in sets:
            if labelled.sizes.max() <= count // 2:
                continue
            rng = np.random.default_rng(count)
            with shown(library, labelled, count, rng) as chosen:
                for column, each in enumerate(labelled.categories):
                    found = faults(library, each)
                    for fault, plant in PLANTED.items():
                        clean[fault].append(fault in found)
                        with taken_back(library):
                            hit[fault].append(plant(library, labelled, chosen, column, rng))
            told = {
                fault.value: f"{np.mean(values[-len(labelled.categories) :]):.0%}" for fault, values in clean.items()
            }
            print(f"    {labelled.folder.name}, {count} examples: false alarms {told}", flush=True)
        parts = [
            f"{fault.value}: clean {np.mean(clean[fault]):.0%}, planted {np.mean(hit[fault]):.0%}" for fault in PLANTED
        ]
        print(f"  {count} examples, {len(clean[Fault.OUTLIER])} categories: {'; '.join(parts)}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--seeds", type=int, default=10)
    parser.add_argument("--only", default="order,errors,doctor")
    options = parser.parse_args()
    wanted = options.only.split(",")
    with tempfile.TemporaryDirectory() as base:
        sets, encoder = [], catalog.load("starter") if options.folders else None
        for folder in options.folders:
            create_library(Path(base) / folder.name)
            library = open_library(Path(base) / folder.name, LocalHost(lambda: encoder))
            reading = read_labelled(library, folder)
            while True:
                try:
                    next(reading)
                except StopIteration as stop:
                    sets.append((library, stop.value))
                    break
        if "order" in wanted:
            tell_orders(sets, options.seeds)
        if "errors" in wanted:
            tell_errors(sets, min(5, options.seeds))
        if "doctor" in wanted:
            tell_doctor(sets)
        for library, _ in sets:
            library.close()


if __name__ == "__main__":
    main()
