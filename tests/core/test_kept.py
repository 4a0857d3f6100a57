"""Placed rows on disk: there at once when a library is opened, and never believed where they do not fit."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from nomina import kept
from nomina.categories import add_category
from nomina.check import Checked, check_library
from nomina.domain import Reading, Rows
from nomina.fixedpoint import quantise
from nomina.kept import ABOUT, KeptRows, look_at
from nomina.library import Library, create_library, open_library
from nomina.reference import Placed, unit
from nomina.sqlite import open_cache
from nomina.testing import DIMENSION, colour_host

SIZE = 50


@pytest.fixture(autouse=True)
def _small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything is kept on disk, under a checksum for every eight rows."""
    monkeypatch.setattr(kept, "ON_DISK", 1)
    monkeypatch.setattr(kept, "BLOCK", 8)


def fill(library: Library, start: int, count: int, letter: str = "a") -> None:
    rows = unit(np.random.default_rng([start, ord(letter)]).normal(size=(count, DIMENSION)).astype(np.float32))
    names = [f"{letter}{start + i:031}" for i in range(count)]
    with library.step("Fill"):
        for name in names:
            library.store.put_image(Reading(Path(name), name, 1, 1, 1, 1))
    library.put_derived(dict(zip(names, rows, strict=True)), {}, {})


def scores(library: Library) -> NDArray[np.float32]:
    return library.scores.column(library.store.categories()[0].id)


def read_anew(folder: Path) -> NDArray[np.float32]:
    """The scores without anything kept."""
    shutil.rmtree(folder / "cache" / "rows", ignore_errors=True)
    with closing(open_library(folder, colour_host())) as library:
        return scores(library)


def read_all(folder: Path) -> NDArray[np.float32]:
    with closing(open_library(folder, colour_host())) as library:
        return scores(library)


