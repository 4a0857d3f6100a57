"""Categories are made of pictures, merged and split, in one step each; what a person said is never lost."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule, run_state_machine_as_test
from tests.core.helpers import add, category, columns, in_memory, result, truth
from tests.core.test_history_mix import NAMES, AnyMixOfVerbs
from tests.properties import examples

from nomina.categories import category_named, change_category, mark_category, move_category
from nomina.domain import Origin
from nomina.errors import BadInput, NotFound
from nomina.hierarchy import walk
from nomina.library import Library
from nomina.rehearsal import preview
from nomina.reshape import category_of, category_of_folder, merge_categories, split_category
from nomina.runs import label_images
from nomina.teach import allow_several, label


def said(library: Library, name: str) -> dict[int, bool]:
    """What a person said of pictures, for one category."""
    labels = library.store.labels(category_id=category_named(library, name).id)
    return {each.image_id: each.accepted for each in labels if each.origin is Origin.PERSON}


@pytest.fixture
def ids(library: Library, pictures: list[Path]) -> list[int]:
    return add(library, *pictures).new


def test_a_category_is_made_of_pictures_in_one_step(library: Library, ids: list[int]) -> None:
    before = truth(library)
    parent = category(library, "animal")
    change = category_of(library, "  grey   heron ", ids[:3], parent=parent.id)
    assert change.name == "Make “grey heron” of 3 pictures"
    assert said(library, "grey heron") == dict.fromkeys(ids[:3], True)
    assert category_named(library, "grey heron").parent == parent.id
    library.undo()
    library.undo()
    assert truth(library) == before
    with pytest.raises(NotFound):
        category_of(library, "heron", [ids[0], 9999])
    assert truth(library) == before, "nothing is kept of a step that fails"


def test_merging_carries_everything_over_and_undo_brings_both_back(library: Library, ids: list[int]) -> None:
    sofa = category(library, "sofa", description="a soft seat", unlike=["bench"])
    couch = category(library, "couch", synonyms=["settee", "Sofa bed"], unlike=["sofa", "chair"])
    child = category(library, "chaise", parent=couch.id)
    label(library, ids[:2], sofa.id)
    label(library, ids[2:5], couch.id)
    label(library, ids[3:4], sofa.id, accepted=False)  # a couch, so it was no sofa
    label(library, ids[6:8], couch.id, accepted=False)
    before, scores = truth(library), columns(library)
    assert merge_categories(library, couch.id, sofa.id).name == "Merge “couch” into “sofa”"
    merged = category_named(library, "sofa")
    assert said(library, "sofa") == dict.fromkeys(ids[:5], True) | dict.fromkeys(ids[6:8], False)
    assert merged.synonyms == ("couch", "settee", "Sofa bed")
    assert (merged.description, merged.unlike) == ("a soft seat", ("bench", "chair"))
    assert library.store.category(child.id).parent == sofa.id
    assert [each.name for each in library.store.categories()] == ["sofa", "chaise"]
    library.undo()
    assert (truth(library), columns(library)) == (before, scores)


def test_what_lay_above_may_be_merged_into_what_lay_below_it(library: Library) -> None:
    top = category(library, "animal")
    bird = category(library, "bird", parent=top.id)
    water = category(library, "water bird", parent=bird.id)
    heron = category(library, "heron", parent=water.id)
    merge_categories(library, bird.id, heron.id)
    tree = [(depth, each.name) for depth, each in walk(library.store.categories())]
    assert tree == [(0, "animal"), (1, "heron"), (2, "water bird")]


def test_a_run_s_labels_move_with_their_run_and_yield_to_a_person(library: Library, ids: list[int]) -> None:
    red, lime = category(library, "red"), category(library, "lime")
    label(library, [ids[10]], lime.id, accepted=False)
    result(label_images(library, at_least=0.5))
    automatic = [each for each in library.store.labels(category_id=red.id) if each.origin is Origin.AUTO]
    assert ids[10] in {each.image_id for each in automatic}, "a red picture that is no lime"
    merge_categories(library, red.id, lime.id)
    kept = {each.image_id: each for each in library.store.labels(category_id=lime.id)}
    assert not kept[ids[10]].accepted, "a person's word stands"
    moved = [each for each in automatic if each.image_id != ids[10]]
    assert moved
    assert all(kept[each.image_id].run_id == each.run_id for each in moved)


def test_rows_that_came_in_a_pack_are_merged_too(library: Library) -> None:
    a, b = category(library, "a"), category(library, "b")
    rows = np.eye(3, library.spec.dimension, dtype=np.float32)
    with library.step("take"):
        for row, for_a, for_b in zip(rows, (True, True, False), (False, None, False), strict=True):
            library.store.put_given(a.id, library.spec.id, row, for_a)
            if for_b is not None:
                library.store.put_given(b.id, library.spec.id, row, for_b)
    before = truth(library)
    merge_categories(library, a.id, b.id)
    assert [library.store.given_as(b.id, library.spec.id, row) for row in rows] == [True, True, False]
    library.undo()
    assert truth(library) == before


def test_splitting_moves_examples_and_shares_rejects(library: Library, ids: list[int]) -> None:
    top = category(library, "thing")
    bird = category(library, "bird", parent=top.id)
    label(library, ids[:6], bird.id)
    label(library, ids[8:10], bird.id, accepted=False)
    before = truth(library)
    assert split_category(library, bird.id, "owl", ids[4:6]).name == "Split “owl” from “bird”"
    assert said(library, "bird") == dict.fromkeys(ids[:4], True) | dict.fromkeys(ids[8:10], False)
    assert said(library, "owl") == dict.fromkeys(ids[4:6], True) | dict.fromkeys(ids[8:10], False)
    assert category_named(library, "owl").parent == top.id
    library.undo()
    assert truth(library) == before


def test_what_cannot_be_is_said_in_a_sentence(library: Library, ids: list[int]) -> None:
    red = category(library, "red")
    label(library, ids[:2], red.id)
    before = truth(library)
    for act, sentence in (
        (lambda: merge_categories(library, red.id, red.id), "“red” cannot be merged with itself."),
        (lambda: split_category(library, red.id, "wine", ids[:2]), "none would be left"),
        (lambda: split_category(library, red.id, "wine", ids[2:3]), "These are not examples of “red”."),
        (lambda: split_category(library, red.id, "wine", []), "These are not examples of “red”."),
        (lambda: split_category(library, red.id, "RED ", ids[:1]), "There is a category “red” already."),
        (lambda: category_of(library, "\0", ids[:1]), "characters that cannot be shown"),
        (lambda: category_of(library, "x" * 300, ids[:1]), "300 characters"),
        (lambda: mark_category(library, red.id, colour="reddish"), "is no colour"),
        (lambda: mark_category(library, red.id, digit=12), "There is no key 12."),
        (lambda: change_category(library, red.id, unlike=["Red"]), "cannot be both"),
        (lambda: change_category(library, red.id, unlike=[" "]), "The name is empty."),
    ):
        with pytest.raises(BadInput) as error:
            act()
        assert sentence in str(error.value)
    with pytest.raises(NotFound):
        merge_categories(library, red.id, 99)
    assert truth(library) == before


def test_a_key_that_is_given_to_another_is_swapped(library: Library) -> None:
    red, blue = category(library, "red"), category(library, "blue")
    before = truth(library)
    mark_category(library, blue.id, digit=1, colour="#0072b2")
    assert [(each.name, each.digit, each.colour) for each in library.store.categories()] == [
        ("red", 2, ""),
        ("blue", 1, "#0072B2"),
    ]
    library.undo()
    assert truth(library) == before
    mark_category(library, red.id, digit=0)
    assert [each.digit for each in library.store.categories()] == [None, 2]
    assert library.store.category(red.id).colour == ""


LABELS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 2), st.booleans()), max_size=14)


@examples(10)
@given(labels=LABELS, parents=st.permutations([None, 0, 1]), pair=st.permutations([0, 1, 2]), several=st.booleans())
def test_any_merge_keeps_every_is_and_the_tree_and_is_undone_to_the_last_byte(
    pictures: list[Path], labels: list[tuple[int, int, bool]], parents: list[int | None], pair: list[int], several: bool
) -> None:
    with in_memory() as library:
        ids = add(library, *pictures[:8]).new
        allow_several(library, several)
        made = [category(library, name) for name in ("red", "lime", "blue")]
        for child, parent in enumerate(parents):
            if parent is not None and parent < child:
                move_category(library, made[child].id, made[parent].id)
        for picture, which, accepted in labels:
            label(library, [ids[picture]], made[which].id, accepted=accepted)
        source, target, third = (made[i] for i in pair)
        was = [said(library, each.name) for each in (source, target)]
        before, other = truth(library), library.scores.column(third.id).tobytes()
        told = preview(library, lambda library: merge_categories(library, source.id, target.id))
        assert truth(library) == before
        merge_categories(library, source.id, target.id)
        now = said(library, target.name)
        assert {picture for picture, yes in now.items() if yes} == {i for each in was for i, yes in each.items() if yes}
        assert set(now) == set(was[0]) | set(was[1])
        assert library.scores.column(third.id).tobytes() == other
        assert len(list(walk(library.store.categories()))) == 2, "the tree is whole"
        assert told.confirmed <= len(was[0]), "only pictures of the one that goes get another name"
        library.undo()
        assert truth(library) == before


@examples(8)
@given(part=st.sets(st.integers(0, 5), min_size=1, max_size=5))
def test_splitting_and_merging_again_is_as_if_nothing_had_been(pictures: list[Path], part: set[int]) -> None:
    with in_memory() as library:
        ids = add(library, *pictures[:10]).new
        red = category(library, "red", words=False)
        label(library, ids[:6], red.id)
        label(library, ids[6:8], red.id, accepted=False)
        before = library.store.labels(), library.scores.column(red.id).tobytes()
        split_category(library, red.id, "batch 7", [ids[i] for i in part])
        new = category_named(library, "batch 7")
        change_category(library, new.id, words=False)
        merge_categories(library, new.id, red.id)
        assert (library.store.labels(), library.scores.column(red.id).tobytes()) == before


class AnyMixWithReshaping(AnyMixOfVerbs):
    """Categories are also merged, split and marked, between all other verbs."""

    @precondition(lambda self: self.library.store.categories())
    @rule(data=st.data())
    def merge_two(self, data: st.DataObject) -> None:
        with suppress(NotFound, BadInput):
            merge_categories(self.library, self.a_category(data), self.a_category(data))
        self.did()

    @precondition(lambda self: self.library.store.categories())
    @rule(data=st.data(), name=NAMES)
    def split_one(self, data: st.DataObject, name: str) -> None:
        with suppress(NotFound, BadInput):
            of = self.a_category(data)
            examples = [each.image_id for each in self.library.store.labels(category_id=of) if each.accepted]
            split_category(self.library, of, name, examples[: len(examples) // 2])
        self.did()

    @precondition(lambda self: self.library.store.categories())
    @rule(data=st.data(), unlike=st.lists(NAMES, max_size=2), digit=st.integers(0, 9))
    def say_what_it_is_not_and_mark_it(self, data: st.DataObject, unlike: list[str], digit: int) -> None:
        with suppress(NotFound, BadInput):
            change_category(self.library, self.a_category(data), unlike=unlike)
        self.did()
        with suppress(NotFound):
            mark_category(self.library, self.a_category(data), colour="#0072B2", digit=digit)
        self.did()


def test_any_mix_of_verbs_with_merges_and_splits_undoes_and_redoes_to_the_last_byte(pictures: list[Path]) -> None:
    AnyMixWithReshaping.pictures = pictures
    run_state_machine_as_test(AnyMixWithReshaping, settings=examples(8))


def test_a_folder_becomes_a_category_in_one_step(library: Library, pictures: list[Path]) -> None:
    known = add(library, pictures[0])
    before = truth(library)
    change = result(category_of_folder(library, "all of them", pictures[0].parent))
    assert change.name == "Make “all of them” of a folder"
    assert len(said(library, "all of them")) == len(library.store.images()) > len(known.files)
    library.undo()
    assert truth(library) == before
    library.redo()
    assert len(said(library, "all of them")) == len(library.store.images())
    read = len(library.store.images())
    with pytest.raises(BadInput):
        result(category_of_folder(library, "all of them", pictures[0].parent / "more"))
    assert len(library.store.images()) == read
