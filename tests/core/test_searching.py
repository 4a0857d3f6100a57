"""Searches over many rows look at a few cells of them, find nearly all, and never give another score."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from nomina import index, searching
from nomina.domain import Rows
from nomina.fixedpoint import Quantised, direction_codes, products, quantise
from nomina.index import best_of
from nomina.reference import unit
from nomina.searching import Searching

COUNT, WIDTH = 6000, 32


def lumpy(count: int, seed: int) -> Rows:
    """Unit rows around a hundred means."""
    rng = np.random.default_rng(seed)
    means = np.random.default_rng(0).normal(size=(100, WIDTH))
    return unit((means[rng.integers(0, 100, count)] + 0.5 * rng.normal(size=(count, WIDTH))).astype(np.float32))


@pytest.fixture(scope="module")
def many() -> Quantised:
    return quantise(lumpy(COUNT, 1))


@pytest.fixture
def found_by(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Searching]:
    """A search that has cells from a thousand rows on, in a file."""
    monkeypatch.setattr(searching, "SCANNED", 1000)
    made = Searching(tmp_path / "rows" / "pictures.npz")
    yield made
    made.close()


def codes(seed: int) -> NDArray[np.float32]:
    return direction_codes(lumpy(1, seed)[0])[0]


def exact(rows: Quantised, read: NDArray[np.bool_], wanted: NDArray[np.float32], count: int) -> list[int]:
    along = np.where(read, products(rows, wanted) * rows.scales, -np.inf)
    return [int(i) for i in np.argsort(-along, kind="stable")[:count] if read[i]]


def recall(search: Searching, ids: NDArray[np.int64], rows: Quantised, read: NDArray[np.bool_]) -> float:
    share = []
    for seed in range(100, 150):
        found = search.nearest(ids, rows, read, codes(seed), 10)
        share.append(len(set(found.tolist()) & set(exact(rows, read, codes(seed), 10))) / 10)
    return float(np.mean(share))


def test_while_cells_are_made_everything_is_looked_at_and_then_a_few_cells_find_nearly_all(
    found_by: Searching, many: Quantised
) -> None:
    ids, read = np.arange(COUNT), np.ones(COUNT, bool)
    first = found_by.nearest(ids, many, read, codes(7), 10).tolist()
    assert first == exact(many, read, codes(7), 10)
    cells = found_by.finish()
    assert cells is not None
    assert 0 < cells.probes < len(cells.means)
    assert len(cells.near(codes(7))) < COUNT / 2, "most rows are not looked at"
    assert cells.recall >= index.AT_LEAST
    assert recall(found_by, ids, many, read) >= 0.98


def test_rows_that_come_and_go_are_found_and_not_found_at_once(found_by: Searching, many: Quantised) -> None:
    ids, read = np.arange(COUNT), np.ones(COUNT, bool)
    found_by.nearest(ids, many, read, codes(7), 10)
    found_by.finish()
    fresh = quantise(lumpy(300, 2))
    kept_ones = np.flatnonzero(np.arange(COUNT) % 3 != 0)
    rows = Quantised(
        np.concatenate([many.codes[kept_ones], fresh.codes]), np.concatenate([many.scales[kept_ones], fresh.scales])
    )
    ids = np.concatenate([kept_ones, COUNT + np.arange(300)])
    read = np.arange(len(ids)) % 50 != 0
    assert recall(found_by, ids, rows, read) >= 0.98
    for seed in range(20):
        assert read[found_by.nearest(ids, rows, read, codes(seed), 10)].all()


def test_saved_cells_are_used_the_next_time_and_damaged_ones_made_again(
    found_by: Searching, many: Quantised, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids, read, file = np.arange(COUNT), np.ones(COUNT, bool), tmp_path / "rows" / "pictures.npz"
    found_by.nearest(ids, many, read, codes(7), 10)
    first = found_by.finish()
    assert first is not None
    again = Searching(file)
    again.nearest(ids, many, read, codes(7), 10)
    second = again.finish()
    assert second is not None
    assert (second.cell == first.cell).all()
    again.close()
    whole = file.read_bytes()
    for damaged in (whole[: len(whole) // 2], whole[:5000] + b"\0" * 200 + whole[5200:], b"", b"PK no archive"):
        file.write_bytes(damaged)
        third = Searching(file)
        assert third.nearest(ids, many, read, codes(7), 10).tolist() == exact(many, read, codes(7), 10)
        third.close()


def test_cells_are_made_again_for_twice_as_many_rows(found_by: Searching, many: Quantised) -> None:
    few = 2500
    found_by.nearest(np.arange(few), many.take(np.arange(few)), np.ones(few, bool), codes(7), 10)
    found_by.finish()
    ids, read = np.arange(COUNT), np.ones(COUNT, bool)
    found_by.nearest(ids, many, read, codes(7), 10)
    cells = found_by.finish()
    assert cells is not None
    assert cells.made_for == COUNT


def test_more_may_be_asked_for_than_a_few_cells_hold(found_by: Searching, many: Quantised) -> None:
    ids, read = np.arange(COUNT), np.ones(COUNT, bool)
    found_by.nearest(ids, many, read, codes(7), 10)
    found_by.finish()
    assert len(found_by.nearest(ids, many, read, codes(7), 2000)) == 2000


def test_rows_without_any_order_are_found_too(found_by: Searching, monkeypatch: pytest.MonkeyPatch) -> None:
    """Noise has no neighbourhoods: few cells would miss too much, so that a search looks into many, or at all rows."""
    rng = np.random.default_rng(3)
    rows, wanted = (quantise(unit(rng.normal(size=(n, 256)).astype(np.float32))) for n in (COUNT, 20))
    ids, read = np.arange(COUNT), np.ones(COUNT, bool)
    monkeypatch.setattr(index, "PROBES", (4, 8))
    found_by.nearest(ids, rows, read, wanted.codes[0].astype(np.float32), 10)
    cells = found_by.finish()
    assert cells is not None
    assert cells.probes == 0, "and it knows"
    for each in wanted.codes.astype(np.float32):
        assert found_by.nearest(ids, rows, read, each, 10).tolist() == exact(rows, read, each, 10)


@given(st.integers(0, 60), st.integers(0, 2**32 - 1), st.integers(0, 70))
def test_the_best_are_what_sorting_all_would_give(n: int, seed: int, count: int) -> None:
    rng = np.random.default_rng(seed)
    rows = Quantised(rng.integers(-2, 3, (n, 4), dtype=np.int8), np.ones(n, np.float32))  # many are the same
    read = rng.random(n) < 0.8
    wanted = rng.integers(-3, 4, 4).astype(np.float32)
    best, along = best_of(rows, read, wanted, count)
    assert best.tolist() == exact(rows, read, wanted, count)
    assert along.tolist() == [float(rows.codes[i] @ wanted) for i in best]
