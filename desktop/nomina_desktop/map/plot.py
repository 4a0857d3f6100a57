"""Points on the screen: where each lies, how they are painted, which lies at a place. No widget, but numpy."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPixmap

from nomina_desktop.look import Look
from nomina_desktop.map.lens import Box, Lens
from nomina_desktop.map.points import Canvas, Dots

NEAR = 9
"""Logical pixels within which the pointer means a point."""
MOST_THUMBNAILS, MOST_NEAR = 100, 400
"""Pictures that are painted in place of their points, where no more than MOST_NEAR points show."""
LARGE, SMALL, FEW = QSize(96, 72), QSize(64, 48), 40
"""Sizes of those pictures: large ones where no more than FEW points show."""
EDGE = 64
"""Logical pixels that stay free around the whole map: half a picture."""
RING, GAP = 1.6, 2.6
"""Logical pixels that a ring adds to the radius of a point."""

Rows = NDArray[np.intp]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Points:
    """What is shown, n points.

    Attributes:
        places: shape (n, 2), float32, x to the right and y up.
        kinds: index into `palette`, shape (n,).
        ringed: which have a ring, shape (n,).
        palette: a colour for each kind.
        hashes: by which thumbnails are found.
    """

    places: NDArray[np.float32]
    kinds: Rows
    ringed: Mask
    palette: tuple[QColor, ...]
    hashes: Sequence[str]

    def __len__(self) -> int:
        return len(self.places)


def _box(places: NDArray[np.float32]) -> Box:
    """Around all places; nothing has a box of its own."""
    if not len(places):
        return -1.0, -1.0, 1.0, 1.0
    low, high = places.min(axis=0).tolist(), places.max(axis=0).tolist()
    return low[0], low[1], high[0], high[1]


def no_points() -> Points:
    """None at all."""
    return Points(np.zeros((0, 2), np.float32), np.zeros(0, np.intp), np.zeros(0, bool), (), ())


class Plot:
    """Points seen through a lens, in a window of some size.

    Attributes:
        points: what is shown. selected: which of them are, shape (n,).
        size: of the window, in logical pixels; ratio: device pixels for one.
        pixmap_of: gives the thumbnail of a hash in a size, or None while it is not at hand.
    """

    def __init__(self, look: Look) -> None:
        """Nothing to show."""
        self._look = look
        self.points, self.selected = no_points(), np.zeros(0, bool)
        self.size, self.ratio = QSize(1, 1), 1.0
        self.pixmap_of: Callable[[str, QSize], QPixmap | None] = lambda *_: None
        self._lens: Lens | None = None
        self._kept: tuple[float, tuple[Dots, ...]] | None = None
        self._painted: tuple[Canvas, QImage] | None = None
        self._shown: tuple[list[int], QSize] | None = None

    def take(self, points: Points, selected: Mask) -> None:
        """Show points; the place that is looked at stays, unless there were none."""
        if not len(self.points):
            self._lens = None
        self.points = points
        self.select(selected)

    def select(self, selected: Mask) -> None:
        """Mark other points, shape (n,)."""
        self.selected, self._kept = selected, None
        self.forget()

    def forget(self) -> None:
        """Paint anew next time: the lens or the palette is another one."""
        self._painted = self._shown = None

    @property
    def lens(self) -> Lens:
        """Where the map is looked at; all of it until somebody looks closer."""
        if self._lens is None:
            self._lens = self.whole()
        return self._lens

    @lens.setter
    def lens(self, lens: Lens) -> None:
        self._lens = lens
        self.forget()

    def whole(self) -> Lens:
        """All of the map."""
        return Lens.whole(*self.pixels(), _box(self.points.places), round(EDGE * self.ratio))

    def around(self, rows: Rows) -> Lens:
        """These points, with some of what is around them."""
        low, high = np.quantile(self.points.places[rows], [0.02, 0.98], axis=0)  # not those few that lie far off
        return Lens.around(
            *self.pixels(), (*low.tolist(), *high.tolist()), self.whole().scale, round(3 * EDGE * self.ratio)
        )

    def resize(self, size: QSize, ratio: float) -> None:
        """What lay in the middle stays there; a whole map stays whole."""
        before, was_whole = self.pixels(), self._lens is not None and self._lens.scale == self._lens.least
        self.size, self.ratio = size, ratio
        whole, (width, height) = self.whole(), self.pixels()
        if was_whole:
            self._lens = whole
        elif self._lens is not None:
            moved = self._lens.panned((width - before[0]) // 2, (height - before[1]) // 2)
            self._lens = Lens(moved.scale, moved.left, moved.top, whole.least)
        self.forget()

    def pixels(self) -> tuple[int, int]:
        """Width and height in device pixels."""
        return max(1, round(self.size.width() * self.ratio)), max(1, round(self.size.height() * self.ratio))

    def screen(self, rows: Rows | None = None) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Device pixels of points, by default of all."""
        places = (self.points.places if rows is None else self.points.places[rows]).astype(np.float64)
        return self.lens.left + places[:, 0] * self.lens.scale, self.lens.top - places[:, 1] * self.lens.scale

    def place_of(self, row: int) -> QPointF:
        """Where a point lies, in logical pixels."""
        (x,), (y,) = self.screen(np.array([row]))
        return QPointF(float(x), float(y)) / self.ratio

    # Painting ----------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter) -> None:
        """Points from the image that is at hand, pictures over them."""
        painter.drawImage(QRect(QPoint(0, 0), self.size), self._image())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_pictures(painter)

    def radius(self) -> float:
        """Of a point, in logical pixels: the more there are the smaller."""
        return 6.5 - min(4.0, max(0.0, math.log10(max(1, len(self.points))) - 1.0))

    def _image(self) -> QImage:
        if self._painted is None:
            ground, radius = self._look.colour("background"), self.radius() * self.ratio
            canvas = Canvas(*self.pixels(), ground, radius + GAP * self.ratio)
            palette = np.array([colour.rgb() for colour in self.points.palette] or [0], np.uint32)
            text, accent = self._look.colour("text"), self._look.colour("accent")
            rings = ((), ((RING, text),), ((GAP, accent), (RING / 2, ground)))
            for dots, around in zip(self._groups(), rings, strict=True):
                some, under = dots.take(canvas.inside(dots, self.lens.left, self.lens.top)), ground
                for more, colour in around:
                    one = np.full(len(palette), colour.rgb(), np.uint32)
                    canvas.paint(some, self.lens.left, self.lens.top, radius + more * self.ratio, one, under)
                    under = colour
                canvas.paint(some, self.lens.left, self.lens.top, radius, palette, under)
            self._painted = canvas, canvas.image()
        return self._painted[1]

    def _groups(self) -> tuple[Dots, ...]:
        """Plain dots, ringed and selected ones; in each those that another hides at this zoom are left out."""
        if self._kept is None or self._kept[0] != self.lens.scale:
            at = np.rint(self.points.places * np.array([self.lens.scale, -self.lens.scale], np.float32)).astype(
                np.int32
            )
            dots, ringed = Dots(at[:, 0], at[:, 1], self.points.kinds), self.points.ringed & ~self.selected
            groups = (dots.take(which) for which in (~(ringed | self.selected), ringed, self.selected))
            self._kept = self.lens.scale, tuple(group.take(group.seen()) for group in groups)
        return self._kept[1]

    def _paint_pictures(self, painter: QPainter) -> None:
        """Pictures in place of points, where few are left and there is room."""
        rows, size = self.pictures_shown()
        for row in rows:
            pixmap = self.pixmap_of(self.points.hashes[row], size)
            if pixmap is None:
                continue
            place = self._frame(row, size)
            painter.drawPixmap(place, pixmap)
            chosen = bool(self.selected[row])
            colour = self.points.palette[int(self.points.kinds[row])]
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if self.points.ringed[row]:
                painter.setPen(QPen(self._look.colour("text"), 5))
                painter.drawRoundedRect(QRectF(place), 8, 8)
            painter.setPen(QPen(colour, 3))
            painter.drawRoundedRect(QRectF(place), 8, 8)
            if chosen:
                painter.setPen(QPen(self._look.colour("accent"), 2))
                painter.drawRoundedRect(QRectF(place).adjusted(-4, -4, 4, 4), 11, 11)

    def _frame(self, row: int, size: QSize) -> QRect:
        frame = QRect(QPoint(0, 0), size)
        frame.moveCenter(self.place_of(row).toPoint())
        return frame

    def pictures_shown(self) -> tuple[list[int], QSize]:
        """Rows whose picture is painted, none over another, and their size; none while many points show."""
        if self._shown is None:
            width, height = self.pixels()
            xs, ys = self.screen()
            seen = np.flatnonzero((xs >= 0) & (xs < width) & (ys >= 0) & (ys < height))
            size = LARGE if len(seen) <= FEW else SMALL
            self._shown = (self._apart(seen, xs, ys, size) if len(seen) <= MOST_NEAR else []), size
        return self._shown

    def _apart(self, seen: Rows, xs: NDArray[np.float64], ys: NDArray[np.float64], size: QSize) -> list[int]:
        """Rows of points that are far enough from each other, selected ones first."""
        across, down = (size.width() + 12) * self.ratio, (size.height() + 12) * self.ratio
        shown: list[int] = []
        for row in seen[np.argsort(~self.selected[seen], kind="stable")].tolist():
            if len(shown) == MOST_THUMBNAILS:
                break
            if not ((np.abs(xs[shown] - xs[row]) < across) & (np.abs(ys[shown] - ys[row]) < down)).any():
                shown.append(row)
        return shown

    # Looking up ----------------------------------------------------------------------------------------------------

    def nearest(self, at: QPointF) -> int:
        """The row of the point, or of the picture, at a place of the window; -1 where there is none."""
        shown, size = self.pictures_shown()
        for row in shown:
            if self._frame(row, size).contains(at.toPoint()):
                return row
        if not len(self.points):
            return -1
        ratio = self.ratio
        xs, ys = self.screen()
        far = np.hypot(xs - at.x() * ratio, ys - at.y() * ratio)
        row = int(far.argmin())
        return row if far[row] <= max(NEAR, self.radius()) * ratio else -1

    def within(self, outline: QPainterPath) -> Rows:
        """Rows of the points inside an outline: it is painted, and looked up at each point."""
        mask = QImage(self.size, QImage.Format.Format_Grayscale8)
        mask.fill(0)
        painter = QPainter(mask)
        outline.setFillRule(Qt.FillRule.WindingFill)
        painter.fillPath(outline, QColor("white"))
        painter.end()
        lit = np.frombuffer(mask.constBits(), np.uint8).reshape(mask.height(), mask.bytesPerLine()) > 127
        xs, ys = (np.rint(each / self.ratio) for each in self.screen())
        inside = np.flatnonzero((xs >= 0) & (xs < mask.width()) & (ys >= 0) & (ys < mask.height()))
        return inside[lit[ys[inside].astype(np.intp), xs[inside].astype(np.intp)]]
