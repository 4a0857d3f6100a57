"""What the colours of a map stand for, as a list from which a group can be selected."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QWidget

from nomina_desktop.look import Look
from nomina_desktop.models import Role
from nomina_desktop.rows import RIGHT, RowDelegate, RowsModel
from nomina_desktop.words import number, tr

if TYPE_CHECKING:
    from nomina_desktop.map.placed import Group

ROW, MARK = 28, 10


class LegendModel(RowsModel["Group"]):
    """The groups of a map, with counts."""

    def key(self, row: Group) -> Hashable:
        """Its kind and category."""
        return row.kind, row.category_id

    def said(self, row: Group, role: int) -> str | None:
        """See RowsModel."""
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return tr("%Ln picture(s) of {name}", None, row.count).format(name=row.title)
        return None


class Legend(QListView):
    """The list; a click or Enter on a group selects its pictures.

    Signals:
        chosen: a person wants the pictures of a group; with it.
    """

    chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget) -> None:
        """Empty until `take`."""
        super().__init__(parent)
        self.groups = LegendModel(self)
        self.setModel(self.groups)
        self.setItemDelegate(_GroupDelegate(look, self))
        self.setMouseTracking(True)
        self.setAccessibleName(tr("What the colours of the map stand for"))
        self.setAccessibleDescription(tr("Enter selects the pictures of a group."))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(lambda index: self.chosen.emit(index.data(Role.ROW)))

    def step(self, by: int) -> None:
        """Go to the next group, or the one before, around the end, and select its pictures."""
        count = self.groups.rowCount()
        if count:
            row = self.currentIndex().row() if self.currentIndex().isValid() else (-1 if by > 0 else 0)
            self.setCurrentIndex(self.groups.index((row + by) % count))
            self.chosen.emit(self.currentIndex().data(Role.ROW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space select."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex().data(Role.ROW))
        else:
            super().keyPressEvent(event)


class _GroupDelegate(RowDelegate):
    """Paints a group as the map does: its colour, or a ring."""

    HIGH, SIDES = ROW, (0, 0, 8, 0)

    def paint_row(self, painter: QPainter, place: QRect, row: Group, state: QStyle.StateFlag) -> None:  # noqa: ARG002
        mark = QRectF(place.left() + 8, place.center().y() + 0.5 - MARK / 2, MARK, MARK)
        self._paint_mark(painter, mark, row.colours)
        text = place.adjusted(26, 0, -8, 0)
        taken = self.words(painter, text, number(row.count), 12, "secondary", flags=RIGHT)
        text.setRight(text.right() - taken - 8)
        self.words(painter, text, row.title, 12, weight=QFont.Weight.Medium)

    def _paint_mark(self, painter: QPainter, mark: QRectF, colours: tuple[str, ...]) -> None:
        """A dot of one colour or of several, or a ring."""
        painter.setPen(Qt.PenStyle.NoPen if colours else QPen(self._look.colour("text"), 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if not colours:
            painter.drawEllipse(mark)
        part = 360 * 16 // max(1, len(colours))
        for number_, colour in enumerate(colours):
            painter.setBrush(QColor(colour))
            painter.drawPie(mark, 90 * 16 + number_ * part, part)
