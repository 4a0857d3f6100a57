"""The numbers themselves, as pure functions of arrays. docs/benchmarks.md says what each means."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating]
BINS = 10
"""Bins of the calibration error."""


def places(scores: Floats, right: NDArray[np.int64]) -> NDArray[np.int64]:
    """How many categories rank above the right one, shape (n,); k where its score is -inf.

    Args:
        scores: shape (n, k). Of equal scores the earlier column ranks higher.
        right: column of the right category, shape (n,).
    """
    own = scores[np.arange(len(right)), right][:, None]
    earlier = np.arange(scores.shape[1])[None, :] < right[:, None]
    above = ((scores > own) | ((scores == own) & earlier)).sum(axis=1)
    return np.asarray(np.where(np.isfinite(own[:, 0]), above, scores.shape[1]))


def brier(beliefs: Floats, none: Floats, right: NDArray[np.int64]) -> float:
    """Mean over pictures of Σ (probability - truth)² over the categories and “none”; 0 is best, 2 worst (Brier 1950).

    Args:
        beliefs: shape (n, k). none: shape (n,). right: shape (n,).
    """
    wanted = np.zeros(beliefs.shape)
    wanted[np.arange(len(right)), right] = 1
    return float(np.mean(((beliefs - wanted) ** 2).sum(axis=1) + np.asarray(none, np.float64) ** 2))


def auroc(known: Floats, unknown: Floats) -> float:
    """How often an unknown picture has the higher value, equal ones counted half; 0.5 is chance.

    Raises:
        ValueError: one of the two is empty.
    """
    if not len(known) or not len(unknown):
        raise ValueError("no pictures on one side")
    ordered = np.sort(known)
    below, upto = np.searchsorted(ordered, unknown, "left"), np.searchsorted(ordered, unknown, "right")
    return float((below + upto).mean() / (2 * len(known)))


def coverage(sets: NDArray[np.bool_], right: NDArray[np.int64]) -> tuple[float, float]:
    """Share of prediction sets of shape (n, k) that hold the right category, and their mean size."""
    return float(sets[np.arange(len(right)), right].mean()), float(sets.sum(axis=1).mean())


@dataclass(frozen=True, slots=True)
class Bin:
    """One bin of a reliability diagram: mean confidence, share that is right, and how many predictions."""

    confidence: float
    right: float
    predictions: int


@dataclass(frozen=True, slots=True)
class Calibrated:
    """How far confidence is from the share that is right.

    Attributes:
        error: Σ share of a bin · |mean confidence - share right| over BINS bins of equal count.
        debiased: the same less its estimated bias (see calibration_error); may fall a little below 0.
        floor: about what a perfectly calibrated method would show on as many pictures, by chance alone.
    """

    error: float
    debiased: float
    floor: float
    bins: tuple[Bin, ...]


def calibration_error(confidence: Floats, correct: NDArray[np.bool_], pictures: NDArray[np.int64]) -> Calibrated:
    """Expected calibration error of the top category with bins of equal count.

    Binning makes the plain error too large: a bin of m predictions misses its own mean by about √(p(1 - p)/m). The
    debiased error takes off E|N(d, s²)| - |d| a bin, with d the gap that is seen and s its standard error: the limit of
    the resampling of Kumar, Liang and Ma (Verified Uncertainty Calibration, NeurIPS 2019). It takes off most of the
    bias where the gap is large against s, and 40 % of it where there is no gap at all. Predictions of one picture in
    several draws are no independent evidence, so s is clustered by picture.

    Args:
        confidence: of the best category, shape (n,), n >= 1. Equal ones share what is right among them, so that the
            order of predictions makes no difference.
        correct: whether it was right, shape (n,).
        pictures: which picture each prediction is about, shape (n,).
    """
    order = np.argsort(confidence, kind="stable")
    confidence, correct, pictures = confidence[order].astype(np.float64), correct[order], pictures[order]
    shared = _shared(confidence, correct)
    bins, error, debiased, floor = [], 0.0, 0.0, 0.0
    for rows in np.array_split(np.arange(len(order)), min(BINS, len(order))):
        gap = float(shared[rows].mean() - confidence[rows].mean())
        spread = _standard_error(correct[rows] - confidence[rows], pictures[rows])
        share = len(rows) / len(order)
        error += share * abs(gap)
        debiased += share * (2 * abs(gap) - _mean_of_folded(gap, spread))
        floor += share * _mean_of_folded(0.0, spread)
        bins.append(Bin(float(confidence[rows].mean()), float(shared[rows].mean()), len(rows)))
    return Calibrated(error, debiased, floor, tuple(bins))


def _shared(confidence: Floats, correct: NDArray[np.bool_]) -> NDArray[np.float64]:
    """The share that is right among predictions of equal confidence, for each of them."""
    _, which, counts = np.unique(confidence, return_inverse=True, return_counts=True)
    return np.asarray((np.bincount(which, correct) / counts)[which])


def _standard_error(gaps: Floats, pictures: NDArray[np.int64]) -> float:
    """Of the mean of gaps of shape (m,) that come in groups."""
    _, group = np.unique(pictures, return_inverse=True)
    groups = int(group.max()) + 1
    if groups < 2:
        return 0.0
    sums = np.bincount(group, gaps - gaps.mean())
    return float(np.sqrt((sums**2).sum() * groups / (groups - 1)) / len(gaps))


def _mean_of_folded(centre: float, spread: float) -> float:
    """E|N(centre, spread²)|."""
    if spread == 0:
        return abs(centre)
    ratio = centre / spread
    return spread * math.sqrt(2 / math.pi) * math.exp(-(ratio**2) / 2) + centre * math.erf(ratio / math.sqrt(2))
