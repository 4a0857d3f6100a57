"""Folder, date, camera and place as evidence: only where they are switched on, exactly, each category by itself."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.helpers import COLOURS, add, category, columns, in_memory, opened, save_many, score, truth
from tests.properties import examples

from nomina import circumstances
from nomina.answer import predict
from nomina.calibrate import leave_one_out, temperature, thresholds
from nomina.circumstances import DOUBT, KINDS, MOST, Backdrop, Circumstance, Circumstances, tell
from nomina.domain import Facts
from nomina.errors import BadInput
from nomina.evaluate.product import taken_back
from nomina.library import Library
from nomina.priors import circumstances_counted, count_circumstances, ignore_circumstances, worth_of_circumstances
from nomina.review import review_queue
from nomina.ring import followers
from nomina.teach import label, unlabel
from nomina.testing import save_picture
from nomina.why import explain

HEAT = 1.0
"""The temperature of the colours."""


@pytest.fixture(scope="module")
def albums(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four folders of ten pictures, each of ten colours in turn. Read only."""
    home = tmp_path_factory.mktemp("albums")
    for number, name in enumerate(("sea", "zoo", "home", "trip")):
        save_many(home / name, 10, first=10 * number)
    return home


def lived(library: Library, albums: Path) -> list[int]:
    """Add the pictures, and let every second one tell when, with what and where it was taken."""
    ids = add(library, albums).new
    images = library.store.images(ids)
    facts = {}
    for i, image in enumerate(images):
        assert image.path is not None
        month = {"sea": 7, "zoo": 5, "home": 12, "trip": 7}[image.path.parent.name]
        told = (f"2025-{month:02}-{1 + i % 3:02}T{6 + i % 12:02}:00:00", f"Camera {i % 2}", 48.0 + month, 11.0)
        facts[image.hash] = Facts(*told) if i % 2 else Facts()
    library.put_derived({}, {}, facts)
    return ids


@pytest.fixture(scope="module")
def twins(albums: Path) -> Iterator[tuple[Library, Library]]:
    """Two libraries with the same pictures and no more. Whoever writes takes it back."""
    with in_memory() as one, in_memory() as other:
        lived(one, albums), lived(other, albums)
        yield one, other


@pytest.fixture
def life(library: Library, albums: Path) -> Library:
    """The pictures, and three categories without labels."""
    lived(library, albums)
    for name in COLOURS[:3]:
        category(library, name)
    return library


def ids_of(library: Library, folder: str) -> list[int]:
    return [image.id for image in library.store.images() if image.path is not None and image.path.parent.name == folder]


def named(library: Library, name: str) -> int:
    return next(each.id for each in library.store.categories() if each.name == name)


# What counts -----------------------------------------------------------------------------------------------------


def test_the_folder_of_the_examples_speaks_for_the_others_in_it(life: Library) -> None:
    red, sea = named(life, "red"), ids_of(life, "sea")
    label(life, sea[:4], red)
    before = life.scores.column(red)
    count_circumstances(life)
    gain = life.scores.column(red) - before
    rows = {folder: np.isin(life.scores.ids, ids_of(life, folder)) for folder in ("sea", "zoo", "home", "trip")}
    assert gain[rows["sea"]].min() > 0
    assert gain[rows["sea"]].min() > 0.6
    assert gain[rows["sea"]].mean() > gain[rows["trip"]].mean() > gain[rows["home"]].mean(), "the same month"
    assert gain.min() >= 0, "nobody labels folders evenly, so that none speaks against"
    assert gain.max() <= HEAT * MOST + 1e-5, "what a picture shows can always stand against them"
    blue = named(life, "blue")
    assert life.scores.column(blue).tobytes() == columns_off(life)["blue"]


def columns_off(library: Library) -> dict[str, bytes]:
    """The scores without circumstances."""
    ignore_circumstances(library)
    found = columns(library)
    library.undo()
    return found


def test_a_picture_that_tells_nothing_else_is_judged_by_its_folder_alone(life: Library) -> None:
    red, sea = named(life, "red"), ids_of(life, "sea")
    label(life, sea[:4], red)
    count_circumstances(life)
    silent = sea[4]  # the fifth picture tells nothing
    (spoken,) = explain(life, silent, red).circumstances
    assert (spoken.kind, spoken.among_examples, spoken.examples) == (Circumstance.FOLDER, 4, 4)
    assert spoken.anywhere == 0.25
    assert spoken.amount == pytest.approx(HEAT * math.log((4 + DOUBT) / (4 * 0.25 + DOUBT)))


