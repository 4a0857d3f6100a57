"""What earlier categories learned never changes, to the last bit, whatever comes later (docs/classifier.md, I1-I4)."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.helpers import COLOURS, CountingEncoder, add, category, columns, in_memory, opened, result, score
from tests.properties import examples

from nomina.answer import YOURS, predict
from nomina.categories import add_category, change_category, remove_category
from nomina.domain import Origin
from nomina.ingest import add_examples
from nomina.library import Library
from nomina.runs import label_images
from nomina.teach import allow_several, label, unlabel

WORDS = (*COLOURS, *(f"thing {i}" for i in range(10)))


@pytest.fixture
def twenty(library: Library, pictures: list[Path]) -> Library:
    """Forty pictures and twenty categories, some of which have examples and rejects."""
    ids = add(library, *pictures).new
    for i, name in enumerate(WORDS):
        made = category(library, name, words=i % 7 != 6)
        label(library, ids[i : i + i % 4], made.id)
        label(library, ids[30 + i % 5 : 30 + i % 5 + i % 3], made.id, accepted=False)
    return library


def test_the_21st_category_leaves_the_other_20_as_they_are(twenty: Library, encoder: CountingEncoder) -> None:
    before = columns(twenty)
    encoded, texts = encoder.encoded, len(encoder.texts)
    category(twenty, "green", synonyms=["dark green"])
    after = columns(twenty)
    assert {name: after[name] for name in before} == before
    assert encoder.encoded == encoded == 40, "no picture was encoded again"
    assert encoder.texts[texts:] == ["green", "dark green"], "nor was any text but its own"


def test_the_21st_category_changes_the_best_of_a_picture_to_itself_only(twenty: Library) -> None:
    before = predict(twenty)
    green = category(twenty, "green")
    after = predict(twenty)
    changed = before.first != after.first
    assert {after.categories[column].id for column in after.first[changed]} <= {green.id}
    old = after.beliefs[:, :20] * (1 / np.maximum(after.beliefs[:, :20].sum(axis=1, keepdims=True), 1e-12))
    was = before.beliefs * (1 / np.maximum(before.beliefs.sum(axis=1, keepdims=True), 1e-12))
    assert np.allclose(old, was, atol=1e-5), "the ratios among the old stay"


def test_a_category_under_another_leaves_every_column_and_every_ratio_as_it_was(twenty: Library) -> None:
    """Probabilities change as they do by any new category; those above it gain what it has."""
    before, was = columns(twenty), predict(twenty)
    blue = twenty.store.category_named("blue")
    assert blue is not None
    add_category(twenty, "navy", parent=blue.id)
    after, now = columns(twenty), predict(twenty)
    assert {name: after[name] for name in before} == before
    others = [i for i, each in enumerate(was.categories) if each.id != blue.id]
    old, new = was.beliefs[:, others].astype(np.float64), now.beliefs[:, others].astype(np.float64)
    assert np.allclose(new * old.sum(axis=1, keepdims=True), old * new.sum(axis=1, keepdims=True), atol=1e-6)
    label(twenty, was.ids[now.states != YOURS][:2].tolist(), now.categories[-1].id)
    taught = columns(twenty)
    assert [name for name in after if taught[name] != after[name]] == ["navy"], "a leaf teaches nobody above it"


def test_where_a_picture_may_have_several_a_probability_is_its_category_s_own_affair(twenty: Library) -> None:
    allow_several(twenty, True)
    was = predict(twenty)
    category(twenty, "green")
    now = predict(twenty)
    assert now.beliefs[:, :20].tobytes() == was.beliefs.tobytes(), "bit for bit, as the scores"
    label(twenty, was.ids[-6:].tolist(), now.categories[3].id)
    taught = predict(twenty)
    changed = (taught.beliefs != now.beliefs).any(axis=0)
    assert [each.name for each, is_changed in zip(now.categories, changed, strict=True) if is_changed] == [COLOURS[3]]


def test_removing_a_category_leaves_the_others_as_they_are(twenty: Library) -> None:
    before = columns(twenty)
    gone = twenty.store.category_named("blue")
    assert gone is not None
    remove_category(twenty, gone.id)
    assert columns(twenty) == {name: column for name, column in before.items() if name != "blue"}
    twenty.undo()
    assert columns(twenty) == before


def test_saying_what_a_category_is_not_touches_only_it_and_goes_without_a_trace(twenty: Library) -> None:
    before = columns(twenty)
    red, orange = (twenty.store.category_named(name) for name in ("red", "orange"))
    assert red is not None
    assert orange is not None
    change_category(twenty, orange.id, name="tangerine")
    change_category(twenty, red.id, unlike=["orange", "dark orange"])
    after = columns(twenty)
    assert {name for name in before if after.get(name) != before[name]} == {"red", "orange"}
    changed, was = np.frombuffer(after["red"], np.float32), np.frombuffer(before["red"], np.float32)
    assert (changed <= was).all()
    assert (changed < was).any()
    change_category(twenty, red.id, unlike=[])
    assert columns(twenty)["red"] == before["red"]
    twenty.undo()
    assert columns(twenty)["red"] == after["red"]
    twenty.undo()
    twenty.undo()
    assert columns(twenty) == before


def test_renaming_a_category_touches_only_it(twenty: Library, encoder: CountingEncoder) -> None:
    before = columns(twenty)
    blue = twenty.store.category_named("blue")
    assert blue is not None
    change_category(twenty, blue.id, name="navy")
    after = columns(twenty)
    assert after["navy"] != before["blue"]
    assert {**after, "navy": b""} == {**{n: c for n, c in before.items() if n != "blue"}, "navy": b""}
    change_category(twenty, blue.id, name="blue")
    assert columns(twenty) == before
    assert encoder.texts.count("blue") == 1, "its old texts were still at hand"


@pytest.mark.parametrize("accepted", [True, False])
def test_labelling_for_a_category_changes_its_column_only(twenty: Library, accepted: bool) -> None:
    before = columns(twenty)
    cyan = twenty.store.category_named("cyan")
    assert cyan is not None
    unlabelled = {int(i) for i in twenty.scores.ids} - {each.image_id for each in twenty.store.labels()}
    label(twenty, sorted(unlabelled)[:3], cyan.id, accepted=accepted)
    after = columns(twenty)
    assert [name for name in before if after[name] != before[name]] == ["cyan"]


def test_automatic_labels_teach_nothing(twenty: Library) -> None:
    before = columns(twenty)
    done = result(label_images(twenty, at_least=0.0))
    assert sum(done.by_category.values()) > 5
    assert {each.origin for each in twenty.store.labels()} == {Origin.PERSON, Origin.AUTO}
    assert columns(twenty) == before


@given(st.randoms(use_true_random=False), st.integers(1, 30), st.integers(0, 9))
@examples(10)
def test_the_order_in_which_labels_came_leaves_no_trace(
    pictures: list[Path], chance: random.Random, many: int, no: int
) -> None:
    with in_memory() as library:
        ids = add(library, *pictures).new
        made = category(library, "blue")
        chosen = [*((i, True) for i in ids[:many]), *((i, False) for i in ids[30 : 30 + no])]
        for image_id, accepted in chosen:
            label(library, [image_id], made.id, accepted=accepted)
        straight = columns(library)
        for image_id, _ in chance.sample(chosen, len(chosen)):
            unlabel(library, [image_id], made.id)
            if chance.random() < 0.3:
                library.scores  # noqa: B018 - the columns in between are made and thrown away
        for image_id, accepted in chance.sample(chosen, len(chosen)):
            label(library, [image_id], made.id, accepted=not accepted)
            label(library, [image_id], made.id, accepted=accepted)
        assert columns(library) == straight


@given(st.lists(st.integers(0, 39), min_size=1, max_size=39, unique=True))
@examples(10)
def test_the_scores_of_a_picture_do_not_depend_on_the_others(pictures: list[Path], others: list[int]) -> None:
    """Neither on which are there, nor on how many, nor on when they came."""
    with in_memory() as alone, in_memory() as among:
        made = {}
        for library in (alone, among):
            shown = add(library, *pictures[:3]).new
            made[library] = [category(library, name) for name in ("red", "thing", "lime")]
            label(library, shown[:2], made[library][1].id)
        (first,) = add(alone, pictures[39]).files.values()
        add(among, *(pictures[i] for i in others[::2]))
        columns(among)
        add(among, *(pictures[i] for i in others))
        (second,) = add(among, pictures[39]).files.values()
        for one, other in zip(made[alone], made[among], strict=True):
            assert score(alone, first, one.id) == score(among, second, other.id)


def test_scores_are_the_same_after_a_restart(tmp_path: Path, pictures: list[Path]) -> None:
    with opened(tmp_path / "library") as library:
        ids = add(library, *pictures[:25]).new
        blue = category(library, "blue", synonyms=["navy"])
        label(library, ids[:5], blue.id)
        add(library, *pictures)
        label(library, ids[9:12], blue.id, accepted=False)
        before = columns(library)
    encoder = CountingEncoder()
    with opened(tmp_path / "library", encoder) as library:
        assert columns(library) == before
    assert (encoder.encoded, encoder.texts) == (0, [])


def test_one_example_can_be_taken_back_exactly(twenty: Library, pictures: list[Path]) -> None:
    before = columns(twenty)
    red = twenty.store.category_named("red")
    assert red is not None
    result(add_examples(twenty, red.id, pictures[35:]))
    assert columns(twenty) != before
    twenty.undo()
    assert columns(twenty) == before


def test_another_picture_in_the_place_of_one_that_was_taken_back_has_scores_of_its_own(
    library: Library, pictures: list[Path]
) -> None:
    """Undo an add, and add another picture: nothing of the first may stick to it."""
    red = category(library, "red")
    (was,) = add(library, pictures[0]).new
    hot = score(library, was, red.id)
    library.undo()
    (now,) = add(library, pictures[2]).new
    assert pictures[2].name.endswith("blue.png")
    assert score(library, now, red.id) < hot - 1


def test_an_example_in_the_place_of_one_that_was_taken_back_teaches_what_it_shows(
    library: Library, pictures: list[Path]
) -> None:
    thing = category(library, "thing", words=False)
    asked = add(library, pictures[12]).new[0]
    result(add_examples(library, thing.id, [pictures[0]]))
    by_red = score(library, asked, thing.id)
    library.undo()
    result(add_examples(library, thing.id, [pictures[2]]))
    assert score(library, asked, thing.id) > by_red + 1, "12 and 2 are both blue"


@given(st.integers(0, 39))
@examples(6)
def test_undo_of_the_first_act_of_a_picture_is_as_if_it_had_never_been(pictures: list[Path], which: int) -> None:
    with in_memory() as library:
        category(library, "red")
        add(library, *pictures[:5])
        before = columns(library)
        add(library, pictures[which])
        columns(library)
        if which >= 5:
            library.undo()
        assert columns(library) == before
