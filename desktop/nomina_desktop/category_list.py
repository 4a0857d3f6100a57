"""The list of categories: shows one, takes pictures and files as examples, renames in place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView, QMenu, QStyle, QStyleOptionViewItem, QWidget

from nomina_desktop import drops
from nomina_desktop.acts import categories, labels, pictures
from nomina_desktop.category_model import CategoriesModel, CategoryRow
from nomina_desktop.look import Look
from nomina_desktop.models import Role
from nomina_desktop.notices import count
from nomina_desktop.paint import paint_drop_target
from nomina_desktop.rows import RIGHT, Index, RowDelegate
from nomina_desktop.session import Session
from nomina_desktop.words import number, tr

ROW, SIDE, MARK = 44, 12, 18
NAME, EVIDENCE, COUNT = 40, 84, 64
"""Where the name begins, and the widths of the two columns at the right."""
EDGE = 11
"""Pixels at the upper and lower edge of a row where a category that is dropped goes beside that one."""
INDENT, DEEPEST = 16, 5
"""How far what lies under a category is set in, and the depth after which nothing is set in any further."""


class CategoryDelegate(RowDelegate):
    """Paints a category: mark with its key, name, evidence, count.

    Attributes:
        shown: id of the category that the gallery shows, or None.
    """

    HIGH, WIDE, SIDES = ROW, 200, (SIDE, 0, SIDE, 0)

    def __init__(self, look: Look, parent: QObject) -> None:
        """Paint with this look."""
        super().__init__(look, parent)
        self.shown: int | None = None

    def state(self, row: CategoryRow, state: QStyle.StateFlag) -> QStyle.StateFlag:
        """What the gallery shows is chosen, whatever was clicked last."""
        chosen = QStyle.StateFlag.State_Selected
        return state | chosen if row.category.id == self.shown else state & ~chosen

    def paint_row(self, painter: QPainter, place: QRect, row: CategoryRow, state: QStyle.StateFlag) -> None:  # noqa: ARG002
        """See RowDelegate."""
        inside = place.adjusted(indent(row), 0, 0, 0)
        if row.folds:
            self.angle(painter, inside, row.folded)
        self._paint_mark(painter, inside, row)
        self._paint_words(painter, inside, row)

    def _paint_mark(self, painter: QPainter, place: QRect, row: CategoryRow) -> None:
        mark = QRectF(place.left() + 12, place.center().y() - MARK / 2 + 1, MARK, MARK)
        self._look.paint_mark(painter, mark, self._look.mark(row.category.id), row.key)

    def _paint_words(self, painter: QPainter, place: QRect, row: CategoryRow) -> None:
        count = "" if row.count is None else number(row.count)
        self.words(painter, place.adjusted(0, 0, -12, 0), count, 13, "text" if row.count else "secondary", flags=RIGHT)
        room = QRect(place.left() + NAME, place.top(), place.width() - NAME - COUNT, place.height())
        evidence = QRect(room.right() - EVIDENCE, room.top(), EVIDENCE, room.height())
        self.words(painter, evidence, row.evidence, 12, "secondary")
        name = room.adjusted(0, 0, -EVIDENCE - 8, 0)
        self.words(painter, name, row.category.name, 14, weight=QFont.Weight.Medium)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        """A line to type another name in."""
        editor = QLineEdit(parent)
        editor.setAccessibleName(tr("New name of the category"))
        return editor

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over the new name, when it is another."""
        assert isinstance(editor, QLineEdit)
        if editor.text() != index.data():
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Lie over the name."""
        left = SIDE + NAME - 12 + indent(index.data(Role.ROW))
        editor.setGeometry(option.rect.adjusted(left, 5, -SIDE - COUNT, -5))


def indent(row: CategoryRow) -> int:
    """How far a row is set in, in pixels."""
    return INDENT * min(row.depth, DEEPEST)


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
        self._category: int | None = None
        self._to_the_top = False
        self._edge = 0
        self._pressed: QPoint | None = None
        self._target = QModelIndex()
        self.menu_for: Callable[[], QMenu | None] = lambda: None
        self.setItemDelegate(CategoryDelegate(look, self))
        self.setAccessibleName(tr("Categories"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setMinimumHeight(ROW)
        self.setAcceptDrops(True)
        self.setDragEnabled(True)
        self.setUniformItemSizes(True)
        self.clicked.connect(self._click)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return shows the category, or all pictures again; left and right fold."""
        editing = self.state() == QAbstractItemView.State.EditingState
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not editing and self.currentIndex().isValid():
            self._fold(self.currentIndex(), event.key() == Qt.Key.Key_Left)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if not editing:
                self._toggle(self.currentIndex())
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands of the window."""

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        """The card below shows the category that the keyboard is at."""
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            self._session.choose(current.data(Role.ID))

    def _click(self, index: QModelIndex) -> None:
        row: CategoryRow = index.data(Role.ROW)
        at = self.viewport().mapFromGlobal(self.cursor().pos()) if self._pressed is None else self._pressed
        if row.folds and at.x() < SIDE + indent(row) + 11:
            self._fold(index, not row.folded)
        else:
            self._toggle(index)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where: the angle before a name folds."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def _fold(self, index: QModelIndex, folded: bool) -> None:
        """Fold a category; where there is nothing to fold, go to the one above it."""
        model, row = self.model(), index.data(Role.ROW)
        assert isinstance(model, CategoriesModel)
        if row.folds and row.folded != folded:
            model.fold(row.category.id, folded)
            self.setCurrentIndex(model.index(model.row_of(row.category.id)))
        elif folded and model.row_of(row.category.parent) >= 0:
            self.setCurrentIndex(model.index(model.row_of(row.category.parent)))

    def _toggle(self, index: QModelIndex) -> None:
        if not index.isValid() or self._session.show is None:
            return
        category_id = index.data(Role.ID)
        self._session.choose(category_id)
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

    # Drops: examples, and categories that shall lie under others ---------------------------------------------------

    def startDrag(self, _: Qt.DropAction) -> None:
        """Drag the category that was pressed."""
        index = self.indexAt(self._pressed) if self._pressed is not None else self.currentIndex()
        if index.isValid():
            drag = QDrag(self)
            drag.setMimeData(drops.of_category(index.data(Role.ID)))
            drag.setPixmap(self.grab(self.visualRect(index).adjusted(SIDE, 0, -SIDE - COUNT - EVIDENCE, 0)))
            drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, pictures of the gallery, and categories of this list."""
        mime = event.mimeData()
        self._files, self._pictures = drops.files_in(mime), drops.pictures_in(mime)
        self._category = drops.category_in(mime)
        event.setAccepted(bool(self._files or self._pictures or self._category))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Say what a drop here would do: a category takes pictures and other categories, the rest is the top.

        Near the edge of a row a category goes beside that one, before or after it.
        """
        place = event.position().toPoint()
        index = self.indexAt(place)
        moves = self._category is not None
        self._aim(index, to_the_top=moves and not index.isValid(), edge=self._edge_at(index, place) if moves else 0)
        event.setDropAction(Qt.DropAction.MoveAction if moves else Qt.DropAction.CopyAction)
        event.setAccepted(moves or index.isValid())

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Nothing will be dropped."""
        self._aim(QModelIndex())
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Show the category examples, or put another one under it."""
        index, mime = self.indexAt(event.position().toPoint()), event.mimeData()
        files, ids, category_id = drops.files_in(mime), drops.pictures_in(mime), drops.category_in(mime)
        edge = self._edge_at(index, event.position().toPoint())
        self._aim(QModelIndex())
        if category_id is not None:
            event.acceptProposedAction()
            target = index.data(Role.ID) if index.isValid() else None
            if target != category_id:
                self._put(category_id, target, edge)
        elif index.isValid() and (files or ids):
            event.acceptProposedAction()
            if files:
                pictures.add_examples(self._session, index.data(Role.ID), files)
            else:
                labels.accept(self._session, index.data(Role.ID), ids)
        else:
            event.ignore()

    def _put(self, category_id: int, target: int | None, edge: int) -> None:
        if target is not None and edge:
            categories.order(self._session, category_id, **{"before" if edge < 0 else "after": target})
        else:
            categories.move(self._session, category_id, target)

    def _edge_at(self, index: QModelIndex, place: QPoint) -> int:
        """Whether a place lies near the upper edge of a row (-1), the lower (1), or neither (0)."""
        if not index.isValid():
            return 0
        row = self.visualRect(index)
        return -1 if place.y() < row.top() + EDGE else 1 if place.y() > row.bottom() - EDGE else 0

    def _aim(self, index: QModelIndex, *, to_the_top: bool = False, edge: int = 0) -> None:
        self._target, self._to_the_top, self._edge = index, to_the_top, edge
        self.viewport().update()

    def _would(self) -> str:
        """What a drop on the target would do; "" for nothing."""
        if self._category is not None:
            by_id = {each.id: each.name for each in self._session.categories}
            name = by_id.get(self._category, "")
            if self._to_the_top:
                return tr("Put {name} at the top").format(name=name)
            other = self._target.data() if self._target.data(Role.ID) != self._category else None
            sentences = {
                -1: tr("Put {name} before {parent}"),
                0: tr("Put {name} under {parent}"),
                1: tr("Put {name} after {parent}"),
            }
            return sentences[self._edge].format(name=name, parent=other) if other else ""
        if not self._target.isValid():
            return ""
        what = count(len(self._pictures), "picture") if self._pictures else drops.things(self._files)
        if len(self._pictures or self._files) > 1:
            return tr("Add {what} as examples of {name}").format(what=what, name=self._target.data())
        return tr("Add {what} as an example of {name}").format(what=what, name=self._target.data())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the categories, and over one of them, or below them all, what a drop would do."""
        super().paintEvent(event)
        sentence = self._would() if self._target.isValid() or self._to_the_top else ""
        if sentence:
            painter = QPainter(self.viewport())
            place = self._landing() if self._target.isValid() else self._below_all()
            paint_drop_target(painter, self._look, place.adjusted(SIDE, 1, -SIDE, -1), sentence)
            painter.end()

    def _landing(self) -> QRect:
        """Where the dropped would come to lie: on its target, or between that and the row before or after it."""
        place = self.visualRect(self._target).translated(0, self._edge * ROW // 2)
        return place if place.top() > 0 else self.visualRect(self._target)

    def _below_all(self) -> QRect:
        last = self.visualRect(self.model().index(self.model().rowCount() - 1, 0))
        return QRect(0, last.bottom() + 1, self.viewport().width(), ROW)
