"""The review queue, the estimate of accuracy, and labels that may be wrong."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.helpers import COLOURS, CountingEncoder, add, category, in_memory, result, save_many, truth
from tests.properties import examples

from nomina.calibrate import leave_one_out
from nomina.categories import change_category, move_category
from nomina.doctor import diagnose
from nomina.domain import Origin, Rows
from nomina.errors import BadInput, NominaError
from nomina.library import Library
from nomina.mislabelled import label_errors, label_report
from nomina.review import BY_CHANCE, Question, Reason, accuracy_estimate, review_queue, wilson
from nomina.runs import label_images
from nomina.teach import allow_several, label, reject, unlabel
from nomina.testing import save_picture


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Sixty pictures of ten colours and five categories, nothing labelled. Who writes undoes."""
    with in_memory() as library:
        add(library, *save_many(tmp_path_factory.mktemp("sixty"), 60))
        for name in COLOURS[:5]:
            category(library, name)
        yield library


@pytest.fixture
def sixty(shared: Library) -> Iterator[Library]:
    before = len(shared.history.done)
    yield shared
    while len(shared.history.done) > before:
        shared.undo()


def colour_of(library: Library, image_id: int) -> str:
    (image,) = library.store.images([image_id])
    assert image.path is not None
    return image.path.stem.split("-")[1]


def id_of(library: Library, name: str) -> int:
    found = library.store.category_named(name)
    assert found is not None
    return found.id


def pictures_of(library: Library, name: str) -> list[int]:
    return [i for i in library.scores.ids.tolist() if colour_of(library, i) == name]


# The queue -------------------------------------------------------------------------------------------------------


def test_asks_for_one_of_each_kind_before_a_second_of_any(sixty: Library) -> None:
    """Ten colours, five of them categories: the first ten that are not drawn by chance are of ten colours."""
    asked = [q for q in review_queue(sixty, 12) if q.reason is not Reason.CHANCE][:10]
    assert len({colour_of(sixty, q.image_id) for q in asked}) >= 9


def test_a_category_with_few_examples_comes_before_one_with_many(sixty: Library) -> None:
    """By doubt and nearness alone blue is asked first: an example more is worth a third to it."""
    left = [pictures_of(sixty, name)[-1] for name in ("lime", "blue")]
    for name, count in (("lime", 1), ("blue", 5)):
        label(sixty, pictures_of(sixty, name)[:count], id_of(sixty, name))
    assert [colour_of(sixty, q.image_id) for q in review_queue(sixty, 2, among=left)] == ["lime", "blue"]


def test_is_the_same_each_time_and_changes_nothing(sixty: Library) -> None:
    before = truth(sixty)
    assert review_queue(sixty, 25) == review_queue(sixty, 25)
    assert truth(sixty) == before


def test_a_longer_queue_begins_with_the_shorter(sixty: Library) -> None:
    assert review_queue(sixty, 30)[:7] == review_queue(sixty, 7)


def test_answering_one_at_a_time_asks_all_and_then_nothing(sixty: Library) -> None:
    red, asked = id_of(sixty, "red"), []
    for _ in range(60):
        (question,) = review_queue(sixty, 1)
        asked.append(question)
        label(sixty, [question.image_id], red)
    assert review_queue(sixty, 1) == []
    assert sorted(q.image_id for q in asked) == sixty.scores.ids.tolist()
    assert sum(q.reason is Reason.CHANCE for q in asked) == 60 // BY_CHANCE


def test_a_count_larger_than_the_library_gives_each_picture_once(sixty: Library) -> None:
    assert sorted(q.image_id for q in review_queue(sixty, 500)) == sixty.scores.ids.tolist()
    assert len(review_queue(sixty, 500, among=[1, 2, 3, 999])) == 3
    assert review_queue(sixty, among=[]) == []


decisions = st.lists(st.tuples(st.integers(0, 59), st.integers(0, 4), st.booleans()), max_size=40)


