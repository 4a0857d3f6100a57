"""The accuracy and calibration of `nomina evaluate`, without a library around: to try what the product does not do yet.

    python tests/benchmarks/accuracy.py ../shared/data/dev/* [--draws 10] [--keep ROWS.npz] [--rivals]

The same draws, the same prototypes, temperature and “none”, the same rivals and the same measures, on rows that are
encoded once (`--keep` saves them); `--rivals` also refines, with 8 and 16 examples. Prediction sets are left out.
Over all nine sets the means of both are equal to a tenth of a point (docs/decisions/0005-reference.md).
"""

from __future__ import annotations

import argparse
import dataclasses
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tests.benchmarks.constants import Labelled, kept

from nomina.adapt import FEWEST_LABELS, STAGES, learned
from nomina.calibrate import fitted_temperature
from nomina.confidence import beliefs
from nomina.domain import Calibration, EncoderSpec
from nomina.encoders import catalog
from nomina.evaluate import draws, measures
from nomina.evaluate.draws import Draw
from nomina.evaluate.results import Measured
from nomina.evaluate.rivals import Material, rivals, without_examples
from nomina.evaluate.tally import Answers, Tally, best_of
from nomina.metric import AS_SHIPPED, labelled_layer
from nomina.prototypes import Evidence, left_out, prototype
from nomina.reference import Placed, Reference

SHOTS: tuple[int | None, ...] = (0, 1, 2, 4, 8, 16, None)
"""Examples a category; None for mixed."""


class Judge:
    """A set as the product sees it: rows placed by a reference."""

    def __init__(self, reference: Reference, each: Labelled) -> None:
        """Place the rows."""
        self.reference, self.each = reference, each
        self.rows = reference.place(each.rows)
        self.texts = [self.reference.place_texts(text[None]) for text in each.texts]
        self.right = each.right
        names = [SimpleNamespace(name=str(column)) for column in range(len(each.texts))]
        self.labelled: Any = SimpleNamespace(
            categories=names,
            ids=np.arange(len(each.rows)),
            right=each.right,
            sizes=np.bincount(each.right, minlength=len(names)),
        )

    def answers(self, shown: NDArray[np.bool_], *, words: bool, out: NDArray[np.bool_] | None = None) -> Answers:
        """What is believed of all pictures when these are shown; columns of `out` are not there."""
        calibration = self.reference.calibration
        there = np.flatnonzero(~out) if out is not None else np.arange(len(self.texts))
        scores, alone = (np.empty((len(self.right), len(there)), np.float32) for _ in range(2))
        for place, column in enumerate(there):
            ids = np.flatnonzero(shown & (self.right == column))
            evidence = Evidence(self.texts[column] if words else None, self.rows.take(ids), self._nothing)
            scores[:, place] = alone[:, place] = prototype(calibration, evidence).score(self.rows)
            alone[ids, place] = left_out(calibration, evidence)
        truth = np.searchsorted(there, self.right)
        asked = np.flatnonzero(shown & np.isin(self.right, there))
        warm = fitted_temperature(calibration.temperature, alone[asked], truth[asked])
        believed = beliefs(scores, temperature=warm, none=calibration.none)
        return Answers(scores, best_of(scores), (believed.categories, believed.none))

    def refined(self, shown: NDArray[np.bool_]) -> Judge:
        """The same after adapt.refine with the labels of these pictures."""
        metric = self.reference.metric
        layer = labelled_layer(self.reference.pressed(self.each.rows[shown]), self.right[shown])
        metric = dataclasses.replace(metric, layers=(*metric.layers, layer))
        return Judge(dataclasses.replace(self.reference, metric=metric), self.each)

    @property
    def _nothing(self) -> Placed:
        return self.rows.take(np.zeros(0, np.int64))


def at_home(spec: EncoderSpec, shipped: Calibration, each: Labelled) -> Judge:
    """By the reference that the pictures of the set teach."""
    metric = learned(spec, shipped, each.rows) if len(each.rows) >= STAGES[0] else AS_SHIPPED
    return Judge(Reference(spec, shipped, metric), each)


