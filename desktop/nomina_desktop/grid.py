"""A grid of equal cells whose geometry is arithmetic: nothing in it grows with the number of rows.

It is a QListView, because then screen readers find a list with items; what a QListView would compute for each item
is replaced.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem, QWidget

Index = QModelIndex | QPersistentModelIndex
RING = 5
"""Pixels around a cell that its delegate may paint on."""


@dataclass(frozen=True, slots=True)
class Tiles:
    """Where the cells of a grid lie, in the coordinates of its contents.

    Attributes:
        width: of the viewport.
        count: cells.
        target: width that a cell should about have; it is stretched so that a line is full.
        caption: height below the picture.
    """

    width: int
    count: int
    target: int
    caption: int = 32
    gap: int = 16
    below: int = 20
    margin: int = 24

    @property
    def columns(self) -> int:
        """Cells in a line: so many that they come nearest to the width they should have."""
        return max(1, round((self.width - 2 * self.margin + self.gap) / (self.target + self.gap)))

    @property
    def picture(self) -> QSize:
        """Size of the picture in a cell."""
        wide = max(40, (self.width - 2 * self.margin - self.gap * (self.columns - 1)) // self.columns)
        return QSize(wide, round(wide * 0.78))

    @property
    def pitch(self) -> int:
        """From one line to the next."""
        return self.picture.height() + self.caption + self.below

    @property
    def height(self) -> int:
        """Of all lines."""
        return -(-self.count // self.columns) * self.pitch + self.gap

    def rect(self, row: int) -> QRect:
        """The cell of a row: its picture and caption."""
        line, column = divmod(row, self.columns)
        wide, high = self.picture.width(), self.picture.height() + self.caption
        return QRect(self.margin + column * (wide + self.gap), self.gap // 2 + line * self.pitch, wide, high)

    def row_at(self, point: QPoint) -> int:
        """The row whose cell holds the point, or -1."""
        line = max(0, point.y()) // self.pitch
        column = (point.x() - self.margin) // (self.picture.width() + self.gap)
        row = line * self.columns + column
        inside = 0 <= column < self.columns and 0 <= row < self.count
        return row if inside and self.rect(row).contains(point) else -1

    def lines(self, top: int, bottom: int) -> range:
        """The lines that a stretch from top to bottom touches."""
        last = -(-self.count // self.columns)
        return range(max(0, top // self.pitch), min(last, bottom // self.pitch + 1))

    def rows_in(self, rect: QRect) -> list[tuple[int, int]]:
        """(first, last) rows of each line whose cells a rectangle touches."""
        ranges = []
        for line in self.lines(rect.top(), rect.bottom()):
            rows = range(line * self.columns, min(self.count, (line + 1) * self.columns))
            touched = [row for row in rows if self.rect(row).intersects(rect)]
            if touched:
                ranges.append((touched[0], touched[-1]))
        return ranges


class GridView(QListView):
    """Shows a list model as a grid of equal cells, painted by its delegate."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty grid with range selection."""
        super().__init__(parent)
        self._target = 180
        self._band = QRect()
        self._laid_out = Tiles(0, 0, self._target)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def tiles(self) -> Tiles:
        """Where the cells lie now."""
        return Tiles(self.viewport().width(), self._count(), self._target)

    def set_target(self, width: int) -> None:
        """Make the cells about so wide; the first visible row stays."""
        first = self.first_visible()
        self._target = width
        self.updateGeometries()
        self.show_first(first)
        self.viewport().update()

    def first_visible(self) -> tuple[int, int]:
        """The first row of the line at the top of the viewport, and how far that is scrolled out."""
        line, offset = divmod(self.verticalOffset(), self._laid_out.pitch)
        return line * self._laid_out.columns, offset

    def show_first(self, first: tuple[int, int]) -> None:
        """Scroll so that this row lies in the line at the top; see first_visible."""
        row, offset = first
        self.verticalScrollBar().setValue(row // self.tiles.columns * self.tiles.pitch + offset)

    def _count(self) -> int:
        return 0 if self.model() is None else self.model().rowCount(self.rootIndex())

    # Geometry, in place of QListView's ---------------------------------------------------------------------------

    def updateGeometries(self) -> None:
        """Fit the scroll bar."""
        bar, tiles = self.verticalScrollBar(), self.tiles
        self._laid_out = tiles
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(tiles.pitch // 3)
        bar.setRange(0, max(0, tiles.height - self.viewport().height()))
        bar.setEnabled(bar.maximum() > 0)  # its place stays, so that the columns do not jump
        QAbstractItemView.updateGeometries(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the first visible row; the viewport has its new size already."""
        first = self.first_visible()
        QAbstractItemView.resizeEvent(self, event)
        self.updateGeometries()
        self.show_first(first)

    def doItemsLayout(self) -> None:
        """There is nothing to lay out."""
        self.updateGeometries()
        self.viewport().update()

    def reset(self) -> None:
        """The model has other rows."""
        QAbstractItemView.reset(self)
        self.doItemsLayout()

    def rowsInserted(self, parent: Index, start: int, end: int) -> None:
        """The model has more rows."""
        QAbstractItemView.rowsInserted(self, parent, start, end)
        self.doItemsLayout()

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:  # noqa: ARG002
        """Paint again; no cell changes its size."""
        self.viewport().update()

    def horizontalOffset(self) -> int:
        """The grid never scrolls sideways."""
        return 0

    def verticalOffset(self) -> int:
        """How far it is scrolled."""
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:  # noqa: ARG002
        """No row is hidden."""
        return False

    def visible_rows(self) -> range:
        """Rows of which something can be seen."""
        tiles, top = self.tiles, self.verticalOffset()
        lines = tiles.lines(top, top + self.viewport().height())
        return range(lines.start * tiles.columns, min(tiles.count, lines.stop * tiles.columns))

    def visualRect(self, index: Index) -> QRect:
        """The cell of an index in the viewport."""
        return self.tiles.rect(index.row()).translated(0, -self.verticalOffset()) if index.isValid() else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The index whose cell holds a point of the viewport."""
        row = self.tiles.row_at(point + QPoint(0, self.verticalOffset()))
        return self.model().index(row, 0) if row >= 0 else QModelIndex()

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Scroll as little as makes the cell visible, or to the middle."""
        rect, bar, high = self.visualRect(index), self.verticalScrollBar(), self.viewport().height()
        if not index.isValid():
            return
        if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(bar.value() + rect.center().y() - high // 2)
        elif rect.top() < 8:
            bar.setValue(bar.value() + rect.top() - 8)
        elif rect.bottom() > high - 8:
            bar.setValue(bar.value() + rect.bottom() - high + 8)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is painted."""
        self.scrollDirtyRegion(dx, dy)
        self.viewport().scroll(dx, dy)

    def moveCursor(
        self,
        action: QAbstractItemView.CursorAction,
        modifiers: Qt.KeyboardModifier,  # noqa: ARG002
    ) -> QModelIndex:
        """Where a key leads from the current cell."""
        count, columns, kind = self._count(), self.tiles.columns, QAbstractItemView.CursorAction
        if count == 0:
            return QModelIndex()
        row = self.currentIndex().row()
        if row < 0:
            return self.model().index(min(self.first_visible()[0], count - 1), 0)
        page = max(1, self.viewport().height() // self.tiles.pitch) * columns
        steps = {
            kind.MoveLeft: -1,
            kind.MovePrevious: -1,
            kind.MoveRight: 1,
            kind.MoveNext: 1,
            kind.MoveUp: -columns,
            kind.MoveDown: columns,
            kind.MovePageUp: -page,
            kind.MovePageDown: page,
            kind.MoveHome: -row,
            kind.MoveEnd: count - 1 - row,
        }
        to = row + steps.get(action, 0)
        if action in (kind.MovePageUp, kind.MovePageDown) or (action == kind.MoveDown and to >= count):
            to = max(0, min(count - 1, to))
        return self.model().index(to if 0 <= to < count else row, 0)

    # Selection, as ranges of rows --------------------------------------------------------------------------------

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select what a rubber band touches, or the stretch from a rectangle's first corner to its last."""
        dragging = self.state() == QAbstractItemView.State.DragSelectingState
        self._band = rect.normalized() if dragging else QRect()
        offset, model, selection = QPoint(0, self.verticalOffset()), self.model(), QItemSelection()
        ends = sorted(self.tiles.row_at(corner + offset) for corner in (rect.topLeft(), rect.bottomRight()))
        stretch = [(ends[0], ends[1])] if ends[0] >= 0 and not dragging else None
        for first, last in stretch or self.tiles.rows_in(rect.normalized().translated(offset)):
            selection.select(model.index(first, 0), model.index(last, 0))
        self.selectionModel().select(selection, command)
        self.viewport().update()

    def select_rows(self, rows: list[int], current: int) -> None:
        """Select these ascending rows and no others, and make one of them current."""
        self._select(stretches(rows), current)

    def selectAll(self) -> None:
        """Select every row as one range."""
        if self._count():
            self._select([(0, self._count() - 1)], max(0, self.currentIndex().row()))

    def _select(self, stretches: list[tuple[int, int]], current: int) -> None:
        model, selection = self.model(), QItemSelection()
        for first, last in stretches:
            selection.select(model.index(first, 0), model.index(last, 0))
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(selection, flag.ClearAndSelect)
        if current >= 0:
            self.selectionModel().setCurrentIndex(model.index(current, 0), flag.NoUpdate)

    def selected_ranges(self) -> list[tuple[int, int]]:
        """(first, last) of each selected stretch, ascending."""
        return sorted((each.top(), each.bottom()) for each in self.selectionModel().selection().toList())

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:  # noqa: ARG002
        """The whole viewport: only what is visible matters, and it is painted quickly."""
        return QRegion(self.viewport().rect())

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here, and a search through 100,000 rows would hang."""

    # Painting ----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the visible cells."""
        painter = QPainter(self.viewport())
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        tiles, top, clip = self.tiles, self.verticalOffset(), event.rect()
        plain = option.state & ~(QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver)
        hovered = self.indexAt(self.viewport().mapFromGlobal(self.cursor().pos())).row() if self.underMouse() else -1
        selected, current = self.selectionModel(), self.currentIndex().row()
        for line in tiles.lines(clip.top() + top, clip.bottom() + top):
            for row in range(line * tiles.columns, min(tiles.count, (line + 1) * tiles.columns)):
                option.rect = tiles.rect(row).translated(0, -top)
                if not event.region().intersects(option.rect.adjusted(-RING, -RING, RING, RING)):
                    continue
                index = self.model().index(row, 0)
                option.state = plain
                if selected.isSelected(index):
                    option.state |= QStyle.StateFlag.State_Selected
                if row == hovered:
                    option.state |= QStyle.StateFlag.State_MouseOver
                if row == current and self.hasFocus():
                    option.state |= QStyle.StateFlag.State_HasFocus
                else:
                    option.state &= ~QStyle.StateFlag.State_HasFocus
                self.itemDelegate().paint(painter, option, index)
        self._paint_band(painter)
        painter.end()

    def _paint_band(self, painter: QPainter) -> None:
        if self.state() != QAbstractItemView.State.DragSelectingState or self._band.isEmpty():
            return
        colour = self.palette().highlight().color()
        painter.setPen(colour)
        colour.setAlphaF(0.12)
        painter.setBrush(colour)
        painter.drawRect(self._band.adjusted(0, 0, -1, -1))


def stretches(rows: list[int]) -> list[tuple[int, int]]:
    """(first, last) of each stretch of ascending rows that follow each other."""
    if len(rows) < 2:
        return [(row, row) for row in rows]
    import numpy as np

    at = np.array(rows)
    ends = np.flatnonzero(np.diff(at) != 1)
    firsts, lasts = at[np.append(0, ends + 1)], at[np.append(ends, len(at) - 1)]
    return list(zip(firsts.tolist(), lasts.tolist(), strict=True))