@given(decisions)
@examples(8)
def test_never_asks_what_a_person_decided_nor_suggests_what_a_person_ruled_out(
    sixty: Library, given: list[tuple[int, int, bool]]
) -> None:
    before = len(sixty.history.done)
    ids, kinds = sixty.scores.ids.tolist(), [each.id for each in sixty.store.categories()]
    for row, kind, accepted in given:
        label(sixty, [ids[row]], kinds[kind], accepted=accepted)
    said = {(each.image_id, each.category_id): each.accepted for each in sixty.store.labels()}
    done = {image_id for (image_id, _), accepted in said.items() if accepted}
    for question in review_queue(sixty, 60):
        assert question.image_id not in done
        for suggested in (question.category_id, question.second_id):
            assert (question.image_id, suggested) not in said
    while len(sixty.history.done) > before:
        sixty.undo()


def test_what_is_ruled_out_everywhere_is_not_asked(sixty: Library) -> None:
    image_id = int(sixty.scores.ids[0])
    reject(sixty, {each.id: [image_id] for each in sixty.store.categories()})
    assert image_id not in [q.image_id for q in review_queue(sixty, 60)]


def test_ruling_out_a_parent_rules_out_what_lies_below(sixty: Library) -> None:
    red, lime = id_of(sixty, "red"), id_of(sixty, "lime")
    move_category(sixty, red, lime)
    image_id = pictures_of(sixty, "yellow")[0]
    reject(sixty, {lime: [image_id]})
    (question,) = review_queue(sixty, 1, among=[image_id])
    assert {question.category_id, question.second_id}.isdisjoint({red, lime})


def test_what_a_run_said_is_still_asked(sixty: Library) -> None:
    result(label_images(sixty, at_least=0.0))
    assert any(each.origin is Origin.AUTO for each in sixty.store.labels())
    assert len(review_queue(sixty, 60)) == 60


def test_the_reasons_are_what_they_say(sixty: Library) -> None:
    for name in COLOURS[:5]:
        label(sixty, pictures_of(sixty, name)[:3], id_of(sixty, name))
    by_colour: dict[str, set[Reason]] = {}
    for question in review_queue(sixty, 60):
        if question.reason is not Reason.CHANCE:
            by_colour.setdefault(colour_of(sixty, question.image_id), set()).add(question.reason)
    assert by_colour["blue"] == {Reason.TYPICAL}
    assert by_colour["black"] == {Reason.NEW}


def test_a_library_of_several_asks_for_each_category_by_itself(sixty: Library) -> None:
    allow_several(sixty, True)
    questions = review_queue(sixty, 60)
    assert len(questions) == 60
    assert all(question.category_id is not None for question in questions)


# Bad input -------------------------------------------------------------------------------------------------------


def test_nothing_there_gives_nothing(library: Library, pictures: list[Path]) -> None:
    assert review_queue(library) == []
    assert label_errors(library) == []
    assert accuracy_estimate(library).share is None
    add(library, *pictures)
    questions = review_queue(library, 5)
    assert [(q.category_id, q.second_id, q.reason) for q in questions] == [(None, None, Reason.NEW)] * 5


def test_counts_below_one_are_refused(library: Library) -> None:
    for verb in (review_queue, label_errors):
        with pytest.raises(BadInput, match="are none"):
            verb(library, 0)


def test_one_category_without_words_and_one_example(library: Library, pictures: list[Path]) -> None:
    ids = add(library, *pictures).new
    red = category(library, "red", words=False)
    assert {q.category_id for q in review_queue(library, 40)} == {None}
    label(library, ids[:1], red.id)
    questions = review_queue(library, 40)
    assert len(questions) == 39
    assert {q.category_id for q in questions} == {red.id}
    assert {q.second_id for q in questions} == {None}
    assert label_errors(library) == [], "an only example tells nothing of itself"
    assert accuracy_estimate(library).counted == 1


class OddEncoder(CountingEncoder):
    """Rows that are the same for all, zero, or not a number, by the colour of the first pixel."""

    def encode_pixels(self, pixels: object) -> Rows:
        rows = super().encode_pixels(pixels)  # type: ignore[arg-type]
        return np.zeros_like(rows)


def test_rows_of_zeros_are_asked_like_any_other(pictures: list[Path]) -> None:
    with in_memory(OddEncoder()) as library:
        ids = add(library, *pictures).new
        first, second = category(library, "red"), category(library, "lime")
        label(library, ids[:3], first.id)
        label(library, ids[3:5], second.id)
        assert len(review_queue(library, 50)) == 35
        assert len(label_errors(library)) <= 5
        assert 0 <= accuracy_estimate(library).low <= accuracy_estimate(library).high <= 1


