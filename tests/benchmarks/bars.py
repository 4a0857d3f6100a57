"""The bars for accuracy, calibration and coverage, beside what `nomina evaluate` found: met or missed.

    nomina evaluate ../shared/data/dev/* --shots 0,1,2,4,8,16 --mixed --seeds 10 --rivals --refine --json found.json
    nomina evaluate ../shared/data/dev/* --shots 0 --mixed --seeds 80 --leave-out 0 --json many.json
    python tests/benchmarks/bars.py found.json [many.json]

Each file is told by itself; what it does not hold has no line. Means are over the sets that have the number, of so many
where they are not all. The order of the review has a command of its own: tests/benchmarks/review_order.py.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

Row = dict[str, Any]
Told = tuple[str, list[float | None], float | None, float | None]
"""Title, a number a column or None, and the least and the most it may be."""

UNKNOWNS = "caltech_objects", 4
"""The set whose unknown categories have a bar, and with how many examples."""


class Found:
    """What one file holds, a column for each number of examples from 1 on, and one for mixed evidence."""

    def __init__(self, file: Path) -> None:
        """Read it."""
        report = json.loads(file.read_text(encoding="utf-8"))
        self.names = [each["name"] for each in report["sets"]]
        self.plan = report["plan"]
        rows = [[row for row in each["rows"] if row["shots"]] for each in report["sets"]]
        mixed = [[each["mixed"]] if "mixed" in each else [] for each in report["sets"]]
        self.columns: list[list[Row]] = [list(column) for column in zip(*map(list.__add__, rows, mixed), strict=True)]
        self.shots = [column[0].get("shots", "mixed") for column in self.columns]

    def mean(self, of: Callable[[Row], float]) -> list[float | None]:
        """Mean over the sets in each column, in per cent; None where any set lacks it."""
        return [_mean([_or_none(of, row) for row in column]) for column in self.columns]

    def of_some(self, of: Callable[[Row], float]) -> tuple[list[float | None], list[int]]:
        """The same over the sets that have it, and how many they are."""
        found = [[value for row in column if (value := _or_none(of, row)) is not None] for column in self.columns]
        return [_mean(values) for values in found], [len(values) for values in found]


def _or_none(of: Callable[[Row], float], row: Row) -> float | None:
    try:
        return of(row)
    except KeyError:
        return None


def _mean(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return 100 * float(np.mean(known)) if known and len(known) == len(values) else None


def accuracy(name: str) -> Callable[[Row], float]:
    """Accuracy of a method in a row of a set."""
    return lambda row: float(row["methods"][name]["accuracy"]["mean"])


def above(found: Found, name: str, other: str) -> list[float | None]:
    """Points of one method over another, mean over the sets."""
    return found.mean(lambda row: accuracy(name)(row) - accuracy(other)(row))


def without_mixed(found: Found, values: list[float | None]) -> list[float | None]:
    """The same with no number for mixed evidence, which this bar is not about."""
    return [None if shots == "mixed" else value for shots, value in zip(found.shots, values, strict=True)]


def only(found: Found, values: list[float | None], shots: int | str) -> list[float | None]:
    """The one column that a bar is about."""
    return [value if each == shots else None for each, value in zip(found.shots, values, strict=True)]


def accuracies(found: Found) -> Iterator[Told]:
    """Against words, pictures and the rivals, in per cent and in points."""
    yield "words and examples", found.mean(accuracy("fused")), None, None
    yield "above words only", above(found, "fused", "words"), 0.0, None
    yield "above pictures only", above(found, "fused", "pictures"), 0.0, None
    gaps = [min(100 * row["gap"] for row in each) if "gap" in each[0] else None for each in found.columns]
    yield "above the better of the two, worst set", gaps, -2.0, None
    for name, title in (("nearest_mean", "nearest mean"), ("knn", "k-NN"), ("logistic", "logistic regression")):
        bar = None if name == "knn" else 0.0
        yield f"above {title}", without_mixed(found, above(found, "fused", name)), bar, None
    yield "refined above logistic regression", only(found, above(found, "refined", "logistic"), 16), 0.0, None
    yield "above raw cosine to text and examples", only(found, above(found, "fused", "raw_fusion"), "mixed"), 4.0, None


def calibration(found: Found) -> Iterator[Told]:
    """Calibration error of equal mass, in per cent, with what a perfectly calibrated method shows."""
    for key, title, bar in (
        ("ece_shipped", "calibration error, no label used", 4.0),
        ("ece_by_labels", "calibration error, 30 labels or more", 3.0),
    ):
        values, counts = found.of_some(lambda row, key=key: float(row["methods"]["fused"][key]))  # type: ignore[misc]
        floors, _ = found.of_some(lambda row, key=key: float(row["methods"]["fused"][f"{key}_floor"]))  # type: ignore[misc]
        yield title, values, None, bar
        yield "  its floor", floors, None, None
        yield "  of so many sets", [count or None for count in counts], None, None


def coverage(found: Found) -> Iterator[Told]:
    """Share of the prediction sets that hold the right category, all sets' pictures together, by evidence."""
    kept = [[each for row in column for each in row["methods"]["fused"].get("kept", [])] for column in found.columns]
    for name in sorted({each["examples"] for column in kept for each in column}):
        here = [[each for each in column if each["examples"] == name] for column in kept]
        shares = [
            100 * float(np.average([each["coverage"] for each in column], weights=[each["asked"] for each in column]))
            if column
            else None
            for column in here
        ]
        asked = [sum(each["asked"] for each in column) or None for column in here]
        yield f"coverage at 90 %, {name} examples", shares, 88.0, 93.0
        yield "  of so many pictures", asked, None, None


