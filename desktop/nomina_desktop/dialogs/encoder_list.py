"""The list of encoders: title and state above, worth and cost below."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle

from nomina_desktop.encoder_rows import EncoderRow, EncoderRowsModel
from nomina_desktop.look import Look
from nomina_desktop.rows import RowDelegate
from nomina_desktop.words import tr

ROW, LEAST = 56, 340
GAP = 12


class _EncoderDelegate(RowDelegate):
    """Paints an encoder."""

    HIGH, WIDE, SIDES = ROW, LEAST, (0, 1, 4, 1)

    def paint_row(self, painter: QPainter, place: QRect, row: EncoderRow, state: QStyle.StateFlag) -> None:  # noqa: ARG002
        text, top, bottom = place.adjusted(12, 9, -12, -8), Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom
        tone, weight = ("accent", QFont.Weight.Medium) if row.in_use else ("secondary", QFont.Weight.Normal)
        taken = self.words(painter, text, row.state, 12, tone, weight=weight, flags=top | Qt.AlignmentFlag.AlignRight)
        if row.in_use:
            dot = QRectF(text.right() - taken - 13, text.top() + 5, 6, 6)
            self.dot(painter, dot, self._look.colour("accent"))
            taken += 14
        weight = QFont.Weight.DemiBold if row.in_use else QFont.Weight.Medium
        self.words(painter, _beside(text, taken), row.title, 13, weight=weight, flags=top)
        taken = self.words(painter, text, row.cost, 12, "secondary", flags=bottom | Qt.AlignmentFlag.AlignRight)
        self.words(painter, _beside(text, taken), row.worth, 12, "secondary", flags=bottom)


def _beside(place: QRect, taken: int) -> QRect:
    return place.adjusted(0, 0, -taken - (GAP if taken else 0), 0)


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
