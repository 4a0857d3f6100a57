"""A long verb: how a library stands, and how far its answers can be trusted, by what its labels tell.

Each labelled picture is asked as if it had not been shown (calibrate.leave_one_out); nothing is changed.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nomina.answer import Predictions, predict
from nomina.calibrate import Coverage, LeftOut, coverage, leave_one_out, temperature
from nomina.confidence import STATES, beliefs, beliefs_each
from nomina.domain import Category, Progress, Rows, State
from nomina.hierarchy import below
from nomina.library import Library
from nomina.mislabelled import label_errors
from nomina.review import Accuracy, accuracy_estimate, wilson

ENOUGH = 20
"""Labelled pictures below which confidence is not held against what is right: a bin would be a coin toss."""
IN_A_BIN, MOST_BINS = 10, 10
MOST_CONFUSIONS = 8


@dataclass(frozen=True, slots=True)
class Tally:
    """How many pictures a category has, or one below it: a person's, likely ones, and those in doubt."""

    category: Category
    yours: int
    likely: int
    unsure: int


@dataclass(frozen=True, slots=True)
class Bin:
    """Pictures of about the same confidence.

    Attributes:
        confidence: their mean confidence, 0..1.
        right: the share of them whose best category is right; low, high: its 95 % interval (review.wilson).
    """

    confidence: float
    right: float
    low: float
    high: float
    pictures: int


@dataclass(frozen=True, slots=True)
class Confusion:
    """Pictures of one category whose best category without their own label is another.

    Attributes:
        said, looks_like: category ids.
        image_ids: which, ascending.
        of: labelled pictures of `said` that could be asked.
    """

    said: int
    looks_like: int
    image_ids: tuple[int, ...]
    of: int


@dataclass(frozen=True, slots=True)
class Insights:
    """How a library stands.

    Attributes:
        pictures: how many there are; by_state: in each state.
        tallies: a category each, in the order they were made.
        judged: labelled pictures that could be asked as if they had not been shown.
        labelled: categories that have any of them. missing: labelled pictures until `bins` are there.
        bins: by confidence, with about as many pictures each, the least sure first; none while any are missing.
        confidence: the mean confidence of those judged. right: how many of them are right.
        confusions: the most frequent first, at most MOST_CONFUSIONS.
        suspects: images whose label looks wrong, the worst first (mislabelled.label_errors).
        coverage: of prediction sets at a level of 0.9, by numbers of examples.
        accuracy: how often the best category is right.
    """

    pictures: int
    by_state: dict[State, int]
    tallies: tuple[Tally, ...]
    judged: int
    labelled: int
    missing: int
    bins: tuple[Bin, ...]
    confidence: float
    right: int
    confusions: tuple[Confusion, ...]
    suspects: tuple[int, ...]
    coverage: tuple[Coverage, ...]
    accuracy: Accuracy


@dataclass(frozen=True, slots=True)
class _Judged:
    """Labelled pictures, each once, as they would be answered had they not been shown; n each.

    Attributes:
        ids: ascending. truth, best: columns. right: whether best is what a person said, or lies below it.
        confidence: of best, given that it is one of the categories, as a labelled picture's is.
    """

    ids: NDArray[np.int64]
    truth: NDArray[np.int64]
    best: NDArray[np.int64]
    right: NDArray[np.bool_]
    confidence: NDArray[np.float32]


def insights(library: Library) -> Generator[Progress, None, Insights]:
    """Say how a library stands: counts, how true its confidence is, what it confuses, which labels look wrong.

    Raises:
        EncoderError: the encoder cannot be loaded.
    """
    sets = yield from coverage(library)
    believed = predict(library)
    yield Progress(0, None, "Checking the labels")
    accuracy, left = accuracy_estimate(library), leave_one_out(library)
    suspects = tuple(dict.fromkeys(each.image_id for each in label_errors(library, max(1, len(left.ids)))))
    yield Progress(0, None, "Checking the labels")
    judged = _judge(library, left)
    labelled = len(np.unique(judged.truth))
    enough = labelled > 1 and len(judged.ids) >= ENOUGH
    return Insights(
        pictures=len(believed.ids),
        by_state={state: int((believed.states == i).sum()) for i, state in enumerate(STATES)},
        tallies=_tallies(believed),
        judged=len(judged.ids),
        labelled=labelled,
        missing=0 if enough else max(1, ENOUGH - len(judged.ids)),
        bins=_bins(judged) if enough else (),
        confidence=float(judged.confidence.mean()) if len(judged.ids) else 0.0,
        right=int(judged.right.sum()),
        confusions=_confusions(library, left.categories, judged),
        suspects=suspects,
        coverage=sets,
        accuracy=accuracy,
    )


