"""How much each example of a category counts beside its others: the less, the more it says what they all say.

    w_i = even(n) - ⟨x_i, unit Σ x⟩,    even(n) = EVEN + EVEN_OF_FEW / n

Ten pictures of one shelf say hardly more than one, and a plain sum looks for that shelf; so an example that lies where
the others do counts less, one that shows another side of the category more. That is one step from the sum towards the
direction along which all examples score alike (ridge regression of 1 on the examples), and it needs nothing but the
category's own examples. Of few it cannot be said which say the same, and one that lies apart may be a wrong one: the
fewer, the more evenly they count. All sums are of whole numbers, so that the order in which examples came leaves no
trace:

    Σ w_i x_i = even(n) Σ x - Σ x_i ⟨x_i, c⟩,    c = unit Σ x

and without one of them it is the same with another c, less one term, which needs the x_i once for all of them.
"""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from nomina.domain import Rows
from nomina.fixedpoint import MOST_NORM, Quantised

FIXED_POINT = 2.0**20
FINE = 2.0**11
"""Length of a unit row in whole numbers where it is multiplied: by a direction it stays below 2^24, exact in float32,
and sums of 500,000 such products times a row below 2^53, exact in float64."""
EVEN, EVEN_OF_FEW = 1.2, 3.0
"""The nearer `even` is to 1, the more weights differ. As good as 1.4 for any number where all labels are right, and 0.1
to 0.6 points better with four examples where a tenth to a fifth are wrong (docs/decisions/0004-scores.md)."""


def even(examples: int) -> float:
    """What an example would count if it had nothing in common with the others."""
    return EVEN + EVEN_OF_FEW / max(1, examples)


def whole(rows: Quantised) -> NDArray[np.int64]:
    """Rows in 64-bit fixed point, shape (n, d): their sum is the same in any order."""
    return np.rint(rows.codes * (rows.scales[:, None] * FIXED_POINT).astype(np.float64)).astype(np.int64)


def unit_sums(totals: NDArray[np.int64] | NDArray[np.floating]) -> NDArray[np.float32]:
    """The directions of sums, shape (m, d), at length 1; nothing stays nothing."""
    real = totals.astype(np.float64)
    return np.asarray(real / np.maximum(_lengths(real), 1e-12)[:, None], np.float32)


def alike(totals: NDArray[np.int64], count: int) -> NDArray[np.float64]:
    """The mean cosine between any two of `count` unit rows, 2 at least, from m sums of shape (m, d); shape (m,)."""
    return np.asarray((_lengths(totals / FIXED_POINT) ** 2 / count - 1.0) / (count - 1.0))


class Weighing:
    """The examples of one category, n rows of d, to be added up as much as each counts."""

    def __init__(self, rows: Quantised) -> None:
        """Take unit rows over, as whole numbers of length FINE."""
        self._rows: Rows = np.rint(rows.codes * (rows.scales[:, None] * np.float32(FINE)))

    def counts(self, total: NDArray[np.int64]) -> NDArray[np.float64]:
        """What each row counts in `of_all`, shape (n,): even(n) · FINE · MOST_NORM at most, if none says the opposite.

        Args:
            total: the plain sum of the rows in fixed point, shape (d,).
        """
        return even(len(self._rows)) * FINE * MOST_NORM - self._along(total)

    def of_all(self, total: NDArray[np.int64]) -> NDArray[np.float64]:
        """The sum of all rows, each as much as it counts, shape (d,); only its direction says something."""
        return np.asarray(_evenly(total, len(self._rows)) - self._along(total) @ self._rows)

    def without(self, totals: NDArray[np.int64], left: NDArray[np.int64]) -> NDArray[np.float64]:
        """`of_all` of all rows but one, m times, shape (m, d).

        Args:
            totals: the plain sums without it, shape (m, d). left: which one, shape (m,).
        """
        codes, own = _codes(totals), self._rows[left]
        among = (codes @ self._rows.T).astype(np.float64) @ self._rows if self._few else codes @ self._scatter
        return np.asarray(_evenly(totals, len(self._rows) - 1) - (among - _products(own, codes)[:, None] * own))

    def of_few(self, totals: NDArray[np.int64], among: NDArray[np.int64]) -> NDArray[np.float64]:
        """`of_all` of a few of the rows, m times, shape (m, d).

        Args:
            totals: their plain sums, shape (m, d). among: which rows, shape (m, few).
        """
        codes, sums = _codes(totals), np.zeros(totals.shape)
        for each in among.T:
            own = self._rows[each]
            sums += _products(own, codes)[:, None] * own
        return _evenly(totals, among.shape[1]) - sums

    def _along(self, total: NDArray[np.int64]) -> NDArray[np.float64]:
        return np.asarray(self._rows @ _codes(total[None])[0], np.float64)

    @property
    def _few(self) -> bool:
        return bool(len(self._rows) < self._rows.shape[1])

    @cached_property
    def _scatter(self) -> NDArray[np.float64]:
        """Σ xᵀx, shape (d, d): with more rows than directions it is the shorter way."""
        rows = self._rows.astype(np.float64)
        return np.asarray(rows.T @ rows)


def _evenly(totals: NDArray[np.int64], examples: int) -> NDArray[np.float64]:
    return totals.astype(np.float64) * (even(examples) * MOST_NORM * FINE * FINE / FIXED_POINT)


def _codes(totals: NDArray[np.int64]) -> Rows:
    """The directions of sums as whole numbers, as finely as float32 multiplies them exactly."""
    directions = unit_sums(totals)
    norms = np.sqrt(np.sum(directions.astype(np.float64) ** 2, axis=1))
    return np.asarray(np.trunc(directions / np.maximum(norms / MOST_NORM, 1e-20)[:, None]), np.float32)


def _products(left: Rows, right: Rows) -> NDArray[np.float64]:
    """Of row i with row i, shape (m,): whole numbers below 2^24."""
    return np.asarray(np.einsum("ij,ij->i", left, right), np.float64)


def _lengths(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(np.sqrt(np.sum(rows**2, axis=1)))
