"""Short verbs that read: what is believed of every picture. They return snapshots and change nothing."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nomina.blocks import in_blocks
from nomina.calibrate import temperature, thresholds
from nomina.confidence import (
    STATES,
    SURE,
    Beliefs,
    Standing,
    beliefs,
    beliefs_each,
    standing,
    standing_in,
    state_of,
    with_those_below,
)
from nomina.domain import Category, Origin, Rows, State
from nomina.errors import BadInput
from nomina.hierarchy import below
from nomina.library import Library
from nomina.scores import ScoreTable

YOURS = STATES.index(State.YOURS)
LIKELY = STATES.index(State.LIKELY)
UNREAD = STATES.index(State.UNREAD)
NOTHING = STATES.index(State.NONE)

JUDGED_AT_ONCE = 2048
"""Rows that are judged at a time. Neither the threads nor the window wait for Python's lock much with so many."""


@dataclass(frozen=True)
class Predictions:
    """What is believed of every image, as arrays in image order.

    Attributes:
        ids: image ids, shape (n,).
        categories: the k categories, in the order of the columns.
        scores: shape (n, k), float32; -inf where a person ruled a category out or nothing is known.
        beliefs: probabilities, shape (n, k), float32; of a category that others lie under, of it or any of them.
        none: probability of none of these, shape (n,), float32.
        first, second: columns of the two most likely categories, shape (n,); -1 where there is none.
        confidence: probability of the first, shape (n,); 1 where a person said so.
        states: index into STATES, shape (n,), int8.
        accepted: (row, column) of what a person accepted, shape (m, 2), int64.
        several: whether an image may be of several categories; beliefs are then independent of each other.
        sure: the probability from which a category is likely.
    """

    ids: NDArray[np.int64]
    categories: tuple[Category, ...]
    scores: Rows
    beliefs: Rows
    none: NDArray[np.float32]
    first: NDArray[np.int64]
    second: NDArray[np.int64]
    confidence: NDArray[np.float32]
    states: NDArray[np.int8]
    accepted: NDArray[np.int64]
    several: bool
    sure: float

    def state(self, row: int) -> State:
        """The state of one row."""
        return STATES[int(self.states[row])]

    def best(self, row: int) -> Category | None:
        """The most likely category of one row, whether it stands out or not."""
        column = int(self.first[row])
        return None if column < 0 else self.categories[column]

    def given(self, column: int) -> NDArray[np.bool_]:
        """Which images the answer puts into this very category, shape (n,): a person's word, or what is likely.

        Of an image that a person labelled it is what they accepted and nothing else.
        """
        likely = self.states == LIKELY
        out = likely & (self.beliefs[:, column] >= self.sure if self.several else self.first == column)
        out[self.accepted[self.accepted[:, 1] == column, 0]] = True
        return np.asarray(out)


def predict(library: Library, *, sure: float = SURE) -> Predictions:
    """Rank the categories of every image, from the words and examples as they stand now.

    Args:
        sure: the probability from which an answer is likely, 0..1; see confidence.sure_of.

    Raises:
        BadInput: `sure` is no probability.
    """
    if not 0.0 <= sure <= 1.0:
        raise BadInput(f"A probability of {sure:g} is not between 0 and 1.", "Give one like 0.9.")
    table = library.scores
    categories = tuple(library.store.categories())
    scores = np.empty((len(categories), len(table.ids)), np.float32).T  # a column lies together
    for column, category in enumerate(categories):
        scores[:, column] = table.column(category.id)
    accepted = _apply_labels(library, table.ids, categories, scores)
    total, stands = judged(library, categories, scores, sure)
    return _with_labels(table, categories, scores, total, stands, accepted, library.store.several(), sure)


def latest(library: Library) -> Predictions:
    """What `predict` says, made again only where the library may answer differently than before. Read only."""
    if library.memo.kept("predictions")[0] != library.revision:
        library.memo.forget("predictions")  # two at once are twice the memory
    return library.memo.get("predictions", library.revision, lambda: predict(library))