def test_why_names_them_and_all_parts_add_up(life: Library) -> None:
    red, sea = named(life, "red"), ids_of(life, "sea")
    label(life, sea[:3], red)
    label(life, sea[5:6], red, accepted=False)
    assert explain(life, sea[7], red).circumstances == ()
    count_circumstances(life)
    for image_id in (sea[7], sea[8]):
        found = explain(life, image_id, red)
        amounts = [each.amount for each in found.circumstances]
        assert amounts
        parts = [found.words, found.unlike, *(vote.amount for vote in (*found.examples, *found.rejects)), *amounts]
        assert sum(parts) == pytest.approx(found.score, abs=1e-4)
        assert amounts == sorted(amounts, reverse=True)
        assert min(amounts) > 0


# Invariants ------------------------------------------------------------------------------------------------------


def test_without_labels_and_without_them_scores_are_as_they_were_to_the_last_bit(life: Library) -> None:
    before, said = columns(life), truth(life)
    count_circumstances(life)
    assert columns(life) == before, "nobody has labelled anything"
    label(life, ids_of(life, "sea")[:2], named(life, "red"))
    with_them = columns(life)
    ignore_circumstances(life)
    assert columns(life)["red"] != with_them["red"]
    assert {**columns(life), "red": b""} == {**before, "red": b""}
    for _ in range(3):
        life.undo()
    assert (truth(life), columns(life)) == (said, before)


ACTS = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 39), st.sampled_from(["yes", "no", "forget"])), max_size=12)


@examples(10)
@given(acts=ACTS)
def test_a_label_moves_its_own_category_only_and_goes_without_a_trace(
    twins: tuple[Library, Library], acts: list[tuple[int, int, str]]
) -> None:
    """Whatever was labelled and forgotten, in whatever order: scores are those of the labels that are left."""
    library, fresh = twins
    with taken_back(library), taken_back(fresh):
        for each in twins:
            for name in COLOURS[:3]:
                category(each, name)
            count_circumstances(each)
        ids = [image_id for image_id, _ in library.store.image_keys()]
        made = [each.id for each in library.store.categories()]
        for column, row, what in acts:
            before = columns(library)
            if what == "forget":
                unlabel(library, [ids[row]], made[column])
            else:
                label(library, [ids[row]], made[column], accepted=what == "yes")
            after = columns(library)
            others = {each.category_id for each in library.store.labels() if each.image_id == ids[row]}
            changed = {name for name in after if after[name] != before[name]}
            allowed = {COLOURS[column]}
            if what == "yes" and not library.store.several():  # it was taken from another
                allowed |= {name for name in COLOURS[:3] if named(library, name) not in others}
            assert changed <= allowed
        for each in sorted(library.store.labels(), key=lambda each: -each.image_id):
            label(fresh, [each.image_id], each.category_id, accepted=each.accepted)
        assert columns(fresh) == columns(library)


def test_pictures_that_come_later_change_nothing_and_say_nothing_until_they_are_counted(
    life: Library, tmp_path: Path
) -> None:
    red = named(life, "red")
    label(life, ids_of(life, "sea")[:4], red)
    count_circumstances(life)
    before = life.scores.column(red)
    new = add(life, *save_many(tmp_path / "new", 5, first=100)).new
    assert life.scores.column(red)[:40].tobytes() == before.tobytes()
    counted = circumstances_counted(life)
    assert counted is not None
    assert (counted.images, counted.uncounted) == (40, 5)
    label(life, new[:3], red)
    assert explain(life, new[4], red).circumstances == (), "nobody knows how common that folder is"
    count_circumstances(life)
    assert explain(life, new[4], red).circumstances[0].amount > 0
    counted = circumstances_counted(life)
    assert counted is not None
    assert counted.uncounted == 0


@examples(10)
@given(
    examples=st.lists(st.integers(0, 39), min_size=1, max_size=12, unique=True), others=st.none() | st.integers(0, 8)
)
def test_leave_one_out_is_the_score_without_that_label(
    twins: tuple[Library, Library], examples: list[int], others: int | None
) -> None:
    """To the last bit, also where only the next ones in the ring are shown; without labels it is the words' score."""
    library, _ = twins
    with taken_back(library):
        ids = [image_id for image_id, _ in library.store.image_keys()]
        red = category(library, "red").id
        chosen = sorted(ids[i] for i in examples)
        label(library, chosen, red)
        count_circumstances(library)
        left = library.scores.left_out(red, others)
        for i, image_id in enumerate(chosen):
            shown = len(chosen) - 1 if others is None else min(others, len(chosen) - 1)
            ring = [chosen[j] for j in followers(len(chosen), shown)[i].tolist()]
            with taken_back(library):
                unlabel(library, chosen)
                label(library, ring, red)
                assert np.float32(score(library, image_id, red)) == left[i]


