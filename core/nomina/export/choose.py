"""Which labels an export gives to which image: a person's first, then a run's, then what is predicted."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nomina.answer import Predictions
from nomina.confidence import STATES, SURE
from nomina.domain import Label, Origin, Rows, State
from nomina.export.plan import ExportPlan, WhichLabels
from nomina.library import Library

PERSON, RUN, PREDICTED = range(3)


@dataclass(frozen=True, slots=True)
class Given:
    """Labels as columns, sorted by image, the surest first; those of image i are [start[i], start[i] + count[i]).

    Attributes:
        row: index of the image in the predictions, shape (m,).
        column: index of the category, shape (m,).
        origin: PERSON, RUN or PREDICTED, shape (m,), int8.
        confidence: probability, shape (m,), float32.
        run: id of the run or -1, shape (m,).
        start, count: shape (n,).
    """

    row: NDArray[np.int64]
    column: NDArray[np.int64]
    origin: NDArray[np.int8]
    confidence: NDArray[np.float32]
    run: NDArray[np.int64]
    start: NDArray[np.int64]
    count: NDArray[np.int64]


def labels_of(library: Library, believed: Predictions, plan: ExportPlan) -> Given:
    """The labels that the plan asks for.

    A person's label leaves no room for an automatic one, nor does a run's for a prediction; what a person ruled out is
    never given. A prediction must stand out (see State.NONE).
    """
    n = len(believed.ids)
    stored = _stored(library, believed)
    yours = stored[stored[:, 2] == PERSON]
    theirs = stored[(stored[:, 2] == RUN) & (stored[:, 3] >= (plan.at_least or 0.0))]
    theirs = theirs[~np.isin(theirs[:, 0], yours[:, 0])]
    taken = np.zeros(n, bool)
    taken[yours[:, 0].astype(np.int64)] = True
    taken[theirs[:, 0].astype(np.int64)] = True
    automatic = [theirs, _predicted(believed, plan, ~taken)]
    parts = {WhichLabels.CONFIRMED: [yours], WhichLabels.AUTOMATIC: automatic, WhichLabels.BOTH: [yours, *automatic]}[
        WhichLabels(plan.labels)
    ]
    return _sorted(np.concatenate(parts), believed.scores, n, bool(plan.multi))


def _stored(library: Library, believed: Predictions) -> NDArray[np.float64]:
    """Accepted labels in the database: row, column, origin, confidence, run, shape (m, 5)."""
    column_of = {category.id: column for column, category in enumerate(believed.categories)}
    labels = [label for label in library.store.labels() if label.accepted]
    rows = np.searchsorted(believed.ids, np.array([label.image_id for label in labels], np.int64))
    out = np.array([_numbers(label, column_of) for label in labels], np.float64).reshape(-1, 4)
    return np.concatenate([rows[:, None].astype(np.float64), out], axis=1)


def _numbers(label: Label, column_of: dict[int, int]) -> tuple[float, float, float, float]:
    person = label.origin is Origin.PERSON
    confidence = 1.0 if person or label.confidence is None else label.confidence
    run = -1 if label.run_id is None else label.run_id
    return column_of[label.category_id], PERSON if person else RUN, confidence, run


def _predicted(believed: Predictions, plan: ExportPlan, free: NDArray[np.bool_]) -> NDArray[np.float64]:
    at_least = SURE if plan.at_least is None else plan.at_least
    if plan.multi:
        sure = (believed.beliefs >= at_least) & (believed.beliefs >= believed.none[:, None])
        rows, columns = np.nonzero(sure & np.isfinite(believed.scores) & free[:, None])
        confidence = believed.beliefs[rows, columns]
    else:
        stands_out = np.isin(believed.states, [STATES.index(State.LIKELY), STATES.index(State.UNSURE)])
        rows = np.flatnonzero(free & stands_out & (believed.first >= 0) & (believed.confidence >= at_least))
        columns, confidence = believed.first[rows], believed.confidence[rows]
    rest = np.full(len(rows), float(PREDICTED)), confidence, np.full(len(rows), -1.0)
    return np.stack([rows, columns, *rest], axis=1).astype(np.float64)


def _sorted(table: NDArray[np.float64], scores: Rows, n: int, multi: bool) -> Given:
    """By picture, the surest first; of those that are as sure, as a person's are, the one with the best score."""
    score = scores[table[:, 0].astype(np.int64), table[:, 1].astype(np.int64)]
    table = table[np.lexsort((table[:, 1], -score, -table[:, 3], table[:, 0]))]
    if not multi and len(table):
        table = table[np.append(True, np.diff(table[:, 0]) != 0)]
    row, column = table[:, 0].astype(np.int64), table[:, 1].astype(np.int64)
    count = np.bincount(row, minlength=n).astype(np.int64)
    start = np.concatenate([[0], np.cumsum(count)[:-1]]).astype(np.int64) if n else count
    return Given(
        row,
        column,
        table[:, 2].astype(np.int8),
        table[:, 3].astype(np.float32),
        table[:, 4].astype(np.int64),
        start,
        count,
    )
