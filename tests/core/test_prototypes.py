"""From evidence to a score: words count as a few pictures, an example as one, rejects push away, but not too hard."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.properties import examples

from nomina import directions, fixedpoint
from nomina.directions import Prototype, scores_of
from nomina.domain import Calibration, Rows
from nomina.fixedpoint import quantise
from nomina.prototypes import AGAINST, LEARNING_TIGHTNESS, MOST_REJECTION, Evidence, left_out, prototype
from nomina.reference import Placed, Reference, unit
from nomina.ring import followers
from nomina.testing import DIMENSION, ColourEncoder
from nomina.weighing import even

CALIBRATION = dataclasses.replace(ColourEncoder().calibration(), kappa=2.0, offset=0.2, offset_of_one=0.1)
NOTHING = np.zeros((0, DIMENSION), np.float32)


def rows(count: int, seed: int = 0) -> Rows:
    return unit(np.random.default_rng(seed).normal(size=(count, DIMENSION)).astype(np.float32))


def placed(given: Rows) -> Placed:
    return Placed(quantise(given), quantise(given))


def known_by(
    words: Rows | None, accepted: Rows = NOTHING, rejected: Rows = NOTHING, calibration: Calibration = CALIBRATION
) -> Prototype:
    return prototype(calibration, Evidence(words, placed(accepted), placed(rejected)))


def knowing_just(words: Rows, shown: Rows) -> Calibration:
    """Constants by which the words' mean score of what is shown is that of none."""
    return dataclasses.replace(CALIBRATION, none=float(known_by(words).score(placed(shown)).mean()))


@given(st.integers(2, 600), st.integers(0, 600), st.integers(0, 2**32 - 1))
def test_the_order_of_many_examples_leaves_no_trace(yes: int, no: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    accepted, rejected, asked = rows(yes, seed), rows(no, seed + 1), placed(rows(5, 3))
    accepted[:, 0] += 3  # so that the sums grow large
    accepted = unit(accepted)
    straight = known_by(None, accepted, rejected).score(asked)
    mixed = known_by(None, rng.permutation(accepted), rng.permutation(rejected)).score(asked)
    assert mixed.tobytes() == straight.tobytes()


@pytest.mark.parametrize(("count", "share"), [(0, 1.0), (1, 2 / 3), (2, 0.5), (6, 0.25), (198, 0.01)])
def test_words_count_as_kappa_pictures(count: int, share: float) -> None:
    """Where they know the examples just well enough to count once."""
    words, shown = rows(1)[0], rows(count, 1)
    made = known_by(words, shown, calibration=knowing_just(words, shown) if count else CALIBRATION)
    assert made.words is not None
    assert made.words.weight == pytest.approx(share, rel=1e-3)
    assert (made.examples is None) == (count == 0)
    if made.examples is not None:
        assert made.examples.weight == pytest.approx(1 - share)
        assert made.offset == pytest.approx(0.2 - 0.1 / count)


@given(st.integers(1, 50), st.integers(0, 2**32 - 1))
def test_words_that_do_not_know_the_examples_count_less_than_words_that_do(count: int, seed: int) -> None:
    words = rows(1, seed)[0]
    strangers, kin = rows(count, seed + 1), unit(rows(count, seed + 1) * 0.2 + words)
    far, near = known_by(words, strangers), known_by(words, kin)
    assert far.words is not None
    assert near.words is not None
    least, most = (kappa / (kappa + count) for kappa in (0.0, 2.0 * CALIBRATION.kappa))
    assert least < far.words.weight < near.words.weight < most


@examples(20)
@given(st.integers(2, 2 * DIMENSION), st.integers(0, 40), st.integers(0, 2**32 - 1))
def test_leaving_one_out_is_as_if_it_had_never_been_shown(count: int, rejects: int, seed: int) -> None:
    words, yes, no = rows(1, seed)[0], rows(count, seed + 1), rows(rejects, seed + 2)
    scores = left_out(CALIBRATION, Evidence(words, placed(yes), placed(no)))
    for i in range(count):
        without = known_by(words, np.delete(yes, i, axis=0), no).score(placed(yes))[i]
        assert scores[i].tobytes() == without.tobytes()


def test_leaving_out_the_only_example_leaves_the_words() -> None:
    words, yes = rows(1)[0], rows(1, 1)
    assert left_out(CALIBRATION, Evidence(words, placed(yes), placed(NOTHING))) == known_by(words).score(placed(yes))
    assert left_out(CALIBRATION, Evidence(None, placed(yes), placed(NOTHING))) == -np.inf


def test_an_example_is_judged_by_a_few_others_of_a_ring() -> None:
    yes = rows(5, 1)
    two, ring = left_out(CALIBRATION, Evidence(None, placed(yes), placed(NOTHING)), others=2), followers(5, 2)
    for i in range(5):
        assert two[i] == known_by(None, yes[ring[i]]).score(placed(yes))[i]


@given(st.integers(1, 300).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n - 1))))
def test_in_a_ring_nobody_judges_itself_and_each_judges_as_often(sizes: tuple[int, int]) -> None:
    count, shown = sizes
    ring = followers(count, shown)
    assert ring.shape == (count, shown)
    assert (ring != np.arange(count)[:, None]).all()
    assert (np.bincount(ring.ravel(), minlength=count) == shown).all()
    assert all(len(set(row)) == shown for row in ring.tolist())


