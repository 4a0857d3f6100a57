"""From evidence to a score: words count as a few pictures, an example as one, rejects push away, but not too hard."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nomina.domain import Rows
from nomina.fixedpoint import quantise
from nomina.prototypes import MOST_REJECTION, Evidence, Prototype, prototype
from nomina.reference import Placed, Reference, unit
from nomina.testing import DIMENSION, ColourEncoder

CALIBRATION = dataclasses.replace(ColourEncoder().calibration(), kappa=2.0, offset=0.2, offset_of_one=0.1)
NOTHING = np.zeros((0, DIMENSION), np.float32)


def rows(count: int, seed: int = 0) -> Rows:
    return unit(np.random.default_rng(seed).normal(size=(count, DIMENSION)).astype(np.float32))


def placed(given: Rows) -> Placed:
    return Placed(quantise(given), quantise(given))


def known_by(words: Rows | None, accepted: Rows = NOTHING, rejected: Rows = NOTHING) -> Prototype:
    return prototype(CALIBRATION, Evidence(words, placed(accepted), placed(rejected)))


@given(st.integers(2, 600), st.integers(0, 600), st.integers(0, 2**32 - 1))
def test_the_order_of_many_examples_leaves_no_trace(yes: int, no: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    accepted, rejected, asked = rows(yes, seed), rows(no, seed + 1), placed(rows(5, 3))
    accepted[:, 0] += 3  # so that the sums grow large
    straight = known_by(None, accepted, rejected).score(asked)
    mixed = known_by(None, rng.permutation(accepted), rng.permutation(rejected)).score(asked)
    assert mixed.tobytes() == straight.tobytes()


@pytest.mark.parametrize(("count", "share"), [(0, 1.0), (1, 2 / 3), (2, 0.5), (6, 0.25), (198, 0.01)])
def test_words_count_as_kappa_pictures(count: int, share: float) -> None:
    made = known_by(rows(1)[0], rows(count, 1))
    assert made.words is not None
    assert made.words.weight == pytest.approx(share)
    assert (made.examples is None) == (count == 0)
    if made.examples is not None:
        assert made.examples.weight == pytest.approx(1 - share)
        assert made.offset == pytest.approx(0.2 - 0.1 / count)


def test_without_words_examples_count_alone() -> None:
    made = known_by(None, rows(3))
    assert made.words is None
    assert made.examples is not None
    assert made.examples.weight == 1


def test_what_is_known_by_nothing_scores_nothing() -> None:
    assert (known_by(None).score(placed(rows(4))) == -np.inf).all()
    assert (known_by(None, rejected=rows(3)).score(placed(rows(4))) == -np.inf).all()


@given(st.integers(1, 10_000))
def test_rejects_push_away_but_never_as_hard_as_examples_pull(count: int) -> None:
    made = known_by(None, rows(1), np.repeat(rows(1, 1), min(count, 500), axis=0))
    assert made.rejects is not None
    assert 0 < made.rejects.weight < MOST_REJECTION
    plain = known_by(None, rows(1))
    alike, unlike = placed(rows(1, 1)), placed(-rows(1, 1))
    assert made.score(alike)[0] < plain.score(alike)[0]
    assert made.score(unlike)[0] == plain.score(unlike)[0], "what is unlike a reject gains nothing"


def test_the_score_is_the_formula() -> None:
    """See the head of nomina/prototypes.py; quantising costs less than a hundredth."""
    words, yes, no, asked = rows(1)[0], rows(4, 1), rows(2, 2), rows(50, 3)
    share, gain = 2 / (2 + 4), 10.0
    of_words = gain * 10.0 * np.arcsinh(asked @ words / 10.0)
    of_yes = gain * (asked @ unit(yes.sum(axis=0)[None])[0] - (0.2 - 0.1 / 4))
    of_no = gain * MOST_REJECTION * 2 / 5 * np.maximum(0, asked @ unit(no.sum(axis=0)[None])[0] - 0.2)
    expected = share * of_words + (1 - share) * of_yes - of_no
    assert np.abs(known_by(words, yes, no).score(placed(asked)) - expected).max() < 0.15


def test_rows_are_centred_before_they_are_compared() -> None:
    centre = np.full(DIMENSION, 0.1, np.float32)
    spec = ColourEncoder.spec
    reference = Reference(spec, dataclasses.replace(CALIBRATION, words_centre=centre, pictures_centre=centre))
    given_rows = rows(6)
    held = reference.place(given_rows)
    assert held.words is not None
    assert np.abs(held.words.widened() - (given_rows - centre)).max() < 0.01
    assert np.abs(held.pictures.widened() - unit(given_rows - centre)).max() < 0.01
    assert np.allclose(reference.place_texts(given_rows[:3]), unit(given_rows[:3].mean(axis=0)[None])[0])
