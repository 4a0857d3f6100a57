"""Inner products that do not depend on the shape of the matrix they are computed in.

Float BLAS sums in an order that depends on the shape, so that column 1 of X @ W[:, :1] is not column 1 of X @ W[:, :2]
to the last bit, and an old category would change when a new one is added. Here rows are held as small integers whose
Euclidean norm is at most 2^12 - 1. Every partial sum of a product of two such rows is then an integer below 2^24
(Cauchy-Schwarz holds for every subset of the coordinates), which float32 holds exactly: any BLAS, any order, any
blocking gives the same integer, at full speed, and so do kernels for bytes. A direction that rows are compared with is
held as a row is.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nomina.blocks import in_blocks
from nomina.domain import Rows

try:
    from simsimd import cdist as bytes_products
except ImportError:  # there is no wheel for this machine
    bytes_products = None  # type: ignore[assignment]

MOST_NORM = 4095
BLOCK = 256
"""Rows that are widened to float32 at a time: what stays in a core's cache. Larger blocks take three times as long."""

AT_ONCE = 16384
"""Rows of a block: with a few hundred the threads wait for Python's lock."""


@dataclass(frozen=True, slots=True)
class Quantised:
    """Rows as integers times a scale: row i is codes[i] * scales[i].

    Attributes:
        codes: shape (n, d), int8.
        scales: shape (n,), float32.
    """

    codes: NDArray[np.int8]
    scales: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.codes)

    def take(self, index: NDArray[np.int64] | NDArray[np.bool_] | slice) -> Quantised:
        """The rows of an index, a mask or, without a copy, a slice."""
        return Quantised(self.codes[index], self.scales[index])

    def merged(self, at: NDArray[np.int64], kept: NDArray[np.bool_], fresh: Quantised) -> Quantised:
        """New rows, shape (len(kept),): own row `at[i]` where kept[i], else the next fresh one."""
        codes = np.empty((len(kept), self.codes.shape[1]), np.int8)
        scales = np.empty(len(kept), np.float32)
        if len(self):
            np.take(self.codes, at, axis=0, out=codes, mode="clip")  # straight into its place: no copy beside it
            np.take(self.scales, at, out=scales, mode="clip")
        codes[~kept], scales[~kept] = fresh.codes, fresh.scales
        return Quantised(codes, scales)

    def widened(self) -> Rows:
        """The rows as float32, shape (n, d)."""
        return self.codes * self.scales[:, None]


def quantise(rows: Rows) -> Quantised:
    """Hold rows of shape (n, d) as int8; the error is at most half a step of a row's largest value / 127."""
    largest = np.abs(rows).max(axis=1, initial=0.0)
    norms = np.sqrt(np.einsum("ij,ij->i", rows, rows, dtype=np.float64))
    room = MOST_NORM - np.sqrt(rows.shape[1])  # rounding may lengthen a row by half a step a coordinate
    scales = np.maximum(np.maximum(largest / 127.0, norms / room), 1e-20).astype(np.float32)
    return Quantised(np.rint(rows / scales[:, None]).astype(np.int8), scales)


def direction_codes(direction: NDArray[np.float32]) -> NDArray[np.int8]:
    """A direction of shape (d,) as integers, where its length does not matter."""
    codes: NDArray[np.int8] = quantise(direction[None]).codes[0]
    return codes


def products(rows: Quantised, codes: NDArray[np.int8]) -> NDArray[np.float32]:
    """Codes @ each row's codes, shape (n,): exact integers, before the scales. All processors work at it."""
    out = np.empty(len(rows), np.float32)

    def fill(block: slice) -> None:
        out[block] = products_of_block(rows.take(block), codes[None])[0]

    in_blocks(len(rows), AT_ONCE, fill)
    return out


def products_of_block(rows: Quantised, codes: NDArray[np.int8]) -> NDArray[np.float64]:
    """Of each of k directions with each row of a block, shape (k, n): exact integers, before the scales.

    By SimSIMD's kernels for bytes where they are installed, else by float32 BLAS: the same integers, in four times the
    time.

    Args:
        rows: AT_ONCE or so. codes: shape (k, d).
    """
    if bytes_products is not None and codes.size:
        return np.asarray(bytes_products(codes, rows.codes, "dot"))
    out, wide = np.empty((len(codes), len(rows))), codes.astype(np.float32)
    for start in range(0, len(rows), BLOCK):
        block = slice(start, start + BLOCK)
        out[:, block] = wide @ rows.codes[block].astype(np.float32).T
    return out