def test_a_ring_is_not_the_order_in_which_pictures_came() -> None:
    """The next picture in a folder is often of the same burst."""
    assert (followers(100, 1)[:, 0] == (np.arange(100) + 1) % 100).mean() < 0.1


KINDS = st.tuples(st.booleans(), st.booleans(), st.integers(0, 3), st.integers(0, 2))
"""Whether there are words, words of what it is not; how many examples and rejects."""


@given(st.lists(KINDS, max_size=5), st.integers(0, 60), st.integers(0, 2**32 - 1))
def test_one_pass_for_many_categories_gives_each_the_bits_that_it_has_alone(
    kinds: list[tuple[bool, bool, int, int]], count: int, seed: int
) -> None:
    asked, made = placed(rows(count, seed)), []
    for number, (words, unlike, yes, no) in enumerate(kinds):
        tau, upsilon, *shown = rows(2 + yes + no, seed + number + 1)
        shown_rows = np.array(shown, np.float32).reshape(-1, DIMENSION)
        accepted, rejected = placed(shown_rows[:yes]), placed(shown_rows[yes:])
        evidence = Evidence(tau if words else None, accepted, rejected, upsilon if unlike else None)
        made.append(prototype(CALIBRATION, evidence))
    alone = [each.score(asked).tobytes() for each in made]
    assert [scores.tobytes() for scores in scores_of(made, asked)] == alone
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(directions, "AT_ONCE", 7)  # blocks, and threads
        assert [scores.tobytes() for scores in scores_of(made, asked)] == alone
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fixedpoint, "bytes_products", None)
        assert [scores.tobytes() for scores in scores_of(made, asked)] == alone


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
    counts = even(len(yes)) - yes @ unit(yes.sum(axis=0)[None])[0]
    told = 0.3 * 4 / (4 + LEARNING_TIGHTNESS) * ((yes @ yes.T)[~np.eye(4, dtype=bool)].mean() - 0.1)
    of_yes = gain * (asked @ unit((counts @ yes)[None])[0] - (0.2 - 0.1 / 4 + told))
    of_no = gain * MOST_REJECTION * 2 / 5 * np.maximum(0, asked @ unit(no.sum(axis=0)[None])[0] - 0.2)
    expected = share * of_words + (1 - share) * of_yes - of_no
    tight = dataclasses.replace(knowing_just(words, yes), tightness=0.3, usually_alike=0.1)
    made = known_by(words, yes, no, tight)
    assert np.abs(made.score(placed(asked)) - expected).max() < 0.1


