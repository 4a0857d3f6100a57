"""From scores to words for a person: how likely each category is, and whether nothing stands out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nomina.domain import Category, Rows, State
from nomina.errors import BadInput
from nomina.hierarchy import below, levels

SURE = 0.6
"""A best category at least this likely is called likely. Where only the best two together reach it, both are named;
where not even they do, nothing stands out."""
HURDLE, BELOW, ABOVE = 3.8, 1.15, 2.6
"""What a category needs by itself, with no other to compete with: it is as likely as not this many temperatures above
“none”, and its sigmoid is so many times flatter below and above that. Fitted to collages of two things;
docs/decisions/0009-modes.md has what it is worth on others."""
AT_ONCE = 2048
"""Rows whose best categories are looked for at a time."""
STATES = (State.YOURS, State.LIKELY, State.UNSURE, State.NONE, State.UNREAD)


@dataclass(frozen=True, slots=True)
class Beliefs:
    """How likely each category is for each image, and "none of these".

    Attributes:
        categories: shape (n, k), float32. Of a softmax, a row and its `none` add up to 1.
        none: shape (n,), float32.
    """

    categories: Rows
    none: NDArray[np.float32]


def beliefs(scores: Rows, *, temperature: float, none: float) -> Beliefs:
    """Softmax of scores of shape (n, k) over the categories and a "none" whose score is fixed.

    A score of -inf (a category that a person ruled out, or that has no evidence yet) gets probability 0. Columns are
    added up one after the other, so that a row's shares are the same to the last bit whatever rows stand beside it; row
    by row it takes four times as long.
    """
    heat = np.float32(temperature)
    logits, hurdle = np.divide(scores.T, heat, dtype=np.float32), np.float32(none) / heat
    top = logits.max(axis=0, initial=hurdle)
    shares, nothing = np.exp(logits - top), np.exp(hurdle - top)
    total = nothing.copy()
    for share in shares:
        total += share
    shares /= total
    return Beliefs(shares.T, nothing / total)


def beliefs_each(scores: Rows, *, temperature: float, none: float) -> Beliefs:
    """How likely each category is by itself, where an image may be of several: a sigmoid of its score.

    Each column depends on its own scores alone. “None” is as likely as the best category is not.
    """
    logits = curve((scores - np.float32(none)) / np.float32(temperature))
    powers = np.exp(-np.abs(logits))
    shares = (np.where(logits >= 0, 1.0, powers) / (1.0 + powers)).astype(np.float32)
    return Beliefs(shares, 1 - shares.max(axis=1, initial=0.0))


def curve(heats: Rows, hurdle: float = HURDLE, steep: float = BELOW, flat: float = ABOVE) -> Rows:
    """Log odds of a category by itself, from temperatures above “none”, of any shape: two slopes that meet at half."""
    beyond = heats - np.float32(hurdle)
    return np.asarray(beyond / np.where(beyond > 0, np.float32(flat), np.float32(steep)))


def sure_of(at_most_wrong: float) -> float:
    """The probability that an answer needs so that at most 1 in so many answers is wrong: 0.95 for 20.

    That is a promise as far as the probabilities are true ones (docs/decisions/0009-modes.md has how far).

    Raises:
        BadInput: it is below 2.
    """
    if not at_most_wrong >= 2:
        raise BadInput(f"At most 1 in {at_most_wrong:g} wrong is no promise.", "Give 2 or more, like 20.")
    return 1.0 - 1.0 / at_most_wrong


def state_of(
    best: NDArray[np.float32], second: NDArray[np.float32], none: NDArray[np.float32], sure: float = SURE
) -> NDArray[np.int8]:
    """Index into STATES from the probabilities of the two best categories and of none, shape (n,) each.

    Likely, unsure or none: what a person said is not known here.

    Args:
        sure: takes the place of SURE.
    """
    likely, unsure, nothing = (STATES.index(state) for state in (State.LIKELY, State.UNSURE, State.NONE))
    states = np.where(best >= sure, likely, np.where(best + second >= sure, unsure, nothing))
    return np.where(none > best, nothing, states).astype(np.int8)


# Hierarchy -------------------------------------------------------------------------------------------------------


def with_those_below(believed: Beliefs, categories: Sequence[Category], *, several: bool) -> Beliefs:
    """What is believed of each category or of any below it.

    The sum where one alone can be right. Where several can, the most likely of them: that is the least it can be, and
    many unlikely ones do not add up to a likely parent.
    """
    if all(category.parent is None for category in categories):
        return believed
    inside = below(categories)
    out = np.empty_like(believed.categories)
    for column, members in enumerate(inside):
        chosen = believed.categories[:, members]
        out[:, column] = chosen.max(axis=1) if several else np.minimum(chosen.sum(axis=1), 1.0)
    return Beliefs(out, believed.none)


@dataclass(frozen=True, slots=True)
class Standing:
    """Which two categories an answer names, and how sure it is.

    Attributes:
        first, second: columns, shape (n,), int64; -1 where there is none.
        confidence: of the first, shape (n,), float32.
        states: index into STATES, shape (n,), int8.
    """

    first: NDArray[np.int64]
    second: NDArray[np.int64]
    confidence: NDArray[np.float32]
    states: NDArray[np.int8]


def two_best(scores: Rows) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Columns of the two highest scores of each row of shape (n, k); -1 where there are not so many columns.

    Of equal ones the earlier column comes first; what is no number comes last. Rows are looked at twice, a block that
    stays in the cache at a time: sorting them takes ten times as long.
    """
    n, k = scores.shape
    first, second = (np.full(n, 0 if k > place else -1, np.int64) for place in range(2))
    for start in range(0, n if k > 1 else 0, AT_ONCE):
        block = slice(start, start + AT_ONCE)
        some = scores[block].T  # a column's scores lie together: its maximum is found in a tenth of the time
        left = np.where(np.isnan(some), np.float32(-np.inf), some)
        best = (left == left.max(axis=0)).argmax(axis=0)
        left[best, np.arange(len(best))] = -np.inf
        other = (left == left.max(axis=0)).argmax(axis=0)
        first[block], second[block] = best, np.where(other == best, 1, other)  # all that is left is -inf
    return first, second


