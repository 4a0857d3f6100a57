"""From evidence to scores: the words of a category count as κ pictures, and each example picture as one.

    score = λ · gain_w · bend · asinh(⟨τ, x_w⟩ / bend)  +  (1 - λ) · gain_p · (⟨unit(Σ accepted), x_p⟩ - offset(n))
            - gain_p · β(m) · max(0, ⟨unit(Σ rejected), x_p⟩ - offset)

with τ the direction of the words, n examples, m rejects, λ = κ/(κ + n) (0 without words, 1 without examples) and
offset(n) = offset - offset_of_one / n, because the mean of few examples is nearer to nothing. Sums are integers, so
that the order in which evidence came leaves no trace. One category's evidence touches its own scores alone.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nomina.domain import Calibration
from nomina.fixedpoint import Quantised, direction_codes, products
from nomina.reference import Placed

FIXED_POINT = 2.0**20
MOST_REJECTION = 0.4
"""Weight of very many rejects. Three a category raise the mean average precision of nine sets by 1.6 points for words
alone, by 3 with one example; at 0.8 they cost accuracy (docs/decisions/0004-scores.md)."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a person gave for one category.

    Attributes:
        words: direction of its texts in the space of words, shape (w,), or None without words.
        accepted, rejected: placed rows of the images that a person labelled.
    """

    words: NDArray[np.float32] | None
    accepted: Placed
    rejected: Placed


@dataclass(frozen=True, slots=True)
class Direction:
    """A unit direction as exact integers times a scale, and how much it counts."""

    codes: NDArray[np.float32]
    scale: float
    weight: float

    def along(self, rows: Quantised) -> NDArray[np.float64]:
        """Inner products with rows, shape (n,)."""
        return products(rows, self.codes).astype(np.float64) * rows.scales * self.scale


@dataclass(frozen=True, slots=True)
class Prototype:
    """What a category looks for: along its words, along its examples, away from its rejects; None where it has none."""

    calibration: Calibration
    words: Direction | None
    examples: Direction | None
    rejects: Direction | None
    offset: float

    def score(self, rows: Placed) -> NDArray[np.float32]:
        """The score of each row, shape (n,); -inf for a category that is known by nothing."""
        constants = self.calibration
        if self.words is None and self.examples is None:
            return np.full(len(rows), -np.inf, np.float32)
        total = np.zeros(len(rows))
        if self.words is not None and rows.words is not None:
            bend = constants.words_bend
            total += self.words.weight * constants.words_gain * bend * np.arcsinh(self.words.along(rows.words) / bend)
        if self.examples is not None:
            gain = self.examples.weight * constants.pictures_gain
            total += gain * (self.examples.along(rows.pictures) - self.offset)
        if self.rejects is not None:
            gain = self.rejects.weight * constants.pictures_gain
            total -= gain * np.maximum(0.0, self.rejects.along(rows.pictures) - constants.offset)
        return total.astype(np.float32)


def prototype(calibration: Calibration, evidence: Evidence) -> Prototype:
    """The prototype that the evidence gives."""
    accepted, rejected = len(evidence.accepted), len(evidence.rejected)
    kappa = calibration.kappa if evidence.words is not None else 0.0
    share = kappa / (kappa + accepted) if kappa + accepted else 0.0
    return Prototype(
        calibration,
        None if evidence.words is None else _direction(evidence.words.astype(np.float64), share),
        _direction(_sum(evidence.accepted.pictures), 1.0 - share) if accepted else None,
        _direction(_sum(evidence.rejected.pictures), MOST_REJECTION * rejected / (rejected + 3)) if rejected else None,
        calibration.offset - calibration.offset_of_one / max(1, accepted),
    )


def _sum(rows: Quantised) -> NDArray[np.float64]:
    """Σ rows in 64-bit fixed point, shape (d,): the same for any order of the rows."""
    whole = np.rint(rows.codes * (rows.scales[:, None] * FIXED_POINT).astype(np.float64)).astype(np.int64)
    return np.asarray(whole.sum(axis=0) / FIXED_POINT)


def _direction(total: NDArray[np.float64], weight: float) -> Direction:
    length = max(float(np.sqrt(np.sum(total**2))), 1e-12)
    codes, scale = direction_codes((total / length).astype(np.float32))
    return Direction(codes, scale, weight)
