"""What an act would change is told before it is done, and looking leaves no trace."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.core.helpers import add, category, columns, truth

from nomina.answer import predict
from nomina.categories import add_category, change_category, remove_category
from nomina.errors import BadInput
from nomina.library import Library
from nomina.rehearsal import preview, rehearse_category
from nomina.teach import label


@pytest.fixture
def sorted_library(library: Library, pictures: list[Path]) -> Library:
    """Forty pictures; red and blue by name, two pictures confirmed."""
    ids = add(library, *pictures).new
    red, blue = category(library, "red"), category(library, "blue")
    label(library, [ids[0]], red.id)
    label(library, [ids[2]], blue.id)
    return library


ACTS: dict[str, Callable[[Library], object]] = {
    "add": lambda library: add_category(library, "lime"),
    "remove": lambda library: remove_category(library, 1),
    "reword": lambda library: change_category(library, 1, name="cyan"),
    "show": lambda library: label(library, [11, 21], 2),
    "reject": lambda library: label(library, [11], 1, accepted=False),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_looking_leaves_no_trace_and_tells_what_then_happens(
    sorted_library: Library, act: Callable[[Library], object]
) -> None:
    library = sorted_library
    library.undo()
    state, scores, done, undone = (
        truth(library),
        columns(library),
        list(library.history.done),
        list(library.history.undone),
    )
    told = preview(library, act)
    assert (truth(library), columns(library)) == (state, scores)
    assert (library.history.done, library.history.undone) == (done, undone)

    def names() -> list[str]:
        believed = predict(library)
        out = []
        for row in range(len(believed.ids)):
            best = believed.best(row)
            out.append("" if believed.state(row) == "none" or best is None else best.name)
        return out

    before = names()
    act(library)
    after = names()
    moved = [(a or None, b or None) for a, b in zip(before, after, strict=True) if a != b]
    assert sum(told.moved.values()) == len(moved) == len(told.images)
    assert {pair: moved.count(pair) for pair in moved} == told.moved


def test_nothing_a_person_confirmed_moves_when_a_category_comes(sorted_library: Library) -> None:
    told = preview(sorted_library, lambda library: add_category(library, "lime"))
    assert told.moved == {(None, "lime"): 4} or told.moved.keys() <= {(None, "lime"), ("red", "lime"), ("blue", "lime")}
    assert told.confirmed == 0


def test_what_a_person_confirmed_moves_when_its_category_goes(sorted_library: Library) -> None:
    assert preview(sorted_library, lambda library: remove_category(library, 1)).confirmed == 1


def test_an_act_that_is_refused_is_refused_in_rehearsal_too(sorted_library: Library) -> None:
    state = truth(sorted_library)
    with pytest.raises(BadInput, match="already"):
        preview(sorted_library, lambda library: add_category(library, "red"))
    assert truth(sorted_library) == state
    add_category(sorted_library, "green")
    assert sorted_library.undo() is not None
    assert truth(sorted_library) == state


def test_a_new_category_is_rehearsed_with_the_pictures_that_would_stand_out(sorted_library: Library) -> None:
    library = sorted_library
    before, scores = truth(library), columns(library)
    told = rehearse_category(library, "lime", count=3)
    assert (truth(library), columns(library)) == (before, scores)
    assert [image.path and image.path.stem[5:] for image in told.best] == ["lime"] * 3
    assert told.preview.moved == {(None, "lime"): 4}
    assert told.preview.confirmed == 0
    with pytest.raises(BadInput):
        rehearse_category(library, "RED")
    shown = rehearse_category(library, "warm", [told.preview.images[0]])
    assert int(told.preview.images[0]) in shown.preview.images
    assert int(told.preview.images[0]) not in [image.id for image in shown.best], "its examples are known to be of it"
