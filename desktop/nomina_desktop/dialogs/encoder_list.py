"""The list of encoders: title and state above, worth and cost below."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem

from nomina_desktop.encoder_rows import EncoderRow, EncoderRowsModel
from nomina_desktop.look import Look
from nomina_desktop.models import Role
from nomina_desktop.paint import paint_ground
from nomina_desktop.words import tr

ROW, LEAST = 56, 340
GAP = 12


class _EncoderDelegate(QStyledItemDelegate):
    """Paints an encoder."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        return QSize(LEAST, ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: EncoderRow = index.data(Role.ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = option.rect.adjusted(0, 1, -4, -1)
        paint_ground(painter, self._look, place, option.state)
        text = place.adjusted(12, 9, -12, -8)
        weight = QFont.Weight.DemiBold if row.in_use else QFont.Weight.Medium
        self._line(painter, text, Qt.AlignmentFlag.AlignTop, row.title, row.state, (13, weight, "text"), row.in_use)
        below = (12, QFont.Weight.Normal, "secondary")
        self._line(painter, text, Qt.AlignmentFlag.AlignBottom, row.worth, row.cost, below, False)
        painter.restore()

    def _line(self, painter, text, edge, left, right, style, in_use) -> None:  # type: ignore[no-untyped-def]
        """Words at the left, cut where there is no room, and at the right."""
        pixels, weight, colour = style
        painter.setFont(self._look.font(12, QFont.Weight.Medium if in_use else QFont.Weight.Normal))
        painter.setPen(self._look.colour("accent" if in_use else "secondary"))
        painter.drawText(text, edge | Qt.AlignmentFlag.AlignRight, right)
        taken = QFontMetrics(painter.font()).horizontalAdvance(right)
        if in_use:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("accent"))
            painter.drawEllipse(QRectF(text.right() - taken - 13, text.top() + 5, 6, 6))
            taken += 14
        painter.setFont(self._look.font(pixels, weight))
        painter.setPen(self._look.colour(colour))
        room = text.width() - taken - (GAP if right else 0)
        shown = QFontMetrics(painter.font()).elidedText(left, Qt.TextElideMode.ElideRight, room)
        painter.drawText(text, edge | Qt.AlignmentFlag.AlignLeft, shown)


class EncoderList(QListView):
    """The encoders.

    Attributes:
        rows: its model.
    """

    def __init__(self, look: Look) -> None:
        """Empty until its model is."""
        super().__init__()
        self.rows = EncoderRowsModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(_EncoderDelegate(look, self))
        self.setAccessibleName(tr("Encoders"))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumSize(LEAST, 5 * ROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The current one stays in sight when a line below takes some of the room."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Return to the dialog: it does what is offered first."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)
