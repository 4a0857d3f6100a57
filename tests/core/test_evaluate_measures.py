"""The numbers: against other people's code where there is some, by hand where there is none."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mapie.metrics.calibration import expected_calibration_error
from mapie.metrics.classification import classification_coverage_score, classification_mean_width_score
from numpy.typing import NDArray
from sklearn.metrics import brier_score_loss, roc_auc_score, top_k_accuracy_score

from nomina.evaluate import incremental, measures

SEEDS = st.integers(0, 2**32 - 1)


def believed(seed: int, n: int = 200, k: int = 6) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Probabilities that are too sure of themselves, and the right answers."""
    rng = np.random.default_rng(seed)
    chances = rng.dirichlet(np.full(k, 0.5), n)
    right = np.array([rng.choice(k, p=row) for row in chances])
    sharp = chances**2 / (chances**2).sum(axis=1, keepdims=True)
    return sharp, right


@given(SEEDS, st.integers(10, 300))
def test_calibration_error_is_that_of_mapie(seed: int, n: int) -> None:
    chances, right = believed(seed, n)
    correct = chances.argmax(axis=1) == right
    found = measures.calibration_error(chances.max(axis=1), correct, np.arange(n))
    order = np.argsort(chances.max(axis=1))  # theirs makes bins of equal count from sorted ones only
    theirs = expected_calibration_error(
        correct[order].astype(int), chances[order], num_bins=measures.BINS, split_strategy="array split"
    )
    assert found.error == pytest.approx(theirs)


def test_calibration_error_does_not_depend_on_the_order_of_equal_confidences() -> None:
    confidence = np.full(40, 0.5)
    correct = np.arange(40) < 20
    assert measures.calibration_error(confidence, correct, np.arange(40)).error == 0
    assert measures.calibration_error(confidence, correct[::-1], np.arange(40)).error == 0


def test_calibration_error_by_hand() -> None:
    confidence = np.repeat([0.2, 0.9], 50)
    correct = np.concatenate([np.arange(50) < 20, np.arange(50) < 40])
    found = measures.calibration_error(confidence, correct, np.arange(100))
    assert found.error == pytest.approx((0.2 + 0.1) / 2)
    assert {round(bin.right, 9) for bin in found.bins} == {0.4, 0.8}
    assert sum(bin.predictions for bin in found.bins) == 100


def test_the_debiased_error_is_nearer_to_the_truth_and_the_floor_tells_what_chance_gives() -> None:
    rng = np.random.default_rng(0)
    for shift in (0.0, 0.15):
        errors, debiased, floors = [], [], []
        for _ in range(300):
            confidence = rng.uniform(0.3, 0.8, 80)
            correct = rng.random(80) < confidence + shift
            found = measures.calibration_error(confidence, correct, np.arange(80))
            errors.append(found.error)
            debiased.append(found.debiased)
            floors.append(found.floor)
        assert abs(np.mean(debiased) - shift) < 0.65 * abs(np.mean(errors) - shift)
        if not shift:
            assert np.mean(floors) == pytest.approx(np.mean(errors), abs=0.02)


def test_the_same_predictions_again_are_no_new_evidence() -> None:
    confidence, correct = np.linspace(0.1, 0.9, 60), np.random.default_rng(1).random(60) < 0.5
    once = measures.calibration_error(confidence, correct, np.arange(60))
    again = measures.calibration_error(np.tile(confidence, 5), np.tile(correct, 5), np.tile(np.arange(60), 5))
    assert again.error == pytest.approx(once.error)
    assert again.floor == pytest.approx(once.floor)
    assert again.debiased == pytest.approx(once.debiased)


@given(SEEDS, st.integers(0, 3))
def test_auroc_is_that_of_scikit_learn(seed: int, decimals: int) -> None:
    rng = np.random.default_rng(seed)
    known, unknown = rng.normal(0, 1, 40).round(decimals), rng.normal(0.7, 1, 25).round(decimals)
    truth = np.repeat([0, 1], [40, 25])
    assert measures.auroc(known, unknown) == pytest.approx(roc_auc_score(truth, np.concatenate([known, unknown])))


def test_auroc_needs_both_sides() -> None:
    with pytest.raises(ValueError, match="no pictures on one side"):
        measures.auroc(np.zeros(0), np.zeros(3))


