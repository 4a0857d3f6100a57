"""Pictures as points that a person zooms, moves, looks at and selects. Imported when a map is first looked at."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from nomina_desktop.look import Look
from nomina_desktop.map.lens import Lens
from nomina_desktop.map.plot import Mask, Plot, Points, Rows
from nomina_desktop.words import tr

REST = 250
"""Milliseconds that the pointer rests on a point until it is shown."""
STEP, ZOOM = 80, 1.25
"""Of a key: logical pixels, and a factor."""
WHEEL = 1.0016
"""Factor of zoom for an eighth of a degree."""


class Tool(StrEnum):
    """What dragging does."""

    MOVE = "move"
    RECTANGLE = "rectangle"
    LASSO = "lasso"


def how_in_words() -> str:
    """What the keyboard does here."""
    return tr(
        "Pictures that look alike lie together. Arrows move the map, plus and minus zoom, Home shows all of it. "
        "Page down selects the pictures of the next category in the list beside it, Page up those of the one before; "
        "1 to 9 label the selected ones, Enter shows them in the gallery, Escape selects none."
    )


class Scatter(QWidget):
    """The points, and what a person does with them.

    Attributes:
        plot: where they lie and how they are painted.
        tool: what dragging does.

    Signals:
        chosen: the person has selected points; with their rows, ascending.
        pointed: the pointer rests on a point; with its row and where it lies in this widget, or with -1.
        opened: the person wants to see the selected ones.
        stepped: the person wants the next group of points, or with -1 the one before.
    """

    chosen = Signal(object)
    pointed = Signal(int, QPoint)
    opened = Signal()
    stepped = Signal(int)

    def __init__(self, look: Look, parent: QWidget) -> None:
        """Nothing to show until `take`."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(120, 120)
        self.setAccessibleName(tr("Map of the pictures"))
        self.setAccessibleDescription(how_in_words())
        self._look = look
        self.plot = Plot(look)
        self.tool = Tool.MOVE
        self._pressed: QPointF | None = None
        self._moved = self._adds = False
        self._path: list[QPointF] = []
        self._rest = QTimer(self, interval=REST, singleShot=True)
        self._rest.timeout.connect(lambda: self.point_at(QPointF(self.mapFromGlobal(self.cursor().pos()))))

    # What is shown -----------------------------------------------------------------------------------------------

    def take(self, points: Points, selected: Mask) -> None:
        """Show points; the place that is looked at stays, unless there were none."""
        self.plot.take(points, selected)
        self.update()

    def select(self, selected: Mask) -> None:
        """Mark other points, shape (n,)."""
        self.plot.select(selected)
        self.update()

    def show_all(self) -> None:
        """Show the whole map."""
        self._look_through(self.plot.whole())

    def bring_into_view(self, rows: Rows) -> None:
        """Look at these points, with some of what is around them."""
        if len(rows):
            self._look_through(self.plot.around(rows))

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom around a point of this widget, by default its middle."""
        at = (QPointF(self.width() / 2, self.height() / 2) if at is None else at) * self.plot.ratio
        self._look_through(self.plot.lens.zoomed(factor, at.x(), at.y()))

    def pan(self, right: float, down: float) -> None:
        """Move the map by logical pixels."""
        ratio = self.plot.ratio
        self._look_through(self.plot.lens.panned(round(right * ratio), round(down * ratio)))

    def _look_through(self, lens: Lens) -> None:
        self.plot.lens = lens
        self.pointed.emit(-1, QPoint())
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """The points, what is being drawn, and a ring when this has the keyboard."""
        painter = QPainter(self)
        self.plot.paint(painter)
        if self._path:
            ground = QColor(self._look.colour("accent"))
            ground.setAlphaF(0.12)
            painter.setBrush(ground)
            painter.setPen(QPen(self._look.colour("accent"), 1.5, Qt.PenStyle.DashLine))
            painter.drawPath(self._outline())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.colour("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    # The pointer -------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to move the map, or to draw around points."""
        self._rest.stop()
        self.pointed.emit(-1, QPoint())
        self._pressed, self._moved = event.position(), False
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        draws = event.button() == Qt.MouseButton.LeftButton and (shift or self.tool is not Tool.MOVE)
        self._path = [event.position()] if draws else []
        self._adds = control or (shift and self.tool is not Tool.MOVE)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the map, draw, or wait for the pointer to rest."""
        if self._pressed is None:
            self.pointed.emit(-1, QPoint())
            self._rest.start()
            return
        way = event.position() - self._pressed
        self._moved = self._moved or way.manhattanLength() > QApplication.startDragDistance() / 2
        if self._path:
            self._path = (
                [self._path[0], event.position()] if self.tool is Tool.RECTANGLE else [*self._path, event.position()]
            )
            self.update()
        elif self._moved:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.pan(way.x(), way.y())
            self._pressed = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Select what was drawn around, or the point that was clicked."""
        if self._path and self._moved:
            self._choose(self.plot.within(self._outline()), self._adds)
        elif not self._moved and event.button() == Qt.MouseButton.LeftButton:
            row = self.plot.nearest(event.position())
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._choose(np.array([row] if row >= 0 else [], np.intp), self._adds or shift, turns=True)
        self._pressed, self._path = None, []
        self.unsetCursor()
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Look closer."""
        self.zoom(2.0, event.position())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the pointer."""
        turned = event.angleDelta().y() or event.angleDelta().x()
        self.zoom(WHEEL**turned, event.position())
        event.accept()

    def leaveEvent(self, _: QEvent) -> None:
        """The pointer is elsewhere."""
        self._rest.stop()
        self.pointed.emit(-1, QPoint())

    def point_at(self, at: QPointF) -> None:
        """Tell which point lies there."""
        row = self.plot.nearest(at) if self.rect().contains(at.toPoint()) else -1
        self.pointed.emit(row, self.plot.place_of(row).toPoint() if row >= 0 else QPoint())

    def _outline(self) -> QPainterPath:
        path = QPainterPath(self._path[0])
        if self.tool is Tool.RECTANGLE:
            path = QPainterPath()
            path.addRect(QRectF(self._path[0], self._path[-1]).normalized())
            return path
        for each in self._path[1:]:
            path.lineTo(each)
        path.closeSubpath()
        return path

    def _choose(self, rows: Rows, adds: bool, turns: bool = False) -> None:
        """Select points, beside those that are; `turns` takes away what was selected."""
        was = self.plot.selected
        selected = was.copy() if adds else np.zeros(len(was), bool)
        selected[rows] = ~selected[rows] if adds and turns else True
        self.chosen.emit(np.flatnonzero(selected))

    # The keyboard ------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, zoom, select; `how_in_words` tells a person."""
        key = Qt.Key(event.key())
        ways = {Qt.Key.Key_Left: (1, 0), Qt.Key.Key_Right: (-1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}
        acts: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_Plus: lambda: self.zoom(ZOOM),
            Qt.Key.Key_Equal: lambda: self.zoom(ZOOM),
            Qt.Key.Key_Minus: lambda: self.zoom(1 / ZOOM),
            Qt.Key.Key_Home: self.show_all,
            Qt.Key.Key_PageDown: lambda: self.stepped.emit(1),
            Qt.Key.Key_PageUp: lambda: self.stepped.emit(-1),
            Qt.Key.Key_Return: self.opened.emit,
            Qt.Key.Key_Enter: self.opened.emit,
            Qt.Key.Key_Escape: self._leave,
        }
        if key in ways and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.pan(*(STEP * way for way in ways[key]))
        elif key in acts:
            acts[key]()
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        """Stop drawing, else select nothing."""
        if self._path:
            self._path, self._pressed = [], None
            self.update()
        else:
            self.chosen.emit(np.zeros(0, np.intp))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What lay in the middle stays there."""
        self.plot.resize(event.size(), self.devicePixelRatioF())
        self.pointed.emit(-1, QPoint())

    def changeEvent(self, event: QEvent) -> None:
        """Another palette paints other colours."""
        if event.type() == QEvent.Type.PaletteChange:
            self.plot.forget()
            self.update()
        super().changeEvent(event)
