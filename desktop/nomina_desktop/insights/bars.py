"""Rows with a name, a bar and a number; a click or Enter on a row shows its pictures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPainterPath
from PySide6.QtWidgets import QListView, QStyle, QWidget

from nomina_desktop.look import Look
from nomina_desktop.models import Role
from nomina_desktop.rows import RIGHT, Index, RowDelegate, RowsModel

ROW, BAR, MOST_ROWS = 32, 8, 12


@dataclass(frozen=True, slots=True)
class Bar:
    """One row.

    Attributes:
        parts: (colour as "#RRGGBB", share of the bar's room 0..1) from the left.
        figure: what stands at the right. detail: more words, for the pointer and for screen readers.
        mark: colour of a mark before the name, or "".
        show: shows the pictures of the row; None where there are none to show.
    """

    title: str
    parts: tuple[tuple[str, float], ...]
    figure: str
    detail: str = ""
    mark: str = ""
    show: Callable[[], None] | None = None


class BarsModel(RowsModel[Bar]):
    """Rows in order."""

    def key(self, row: Bar) -> str:
        """Its name."""
        return row.title

    def figures(self) -> list[str]:
        """What stands at the right of the rows."""
        return [bar.figure for bar in self.rows]

    def said(self, row: Bar, role: int) -> str | None:
        """See RowsModel."""
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.title}, {row.detail or row.figure}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.detail or None
        return None


class BarList(QListView):
    """The rows as a list that is as high as they need, up to MOST_ROWS."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        """Empty until `take`; `name` is for screen readers."""
        super().__init__(parent)
        self.bars = BarsModel(self)
        self.setModel(self.bars)
        self.setItemDelegate(_BarDelegate(look, self.bars, self))
        self.setMouseTracking(True)
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._show)

    def take(self, bars: list[Bar]) -> None:
        """Show rows."""
        self.bars.take(bars)
        rows = min(len(bars), MOST_ROWS)
        self.setFixedHeight(rows * ROW)
        self.setVisible(bool(bars))

    def _show(self, index: Index) -> None:
        bar: Bar | None = index.data(Role.ROW)
        if bar is not None and bar.show is not None:
            bar.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space show the pictures of a row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._show(self.currentIndex())
        else:
            super().keyPressEvent(event)


class _BarDelegate(RowDelegate):
    """Paints name, bar and number in columns."""

    HIGH, WIDE = ROW, 160

    def __init__(self, look: Look, bars: BarsModel, parent: QObject) -> None:
        super().__init__(look, parent)
        self._bars = bars

    def state(self, row: Bar, state: QStyle.StateFlag) -> QStyle.StateFlag:
        """What was looked at is no choice, and what shows nothing is not offered."""
        state &= ~QStyle.StateFlag.State_Selected
        return state if row.show else state & ~QStyle.StateFlag.State_MouseOver

    def paint_row(self, painter: QPainter, place: QRect, row: Bar, state: QStyle.StateFlag) -> None:  # noqa: ARG002
        place = place.adjusted(8, 0, -8, 0)
        figure = self.words(painter, place, row.figure, 12, "secondary", flags=RIGHT)
        name = QRect(place)
        name.setWidth(min(int(place.width() * (0.38 if row.parts else 0.8)), place.width() - figure - 12))
        if row.mark:
            self.dot(painter, QRectF(name.left(), name.center().y() - 4, 9, 9), QColor(row.mark))
            name.setLeft(name.left() + 17)
        self.words(painter, name, row.title, 13, weight=QFont.Weight.Medium)
        left = place.left() + int(place.width() * 0.4)
        right = place.right() - self._figures() - 16
        self._paint_bar(painter, row, QRectF(left, place.center().y() - BAR / 2, right - left, BAR))

    def _figures(self) -> int:
        """Width of the widest figure, so that all bars end at one line."""
        measure = QFontMetrics(self._look.font(12))
        return max((measure.horizontalAdvance(figure) for figure in self._bars.figures()), default=0)

    def _paint_bar(self, painter: QPainter, bar: Bar, room: QRectF) -> None:
        """The parts beside each other, in a track; nothing where there is no room."""
        if not bar.parts or room.width() < 24:
            return
        track = QPainterPath()
        track.addRoundedRect(room, BAR / 2, BAR / 2)
        painter.fillPath(track, self._look.colour("field"))
        painter.setClipPath(track)
        left = room.left()
        for colour, share in bar.parts:
            painter.fillRect(QRectF(left, room.top(), share * room.width(), BAR), QColor(colour))
            left += share * room.width()
        painter.setClipping(False)
