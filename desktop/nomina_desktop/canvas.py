"""One picture, fitted or zoomed: the wheel zooms at the pointer, a drag moves it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

STEP = 1.25
LARGEST, SHARP = 16.0, 3.0
"""Device pixels a pixel of the picture may take; from how many on each is shown as a square."""
NOTCH = 120


class Canvas(QWidget):
    """Shows a pixmap as a picture of a size of its own, which may be larger: then more pixels are asked for.

    Signals:
        zoomed: the picture is shown in another size.
    """

    zoomed = Signal()

    LARGEST_FIT = 4.0
    """Logical pixels that a pixel of a small picture may take while the whole picture is in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until `take`."""
        super().__init__(parent)
        self._pixmap: QPixmap | None = None
        self._size = QSizeF(0, 0)
        self._scale: float | None = None
        self._middle = QPointF(0.5, 0.5)
        self._grabbed: QPointF | None = None
        self.setMouseTracking(True)

    @property
    def scale(self) -> float:
        """Device pixels that a pixel of the picture takes."""
        return self._fit() if self._scale is None else self._scale

    @property
    def fitted(self) -> bool:
        """Whether the whole picture is in sight."""
        return self._scale is None

    @property
    def wants_more(self) -> bool:
        """Whether the pixmap has fewer pixels than are to be seen."""
        if self._pixmap is None or not self._size.width():
            return False
        return self._pixmap.width() < min(self._size.width(), self._size.width() * self.scale) * 0.98

    def take(self, pixmap: QPixmap | None, size: QSizeF, *, again: bool = False) -> None:
        """Show a picture of a size in pixels; `again` keeps zoom and place, for the same picture with more pixels."""
        self._pixmap, self._size = pixmap, size
        if not again:
            self._scale, self._middle = None, QPointF(0.5, 0.5)
        self._changed()

    # Zoom --------------------------------------------------------------------------------------------------------

    def fit(self) -> None:
        """Show all of it."""
        self._scale, self._middle = None, QPointF(0.5, 0.5)
        self._changed()

    def full(self, at: QPointF | None = None) -> None:
        """Show each pixel as one of the screen's, so that what lies at a point stays there."""
        self._zoom_to(1.0, at)

    def look_close(self, at: QPointF | None = None) -> None:
        """Show it as close as `toggle` goes."""
        self.full(at)

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Show it larger or smaller, so that what lies at a point stays there; by default in the middle."""
        self._zoom_to(self.scale * factor, at)

    def toggle(self, at: QPointF | None = None) -> None:
        """All of it, or a close look."""
        if self.fitted:
            self.look_close(at)
        else:
            self.fit()

    def _zoom_to(self, scale: float, at: QPointF | None) -> None:
        if not self._size.width():
            return
        at = self.room.center() if at is None else at
        before = self._place()
        inside = QPointF((at.x() - before.left()) / before.width(), (at.y() - before.top()) / before.height())
        scale = min(max(scale, min(self._fit(), 1.0)), LARGEST)
        self._scale = None if scale <= self._fit() * 1.001 and scale < 1.0 else scale
        after = self._place()
        moved = QPointF(
            at.x() - after.left() - inside.x() * after.width(), at.y() - after.top() - inside.y() * after.height()
        )
        self.move_by(moved.x(), moved.y())
        self._changed()

    def move_by(self, right: float, down: float) -> None:
        """Move the picture, as far as it stays in sight."""
        wide, high = max(1.0, self._shown().width()), max(1.0, self._shown().height())
        middle = self._middle - QPointF(right / wide, down / high)
        half = QPointF(self.room.width() / wide / 2, self.room.height() / high / 2)
        self._middle = QPointF(_within(middle.x(), half.x()), _within(middle.y(), half.y()))
        self.update()

    def _changed(self) -> None:
        self._offer_hand()
        self.update()
        self.zoomed.emit()

    # Geometry ----------------------------------------------------------------------------------------------------

    @property
    def room(self) -> QRectF:
        """Where pictures are seen; never empty."""
        return QRectF(0, 0, max(1, self.width()), max(1, self.height()))

    def _fit(self) -> float:
        if not self._size.width() or not self._size.height():
            return 1.0
        room, ratio = self.room, self.devicePixelRatioF()
        fits = min(room.width() * ratio / self._size.width(), room.height() * ratio / self._size.height())
        return min(fits, self.LARGEST_FIT * ratio)

    def _shown(self) -> QSizeF:
        """Size of the whole picture in logical pixels."""
        return self._size * (self.scale / self.devicePixelRatioF())

    def _place(self) -> QRectF:
        """Where the whole picture lies; it may reach out of sight."""
        size, middle = self._shown(), self.room.center()
        corner = middle - QPointF(self._middle.x() * size.width(), self._middle.y() * size.height())
        return QRectF(corner, size)

    @property
    def seen(self) -> QRectF:
        """Where something of the picture is in sight."""
        return self._place().intersected(self.room)

    # Events ------------------------------------------------------------------------------------------------------

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint what is in sight of it."""
        painter = QPainter(self)
        self.paint(painter)
        painter.end()

    def paint(self, painter: QPainter) -> None:
        """Paint what is in sight of the picture, and nothing where its pixels are not there."""
        if self._pixmap is None or not self._size.width():
            return
        place, seen = self._place(), self.seen
        across, down = self._pixmap.width() / place.width(), self._pixmap.height() / place.height()
        source = QRectF(
            (seen.left() - place.left()) * across,
            (seen.top() - place.top()) * down,
            seen.width() * across,
            seen.height() * down,
        )
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self.fitted or self.scale < SHARP)
        painter.drawPixmap(seen, self._pixmap, source)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer."""
        self.zoom(STEP ** (event.angleDelta().y() / NOTCH), event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the picture."""
        if event.button() == Qt.MouseButton.LeftButton and not self.fitted:
            self._grabbed = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move it."""
        if self._grabbed is not None:
            way, self._grabbed = event.position() - self._grabbed, event.position()
            self.move_by(way.x(), way.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        """Let go."""
        self._grabbed = None
        self._offer_hand()

    def _offer_hand(self) -> None:
        """What is close can be taken hold of."""
        self.setCursor(Qt.CursorShape.ArrowCursor if self.fitted else Qt.CursorShape.OpenHandCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """All of it, or a close look at the pointer."""
        self.toggle(event.position())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is close stays within the picture."""
        super().resizeEvent(event)
        self.move_by(0, 0)


def _within(middle: float, half: float) -> float:
    """A middle such that half of what is seen on each side lies inside the picture, or 0.5 where all of it is seen."""
    return 0.5 if half >= 0.5 else min(max(middle, half), 1.0 - half)