@given(SEEDS)
def test_brier_is_that_of_scikit_learn_with_none_as_one_more_outcome(seed: int) -> None:
    chances, right = believed(seed)
    found = measures.brier(chances[:, :-1], chances[:, -1], np.minimum(right, 4))
    theirs = brier_score_loss(np.minimum(right, 4), chances, labels=range(6), scale_by_half=False)
    assert found == pytest.approx(theirs)


@given(SEEDS, st.integers(1, 5))
def test_the_right_one_among_the_best_is_that_of_scikit_learn(seed: int, k: int) -> None:
    chances, right = believed(seed)
    found = float((measures.places(chances, right) < k).mean())
    assert found == pytest.approx(top_k_accuracy_score(right, chances, k=k, labels=range(6)))


def test_a_category_without_a_score_is_never_among_the_best() -> None:
    scores = np.array([[-np.inf, 1.0, 1.0], [-np.inf, -np.inf, -np.inf]])
    assert measures.places(scores, np.array([2, 0])).tolist() == [1, 3]
    assert measures.places(scores, np.array([0, 1])).tolist() == [3, 3]


@given(SEEDS)
def test_coverage_and_size_of_sets_are_those_of_mapie(seed: int) -> None:
    chances, right = believed(seed)
    sets = chances > 0.2
    covered, size = measures.coverage(sets, right)
    assert covered == pytest.approx(float(classification_coverage_score(right, sets[:, :, None])[0]))
    assert size == pytest.approx(float(classification_mean_width_score(sets[:, :, None])[0]))


# Categories in turn ----------------------------------------------------------------------------------------------

NAN = np.nan
TABLE = np.array([[0.9, NAN, NAN], [0.7, 0.8, NAN], [0.8, 0.5, 1.0]])


def test_forgetting_and_transfer_by_hand() -> None:
    # stage 1 was best at 0.9 and ends at 0.8; stage 2 was best at 0.8 and ends at 0.5
    assert incremental.forgetting(TABLE) == pytest.approx((0.1 + 0.3) / 2)
    assert incremental.backward(TABLE) == pytest.approx(((0.8 - 0.9) + (0.5 - 0.8)) / 2)
    assert incremental.forward(np.array([NAN, 0.6, 0.4]), np.array([1.0, 0.5, 0.25])) == pytest.approx((0.1 + 0.15) / 2)


def test_the_best_of_the_past_counts_not_the_first() -> None:
    table = np.array([[0.5, NAN, NAN], [0.9, 0.8, NAN], [0.6, 0.8, 1.0]])
    assert incremental.forgetting(table) == pytest.approx((0.3 + 0.0) / 2)
    assert incremental.backward(table) == pytest.approx((0.1 + 0.0) / 2)


def test_one_stage_forgets_nothing_that_could_be_measured() -> None:
    one = np.array([[0.9]])
    assert incremental.forgetting(one) is None
    assert incremental.backward(one) is None
    assert incremental.forward(np.array([NAN]), np.array([1.0])) is None


def test_courses_are_summed_by_hand() -> None:
    course = incremental.Course(
        TABLE,
        np.array([0.9, 0.75, 0.8]),
        np.full(3, NAN),
        np.array([1.0, 0.5, 0.25]),
        np.array([0.8, 0.8, 1.0]),
        changed_rankings=2,
        changed_scores=3,
    )
    found = incremental.summed([course, course])
    assert found.average.mean == pytest.approx((0.9 + 0.75 + 0.8) / 3)
    assert (found.last.mean, found.stages, found.forward) == (0.8, 3, None)
    assert found.intrinsic_forgetting is not None
    assert found.intrinsic_forgetting.mean == pytest.approx((0.1 + 0.0) / 2)
    assert (found.changed_rankings, found.changed_scores) == (4, 6)
    assert [len(row) for row in found.accuracy] == [1, 2, 3]


def test_a_changed_score_and_a_changed_ranking_are_both_counted() -> None:
    old = np.array([[1.0, 2.0], [3.0, 1.0]], np.float32)
    new = np.array([[2.5, 2.0, 9.0], [3.5, 1.0, 9.0]], np.float32)
    assert incremental._changed([old, new]) == (1, 2)
    assert incremental._changed([old, np.hstack([old, old[:, :1]])]) == (0, 0)
