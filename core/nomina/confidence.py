"""From scores to words for a person: how likely each category is, and whether nothing stands out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nomina.domain import Rows, State

SURE = 0.6
"""A best category at least this likely is called likely. Where only the best two together reach it, both are named;
where not even they do, nothing stands out."""
STATES = (State.YOURS, State.LIKELY, State.UNSURE, State.NONE, State.UNREAD)


@dataclass(frozen=True, slots=True)
class Beliefs:
    """How likely each category is for each image, and "none of these".

    Attributes:
        categories: shape (n, k), float32; a row and its `none` add up to 1.
        none: shape (n,), float32.
    """

    categories: Rows
    none: NDArray[np.float32]


def beliefs(scores: Rows, *, temperature: float, none: float) -> Beliefs:
    """Softmax of scores of shape (n, k) over the categories and a "none" whose score is fixed.

    A score of -inf (a category that a person ruled out, or that has no evidence yet) gets probability 0.
    """
    logits = np.concatenate([scores, np.full((len(scores), 1), none, np.float32)], axis=1) / np.float32(temperature)
    powers = np.exp(logits - logits.max(axis=1, keepdims=True, initial=-1e30))
    shares = powers / powers.sum(axis=1, keepdims=True)
    return Beliefs(shares[:, :-1].astype(np.float32), shares[:, -1].astype(np.float32))


def state_of(best: NDArray[np.float32], second: NDArray[np.float32], none: NDArray[np.float32]) -> NDArray[np.int8]:
    """Index into STATES from the probabilities of the two best categories and of none, shape (n,) each.

    Likely, unsure or none: what a person said is not known here.
    """
    likely, unsure, nothing = (STATES.index(state) for state in (State.LIKELY, State.UNSURE, State.NONE))
    states = np.where(best >= SURE, likely, np.where(best + second >= SURE, unsure, nothing))
    return np.where(none > best, nothing, states).astype(np.int8)
