"""“None of these” has one meaning: what is suggested is rejected, until nothing stands out."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.helpers import COLOURS, add, category, in_memory, save_many, truth
from tests.properties import examples

from nomina.answer import predict
from nomina.categories import add_category, category_named, move_category
from nomina.domain import Label, Origin, State
from nomina.errors import BadInput, NotFound
from nomina.library import Library
from nomina.nothing import none_of_these
from nomina.review import review_queue
from nomina.teach import allow_several, label, reject


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Thirty pictures of ten colours, and five categories. Who writes undoes."""
    with in_memory() as library:
        add(library, *save_many(tmp_path_factory.mktemp("thirty"), 30))
        for name in COLOURS[:5]:
            category(library, name)
        yield library


@pytest.fixture
def thirty(shared: Library) -> Iterator[Library]:
    steps = len(shared.history.done)
    yield shared
    while len(shared.history.done) > steps:
        shared.undo()


def said(library: Library, image_id: int) -> dict[str, bool]:
    names = {each.id: each.name for each in library.store.categories()}
    return {
        names[each.category_id]: each.accepted
        for each in library.store.labels()
        if each.image_id == image_id and each.origin is Origin.PERSON
    }


def state(library: Library, image_id: int) -> State:
    believed = predict(library)
    return believed.state(int(np.searchsorted(believed.ids, image_id)))


def first_of(library: Library, name: str) -> int:
    return int(library.scores.ids[COLOURS.index(name)])


def test_what_is_suggested_is_rejected_and_nothing_stands_out(thirty: Library) -> None:
    red = first_of(thirty, "red")
    assert state(thirty, red) is State.LIKELY
    change = none_of_these(thirty, [red])
    assert change.name == "One picture is none of these"
    assert state(thirty, red) is State.NONE
    assert said(thirty, red)["red"] is False
    assert "blue" not in said(thirty, red), "what never came near is left alone"
    assert red not in [each.image_id for each in review_queue(thirty, 60)]


def test_where_nothing_stands_out_the_nearest_is_rejected_so_that_it_is_not_asked_again(thirty: Library) -> None:
    black = first_of(thirty, "black")
    assert state(thirty, black) is State.NONE
    assert black in [each.image_id for each in review_queue(thirty, 60)]
    none_of_these(thirty, [black])
    assert list(said(thirty, black).values()) == [False]
    assert black not in [each.image_id for each in review_queue(thirty, 60)]


def test_to_say_it_twice_changes_nothing_more(thirty: Library) -> None:
    ids = [first_of(thirty, "red"), first_of(thirty, "black")]
    none_of_these(thirty, ids)
    before = truth(thirty)
    assert none_of_these(thirty, ids).tables == frozenset()
    assert truth(thirty) == before


def test_it_takes_back_what_was_accepted_by_a_person_or_a_run(thirty: Library) -> None:
    red, blue = first_of(thirty, "red"), first_of(thirty, "blue")
    label(thirty, [red], category_named(thirty, "blue").id)
    with thirty.step("Label"):
        thirty.store.put_label(Label(blue, category_named(thirty, "yellow").id, True, Origin.AUTO))
    none_of_these(thirty, [red, blue])
    assert said(thirty, red)["blue"] is False
    assert said(thirty, blue)["yellow"] is False
    assert not [each for each in thirty.store.labels() if each.accepted]


def test_it_is_asked_again_when_a_category_comes_that_fits(thirty: Library) -> None:
    black = first_of(thirty, "black")
    none_of_these(thirty, [black])
    add_category(thirty, "black")
    (question,) = review_queue(thirty, 1, among=[black])
    assert question.category_id == category_named(thirty, "black").id


def test_it_is_one_step(thirty: Library) -> None:
    before = truth(thirty)
    none_of_these(thirty, thirty.scores.ids.tolist())
    thirty.undo()
    assert truth(thirty) == before


given_before = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 4), st.booleans()), max_size=12)


@given(given_before, st.sets(st.integers(0, 29), min_size=1), st.booleans(), st.sampled_from([None, 0, 1]))
@examples(8)
def test_whatever_was_said_before_nothing_stands_out_after(
    thirty: Library, before: list[tuple[int, int, bool]], chosen: set[int], several: bool, parent: int | None
) -> None:
    steps = len(thirty.history.done)
    categories, ids = thirty.store.categories(), thirty.scores.ids.tolist()
    if several:
        allow_several(thirty, True)
    if parent is not None:
        move_category(thirty, categories[4].id, categories[parent].id)
    for image, column, yes in before:
        label(thirty, [ids[image]], categories[column].id, accepted=yes)
    none_of_these(thirty, [ids[i] for i in chosen])
    assert {state(thirty, ids[i]) for i in chosen} == {State.NONE}
    assert not {ids[i] for i in chosen} & {each.image_id for each in review_queue(thirty, 60)}
    while len(thirty.history.done) > steps:
        thirty.undo()


def test_many_unlikely_children_do_not_make_their_parent_likely_after_it(library: Library, tmp_path: Path) -> None:
    add(library, *save_many(tmp_path, 10))
    parent = category(library, "colour")
    for name in COLOURS:
        add_category(library, name, parent=parent.id)
    ids = library.scores.ids.tolist()
    none_of_these(library, ids)
    assert {state(library, each) for each in ids} == {State.NONE}


def test_what_cannot_be_said_is_told(library: Library, pictures: list[Path]) -> None:
    image_id = next(iter(add(library, pictures[0]).files.values()))
    with pytest.raises(BadInput, match="no categories yet"):
        none_of_these(library, [image_id])
    red = category(library, "red")
    with pytest.raises(NotFound, match="not there any more"):
        none_of_these(library, [image_id + 100])
    assert none_of_these(library, []).tables == frozenset()
    reject(library, {red.id: [image_id]})
    assert none_of_these(library, [image_id]).tables == frozenset(), "it is ruled out already"
