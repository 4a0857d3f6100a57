"""A picture of several categories, each judged for itself, as a mode of the library; and answers that are strict."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.helpers import COLOURS, add, category, columns, in_memory, opened, result, score, truth
from tests.properties import examples

from nomina.answer import predict, prediction_sets
from nomina.calibrate import leave_one_out, temperature
from nomina.categories import add_category, move_category
from nomina.confidence import ABOVE, BELOW, HURDLE, SURE, beliefs_each, sure_of
from nomina.domain import Category, Label, Origin, State
from nomina.errors import BadInput
from nomina.library import Library
from nomina.pages import Show, page
from nomina.runs import label_images, roll_back
from nomina.teach import allow_several, label, surplus_labels, unlabel
from nomina.testing import save_picture


@pytest.fixture
def both(library: Library, tmp_path: Path) -> Library:
    """A firebrick, a brown and a blue picture; the first two are close; a picture may be of several."""
    names = ("firebrick", "brown", "blue", "white")
    add(library, *(save_picture(tmp_path / f"{i}.png", name, seed=i) for i, name in enumerate(names)))
    for name in ("firebrick", "brown", "blue"):
        category(library, name)
    allow_several(library, True)
    return library


def named(library: Library, name: str) -> Category:
    found = library.store.category_named(name)
    assert found is not None
    return found


def said(library: Library) -> set[tuple[int, str]]:
    """(image id, name) of the accepted labels."""
    names = {each.id: each.name for each in library.store.categories()}
    return {(each.image_id, names[each.category_id]) for each in library.store.labels() if each.accepted}


def test_each_category_is_judged_for_itself(both: Library) -> None:
    believed = predict(both)
    constants = both.scores.reference.calibration
    above = (believed.scores.astype(np.float64) - constants.none) / constants.temperature
    wanted = 1 / (1 + np.exp((HURDLE - above) / np.where(above > HURDLE, ABOVE, BELOW)))
    assert np.allclose(believed.beliefs, wanted, atol=1e-6)
    assert [believed.state(row) for row in range(4)] == [State.LIKELY] * 3 + [State.NONE]
    given_to = [[bool(believed.given(column)[row]) for column in range(3)] for row in range(4)]
    assert given_to == [[True, True, False], [True, True, False], [False, False, True], [False] * 3]
    assert np.allclose(believed.none, 1 - believed.beliefs.max(axis=1), atol=1e-6)


def test_accepting_one_category_leaves_the_others_in_that_mode_alone(both: Library) -> None:
    ids = predict(both).ids.tolist()
    label(both, ids[:1], named(both, "firebrick").id)
    label(both, ids[:1], named(both, "blue").id)
    assert said(both) == {(ids[0], "firebrick"), (ids[0], "blue")}
    believed = predict(both)
    assert (believed.state(0), believed.confidence[0]) == (State.YOURS, 1.0)
    assert [bool(believed.given(column)[0]) for column in range(3)] == [True, False, True], "your word and no more"
    assert prediction_sets(both, believed)[0].tolist() == [True, False, True]
    assert {believed.categories[believed.first[0]].name, believed.categories[believed.second[0]].name} <= {
        "firebrick",
        "blue",
        "brown",
    }
    unlabel(both, ids[:1], named(both, "blue").id)
    allow_several(both, False)
    label(both, ids[:1], named(both, "blue").id)
    assert said(both) == {(ids[0], "blue")}


def test_a_page_shows_a_picture_under_each_of_its_categories(both: Library) -> None:
    ids = predict(both).ids.tolist()
    shown = page(both, Show(category_id=named(both, "firebrick").id))
    assert set(shown.ids.tolist()) == set(ids[:2])
    assert [shown.counts[named(both, name).id] for name in ("firebrick", "brown", "blue")] == [2, 2, 1]
    assert page(both, Show(state=State.NONE)).ids.tolist() == ids[3:]


def test_a_run_labels_with_every_category_that_is_likely_enough(both: Library) -> None:
    ids = predict(both).ids.tolist()
    label(both, ids[2:3], named(both, "blue").id)
    before = truth(both)
    done = result(label_images(both, at_least=0.6))
    assert done.by_category == {"brown": 2, "firebrick": 2}
    assert (done.yours, done.unsure) == (1, 1)
    assert said(both) == {
        (ids[0], "firebrick"),
        (ids[0], "brown"),
        (ids[1], "firebrick"),
        (ids[1], "brown"),
        (ids[2], "blue"),
    }
    again = result(label_images(both, at_least=0.6, dry_run=True))
    assert (again.by_category, again.unsure) == (done.by_category, 1)
    assert done.run_id is not None
    roll_back(both, done.run_id)
    assert truth(both) == before


def test_a_run_gives_a_parent_only_where_nothing_below_it_is_likely(both: Library) -> None:
    add_category(both, "warm", words=False)
    for name in ("firebrick", "brown"):
        move_category(both, named(both, name).id, named(both, "warm").id)
    add_category(both, "#0808ff", parent=named(both, "blue").id)
    believed = predict(both)
    columns_of = {each.name: column for column, each in enumerate(believed.categories)}
    warm, firebrick, brown = (believed.beliefs[:, columns_of[name]] for name in ("warm", "firebrick", "brown"))
    assert (warm == np.maximum(firebrick, brown)).all()
    done = result(label_images(both, at_least=0.6, dry_run=True))
    assert done.by_category == {"brown": 2, "#0808ff": 1, "firebrick": 2}
    label(both, believed.ids.tolist(), named(both, "#0808ff").id, accepted=False)
    assert result(label_images(both, at_least=0.6, dry_run=True)).by_category == {"blue": 1, "brown": 2, "firebrick": 2}


# Back to one -----------------------------------------------------------------------------------------------------


def test_back_to_one_nothing_goes_without_being_told(both: Library) -> None:
    ids = predict(both).ids.tolist()
    for name in ("blue", "firebrick"):
        label(both, ids[:2], named(both, name).id)
    label(both, ids[2:3], named(both, "brown").id)
    before = truth(both)
    with pytest.raises(BadInput, match="2 pictures have several categories: 2 labels would go") as caught:
        allow_several(both, False)
    assert "--drop" in caught.value.hint
    assert truth(both) == before
    told = surplus_labels(both)
    assert {(each.image_id, each.category_id) for each in told} == {(i, named(both, "blue").id) for i in ids[:2]}
    change = allow_several(both, False, drop=True)
    assert (change.name, change.tables) == ("Let a picture have one category", {"label", "mode"})
    assert said(both) == {(ids[0], "firebrick"), (ids[1], "firebrick"), (ids[2], "brown")}, "what was said last stays"
    both.undo()
    assert truth(both) == before
    assert both.store.several()


def test_of_several_labels_a_person_s_then_the_deeper_then_the_surer_stays(both: Library) -> None:
    ids = predict(both).ids.tolist()
    firebrick, brown, blue = (named(both, name).id for name in ("firebrick", "brown", "blue"))
    add_category(both, "scarlet", parent=firebrick)
    scarlet = named(both, "scarlet").id
    label(both, ids[:1], scarlet)
    label(both, ids[:1], firebrick)
    with both.step("By hand"):
        run = both.store.put_run("colours@1", 0.5)
        for image_id, column, confidence in ((1, brown, 0.9), (1, blue, 0.7), (2, blue, 0.99)):
            both.store.put_label(Label(ids[image_id], column, True, Origin.AUTO, run, confidence))
    label(both, ids[2:3], firebrick)
    told = [(each.image_id, each.category_id) for each in surplus_labels(both)]
    assert told == [(ids[0], firebrick), (ids[1], blue), (ids[2], blue)]


def test_the_mode_is_a_step_and_is_kept(tmp_path: Path) -> None:
    with opened(tmp_path / "library") as library:
        assert not library.store.several()
        assert allow_several(library, False).tables == frozenset()
        assert library.history.done == [], "what is so already is no step"
        allow_several(library, True)
        library.undo()
        assert not library.store.several()
        library.redo()
    with opened(tmp_path / "library") as library:
        assert library.store.several()


def test_a_picture_of_two_categories_is_left_out_of_both(library: Library, pictures: list[Path]) -> None:
    """Else its score for the one would still know it by the other label."""
    ids = add(library, *pictures[:6]).new
    a, b = category(library, "thing a", words=False), category(library, "thing b", words=False)
    allow_several(library, True)
    label(library, ids[:3], a.id)
    label(library, ids[2:5], b.id)
    left = leave_one_out(library)
    assert left.ids.tolist() == [ids[0], ids[1], ids[2], ids[2], ids[3], ids[4]]
    rows = np.flatnonzero(left.ids == ids[2])
    assert (left.scores[rows[0]] == left.scores[rows[1]]).all()
    for column, each in enumerate((a, b)):
        unlabel(library, [ids[2]], each.id)
        assert left.scores[rows[0], column] == np.float32(score(library, ids[2], each.id))
        label(library, [ids[2]], each.id)


def test_a_fitted_temperature_is_not_for_this_mode(library: Library, pictures: list[Path]) -> None:
    """It is fitted to the labels of all categories, so one category's labels would move another's probability."""
    ids = add(library, *pictures).new
    for i, name in enumerate(COLOURS[:4]):
        label(library, ids[i::10] + ids[i + 4 :: 10], category(library, name).id)
    constants = library.scores.reference.calibration
    assert temperature(library) != constants.temperature
    allow_several(library, True)
    believed = predict(library)
    wanted = beliefs_each(believed.scores, temperature=constants.temperature, none=constants.none)
    assert believed.beliefs.tobytes() == wanted.categories.tobytes()


# Whatever the order ----------------------------------------------------------------------------------------------


@given(st.randoms(use_true_random=False))
@examples(8)
def test_labels_of_one_category_never_move_another(pictures: list[Path], chance: random.Random) -> None:
    with in_memory() as library:
        ids = add(library, *pictures[:10]).new
        made = [category(library, name) for name in COLOURS[:4]]
        allow_several(library, True)
        for _ in range(6):
            before, was = columns(library), predict(library).beliefs
            column = chance.randrange(4)
            label(library, chance.sample(ids, 2), made[column].id)
            after, now = columns(library), predict(library).beliefs
            others = [i for i in range(4) if i != column]
            assert {made[i].name for i in others if after[made[i].name] != before[made[i].name]} == set()
            assert was[:, others].tobytes() == now[:, others].tobytes()


@given(st.lists(st.floats(-200, 200, width=32) | st.just(-np.inf), min_size=1, max_size=5), st.floats(0.1, 4))
def test_a_probability_by_itself_is_one_and_rises_with_the_score(row: list[float], temperature: float) -> None:
    believed = beliefs_each(np.array([row], np.float32), temperature=temperature, none=2.5)
    shares = believed.categories[0]
    assert ((shares >= 0) & (shares <= 1)).all()
    assert (shares[np.isneginf(row)] == 0).all()
    assert (np.diff(shares[np.argsort(row, kind="stable")]) >= 0).all()
    assert believed.none[0] == pytest.approx(1 - shares.max(), abs=1e-6)


# Strict answers --------------------------------------------------------------------------------------------------


@given(st.floats(2, 1000), st.booleans())
@examples(8)
def test_at_most_one_in_so_many_wrong_asks_for_that_probability(
    pictures: list[Path], at_most_wrong: float, several: bool
) -> None:
    with in_memory() as library:
        add(library, *pictures[:10])
        for name in ("red", "crimson", "lime"):
            category(library, name)
        allow_several(library, several)
        sure = sure_of(at_most_wrong)
        believed = predict(library, sure=sure)
        likely = np.array([believed.state(row) is State.LIKELY for row in range(10)])
        assert (likely == ((believed.confidence >= sure) & (believed.none <= believed.confidence))).all()
        usual = predict(library)
        assert (usual.beliefs == believed.beliefs).all(), "only the words for it change"
        assert usual.sure == SURE


@pytest.mark.parametrize("number", [1.99, 0, -5, float("nan")])
def test_a_promise_that_is_none_is_refused(library: Library, number: float) -> None:
    with pytest.raises(BadInput, match="is no promise"):
        sure_of(number)
    with pytest.raises(BadInput, match="not between 0 and 1"):
        predict(library, sure=1.5)
