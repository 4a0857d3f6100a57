"""What counts as near: where rows are centred, and along which directions they are pressed together.

The centre of a library is most of the way from the encoder's own to its mean picture: what all its pictures share says
nothing of which is which. A layer presses a few hundred directions and leaves the rest: it is learned from the pictures
without any label (`local_layer`) or from a person's labels (`labelled_layer`). All of it is frozen. A layer is held in
integers and applied by exact products (fixedpoint.py), so that a row lands at the same place whatever other rows are
placed beside it.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nomina.domain import Rows
from nomina.fixedpoint import BLOCK

GRAIN = 4000
"""Integer length of a unit row or direction: with what rounding adds still below fixedpoint.MOST_NORM."""
APPLIED_AT_ONCE = 2048
"""Rows that a layer presses at a time: with 256 BLAS's threads wait for each other, four times as long in all."""
NEIGHBOURS = 4
MOST_DIRECTIONS = 256
HALF_TRUSTED = 2500
"""Pictures whose scatter weighs as much as none at all: too few say little of 1,000 directions (Ledoit, Wolf 2004)."""
TOWARDS = 0.75
"""How far the centre goes from the encoder's own to the library's mean. All the way is no better where the categories
are alike in size, and loses twice as much where one is most of the library (docs/decisions/0005-reference.md)."""
SAME = 0.9
"""Cosine of centred rows above which two pictures are all but one: most shots of one moment have 0.92 to 0.99, and of
twenty different pictures one has another so near in the tightest of sets (docs/decisions/0005-reference.md)."""
RIDGE = 0.005
"""Of the labelled scatter. Nine sets: 89.0 to 89.7 % with 16 examples a category (docs/decisions/0005-reference.md)."""


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """Directions along which rows are pressed.

    Attributes:
        directions: orthonormal rows times GRAIN, shape (r, d), int16.
        presses: share of a row's part along each direction that is taken away, 0..1, shape (r,), float32.
    """

    directions: NDArray[np.int16]
    presses: NDArray[np.float32]

    def apply(self, rows: Rows) -> Rows:
        """Press rows of unit length, shape (n, d); the result is not of unit length."""
        out = np.empty_like(rows)
        directions = self.directions.astype(np.float32)
        for start in range(0, len(rows), APPLIED_AT_ONCE):
            block = slice(start, start + APPLIED_AT_ONCE)
            codes = np.rint(rows[block] * np.float32(GRAIN))
            parts = (codes @ directions.T).astype(np.float64)
            parts /= GRAIN  # in place from here on: new memory for each step is a third of the time
            parts *= self.presses
            np.rint(parts, out=parts)
            left = (parts.astype(np.float32) @ directions).astype(np.float64)
            left /= GRAIN
            np.subtract(codes, left, out=left)
            left /= GRAIN
            out[block] = left
        return out


@dataclass(frozen=True, slots=True, eq=False)
class Metric:
    """All that a version of the reference learned; as shipped there is nothing in it.

    Attributes:
        mean: the library's mean picture in the space of pictures, shape (w,), float32; None where it was not learned.
        layers: applied one after another to centred rows of unit length.
        near: how near a picture lies to its nearest (see nearness); None where nobody looked.
    """

    mean: NDArray[np.float32] | None = None
    layers: tuple[Layer, ...] = ()
    near: float | None = None

    def centre(self, own: NDArray[np.float32]) -> NDArray[np.float32]:
        """Where pictures are centred, shape (w,); own: by the encoder."""
        return own if self.mean is None else np.asarray(own + np.float32(TOWARDS) * (self.mean - own), np.float32)


AS_SHIPPED = Metric()


def local_layer(rows: Rows) -> Layer:
    """Press where pictures that are each other's nearest neighbours differ: local scatter, without labels.

    Neighbours mostly show the same thing, so what parts them is what says least (Hariharan, Malik, Ramanan 2012, with
    neighbours in place of classes). The press along an eigenvector of scatter e (mean 1) is 1 - √(a / (a + (1 - a)e)),
    where a falls from 1 as pictures grow in number.

    Args:
        rows: unit rows of a sample of the library, shape (n, d).
    """
    one, other = _each_others_nearest(rows)
    apart = rows[one] - rows[other]
    trusted = len(rows) / (len(rows) + HALF_TRUSTED)
    mean = max(float(np.sum(apart.astype(np.float64) ** 2)) / rows.shape[1], 1e-12)
    return _layer(apart * np.float32(np.sqrt(trusted / (1.0 - trusted) / mean)))


