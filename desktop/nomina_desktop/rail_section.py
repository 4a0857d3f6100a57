"""A section of the rail: a head, and rows that show something, with counts. It takes no room while it has no rows."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QFont, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QMenu, QStyle, QVBoxLayout, QWidget

from nomina_desktop.look import Look
from nomina_desktop.models import Role
from nomina_desktop.rows import RIGHT, Index, RowDelegate, RowsModel
from nomina_desktop.words import number, tr

ROW = 32
INDENT, ANGLE = 14, 10
"""How far what lies below another row is set in, and how wide the angle before a title is."""


@dataclass(frozen=True, slots=True)
class RailRow:
    """One thing that the rail can show.

    Attributes:
        key: tells it from the others of its section.
        count: pictures there, or None while that is not known.
        tip: more of it in words.
        depth: how far it stands to the right.
        folds: whether rows lie below it. folded: whether those are hidden.
    """

    key: Hashable
    title: str
    count: int | None = None
    tip: str = ""
    depth: int = 0
    folds: bool = False
    folded: bool = False


class RailDelegate(RowDelegate):
    """Paints a row of the rail: its title at the left, its count at the right."""

    HIGH, SIDES = ROW, (12, 0, 12, 0)

    def paint_row(self, painter: QPainter, place: QRect, row: RailRow, state: QStyle.StateFlag) -> None:
        """See RowDelegate."""
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        text = place.adjusted(12 + row.depth * INDENT, 0, -12, 0)
        if row.folds:
            self.angle(painter, text.adjusted(-ANGLE, 0, 0, 0), row.folded)
        count = number(row.count) if row.count else ""  # a nought tells nothing that an empty place does not
        taken = self.words(painter, text, count, 12, "accent" if chosen else "secondary", flags=RIGHT)
        weight, tone = (QFont.Weight.Medium, "accent") if chosen else (QFont.Weight.Normal, "text")
        text.setRight(text.right() - taken - 8)
        self.words(painter, text, row.title, 13, tone, weight=weight, cut=Qt.TextElideMode.ElideMiddle)


class RailModel(RowsModel[RailRow]):
    """Rows of one section."""

    def key(self, row: RailRow) -> Hashable:
        """The row's own."""
        return row.key

    def said(self, row: RailRow, role: int) -> str | None:
        """See RowsModel."""
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.tip
        if role == Qt.ItemDataRole.AccessibleTextRole:
            counted = row.title
            if row.count is not None:
                counted = tr("{place}, %Ln picture(s)", None, row.count).format(place=row.title)
            state = (tr("folded") if row.folded else tr("unfolded")) if row.folds else ""
            return f"{counted}, {state}" if state else counted
        return None


class RailSection(QWidget):
    """A head and a list.

    Attributes:
        rows: the list's model.
        list: the view.
        chosen: called with the row that a person chose.
        removed: called with the current row when Delete is pressed.
        menu_for: makes the context menu of a row, or None.
        fold: called with a row that folds, and whether what lies below it shall be hidden.
    """

    def __init__(self, look: Look, head: str, name: str) -> None:
        """Under a head; `name` says to those who cannot see what the list is."""
        super().__init__()
        self.chosen: Callable[[RailRow], None] = lambda _: None
        self.removed: Callable[[RailRow], None] = lambda _: None
        self.menu_for: Callable[[RailRow], QMenu | None] = lambda _: None
        self.fold: Callable[[RailRow, bool], None] = lambda *_: None
        self.rows = RailModel(self)
        self.list = QListView(self)
        self.list.setAccessibleName(name)
        self.list.setModel(self.rows)
        self.list.setItemDelegate(RailDelegate(look, self))
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.installEventFilter(self)
        self.list.viewport().installEventFilter(self)
        self.list.clicked.connect(self._choose)
        self.list.selectionModel().currentChanged.connect(self._choose)
        title = look.words(head, 11, QFont.Weight.Medium, tone="secondary")
        title.setContentsMargins(24, 8, 0, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(title)
        layout.addWidget(self.list)
        self.hide()

    def take(self, rows: Sequence[RailRow], chosen: Hashable) -> None:
        """Show rows, and which of them is looked at; None for none."""
        self.rows.take(rows)
        self.list.setFixedHeight(ROW * len(rows))
        self.setVisible(bool(rows))
        selection = self.list.selectionModel()
        before = self.list.currentIndex().row() if selection.hasSelection() else -1
        selection.blockSignals(True)
        row = self.rows.row_of(chosen)
        if row < 0:
            self.list.clearSelection()
        else:
            self.list.setCurrentIndex(self.rows.index(row))
        selection.blockSignals(False)
        if row != before:  # of which the list was not told
            self.list.viewport().update()

    def _choose(self, index: Index) -> None:
        if index.isValid():
            self.chosen(index.data(Role.ROW))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click on the angle, and the keys left and right, fold; what is shown stays."""
        presses = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
        if isinstance(event, QMouseEvent) and event.type() in presses and self._at_angle(event.position().toPoint()):
            row: RailRow = self.list.indexAt(event.position().toPoint()).data(Role.ROW)
            self.fold(row, not row.folded)
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self.list.currentIndex().isValid():
            row, wanted = self.list.currentIndex().data(Role.ROW), event.key() == Qt.Key.Key_Left
            if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and row.folds and row.folded != wanted:
                self.fold(row, wanted)
                return True
        return super().eventFilter(watched, event)

    def _at_angle(self, place: QPoint) -> bool:
        index = self.list.indexAt(place)
        row: RailRow | None = index.data(Role.ROW)
        return row is not None and row.folds and place.x() < 24 + row.depth * INDENT

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes what can be removed; the list leaves that key to us."""
        if event.key() == Qt.Key.Key_Delete and self.list.currentIndex().isValid():
            self.removed(self.list.currentIndex().data(Role.ROW))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with a row."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.list.currentIndex() if by_key else self.list.indexAt(self.list.mapFrom(self, event.pos()))
        menu = self.menu_for(index.data(Role.ROW)) if index.isValid() else None
        if menu is not None:
            menu.setParent(self, menu.windowFlags())
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.list.mapToGlobal(self.list.visualRect(index).center()) if by_key else event.globalPos())
