"""Points painted into an image by numpy: 100,000 of them in a few milliseconds, which Qt's painter takes 20 for.

`python tests/benchmarks/map.py` measures it. Imported when a map is first looked at, because numpy is heavy.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

FINE = 8
"""Parts of a pixel's side by which it is found how much of it a round dot covers."""
LEVELS = 3
"""Shades of the edge of a dot."""
CELL = 2
"""Device pixels a side within which one dot hides the others."""
MOST_CELLS = 4_000_000
"""Above so many cells, which is far zoomed in, nothing is hidden."""

Words = NDArray[np.uint32]
"""Colours as 0xffRRGGBB."""


@dataclass(frozen=True, slots=True, eq=False)
class Dots:
    """What is painted, n dots, the last on top.

    Attributes:
        x, y: device pixels at the zoom of the moment, from the middle of the map, shape (n,), int32.
        kinds: index into a palette, shape (n,).
    """

    x: NDArray[np.int32]
    y: NDArray[np.int32]
    kinds: NDArray[np.intp]

    def __len__(self) -> int:
        return len(self.x)

    def take(self, index: NDArray[np.bool_] | NDArray[np.intp]) -> Dots:
        """The dots of an index or a mask."""
        return Dots(self.x[index], self.y[index], self.kinds[index])

    def seen(self) -> NDArray[np.bool_]:
        """Which of them are not hidden by one that lies on the same CELL pixels, shape (n,)."""
        if not len(self):
            return np.zeros(0, bool)
        across, down = (self.x - self.x.min()) // CELL, (self.y - self.y.min()) // CELL
        width, height = int(across.max()) + 1, int(down.max()) + 1
        if width * height > MOST_CELLS:
            return np.ones(len(self), bool)
        cells = down * width + across
        top = np.empty(width * height, np.int32)
        numbers = np.arange(len(self), dtype=np.int32)
        top[cells] = numbers  # of equal cells the last one stays
        return np.asarray(top[cells] == numbers)


class Canvas:
    """An image that dots are painted into, with a margin so that those at the edge need no care."""

    def __init__(self, width: int, height: int, ground: QColor, reach: float) -> None:
        """Device pixels; `reach` is the largest radius that will be painted."""
        self._reach = int(reach) + 2
        self._margin = 2 * self._reach  # a dot whose middle lies outside may show, and has another half
        self._ground = ground.rgb()
        self.width, self.height = width, height
        self._pixels: Words = np.full((height + 2 * self._margin, width + 2 * self._margin), self._ground, np.uint32)

    def inside(self, dots: Dots, left: int, top: int) -> NDArray[np.bool_]:
        """Which dots show, when (left, top) is the middle of the map, shape (n,)."""
        m = self._reach
        x, y = dots.x + left, dots.y + top
        return (x > -m) & (x < self.width + m) & (y > -m) & (y < self.height + m)

    def paint(
        self, dots: Dots, left: int, top: int, radius: float, palette: Words, under: QColor | None = None
    ) -> None:
        """Paint dots that show, each kind in its colour of the palette.

        Edges are blended with `under`, by default the ground, not with what lies beneath: all edges are painted before
        all dots, so that only those that stand alone show theirs.
        """
        beneath = self._ground if under is None else under.rgb()
        stride = self._pixels.shape[1]
        at = (dots.y + (top + self._margin)) * np.intp(stride) + (dots.x + (left + self._margin))
        flat = self._pixels.reshape(-1)
        for share, places in _stamp(radius):
            colours = _blended(palette, beneath, share)[dots.kinds]
            for right, down in places:
                flat[at + (down * stride + right)] = colours

    def image(self) -> QImage:
        """What was painted; it shares the memory, so keep the canvas."""
        view = self._pixels[self._margin : -self._margin, self._margin : -self._margin]
        data = np.ascontiguousarray(view)
        image = QImage(data.data, self.width, self.height, 4 * self.width, QImage.Format.Format_RGB32)
        self._shown = data  # QImage does not hold it
        return image


@lru_cache(maxsize=32)
def _stamp(radius: float) -> tuple[tuple[float, tuple[tuple[int, int], ...]], ...]:
    """Pixels that a round dot covers, by how much of them it does: (share, ((right, down), ...)), the least first."""
    reach = int(radius) + 1
    fine = (np.arange((2 * reach + 1) * FINE) + 0.5) / FINE - reach - 0.5
    covered = np.hypot(*np.meshgrid(fine, fine)) <= radius
    side = 2 * reach + 1
    shares = covered.reshape(side, FINE, side, FINE).mean(axis=(1, 3))
    steps = np.rint(shares * LEVELS).astype(int)
    stamp = []
    for step in range(1, LEVELS + 1):
        down, right = np.nonzero(steps == step)
        if len(down):
            stamp.append((step / LEVELS, tuple(zip((right - reach).tolist(), (down - reach).tolist(), strict=True))))
    return tuple(stamp)


def _blended(palette: Words, ground: int, share: float) -> Words:
    """The colours at a share, 0..1, over a ground."""
    out = np.full(palette.shape, 0xFF, np.uint32)
    for shift in (16, 8, 0):
        over, under = ((palette >> shift) & 0xFF).astype(np.float32), (ground >> shift) & 0xFF
        out = (out << 8) | np.rint(under + (over - under) * share).astype(np.uint32)
    return np.asarray(out, np.uint32)