def test_what_rests_on_labels_goes_on(library: Library, tmp_path: Path) -> None:
    """Three albums of pictures that look alike: what they show tells nothing, the folder does."""
    life = library
    for number, name in enumerate(("sea", "zoo", "home", "trip")):
        for i in range(10):
            save_picture(tmp_path / "p" / name / f"{i}.png", "grey", seed=10 * number + i, size=(8, 6))
    lived(life, tmp_path / "p")
    for name in ("sea", "zoo", "home"):
        label(life, ids_of(life, name), category(life, name, words=False).id)
    count_circumstances(life)
    assert len(leave_one_out(life).ids) == 30
    assert 0.1 <= temperature(life) <= 4.0
    assert np.isfinite(thresholds(life, 0.8).scores).all()
    assert len(review_queue(life, 5)) == 5
    worth, before = worth_of_circumstances(life), truth(life)
    assert worth.pictures == 30, "nobody labelled the trip"
    assert worth.with_them > worth.without + 5
    assert truth(life) == before
    ignore_circumstances(life)
    assert worth_of_circumstances(life) == worth


def test_too_few_labels_tell_nothing_and_no_pictures_cannot_be_counted(library: Library, life: Library) -> None:
    with pytest.raises(BadInput, match="0 labels are too few"):
        worth_of_circumstances(life)
    with in_memory() as empty, pytest.raises(BadInput, match="no pictures whose folders"):
        count_circumstances(empty)


def test_a_picture_that_the_library_does_not_have_is_judged_as_if_it_had(life: Library) -> None:
    red, sea = named(life, "red"), ids_of(life, "sea")
    label(life, sea[:4], red)
    count_circumstances(life)
    known = life.circumstances
    assert known is not None
    for image_id in (sea[4], sea[5], ids_of(life, "home")[3]):
        at = int(np.searchsorted(life.scores.ids, image_id))
        row = life.scores.placed(np.array([image_id], np.int64))
        assert life.scores.score_one(red, row, known.of_one(life.told()[at])) == score(life, image_id, red)


def test_they_are_kept_with_the_library(tmp_path: Path, albums: Path) -> None:
    with opened(tmp_path / "home") as library:
        lived(library, albums)
        label(library, ids_of(library, "sea")[:3], category(library, "red").id)
        count_circumstances(library)
        before = columns(library)
    with opened(tmp_path / "home") as library:
        assert columns(library) == before
        assert (predict(library).scores[:, 0] == np.frombuffer(before["red"], np.float32)).all()


# Circumstances ---------------------------------------------------------------------------------------------------


def test_what_a_picture_tells() -> None:
    assert tell("/a/b", "2026-01-31T17:05:09+01:00", "Canon", -0.01, 12.34) == (
        *("/a/b", "2026-01-31", "01", "12", "Canon", "-1,246"),
    )
    assert tell("", None, None, None, None) == (None,) * len(KINDS)
    assert tell("/a", "2026-01-31", None, 1.0, None) == ("/a", "2026-01-31", "01", None, None, None)


@given(
    st.lists(
        st.tuples(
            st.text(st.characters(exclude_characters="\0"), max_size=5),
            st.none() | st.dates().map(lambda day: f"{day.isoformat()}T12:00:00"),
            st.none() | st.text(max_size=5),
            st.none() | st.floats(-90, 90),
            st.none() | st.floats(-180, 180),
        ),
        max_size=8,
    )
)
def test_any_circumstances_are_counted_and_read_back(facts: list[tuple[str, str, str, float, float]]) -> None:
    told = [tell(*each) for each in facts]
    backdrop = Backdrop.of(told)
    assert Backdrop.from_text(backdrop.to_text()) == backdrop
    known = Circumstances.of(backdrop, told)
    assert known.uncounted(told) == 0
    for row, each in zip(known.codes, told, strict=True):
        assert [None if code < 0 else own[code] for own, code in zip(known.values, row, strict=True)] == [*each]
        np.testing.assert_array_equal(known.of_one(each)[0], row)
    assert all(share.sum() == pytest.approx(1) for share in known.shares if len(share))
    assert circumstances.together(np.zeros((3, len(KINDS)))).tolist() == [0, 0, 0]