@given(st.integers(2, 30), st.integers(0, 2**32 - 1))
def test_many_examples_of_one_kind_do_not_drown_the_one_of_another(copies: int, seed: int) -> None:
    kinds = rows(2, seed)
    burst = unit(np.repeat(kinds[:1], copies, axis=0) + np.float32(0.1) * rows(copies, seed + 1))
    shown, plain = np.concatenate([burst, kinds[1:]]), burst.sum(axis=0) + kinds[1]
    made = known_by(None, shown)
    assert made.examples is not None
    direction, other = made.examples.codes * made.examples.scale, kinds[1]
    if kinds[0] @ other < 0.8:  # else there is but one kind
        assert direction @ other > unit(plain[None])[0] @ other
    assert np.linalg.norm(direction) == pytest.approx(1, abs=0.01)


@pytest.mark.parametrize("count", [1, 2, 300])
def test_examples_that_are_all_the_same_picture_are_that_picture(count: int) -> None:
    one, asked = known_by(None, rows(1)), placed(rows(20, 3))
    same = known_by(None, np.repeat(rows(1), count, axis=0))
    assert same.examples is not None
    assert one.examples is not None
    assert np.abs(same.examples.along(asked.pictures) - one.examples.along(asked.pictures)).max() < 0.005


def test_the_more_alike_the_examples_the_nearer_a_picture_has_to_be() -> None:
    tight = dataclasses.replace(CALIBRATION, tightness=0.2, usually_alike=0.5)
    for count in (2, 8, 40):
        loose, alike = (
            known_by(None, unit(rows(1) + np.float32(spread) * rows(count, 1)), calibration=tight).offset
            for spread in (2.0, 0.2)
        )
        assert loose < 0.2 - 0.1 / count < alike
    assert known_by(None, rows(1), calibration=tight).offset == known_by(None, rows(1)).offset, "one says nothing of it"


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


@given(st.integers(0, 5), st.booleans(), st.integers(0, 2**32 - 1))
def test_words_of_what_it_is_not_push_away_what_they_know_better_and_nothing_else(
    shown: int, words: bool, seed: int
) -> None:
    own, others, asked = rows(2, seed), rows(shown, seed + 1), rows(40, seed + 2)
    tau, upsilon = own if words else (None, own[1])
    asked = unit(np.concatenate([asked, asked[:20] * 0.5 + own[0], asked[:20] * 0.5 + own[1]]))
    calibration = dataclasses.replace(CALIBRATION, none=2.0)
    plain = prototype(calibration, Evidence(tau, placed(others), placed(NOTHING)))
    made = prototype(calibration, Evidence(tau, placed(others), placed(NOTHING), upsilon))
    assert made.unlike is not None
    before, after = plain.score(placed(asked)), made.score(placed(asked))
    if tau is None and not shown:
        assert (after == -np.inf).all(), "what it is not says nothing of what it is"
        return
    against, known = (known_by(each).score(placed(asked)) for each in (upsilon, own[0] if words else -upsilon))
    pushed = against > np.maximum(calibration.none, known if words else -np.inf) + 1e-4
    assert (after[pushed] < before[pushed]).all()
    assert (before - after <= AGAINST * np.maximum(0, against - calibration.none) + 1e-4).all(), "bounded"
    same = against < np.maximum(calibration.none, known if words else -np.inf) - 1e-4
    assert after[same].tobytes() == before[same].tobytes()


@given(st.integers(2, 20), st.integers(0, 2**32 - 1))
def test_leaving_one_out_knows_what_a_category_is_not(count: int, seed: int) -> None:
    (words, unlike), yes = rows(2, seed), rows(count, seed + 1)
    scores = left_out(CALIBRATION, Evidence(words, placed(yes), placed(NOTHING), unlike))
    for i in range(count):
        without = Evidence(words, placed(np.delete(yes, i, axis=0)), placed(NOTHING), unlike)
        assert scores[i].tobytes() == prototype(CALIBRATION, without).score(placed(yes))[i].tobytes()
