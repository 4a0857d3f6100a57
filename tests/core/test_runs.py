"""Labelling automatically: only what is likely enough, never over a person's word, and back again whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.helpers import COLOURS, add, category, in_memory, result, save_many, truth

from nomina.answer import YOURS, predict
from nomina.domain import Label, Origin
from nomina.errors import BadInput, NotFound
from nomina.library import Library
from nomina.runs import label_images, roll_back
from nomina.teach import change_category, label


@pytest.fixture
def coloured(library: Library, pictures: list[Path]) -> Library:
    """Forty pictures of ten colours, five categories, two labels of a person."""
    ids = add(library, *pictures).new
    made = [category(library, name) for name in COLOURS[:5]]
    label(library, [ids[0]], made[1].id)
    label(library, [ids[1]], made[1].id, accepted=False)
    return library


def autos(library: Library) -> list[Label]:
    return [each for each in library.store.labels() if each.origin is Origin.AUTO]


@given(st.floats(0, 1))
def test_only_what_is_likely_enough_is_labelled(pictures: list[Path], at_least: float) -> None:
    with in_memory() as library:
        ids = add(library, *pictures[:20]).new
        made = [category(library, name) for name in COLOURS[:5]]
        label(library, ids[:2], made[0].id)
        believed = predict(library)
        done = result(label_images(library, at_least=at_least))
        labelled = {each.image_id: each for each in autos(library)}
        for row, image_id in enumerate(believed.ids.tolist()):
            sure = believed.confidence[row] >= at_least and believed.confidence[row] >= believed.none[row]
            assert (image_id in labelled) == (bool(sure) and believed.states[row] != YOURS)
        for each in labelled.values():
            row = ids.index(each.image_id)
            best = believed.best(row)
            assert best is not None
            assert (each.category_id, each.run_id, each.accepted) == (best.id, done.run_id, True)
            assert each.confidence == pytest.approx(float(believed.confidence[row]))
        assert sum(done.by_category.values()) == len(labelled)
        assert (done.yours, done.unsure) == (2, 18 - len(labelled))


def test_a_dry_run_tells_the_same_numbers_and_writes_nothing(coloured: Library) -> None:
    before, steps = truth(coloured), len(coloured.history.done)
    dry = result(label_images(coloured, at_least=0.5, dry_run=True))
    assert (truth(coloured), len(coloured.history.done)) == (before, steps)
    assert (dry.run_id, dry.change) == (None, None)
    real = result(label_images(coloured, at_least=0.5))
    assert (dry.by_category, dry.yours, dry.unsure) == (real.by_category, real.yours, real.unsure)
    assert sum(real.by_category.values()) >= 15


def test_a_person_s_labels_are_left_alone(coloured: Library) -> None:
    mine = [each for each in coloured.store.labels() if each.origin is Origin.PERSON]
    result(label_images(coloured, at_least=0.0))
    result(label_images(coloured, at_least=0.0))
    assert [each for each in coloured.store.labels() if each.origin is Origin.PERSON] == mine
    accepted = [each.image_id for each in coloured.store.labels() if each.accepted]
    assert len(accepted) == len(set(accepted)), "one accepted category a picture"
    assert (mine[1].image_id, mine[1].category_id) not in {
        (each.image_id, each.category_id) for each in autos(coloured)
    }


def test_a_run_is_rolled_back_whole(coloured: Library) -> None:
    before = truth(coloured)
    done = result(label_images(coloured, at_least=0.5))
    assert done.run_id is not None
    (run,) = coloured.store.runs()
    assert (run.id, run.encoder, run.at_least) == (done.run_id, "colours@1", 0.5)
    assert run.labels == sum(done.by_category.values()) == len(autos(coloured))
    change = roll_back(coloured, done.run_id)
    assert change.tables == {"run", "label"}
    assert truth(coloured) == before
    coloured.undo()
    assert len(autos(coloured)) == run.labels
    coloured.undo()
    assert truth(coloured) == before


def test_what_a_person_confirmed_since_outlives_the_run(coloured: Library) -> None:
    done = result(label_images(coloured, at_least=0.5))
    assert done.run_id is not None
    confirmed = autos(coloured)[0]
    label(coloured, [confirmed.image_id], confirmed.category_id)
    roll_back(coloured, done.run_id)
    kept = {(each.image_id, each.category_id) for each in coloured.store.labels() if each.accepted}
    assert (confirmed.image_id, confirmed.category_id) in kept
    assert autos(coloured) == []


def test_a_second_run_takes_the_place_of_the_first(coloured: Library) -> None:
    first = result(label_images(coloured, at_least=0.5))
    blue = coloured.store.category_named("blue")
    assert blue is not None
    change_category(coloured, blue.id, name="orange")
    second = result(label_images(coloured, at_least=0.5))
    assert {each.run_id for each in autos(coloured)} == {second.run_id}
    assert second.by_category != first.by_category
    assert [run.labels for run in coloured.store.runs()] == [len(autos(coloured)), 0], "the latest first"


def test_a_run_over_one_folder_leaves_the_others_alone(library: Library, tmp_path: Path) -> None:
    for i, name in enumerate(("one", "one and a half", "two")):
        save_many(tmp_path / name, 5, first=10 * i)
    add(library, tmp_path)
    for name in COLOURS[:5]:
        category(library, name)
    result(label_images(library, only=tmp_path / "one", at_least=0.0))
    labelled = library.store.images([each.image_id for each in autos(library)])
    assert {image.path.parent.name for image in labelled if image.path} == {"one"}
    assert len(labelled) == 5


@pytest.mark.parametrize("at_least", [-0.1, 1.1, float("nan"), 95])
def test_a_probability_is_between_0_and_1(coloured: Library, at_least: float) -> None:
    with pytest.raises(BadInput, match="is not between 0 and 1"):
        result(label_images(coloured, at_least=at_least))


def test_what_cannot_be_labelled_is_said_in_a_sentence(library: Library, tmp_path: Path, pictures: list[Path]) -> None:
    with pytest.raises(BadInput, match="no categories"):
        result(label_images(library))
    category(library, "red")
    add(library, *pictures[:3])
    with pytest.raises(BadInput, match="No picture of the library lies in"):
        result(label_images(library, only=tmp_path))
    with pytest.raises(NotFound, match="There is no run 7"):
        roll_back(library, 7)
