"""What an evaluation found, as frozen records: docs/benchmarks.md documents each as the JSON key of the same name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from nomina.domain import Skipped
from nomina.evaluate.measures import Bin


@dataclass(frozen=True, slots=True)
class Spread:
    """A number over the draws: mean and standard deviation."""

    mean: float
    spread: float


def spread(values: Iterable[float | None]) -> Spread | None:
    """Mean and standard deviation of the draws that have the number; None when none has."""
    found = [value for value in values if value is not None]
    return Spread(float(np.mean(found)), float(np.std(found))) if found else None


@dataclass(frozen=True, slots=True)
class Kept:
    """How far prediction sets keep their promise for categories known by about as many examples.

    Attributes:
        examples: how many, like “2-3” or “9+”.
        coverage: share of the asked pictures of such categories whose set holds the right one, over all draws.
        asked: how many pictures that is of.
    """

    examples: str
    coverage: float
    asked: int


@dataclass(frozen=True, slots=True)
class Measured:
    """One method with so many examples.

    Attributes:
        accuracy: share of the asked pictures whose best category is right.
        category_accuracy: mean over the categories of their own accuracy.
        top_5: share whose right category is among the best five; None with five categories or fewer.
        seconds: a draw takes so long: showing the examples, answering, taking them back.
        per_category: accuracy by category name, mean over the draws.
        ece, ece_debiased, ece_floor: see measures.Calibrated; over the predictions of all draws together.
        brier: see measures.brier.
        answered: share that is not called “none of these”.
        right_of_answered: share of those that is right.
        coverage, set_size: of the prediction sets.
        kept: coverage by bucket of evidence (calibrate.BUCKETS); only buckets whose threshold rests on labels enough.
        reliability: the bins of the calibration error.
        confusion: how often pictures of a category (row) were given each category (column), over all draws.
        ece_shipped, ece_shipped_floor: ece and its floor had no label been used for the confidence.
        ece_by_labels, ece_by_labels_floor: the same of the draws whose labels were enough to be used for it.
    """

    accuracy: Spread
    category_accuracy: Spread
    top_5: Spread | None
    seconds: float
    per_category: dict[str, float]
    ece: float | None = None
    ece_debiased: float | None = None
    ece_floor: float | None = None
    brier: Spread | None = None
    answered: Spread | None = None
    right_of_answered: Spread | None = None
    coverage: Spread | None = None
    set_size: Spread | None = None
    kept: tuple[Kept, ...] | None = None
    reliability: tuple[Bin, ...] | None = None
    confusion: tuple[tuple[int, ...], ...] | None = None
    ece_shipped: float | None = None
    ece_shipped_floor: float | None = None
    ece_by_labels: float | None = None
    ece_by_labels_floor: float | None = None


@dataclass(frozen=True, slots=True)
class Unknowns:
    """How well pictures of categories that were left out are told from those of the others.

    Attributes:
        left_out: how many categories.
        auroc: by the probability of “none”.
        auroc_of_score: by the best score, lowest first.
        called_none: share of the unknown pictures that is called “none of these”.
        known_called_none: share of the others that is.
    """

    left_out: int
    auroc: Spread
    auroc_of_score: Spread
    called_none: Spread
    known_called_none: Spread


@dataclass(frozen=True, slots=True)
class Continual:
    """Categories came a few at a time.

    Attributes:
        stages: how often some came.
        average: mean over the stages of the accuracy on all categories so far.
        last: that accuracy after the last stage.
        forgetting, backward, forward: see incremental.py; None where they are not defined.
        intrinsic_forgetting: accuracy that earlier categories lost among themselves. Must be 0.
        changed_rankings: pictures, over all stages, whose ranking of earlier categories is not what it was. Must be 0.
        changed_scores: scores for earlier categories that are not the same to the last bit. Must be 0.
        accuracy: mean over the draws of the accuracy after stage t (row) on the categories of stage j (column).
    """

    stages: int
    average: Spread
    last: Spread
    forgetting: Spread | None
    backward: Spread | None
    forward: Spread | None
    intrinsic_forgetting: Spread | None
    changed_rankings: int
    changed_scores: int
    accuracy: tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """How many examples the categories really had."""

    least: int
    mean: float
    most: int


@dataclass(frozen=True, slots=True)
class Row:
    """All methods with so many examples.

    Attributes:
        shots: examples a category that were wanted; None for mixed evidence.
        shown: those that were really shown.
        asked: pictures that were asked in a draw, mean over the draws.
        draws: how many.
        methods: by name: fused, words, pictures, and the rivals.
        gap: accuracy of fused less that of the better of words and pictures; None where there is only one.
    """

    shots: int | None
    shown: Shown
    asked: float
    draws: int
    methods: dict[str, Measured]
    gap: float | None
    unknowns: Unknowns | None = None
    incremental: Continual | None = None


@dataclass(frozen=True, slots=True)
class SetResult:
    """One labelled folder.

    Attributes:
        categories: pictures by category name.
        short: those of them that could not spare the examples that were wanted: how many they could.
        notes: what could not be measured, and why, in a sentence each.
        reading, measuring: seconds.
    """

    name: str
    folder: str
    pictures: int
    categories: dict[str, int]
    short: dict[str, int]
    skipped: tuple[Skipped, ...]
    notes: tuple[str, ...]
    reading: float
    measuring: float
    rows: tuple[Row, ...]
    mixed: Row | None


def gap(methods: Mapping[str, Measured]) -> float | None:
    """Accuracy of fused less the better of words and pictures."""
    if not {"fused", "words", "pictures"} <= methods.keys():
        return None
    best = max(methods["words"].accuracy.mean, methods["pictures"].accuracy.mean)
    return methods["fused"].accuracy.mean - best
