"""Pictures that look alike, in a grid: those that do not belong are taken out by a click or a key."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

from nomina_desktop.canvas import Canvas
from nomina_desktop.captions import CAPTION, PictureDelegate
from nomina_desktop.grid import GridView, Index
from nomina_desktop.keys import kept
from nomina_desktop.look import Look
from nomina_desktop.models import Caption, Role
from nomina_desktop.paint import paint_cross
from nomina_desktop.pictures_large import Large, LargePictures
from nomina_desktop.questions import Group
from nomina_desktop.thumbs import RADIUS, Thumbs
from nomina_desktop.words import tr

OUT = Qt.ItemDataRole.UserRole + 20
"""Whether a picture was taken out."""
ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)
TARGET = 150
BADGE = 28


class GroupModel(QAbstractListModel):
    """The pictures of a group, and which of them were taken out."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty until `take`."""
        super().__init__(parent)
        self._group: Group | None = None
        self._name = ""
        self._out: set[int] = set()

    def take(self, group: Group | None, name: str) -> bool:
        """Show other pictures, none taken out, and say whether they are others; `name` is what they seem to be, or "".

        The same pictures stay as they are: what was taken out is not put back because the library has news.
        """
        if group == self._group:
            self._name = name
            if self.rowCount():
                self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))
            return False
        self.beginResetModel()
        self._group, self._name, self._out = group, name, set()
        self.endResetModel()
        return True

    def path(self, row: int) -> Path | None:
        """Where the picture of a row was last seen."""
        return self._group.paths[row] if self._group is not None and row < len(self._group.paths) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, Qt's signature
        """How many there are."""
        return 0 if parent.isValid() or self._group is None else len(self._group.pictures)

    def toggle(self, row: int) -> None:
        """Take a picture out, or put it back."""
        if self._group is None or not 0 <= row < self.rowCount():
            return
        self._out ^= {self._group.pictures[row][0]}
        self.dataChanged.emit(self.index(row), self.index(row))

    @property
    def kept(self) -> list[int]:
        """Images that were not taken out."""
        return [] if self._group is None else [each for each, _ in self._group.pictures if each not in self._out]

    @property
    def out(self) -> list[int]:
        """Images that were taken out."""
        return [] if self._group is None else [each for each, _ in self._group.pictures if each in self._out]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What the grid asks of one picture."""
        if self._group is None or not index.isValid() or index.row() >= self.rowCount():
            return None
        image_id, hash = self._group.pictures[index.row()]
        out = image_id in self._out
        words = (tr("taken out") if out else self._name) or tr("kept")
        if role == Role.ID:
            return image_id
        if role == Role.HASH:
            return hash
        if role == OUT:
            return out
        if role == Role.CAPTION:
            marks = () if out or self._group.category_id is None else (self._group.category_id,)
            return Caption(words, "", marks)
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr("picture {number}, {state}").format(number=index.row() + 1, state=words)
        return None


class _GroupDelegate(PictureDelegate):
    """Paints a picture that was taken out pale, with a cross."""

    def __init__(self, look: Look, thumbs: Thumbs, parent: QObject) -> None:
        super().__init__(look, thumbs, parent)
        self._colours = look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if not index.data(OUT):
            return
        picture = option.rect.adjusted(0, 0, 0, -CAPTION)
        veil = QColor(self._colours.colour("background"))
        veil.setAlphaF(0.72)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(veil)
        painter.drawRoundedRect(QRectF(picture), RADIUS, RADIUS)
        badge = QRect(0, 0, BADGE, BADGE)
        badge.moveCenter(picture.center())
        paint_cross(painter, self._colours, badge, 2)
        painter.restore()


class GroupGrid(GridView):
    """The grid; the arrows move in it, whatever they do elsewhere in the review.

    Attributes:
        large: the current picture over all of the grid, while it is looked at.
    """

    def __init__(self, look: Look, thumbs: Thumbs, large: LargePictures) -> None:
        """Show no pictures yet."""
        super().__init__()
        self._look, self._thumbs, self._pictures_large = look, thumbs, large
        self.pictures = GroupModel(self)
        self.large = Canvas(self)
        self.large.setAutoFillBackground(True)
        self.large.hide()
        large.arrived.connect(self._show_large)
        self.setModel(self.pictures)
        self.setItemDelegate(_GroupDelegate(look, thumbs, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setAccessibleName(tr("Pictures that look alike"))
        self.set_target(TARGET)
        self.clicked.connect(lambda index: self.pictures.toggle(index.row()))
        self.pictures.dataChanged.connect(lambda *_: self.viewport().update())
        thumbs.arrived.connect(lambda _: self.viewport().update())

    def take(self, group: Group | None, name: str) -> None:
        """Show other pictures, the first of them current."""
        fresh = self.pictures.take(group, name)
        if fresh:
            self.large.hide()
        if self.pictures.rowCount() and not self.currentIndex().isValid():
            self.setCurrentIndex(self.pictures.index(0))

    def toggle_current(self) -> None:
        """Take the picture that has the keyboard out, or put it back."""
        self.pictures.toggle(self.currentIndex().row())

    # One of them large -------------------------------------------------------------------------------------------

    def look_close(self) -> None:
        """Look at the current picture large, or at the grid again."""
        shown = not self.large.isVisible() and self.currentIndex().isValid()
        self.large.setVisible(shown)
        self.large.setGeometry(self.rect())
        self.large.raise_()
        self._show_large(again=False)

    def _show_large(self, hash: str = "", *, again: bool = True) -> None:
        """Show the sharpest pixels at hand of the current picture; `hash` is of one that has arrived."""
        index = self.currentIndex()
        if not self.large.isVisible() or not index.isValid() or (hash and hash != index.data(Role.HASH)):
            return
        wanted = Large(index.data(Role.HASH), self.pictures.path(index.row()))
        pixmap = self._pictures_large.pixmap(wanted) or self._thumbs.whole(wanted.hash)
        self.large.take(pixmap, QSizeF(pixmap.size()) if pixmap is not None else QSizeF(0, 0), again=again)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        """What is looked at large goes along."""
        super().currentChanged(current, previous)
        self._show_large(again=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is looked at large covers all of it."""
        super().resizeEvent(event)
        self.large.setGeometry(self.rect())

    def event(self, event: QEvent) -> bool:
        """Keep the arrows, and Escape while a picture is large."""
        return kept(event, self._keeps) or super().event(event)

    def _keeps(self, key: int) -> bool:
        return key in ARROWS or (key == Qt.Key.Key_Escape and self.large.isVisible())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the grid."""
        if event.key() == Qt.Key.Key_Escape and self.large.isVisible():
            self.look_close()
        else:
            super().keyPressEvent(event)
