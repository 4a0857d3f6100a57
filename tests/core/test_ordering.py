"""Rows in an order, and what belongs to them: as sorting everything plainly would give it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from nomina.ordering import Key, Texts, by_key, distinct

FLOATS = st.sampled_from([-np.inf, -1.5, -0.0, 0.0, 1e-40, 0.25, 3.0, np.inf, np.nan]) | st.floats(width=32)
KEYS = st.one_of(
    arrays.arrays(np.float32, st.integers(0, 40), elements=FLOATS.map(np.float32)),
    arrays.arrays(np.float64, st.integers(0, 40), elements=FLOATS.map(float)),
    arrays.arrays(np.int64, st.integers(0, 40)),
)


@given(KEYS, st.booleans())
def test_equal_keys_stay_as_they_came_and_what_is_not_known_comes_last(key: Key, reverse: bool) -> None:
    rows = np.arange(len(key))[::-1] * 3
    order = np.argsort(key, kind="stable")
    if reverse:
        unknown = key[order] == np.inf
        order = np.concatenate([order[~unknown][::-1], order[unknown]])
    assert by_key(rows, key, reverse).tolist() == rows[order].tolist()


def test_without_a_key_rows_stay_or_turn_round() -> None:
    rows = np.array([2, 5, 9])
    assert by_key(rows, None) is rows
    assert by_key(rows, None, reverse=True).tolist() == [9, 5, 2]


@given(arrays.arrays(np.int64, st.integers(0, 40), elements=st.integers(-5, 5) | st.integers(-(2**62), 2**62)))
def test_distinct_numbers_are_those_of_a_set(numbers: np.ndarray[tuple[int], np.dtype[np.int64]]) -> None:
    assert distinct(numbers).tolist() == sorted(set(numbers.tolist()))


@pytest.mark.parametrize("of_all", [np.array([b"ab", b"c", b"d"]), np.array(["ab", "c", "ö"], object)])
def test_texts_of_some_rows_are_like_a_list_of_them(of_all: np.ndarray[tuple[int], np.dtype[np.bytes_]]) -> None:
    texts = Texts(of_all, np.array([2, 0]))
    last = of_all[2].decode() if isinstance(of_all[2], bytes) else of_all[2]
    assert (len(texts), list(texts), texts[:1], texts[1], texts[-1]) == (2, [last, "ab"], [last], "ab", "ab")
    assert "ab" in texts
    with pytest.raises(IndexError):
        texts[2]
