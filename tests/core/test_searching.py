"""Searches over many rows go through sketches of them, find nearly all, and never give another score."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from nomina import kept, pages, searching, sketches
from nomina.domain import Reading, Rows
from nomina.fixedpoint import Quantised, direction_codes, products, quantise
from nomina.index import best_of
from nomina.kept import ABOUT, look_at
from nomina.library import Library, create_library, open_library
from nomina.nearest import nearness
from nomina.nearest import search as search_words
from nomina.pages import Show, page
from nomina.reference import unit
from nomina.searching import Searching
from nomina.sketches import FILE, Searched
from nomina.testing import DIMENSION, colour_host

COUNT, WIDTH = 6000, 32


def lumpy(count: int, seed: int) -> Rows:
    """Unit rows around a hundred means that differ along some directions more than along others."""
    rng, strong = np.random.default_rng(seed), 0.85 ** np.arange(WIDTH)
    means = np.random.default_rng(0).normal(size=(100, WIDTH))
    return unit(((means[rng.integers(0, 100, count)] + 0.5 * rng.normal(size=(count, WIDTH))) * strong).astype("f4"))


def searched(rows: Quantised, ids: NDArray[np.int64] | None = None, read: NDArray[np.bool_] | None = None) -> Searched:
    """Rows of these images, by default of all that can be, all of them there."""
    ids = np.arange(len(rows)) if ids is None else ids
    hashes = np.array([f"{i:032}" for i in ids.tolist()], "S32")
    return Searched(ids, hashes, rows, np.ones(len(rows), bool) if read is None else read)


@pytest.fixture(scope="module")
def many() -> Searched:
    return searched(quantise(lumpy(COUNT, 1)))


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """For sketches that there are from a thousand rows on, with a checksum for every 512."""
    monkeypatch.setattr(searching, "SCANNED", 1000)
    monkeypatch.setattr(sketches, "NUMBERS", (8, 12, 16))
    monkeypatch.setattr(sketches, "FEWEST", 50)
    monkeypatch.setattr(kept, "ON_DISK", 1000)
    monkeypatch.setattr(kept, "BLOCK", 512)
    return tmp_path / "rows" / "reference" / "sketches"


@pytest.fixture
def search(folder: Path) -> Iterator[Searching]:
    made = Searching(folder, "mark")
    yield made
    made.close()


def codes(seed: int) -> NDArray[np.int8]:
    return direction_codes(lumpy(1, seed)[0])


def exact(of: Searched, wanted: NDArray[np.int8], count: int) -> list[int]:
    along = np.where(of.read, products(of.rows, wanted) * of.rows.scales, -np.inf)
    return [int(i) for i in np.argsort(-along, kind="stable")[:count] if of.read[i]]


def recall(search: Searching, of: Searched) -> float:
    share = []
    for seed in range(100, 150):
        found = search.nearest(of, codes(seed), 10)
        share.append(len(set(found.tolist()) & set(exact(of, codes(seed), 10))) / 10)
    return float(np.mean(share))


def test_while_sketches_are_made_everything_is_looked_at_and_then_few_rows_are_compared_and_nearly_all_found(
    search: Searching, many: Searched
) -> None:
    assert search.nearest(many, codes(7), 10).tolist() == exact(many, codes(7), 10)
    made = search.finish()
    assert made is not None
    assert 0 < len(made.directions.along) <= WIDTH / 2
    assert 0 < made.directions.candidates < COUNT / 8, "most rows are not looked at"
    assert made.directions.recall >= sketches.AT_LEAST
    assert made.nearest(codes(7), 10) is not None
    assert recall(search, many) >= 0.98
    assert len(search.nearest(many, codes(7), 2000)) == 2000, "more may be asked for than there are candidates"


def test_rows_that_come_and_go_are_found_and_not_found_at_once(search: Searching, many: Searched, folder: Path) -> None:
    search.nearest(many, codes(7), 10)
    search.finish()
    fresh, stay = quantise(lumpy(300, 2)), np.flatnonzero(np.arange(COUNT) % 3 != 0)
    rows = Quantised(
        np.concatenate([many.rows.codes[stay], fresh.codes]), np.concatenate([many.rows.scales[stay], fresh.scales])
    )
    ids = np.concatenate([stay, COUNT + np.arange(300)])
    others = searched(rows, ids, np.arange(len(ids)) % 50 != 0)
    assert recall(search, others) >= 0.98
    for seed in range(20):
        assert others.read[search.nearest(others, codes(seed), 10)].all()
    back = searched(many.rows)
    assert recall(search, back) >= 0.98, "an undo brings them back"
    assert [wrong for _, _, wrong in look_at(folder.parents[2])] == [""]


def test_many_that_come_at_once_get_their_sketches_in_the_background(
    search: Searching, many: Searched, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "AT_ONCE", 500)
    few = searched(many.rows.take(np.arange(4000)))
    search.nearest(few, codes(7), 10)
    first = search.finish()
    assert search.nearest(many, codes(7), 10).tolist() == exact(many, codes(7), 10), "meanwhile by looking at all"
    second = search.finish()
    assert second is first, "their directions stay"
    assert second is not None
    assert not len(second.missing(many))
    assert recall(search, many) >= 0.98


def test_what_is_being_made_while_rows_go_is_begun_anew_and_nothing_of_it_kept(
    search: Searching, many: Searched, folder: Path
) -> None:
    assert sketches.make_sketches(many, folder, "mark", lambda: True) is None
    assert not (folder / FILE).exists()
    search.nearest(many, codes(7), 10)
    search.rows_went()
    search.finish()
    search.nearest(many, codes(7), 10)
    made = search.finish()
    assert made is not None
    few = searched(many.rows.take(np.arange(COUNT - 1)))
    assert made.fill(few, made.missing(few), lambda: True) is None
    assert recall(search, many) >= 0.98


def flip(file: Path, at: int = 2) -> None:
    data = bytearray(file.read_bytes())
    data[len(data) // at] ^= 4
    file.write_bytes(data)


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def test_kept_sketches_are_used_the_next_time_and_damaged_ones_made_again(
    search: Searching, many: Searched, folder: Path
) -> None:
    search.nearest(many, codes(7), 10)
    first = search.finish()
    assert first is not None
    usual = search.nearest(many, codes(7), 10).tolist()
    again = Searching(folder, "mark")
    assert again.nearest(many, codes(7), 10).tolist() == usual
    second = again.finish()
    assert second is not None
    assert second.directions.name == first.directions.name, "at once, without making any"
    again.close()
    names = [file.name for file in sorted(folder.iterdir())]
    assert len(names) == 7
    for name in names:
        for spoil in (flip, cut, Path.unlink):
            file = next(each for each in folder.iterdir() if each.stem == Path(name).stem)
            spoil(file)
            third = Searching(folder, "mark")
            third.nearest(many, codes(7), 10)
            third.finish()
            assert third.nearest(many, codes(7), 10).tolist() == usual, (name, spoil)
            third.close()
            assert [wrong for _, _, wrong in look_at(folder.parents[2])] == [""], (name, spoil)


def test_sketches_of_other_embeddings_and_of_other_directions_do_not_count(
    search: Searching, many: Searched, folder: Path, tmp_path: Path
) -> None:
    search.nearest(many, codes(7), 10)
    made = search.finish()
    assert made is not None
    others = searched(quantise(lumpy(COUNT, 5)))
    for mark in ("mark", "another mark"):
        again = sketches.load_sketches(folder, mark, others)
        assert again is not None
        assert len(again.missing(others)) == (0 if mark == "mark" else COUNT)
    (folder / FILE).unlink()
    sketches.make_sketches(others, tmp_path / "elsewhere", "mark", lambda: False)
    (tmp_path / "elsewhere" / FILE).rename(folder / FILE)
    mixed = sketches.load_sketches(folder, "mark", many)
    assert mixed is not None
    assert len(mixed.missing(many)) == COUNT


def test_directions_are_learned_again_for_more_than_twice_as_many_rows(search: Searching, many: Searched) -> None:
    search.nearest(searched(many.rows.take(np.arange(2500))), codes(7), 10)
    search.finish()
    search.nearest(many, codes(7), 10)
    made = search.finish()
    assert made is not None
    assert made.directions.made_for == COUNT
    assert recall(search, many) >= 0.98


def test_rows_without_any_order_are_found_too(search: Searching, folder: Path) -> None:
    """Noise has no directions that count more than others: a search looks at all rows, and knows it the next time."""
    rng = np.random.default_rng(3)
    rows, wanted = (quantise(unit(rng.normal(size=(n, 256)).astype(np.float32))) for n in (COUNT, 20))
    noise = searched(rows)
    search.nearest(noise, wanted.codes[0], 10)
    for each in (search, Searching(folder, "mark")):
        for direction in wanted.codes:
            assert each.nearest(noise, direction, 10).tolist() == exact(noise, direction, 10)
        made = each.finish()
        assert made is not None
        assert not len(made.directions.along)
        each.close()


def test_a_library_of_many_pictures_finds_them_by_sketches_after_adds_undo_a_kill_and_damage(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sketches, "NUMBERS", (16, 24))
    monkeypatch.setattr(sketches, "A_PLACE", 5)
    monkeypatch.setattr(pages, "SCANNED", 1000)
    create_library(tmp_path / "library")
    with closing(open_library(tmp_path / "library", colour_host())) as library:
        fill(library, 0, 3000)
        found_as_exactly(library)
        fill(library, 3000, 40)
        found_as_exactly(library)
        library.undo()
        found_as_exactly(library)
        (about,) = (tmp_path / "library" / "cache" / "rows").glob(f"*/sketches-of-words/{ABOUT}")
        before = about.read_bytes()
        fill(library, 3040, 600)
        found_as_exactly(library)
    about.write_bytes(before)  # as after a kill between the sketches and the list of what is whole
    with closing(open_library(tmp_path / "library", colour_host())) as library:
        found_as_exactly(library)
    kept_ones = list((tmp_path / "library" / "cache" / "rows").glob("*/sketches-of-words/pictures.*"))
    assert len(kept_ones) == 1
    flip(kept_ones[0])
    wrong = [wrong for _, _, wrong in look_at(tmp_path / "library" / "cache")]
    assert wrong.count("") == 1, "of the rows themselves, which are whole"
    assert len(wrong) == 2, "and of the sketches of words, which a check of the library sees"
    with closing(open_library(tmp_path / "library", colour_host())) as library:
        found_as_exactly(library)


def fill(library: Library, start: int, count: int) -> None:
    """Pictures around ten colours."""
    rng = np.random.default_rng(start)
    means = np.random.default_rng(0).normal(size=(10, DIMENSION)) * 0.8 ** np.arange(DIMENSION)
    rows = unit((means[rng.integers(0, 10, count)] + 0.05 * rng.normal(size=(count, DIMENSION))).astype(np.float32))
    names = [f"{start + i:032x}" for i in range(count)]
    with library.step("Fill"):
        for name in names:
            library.store.put_image(Reading(Path(name), name, 1, 1, 1, 1))
    library.put_derived(dict(zip(names, rows, strict=True)), {}, {})


def found_as_exactly(library: Library) -> None:
    """Once sketches are there, the ten best for words are nearly those of looking at all, with the very same scores."""
    search_words(library, "green", 10)
    made = library.scores._searching[True].finish()
    assert made is not None
    assert len(made.directions.along)
    near = nearness(library, "green")
    best = np.argsort(-near, kind="stable")[:10]
    hits = search_words(library, "green", 10)
    assert len({hit.image_id for hit in hits} & set(library.scores.ids[best].tolist())) >= 9
    rows = np.searchsorted(library.scores.ids, [hit.image_id for hit in hits])
    assert [hit.score for hit in hits] == near[rows].tolist()
    shown = page(library, Show(search="green"))
    assert shown.ids[:10].tolist() == [hit.image_id for hit in hits], "a page shows them in the same order"


@given(st.integers(0, 60), st.integers(0, 2**32 - 1), st.integers(0, 70))
def test_the_best_are_what_sorting_all_would_give(n: int, seed: int, count: int) -> None:
    rng = np.random.default_rng(seed)
    rows = Quantised(rng.integers(-2, 3, (n, 4), dtype=np.int8), np.ones(n, np.float32))  # many are the same
    read = rng.random(n) < 0.8
    wanted = rng.integers(-3, 4, 4, dtype=np.int8)
    best, along = best_of(rows, read, wanted, count)
    assert best.tolist() == exact(searched(rows, read=read), wanted, count)
    assert along.tolist() == [float(rows.codes[i] @ wanted) for i in best]