def measured(
    judge: Judge, each: Labelled, spec: EncoderSpec, count: int, *, ask: bool
) -> dict[Any, dict[str, Measured]]:
    """Every method for every number of examples."""
    found: dict[str, Any] = {}
    if ask:
        found = rivals(Material(each.rows, each.texts, spec.words, spec.pictures, each.right))
    nobody = np.zeros(len(each.right), bool)
    out: dict[Any, dict[str, Measured]] = {}
    for shots in SHOTS:
        tallies: dict[str, Tally] = {}

        def tell(name: str, draw: Draw, said: Answers, tallies: dict[str, Tally] = tallies) -> None:
            tallies.setdefault(name, Tally(judge.labelled)).add(draw, said, 0.0)

        for seed in range(count if shots != 0 else 1):
            drawn = (
                draws.mixed(judge.labelled, seed) if shots is None else draws.same_for_all(judge.labelled, shots, seed)
            )
            tell("fused", drawn, judge.answers(drawn.shown, words=True))
            tell("words", drawn, judge.answers(nobody, words=True))
            if shots != 0:
                tell("pictures", drawn, judge.answers(drawn.shown, words=False))
            if ask and shots in (8, 16):
                able = judge.refined(drawn.shown) if drawn.shown.sum() >= FEWEST_LABELS else judge
                tell("refined", drawn, able.answers(drawn.shown, words=True))
            for name, rival in found.items():
                if shots != 0 or without_examples(name):
                    tell(name, drawn, rival(drawn.shown))
        out[shots] = {name: tally.measured() for name, tally in tallies.items()}
    return out


def told_apart(judge: Judge, shots: int, count: int) -> float:
    """How often a picture of a category that was left out has the higher probability of “none”, half of them out."""
    found = []
    for seed in range(count):
        out = draws.left_out(len(judge.texts), 0.5, seed)
        drawn, unknown = draws.same_for_all(judge.labelled, shots, seed), out[judge.right]
        said = judge.answers(drawn.shown & ~unknown, words=True, out=out)
        assert said.beliefs is not None
        none = said.beliefs[1]
        found.append(measures.auroc(none[drawn.asked & ~unknown], none[unknown]))
    return float(np.mean(found))


def gap(methods: dict[str, Measured]) -> float:
    """Points of fused less the better of words and pictures."""
    better = max(methods[name].accuracy.mean for name in ("words", "pictures") if name in methods)
    return 100 * (methods["fused"].accuracy.mean - better)


def tell(name: str, rows: list[dict[Any, dict[str, Measured]]]) -> None:
    """Means over these sets, one line a method."""
    print(f"{name}: examples {', '.join('mixed' if shots is None else str(shots) for shots in SHOTS)}")
    for method in dict.fromkeys(key for row in rows for methods in row.values() for key in methods):
        values = [
            100 * np.mean([row[shots][method].accuracy.mean for row in rows]) if method in rows[0][shots] else np.nan
            for shots in SHOTS
        ]
        print(f"  {method:14}" + " ".join(f"{value:6.1f}" for value in values))
    print("  lowest gap    " + " ".join(f"{min(gap(row[shots]) for row in rows):+6.1f}" for shots in SHOTS))
    for key in ("ece", "ece_debiased", "ece_floor"):
        values = [100 * np.mean([getattr(row[shots]["fused"], key) for row in rows]) for shots in SHOTS]
        print(f"  {key:14}" + " ".join(f"{value:6.1f}" for value in values), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--draws", type=int, default=10)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--rivals", action="store_true")
    options = parser.parse_args()
    encoder = catalog.load("starter")
    found = []
    for each in kept(options.folders, encoder, options.keep):
        judge = at_home(encoder.spec, encoder.calibration(), each)
        found.append(measured(judge, each, encoder.spec, options.draws, ask=options.rivals))
        tell(each.name, found[-1:])
        apart = [told_apart(judge, shots, options.draws) for shots in (0, 1, 4)]
        print("  unknown told apart, 0, 1, 4: " + ", ".join(f"{100 * value:.1f}" for value in apart), flush=True)
    tell("mean", found)


if __name__ == "__main__":
    main()
