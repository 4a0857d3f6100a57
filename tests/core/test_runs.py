"""Labelling automatically: only what is likely enough, never over a person's word, and back again whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from tests.core.helpers import COLOURS, add, category, in_memory, result, save_many, truth

from nomina.answer import YOURS, predict
from nomina.categories import change_category
from nomina.domain import Label, Origin
from nomina.errors import BadInput, NotFound
from nomina.ingest import add_images
from nomina.library import Library
from nomina.pages import Show, page
from nomina.runs import Foreseen, foresee_run, label_images, roll_back
from nomina.teach import allow_several, label


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


@pytest.fixture(scope="module")
def twenty(pictures: list[Path]) -> Iterator[Library]:
    """Twenty pictures, five categories, two labels of a person. Left as it was found."""
    with in_memory() as library:
        ids = add(library, *pictures[:20]).new
        first, *_ = [category(library, name) for name in COLOURS[:5]]
        label(library, ids[:2], first.id)
        yield library


@given(st.floats(0, 1))
def test_only_what_is_likely_enough_is_labelled(twenty: Library, at_least: float) -> None:
    believed = predict(twenty)
    done = result(label_images(twenty, at_least=at_least))
    labelled = {each.image_id: each for each in autos(twenty)}
    twenty.undo()
    ids = believed.ids.tolist()
    for row, image_id in enumerate(ids):
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


def shown(rows: NDArray[np.intp], foreseen: Foreseen) -> set[int]:
    return set(foreseen.ids[rows].tolist())


@pytest.fixture(scope="module", params=[False, True], ids=["one", "several"])
def to_foresee(request: pytest.FixtureRequest, pictures: list[Path]) -> Iterator[Library]:
    """Twenty-four pictures, four categories, two labels of a person, in either mode. Left as it was found."""
    with in_memory() as library:
        ids = add(library, *pictures[:24]).new
        first, *_ = [category(library, name) for name in COLOURS[:4]]
        allow_several(library, request.param)
        label(library, ids[:2], first.id)
        yield library


@given(at_least=st.floats(0, 1))
def test_what_is_foreseen_is_what_a_run_does(to_foresee: Library, at_least: float) -> None:
    ids, several = predict(to_foresee).ids.tolist(), to_foresee.store.several()
    among = ids[:20]
    foreseen = foresee_run(to_foresee, among=among, at_least=at_least)
    done = result(label_images(to_foresee, among=among, at_least=at_least))
    given = {(each.image_id, each.category_id) for each in autos(to_foresee)}
    to_foresee.undo()
    assert {(i, each.id) for each, rows in foreseen.labelled for i in shown(rows, foreseen)} == given
    assert [len(rows) for _, rows in foreseen.labelled] == sorted(done.by_category.values(), reverse=True)
    assert foreseen.pictures == len({image_id for image_id, _ in given})
    assert len(foreseen.unsure) + len(foreseen.none) == done.unsure
    assert shown(foreseen.yours, foreseen) == set(ids[:2])
    groups = [rows for _, rows in foreseen.labelled]
    groups += [foreseen.unsure, foreseen.none, foreseen.yours, foreseen.unread]
    assert set(foreseen.ids.tolist()) == set(among) == set[int]().union(*(shown(each, foreseen) for each in groups))
    for each, rows in foreseen.labelled:
        sure = foreseen.confidence[rows]
        assert several or (np.diff(sure) >= 0).all(), each.name
        assert (sure >= np.float32(at_least)).all() or several


def test_a_run_tells_which_earlier_labels_it_replaces(coloured: Library) -> None:
    assert foresee_run(coloured, at_least=0.5).replaced == 0
    first = result(label_images(coloured, at_least=0.5))
    assert foresee_run(coloured, at_least=0.9).replaced == sum(first.by_category.values())


def test_a_run_remembers_what_it_was_about(library: Library, tmp_path: Path) -> None:
    save_many(tmp_path / "one", 3)
    save_many(tmp_path / "two", 4, first=10)
    ids = add(library, tmp_path).new
    category(library, "red")
    result(label_images(library, only=tmp_path / "one"))
    result(label_images(library, among=ids[:2], at_least=0.0))
    selected, folder = library.store.runs()
    assert (folder.folder, folder.pictures) == (tmp_path / "one", 3)
    assert (selected.folder, selected.pictures) == (None, 2)
    labelled = [each.image_id for each in autos(library)]
    assert labelled
    assert set(labelled) <= set(ids[:2])
    assert library.store.images_of_run(selected.id) == labelled
    assert page(library, Show(run_id=selected.id)).ids.tolist() == labelled
    roll_back(library, selected.id)
    assert page(library, Show(run_id=selected.id)).count == 0
    with pytest.raises(BadInput, match="None of these pictures"):
        result(label_images(library, among=[999]))


def test_adding_and_labelling_can_be_one_step(library: Library, tmp_path: Path) -> None:
    save_many(tmp_path, 3)
    category(library, "red")
    before = truth(library)
    with library.step("Take in") as step:
        pass
    added = result(add_images(library, [tmp_path], within=step))
    result(label_images(library, among=added.new, at_least=0.0, within=step))
    assert len(library.store.runs()) == 1
    library.undo()
    assert truth(library) == before
