"""What a person's labels say of the scores: how sure to be, and which categories cannot be ruled out.

All of it rests on leave-one-out scores: each labelled picture is asked as if it had not been shown.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nomina.domain import Progress, Rows
from nomina.errors import BadInput
from nomina.library import Library
from nomina.scores import ScoreTable

FEWEST_LABELS = 30
MOST_LABELS = 1000
"""Labels that the temperature is fitted to: more of them change nothing that one could see."""
PRIOR = 20.0
"""How firmly the shipped temperature holds. Nine sets, 0 to 16 examples mixed, 30 labels or more: calibration error
3.0 % with 5, 3.1 with 10, 2.9 with 20, 2.7 with 40; labels that say otherwise have to be heard, too
(docs/decisions/0005-reference.md)."""
TEMPERATURES = np.geomspace(0.1, 4.0, 61)
BUCKETS = ((0, 0), (1, 1), (2, 3), (4, 8), (9, None))
"""Numbers of examples [from, to] whose categories share a threshold: scores of many examples spread otherwise than
those of few (Vovk, Lindsay, Nouretdinov, Gammerman 2003: Mondrian conformal prediction)."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Labelled pictures, each scored as if it had not been shown.

    Attributes:
        ids: image ids, shape (n,), int64, ascending; one of several categories is there once for each.
        truth: the column a person accepted, shape (n,), int64.
        categories: category ids, one a column.
        scores: shape (n, k), float32; -inf where a category is known by nothing else.
    """

    ids: NDArray[np.int64]
    truth: NDArray[np.int64]
    categories: tuple[int, ...]
    scores: Rows


def leave_one_out(library: Library) -> LeftOut:
    """Score every picture that a person accepted for a category without its own label."""
    table = library.scores
    categories = tuple(category.id for category in library.store.categories())
    examples = [table.examples(category_id) for category_id in categories]
    ids = np.concatenate([np.zeros(0, np.int64), *examples])
    truth = np.repeat(np.arange(len(categories)), [len(own) for own in examples])
    order = np.argsort(ids, kind="stable")
    rows = np.searchsorted(table.ids, ids)
    scores = np.empty((len(ids), len(categories)), np.float32)
    for column, category_id in enumerate(categories):
        scores[:, column] = table.column(category_id)[rows]
        at = np.flatnonzero(np.isin(ids, examples[column]))  # of all its labels, where a picture has several
        scores[at, column] = table.left_out(category_id)[np.searchsorted(examples[column], ids[at])]
    return LeftOut(ids[order], truth[order], categories, scores[order])


def right(left: LeftOut) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Each labelled image once, ascending, and whether its best category is one that a person gave it."""
    if not len(left.ids):
        return left.ids, np.zeros(0, bool)
    scores = np.where(np.isnan(left.scores), np.float32(-np.inf), left.scores)
    own = scores[np.arange(len(left.ids)), left.truth]
    hit = (scores.argmax(axis=1) == left.truth) & np.isfinite(own)
    once, group = np.unique(left.ids, return_inverse=True)
    return once, np.bincount(group, weights=hit, minlength=len(once)) > 0


def temperature(library: Library) -> float:
    """The temperature of the softmax: the shipped one, fitted to 30 labels or more in at least two categories.

    The one that makes the labels most likely (Guo, Pleiss, Sun, Weinberger 2017), held to the shipped one by a prior.
    Only categories with examples are looked at, so that adding another one keeps how the old compare.
    """
    left = leave_one_out(library)
    return fitted_temperature(library.scores.reference.calibration.temperature, left.scores, left.truth)


def fitted_temperature(shipped: float, left_out: Rows, truth: NDArray[np.int64]) -> float:
    """The temperature that leave-one-out scores of shape (n, k) and their right columns ask for; see temperature."""
    usable = np.flatnonzero(np.isfinite(left_out[np.arange(len(truth)), truth]))
    known, truth = np.unique(truth[usable], return_inverse=True)
    if len(usable) < FEWEST_LABELS or len(known) < 2:
        return shipped
    some = np.unique(np.linspace(0, len(usable) - 1, MOST_LABELS).astype(np.int64))
    scores, truth = left_out[usable[some]][:, known].astype(np.float64), truth[some]
    losses = [_surprise(scores, truth, t) + PRIOR * np.log(t / shipped) ** 2 for t in TEMPERATURES]
    return float(TEMPERATURES[int(np.argmin(losses))])


