"""The pictures in the middle: a header that says what is shown, the grid, and a sentence when there is nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QActionGroup, QContextMenuEvent, QDrag, QFont, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSlider,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

import nomina
from nomina_desktop import drops
from nomina_desktop.captions import PictureDelegate
from nomina_desktop.grid import GridView
from nomina_desktop.look import Look, make_place
from nomina_desktop.models import PLACES, PicturesModel, Role
from nomina_desktop.paint import paint_drop_target
from nomina_desktop.session import Session
from nomina_desktop.thumbs import Thumbs

ORDERS = ("added", "least sure first", "most sure first", "name")
MOST_URLS = 200
"""Files that a drag gives to other programs: file managers choke on more."""


class PictureGrid(GridView):
    """The grid of pictures: takes files that are dropped, gives pictures that are dragged.

    Attributes:
        menu_for: makes the context menu of the selected pictures.
    """

    def __init__(self, session: Session, look: Look, thumbs: Thumbs, parent: QWidget) -> None:
        """Show the pictures of the session."""
        super().__init__(parent)
        self._session, self._look, self._thumbs = session, look, thumbs
        self.menu_for: Callable[[], QMenu | None] = lambda: None
        self.pictures = PicturesModel(self)
        self.setModel(self.pictures)
        self.setItemDelegate(PictureDelegate(look, thumbs, self))
        self.setAccessibleName("Pictures")
        self.setAcceptDrops(False)  # files that are dropped here go to the window
        self.viewport().setAcceptDrops(False)
        self.setDragEnabled(True)
        self.selectionModel().selectionChanged.connect(self._tell_selection)
        thumbs.arrived.connect(lambda _: self.viewport().update())

    def take(self) -> None:
        """Show the session's snapshot. Selection and place are kept by image, not by row."""
        model, snapshot = self.pictures, self._session.snapshot
        kept, lost_row = set(self._session.selection), self.currentIndex().row()
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

    def select_next(self) -> None:
        """Go on to the next picture; the last one stays."""
        row = min(self.currentIndex().row() + 1, len(self.pictures) - 1)
        if row >= 0:
            self.select_rows([row], row)

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
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, f"{count:,}" if count < 1000 else "999+")
        painter.end()
        return pixmap


class _DropHint(QWidget):
    """Lies over the pictures while files are dragged over the window, and says what a drop would do."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._offers: list[str] = []
        self._meant = 0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def say(self, offers: Sequence[str], meant: int, place: QRect) -> None:
        """Show what a drop may do, side by side, or nothing; one of them is meant now."""
        self._offers, self._meant = list(offers), meant
        self.setGeometry(place)
        self.setVisible(bool(offers))
        self.raise_()
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the places of the drop."""
        painter = QPainter(self)
        place = self.rect().adjusted(24, 8, -12, -16)
        wide = (place.width() - 16 * (len(self._offers) - 1)) // max(1, len(self._offers))
        for number, offer in enumerate(self._offers):
            part = QRect(place.left() + number * (wide + 16), place.top(), wide, place.height())
            paint_drop_target(painter, self._look, part, offer, meant=number == self._meant)
        painter.end()


