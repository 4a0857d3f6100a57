"""Undo and redo: each verb goes back and comes again as a whole; test_history_mix.py has any mix of them."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from tests.core.helpers import add, category, columns, opened, result, truth

from nomina.categories import category_named, remove_category
from nomina.domain import Category, Label, Origin
from nomina.errors import LibraryError, NotFound
from nomina.ingest import add_examples, add_images
from nomina.library import Library
from nomina.teach import label, unlabel


def test_a_step_that_fails_leaves_nothing(library: Library) -> None:
    category(library, "heron")
    before, steps = truth(library), list(library.history.done)
    with pytest.raises(NotFound), library.step("Fail"):
        library.store.category(library.store.put_run("colours@1", 0.5) + 1000)
    assert truth(library) == before
    assert library.history.done == steps
    assert library.undo() is not None, "the step before it can still be undone"
    assert library.store.categories() == []


def test_labelling_stops_as_a_whole_when_one_picture_is_gone(library: Library, pictures: list[Path]) -> None:
    heron = category(library, "heron")
    known = add(library, *pictures[:2]).new
    before = truth(library)
    with pytest.raises(NotFound, match="not there any more"):
        label(library, [*known, 999], heron.id)
    assert truth(library) == before


def test_nothing_is_written_outside_a_step(library: Library, pictures: list[Path]) -> None:
    heron = category(library, "heron")
    (image_id,) = add(library, pictures[0]).new
    before = truth(library)
    for write in (
        lambda: library.store.put_run("colours@1", 0.5),
        lambda: library.store.remove_category(heron.id),
        lambda: library.store.put_label(Label(image_id, heron.id, True, Origin.PERSON)),
        lambda: library.store.forget_place(pictures[0]),
    ):
        with pytest.raises(sqlite3.IntegrityError, match="write outside a step"):
            write()
    assert truth(library) == before


def test_a_step_in_which_nothing_changed_is_no_step(library: Library) -> None:
    heron = category(library, "heron")
    assert len(library.history.done) == 1
    unlabel(library, [1, 2, 3], heron.id)
    assert len(library.history.done) == 1


def test_undo_and_redo_say_what_they_did(library: Library) -> None:
    assert library.undo() is None
    assert library.redo() is None
    category(library, "heron")
    undone = library.undo()
    assert undone is not None
    assert (undone.name, undone.tables) == ("Add “heron”", {"category"})
    assert library.redo() == undone


def test_a_new_act_forgets_what_could_be_redone(library: Library) -> None:
    category(library, "heron")
    library.undo()
    category(library, "owl")
    assert library.redo() is None
    assert [each.name for each in library.store.categories()] == ["owl"]


def test_removing_a_category_and_undoing_brings_its_labels_back(library: Library, pictures: list[Path]) -> None:
    heron = category(library, "heron", synonyms=["grey heron"], description="A tall grey bird.")
    label(library, add(library, *pictures[:4]).new, heron.id)
    before = truth(library)
    remove_category(library, heron.id)
    assert library.store.labels() == []
    library.undo()
    assert truth(library) == before
    assert category_named(library, "heron").accepted == 4


def test_adding_many_pictures_takes_several_transactions_and_one_undo(library: Library, pictures: list[Path]) -> None:
    verb = add_images(library, pictures)
    counts = set()
    for _ in verb:
        counts.add(len(library.store.image_keys()))
    assert len(counts) > 2, "they came in batches"
    assert [step.name for step in library.history.done] == ["Add 40 pictures"]
    library.undo()
    assert library.store.image_keys() == []
    library.redo()
    assert len(library.store.image_keys()) == 40


def test_a_short_verb_between_the_batches_of_a_long_one_is_a_step_of_its_own(
    library: Library, pictures: list[Path]
) -> None:
    heron = category(library, "heron")
    start = truth(library)
    verb = add_images(library, pictures)
    while not library.store.image_keys():
        next(verb)
    label(library, [library.store.image_keys()[0][0]], heron.id)
    result(verb)
    end = truth(library)
    names = [step.name for step in library.history.done]
    assert names == ["Add “heron”", "Add 40 pictures", "Label one picture “heron”"]
    library.undo()
    assert library.store.labels() == []
    assert len(library.store.image_keys()) == 40
    library.undo()
    assert truth(library) == start
    library.redo()
    library.redo()
    assert truth(library) == end


def test_what_a_long_verb_wrote_over_between_is_undone_exactly_too(library: Library, pictures: list[Path]) -> None:
    """A person labels a picture while it is being shown as an example of another category."""
    heron, owl = category(library, "heron"), category(library, "owl")
    (known,) = add(library, pictures[0]).new
    moments = [truth(library)]
    verb = add_examples(library, owl.id, pictures)
    while len(library.store.image_keys()) == 1:
        next(verb)
    label(library, [known], heron.id)
    result(verb)
    end = truth(library)
    while library.history.done[-1].name != "Add one picture":
        library.undo()
        moments.append(truth(library))
    assert moments[-1] == moments[0]
    while library.redo():
        pass
    assert truth(library) == end


@pytest.mark.parametrize("examples", [True, False])
def test_what_was_undone_while_a_long_verb_ran_comes_again_unless_that_wrote_over_it(
    library: Library, pictures: list[Path], examples: bool
) -> None:
    heron, owl = category(library, "heron"), category(library, "owl")
    (known,) = add(library, pictures[0]).new
    verb = add_examples(library, owl.id, pictures) if examples else add_images(library, pictures)
    while len(library.store.image_keys()) == 1:
        next(verb)
    label(library, [known], heron.id)
    library.undo()
    result(verb)
    redone = library.redo()
    assert (redone is None) == examples
    names = {each.category_id for each in library.store.labels()}
    assert names == ({owl.id} if examples else {heron.id})


def test_undo_of_a_long_verb_that_still_runs_keeps_what_comes_after(library: Library, pictures: list[Path]) -> None:
    start = truth(library)
    verb = add_images(library, pictures)
    while not library.store.image_keys():
        next(verb)
    library.undo()
    assert truth(library) == start
    result(verb)
    assert 0 < len(library.store.image_keys()) < 40
    library.undo()
    assert truth(library) == start
    assert library.undo() is None


def test_the_past_ends_with_the_window(tmp_path: Path, pictures: list[Path]) -> None:
    with opened(tmp_path / "library") as library:
        category(library, "heron")
    with opened(tmp_path / "library") as library:
        assert library.undo() is None
        assert [each.name for each in library.store.categories()] == ["heron"]


def test_a_full_disk_is_said_in_a_sentence_and_nothing_is_kept(library: Library) -> None:
    library._db.execute("pragma max_page_count = 1")  # SQLite's own way to be full
    kept = truth(library)
    with pytest.raises(LibraryError, match="Nothing of “Fill” was kept") as caught:
        fill(library)
    assert "free space" in caught.value.hint
    assert truth(library) == kept
    assert library.history.done == []


def fill(library: Library) -> None:
    """One step of half a megabyte."""
    with library.step("Fill"):
        for i in range(200):
            library.store.put_category(Category(0, f"category {i}", description="x" * 2000))


def test_an_act_whose_end_fails_is_taken_back_from_the_scores_too(library: Library, pictures: list[Path]) -> None:
    """As on a full disk. What was derived inside it may not be taken for what is derived of the truth that stayed."""
    red = category(library, "red")
    ids = add(library, *pictures[:20]).new
    before = columns(library)
    for tried in range(1, 4):  # so that later ones write as often as the one that failed
        with pytest.raises(NotFound, match="Nothing was kept"):
            _say_what_fails(library, red, ids[:tried], before)
        assert columns(library) == before


def _say_what_fails(library: Library, red: Category, ids: list[int], before: dict[str, bytes]) -> None:
    with library.step("Say what they are not"):
        library._db.execute("pragma defer_foreign_keys = on")  # then the commit finds out
        for image_id in [*ids, 10**6]:
            library.store.put_label(Label(image_id, red.id, False, Origin.PERSON))
        assert columns(library) != before
