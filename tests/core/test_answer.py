"""What is believed of pictures: a person's word stays, everything else is ranked, sorted and searched."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.helpers import COLOURS, CountingEncoder, add, category, in_memory, opened, result, save_many

from nomina import confidence
from nomina.answer import predict
from nomina.categories import move_category, remove_category
from nomina.confidence import STATES, beliefs, state_of, two_best
from nomina.domain import State
from nomina.errors import BadInput
from nomina.library import Library
from nomina.nearest import search
from nomina.pages import Order, Show, page
from nomina.runs import label_images
from nomina.teach import label, unlabel
from nomina.testing import colour_host


@pytest.fixture
def sorted_library(library: Library, pictures: list[Path]) -> Library:
    """Forty pictures of ten colours, and the first five colours as categories."""
    add(library, *pictures)
    for name in COLOURS[:5]:
        category(library, name)
    return library


@pytest.fixture(scope="module")
def twenty(pictures: list[Path]) -> Iterator[Library]:
    """Twenty pictures, three categories, one label of a person. Read only."""
    with in_memory() as library:
        ids = add(library, *pictures[:20]).new
        red, *_ = [category(library, name) for name in COLOURS[:3]]
        label(library, ids[:1], red.id)
        yield library


def colour_of(path: str | Path) -> str:
    return Path(path).stem.split("-")[1]


def test_pictures_of_a_colour_are_of_its_category(sorted_library: Library, pictures: list[Path]) -> None:
    believed = predict(sorted_library)
    for row, picture in enumerate(pictures):
        best = believed.best(row)
        assert best is not None
        if colour_of(picture) in COLOURS[:5]:
            assert best.name == colour_of(picture)
            assert believed.state(row) is State.LIKELY
            assert believed.confidence[row] > 0.6


def test_black_is_none_of_the_colours_that_are_there(sorted_library: Library, pictures: list[Path]) -> None:
    believed = predict(sorted_library)
    (row, *_) = [row for row, picture in enumerate(pictures) if colour_of(picture) == "black"]
    assert believed.state(row) is State.NONE
    assert believed.none[row] > believed.confidence[row]


def test_what_a_person_said_stays_whatever_the_scores_say(sorted_library: Library) -> None:
    blue = sorted_library.store.category_named("blue")
    assert blue is not None
    was = predict(sorted_library)
    label(sorted_library, [int(was.ids[0])], blue.id)
    believed = predict(sorted_library)
    assert believed.best(0) == sorted_library.store.category(blue.id)
    assert believed.state(0) is State.YOURS
    assert believed.confidence[0] == 1
    assert believed.categories[believed.second[0]].name == "red", "what it would be otherwise"
    unlabel(sorted_library, [int(was.ids[0])], blue.id)
    assert predict(sorted_library).best(0).name == "red"  # type: ignore[union-attr]


def test_what_a_person_ruled_out_never_comes_back(sorted_library: Library) -> None:
    image_id = int(predict(sorted_library).ids[0])
    seen = []
    for _ in range(5):
        best = predict(sorted_library).best(0)
        assert best is not None
        seen.append(best.name)
        label(sorted_library, [image_id], best.id, accepted=False)
    believed = predict(sorted_library)
    assert sorted(seen) == sorted(COLOURS[:5]), "each was best once"
    assert believed.best(0) is None
    assert believed.state(0) is State.NONE
    assert believed.beliefs[0].max() == 0
    assert believed.none[0] == 1


def test_a_label_of_a_run_is_no_person_s_word(sorted_library: Library) -> None:
    before = predict(sorted_library)
    result(label_images(sorted_library, at_least=0.0))
    after = predict(sorted_library)
    assert after.scores.tobytes() == before.scores.tobytes()
    assert (after.states == before.states).all()
    assert State.YOURS not in {after.state(row) for row in range(40)}


def test_a_picture_that_was_not_read_is_unread(tmp_path: Path, pictures: list[Path]) -> None:
    with opened(tmp_path / "library") as library:
        red = category(library, "red")
        ids = add(library, *pictures[:2]).new
        label(library, ids[1:], red.id)
        library.embeddings.drop([image.hash for image in library.store.images()])
    with opened(tmp_path / "library") as library:
        believed = predict(library)
        assert [believed.state(row) for row in (0, 1)] == [State.UNREAD, State.YOURS]
        assert believed.best(0) is None
        assert page(library, Show(state=State.UNREAD)).count == 1


def test_an_empty_library_has_an_empty_page(library: Library) -> None:
    assert page(library).count == 0
    assert page(library).counts == {}
    category(library, "red")
    assert page(library, Show(order=Order.LEAST_SURE)).count == 0
    assert search(library, "red") == []


def test_without_categories_everything_is_none(library: Library, pictures: list[Path]) -> None:
    add(library, *pictures[:3])
    snapshot = page(library)
    assert snapshot.by_state[State.NONE] == 3
    assert snapshot.first.tolist() == [-1] * 3


# Pages -----------------------------------------------------------------------------------------------------------


def test_a_page_is_sorted_as_asked(sorted_library: Library, pictures: list[Path]) -> None:
    assert list(page(sorted_library).paths) == [str(path) for path in pictures]
    least, most = (page(sorted_library, Show(order=order)).confidence for order in (Order.LEAST_SURE, Order.MOST_SURE))
    assert (np.diff(least) >= 0).all()
    assert (np.diff(most) <= 0).all()
    names = [Path(path).name.casefold() for path in page(sorted_library, Show(order=Order.NAME)).paths]
    assert names == sorted(names)


def test_a_category_shows_its_pictures_best_first(sorted_library: Library) -> None:
    blue = sorted_library.store.category_named("blue")
    assert blue is not None
    snapshot = page(sorted_library, Show(category_id=blue.id))
    assert {colour_of(path) for path in snapshot.paths} >= {"blue"}
    column = sorted_library.scores.column(blue.id)
    assert (np.diff(column[np.searchsorted(sorted_library.scores.ids, snapshot.ids)]) <= 0).all()
    assert snapshot.counts[blue.id] == sum(s in (0, 1) for s in snapshot.states.tolist())


@given(
    st.sampled_from([None, *COLOURS[:3]]),
    st.sampled_from([None, *State]),
    st.sampled_from(list(Order)),
    st.sampled_from([None, "red", "blue"]),
)
def test_filters_leave_out_and_never_add(
    twenty: Library, name: str | None, state: State | None, order: Order, words: str | None
) -> None:
    made = {each.name: each.id for each in twenty.store.categories()}
    shown = page(twenty, Show(made.get(name or ""), state, words, order))
    assert len(set(shown.ids.tolist())) == shown.count == len(shown.hashes) == len(shown.paths)
    everything = page(twenty)
    for i, row in enumerate(shown.ids.tolist()):
        assert row in everything.ids
        assert state is None or STATES[shown.states[i]] is state
        assert name is None or shown.categories[shown.first[i]].name == name
    assert (shown.counts, shown.by_state) == (everything.counts, everything.by_state)
    assert sum(everything.by_state.values()) == everything.count == 20


def test_a_category_that_is_gone_shows_everything(sorted_library: Library) -> None:
    blue = sorted_library.store.category_named("blue")
    assert blue is not None
    remove_category(sorted_library, blue.id)
    assert page(sorted_library, Show(category_id=blue.id)).count == 40


# Search ----------------------------------------------------------------------------------------------------------


def test_words_find_the_pictures_they_name(sorted_library: Library) -> None:
    hits = search(sorted_library, "cyan", 4)
    assert {colour_of(hit.path or "") for hit in hits} == {"cyan"}
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert colour_of(page(sorted_library, Show(search="cyan")).paths[0]) == "cyan"
    assert len(search(sorted_library, "cyan", 1000)) == 40


def test_a_picture_finds_those_like_it(sorted_library: Library, pictures: list[Path], tmp_path: Path) -> None:
    hits = search(sorted_library, pictures[7], 4)
    assert hits[0].path == pictures[7]
    assert {colour_of(hit.path or "") for hit in hits} == {"black"}
    (stranger,) = save_many(tmp_path, 1, first=45)
    assert {colour_of(hit.path or "") for hit in search(sorted_library, stranger, 4)} == {colour_of(stranger)}
    assert len(sorted_library.store.image_keys()) == 40, "a picture to search with is not added"


def test_a_search_for_nothing_is_said_in_a_sentence(sorted_library: Library, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="nothing to search for"):
        search(sorted_library, "   ")
    with pytest.raises(BadInput, match="was not read: no such file"):
        search(sorted_library, tmp_path / "nowhere.png")
    (tmp_path / "text.png").write_text("hello")
    with pytest.raises(BadInput, match="not a picture that Nomina can read"):
        search(sorted_library, tmp_path / "text.png")


def test_a_search_follows_what_was_added_and_taken_back(sorted_library: Library, tmp_path: Path) -> None:
    (new,) = save_many(tmp_path, 1, first=45)
    add(sorted_library, new)
    assert search(sorted_library, new, 1)[0].path == new
    sorted_library.undo()
    assert search(sorted_library, new, 1)[0].path != new
    assert len(search(sorted_library, new, 100)) == 40


def test_an_encoder_without_words_sorts_by_pictures_alone(pictures: list[Path]) -> None:
    class Wordless(CountingEncoder):
        spec = CountingEncoder.spec.__class__("wordless@1", "Wordless", 48, None, (0, 48), "cpu")

    encoder = Wordless()
    with in_memory(encoder) as library:
        ids = add(library, *pictures[:20]).new
        red = category(library, "red", synonyms=["crimson"])
        assert (predict(library).first == -1).all()
        label(library, ids[:1], red.id)
        assert predict(library).best(10) == library.store.category(red.id)
        assert search(library, pictures[0], 2)[1].path == pictures[10]
        with pytest.raises(BadInput, match="knows no words"):
            search(library, "red")
    assert encoder.texts == []


# Beliefs ---------------------------------------------------------------------------------------------------------

scores = st.lists(
    st.lists(st.floats(-50, 50, width=32) | st.just(-np.inf), min_size=3, max_size=3), min_size=1, max_size=5
)


@given(scores)
def test_what_is_believed_of_a_picture_adds_up_to_one(rows: list[list[float]]) -> None:
    believed = beliefs(np.array(rows, np.float32), temperature=0.7, none=2.7)
    total = believed.categories.sum(axis=1) + believed.none
    assert np.allclose(total, 1, atol=1e-5)
    assert (believed.categories >= 0).all()
    assert (believed.categories[np.isneginf(np.array(rows))] == 0).all()
    for row, scored in zip(believed.categories, rows, strict=True):
        assert row[int(np.argmax(scored))] == row.max()


@given(st.floats(0, 1, width=32), st.floats(0, 1, width=32), st.floats(0, 1, width=32))
def test_a_state_is_likely_unsure_or_none(best: float, second: float, none: float) -> None:
    second = min(best, second)
    (state,) = (STATES[i] for i in state_of(*(np.array([x], np.float32) for x in (best, second, none))))
    assert state in (State.LIKELY, State.UNSURE, State.NONE)
    if np.float32(none) > np.float32(best):
        assert state is State.NONE
    if state is State.LIKELY:
        assert best >= 0.599


@given(st.integers(0, 40), st.integers(0, 6), st.integers(0, 2**32 - 1))
def test_the_two_best_are_those_of_a_sort(count: int, known: int, seed: int) -> None:
    """Ties, categories that are ruled out, and rows that are no number among them."""
    some = np.array([-np.inf, np.nan, -1.0, 0.0, 0.0, 2.0], np.float32)
    scores = np.random.default_rng(seed).choice(some, (count, known))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(confidence, "AT_ONCE", 7)
        first, second = two_best(scores)
    order = np.argsort(-np.where(np.isnan(scores), -np.inf, scores), axis=1, kind="stable")
    assert (first == (order[:, 0] if known > 0 else -1)).all()
    assert (second == (order[:, 1] if known > 1 else -1)).all()


def test_every_image_gets_its_own_row_however_many_are_placed_at_a_time(
    sorted_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once = sorted_library.scores.placed(sorted_library.scores.ids).pictures.codes
    monkeypatch.setattr("nomina.scores.PLACED_AT_ONCE", 7)
    sorted_library.take_host(colour_host())
    keys, spec = sorted_library.store.image_keys(), sorted_library.spec
    rows, found = sorted_library.embeddings.get(spec.id, [hash for _, hash in keys], spec.dimension)
    assert found.all()
    assert sorted_library.scores.read.all()
    again = sorted_library.scores.placed(sorted_library.scores.ids).pictures.codes
    assert np.array_equal(again, at_once)
    assert np.array_equal(again, sorted_library.reference.place(rows).pictures.codes)


@pytest.mark.parametrize("several", [False, True])
def test_what_is_believed_is_the_same_to_the_last_bit_however_many_rows_are_judged_at_a_time(
    sorted_library: Library, monkeypatch: pytest.MonkeyPatch, several: bool
) -> None:
    first, second = (category.id for category in sorted_library.store.categories()[:2])
    if several:
        with sorted_library.step("Several"):
            sorted_library.store.put_several(True)
    else:
        move_category(sorted_library, second, first)
    at_once = predict(sorted_library)
    monkeypatch.setattr("nomina.answer.JUDGED_AT_ONCE", 7)
    in_blocks = predict(sorted_library)
    for name in ("scores", "beliefs", "none", "first", "second", "confidence", "states"):
        assert getattr(in_blocks, name).tobytes() == getattr(at_once, name).tobytes(), name
    sorted_library.undo()