def check(folder: Path, *, repair: bool = False) -> Checked:
    """What a check finds in the end."""
    verb = check_library(folder, repair=repair)
    while True:
        try:
            next(verb)
        except StopIteration as stop:
            found: Checked = stop.value
            return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library of 50 pictures and a category whose rows are kept."""
    folder = tmp_path / "library"
    create_library(folder)
    with closing(open_library(folder, colour_host())) as library:
        fill(library, 0, SIZE)
        add_category(library, "red")
        scores(library)
    return folder


def files(folder: Path) -> list[Path]:
    return sorted((folder / "cache" / "rows").glob("*/*"))


def test_what_is_kept_is_not_read_again(folder: Path) -> None:
    with closing(open_library(folder, colour_host())) as library:
        first = scores(library)
    with closing(open_cache(folder / "cache" / "embeddings.db")) as db, db.atomic():
        db.execute("drop trigger row_went")
        db.execute("delete from embedding where key not like 'text:%'")
    with closing(open_library(folder, colour_host())) as library:
        assert (scores(library) == first).all()
        assert library.scores.read.all()
        assert library.scores.wrong == ""


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def flip(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[len(data) // 3] ^= 4
    file.write_bytes(data)


def fill_with_noise(file: Path) -> None:
    file.write_bytes(np.random.default_rng(0).bytes(file.stat().st_size))


@pytest.mark.parametrize("spoil", [cut, flip, fill_with_noise, Path.unlink])
def test_a_file_that_is_cut_short_changed_or_gone_is_never_believed(
    folder: Path, spoil: Callable[[Path], None]
) -> None:
    spoilt = []
    for name in [file.name for file in files(folder)]:
        file = next(each for each in files(folder) if each.name == name)
        spoil(file)
        found = [wrong for _, _, wrong in look_at(folder / "cache")]
        with closing(open_library(folder, colour_host())) as library:
            again, wrong = scores(library), library.scores.wrong
        assert (again == read_anew(folder)).all(), name
        spoilt.append((name, bool(wrong), found))
        assert [each for _, _, each in look_at(folder / "cache")] == [""], "it is whole again"
    assert len(spoilt) == 8
    assert {name for name, told, _ in spoilt if not told} <= {ABOUT}, "without it nothing is kept: there is no word"
    assert all(found != [""] for _, _, found in spoilt), "a check of the library finds it too"


def test_what_another_state_of_the_library_left_is_not_mistaken_for_this_one(folder: Path, tmp_path: Path) -> None:
    """A copy of the truth comes back, and other pictures get the ids that went."""
    copy = tmp_path / "copy.db"
    shutil.copy(folder / "library.db", copy)
    with closing(open_library(folder, colour_host())) as library:
        fill(library, SIZE, 20, "b")
        scores(library)
    shutil.copy(copy, folder / "library.db")
    with closing(open_library(folder, colour_host())) as library:
        fill(library, SIZE, 20, "c")
        assert len(scores(library)) == 70
        found = scores(library)
    assert (found == read_anew(folder)).all()


def test_an_older_list_of_what_is_whole_costs_what_came_since_and_no_more(folder: Path) -> None:
    """As after a crash between the rows and the list."""
    about = next(file for file in files(folder) if file.name == ABOUT)
    before = about.read_bytes()
    with closing(open_library(folder, colour_host())) as library:
        fill(library, SIZE, 20)
        scores(library)
    about.write_bytes(before)
    with closing(open_library(folder, colour_host())) as library:
        found = scores(library)
        assert library.scores.wrong == "", "the rows under the list are as they were"
    assert (found == read_anew(folder)).all()


def test_rows_of_other_embeddings_do_not_count(folder: Path) -> None:
    (folder / "cache" / "embeddings.db").unlink()
    with closing(open_library(folder, colour_host())) as library:
        assert not library.scores.read.any(), "they grow back when the pictures are read"
        assert "other embeddings" in library.scores.wrong


def test_a_row_that_was_dropped_or_replaced_is_not_scored_as_it_was(folder: Path) -> None:
    with closing(open_library(folder, colour_host())) as library:
        first = scores(library)
        name = f"a{7:031}"
        library.embeddings.drop([name])
    with closing(open_library(folder, colour_host())) as library:
        assert np.flatnonzero(~library.scores.read).tolist() == [7]
        library.put_derived({name: unit(np.ones((1, DIMENSION), np.float32))[0]}, {}, {})
        assert library.scores.read.all()
        second = scores(library)
    assert np.flatnonzero(first != second).tolist() == [7]
    assert (second == read_anew(folder)).all()


def test_a_check_of_the_library_tells_and_removes_what_is_damaged(folder: Path) -> None:
    (file,) = (each for each in files(folder) if each.name.startswith("words."))
    before = read_all(folder)
    flip(file)
    (found,) = check(folder).troubles
    assert (found.part, found.title, found.mended) == ("cache/rows", "1 of 7 blocks are damaged.", False)
    assert check(folder, repair=True).sound
    assert check(folder).troubles == []
    assert (read_all(folder) == before).all()


def test_undo_and_redo_of_an_add_are_followed(folder: Path) -> None:
    with closing(open_library(folder, colour_host())) as library:
        first = scores(library)
        fill(library, SIZE, 13)
        more = scores(library)
        before = files(folder)
        library.undo()
        assert (scores(library) == first).all()
        assert files(folder) == before, "no row was moved for it"
        library.redo()
        assert (scores(library) == more).all()
    assert (more == read_anew(folder)).all()


def test_rows_stay_in_memory_where_the_disk_will_not_have_them(folder: Path) -> None:
    shutil.rmtree(folder / "cache" / "rows")
    (folder / "cache" / "rows").write_text("in the way")
    with closing(open_library(folder, colour_host())) as library:
        assert len(scores(library)) == SIZE
        assert "kept in memory" in library.scores.wrong


def test_the_rows_of_two_encoders_or_references_stay_and_no_more(tmp_path: Path) -> None:
    for name in "abc":
        rows = KeptRows(tmp_path / "rows" / name, placed(3), "mark")
        rows.follow(np.arange(3), np.array([b"x", b"y", b"z"]))
        rows.keep()
    assert len(list((tmp_path / "rows").iterdir())) == 2


# Whatever comes and goes -----------------------------------------------------------------------------------------


def placed(count: int, seed: int = 0) -> Placed:
    rows: Rows = np.random.default_rng(seed).normal(size=(count, 6)).astype(np.float32)
    return Placed(None, quantise(rows))


STATES = st.lists(
    st.sets(st.integers(1, 40), max_size=25) | st.integers(0, 40).map(lambda last: set(range(1, last + 1))),
    min_size=1,
    max_size=6,
)


@given(STATES, st.integers(0, 3))
def test_rows_follow_any_change_of_the_images_and_are_the_same_when_opened_again(
    tmp_path_factory: pytest.TempPathFactory, states: list[set[int]], at_least: int
) -> None:
    folder, all_rows = tmp_path_factory.mktemp("kept") / "rows" / "one", placed(41)
    here = KeptRows(folder, placed(0), "mark")
    for number, state in enumerate(states):
        ids = np.array(sorted(state), np.int64)
        _, whole = here.follow(ids, np.array([f"{i:032}" for i in ids], "S32"))
        missing = np.flatnonzero(~whole)
        some = missing[missing % 4 >= at_least]  # others cannot be read yet
        here.put(some, all_rows.take(ids[some]), np.ones(len(some), bool))
        here.keep()
        if number % 2:
            here = KeptRows(folder, placed(0), "mark")
            assert here.wrong == ""
        assert here.ids.tolist() == ids.tolist()
        there = here.read
        assert (here.placed.pictures.codes[there] == all_rows.pictures.codes[ids[there]]).all()
        assert (here.placed.pictures.scales[there] == all_rows.pictures.scales[ids[there]]).all()
        assert not here.placed.pictures.codes[~there].any()


def test_few_rows_make_no_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "ON_DISK", 20_000)
    rows = KeptRows(tmp_path / "rows" / "one", placed(0), "mark")
    rows.follow(np.arange(100), np.array([f"{i:032}" for i in range(100)], "S32"))
    rows.keep()
    assert list(tmp_path.iterdir()) == []
