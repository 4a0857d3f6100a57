"""Very many rows are worked through a block at a time: each once, whoever takes it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nomina.blocks import in_blocks


@given(st.integers(0, 300), st.integers(1, 50))
def test_each_row_is_worked_at_once_and_no_block_is_too_large(count: int, size: int) -> None:
    times = np.zeros(count, np.int64)

    def work(block: slice) -> None:
        assert 0 < block.stop - block.start <= size
        times[block] += 1

    in_blocks(count, size, work)
    assert (times == 1).all()


@pytest.mark.parametrize("size", [10, 1000])
def test_what_goes_wrong_in_a_block_is_told(size: int) -> None:
    def work(block: slice) -> None:
        if block.start <= 70 < block.stop:
            raise ValueError("the seventieth")

    with pytest.raises(ValueError, match="the seventieth"):
        in_blocks(100, size, work)
