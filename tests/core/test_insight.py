"""How a library stands, by its labels: each asked as if it had not been shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.helpers import COLOURS, add, category, in_memory, result, save_many, truth
from tests.properties import examples

from nomina.answer import predict
from nomina.calibrate import Coverage, coverage, leave_one_out
from nomina.categories import add_category, move_category, remove_category
from nomina.domain import Progress, State
from nomina.errors import BadInput
from nomina.insight import ENOUGH, MOST_BINS, Insights, insights
from nomina.library import Library
from nomina.mislabelled import label_errors
from nomina.review import accuracy_estimate
from nomina.runs import label_images
from nomina.teach import allow_several, label, reject, unlabel


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Eighty pictures of ten colours and five categories, nothing labelled. Who writes undoes."""
    with in_memory() as library:
        add(library, *save_many(tmp_path_factory.mktemp("eighty"), 80))
        for name in COLOURS[:5]:
            category(library, name)
        yield library


@pytest.fixture
def eighty(shared: Library) -> Iterator[Library]:
    before = len(shared.history.done)
    yield shared
    while len(shared.history.done) > before:
        shared.undo()


def seen(library: Library) -> Insights:
    return result(insights(library))


def id_of(library: Library, name: str) -> int:
    found = library.store.category_named(name)
    assert found is not None
    return found.id


def pictures_of(library: Library, name: str) -> list[int]:
    images = library.store.images()
    return [image.id for image in images if image.path is not None and image.path.stem.endswith(name)]


def label_all(library: Library, names: tuple[str, ...] = COLOURS[:5]) -> None:
    for name in names:
        label(library, pictures_of(library, name), id_of(library, name))


def test_an_empty_library_stands_nowhere_and_says_what_is_missing(library: Library) -> None:
    found = seen(library)
    assert (found.pictures, found.judged, found.labelled) == (0, 0, 0)
    assert (found.tallies, found.bins, found.confusions, found.suspects, found.coverage) == ((),) * 5
    assert found.missing == ENOUGH
    assert found.accuracy.share is None


def test_pictures_are_counted_by_state_and_category(eighty: Library) -> None:
    label(eighty, pictures_of(eighty, "red")[:3], id_of(eighty, "red"))
    found, believed = seen(eighty), predict(eighty)
    assert sum(found.by_state.values()) == found.pictures == 80
    assert found.by_state[State.YOURS] == 3
    (red,) = [each for each in found.tallies if each.category.name == "red"]
    assert red.yours == 3
    assert red.likely == int((believed.states == 1).sum() and believed.given(0).sum()) - 3
    assert [each.category.name for each in found.tallies] == list(COLOURS[:5])
    assert sum(each.unsure for each in found.tallies) == found.by_state[State.UNSURE]


def test_what_lies_below_a_category_counts_for_it_too(eighty: Library) -> None:
    label(eighty, pictures_of(eighty, "lime")[:2], id_of(eighty, "lime"))
    before = {each.category.name: each.yours for each in seen(eighty).tallies}
    move_category(eighty, id_of(eighty, "lime"), id_of(eighty, "red"))
    after = {each.category.name: each.yours for each in seen(eighty).tallies}
    assert (before["red"], after["red"], after["lime"]) == (0, 2, 2)


def test_too_few_labels_say_how_many_are_missing(eighty: Library) -> None:
    label(eighty, pictures_of(eighty, "red"), id_of(eighty, "red"))
    found = seen(eighty)
    assert (found.judged, found.labelled, found.bins) == (8, 1, ())
    assert found.missing == ENOUGH - 8
    for name in ("purple", "orange"):  # all the same category: nothing to confuse
        label(eighty, pictures_of(eighty, name), id_of(eighty, "red"))
    assert (seen(eighty).judged, seen(eighty).missing) == (24, 1)


def test_bins_hold_every_label_once_and_rise(eighty: Library) -> None:
    label_all(eighty)
    found = seen(eighty)
    assert (found.judged, found.labelled, found.missing) == (40, 5, 0)
    assert sum(each.pictures for each in found.bins) == 40
    assert 2 <= len(found.bins) <= MOST_BINS
    assert [each.confidence for each in found.bins] == sorted(each.confidence for each in found.bins)
    for each in found.bins:
        assert 0 <= each.low <= each.right <= each.high + 1e-9
    assert found.confidence == pytest.approx(sum(each.confidence * each.pictures for each in found.bins) / 40, abs=1e-5)
    assert found.right == sum(round(each.right * each.pictures) for each in found.bins)


def test_what_is_confused_is_said_with_its_pictures(eighty: Library) -> None:
    label_all(eighty)
    wrong = pictures_of(eighty, "blue")[:3]
    label(eighty, wrong, id_of(eighty, "red"))
    found = seen(eighty)
    assert found.confusions[0].image_ids == tuple(wrong)
    assert (found.confusions[0].said, found.confusions[0].looks_like) == (id_of(eighty, "red"), id_of(eighty, "blue"))
    assert found.confusions[0].of == 11
    assert set(wrong) <= set(found.suspects)
    assert found.suspects == tuple(each.image_id for each in label_errors(eighty, 100))
    assert found.right == 37


