"""Collects what a method answered in draw after draw, and sums it up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nomina.calibrate import BUCKETS, FEWEST_LABELS, bucket_name
from nomina.domain import Rows
from nomina.evaluate import measures
from nomina.evaluate.draws import Draw
from nomina.evaluate.labelled import LabelledSet
from nomina.evaluate.results import Kept, Measured, spread


@dataclass(frozen=True)
class Answers:
    """What a method says of all n pictures of a set, for k categories.

    Attributes:
        scores: shape (n, k); -inf for a category that the method knows nothing of.
        first: column of the best category, shape (n,); -1 where there is none.
        beliefs: probabilities, shape (n, k), and of none of these, shape (n,); None for a method without.
        answered: whether it does not say “none of these”, shape (n,); None for a method that always answers.
        sets: prediction sets, shape (n, k); None for a method without.
        buckets: index into calibrate.BUCKETS of each category, shape (k,); -1 where too few labels tell what is in.
        shipped: the probabilities had no label been used for them, shape (n, k); None where labels never are.
    """

    scores: Rows
    first: NDArray[np.int64]
    beliefs: tuple[Rows, NDArray[np.float32]] | None = None
    answered: NDArray[np.bool_] | None = None
    sets: NDArray[np.bool_] | None = None
    buckets: NDArray[np.int64] | None = None
    shipped: Rows | None = None


def best_of(scores: Rows) -> NDArray[np.int64]:
    """Column of the highest score, shape (n,); -1 where all are -inf."""
    first = scores.argmax(axis=1)
    return np.where(np.isfinite(scores[np.arange(len(first)), first]), first, -1)


@dataclass(frozen=True)
class _Asked:
    """One draw's measures.

    Attributes:
        pictures: rows of the asked, shape (m,). correct, confidence, shipped: of each; see Answers.shipped.
        by_labels: whether there were labels enough for the confidence to be theirs.
    """

    pictures: NDArray[np.int64]
    correct: NDArray[np.bool_]
    confidence: NDArray[np.float32] | None
    shipped: NDArray[np.float32] | None
    by_labels: bool
    per_category: NDArray[np.float64]
    top_5: float | None
    brier: float | None
    answered: float | None
    right_of_answered: float | None
    covered: tuple[float, float] | None
    seconds: float


class Tally:
    """The answers of one method with so many examples, over the draws."""

    def __init__(self, labelled: LabelledSet) -> None:
        """Nothing yet."""
        self._labelled = labelled
        self._draws: list[_Asked] = []
        count = len(labelled.categories)
        self._confusion = np.zeros((count, count), np.int64)
        self._kept = np.zeros((len(BUCKETS), 2), np.int64)  # covered and asked

    def add(self, draw: Draw, answers: Answers, seconds: float) -> None:
        """Take over the answers to the pictures that were asked."""
        asked = np.flatnonzero(draw.asked)
        right, first = self._labelled.right[asked], answers.first[asked]
        correct = first == right
        np.add.at(self._confusion, (right[first >= 0], first[first >= 0]), 1)
        sure = None if answers.answered is None else answers.answered[asked]
        covered = None
        if answers.sets is not None and answers.buckets is not None:
            self._count_kept(answers.sets[asked], right, answers.buckets)
            if (answers.buckets >= 0).all():
                covered = measures.coverage(answers.sets[asked], right)
        self._draws.append(
            _Asked(
                asked,
                correct,
                None if answers.beliefs is None else _confidence(answers.beliefs[0][asked], first),
                None if answers.shipped is None else _confidence(answers.shipped[asked], first),
                answers.shipped is not None and int(draw.shown.sum()) >= FEWEST_LABELS,
                np.bincount(right, correct, self._confusion.shape[0]) / np.bincount(right),
                self._top_5(answers.scores[asked], right),
                _brier(answers, asked, right),
                None if sure is None else float(sure.mean()),
                None if sure is None or not sure.any() else float(correct[sure].mean()),
                covered,
                seconds,
            )
        )

    def _count_kept(self, sets: NDArray[np.bool_], right: NDArray[np.int64], buckets: NDArray[np.int64]) -> None:
        told = buckets[right] >= 0
        held = sets[np.arange(len(right)), right]
        of = buckets[right[told]]
        self._kept[:, 0] += np.bincount(of, held[told], len(BUCKETS)).astype(np.int64)
        self._kept[:, 1] += np.bincount(of, minlength=len(BUCKETS))

    def _top_5(self, scores: Rows, right: NDArray[np.int64]) -> float | None:
        if scores.shape[1] <= 5:
            return None
        return float((measures.places(scores, right) < 5).mean())

    def measured(self) -> Measured:
        """The numbers over all draws so far, one at least."""
        draws = self._draws
        accuracy, by_category = (
            spread(float(each.correct.mean()) for each in draws),
            np.mean([each.per_category for each in draws], axis=0),
        )
        category_accuracy = spread(float(each.per_category.mean()) for each in draws)
        assert accuracy is not None
        assert category_accuracy is not None
        calibrated = _calibrated([(each, each.confidence) for each in draws])
        shipped = _calibrated([(each, each.shipped) for each in draws])
        by_labels = _calibrated([(each, each.confidence) for each in draws if each.by_labels])
        names = [category.name for category in self._labelled.categories]
        return Measured(
            accuracy,
            category_accuracy,
            spread(each.top_5 for each in draws),
            float(np.mean([each.seconds for each in draws])),
            dict(zip(names, by_category.tolist(), strict=True)),
            None if calibrated is None else calibrated.error,
            None if calibrated is None else calibrated.debiased,
            None if calibrated is None else calibrated.floor,
            spread(each.brier for each in draws),
            spread(each.answered for each in draws),
            spread(each.right_of_answered for each in draws),
            spread(each.covered and each.covered[0] for each in draws),
            spread(each.covered and each.covered[1] for each in draws),
            self._buckets(),
            None if calibrated is None else calibrated.bins,
            tuple(map(tuple, self._confusion.tolist())),
            *((None, None) if shipped is None else (shipped.error, shipped.floor)),
            *((None, None) if by_labels is None else (by_labels.error, by_labels.floor)),
        )

    def _buckets(self) -> tuple[Kept, ...] | None:
        found = [
            Kept(bucket_name(bucket), float(covered / asked), int(asked))
            for bucket, (covered, asked) in zip(BUCKETS, self._kept, strict=True)
            if asked
        ]
        return tuple(found) or None


def _calibrated(draws: Sequence[tuple[_Asked, NDArray[np.float32] | None]]) -> measures.Calibrated | None:
    """Of the draws and how sure their answers are; None where none says it."""
    told = [(each, sure) for each, sure in draws if sure is not None]
    if not told:
        return None
    return measures.calibration_error(
        np.concatenate([sure for _, sure in told]),
        np.concatenate([each.correct for each, _ in told]),
        np.concatenate([each.pictures for each, _ in told]),
    )


def _brier(answers: Answers, asked: NDArray[np.int64], right: NDArray[np.int64]) -> float | None:
    if answers.beliefs is None:
        return None
    return measures.brier(answers.beliefs[0][asked], answers.beliefs[1][asked], right)


def _confidence(beliefs: Rows, first: NDArray[np.int64]) -> NDArray[np.float32]:
    """Probability of the first, shape (n,); 0 where there is none."""
    known = np.maximum(beliefs.sum(axis=1), 1e-30)
    return np.where(first >= 0, beliefs[np.arange(len(first)), first] / known, 0).astype(np.float32)