def test_rows_that_are_no_numbers_are_asked_and_break_nothing(library: Library, pictures: list[Path]) -> None:
    ids = add(library, *pictures).new
    kind, _ = category(library, "red"), category(library, "lime")
    broken = dict(library.store.image_keys())[ids[0]]
    with np.errstate(invalid="ignore"):
        library.put_derived({broken: np.full(library.spec.dimension, np.nan, np.float32)}, {}, {})
        label(library, ids[10::10], kind.id)
        assert ids[0] in [question.image_id for question in review_queue(library, 50)]
        assert len(review_queue(library, 50)) == 37
        assert label_errors(library) == []
        assert accuracy_estimate(library).counted == 3
        assert diagnose(library, kind.id).examples == 3


def test_identical_pictures_with_contradictory_labels(library: Library, tmp_path: Path) -> None:
    files = [save_picture(tmp_path / f"{i}.png", "red", seed=i, size=(8, 6)) for i in range(12)]
    ids = add(library, *files).new
    first, second = category(library, "red", words=False), category(library, "also red", words=False)
    label(library, ids[:6], first.id)
    label(library, ids[6:], second.id)
    assert review_queue(library) == []
    assert {each.said for each in label_errors(library)} <= {first.id, second.id}
    seen = accuracy_estimate(library)
    assert seen.chance
    assert seen.counted == 12


# Accuracy --------------------------------------------------------------------------------------------------------


def test_the_estimate_counts_the_pictures_drawn_by_chance_once_there_are_ten(sixty: Library) -> None:
    for question in review_queue(sixty, 9):
        label(sixty, [question.image_id], id_of(sixty, "red"))
    assert not accuracy_estimate(sixty).chance
    by_hash = [i for i, _ in sorted(sixty.store.image_keys(), key=lambda key: key[1])]
    known = [i for i in by_hash if colour_of(sixty, i) in COLOURS[:5]]
    for image_id in by_hash[:20]:
        named = colour_of(sixty, image_id) if image_id in known else "red"
        label(sixty, [image_id], id_of(sixty, named))
    seen = accuracy_estimate(sixty)
    assert seen.chance
    assert seen.counted >= 20
    left = leave_one_out(sixty)
    sample = np.isin(left.ids, by_hash[: seen.counted])
    assert seen.right == int((left.scores.argmax(axis=1) == left.truth)[sample].sum())
    unlabel(sixty, [by_hash[0]])
    assert not accuracy_estimate(sixty).chance, "a hole at the front ends the sample"


def test_a_picture_that_is_none_of_these_counts_by_what_would_be_said_of_it(sixty: Library) -> None:
    by_hash = [i for i, _ in sorted(sixty.store.image_keys(), key=lambda key: key[1])]
    front = by_hash[:20]
    unclear = {i for i in front if colour_of(sixty, i) not in COLOURS[:5] and _reaches_none(sixty, i)}
    wrong = next(i for i in front if colour_of(sixty, i) in COLOURS[:5])
    for image_id in front:
        name = colour_of(sixty, image_id)
        if name in COLOURS[:5] and image_id != wrong:
            label(sixty, [image_id], id_of(sixty, name))
        else:
            reject(sixty, {each.id: [image_id] for each in sixty.store.categories()})
    seen = accuracy_estimate(sixty)
    assert seen.chance
    assert seen.counted == 20
    assert 1 <= seen.counted - seen.right <= 1 + len(unclear), "the others are none, and would be told so"
    label(sixty, [wrong], id_of(sixty, colour_of(sixty, wrong)))
    assert accuracy_estimate(sixty).right == seen.right + 1


def _reaches_none(library: Library, image_id: int) -> bool:
    row = int(np.searchsorted(library.scores.ids, image_id))
    none = library.scores.reference.calibration.none
    return any(library.scores.column(each.id)[row] >= none for each in library.store.categories())


def test_a_reject_is_left_out_exactly(sixty: Library) -> None:
    red = id_of(sixty, "red")
    ids = pictures_of(sixty, "red")
    reject(sixty, {red: ids[:3]})
    known = sixty.scores.rejects_left_out(red)
    assert set(known) == set(ids[:3])
    unlabel(sixty, [ids[1]])
    assert known[ids[1]] == sixty.scores.column(red)[np.searchsorted(sixty.scores.ids, ids[1])]