def unknowns(found: Found) -> Iterator[Told]:
    """How well pictures of categories that were left out are told from the others, area under the curve in per cent."""
    name, shots = UNKNOWNS
    if found.plan["leave_out"]:
        yield "none told apart, mean", found.mean(lambda row: float(row["unknowns"]["auroc"]["mean"])), None, None
        if name in found.names:
            at = found.names.index(name)
            own = [_mean([_or_none(lambda row: float(row["unknowns"]["auroc"]["mean"]), c[at])]) for c in found.columns]
            yield f"none told apart, {name}", only(found, own, shots), 95.0, None


def in_turn(found: Found) -> Iterator[Told]:
    """What earlier categories lost as others came: nothing."""
    for key, title in (("changed_rankings", "rankings"), ("changed_scores", "scores")):
        counts = [sum(row["incremental"][key] for row in c) if "incremental" in c[0] else None for c in found.columns]
        yield f"in turn: {title} that changed", list(counts), None, 0.0


def tell(found: Found) -> None:
    """Print everything."""
    names = f"{len(found.names)} sets, {found.plan['seeds']} draws"
    print(f"{names:42}" + "".join(f"{each!s:>8}" for each in found.shots) + "   bar")
    for part in (accuracies, calibration, coverage, unknowns, in_turn):
        for title, values, least, most in part(found):
            if any(value is not None for value in values):
                shown = "".join(" " * 8 if value is None else number(value) for value in values)
                print(f"{title:42}{shown}   {judged(found, values, least, most)}")


def number(value: float) -> str:
    """A count, or a share or points with a decimal."""
    return f"{value:8}" if isinstance(value, int) else f"{value:8.1f}"


def judged(found: Found, values: list[float | None], least: float | None, most: float | None) -> str:
    """The bar in words, and where it was missed."""
    if least is None and most is None:
        return ""
    low, high = -np.inf if least is None else least, np.inf if most is None else most
    pairs = zip(found.shots, values, strict=True)
    missed = [f"{shots}" for shots, value in pairs if value is not None and not low <= value <= high]
    bar = f"{least:g} to {most:g}" if least is not None and most is not None else ""
    bar = bar or (f"{least:+g} or more" if most is None else f"{most:g} at most")
    return f"{bar}: {'MISSED at ' + ', '.join(missed) if missed else 'met'}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    for file in parser.parse_args().files:
        print(f"\n{file}")
        tell(Found(file))


if __name__ == "__main__":
    main()
