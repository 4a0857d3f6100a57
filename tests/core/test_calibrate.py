"""What a person's labels say of the scores: each labelled picture is asked as if it had not been shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mapie.classification import SplitConformalClassifier
from mapie.metrics.classification import classification_coverage_score
from sklearn.base import BaseEstimator, ClassifierMixin
from tests.core.helpers import COLOURS, add, category, columns, in_memory, save_many, score, truth
from tests.properties import examples

from nomina.answer import predict, prediction_sets
from nomina.calibrate import BUCKETS, FEWEST_LABELS, _cut, leave_one_out, temperature, thresholds
from nomina.categories import add_category, remove_category
from nomina.errors import BadInput
from nomina.library import Library
from nomina.teach import label, unlabel


@pytest.fixture(scope="module")
def hundred(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return save_many(tmp_path_factory.mktemp("hundred"), 100)


@pytest.fixture
def taught(hundred: list[Path]) -> Iterator[Library]:
    """A hundred pictures of ten colours, sixty of them labelled."""
    with in_memory() as library:
        ids = add(library, *hundred).new
        for i, name in enumerate(COLOURS):
            label(library, ids[i:60:10], category(library, name, words=i % 2 == 0).id)
        yield library


def test_each_is_scored_as_if_it_had_never_been_labelled(taught: Library) -> None:
    left = leave_one_out(taught)
    assert len(left.ids) == 60
    assert list(left.ids) == sorted(left.ids)
    for row in (0, 17, 59):
        image_id, category_id = int(left.ids[row]), left.categories[left.truth[row]]
        before = columns(taught)
        unlabel(taught, [image_id])
        assert left.scores[row, left.truth[row]] == np.float32(score(taught, image_id, category_id))
        taught.undo()
        assert columns(taught) == before


def test_the_shipped_temperature_stands_until_there_are_labels_enough(hundred: list[Path]) -> None:
    with in_memory() as library:
        ids = add(library, *hundred).new
        shipped = library.reference.calibration.temperature
        kinds = [category(library, name).id for name in COLOURS]
        assert temperature(library) == shipped
        for i, kind in enumerate(kinds[:5]):
            label(library, ids[i:30:10], kind)
        assert temperature(library) == shipped, "fifteen labels"
        for i, kind in enumerate(kinds[5:], 5):
            label(library, ids[i:30:10], kind)
        assert temperature(library) != shipped, f"{FEWEST_LABELS} labels"


def test_one_category_alone_says_nothing_of_the_temperature(hundred: list[Path]) -> None:
    with in_memory() as library:
        ids = add(library, *hundred).new
        label(library, ids[:50], category(library, "red").id)
        assert temperature(library) == library.reference.calibration.temperature


def test_another_category_leaves_temperature_and_thresholds_as_they_were(taught: Library) -> None:
    before, level = temperature(taught), thresholds(taught)
    add_category(taught, "green")
    assert temperature(taught) == before
    assert thresholds(taught).scores[:-1].tobytes() == level.scores.tobytes()


def test_contradictory_labels_make_it_less_sure(taught: Library) -> None:
    before = temperature(taught)
    ids, kinds = taught.scores.ids, [each.id for each in taught.store.categories()]
    for i in range(30):
        label(taught, [int(ids[i])], kinds[(i + 1) % 10])
    assert temperature(taught) > before


# Sets ------------------------------------------------------------------------------------------------------------


@given(st.lists(st.floats(-50, 50, width=32), max_size=200), st.sampled_from([0.5, 0.8, 0.9, 0.95]))
def test_a_threshold_is_reached_by_at_least_the_promised_share_of_exchangeable_scores(
    scores: list[float], level: float
) -> None:
    """Each score in turn is the one that is asked: the promise of conformal prediction, counted out."""
    reached = []
    for i in range(len(scores)):
        others = np.array(scores[:i] + scores[i + 1 :], np.float32)
        reached.append(np.float32(scores[i]) >= _cut(others, level))
    if scores:
        assert np.mean(reached) >= level - 1e-9


def test_too_few_labels_rule_nothing_out() -> None:
    assert _cut(np.zeros(8, np.float32), 0.9) == -np.inf
    assert _cut(np.zeros(9, np.float32), 0.9) == 0


def test_coverage_is_as_promised_in_every_bucket_and_mapie_counts_the_same() -> None:
    """Categories of noisy rows, known by 1 to 20 examples: the scores themselves, without a library around them."""
    rng = np.random.default_rng(0)
    for bucket, (least, _) in enumerate(BUCKETS[1:], 1):
        kept, sets, right = [], [], []
        for _ in range(60):
            calibration, asked = rng.normal(3, 1 + 1 / least, 200), rng.normal(3, 1 + 1 / least, 100)
            wrong = rng.normal(0, 1, (100, 4))
            cut = _cut(calibration.astype(np.float32), 0.9)
            scores = np.concatenate([asked[:, None], wrong], axis=1).astype(np.float32)
            sets.append(scores >= cut)
            right.append(np.zeros(100, np.int64))
            kept.append(cut)
        held = float(np.concatenate(sets)[:, 0].mean())
        assert 0.88 <= held <= 0.93, bucket
        theirs = classification_coverage_score(np.concatenate(right), np.concatenate(sets)[:, :, None])
        assert float(np.ravel(theirs)[0]) == pytest.approx(held)


class Told(ClassifierMixin, BaseEstimator):
    """A classifier for MAPIE whose probabilities are what it is asked with."""

    def fit(self, _: np.ndarray, said: np.ndarray) -> Told:
        self.classes_ = np.unique(said)
        return self

    def predict_proba(self, shares: np.ndarray) -> np.ndarray:
        return shares

    def predict(self, shares: np.ndarray) -> np.ndarray:
        return shares.argmax(axis=1)


@examples(10)
@given(st.integers(20, 300), st.sampled_from([0.8, 0.9, 0.95]), st.integers(0, 2**32 - 1))
def test_sets_are_those_of_mapie(labels: int, level: float, seed: int) -> None:
    rng = np.random.default_rng(seed)
    shares = rng.dirichlet(np.full(5, 0.5), labels + 100)
    known, asked = shares[:labels], shares[labels:]
    truth = np.array([*range(5), *(rng.choice(5, p=each) for each in known[5:])])
    theirs = SplitConformalClassifier(Told().fit(known, truth), confidence_level=level, prefit=True)
    _, sets = theirs.conformalize(known, truth).predict_set(asked)
    cut = _cut(known[np.arange(labels), truth].astype(np.float32), level)
    assert ((asked.astype(np.float32) >= cut) == sets[:, :, 0]).all()


def test_sets_of_a_library_hold_what_a_person_said_and_nothing_a_person_ruled_out(taught: Library) -> None:
    kinds = [each.id for each in taught.store.categories()]
    asked = int(taught.scores.ids[70])
    label(taught, [asked], kinds[0], accepted=False)
    believed = predict(taught)
    sets = prediction_sets(taught, believed)
    assert sets.shape == (100, 10)
    assert not sets[70, 0]
    assert (sets[:60].sum(axis=1) == 1).all()
    assert (sets[:60].argmax(axis=1) == believed.first[:60]).all()


def test_the_higher_the_level_the_larger_the_sets(taught: Library) -> None:
    believed = predict(taught)
    sizes = [prediction_sets(taught, believed, level).sum() for level in (0.5, 0.8, 0.9, 0.99)]
    assert sizes == sorted(sizes)
    for wrong in (0.1, 1.0):
        with pytest.raises(BadInput, match="not between"):
            thresholds(taught, wrong)


def test_undo_brings_back_all_that_follows_from_labels(taught: Library) -> None:
    state, before, cut = truth(taught), temperature(taught), thresholds(taught).scores.tobytes()
    remove_category(taught, taught.store.categories()[0].id)
    assert thresholds(taught).scores.tobytes() != cut
    taught.undo()
    assert (truth(taught), temperature(taught), thresholds(taught).scores.tobytes()) == (state, before, cut)


# Little to go by -------------------------------------------------------------------------------------------------


def test_with_nothing_labelled_there_is_nothing_to_leave_out(hundred: list[Path]) -> None:
    with in_memory() as library:
        assert len(leave_one_out(library).ids) == 0
        assert len(thresholds(library).scores) == 0
        add(library, *hundred[:3])
        add_category(library, "red")
        assert leave_one_out(library).scores.shape == (0, 1)
        assert thresholds(library).scores[0] == -np.inf
        assert prediction_sets(library, predict(library)).all()


def test_the_only_example_of_a_category_without_words_leaves_it_unknown(hundred: list[Path]) -> None:
    with in_memory() as library:
        ids = add(library, *hundred[:3]).new
        label(library, ids[:1], category(library, "one", words=False).id)
        assert leave_one_out(library).scores[0, 0] == -np.inf
        assert temperature(library) == library.reference.calibration.temperature