def _surprise(scores: NDArray[np.float64], truth: NDArray[np.int64], t: float) -> float:
    """Negative log-likelihood of the truth under a softmax, summed."""
    behind = (scores - scores.max(axis=1, keepdims=True)) / t
    return float((np.log(np.exp(behind).sum(axis=1)) - behind[np.arange(len(truth)), truth]).sum())


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The score that a category needs, not to be ruled out.

    Attributes:
        level: how often the right category shall be among those left, 0..1.
        scores: of each category's bucket, shape (k,), float32; -inf where too few labels tell.
        counts: labelled pictures that each threshold rests on, shape (k,), int64.
        buckets: index into BUCKETS, shape (k,), int64.
    """

    level: float
    scores: NDArray[np.float32]
    counts: NDArray[np.int64]
    buckets: NDArray[np.int64]


def thresholds(library: Library, level: float = 0.9) -> Thresholds:
    """Thresholds such that the right category is among those above them so often, by split conformal prediction.

    Each bucket of categories known by about as many examples has its own, from labelled pictures scored by that many
    others. It depends on the labels and on no picture that is asked; it holds for pictures like the labelled ones.

    Raises:
        BadInput: level is not between 0.5 and 0.999.
    """
    if not 0.5 <= level <= 0.999:
        raise BadInput(f"A level of {level:g} is not between 0.5 and 0.999.", "Give one like 0.9.")
    table = library.scores
    examples = [(category.id, table.known_by(category.id)) for category in library.store.categories()]
    buckets = np.array([_bucket(count) for _, count in examples], np.int64)
    cuts, counts = np.full(len(BUCKETS), -np.inf, np.float32), np.zeros(len(BUCKETS), np.int64)
    for number in np.unique(buckets).tolist():  # the others are nobody's
        known = _bucket_scores(table, examples, *BUCKETS[number])
        cuts[number], counts[number] = _cut(known, level), len(known)
    return Thresholds(level, cuts[buckets], counts[buckets], buckets)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How often prediction sets hold the right category, among labelled pictures asked as if they had not been shown.

    Attributes:
        least, most: numbers of other examples that the categories of these pictures had; most is None for "or more".
        covered, counted: pictures whose set holds the category that a person gave, of so many.
        size: mean number of categories in a set.
        rests_on: labelled pictures that the threshold rests on.
        told: whether they are enough; with too few nothing is ruled out.
    """

    least: int
    most: int | None
    covered: int
    counted: int
    size: float
    rests_on: int
    told: bool


def coverage(library: Library, level: float = 0.9) -> Generator[Progress, None, tuple[Coverage, ...]]:
    """How often the sets of `thresholds` hold the right category, bucket by bucket; those without labels are left out.

    Each picture is judged by a threshold that its own score had no part in.

    Raises:
        BadInput: level is not between 0.5 and 0.999.
    """
    for category in library.store.categories():  # a step each; what is computed here is kept
        for bounds in BUCKETS:
            known_by = {each.id: library.scores.known_by(each.id) for each in library.store.categories()}
            if category.id in known_by:  # else it was removed meanwhile
                _bucket_scores(library.scores, [(category.id, known_by[category.id])], *bounds)
        yield Progress(0, None, "Checking the labels")
    return _coverage(library, level)


def _coverage(library: Library, level: float) -> tuple[Coverage, ...]:
    cuts, left = thresholds(library, level), leave_one_out(library)
    counts = [library.scores.known_by(category_id) for category_id in left.categories]
    own = left.scores[np.arange(len(left.ids)), left.truth]
    possible = np.isfinite(left.scores) & (left.scores >= cuts.scores)
    possible[np.arange(len(left.ids)), left.truth] = False
    known_by = np.array([_bucket(max(0, count - 1)) for count in counts], np.int64)[left.truth]  # without itself
    out = []
    for number, (least, most) in enumerate(BUCKETS):
        here = np.flatnonzero((known_by == number) & np.isfinite(own))
        if len(here):
            examples = list(zip(left.categories, counts, strict=True))
            known = np.sort(_bucket_scores(library.scores, examples, least, most))
            covered = _covers(own[here], known, level)
            size = float(np.mean(possible[here].sum(axis=1) + covered))
            told = _rank(len(known), level) >= 1
            out.append(Coverage(least, most, int(covered.sum()), len(here), size, len(known), told))
    return tuple(out)


def _covers(own: NDArray[np.float32], known: NDArray[np.float32], level: float) -> NDArray[np.bool_]:
    """Which of the scores reach the threshold that all but themselves make; they are among `known`, ascending."""
    rank = _rank(len(known) - 1, level)
    if rank < 1:
        return np.ones(len(own), bool)
    among = own <= known[rank - 1]  # without one of these the next takes its place
    return np.asarray(own >= np.where(among, known[min(rank, len(known) - 1)], known[rank - 1]))


def _bucket_scores(
    table: ScoreTable, examples: list[tuple[int, int]], least: int, most: int | None
) -> NDArray[np.float32]:
    """Scores of labelled pictures for their own category, known by as many other examples as the bucket has."""
    own = [np.zeros(0, np.float32)]
    for category_id, count in examples:
        if count >= (1 if most == 0 else max(2, least)):
            own.append(table.left_out(category_id, most))
    scores = np.concatenate(own)
    return scores[np.isfinite(scores)]


def _cut(scores: NDArray[np.float32], level: float) -> float:
    """The score that a share `level` of exchangeable pictures reaches; -inf where too few tell."""
    rank = _rank(len(scores), level)
    return float(np.sort(scores)[rank - 1]) if rank >= 1 else -np.inf


def _rank(count: int, level: float) -> int:
    """Which of so many scores, from the lowest, a share `level` reaches; 0 where they are too few to tell."""
    return int(np.floor((1.0 - level) * (count + 1) + 1e-9))


def bucket_name(bucket: tuple[int, int | None]) -> str:
    """A bucket for a person: "1", "2-3", "9+"."""
    least, most = bucket
    return f"{least}+" if most is None else f"{least}" if most == least else f"{least}-{most}"


def _bucket(count: int) -> int:
    return max(i for i, (least, _) in enumerate(BUCKETS) if count >= least)
