"""Work on very many rows: a block that stays in a core's cache at a time, by all processors."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor


def in_blocks(count: int, size: int, work: Callable[[slice], None]) -> None:
    """Have all processors work through so many rows, `size` of them at a time, in no order.

    Args:
        work: is given the rows of a block, and may change nothing but what is theirs. It has to spend its time where
            Python's lock is not held, as numpy does on a few thousand numbers.
    """
    blocks = [slice(start, min(start + size, count)) for start in range(0, count, size)]
    workers = min(os.cpu_count() or 1, len(blocks))
    if workers <= 1:
        for block in blocks:
            work(block)
        return
    left = iter(blocks)  # who is done takes the next one: of a list that is one step for Python

    def take(_: int) -> None:
        for block in left:
            work(block)

    with ThreadPoolExecutor(workers, thread_name_prefix="block") as threads:
        list(threads.map(take, range(workers)))
