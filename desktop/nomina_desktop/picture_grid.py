"""The grid of pictures of the gallery: selects, drags, offers a menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QDrag, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from nomina_desktop import drops
from nomina_desktop.captions import PictureDelegate
from nomina_desktop.grid import GridView
from nomina_desktop.look import Look
from nomina_desktop.models import PicturesModel, Role
from nomina_desktop.session import Session
from nomina_desktop.thumbs import Thumbs
from nomina_desktop.words import number, tr

MOST_URLS = 200
"""Files that a drag gives to other programs: file managers choke on more."""


class PictureGrid(GridView):
    """The grid of pictures: takes files that are dropped, gives pictures that are dragged.

    Attributes:
        menu_for: makes the context menu of the selected pictures.
        open: called when a picture is double-clicked.
    """

    def __init__(self, session: Session, look: Look, thumbs: Thumbs, parent: QWidget) -> None:
        """Show the pictures of the session."""
        super().__init__(parent)
        self._session, self._look, self._thumbs = session, look, thumbs
        self.menu_for: Callable[[], QMenu | None] = lambda: None
        self.open: Callable[[], None] = lambda: None
        self.pictures = PicturesModel(self)
        self.setModel(self.pictures)
        self.setItemDelegate(PictureDelegate(look, thumbs, self))
        self.setAccessibleName(tr("Pictures"))
        self.setAcceptDrops(False)  # files that are dropped here go to the window
        self.viewport().setAcceptDrops(False)
        self.setDragEnabled(True)
        self.selectionModel().selectionChanged.connect(self._tell_selection)
        thumbs.arrived.connect(self._paint_again)

    def _paint_again(self, hash: str) -> None:
        """Paint the cell of a picture that has arrived, and no other."""
        for index in map(self.pictures.index, self.visible_rows()):
            if index.data(Role.HASH) == hash:
                self.viewport().update(self.visualRect(index))

    def take(self) -> None:
        """Show the session's snapshot. Selection and place are kept by image, not by row."""
        model, snapshot = self.pictures, self._session.snapshot
        kept, lost_row = self._session.selection, self.currentIndex().row()
        current = model.id(lost_row) if 0 <= lost_row < len(model) else 0
        first, offset = self.first_visible()
        anchor = model.id(first) if first < len(model) and self.verticalOffset() else 0
        self._thumbs.look_again()
        self.selectionModel().blockSignals(True)
        model.take(snapshot)
        rows, found = model.rows_of(kept), model.rows_of({current, anchor} - {0})
        places = {model.id(row): row for row in found}
        here = self._session.view == "pictures"
        if here and not rows and len(kept) == 1 and len(model):  # it has left this page: go on with the next one
            rows = [min(max(0, lost_row), len(model) - 1)]
            places[current] = rows[0]
        self.select_rows(rows, places.get(current, -1))
        self.selectionModel().blockSignals(False)
        if anchor in places:
            self.show_first((places[anchor], offset))
        if here:  # another view may have selected pictures that are not shown here
            self._tell_selection()
        self.viewport().update()

    def _tell_selection(self) -> None:
        ids: list[int] = []
        for first, last in self.selected_ranges():
            ids += self.pictures.ids(first, last)
        self._session.select(ids)
        self.viewport().update()

    def _selected_rows(self) -> list[int]:
        return [row for first, last in self.selected_ranges() for row in range(first, last + 1)]

    def best_of_selected(self) -> dict[int, list[int]]:
        """The selected pictures by the category that fits each best, whether it stands out or not."""
        out: dict[int, list[int]] = {}
        for row in self._selected_rows():
            best = self.pictures.shown_category(row)
            if best is not None:
                out.setdefault(best.id, []).append(self.pictures.id(row))
        return out

    def shown_of_selected(self) -> tuple[dict[int, list[int]], list[int]]:
        """The selected pictures by the category that is shown of each, and those that are shown as none of these.

        Of two categories between which it is open the first is shown; what is not read yet is shown as nothing.
        """
        none = {self.pictures.id(row) for row in self._selected_rows() if self.pictures.state(row) == "none"}
        unread = {self.pictures.id(row) for row in self._selected_rows() if self.pictures.state(row) == "unread"}
        best = self.best_of_selected()
        shown = {id: [each for each in ids if each not in none | unread] for id, ids in best.items()}
        return {id: ids for id, ids in shown.items() if ids}, sorted(none)

    def step(self, by: int) -> None:
        """Go on by so many pictures, or back; the first and the last stay."""
        row = min(max(0, self.currentIndex().row() + by), len(self.pictures) - 1)
        if row >= 0:
            self.select_rows([row], row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the group that a picture stands for, or the picture."""
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            super().mouseDoubleClickEvent(event)
        elif index.data(Role.COPIES):
            self._session.narrow(copies_of=index.data(Role.ID))
        else:
            self.select_rows([index.row()], index.row())
            self.open()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the selected pictures."""
        menu = self.menu_for()
        if menu is not None:
            menu.setParent(self, menu.windowFlags())
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(event.globalPos())

    # Drag and drop -----------------------------------------------------------------------------------------------

    def startDrag(self, actions: Qt.DropAction) -> None:  # noqa: ARG002
        """Drag the selected pictures: to a category, or as files to another program."""
        ids = self._session.selection
        if not ids:
            return
        rows = [row for first, last in self.selected_ranges() for row in range(first, last + 1)][:MOST_URLS]
        paths = [path for path in map(self.pictures.path, rows) if path is not None]
        drag = QDrag(self)
        drag.setMimeData(drops.with_pictures(ids, paths))
        drag.setPixmap(self._drag_pixmap(rows[0], len(ids)))
        drag.setHotSpot(QPoint(-8, -8))
        drag.exec(Qt.DropAction.CopyAction)

    def _drag_pixmap(self, row: int, count: int) -> QPixmap:
        size, ratio = QSize(96, 75), self.devicePixelRatioF()
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hash = self.pictures.index(row).data(Role.HASH)
        thumbnail = self._thumbs.pixmap(hash, self.tiles.picture, ratio)
        if thumbnail is not None:
            painter.drawPixmap(QRect(QPoint(0, 0), size), thumbnail)
        if count > 1:
            badge = QRect(size.width() - 38, size.height() - 24, 34, 20)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("accent"))
            painter.drawRoundedRect(badge, 10, 10)
            painter.setPen(self._look.colour("on_accent"))
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, number(count) if count < 1000 else "999+")
        painter.end()
        return pixmap
