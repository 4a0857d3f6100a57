"""Categories that come a few at a time, taught by Nomina's own verbs: what is known at each stage, and what is lost.

With a[t, j] the accuracy after stage t on the pictures of the categories of stage j, among all categories so far, and
T stages: forgetting is the mean over j < T of max over t < T of a[t, j], less a[T, j] (Chaudhry et al., ECCV 2018);
backward transfer the mean over j < T of a[T, j] - a[j, j]; forward transfer the mean over j > 1 of a[j - 1, j] less
chance (both Lopez-Paz and Ranzato, NeurIPS 2017), where a[j - 1, j] is measured with the categories of stage j known by
words alone and chance is one in all categories then known. So forgetting grows as the choice grows, also for a method
that changes nothing. Intrinsic forgetting leaves the growing choice out: the mean over j < T of a[j, j] less the
accuracy after stage T on the same pictures among the categories of stages 1 to j only.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nomina.answer import predict
from nomina.categories import add_category, category_named, remove_category
from nomina.domain import Rows
from nomina.evaluate import draws
from nomina.evaluate.labelled import LabelledSet
from nomina.evaluate.product import taken_back
from nomina.evaluate.results import Continual, spread
from nomina.evaluate.tally import best_of
from nomina.library import Library
from nomina.teach import label

Table = NDArray[np.float64]


@dataclass(frozen=True)
class Course:
    """What one order of arrival gave, over T stages.

    Attributes:
        accuracy: a[t, j], shape (T, T); nan above the diagonal.
        overall: accuracy after each stage on all categories so far, shape (T,).
        before: a[j - 1, j], shape (T,); nan where it is not defined.
        chance: of each stage, shape (T,).
        among_old: accuracy after the last stage on stage j among the categories of stages 1 to j, shape (T,).
        changed_rankings, changed_scores: see results.Continual.
    """

    accuracy: Table
    overall: Table
    before: Table
    chance: Table
    among_old: Table
    changed_rankings: int
    changed_scores: int


def course(library: Library, labelled: LabelledSet, shots: int, step: int, seed: int) -> Course:
    """Let the categories come `step` at a time, each with `shots` examples, and ask after each stage."""
    draw = draws.same_for_all(labelled, shots, seed)
    stages = draws.arrival(len(labelled.categories), step, seed)
    known: list[int] = []
    before = np.full(len(stages), np.nan)
    scores: list[Rows] = []
    firsts = []
    with taken_back(library):
        for category in labelled.categories:
            remove_category(library, category.id)
        for t, new in enumerate(stages):
            known += new
            for column in new:
                add_category(library, labelled.categories[column].name)
            if t and shots and library.spec.texts:
                before[t] = _accuracy(labelled, draw, new, _first(library, labelled, known)[1])
            _show(library, labelled, draw, new)
            table, first = _first(library, labelled, known)
            scores.append(table)
            firsts.append(first)
    sofar = np.cumsum([len(new) for new in stages])
    among_old = [_among(scores[-1], known, old) for old in scores]
    return Course(
        _table(labelled, draw, stages, firsts),
        np.array([_accuracy(labelled, draw, known[:n], first) for n, first in zip(sofar, firsts, strict=True)]),
        before,
        1 / sofar,
        np.array([_accuracy(labelled, draw, new, first) for new, first in zip(stages, among_old, strict=True)]),
        *_changed(scores),
    )


def _first(library: Library, labelled: LabelledSet, known: Sequence[int]) -> tuple[Rows, NDArray[np.int64]]:
    """Scores for the known categories in the order they came; and the best, as a column of the set, -1 for none."""
    believed = predict(library)
    rows = np.searchsorted(believed.ids, labelled.ids)
    at = {category.name: place for place, category in enumerate(believed.categories)}
    places = np.array([at[labelled.categories[column].name] for column in known])
    column_at = np.full(len(at) + 1, -1)
    column_at[places] = known
    return believed.scores[rows][:, places], column_at[believed.first[rows]]


def _among(scores: Rows, known: Sequence[int], old: Rows) -> NDArray[np.int64]:
    """The best of the categories that came first, as many as `old` has columns."""
    best = best_of(scores[:, : old.shape[1]])
    return np.where(best >= 0, np.array(known)[best], -1)


def _show(library: Library, labelled: LabelledSet, draw: draws.Draw, columns: Sequence[int]) -> None:
    for column in columns:
        images = labelled.ids[draw.shown & (labelled.right == column)]
        if len(images):
            label(library, images.tolist(), category_named(library, labelled.categories[column].name).id)


def _accuracy(labelled: LabelledSet, draw: draws.Draw, columns: Sequence[int], first: NDArray[np.int64]) -> float:
    asked = draw.asked & np.isin(labelled.right, columns)
    return float((first[asked] == labelled.right[asked]).mean())


def _table(
    labelled: LabelledSet, draw: draws.Draw, stages: Sequence[Sequence[int]], firsts: Sequence[NDArray[np.int64]]
) -> Table:
    table = np.full((len(stages), len(stages)), np.nan)
    for t, first in enumerate(firsts):
        for j in range(t + 1):
            table[t, j] = _accuracy(labelled, draw, stages[j], first)
    return table


def _changed(scores: Sequence[Rows]) -> tuple[int, int]:
    """Rankings and scores of earlier categories that differ from the stage before, to the last bit."""
    rankings = bits = 0
    for old, new in itertools.pairwise(scores):
        kept = np.ascontiguousarray(new[:, : old.shape[1]])
        bits += int((kept.view(np.uint32) != np.ascontiguousarray(old).view(np.uint32)).sum())
        order, was = np.argsort(-kept, axis=1, kind="stable"), np.argsort(-old, axis=1, kind="stable")
        rankings += int((order != was).any(axis=1).sum())
    return rankings, bits


def summed(courses: Sequence[Course]) -> Continual:
    """The numbers over all draws, one at least."""
    average, last = spread(float(each.overall.mean()) for each in courses), spread(each.overall[-1] for each in courses)
    assert average is not None
    assert last is not None
    return Continual(
        len(courses[0].overall),
        average,
        last,
        spread(forgetting(each.accuracy) for each in courses),
        spread(backward(each.accuracy) for each in courses),
        spread(forward(each.before, each.chance) for each in courses),
        spread(_intrinsic(each) for each in courses),
        sum(each.changed_rankings for each in courses),
        sum(each.changed_scores for each in courses),
        tuple(
            tuple(float(value) for value in row[: t + 1])
            for t, row in enumerate(np.mean([each.accuracy for each in courses], axis=0))
        ),
    )


def forgetting(accuracy: Table) -> float | None:
    """Of a table a[t, j] of shape (T, T); None for one stage."""
    if len(accuracy) < 2:
        return None
    best = [accuracy[j:-1, j].max() for j in range(len(accuracy) - 1)]
    return float(np.mean(np.array(best) - accuracy[-1, :-1]))


def backward(accuracy: Table) -> float | None:
    """Of a table a[t, j] of shape (T, T); None for one stage."""
    if len(accuracy) < 2:
        return None
    return float(np.mean(accuracy[-1, :-1] - np.diag(accuracy)[:-1]))


def forward(before: Table, chance: Table) -> float | None:
    """Of a[j - 1, j] and chance, shape (T,); None where nothing was asked before it was shown."""
    defined = np.isfinite(before)
    return float(np.mean(before[defined] - chance[defined])) if defined.any() else None


def _intrinsic(course: Course) -> float | None:
    if len(course.overall) < 2:
        return None
    return float(np.mean(np.diag(course.accuracy)[:-1] - course.among_old[:-1]))