@given(st.integers(0, 500), st.integers(0, 500))
def test_the_interval_holds_the_share_and_narrows_with_the_count(right: int, wrong: int) -> None:
    low, high = wilson(right, right + wrong)
    assert 0 <= low < high <= 1
    if right + wrong:
        assert low - 1e-12 <= right / (right + wrong) <= high + 1e-12
        tighter = wilson(2 * right, 2 * (right + wrong))
        assert tighter[1] - tighter[0] < high - low


def test_the_interval_is_wilsons() -> None:
    """Newcombe 1998, table I: 81 of 263 gives 0.2553 to 0.3662."""
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)


# Wrong labels ----------------------------------------------------------------------------------------------------


def mislabel(library: Library) -> dict[int, int]:
    """Five colours with six examples each, two of them wrong; the wrong ones by image and true category."""
    for name in COLOURS[:5]:
        label(library, pictures_of(library, name), id_of(library, name))
    wrong = {pictures_of(library, name)[at]: id_of(library, name) for name, at in (("red", 2), ("blue", 0))}
    for image_id in wrong:
        label(library, [image_id], id_of(library, "yellow"))
    return wrong


def test_wrong_labels_come_first_with_what_they_look_like(sixty: Library) -> None:
    wrong = mislabel(sixty)
    found = label_errors(sixty, 2)
    assert {each.image_id: each.looks_like for each in found} == wrong
    assert {each.said for each in found} == {id_of(sixty, "yellow")}
    assert found[0].margin >= found[1].margin > 0


def test_labels_of_clear_pictures_are_no_errors(sixty: Library) -> None:
    for name in COLOURS[:5]:
        label(sixty, pictures_of(sixty, name), id_of(sixty, name))
    assert label_errors(sixty) == []


def test_a_parent_a_second_label_and_what_is_ruled_out_are_no_other_category(sixty: Library) -> None:
    wrong = mislabel(sixty)
    red_one, blue_one = wrong
    reject(sixty, {id_of(sixty, "red"): [red_one]})
    assert (red_one, id_of(sixty, "red")) not in _pairs(sixty)
    assert (blue_one, id_of(sixty, "blue")) in _pairs(sixty)
    move_category(sixty, id_of(sixty, "blue"), id_of(sixty, "yellow"))
    assert (blue_one, id_of(sixty, "blue")) not in _pairs(sixty)
    sixty.undo()
    allow_several(sixty, True)
    label(sixty, [blue_one], id_of(sixty, "blue"))
    assert (blue_one, id_of(sixty, "blue")) not in _pairs(sixty)


def _pairs(library: Library) -> set[tuple[int, int]]:
    return {(each.image_id, each.looks_like) for each in label_errors(library)}


def test_the_report_says_what_is_missing(sixty: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BadInput, match="fewer than two"):
        label_report(sixty)
    mislabel(sixty)
    allow_several(sixty, True)
    with pytest.raises(BadInput, match="exclude each other"):
        label_report(sixty)
    sixty.undo()
    monkeypatch.setitem(sys.modules, "cleanlab", None)
    monkeypatch.setitem(sys.modules, "cleanlab.filter", None)
    with pytest.raises(NominaError, match="needs cleanlab") as error:
        label_report(sixty)
    assert "nomina[labels]" in error.value.hint


def test_cleanlab_finds_the_same(sixty: Library) -> None:
    pytest.importorskip("cleanlab", reason="the extra “labels” is not installed")
    wrong = mislabel(sixty)
    report = label_report(sixty)
    assert len(report) == 30
    assert {each.image_id: each.looks_like for each in report[:2]} == wrong
    assert [each.quality for each in report] == sorted(each.quality for each in report)
    issues = {each.image_id for each in report if each.issue}
    assert issues
    assert issues <= set(wrong)


def test_an_encoder_without_words(pictures: list[Path], tmp_path: Path) -> None:
    with in_memory() as library:
        ids = add(library, *pictures).new
        kinds = [category(library, name) for name in COLOURS]
        for each in kinds:
            change_category(library, each.id, words=False)
        for i, each in enumerate(kinds):
            label(library, ids[i:20:10], each.id)
        label(library, [ids[0]], kinds[1].id)
        assert [each.image_id for each in label_errors(library)] == [ids[0]]
        assert all(isinstance(question, Question) for question in review_queue(library, 30))
