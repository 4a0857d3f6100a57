"""Which other examples an example is judged by, where only a few are wanted: those that follow it in a ring."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def followers(count: int, shown: int) -> NDArray[np.int64]:
    """For each of `count` examples `shown` of the others, shape (count, shown): each is as often shown as any.

    The ring is shuffled, the same for equal counts. In the order in which they came, the next picture is often of the
    same burst or shelf, and an example judged by it looks better known than a new picture will be.

    Args:
        shown: fewer than count.
    """
    ring = np.random.default_rng(count).permutation(count)
    place = np.argsort(ring)
    return np.asarray(ring[(place[:, None] + 1 + np.arange(shown)) % max(1, count)], np.int64)
