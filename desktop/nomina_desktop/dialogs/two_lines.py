"""How the lists of dialogs paint what has a title and more to say."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from nomina_desktop.look import Look
from nomina_desktop.models import Role
from nomina_desktop.paint import paint_ground
from nomina_desktop.rail_section import RailRow

HEIGHT = 56


class TwoLines(QStyledItemDelegate):
    """Paints a row in two lines: its title and some words at the right, what it is about below."""

    def __init__(self, look: Look, parent: QObject, at_right: Callable[[RailRow], str]) -> None:
        """Paint with this look; `at_right` gives the words at the right of a title."""
        super().__init__(parent)
        self._look, self._at_right = look, at_right

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        """Every row has the same height."""
        return QSize(300, HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        row: RailRow = index.data(Role.ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, self._look, option.rect.adjusted(0, 1, -4, -1), option.state)
        text = option.rect.adjusted(12, 8, -16, -8)
        top, left, right = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        painter.setFont(self._look.font(14, QFont.Weight.Medium))
        painter.setPen(self._look.colour("text"))
        painter.drawText(text, top | left, row.title)
        painter.setFont(self._look.font(13))
        painter.drawText(text, top | right, self._at_right(row))
        painter.setFont(self._look.font(12))
        painter.setPen(self._look.colour("secondary"))
        shown = QFontMetrics(painter.font()).elidedText(row.tip, Qt.TextElideMode.ElideRight, text.width())
        painter.drawText(text, Qt.AlignmentFlag.AlignBottom | left, shown)
        painter.restore()
