"""The map: pictures that look alike lie together, the same pictures the same way, and it grows back."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.helpers import add, category, in_memory, opened, result, save_many
from tests.properties import examples

from nomina.domain import Progress
from nomina.library import Library
from nomina.plane import PictureMap, picture_map
from nomina.teach import label
from nomina.testing import save_picture


@pytest.fixture
def forty(library: Library, pictures: list[Path]) -> Library:
    add(library, *pictures)
    return library


def colours(library: Library, ids: np.ndarray) -> np.ndarray:
    return np.array([image.path.stem.split("-")[1] for image in library.store.images(ids.tolist()) if image.path])


def file_of(library: Library) -> Path:
    (file,) = (library.folder / "cache" / "map").iterdir()
    return file


def test_what_looks_alike_lies_together(forty: Library) -> None:
    made = result(picture_map(forty))
    assert made.ids.tolist() == forty.scores.ids.tolist()
    assert (made.places.shape, made.places.dtype) == ((40, 2), np.float32)
    apart = np.linalg.norm(made.places[:, None] - made.places[None], axis=2)
    same = np.equal.outer(*[colours(forty, made.ids)] * 2)
    assert apart[same].max() < 0.2 * np.median(apart[~same])
    assert 0.5 < made.told <= 1.0


def test_the_middle_is_at_nought_and_nearly_all_lie_within_one(forty: Library) -> None:
    made = result(picture_map(forty))
    assert np.abs(made.places.mean(axis=0)).max() < 1e-4
    assert np.hypot(*made.places.T).max() == pytest.approx(1.0, abs=0.1)
    spread = made.places.std(axis=0)
    assert spread[0] >= spread[1], "the first direction tells most"


@examples(4)
@given(st.permutations(range(12)))
def test_the_order_in_which_pictures_came_makes_no_difference(pictures: list[Path], order: list[int]) -> None:
    found = []
    for turn in (range(12), order):
        with in_memory() as library:
            add(library, *[pictures[i] for i in turn])
            made = result(picture_map(library))
            paths = [image.path for image in library.store.images(made.ids.tolist())]
            found.append({path: made.places[i] for i, path in enumerate(paths)})
    for path, place in found[0].items():
        np.testing.assert_allclose(place, found[1][path], atol=1e-4)


def test_labels_move_no_point(forty: Library) -> None:
    before = result(picture_map(forty))
    label(forty, before.ids[:4].tolist(), category(forty, "red").id)
    assert (result(picture_map(forty)).places == before.places).all()


def test_a_map_is_kept_and_found_again(tmp_path: Path, pictures: list[Path]) -> None:
    with opened(tmp_path / "library") as library:
        add(library, *pictures)
        first = result(picture_map(library))
        written = os.stat(file_of(library)).st_mtime_ns
    with opened(tmp_path / "library") as library:
        again = result(picture_map(library))
        assert (again.places == first.places).all()
        assert again.told == first.told
        assert os.stat(file_of(library)).st_mtime_ns == written
        add(library, save_picture(tmp_path / "more.png", "red", seed=99))
        assert len(result(picture_map(library)).ids) == 41
        assert os.stat(file_of(library)).st_mtime_ns != written


@pytest.mark.parametrize("bytes", [b"", b"nothing", b"PK\x03\x04 half a file"])
def test_a_damaged_or_missing_file_grows_back(forty: Library, bytes: bytes) -> None:
    before = result(picture_map(forty))
    whole = file_of(forty).read_bytes()
    file_of(forty).write_bytes(bytes)
    assert (result(picture_map(forty)).places == before.places).all()
    file_of(forty).write_bytes(whole[: len(whole) // 2])
    assert (result(picture_map(forty)).places == before.places).all()
    file_of(forty).unlink()
    assert (result(picture_map(forty)).places == before.places).all()


def test_where_nothing_can_be_kept_the_map_is_there_all_the_same(forty: Library) -> None:
    (forty.folder / "cache" / "map").write_bytes(b"in the way")
    assert len(result(picture_map(forty)).ids) == 40


def test_pictures_that_were_not_read_are_not_on_it(tmp_path: Path, pictures: list[Path]) -> None:
    with opened(tmp_path / "library") as library:
        ids = add(library, *pictures[:6]).new
        library.embeddings.drop([image.hash for image in library.store.images(ids[:2])])
    with opened(tmp_path / "library") as library:
        assert result(picture_map(library)).ids.tolist() == ids[2:]


def test_few_pictures_and_none(library: Library, tmp_path: Path) -> None:
    nothing = result(picture_map(library))
    assert (nothing.ids.shape, nothing.places.shape, nothing.told) == ((0,), (0, 2), 0.0)
    (one,) = save_many(tmp_path / "one", 1)
    add(library, one)
    assert result(picture_map(library)).places.tolist() == [[0.0, 0.0]]
    add(library, *save_many(tmp_path / "two", 1, first=1))
    two = result(picture_map(library)).places
    assert np.isfinite(two).all()
    assert np.abs(two[:, 0]).min() > 0.5
    assert np.abs(two[:, 1]).max() < 1e-4


def test_stopping_half_way_leaves_nothing_behind(forty: Library) -> None:
    verb = picture_map(forty)
    assert isinstance(next(verb), Progress)
    verb.close()
    assert not (forty.folder / "cache" / "map").exists()


def test_pictures_that_come_meanwhile_are_on_the_next_one(forty: Library, tmp_path: Path) -> None:
    verb = picture_map(forty)
    next(verb)
    add(forty, save_picture(tmp_path / "late.png", "red", seed=77))
    made: PictureMap = result(verb)
    assert len(made.ids) == len(made.places) == 40
    assert len(result(picture_map(forty)).ids) == 41
