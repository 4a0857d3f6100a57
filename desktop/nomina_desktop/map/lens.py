"""Where a map is looked at: how large, and where its middle lies. Pure arithmetic, in device pixels."""

from __future__ import annotations

from dataclasses import dataclass

MOST_SCALE = 2_000_000.0
"""Device pixels for the map's unit: points farther apart than float32 tells are never that near on the screen."""
CLOSEST = 40.0
"""How much nearer than the whole map a group of points is looked at, at most."""

Box = tuple[float, float, float, float]
"""Least x, least y, most x, most y."""


@dataclass(frozen=True, slots=True)
class Lens:
    """How places of the map lie on the screen: x = left + place · scale, y = top - place · scale.

    Attributes:
        scale: device pixels for the map's unit. left, top: device pixels of its middle.
        least: the scale at which all of it shows.
    """

    scale: float
    left: int
    top: int
    least: float

    @classmethod
    def whole(cls, width: int, height: int, box: Box, edge: int = 0) -> Lens:
        """All of the map in a window of so many device pixels, that far from its edges."""
        across, down = max(box[2] - box[0], 1e-3), max(box[3] - box[1], 1e-3)
        scale = max(8.0, min((width - 2 * edge) / across, (height - 2 * edge) / down))
        return cls._centred(width, height, box, scale, scale)

    @classmethod
    def around(cls, width: int, height: int, box: Box, least: float, edge: int = 0) -> Lens:
        """A part of the map; never nearer than is of use, nor farther than the whole."""
        near = cls.whole(width, height, box, edge).scale
        return cls._centred(width, height, box, min(max(near, least), CLOSEST * least), least)

    @classmethod
    def _centred(cls, width: int, height: int, box: Box, scale: float, least: float) -> Lens:
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        return cls(scale, round(width / 2 - x * scale), round(height / 2 + y * scale), least)

    def panned(self, right: int, down: int) -> Lens:
        """The map moved by so many device pixels."""
        return Lens(self.scale, self.left + right, self.top + down, self.least)

    def zoomed(self, factor: float, x: float, y: float) -> Lens:
        """Larger by a factor, while what lies at (x, y) stays there."""
        scale = min(max(self.scale * factor, self.least / 2), MOST_SCALE)
        ratio = scale / self.scale
        return Lens(scale, round(x - (x - self.left) * ratio), round(y - (y - self.top) * ratio), self.least)

    def place(self, x: float, y: float) -> tuple[float, float]:
        """The place of the map that lies at a device pixel."""
        return (x - self.left) / self.scale, (self.top - y) / self.scale
