"""Undo and redo: whatever was done, in whatever mix, goes back and comes again to the last byte."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from tests.core.helpers import add, category, columns, in_memory, opened, result, truth

from nomina.domain import Category, Label, Origin
from nomina.errors import BadInput, LibraryError, NotFound
from nomina.hierarchy import walk
from nomina.ingest import add_examples, add_images
from nomina.library import Library
from nomina.priors import count_circumstances, ignore_circumstances
from nomina.runs import label_images, roll_back
from nomina.teach import (
    add_category,
    allow_several,
    category_named,
    change_category,
    forget_given,
    label,
    move_category,
    remove_category,
    surplus_labels,
    unlabel,
)
from nomina.testing import DIMENSION

NAMES = st.sampled_from(["red", "lime", "blue", "yellow", "grey", "A “quoted” name", "it's", "日本"])
ROWS = np.eye(DIMENSION, dtype=np.float32)
some = st.lists(st.integers(0, 39), min_size=1, max_size=6, unique=True)


class AnyMixOfVerbs(RuleBasedStateMachine):
    """Verbs in any order, with undo and redo between them, beside a list of what truth looked like."""

    pictures: list[Path]  # set by the fixture below

    def __init__(self) -> None:
        super().__init__()
        self._context = in_memory()
        self.library = self._context.__enter__()
        self.past, self.future = [truth(self.library)], []

    def did(self) -> None:
        """Remember what truth looks like now, if there is one more step to undo."""
        now, steps = truth(self.library), len(self.library.history.done)
        if steps == len(self.past):
            self.past.append(now)
            self.future = []
        assert steps == len(self.past) - 1, "a verb is one step or none"
        assert now == self.past[-1], "what changed can be undone"

    def ids(self) -> list[int]:
        return [image_id for image_id, _ in self.library.store.image_keys()]

    def a_category(self, data: st.DataObject) -> int:
        return data.draw(st.sampled_from([each.id for each in self.library.store.categories()]))

    @rule(which=some)
    def add_pictures(self, which: list[int]) -> None:
        result(add_images(self.library, [self.pictures[i] for i in which]))
        self.did()

    @rule(name=NAMES, words=st.booleans())
    def add_a_category(self, name: str, words: bool) -> None:
        if self.library.store.category_named(name) is None:
            add_category(self.library, name, words=words)
        self.did()

    @precondition(lambda self: self.library.store.categories())
    @rule(data=st.data(), name=NAMES)
    def rename_it(self, data: st.DataObject, name: str) -> None:
        with suppress(BadInput):  # the name is taken
            change_category(self.library, self.a_category(data), name=name)
        self.did()

    @precondition(lambda self: self.library.store.categories())
    @rule(data=st.data(), synonyms=st.lists(NAMES, max_size=2), words=st.booleans())
    def change_its_words(self, data: st.DataObject, synonyms: list[str], words: bool) -> None:
        described = " ".join(synonyms)
        with suppress(BadInput):
            change_category(self.library, self.a_category(data), synonyms=synonyms, description=described, words=words)
        self.did()

    @precondition(lambda self: self.library.store.categories())
    @rule(data=st.data())
    def remove_it(self, data: st.DataObject) -> None:
        remove_category(self.library, self.a_category(data))
        self.did()

    @precondition(lambda self: self.library.store.categories())
    @rule(data=st.data(), name=NAMES)
    def add_one_under_it(self, data: st.DataObject, name: str) -> None:
        if self.library.store.category_named(name) is None:
            add_category(self.library, name, parent=self.a_category(data))
        self.did()

    @precondition(lambda self: self.library.store.categories())
    @rule(data=st.data(), to_the_top=st.booleans())
    def move_it(self, data: st.DataObject, to_the_top: bool) -> None:
        scores = columns(self.library)
        with suppress(BadInput):
            parent = None if to_the_top else self.a_category(data)
            move_category(self.library, self.a_category(data), parent)
        assert columns(self.library) == scores, "where it lies makes no difference to a score"
        self.did()

    @rule(several=st.booleans())
    def allow_several_or_one(self, several: bool) -> None:
        before, surplus = set(self.library.store.labels()), set(surplus_labels(self.library))
        try:
            allow_several(self.library, several)
            assert several or not surplus
            surplus = set()
        except BadInput:
            assert surplus
            allow_several(self.library, several, drop=True)
        assert before - set(self.library.store.labels()) == surplus, "what was told goes, and nothing else"
        self.did()

    @precondition(lambda self: self.library.store.categories() and self.ids())
    @rule(data=st.data(), accepted=st.booleans())
    def label_some(self, data: st.DataObject, accepted: bool) -> None:
        chosen = data.draw(st.lists(st.sampled_from(self.ids()), max_size=4))
        label(self.library, chosen, self.a_category(data), accepted=accepted)
        self.did()

    @precondition(lambda self: self.library.store.categories() and self.ids())
    @rule(data=st.data())
    def forget_labels(self, data: st.DataObject) -> None:
        unlabel(self.library, self.ids()[:3], self.a_category(data))
        self.did()

    @precondition(lambda self: self.library.store.categories())
    @rule(data=st.data(), which=some, accepted=st.booleans())
    def show_examples(self, data: st.DataObject, which: list[int], accepted: bool) -> None:
        files = [self.pictures[i] for i in which]
        result(add_examples(self.library, self.a_category(data), files, accepted=accepted))
        self.did()

    @precondition(lambda self: self.library.store.categories())
    @rule(at_least=st.sampled_from([0.0, 0.5, 0.9]))
    def label_automatically(self, at_least: float) -> None:
        result(label_images(self.library, at_least=at_least))
        self.did()

    @precondition(lambda self: self.library.store.runs())
    @rule(data=st.data())
    def roll_a_run_back(self, data: st.DataObject) -> None:
        roll_back(self.library, data.draw(st.sampled_from([run.id for run in self.library.store.runs()])))
        self.did()

    @precondition(lambda self: self.library.store.categories())
    @rule(data=st.data(), numbers=st.lists(st.integers(0, 5), min_size=1, max_size=3), accepted=st.booleans())
    def take_rows_of_a_pack(self, data: st.DataObject, numbers: list[int], accepted: bool) -> None:
        category_id = self.a_category(data)
        with self.library.step("Import rows"):
            for number in numbers:
                self.library.store.put_given(category_id, "colours@1", ROWS[number], accepted)
        self.did()

    @precondition(lambda self: self.library.store.categories())
    @rule(data=st.data())
    def forget_rows_of_packs(self, data: st.DataObject) -> None:
        forget_given(self.library, self.a_category(data))
        self.did()

    @precondition(lambda self: self.ids())
    @rule(count=st.booleans())
    def let_circumstances_count_or_not(self, count: bool) -> None:
        (count_circumstances if count else ignore_circumstances)(self.library)
        self.did()

    @rule()
    def undo(self) -> None:
        change = self.library.undo()
        assert (change is None) == (len(self.past) == 1)
        if change is not None:
            self.future.append(self.past.pop())

    @rule()
    def redo(self) -> None:
        change = self.library.redo()
        assert (change is None) == (not self.future)
        if change is not None:
            self.past.append(self.future.pop())

    @invariant()
    def truth_is_as_it_was(self) -> None:
        assert truth(self.library) == self.past[-1]

    @invariant()
    def the_categories_are_a_tree_and_labels_keep_the_rule(self) -> None:
        categories = self.library.store.categories()
        assert len(list(walk(categories))) == len(categories)
        assert self.library.store.several() or surplus_labels(self.library) == []

    def teardown(self) -> None:
        while len(self.past) > 1:
            self.undo()
            self.truth_is_as_it_was()
        while self.future:
            self.redo()
            self.truth_is_as_it_was()
        self._context.__exit__(None, None, None)


def test_any_mix_of_verbs_undoes_and_redoes_to_the_last_byte(pictures: list[Path]) -> None:
    AnyMixOfVerbs.pictures = pictures
    run_state_machine_as_test(AnyMixOfVerbs, settings=settings(stateful_step_count=40))


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
