"""From directions to scores: what a category looks for, along which every picture is looked at.

    score = λ · gain_w · bend · asinh(⟨τ, x_w⟩ / bend)  +  (1 - λ) · gain_p · (⟨e, x_p⟩ - offset)
            - gain_p · β · max(0, ⟨r, x_p⟩ - offset of all)
            - γ · max(0, words' score along υ - max(none, words' score along τ))

with the directions τ of its words, e of its examples, r of its rejects, υ of the words that say what it is not; where
they come from, and λ, β, γ and the offset, prototypes.py says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nomina.blocks import in_blocks
from nomina.domain import Calibration
from nomina.fixedpoint import AT_ONCE, Quantised, products, products_of_block
from nomina.reference import Placed


@dataclass(frozen=True, slots=True)
class Direction:
    """A unit direction as integers times a scale, and how much it counts."""

    codes: NDArray[np.int8]
    scale: float
    weight: float

    def along(self, rows: Quantised) -> NDArray[np.float64]:
        """Inner products with a few rows, shape (n,)."""
        return products(rows, self.codes).astype(np.float64) * rows.scales * self.scale


@dataclass(frozen=True, slots=True)
class Along:
    """Inner products of `count` rows with each of a prototype's directions, shape (count,); None where it has none."""

    count: int
    words: NDArray[np.float64] | None
    unlike: NDArray[np.float64] | None
    examples: NDArray[np.float64] | None
    rejects: NDArray[np.float64] | None


@dataclass(frozen=True, slots=True)
class Prototype:
    """What a category looks for: along its words, along its examples, away from its rejects and from the words that
    say what it is not; None where it has none.
    """

    calibration: Calibration
    words: Direction | None
    examples: Direction | None
    rejects: Direction | None
    offset: float
    unlike: Direction | None = None

    def score(self, rows: Placed) -> NDArray[np.float32]:
        """The score of each row, shape (n,); -inf for a category that is known by nothing."""
        return scores_of([self], rows)[0]

    def along(self, rows: Placed) -> Along:
        """What rows of a block are along its directions."""
        return _all_along([self], rows)[0]

    def scored(self, along: Along) -> NDArray[np.float32]:
        """The score of each row of a block from what it is along the directions, shape (n,)."""
        nearer = None if along.examples is None else along.examples - self.offset
        return self.fused(along, 0.0 if self.words is None else self.words.weight, nearer)

    def fused(
        self, along: Along, share: float | NDArray[np.float64], nearer: NDArray[np.float64] | None
    ) -> NDArray[np.float32]:
        """The score of each row, shape (n,), where each may have examples of its own.

        Args:
            along: what it is along the other directions.
            share: λ, what the words weigh; one for all rows or one each.
            nearer: the product with the examples' direction less the offset, shape (n,); None without examples.
        """
        gain = self.calibration.pictures_gain
        known = None if along.words is None else words_score(self.calibration, along.words)
        total = np.zeros(along.count) if known is None else share * known
        if nearer is not None:
            total += (1.0 - share) * gain * nearer
        if self.rejects is not None and along.rejects is not None:
            total -= self.rejects.weight * gain * np.maximum(0.0, along.rejects - self.calibration.offset)
        if along.unlike is not None:
            total -= self.against(along, known)
        return total.astype(np.float32)

    def against(self, along: Along, known: NDArray[np.float64] | None) -> NDArray[np.float64]:
        """What the words that say what it is not take from the score of each row, shape (n,).

        Args:
            known: what its own words score, shape (n,); None without.
        """
        if self.unlike is None or along.unlike is None:
            return np.zeros(along.count)
        floor = self.calibration.none if known is None else np.maximum(self.calibration.none, known)
        return self.unlike.weight * np.maximum(0.0, words_score(self.calibration, along.unlike) - floor)


def scores_of(made: Sequence[Prototype], rows: Placed) -> list[NDArray[np.float32]]:
    """What each of some categories scores each row, shape (n,) each; -inf for one that is known by nothing.

    The rows are gone through once for all of them, a block that stays in the cache at a time.
    """
    out = [np.full(len(rows), -np.inf, np.float32) for _ in made]
    known = [(each, column) for each, column in zip(made, out, strict=True) if each.words or each.examples]

    def fill(block: slice) -> None:
        for (each, column), along in zip(known, _all_along([each for each, _ in known], rows.take(block)), strict=True):
            column[block] = each.scored(along)

    in_blocks(len(rows), AT_ONCE, fill)
    return out


def _all_along(made: Sequence[Prototype], rows: Placed) -> list[Along]:
    """What rows of a block are along the directions of each prototype."""
    words = _along([direction for each in made for direction in (each.words, each.unlike)], rows.words)
    pictures = _along([direction for each in made for direction in (each.examples, each.rejects)], rows.pictures)
    together = zip(words[::2], words[1::2], pictures[::2], pictures[1::2], strict=True)
    return [Along(len(rows), *each) for each in together]


def _along(directions: Sequence[Direction | None], rows: Quantised | None) -> list[NDArray[np.float64] | None]:
    """Inner products of each direction with rows of a block, shape (n,); None for none, and without rows."""
    codes = [direction.codes for direction in directions if direction is not None]
    if rows is None or not codes:
        return [None] * len(directions)
    found = products_of_block(rows, np.stack(codes))
    found *= rows.scales
    along = iter(found)
    return [None if each is None else next(along) * each.scale for each in directions]


def words_score(calibration: Calibration, along: NDArray[np.float64]) -> NDArray[np.float64]:
    """What inner products with a direction of words are worth, of the same shape."""
    bend = calibration.words_bend
    bent = along / bend
    np.arcsinh(bent, out=bent)
    bent *= calibration.words_gain * bend
    return bent
