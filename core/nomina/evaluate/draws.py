"""Which pictures are shown as examples and which are asked: drawn from fixed seeds, the same for all methods."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nomina.evaluate.labelled import LabelledSet

MOST_MIXED = 16
"""With mixed evidence a category has 0 to 16 examples."""


@dataclass(frozen=True)
class Draw:
    """One random choice of examples.

    Attributes:
        shown: whether each picture is an example of its category, shape (n,), bool. The others are asked.
    """

    shown: NDArray[np.bool_]

    @property
    def asked(self) -> NDArray[np.bool_]:
        """Pictures that are asked, shape (n,): an example never is."""
        return ~self.shown


def most_shown(pictures: NDArray[np.int64]) -> NDArray[np.int64]:
    """How many pictures of a category may be shown, of so many: two stay to be asked, or one of three and fewer."""
    return np.maximum(0, np.where(pictures >= 4, pictures - 2, pictures - 1))


def same_for_all(labelled: LabelledSet, shots: int, seed: int) -> Draw:
    """As many examples of each category, or as many as it can spare (see most_shown)."""
    return _draw(labelled, [shots] * len(labelled.categories), random.Random(f"nomina {shots} {seed}"))


def mixed(labelled: LabelledSet, seed: int) -> Draw:
    """A random number of examples from 0 to MOST_MIXED for each category, or as many as it can spare."""
    rng = random.Random(f"nomina mixed {seed}")
    return _draw(labelled, [rng.randint(0, MOST_MIXED) for _ in labelled.categories], rng)


def _draw(labelled: LabelledSet, counts: Sequence[int], rng: random.Random) -> Draw:
    shown = np.zeros(len(labelled.ids), bool)
    most = most_shown(labelled.sizes)
    for column, count in enumerate(counts):
        members = np.flatnonzero(labelled.right == column).tolist()
        shown[rng.sample(members, min(count, int(most[column])))] = True
    return Draw(shown)


def left_out(categories: int, share: float, seed: int) -> NDArray[np.bool_]:
    """Which categories are unknown, shape (k,): this share of them, at least one, and one at least stays known."""
    count = min(categories - 1, max(1, round(share * categories)))
    out = np.zeros(categories, bool)
    out[random.Random(f"nomina left out {seed}").sample(range(categories), count)] = True
    return out


def arrival(categories: int, step: int, seed: int) -> list[list[int]]:
    """Columns in the order they come, `step` at a time."""
    order = random.Random(f"nomina order {seed}").sample(range(categories), categories)
    return [order[start : start + step] for start in range(0, categories, step)]