def test_a_coarser_answer_is_no_confusion(eighty: Library) -> None:
    label_all(eighty)
    wrong = pictures_of(eighty, "blue")[:3]
    label(eighty, wrong, id_of(eighty, "red"))
    move_category(eighty, id_of(eighty, "blue"), id_of(eighty, "red"))
    found = seen(eighty)
    assert found.confusions == ()
    assert found.right == 40, "what lies below the category that was said is right"


def test_it_agrees_with_the_estimate_of_accuracy(eighty: Library) -> None:
    label_all(eighty)
    label(eighty, pictures_of(eighty, "blue")[:3], id_of(eighty, "red"))
    found = seen(eighty)
    assert found.accuracy == accuracy_estimate(eighty)
    assert (found.accuracy.right, found.accuracy.counted) == (found.right, found.judged)


def test_automatic_labels_tell_nothing(eighty: Library) -> None:
    result(label_images(eighty, at_least=0.5))
    assert seen(eighty).judged == 0


def test_an_only_example_of_a_category_without_words_tells_nothing(eighty: Library) -> None:
    label_all(eighty)
    add_category(eighty, "batch 7", words=False)
    label(eighty, pictures_of(eighty, "purple")[:1], id_of(eighty, "batch 7"))
    assert seen(eighty).judged == 40


def test_a_picture_of_several_categories_is_judged_once(eighty: Library) -> None:
    allow_several(eighty, True)
    label_all(eighty)
    both = pictures_of(eighty, "red")[:2]
    label(eighty, both, id_of(eighty, "blue"))
    found = seen(eighty)
    assert (found.judged, found.right, found.confusions) == (40, 40, ())


def test_it_changes_nothing_and_is_the_same_again(eighty: Library) -> None:
    label_all(eighty)
    before = truth(eighty)
    assert seen(eighty) == seen(eighty)
    assert truth(eighty) == before


def test_a_category_that_goes_meanwhile_does_no_harm(eighty: Library) -> None:
    label_all(eighty)
    verb = insights(eighty)
    assert isinstance(next(verb), Progress)
    remove_category(eighty, id_of(eighty, "red"))
    assert result(verb).judged == 32


# Coverage of the sets --------------------------------------------------------------------------------------------


def by_hand(library: Library, level: float) -> dict[tuple[int, int | None], tuple[int, int]]:
    """Covered and counted, by taking each score out and looking for the threshold again."""
    left, found = leave_one_out(library), {}
    for bounds in ((0, 0), (1, 1), (2, 3), (4, 8), (9, None)):
        least, most = bounds
        known, asked = [], []
        for column, category_id in enumerate(left.categories):
            count = library.scores.known_by(category_id)
            if count >= max(1 if most == 0 else 2, least):
                known += library.scores.left_out(category_id, most).tolist()
            if least <= count - 1 and (most is None or count - 1 <= most):
                asked += left.scores[left.truth == column, column].tolist()
        covered = 0
        for score in asked:
            rest = sorted(known)
            rest.remove(score)
            rank = int((1 - level) * (len(rest) + 1) + 1e-9)
            covered += rank < 1 or score >= rest[rank - 1]
        if asked:
            found[bounds] = (covered, len(asked))
    return found


@examples(6)
@given(st.lists(st.integers(0, 8), min_size=5, max_size=5), st.sampled_from([0.6, 0.8, 0.9]))
def test_coverage_is_what_taking_each_score_out_gives(shared: Library, counts: list[int], level: float) -> None:
    before = len(shared.history.done)
    for name, count in zip(COLOURS[:5], counts, strict=True):
        more = pictures_of(shared, COLOURS[-1])[:3] if count > 7 else []
        label(shared, pictures_of(shared, name)[:count] + more, id_of(shared, name))
    found = result(coverage(shared, level))
    expected = by_hand(shared, level)
    while len(shared.history.done) > before:
        shared.undo()
    assert {(each.least, each.most): (each.covered, each.counted) for each in found} == expected


def test_sets_hold_the_right_category_about_as_often_as_they_promise(eighty: Library) -> None:
    label_all(eighty)
    found = result(coverage(eighty, 0.9))
    assert [(each.least, each.most) for each in found] == [(4, 8)]
    (each,) = found
    assert each.told
    assert each.counted == each.rests_on == 40
    assert each.covered / each.counted == pytest.approx(0.9, abs=0.05)
    assert 0.9 <= each.size < 2


def test_with_few_labels_nothing_is_ruled_out(eighty: Library) -> None:
    label(eighty, pictures_of(eighty, "red")[:3], id_of(eighty, "red"))
    (each,) = result(coverage(eighty, 0.9))
    assert each == Coverage(2, 3, 3, 3, each.size, 3, False)
    reject(eighty, {id_of(eighty, "blue"): pictures_of(eighty, "red")[:1]})
    unlabel(eighty, pictures_of(eighty, "red"))
    assert result(coverage(eighty, 0.9)) == ()


def test_a_level_that_is_none_is_refused(eighty: Library) -> None:
    with pytest.raises(BadInput):
        result(coverage(eighty, 1.0))


def test_sizes_count_what_is_not_ruled_out(eighty: Library, tmp_path: Path) -> None:
    label_all(eighty)
    (each,) = result(coverage(eighty, 0.9))
    assert each.size == pytest.approx(each.covered / each.counted, abs=0.2), "colours are told apart"
    assert np.isfinite(each.size)
