"""Work on very many rows: a block that stays in a core's cache at a time, by all processors."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

A_TURN = 4
"""Blocks that a thread takes before it asks for more."""


def in_blocks(count: int, size: int, work: Callable[[slice], None]) -> None:
    """Have all processors work through so many rows, `size` of them at a time, in no order.

    Args:
        work: is given the rows of a block, and may change nothing but what is theirs. It has to spend its time where
            Python's lock is not held, as numpy does on a few thousand numbers.
    """
    turns = range(0, count, A_TURN * size)

    def turn(first: int) -> None:
        for start in range(first, min(first + A_TURN * size, count), size):
            work(slice(start, min(start + size, count)))

    if len(turns) <= 1:
        for first in turns:
            turn(first)
        return
    with ThreadPoolExecutor(os.cpu_count() or 1, thread_name_prefix="block") as threads:
        list(threads.map(turn, turns))
