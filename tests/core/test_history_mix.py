"""Undo and redo over any mix of verbs, to the last byte: a machine that does what people do, in any order."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import numpy as np
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from tests.core.helpers import columns, in_memory, result, truth
from tests.properties import examples

from nomina.categories import add_category, change_category, move_category, order_category, remove_category
from nomina.errors import BadInput
from nomina.hierarchy import walk
from nomina.ingest import add_examples, add_images
from nomina.priors import count_circumstances, ignore_circumstances
from nomina.runs import label_images, roll_back
from nomina.teach import allow_several, forget_given, label, surplus_labels, unlabel
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
    @rule(data=st.data(), where=st.sampled_from(["top", "under", "before", "after"]))
    def move_it(self, data: st.DataObject, where: str) -> None:
        scores, moved, other = columns(self.library), self.a_category(data), self.a_category(data)
        with suppress(BadInput):
            if where in ("before", "after"):
                order_category(self.library, moved, **{where: other})
            else:
                move_category(self.library, moved, None if where == "top" else other)
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
    run_state_machine_as_test(AnyMixOfVerbs, settings=settings(examples(20), stateful_step_count=40))
