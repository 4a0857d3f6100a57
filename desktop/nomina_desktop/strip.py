"""A few pictures in rows, small: the best matches of a name, the examples of a category."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from nomina_desktop.look import Look
from nomina_desktop.models import Role
from nomina_desktop.paint import paint_cross, paint_thumbnail
from nomina_desktop.rows import Index, RowsModel
from nomina_desktop.thumbs import Thumbs
from nomina_desktop.words import tr

CROSS = 16
"""Side of the corner of a picture that takes it away."""


@dataclass(frozen=True, slots=True)
class Small:
    """One picture of a strip; its name is for the ear and the tooltip."""

    id: int
    hash: str
    name: str


class StripModel(RowsModel[Small]):
    """The pictures of a strip."""

    def key(self, row: Small) -> Small:
        """All of it."""
        return row

    def said(self, row: Small, role: int) -> int | str | None:
        """See RowsModel."""
        if role == Role.ID:
            return row.id
        if role == Role.HASH:
            return row.hash
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.name
        return None


class SmallDelegate(QStyledItemDelegate):
    """Paints a picture, a ring around the one that has the keyboard, and a cross where it can be taken away."""

    def __init__(self, look: Look, thumbs: Thumbs, side: int, parent: Strip) -> None:
        """Paint pictures of this side."""
        super().__init__(parent)
        self._look, self._thumbs, self._side, self._strip = look, thumbs, side, parent

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one picture."""
        place = QRect(option.rect.topLeft() + QPoint(2, 2), QSize(self._side, self._side))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_thumbnail(painter, self._look, self._thumbs, index.data(Role.HASH), place)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._look.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place.adjusted(-1, -1, 1, 1), 9, 9)
        if option.state & QStyle.StateFlag.State_MouseOver and self._strip.take_away is not None:
            paint_cross(painter, self._look, cross(place), 1.5)
        painter.restore()


def cross(place: QRect) -> QRect:
    """Where the cross of a picture lies."""
    return QRect(place.right() - CROSS - 2, place.top() + 3, CROSS, CROSS)


class Strip(QListView):
    """Pictures side by side, as high as its rows.

    Attributes:
        show_picture: called with the id of a picture that is clicked, or chosen by Return.
        take_away: called with the id of a picture that shall no longer be here; None where that makes no sense.
    """

    def __init__(
        self, look: Look, thumbs: Thumbs, name: str, *, side: int = 50, columns: int = 5, rows: int = 1
    ) -> None:
        """Show nothing yet; `name` is for the ear."""
        super().__init__()
        self.show_picture: Callable[[int], None] = lambda _: None
        self.take_away: Callable[[int], None] | None = None
        self._side, self._columns, self._most = side, columns, columns * rows
        self._step = QSize(side + 7, side + 7)
        self.pictures = StripModel(self)
        self.setModel(self.pictures)
        self.setItemDelegate(SmallDelegate(look, thumbs, side, self))
        self.setAccessibleName(name)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setGridSize(self._step)
        self.setMovement(QListView.Movement.Static)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for bar in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            bar(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setFixedWidth(columns * self._step.width() + 1)
        self.clicked.connect(self._clicked)
        self._pressed = QPoint()
        thumbs.arrived.connect(self._arrived)
        self.take(())

    def take(self, pictures: Sequence[Small]) -> None:
        """Show as many of these as there is room for."""
        shown = pictures[: self._most]
        at = self.currentIndex().row()
        self.pictures.take(shown)
        lines = -(-len(shown) // self._columns)
        self.setFixedHeight(max(1, lines) * self._step.height())
        self.setVisible(bool(shown))
        if at >= 0 and shown:
            self.setCurrentIndex(self.pictures.index(min(at, len(shown) - 1)))

    def _arrived(self, _: str) -> None:
        if self.isVisible():
            self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where: the corner takes the picture away."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def _clicked(self, index: Index) -> None:
        place = QRect(self.visualRect(index).topLeft() + QPoint(2, 2), QSize(self._side, self._side))
        if self.take_away is not None and cross(place).contains(self._pressed):
            self.take_away(index.data(Role.ID))
        else:
            self.show_picture(index.data(Role.ID))

    def focusInEvent(self, event: object) -> None:
        """The keyboard begins at the first picture."""
        super().focusInEvent(event)  # type: ignore[arg-type]
        if not self.currentIndex().isValid() and self.pictures.rowCount():
            self.setCurrentIndex(self.pictures.index(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return shows a picture, X and Delete take it away."""
        index = self.currentIndex()
        if index.isValid() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.show_picture(index.data(Role.ID))
        elif index.isValid() and event.key() in (Qt.Key.Key_X, Qt.Key.Key_Delete) and self.take_away is not None:
            self.take_away(index.data(Role.ID))
        else:
            super().keyPressEvent(event)


def small_pictures(images: Sequence[Any]) -> tuple[Small, ...]:
    """Images of the core, as a strip shows them."""
    return tuple(Small(each.id, each.hash, each.path.name if each.path else tr("a picture")) for each in images)