def _each_others_nearest(rows: Rows) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Pairs of unit rows of which each is among the NEIGHBOURS nearest of the other: their places, shape (m,) each."""
    count = min(NEIGHBOURS, len(rows) - 1)
    nearest = np.empty((len(rows), count), np.int64)
    for start, likeness in _likeness_to_others(rows):
        nearest[start : start + len(likeness)] = np.argpartition(-likeness, count - 1, axis=1)[:, :count]
    one, other = np.repeat(np.arange(len(rows)), count), nearest.ravel()
    both = (nearest[other] == one[:, None]).any(axis=1)
    once = both & (one < other)
    return one[once], other[once]


def nearness(rows: Rows) -> float:
    """How near a picture lies to the one nearest to it: the median cosine, of three digits.

    Where the pictures of a library lie in tight groups its categories are told apart with more certainty; no label is
    needed to see it.

    Args:
        rows: unit rows of distinct pictures, shape (n, d), n >= 1, where pictures are compared.
    """
    nearest = [likeness.max(axis=1) for _, likeness in _likeness_to_others(rows)]
    return round(float(np.median(np.concatenate(nearest))), 3)


def distinct(rows: Rows) -> NDArray[np.bool_]:
    """Which pictures stand for all, shape (n,): those that are not all but the same as one before that does.

    Shots of one moment would be each other's nearest, so that what differs within it would be taken for what differs
    within a category, and every library of bursts for one of tight groups.

    Args:
        rows: unit rows, centred, shape (n, d).
    """
    kept = np.zeros(len(rows), bool)
    for start, likeness in _likeness_to_others(rows):
        for place, same in enumerate(likeness > SAME, start):
            kept[place] = not (same & kept).any()
    return kept


def _likeness_to_others(rows: Rows) -> Iterator[tuple[int, Rows]]:
    """Cosines of a block of unit rows from `start` on to all n, shape (m, n); a row to itself has -2."""
    for start in range(0, len(rows), BLOCK):
        block = rows[start : start + BLOCK]
        likeness = block @ rows.T
        likeness[np.arange(len(block)), np.arange(start, start + len(block))] = -2.0
        yield start, likeness


def labelled_layer(rows: Rows, labels: NDArray[np.int64]) -> Layer:
    """Press along the scatter of the labelled pictures, every category counting the same.

    With the sums of the examples as directions this is ridge regression on all categories together, shared among rows
    and directions: the one joint step.

    Args:
        rows: unit rows, shape (n, d).
        labels: a category each, shape (n,).
    """
    _, label, counts = np.unique(labels, return_inverse=True, return_counts=True)
    weights = 1.0 / counts[label]
    weights /= weights.sum()
    apart = (rows - weights @ rows) * np.sqrt(weights)[:, None]
    return _layer((apart / np.sqrt(RIDGE)).astype(np.float32))


def _layer(apart: Rows) -> Layer:
    """The layer that multiplies by (I + apartᵀ apart)^(-1/2), for apart of shape (m, d)."""
    if len(apart) < apart.shape[1]:  # the smaller product says the same in a fifth of the time of apart's own svd
        exact = apart.astype(np.float64)
        strengths, columns = np.linalg.eigh(exact @ exact.T)
        some = np.flatnonzero(strengths > 1e-9 * strengths.max(initial=1e-300))  # nothing is pressed along the others
        strengths, directions = strengths[some], (columns[:, some].T @ exact) / np.sqrt(strengths[some])[:, None]
    else:
        strengths, columns = np.linalg.eigh(apart.T @ apart)
        strengths, directions = strengths.clip(0.0), columns.T
    strengths, directions = strengths[::-1][:MOST_DIRECTIONS], directions[::-1][:MOST_DIRECTIONS]
    presses = 1.0 - 1.0 / np.sqrt(1.0 + strengths)
    return Layer(np.rint(directions * GRAIN).astype(np.int16), presses.astype(np.float32))


def to_bytes(metric: Metric) -> bytes:
    """A metric as it is kept."""
    stream = io.BytesIO()
    arrays = {
        f"{name}{i}": getattr(layer, name)
        for i, layer in enumerate(metric.layers)
        for name in ("directions", "presses")
    }
    if metric.mean is not None:
        arrays["mean"] = metric.mean
    if metric.near is not None:
        arrays["near"] = np.array(metric.near)
    np.savez_compressed(stream, allow_pickle=False, **arrays)
    return stream.getvalue()


def from_bytes(data: bytes) -> Metric:
    """The metric that `to_bytes` wrote; one of an older version has no mean, or does not know how near pictures lie."""
    with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
        mean = arrays["mean"] if "mean" in arrays.files else None
        near = float(arrays["near"]) if "near" in arrays.files else None
        count = sum(name.startswith("directions") for name in arrays.files)
        layers = tuple(Layer(arrays[f"directions{i}"], arrays[f"presses{i}"]) for i in range(count))
        return Metric(mean, layers, near)


def fingerprint(metric: Metric) -> str:
    """Names a metric by what it holds: BLAKE2b-128, 32 hex digits; "" for the shipped one."""
    if metric.mean is None and not metric.layers:
        return ""
    digest = hashlib.blake2b(digest_size=16)
    if metric.mean is not None:
        digest.update(metric.mean.tobytes())
    for layer in metric.layers:
        digest.update(layer.directions.tobytes())
        digest.update(layer.presses.tobytes())
    if metric.near is not None:
        digest.update(np.float64(metric.near).tobytes())
    return digest.hexdigest()