def _judge(library: Library, left: LeftOut) -> _Judged:
    if not len(left.ids):
        nobody = np.zeros(0, np.int64)
        return _Judged(nobody, nobody, nobody, np.zeros(0, bool), np.zeros(0, np.float32))
    scores = np.where(np.isnan(left.scores), np.float32(-np.inf), left.scores)
    inside = below(library.store.categories())
    best = scores.argmax(axis=1)
    right = inside[left.truth, best]
    told = np.isfinite(scores[np.arange(len(best)), left.truth])
    # of a picture with several labels the one that is right stands for it, else the first
    order = np.lexsort((~right, left.ids))
    order = order[told[order]]
    _, first = np.unique(left.ids[order], return_index=True)
    rows = order[first]
    confidence = _confidence(library, scores[rows])
    return _Judged(left.ids[rows], left.truth[rows], best[rows], right[rows], confidence)


def _confidence(library: Library, scores: Rows) -> NDArray[np.float32]:
    """How likely the best category is, given that it is one of them; shape (n,)."""
    if library.store.several():
        shipped = library.scores.reference.calibration
        own = beliefs_each(scores, temperature=shipped.temperature, none=shipped.none)
    else:
        own = beliefs(scores, temperature=temperature(library), none=-np.inf)
    return np.asarray(own.categories.max(axis=1, initial=0.0))


def _bins(judged: _Judged) -> tuple[Bin, ...]:
    """Bins of about as many pictures each."""
    order = np.argsort(judged.confidence, kind="stable")
    out = []
    for rows in np.array_split(order, min(MOST_BINS, max(2, len(order) // IN_A_BIN))):
        right = int(judged.right[rows].sum())
        low, high = wilson(right, len(rows))
        out.append(Bin(float(judged.confidence[rows].mean()), right / len(rows), low, high, len(rows)))
    return tuple(out)


def _confusions(library: Library, categories: tuple[int, ...], judged: _Judged) -> tuple[Confusion, ...]:
    """What lies above the category that was said is a coarser answer, not a confusion."""
    inside = below(library.store.categories())
    wrong = ~judged.right & ~inside[judged.best, judged.truth]
    pairs, which = np.unique(np.stack((judged.truth, judged.best))[:, wrong], axis=1, return_inverse=True)
    ids, asked = judged.ids[wrong], np.bincount(judged.truth, minlength=len(categories))
    found = [
        Confusion(categories[said], categories[taken], tuple(ids[which == i].tolist()), int(asked[said]))
        for i, (said, taken) in enumerate(pairs.T.tolist())
    ]
    return tuple(sorted(found, key=lambda each: (-len(each.image_ids), each.of))[:MOST_CONFUSIONS])


def _tallies(believed: Predictions) -> tuple[Tally, ...]:
    accepted = np.zeros((len(believed.ids), len(believed.categories)), bool)
    accepted[believed.accepted[:, 0], believed.accepted[:, 1]] = True
    given = np.array([believed.given(column) for column in range(len(believed.categories))]).T
    unsure = believed.states == STATES.index(State.UNSURE)
    out = []
    for category, members in zip(believed.categories, below(believed.categories), strict=True):
        yours = accepted[:, members].any(axis=1)
        likely = given[:, members].any(axis=1) & ~yours
        doubted = unsure & np.isin(believed.first, np.flatnonzero(members))
        out.append(Tally(category, int(yours.sum()), int(likely.sum()), int(doubted.sum())))
    return tuple(out)
