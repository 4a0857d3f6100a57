"""What the small lists of the window share: a model over rows that are handed in whole, and how a row is painted."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from nomina_desktop.look import Look
from nomina_desktop.models import Role
from nomina_desktop.paint import paint_ground

Index = QModelIndex | QPersistentModelIndex
R = TypeVar("R")
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RowsModel(QAbstractListModel, Generic[R]):
    """Rows in order. A kind of row has a model of its own, which says its `key` and what is `said` of it.

    Attributes:
        rows: what is shown.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty until `take`."""
        super().__init__(parent)
        self.rows: list[R] = []

    def key(self, row: R) -> Hashable:
        """What tells a row from the others."""
        raise NotImplementedError

    def said(self, row: R, role: int) -> Any:
        """What a view asks of a row; None for what it has no answer to."""
        raise NotImplementedError

    def take(self, rows: Sequence[R]) -> None:
        """Show these; where they are the same things, what is chosen stays, and those that differ are painted again."""
        before, rows = [self.key(row) for row in self.rows], list(rows)
        if [self.key(row) for row in rows] == before:
            changed = [place for place, row in enumerate(rows) if row != self.rows[place]]
            self.rows = rows
            if changed:
                self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def row_of(self, key: Hashable) -> int:
        """The place of the row of this key, or -1."""
        return next((place for place, row in enumerate(self.rows) if self.key(row) == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, Qt's signature
        """How many there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a view asks of a place."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        return row if role == Role.ROW else self.said(row, role)


class RowDelegate(QStyledItemDelegate):
    """Paints rows of one height, each on the ground of its state. A kind of row says in `paint_row` how it looks."""

    HIGH, WIDE = 32, 120
    SIDES = (0, 0, 0, 0)
    """From the room of a row to its ground: left, top, right, bottom."""

    def __init__(self, look: Look, parent: QObject) -> None:
        """Paint with this look."""
        super().__init__(parent)
        self._look = look

    def paint_row(self, painter: QPainter, place: QRect, row: Any, state: QStyle.StateFlag) -> None:
        """Paint what the row says into the place of its ground."""
        raise NotImplementedError

    def state(self, row: Any, state: QStyle.StateFlag) -> QStyle.StateFlag:  # noqa: ARG002, others look at the row
        """What of its state a row shows."""
        return state

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """All rows are as high."""
        return QSize(self.WIDE, self.HIGH)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row, (left, top, right, bottom) = index.data(Role.ROW), self.SIDES
        state, place = self.state(row, option.state), option.rect.adjusted(left, top, -right, -bottom)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, self._look, place, state)
        self.paint_row(painter, place, row, state)
        painter.restore()

    def words(
        self,
        painter: QPainter,
        place: QRect,
        text: str,
        pixels: int,
        tone: str = "text",
        *,
        weight: QFont.Weight = QFont.Weight.Normal,
        flags: Qt.AlignmentFlag = LEFT,
        cut: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> int:
        """Write words in a tone of the palette, cut where there is no room, and say how wide they are."""
        painter.setFont(self._look.font(pixels, weight))
        painter.setPen(self._look.colour(tone))
        measure = QFontMetrics(painter.font())
        shown = measure.elidedText(text, cut, place.width())
        painter.drawText(place, flags, shown)
        return measure.horizontalAdvance(shown)

    def angle(self, painter: QPainter, place: QRect, folded: bool) -> None:
        """A small angle at the left: to the right where something is hidden, else down."""
        angle = QPolygonF([QPointF(-2, -3.5), QPointF(1.5, 0), QPointF(-2, 3.5)])
        if not folded:
            angle = QTransform().rotate(90).map(angle)
        painter.setPen(QPen(self._look.colour("secondary"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(angle.translated(place.left() + 5, place.center().y() + 1))

    def dot(self, painter: QPainter, place: QRectF, colour: QColor | QBrush) -> None:
        """Fill a circle."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(place)