def standing(scores: Rows, own: Beliefs, sure: float = SURE) -> Standing:
    """The two best categories of each image, where no category lies under another."""
    n, k = scores.shape
    rows = np.arange(n)
    first, second = two_best(scores)  # by score, not by probability: a softmax rounds small differences away
    possible = np.isfinite(scores[rows, first]) if k > 0 else np.zeros(n, bool)
    first = np.where(possible, first, -1)
    confidence = np.where(possible, own.categories[rows, first] if k > 0 else 0.0, 0.0).astype(np.float32)
    runner_up = own.categories[rows, second] if k > 1 else np.zeros(n, np.float32)
    return Standing(first, second, confidence, state_of(confidence, runner_up, own.none, sure))


def standing_in(
    categories: Sequence[Category], scores: Rows, own: Beliefs, total: Beliefs, sure: float = SURE
) -> Standing:
    """The answer in a hierarchy: the deepest category that is likely, itself or by what lies below it.

    Where none is, the two best are named if they are likely together; else the two best of those at the top, if they
    are. The second of a likely one is the best of the others that it does not lie under.

    Args:
        own: what is believed of each category for itself. total: see with_those_below.
    """
    flat, rows = standing(scores, own, sure), np.arange(len(scores))
    at = _deepest_likely(categories, total, sure)
    first = np.where(at >= 0, at, flat.first)
    second = np.where(at >= 0, _best_beside(categories, scores, at), flat.second)
    top = levels(categories)[0][1]
    at_top = standing(np.where(total.categories[:, top] > 0, total.categories[:, top], -np.inf), _at(total, top), sure)
    nothing = STATES.index(State.NONE)
    coarse = (at < 0) & (flat.states == nothing) & (at_top.states != nothing)
    first, second = np.where(coarse, top[at_top.first], first), np.where(coarse, top[at_top.second], second)
    confidence = np.where(first >= 0, total.categories[rows, first], 0.0).astype(np.float32)
    states = np.where(coarse, at_top.states, flat.states)
    likely = state_of(confidence, np.zeros_like(confidence), own.none, sure)
    return Standing(first, second, confidence, np.where(at >= 0, likely, states).astype(np.int8))


def _at(believed: Beliefs, columns: NDArray[np.intp]) -> Beliefs:
    return Beliefs(believed.categories[:, columns], believed.none)


def _deepest_likely(categories: Sequence[Category], total: Beliefs, sure: float) -> NDArray[np.int64]:
    """Column, shape (n,), found by going down while a child is likely; -1 where nothing at the top is."""
    at = np.full(len(total.none), -1, np.int64)
    for parent, children in levels(categories):
        here = np.flatnonzero(at == parent)
        shares = total.categories[np.ix_(here, children)]
        best = np.argmax(shares, axis=1)
        share = shares[np.arange(len(here)), best]
        likely = (share >= sure) & (share > 0)
        at[here[likely]] = children[best[likely]]
    return at


def _best_beside(categories: Sequence[Category], scores: Rows, at: NDArray[np.int64]) -> NDArray[np.int64]:
    """Column of the best score that is neither `at` nor above it, shape (n,); -1 where there is none."""
    inside, out = below(categories), np.full(len(at), -1, np.int64)
    for column in np.unique(at[at >= 0]):
        here, others = np.flatnonzero(at == column), np.flatnonzero(~inside[:, column])
        if len(others):
            best = others[np.argmax(scores[np.ix_(here, others)], axis=1)]
            out[here] = np.where(np.isfinite(scores[here, best]), best, -1)
    return out