def judged(
    library: Library, categories: Sequence[Category], scores: Rows, sure: float = SURE
) -> tuple[Beliefs, Standing]:
    """What scores of shape (n, k) say by themselves: probabilities, and which category stands out in each row.

    The rows may be pictures that the library does not have; what a person said of a picture is not looked at.
    """
    several, shipped = library.store.several(), library.scores.reference.calibration
    # several: a temperature that was fitted would let one category's labels move another's probability
    heat = shipped.temperature if several else temperature(library)

    def judge(some: Rows) -> tuple[Beliefs, Standing]:
        own = (beliefs_each if several else beliefs)(some, temperature=heat, none=shipped.none)
        total = with_those_below(own, categories, several=several)
        flat = several or total is own
        stands = standing(some, own, sure) if flat else standing_in(categories, some, own, total, sure)
        if several:  # two that are close are no doubt there
            nobody = np.zeros_like(stands.confidence)
            stands = dataclasses.replace(stands, states=state_of(stands.confidence, nobody, own.none, sure))
        return total, stands

    return judge(scores) if len(scores) <= JUDGED_AT_ONCE else _in_blocks(judge, scores)


def _in_blocks(judge: Callable[[Rows], tuple[Beliefs, Standing]], scores: Rows) -> tuple[Beliefs, Standing]:
    """Judge rows of shape (n, k), a block that stays in the cache at a time: each row is judged by itself."""
    n, k = scores.shape
    shares, none = np.empty((k, n), np.float32).T, np.empty(n, np.float32)
    stands = Standing(np.empty(n, np.int64), np.empty(n, np.int64), np.empty(n, np.float32), np.empty(n, np.int8))

    def fill(block: slice) -> None:
        believed, stand = judge(scores[block])
        shares[block], none[block] = believed.categories, believed.none
        for each in dataclasses.fields(Standing):
            getattr(stands, each.name)[block] = getattr(stand, each.name)

    in_blocks(n, JUDGED_AT_ONCE, fill)
    return Beliefs(shares, none), stands


def _apply_labels(
    library: Library, ids: NDArray[np.int64], categories: Sequence[Category], scores: Rows
) -> NDArray[np.int64]:
    """Rule out what a person rejected and what lies below it, in place.

    Returns (row, column) of what a person accepted, shape (m, 2), by row, the best score of a row last.
    """
    column_of, inside = {category.id: column for column, category in enumerate(categories)}, below(categories)
    labels = [label for label in library.store.labels() if label.origin is Origin.PERSON]
    rows = np.searchsorted(ids, np.array([label.image_id for label in labels], np.int64))
    accepted = []
    for label, row in zip(labels, rows.tolist(), strict=True):
        column = column_of[label.category_id]
        if label.accepted:
            accepted.append((row, column))
        else:
            scores[row, inside[column]] = -np.inf
    pairs = np.array(accepted, np.int64).reshape(-1, 2)
    return pairs[np.lexsort((scores[pairs[:, 0], pairs[:, 1]], pairs[:, 0]))]


def _with_labels(
    table: ScoreTable,
    categories: tuple[Category, ...],
    scores: Rows,
    believed: Beliefs,
    stands: Standing,
    accepted: NDArray[np.int64],
    several: bool,
    sure: float,
) -> Predictions:
    """What a person said stands above what is believed."""
    last = np.append(accepted[1:, 0] != accepted[:-1, 0], True)[: len(accepted)]  # of several the best score
    rows, yours = accepted[last].T
    first, second = stands.first.copy(), stands.second.copy()
    states, confidence = stands.states.copy(), stands.confidence.copy()
    states[~table.read] = UNREAD
    second[rows] = np.where(first[rows] != yours, first[rows], second[rows])
    first[rows], confidence[rows], states[rows] = yours, 1.0, YOURS
    shares, none = believed.categories, believed.none
    return Predictions(
        table.ids, categories, scores, shares, none, first, second, confidence, states, accepted, several, sure
    )


def prediction_sets(library: Library, believed: Predictions, level: float = 0.9) -> NDArray[np.bool_]:
    """Which categories cannot be ruled out for each image, shape (n, k): the right one is among them at this level.

    A set may be empty: then nothing the library knows fits. What a person said is certain. See calibrate.thresholds.

    Raises:
        BadInput: level is not between 0.5 and 0.999.
    """
    possible = not_ruled_out(library, believed.scores, level)
    possible[believed.states == YOURS] = False
    possible[believed.accepted[:, 0], believed.accepted[:, 1]] = True
    return possible


def not_ruled_out(library: Library, scores: Rows, level: float) -> NDArray[np.bool_]:
    """Which categories scores of shape (n, k) do not rule out at this level, shape (n, k)."""
    return np.asarray(np.isfinite(scores) & (scores >= thresholds(library, level).scores))
