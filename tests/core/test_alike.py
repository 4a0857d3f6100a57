"""Pictures that look like one: those labelled already, and those that seem to be the same and nobody labelled."""

from pathlib import Path

import pytest
from tests.core.helpers import COLOURS, add, category, save_many, truth

from nomina.alike import look_alikes, nearest_labelled
from nomina.categories import category_named
from nomina.errors import NotFound
from nomina.library import Library
from nomina.teach import label, reject, settle


@pytest.fixture
def thirty(library: Library, tmp_path: Path) -> Library:
    """Three pictures of each of ten colours; red, lime and blue are categories."""
    add(library, *save_many(tmp_path, 30))
    for name in COLOURS[:3]:
        category(library, name)
    return library


def of(library: Library, name: str) -> list[int]:
    return library.scores.ids[COLOURS.index(name) :: len(COLOURS)].tolist()


def test_those_that_seem_to_be_the_same_come_together(thirty: Library) -> None:
    red = of(thirty, "red")
    found = look_alikes(thirty, red[1])
    assert found.category_id == category_named(thirty, "red").id
    assert found.image_ids[0] == red[1]
    assert set(red) <= set(found.image_ids)
    assert not set(of(thirty, "blue")) & set(found.image_ids)


def test_where_nothing_stands_out_nothing_does_for_the_others(thirty: Library) -> None:
    black = of(thirty, "black")
    found = look_alikes(thirty, black[0], 3)
    assert found.category_id is None
    assert set(found.image_ids) == set(black), "the most like it"


def test_what_a_person_said_is_not_asked_again(thirty: Library) -> None:
    red = of(thirty, "red")
    kind = category_named(thirty, "red").id
    settle(thirty, kind, red[:1], red[1:2])
    found = look_alikes(thirty, red[2])
    assert red[0] not in found.image_ids, "it is labelled"
    assert red[1] not in found.image_ids, "it is ruled out"


def test_it_reads_and_changes_nothing(thirty: Library) -> None:
    before = truth(thirty)
    assert look_alikes(thirty, of(thirty, "red")[0]) == look_alikes(thirty, of(thirty, "red")[0])
    assert truth(thirty) == before


def test_a_picture_alone_without_categories_and_one_that_is_gone(library: Library, pictures: list[Path]) -> None:
    image_id = next(iter(add(library, pictures[0]).files.values()))
    assert look_alikes(library, image_id).image_ids == (image_id,)
    with pytest.raises(NotFound):
        look_alikes(library, image_id + 1)


def test_the_nearest_labelled_come_first_and_are_never_the_picture_itself(thirty: Library) -> None:
    red, blue = of(thirty, "red"), of(thirty, "blue")
    label(thirty, red[:2], category_named(thirty, "red").id)
    label(thirty, blue[:1], category_named(thirty, "blue").id)
    reject(thirty, {category_named(thirty, "red").id: [blue[1]]})
    near = nearest_labelled(thirty, [red[2], red[0]], 2)
    assert {each.image_id for each in near[0]} == set(red[:2])
    assert red[0] not in [each.image_id for each in near[1]]
    assert near[1][0].image_id == red[1]
    assert [len(each) for each in nearest_labelled(thirty, of(thirty, "lime"), 9)] == [3, 3, 3]


def test_nothing_labelled_gives_nothing(thirty: Library) -> None:
    assert nearest_labelled(thirty, of(thirty, "red")) == [[], [], []]
    assert nearest_labelled(thirty, []) == []


def test_pictures_are_settled_in_one_step(thirty: Library) -> None:
    red, before = of(thirty, "red"), truth(thirty)
    change = settle(thirty, category_named(thirty, "red").id, red[:2], red[2:])
    assert change.name == "Label 2 pictures “red”, 1 not"
    assert [(each.image_id, each.accepted) for each in thirty.store.labels()] == [
        (red[0], True),
        (red[1], True),
        (red[2], False),
    ]
    thirty.undo()
    assert truth(thirty) == before