class Gallery(QWidget):
    """The header and the grid, or a sentence and a button where there are no pictures."""

    def __init__(self, session: Session, look: Look, thumbs: Thumbs, add_pictures: Callable[[], None]) -> None:
        """Show what the session shows; `add_pictures` is offered when there are none."""
        super().__init__()
        make_place(self, "gallery")
        self._session, self._look, self._thumbs = session, look, thumbs
        self.grid = PictureGrid(session, look, thumbs, self)
        self._empty = _Empty(look, add_pictures, lambda _: session.show_only())
        self._pages = QStackedLayout()
        self._pages.addWidget(self.grid)
        self._pages.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._header())
        layout.addLayout(self._pages, 1)
        self._drop_hint = _DropHint(look, self)
        session.changed.connect(self.take)
        self.take()

    def say_drop(self, offers: Sequence[str], meant: int = 0) -> None:
        """Say over the pictures what a drop may do, and which of that is meant; [] when nothing is dragged any more."""
        self._drop_hint.say(offers, meant, self._pages.currentWidget().geometry())

    def _header(self) -> QHBoxLayout:
        self._title = self._look.words("", 15, QFont.Weight.DemiBold)
        self._number = self._look.words("", 14, tone="secondary")
        self._all = QPushButton("Show all")
        self._all.setProperty("link", True)
        self._all.clicked.connect(lambda _: self._session.show_only())
        self.sort = self._sort_button()
        self.zoom = QSlider(Qt.Orientation.Horizontal)
        self.zoom.setAccessibleName("Size of the pictures")
        self.zoom.setRange(110, 320)
        self.zoom.setValue(180)
        self.zoom.setFixedWidth(110)
        self.zoom.valueChanged.connect(self.grid.set_target)
        header = QHBoxLayout()
        header.setContentsMargins(24, 10, 24, 6)
        header.setSpacing(12)
        for widget in (self._title, self._number, self._all):
            header.addWidget(widget)
        header.addStretch(1)
        header.addWidget(self.sort)
        header.addSpacing(8)
        header.addWidget(self.zoom)
        return header

    def _sort_button(self) -> QToolButton:
        button = QToolButton(popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setAccessibleName("Sort")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands after the words
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setIconSize(QSize(14, 14))
        button.setFixedHeight(28)
        self._look.set_icon(button, "chevron")
        menu = QMenu(button)
        menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._orders = QActionGroup(menu)
        for order in ORDERS:
            chosen = self._orders.addAction(menu.addAction(order[0].upper() + order[1:]))
            chosen.setCheckable(True)
            chosen.triggered.connect(lambda _=False, order=order: self.sort_by(order))
        button.setMenu(menu)
        return button

    def sort_by(self, order: str) -> None:
        """Show the pictures in another order, one of ORDERS."""
        self._session.arrange(order=nomina.Order(order), by_fit=False)

    def take(self, _: object = None) -> None:
        """Show the session's snapshot."""
        self._thumbs.use(self._session.thumbnails)
        snapshot = self._session.snapshot
        self.grid.take()
        title, plain = self._what_is_shown()
        self._title.setText(title)
        self._number.setText("" if snapshot is None else f"{snapshot.page.count:,}")
        self._all.setVisible(not plain)
        show = None if snapshot is None else snapshot.show
        ranked = show is not None and (show.category_id, show.search, show.among) != (None, None, None)
        self.sort.setVisible(show is not None and not ranked)
        if snapshot is not None:
            order = snapshot.show.order.value
            self.sort.setText(f"Sort: {order}")
            self._orders.actions()[ORDERS.index(order)].setChecked(True)
        empty = snapshot is not None and not snapshot.page.count
        self._pages.setCurrentWidget(self._empty if empty else self.grid)
        self._empty.say(snapshot is not None and snapshot.total == 0, self._session.writing, title)

    def _what_is_shown(self) -> tuple[str, bool]:
        """In words, and whether it is all pictures."""
        snapshot = self._session.snapshot
        if snapshot is None:
            opening = self._session.opening
            return (f"Opening {opening.name}…" if opening else ""), True
        show = snapshot.show
        if show.called:
            return show.called, False
        if show.search is not None:
            wanted = show.search.name if isinstance(show.search, Path) else show.search
            return f"Nearest to “{wanted}”", False
        names = {category.id: category.name for category in snapshot.page.categories}
        if show.category_id is not None:
            return names.get(show.category_id, ""), False
        state = "" if show.state is None else show.state.value
        return next((place.title for place in PLACES if place.state == state), "Being read"), not state

    def changeEvent(self, event: QEvent) -> None:
        """Dress the sort box and others again when the palette changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.grid.viewport().update()


class _Empty(QWidget):
    """One sentence, one button, one hint."""

    def __init__(self, look: Look, add_pictures: Callable[[], None], show_all: Callable[[bool], None]) -> None:
        super().__init__()
        self._sentence = look.words("", 15, QFont.Weight.DemiBold)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint = look.words(tone="secondary", wraps=True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.add = QPushButton("Add pictures…")
        self.add.setProperty("primary", True)
        self.add.clicked.connect(lambda _: add_pictures())
        self.all = QPushButton("Show all pictures")
        self.all.clicked.connect(show_all)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 0, 32, 48)
        layout.setSpacing(16)
        layout.addStretch(1)
        layout.addWidget(self._sentence)
        buttons: Sequence[QPushButton] = (self.add, self.all)
        for button in buttons:
            layout.addWidget(button, alignment=Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self._hint)
        layout.addStretch(2)

    def say(self, nothing_at_all: bool, on_their_way: bool, shown: str) -> None:
        """Why there is nothing, and what can be done."""
        self.add.setVisible(nothing_at_all and not on_their_way)
        self.all.setVisible(not nothing_at_all)
        if nothing_at_all and on_their_way:
            self._sentence.setText("Your pictures will be here in a moment.")
            self._hint.setText("You can type categories already.")
        elif nothing_at_all:
            self._sentence.setText("This library has no pictures yet.")
            self._hint.setText(
                "Drop files and folders anywhere in this window. They stay where they are; Nomina only reads them."
            )
        else:
            self._sentence.setText(f"No pictures in “{shown}”.")
            self._hint.setText("Add a category, or show a few examples, and pictures will come here.")
