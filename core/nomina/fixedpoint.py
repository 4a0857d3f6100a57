"""Inner products that do not depend on the shape of the matrix they are computed in.

Float BLAS sums in an order that depends on the shape, so that column 1 of X @ W[:, :1] is not column 1 of X @ W[:, :2]
to the last bit, and an old category would change when a new one is added. Here rows are held as small integers whose
Euclidean norm is at most 2^12 - 1. Every partial sum of a product of two such rows is then an integer below 2^24
(Cauchy-Schwarz holds for every subset of the coordinates), which float32 holds exactly: any BLAS, any order, any
blocking gives the same integer, at full speed. Split into two bytes, a direction is multiplied by int8 kernels with
the same result.
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

HALF = 128
AT_ONCE = 4096
"""Rows of a block: with 512 the threads wait for Python's lock."""


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


def direction_codes(direction: NDArray[np.float32]) -> tuple[NDArray[np.float32], float]:
    """A direction of shape (d,) as integers in float32 and their scale, as finely as exactness allows."""
    codes, scales = directions_codes(direction[None])
    return codes[0], float(scales[0])


def directions_codes(directions: Rows) -> tuple[Rows, NDArray[np.float64]]:
    """Directions of shape (n, d), each by itself, as integers in float32 and their scales, shape (n,)."""
    norms = np.sqrt(np.sum(directions.astype(np.float64) ** 2, axis=1))
    scales = np.maximum(norms / MOST_NORM, 1e-20)
    return np.trunc(directions / scales[:, None]).astype(np.float32), scales


def products(rows: Quantised, codes: NDArray[np.float32]) -> NDArray[np.float32]:
    """Codes @ each row's codes, shape (n,): exact integers, before the scales. All processors work at it."""
    out = np.empty(len(rows), np.float32)

    def fill(block: slice) -> None:
        out[block] = products_of_block(rows.take(block), codes[None])[0]

    in_blocks(len(rows), AT_ONCE, fill)
    return out


def products_of_block(rows: Quantised, codes: NDArray[np.float32]) -> NDArray[np.float64]:
    """Of each of k directions with each row of a block, shape (k, n): exact integers, before the scales.

    By SimSIMD's kernels for bytes where they are installed, else by float32 BLAS: the same integers, in twice the time.

    Args:
        rows: AT_ONCE or so. codes: shape (k, d).
    """
    if bytes_products is not None and codes.size:
        high = np.rint(codes / HALF)
        halves = np.concatenate([high, codes - HALF * high]).astype(np.int8)
        found = np.asarray(bytes_products(halves, rows.codes, "dot"))
        return np.asarray(found[: len(codes)] * HALF + found[len(codes) :])
    out = np.empty((len(codes), len(rows)))
    for start in range(0, len(rows), BLOCK):
        block = slice(start, start + BLOCK)
        out[:, block] = codes @ rows.codes[block].astype(np.float32).T
    return out


def coarse_codes(direction: NDArray[np.float32]) -> NDArray[np.float32]:
    """A direction of shape (d,) as integers of one byte in float32: half the work of `products`, to choose by."""
    largest = max(float(np.abs(direction).max(initial=0.0)), 1e-20)
    return np.asarray(np.rint(direction * np.float32(127.0 / largest)), np.float32)
