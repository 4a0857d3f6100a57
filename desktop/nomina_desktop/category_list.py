"""The list of categories: shows one, takes pictures and files as examples, renames in place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from nomina_desktop import drops
from nomina_desktop.acts import labels, pictures
from nomina_desktop.look import Look
from nomina_desktop.models import CategoryRow, Role
from nomina_desktop.notices import count
from nomina_desktop.paint import paint_drop_target, paint_ground
from nomina_desktop.session import Session

ROW, SIDE, MARK = 44, 12, 18
NAME, EVIDENCE, COUNT = 40, 84, 64
"""Where the name begins, and the widths of the two columns at the right."""
Index = QModelIndex | QPersistentModelIndex


class CategoryDelegate(QStyledItemDelegate):
    """Paints a category: mark with its key, name, evidence, count.

    Attributes:
        shown: id of the category that the gallery shows, or None.
    """

    def __init__(self, look: Look, parent: QObject) -> None:
        """Paint with this look."""
        super().__init__(parent)
        self._look = look
        self.shown: int | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """All rows are as high."""
        return QSize(200, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row: CategoryRow = index.data(Role.ROW)
        place = option.rect.adjusted(SIDE, 0, -SIDE, 0)
        state = option.state & ~QStyle.StateFlag.State_Selected
        if row.category.id == self.shown:
            state |= QStyle.StateFlag.State_Selected
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, self._look, place, state)
        self._paint_mark(painter, place, row)
        self._paint_words(painter, place, row)
        painter.restore()

    def _paint_mark(self, painter: QPainter, place: QRect, row: CategoryRow) -> None:
        colour = self._look.mark(row.category.id)
        mark = QRectF(place.left() + 12, place.center().y() - MARK / 2 + 1, MARK, MARK)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(mark, 4, 4)
        painter.setPen(Qt.GlobalColor.white if colour.lightnessF() < 0.5 else Qt.GlobalColor.black)
        painter.setFont(self._look.font(11, QFont.Weight.DemiBold))
        painter.drawText(mark, Qt.AlignmentFlag.AlignCenter, row.key)

    def _paint_words(self, painter: QPainter, place: QRect, row: CategoryRow) -> None:
        middle, right = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignRight
        number = place.adjusted(0, 0, -12, 0)
        painter.setFont(self._look.font(13))
        painter.setPen(self._look.colour("text" if row.count else "secondary"))
        painter.drawText(number, right | middle, "" if row.count is None else f"{row.count:,}")
        room = QRect(place.left() + NAME, place.top(), place.width() - NAME - COUNT, place.height())
        painter.setFont(self._look.font(12))
        painter.setPen(self._look.colour("secondary"))
        painter.drawText(QRect(room.right() - EVIDENCE, room.top(), EVIDENCE, room.height()), middle, row.evidence)
        font = self._look.font(14, QFont.Weight.Medium)
        painter.setFont(font)
        painter.setPen(self._look.colour("text"))
        name = QFontMetrics(font).elidedText(
            row.category.name, Qt.TextElideMode.ElideRight, room.width() - EVIDENCE - 8
        )
        painter.drawText(room, middle, name)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        """A line to type another name in."""
        editor = QLineEdit(parent)
        editor.setAccessibleName("New name of the category")
        return editor

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over the new name, when it is another."""
        assert isinstance(editor, QLineEdit)
        if editor.text() != index.data():
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: ARG002
        """Lie over the name."""
        editor.setGeometry(option.rect.adjusted(SIDE + NAME - 12, 5, -SIDE - COUNT, -5))


class CategoryList(QListView):
    """The categories of the session's snapshot.

    Attributes:
        menu_for: makes the context menu of the current category.
    """

    def __init__(self, session: Session, look: Look, parent: QWidget) -> None:
        """Show no categories yet; the panel sets the model."""
        super().__init__(parent)
        self._session, self._look = session, look
        self._files: list[Path] = []
        self._pictures: list[int] = []
        self._target = QModelIndex()
        self.menu_for: Callable[[], QMenu | None] = lambda: None
        self.setItemDelegate(CategoryDelegate(look, self))
        self.setAccessibleName("Categories")
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.clicked.connect(self._toggle)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return shows the category, or all pictures again."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self.state() != QAbstractItemView.State.EditingState:
                self._toggle(self.currentIndex())
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands of the window."""

    def _toggle(self, index: QModelIndex) -> None:
        if not index.isValid() or self._session.show is None:
            return
        category_id = index.data(Role.ID)
        shown = self._session.show.category_id == category_id
        self._session.narrow(category_id=None if shown else category_id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with a category."""
        index = self.indexAt(event.pos())
        if index.isValid():
            self.setCurrentIndex(index)
        menu = self.menu_for() if self.currentIndex().isValid() else None
        if menu is not None:
            menu.setParent(self, menu.windowFlags())
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(event.globalPos())

    # Drops: examples ---------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, and pictures of the gallery."""
        self._files, self._pictures = drops.files_in(event.mimeData()), drops.pictures_in(event.mimeData())
        event.setAccepted(bool(self._files or self._pictures))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Say what a drop here would do; only a category takes it."""
        self._aim(self.indexAt(event.position().toPoint()))
        event.setDropAction(Qt.DropAction.CopyAction)
        event.setAccepted(self._target.isValid())

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Nothing will be dropped."""
        self._aim(QModelIndex())
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Show the category examples."""
        index = self.indexAt(event.position().toPoint())
        files, ids = drops.files_in(event.mimeData()), drops.pictures_in(event.mimeData())
        self._aim(QModelIndex())
        if not index.isValid() or not (files or ids):
            event.ignore()
            return
        event.acceptProposedAction()
        if files:
            pictures.add_examples(self._session, index.data(Role.ID), files)
        else:
            labels.accept(self._session, index.data(Role.ID), ids)

    def _aim(self, index: QModelIndex) -> None:
        self._target = index
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the categories, and over one of them what a drop would do."""
        super().paintEvent(event)
        if self._target.isValid():
            what = count(len(self._pictures), "picture") if self._pictures else drops.things(self._files)
            many = len(self._pictures or self._files) > 1
            sentence = f"Add {what} as {'examples' if many else 'an example'} of {self._target.data()}"
            painter = QPainter(self.viewport())
            place = self.visualRect(self._target).adjusted(SIDE, 1, -SIDE, -1)
            paint_drop_target(painter, self._look, place, sentence)
            painter.end()
