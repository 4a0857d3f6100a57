"""Inner products that are exact integers, whatever the shape of the matrix and however adversarial its rows."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from nomina import fixedpoint
from nomina.domain import Rows
from nomina.fixedpoint import MOST_NORM, Quantised, direction_codes, products, quantise
from nomina.reference import unit

finite = st.floats(-1e6, 1e6, width=32, allow_nan=False)
shapes = st.tuples(st.integers(0, 12), st.integers(1, 700) | st.sampled_from([1000, 1280, 2280, 4096]))


@st.composite
def some_rows(draw: st.DrawFn, d: int | None = None) -> Rows:
    """Rows of all kinds: dense noise, single spikes, all the same, zeros, tiny and huge, from one number to many."""
    n, width = draw(shapes)
    width = d or width
    kind = draw(st.sampled_from(["noise", "spikes", "flat", "signs", "any"]))
    if kind == "any":
        return draw(arrays.arrays(np.float32, (min(n, 4), min(width, 40)), elements=finite))
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    size = np.float32(draw(st.sampled_from([0.0, 1e-30, 1e-6, 1.0, 1e6])))
    if kind == "noise":
        return (rng.normal(size=(n, width)) * size).astype(np.float32)
    if kind == "spikes":
        rows = np.zeros((n, width), np.float32)
        rows[np.arange(n), rng.integers(0, width, n)] = size
        return rows
    if kind == "signs":
        return (np.sign(rng.normal(size=(n, width))) * size).astype(np.float32)
    return np.full((n, width), size, np.float32)


@given(some_rows(), st.data())
def test_products_are_exact_against_64_bit_integers(rows: Rows, data: st.DataObject) -> None:
    held = quantise(rows)
    kind = data.draw(st.sampled_from(["noise", "itself", "flat", "spike"]))
    rng = np.random.default_rng(data.draw(st.integers(0, 2**32 - 1)))
    direction = np.zeros(rows.shape[1], np.float32)
    if kind == "noise":
        direction = rng.normal(size=rows.shape[1]).astype(np.float32)
    elif kind == "itself" and len(rows):
        direction = rows[0]  # the largest product there can be
    elif kind == "flat":
        direction = np.ones(rows.shape[1], np.float32)
    else:
        direction[rng.integers(0, rows.shape[1])] = 1
    codes = direction_codes(direction)
    exact = held.codes.astype(np.int64) @ codes.astype(np.int64)
    assert np.array_equal(products(held, codes).astype(np.int64), exact)
    assert np.abs(exact).max(initial=0) < 2**24


@given(some_rows(), st.integers(0, 2**32 - 1))
def test_without_kernels_for_bytes_the_integers_are_the_same(rows: Rows, seed: int) -> None:
    """A machine that SimSIMD has no wheel for gives the same scores, to the last bit."""
    held = quantise(rows)
    codes = direction_codes(np.random.default_rng(seed).normal(size=rows.shape[1]).astype(np.float32))
    assert fixedpoint.bytes_products is not None
    with_kernels = products(held, codes)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fixedpoint, "bytes_products", None)
        assert products(held, codes).tobytes() == with_kernels.tobytes()


@given(some_rows())
def test_no_row_of_codes_is_longer_than_float32_can_sum_exactly(rows: Rows) -> None:
    held = quantise(rows)
    norms = np.sqrt((held.codes.astype(np.int64) ** 2).sum(axis=1))
    assert norms.max(initial=0.0) <= MOST_NORM


@given(some_rows(), st.integers(0, 2**32 - 1))
def test_products_are_the_same_for_any_shape_and_blocking(rows: Rows, seed: int) -> None:
    held = quantise(rows)
    rng = np.random.default_rng(seed)
    codes = direction_codes(rng.normal(size=rows.shape[1]).astype(np.float32))
    whole = products(held, codes)
    order = rng.permutation(len(held))
    assert products(held.take(order), codes).tobytes() == whole[order].tobytes()
    for start in range(0, len(held), 3):
        part = held.take(np.arange(start, min(start + 3, len(held))))
        assert products(part, codes).tobytes() == whole[start : start + 3].tobytes()


@given(some_rows())
def test_a_row_is_quantised_the_same_alone_as_among_others(rows: Rows) -> None:
    held = quantise(rows)
    for i in range(len(rows)):
        alone = quantise(rows[i : i + 1])
        assert alone.codes.tobytes() == held.codes[i].tobytes()
        assert alone.scales.tobytes() == held.scales[i].tobytes()


@given(some_rows())
def test_what_is_quantised_is_near_what_was_given(rows: Rows) -> None:
    held = quantise(rows)
    assert (np.abs(held.widened() - rows) <= 0.5001 * held.scales[:, None] + 1e-20).all()


def test_more_rows_than_a_block_holds_are_exact_too() -> None:
    rng = np.random.default_rng(5)
    held = quantise(rng.normal(size=(fixedpoint.AT_ONCE + 7, 8)).astype(np.float32))
    codes = direction_codes(rng.normal(size=8).astype(np.float32))
    assert np.array_equal(products(held, codes), (held.codes.astype(np.int64) @ codes.astype(np.int64)))


def test_float_arithmetic_would_not_have_done() -> None:
    """The reason for all this: BLAS gives a column other last bits beside other columns."""
    rng = np.random.default_rng(1)
    rows, columns = rng.normal(size=(300, 1280)).astype(np.float32), rng.normal(size=(1280, 21)).astype(np.float32)
    one = rows @ columns[:, :1]
    if np.array_equal(one, (rows @ columns)[:, :1]):
        pytest.skip("this machine's BLAS happens to sum in one order")
    assert np.allclose(one, (rows @ columns)[:, :1], rtol=1e-3, atol=1e-3)


@given(some_rows(d=9), some_rows(d=9), st.data())
def test_rows_are_merged_in_order(old: Rows, fresh: Rows, data: st.DataObject) -> None:
    if old.shape[1] != 9 or fresh.shape[1] != 9:
        return
    left, right = quantise(old), quantise(fresh)
    kept = np.array(data.draw(st.permutations([True] * len(left) + [False] * len(right))), bool)
    at = np.where(kept, np.cumsum(kept) - 1, 0)
    merged = left.merged(at, kept, right)
    for where, source in ((kept, left), (~kept, right)):
        assert np.array_equal(merged.take(where).codes, source.codes)
        assert np.array_equal(merged.take(where).scales, source.scales)


def test_nothing_is_fine_too() -> None:
    nothing = quantise(np.zeros((0, 5), np.float32))
    assert len(nothing) == 0
    assert products(nothing, np.zeros(5, np.float32)).shape == (0,)
    assert unit(np.zeros((2, 5), np.float32)).tolist() == [[0.0] * 5] * 2
    assert isinstance(nothing.take(np.zeros(0, np.int64)), Quantised)


@given(some_rows())
def test_unit_rows_have_length_one_each_by_itself(rows: Rows) -> None:
    rows = rows[np.abs(rows).max(axis=1, initial=0) > 1e-5] if len(rows) else rows
    whole = unit(rows)
    assert np.allclose(np.sqrt((whole.astype(np.float64) ** 2).sum(axis=1)), 1, atol=1e-5)
    for i in range(len(rows)):
        assert unit(rows[i : i + 1]).tobytes() == whole[i].tobytes()
