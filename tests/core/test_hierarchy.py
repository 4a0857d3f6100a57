"""A person's own taxonomy: nested and moved with undo, answered at the parent where no leaf is likely enough."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.helpers import COLOURS, add, category, columns, in_memory, result, truth
from tests.properties import examples

from nomina.answer import predict
from nomina.categories import add_category, add_path, category_named, move_category, order_category, remove_category
from nomina.confidence import STATES, SURE, Beliefs, beliefs, standing, standing_in, with_those_below
from nomina.domain import Category, State
from nomina.errors import BadInput, NotFound
from nomina.hierarchy import above, below, levels, path_of, walk
from nomina.library import Library
from nomina.pages import Show, page
from nomina.runs import label_images
from nomina.teach import label
from nomina.testing import save_picture

SHOWN = ("red", "crimson", "maroon", "blue", "navy", "gold", "lime")


@pytest.fixture
def reds(library: Library, tmp_path: Path) -> Library:
    """Red and crimson, which are close, under a parent without words; blue and lime beside it."""
    add(library, *(save_picture(tmp_path / f"{i}-{name}.png", name, seed=i) for i, name in enumerate(SHOWN)))
    warm = category(library, "warm", words=False)
    for name, parent in (("red", warm.id), ("crimson", warm.id), ("blue", None), ("lime", None)):
        add_category(library, name, parent=parent)
    return library


def answers(library: Library) -> list[tuple[str, str, State]]:
    """(first, second, state) of each picture by name."""
    believed = predict(library)
    names = [*(each.name for each in believed.categories), ""]
    return [
        (names[believed.first[row]], names[believed.second[row]], believed.state(row))
        for row in range(len(believed.ids))
    ]


def tree(library: Library) -> list[tuple[int, str]]:
    return [(depth, each.name) for depth, each in walk(library.store.categories())]


# Acts ------------------------------------------------------------------------------------------------------------


def test_categories_are_nested_moved_and_moved_back(library: Library) -> None:
    add_path(library, ["animal", "bird", "heron"])
    add_path(library, ["Animal", "BIRD", "owl"], synonyms=["strix"], description="Looks at you.")
    heron, bird = category_named(library, "heron"), category_named(library, "bird")
    assert tree(library) == [(0, "animal"), (1, "bird"), (2, "heron"), (2, "owl")]
    assert (category_named(library, "owl").synonyms, category_named(library, "bird").synonyms) == (("strix",), ())
    assert path_of(library.store.categories(), heron.id) == "animal > bird > heron"
    before = truth(library)
    change = move_category(library, bird.id, None)
    assert (change.name, change.tables) == ("Move “bird” to the top", {"category"})
    assert tree(library) == [(0, "animal"), (0, "bird"), (1, "heron"), (1, "owl")]
    library.undo()
    assert truth(library) == before
    assert library.history.done[-1].name == "Add “owl”", "a path is one step"
    library.undo()
    library.undo()
    assert library.store.categories() == []


def test_a_person_puts_categories_in_an_order_of_their_own(library: Library) -> None:
    for names in (["animal", "bird"], ["animal", "cat"], ["animal", "dog"], ["plant"]):
        add_path(library, names)
    ids = {each.name: each.id for each in library.store.categories()}
    before = truth(library)
    change = order_category(library, ids["dog"], before=ids["bird"])
    assert (change.name, change.tables) == ("Move “dog” before “bird”", {"category"})
    assert tree(library) == [(0, "animal"), (1, "dog"), (1, "bird"), (1, "cat"), (0, "plant")]
    assert [each.name for each in library.store.categories()] == list(ids), "columns of scores stay where they are"
    add_category(library, "elk", parent=ids["animal"])
    assert [name for _, name in tree(library)][1:5] == ["dog", "bird", "cat", "elk"], "what is new comes last"
    order_category(library, ids["cat"], after=ids["plant"])
    assert tree(library)[-2:] == [(0, "plant"), (0, "cat")], "beside another one it lies under the same"
    move_category(library, ids["dog"], None)
    assert tree(library)[-1] == (0, "dog"), "put somewhere else it is the last"
    for _ in range(4):
        library.undo()
    assert truth(library) == before
    with pytest.raises(BadInput, match="“animal” cannot lie under itself"):
        order_category(library, ids["animal"], after=ids["cat"])
    with pytest.raises(BadInput, match="“cat” cannot lie beside itself"):
        order_category(library, ids["cat"], after=ids["cat"])
    with pytest.raises(BadInput, match="not clear"):
        order_category(library, ids["cat"])
    assert truth(library) == before


def test_nobody_lies_under_themselves(library: Library) -> None:
    add_path(library, ["animal", "bird", "heron"])
    animal, bird, heron = (category_named(library, name) for name in ("animal", "bird", "heron"))
    before, steps = truth(library), len(library.history.done)
    with pytest.raises(BadInput, match="“animal” cannot lie under “heron”, which lies under it") as caught:
        move_category(library, animal.id, heron.id)
    assert caught.value.hint.startswith("Move “heron” out first")
    with pytest.raises(BadInput, match="“bird” cannot lie under itself"):
        move_category(library, bird.id, bird.id)
    with pytest.raises(NotFound, match="not there any more"):
        move_category(library, bird.id, 99)
    with pytest.raises(NotFound, match="not there any more"):
        add_category(library, "owl", parent=99)
    assert (truth(library), len(library.history.done)) == (before, steps)


def test_a_path_that_contradicts_the_tree_is_refused_whole(library: Library) -> None:
    add_path(library, ["animal", "bird", "heron"])
    category(library, "plant")
    before = truth(library)
    with pytest.raises(BadInput, match="“bird” does not lie under “plant”"):
        add_path(library, ["plant", "bird", "owl"])
    with pytest.raises(BadInput, match="There is a category “heron” already"):
        add_path(library, ["new", "heron"])
    with pytest.raises(BadInput, match="The name is empty"):
        add_path(library, ["new", " "])
    assert truth(library) == before, "nor is “new” there"


def test_removing_a_parent_lifts_its_children(library: Library, pictures: list[Path]) -> None:
    ids = add(library, *pictures[:3]).new
    add_path(library, ["animal", "bird", "heron"])
    add_path(library, ["animal", "bird", "owl"])
    label(library, ids, category_named(library, "heron").id)
    label(library, ids[:1], category_named(library, "bird").id, accepted=False)
    before = truth(library)
    remove_category(library, category_named(library, "bird").id)
    assert tree(library) == [(0, "animal"), (1, "heron"), (1, "owl")]
    assert category_named(library, "heron").accepted == 3
    remove_category(library, category_named(library, "animal").id)
    assert tree(library) == [(0, "heron"), (0, "owl")]
    library.undo()
    library.undo()
    assert truth(library) == before


# Answers ---------------------------------------------------------------------------------------------------------


def test_where_no_leaf_is_likely_enough_the_parent_is_the_answer(reds: Library) -> None:
    said = answers(reds)
    assert said[0] == ("warm", "red", State.LIKELY), "the best of its leaves is still told"
    assert said[1] == ("warm", "crimson", State.LIKELY)
    assert said[3] == ("blue", "crimson", State.LIKELY)
    believed = predict(reds)
    own = believed.beliefs[:, 1:3].sum(axis=1)
    assert (believed.beliefs[:, 0] == np.minimum(own, 1)).all(), "a parent without evidence is what lies below it"
    assert (believed.confidence[:2] == believed.beliefs[:2, 0]).all()
    move_category(reds, category_named(reds, "red").id, None)
    move_category(reds, category_named(reds, "crimson").id, None)
    assert answers(reds)[0] == ("red", "crimson", State.UNSURE)


def test_the_answer_is_the_deepest_category_that_is_sure_enough(reds: Library) -> None:
    names = {}
    for sure in (0.05, SURE, 0.9999):
        believed = predict(reds, sure=sure)
        names[sure] = [(believed.categories[believed.first[0]].name, believed.state(0))]
    assert names == {0.05: [("red", State.LIKELY)], SURE: [("warm", State.LIKELY)], 0.9999: [("red", State.NONE)]}


def test_a_parent_with_words_knows_what_none_of_its_children_is(library: Library, tmp_path: Path) -> None:
    add(library, save_picture(tmp_path / "a.png", "gold"), save_picture(tmp_path / "b.png", "blue", seed=1))
    add_path(library, ["yellow", "navy"])
    assert answers(library) == [("yellow", "navy", State.LIKELY), ("navy", "", State.LIKELY)]


def test_two_branches_that_are_likely_together_are_both_named(library: Library) -> None:
    """Four leaves of 0.2 each under two parents: no two leaves reach SURE, the two parents do."""
    categories = [Category(1, "a"), Category(2, "b"), *(Category(i, str(i), parent=1 + i // 5) for i in (3, 4, 5, 6))]
    scores = np.array([[-np.inf, -np.inf, 2.0, 2.0, 2.1, 2.0]], np.float32)
    own = beliefs(scores, temperature=1.0, none=2.0)
    stands = standing_in(categories, scores, own, with_those_below(own, categories, several=False))
    assert (stands.first[0], stands.second[0]) == (1, 0)
    assert STATES[stands.states[0]] is State.UNSURE


def test_what_a_person_says_of_a_parent_holds_below_it(reds: Library) -> None:
    warm, red, ids = category_named(reds, "warm"), category_named(reds, "red"), predict(reds).ids.tolist()
    before = columns(reds)
    label(reds, ids[:1], warm.id, accepted=False)
    believed = predict(reds)
    assert (believed.beliefs[0, :3] == 0).all(), "what is not warm is neither red nor crimson"
    assert columns(reds) == before, "a reject alone teaches a category without evidence nothing, nor those below"
    label(reds, ids[:1], red.id)
    assert answers(reds)[0][0] == "red", "what is said later of red itself stands"
    label(reds, ids[:1], warm.id)
    assert answers(reds)[0] == ("warm", "red", State.YOURS)
    assert [name for name in before if columns(reds)[name] != before[name]] == ["warm"]


def test_a_parent_shows_and_counts_what_lies_below_it(reds: Library) -> None:
    warm, red, ids = category_named(reds, "warm"), category_named(reds, "red"), predict(reds).ids.tolist()
    label(reds, ids[:1], red.id)
    shown = page(reds, Show(category_id=warm.id))
    assert set(shown.ids.tolist()) == set(ids[:3])
    assert (shown.counts[warm.id], shown.counts[red.id]) == (3, 1 + (answers(reds)[2][0] == "red"))
    assert page(reds, Show(category_id=red.id)).ids.tolist()[0] == ids[0]


def test_a_run_labels_with_the_deepest_category_that_is_likely_enough(reds: Library) -> None:
    done = result(label_images(reds, at_least=0.9, dry_run=True))
    assert done.by_category == {"blue": 2, "lime": 1, "warm": 3}
    loose = result(label_images(reds, at_least=0.3, dry_run=True))
    assert loose.by_category["red"] + loose.by_category["crimson"] == 3
    assert "warm" not in loose.by_category


# What holds ------------------------------------------------------------------------------------------------------


def test_a_library_without_parents_is_answered_as_if_there_were_no_hierarchy(
    library: Library, pictures: list[Path]
) -> None:
    """The very numbers of the two rules of docs/decisions/0004-scores.md, worked out here by hand."""
    ids = add(library, *pictures).new
    for name in COLOURS[:6]:
        category(library, name)
    label(library, ids[:1], category_named(library, "lime").id)
    label(library, ids[2:4], category_named(library, "blue").id, accepted=False)
    believed = predict(library)
    constants = library.scores.reference.calibration
    own = beliefs(believed.scores, temperature=constants.temperature, none=constants.none)
    assert believed.beliefs.tobytes() == own.categories.tobytes()
    assert believed.none.tobytes() == own.none.tobytes()
    order = np.argsort(-believed.scores, axis=1, kind="stable")
    assert (believed.first[1:] == order[1:, 0]).all()
    assert (believed.second[1:] == order[1:, 1]).all()
    assert (believed.confidence[1:] == own.categories.max(axis=1)[1:]).all()
    for row in range(1, len(ids)):
        best, second = own.categories[row, order[row, 0]], own.categories[row, order[row, 1]]
        wanted = State.LIKELY if best >= SURE else State.UNSURE if best + second >= SURE else State.NONE
        assert believed.state(row) is (State.NONE if own.none[row] > best else wanted)


@given(st.randoms(use_true_random=False))
@examples(8)
def test_where_categories_lie_makes_no_difference_to_a_score(pictures: list[Path], chance: random.Random) -> None:
    with in_memory() as library:
        ids = add(library, *pictures[:12]).new
        made = [category(library, name) for name in (*COLOURS[:5], "thing")]
        for each in made[:3]:
            label(library, chance.sample(ids, 2), each.id, accepted=chance.random() < 0.7)
        before = columns(library)
        for _ in range(8):
            child, parent = chance.choice(made), chance.choice([*made, None])
            try:
                move_category(library, child.id, None if parent is None else parent.id)
            except BadInput:
                continue
            assert columns(library) == before
            believed, top = predict(library), [i for i, each in enumerate(made) if not _parent(library, each)]
            total = believed.beliefs[:, top].sum(axis=1) + believed.none
            assert np.allclose(total, 1, atol=1e-5), "those at the top and none add up to one"


def _parent(library: Library, each: Category) -> int | None:
    return library.store.category(each.id).parent


trees = st.lists(st.integers(-1, 6), min_size=1, max_size=8).map(
    lambda above: [Category(i + 1, str(i), parent=None if p < 0 or p >= i else p + 1) for i, p in enumerate(above)]
)


@given(trees, st.data(), st.sampled_from([0.0, 0.3, SURE, 0.9]))
def test_an_answer_in_any_tree_is_a_likely_category_without_a_likely_child(
    categories: list[Category], data: st.DataObject, sure: float
) -> None:
    scores = np.array(
        [
            data.draw(st.lists(st.floats(-9, 9, width=32) | st.just(-np.inf), min_size=n, max_size=n))
            for n in [len(categories)]
        ],
        np.float32,
    )
    own = beliefs(scores, temperature=0.7, none=0.0)
    total = with_those_below(own, categories, several=False)
    stands = standing_in(categories, scores, own, Beliefs(total.categories, total.none), sure)
    first, inside = int(stands.first[0]), below(categories)
    children = {parent: columns.tolist() for parent, columns in levels(categories)}
    assert (first < 0) == np.isneginf(scores).all(), "what is ruled out is no answer, however little is asked"
    if first >= 0 and STATES[stands.states[0]] is State.LIKELY and sure > 0:
        assert total.categories[0, first] >= sure
        assert all(total.categories[0, child] < sure for child in children.get(first, []))
        assert all(total.categories[0, up] >= sure for up in np.flatnonzero(inside[:, first]))
        assert stands.second[0] < 0 or not inside[stands.second[0], first]
    if sure > 0.5 and (total.categories >= sure).any():
        assert STATES[stands.states[0]] is State.LIKELY
    assert all(total.categories[0, i] >= total.categories[0, j] - 1e-6 for i, j in np.argwhere(inside))


@given(trees)
def test_a_tree_is_walked_whole_and_each_parent_first(categories: list[Category]) -> None:
    walked = list(walk(categories))
    assert {each.id for _, each in walked} == {each.id for each in categories}
    for depth, each in walked:
        assert len(above(categories, each.id)) == depth
    seen = [each.id for _, each in walked]
    assert all(each.parent is None or seen.index(each.parent) < seen.index(each.id) for each in categories)


def test_the_standing_of_nothing_is_nothing(library: Library) -> None:
    stands = standing(np.zeros((2, 0), np.float32), Beliefs(np.zeros((2, 0), np.float32), np.ones(2, np.float32)))
    assert stands.first.tolist() == stands.second.tolist() == [-1, -1]
    assert [STATES[state] for state in stands.states] == [State.NONE] * 2
