"""The window: it lays the views out and nothing more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSettings, QSize, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from nomina_desktop import drops
from nomina_desktop.actions import MENUS, Actions
from nomina_desktop.acts import pictures
from nomina_desktop.cards import Cards
from nomina_desktop.categories import Categories
from nomina_desktop.category_card import CategoryCard
from nomina_desktop.encoder_line import EncoderLine
from nomina_desktop.encoders import Encoders
from nomina_desktop.gallery import Gallery
from nomina_desktop.insights.view import InsightsView
from nomina_desktop.look import Look, make_place
from nomina_desktop.map.view import MapView
from nomina_desktop.picture_card import PictureCard
from nomina_desktop.pictures_large import LargePictures
from nomina_desktop.preview import Preview
from nomina_desktop.rail import Rail
from nomina_desktop.review import Review
from nomina_desktop.session import Session
from nomina_desktop.statusbar import StatusBar
from nomina_desktop.thumbs import Thumbs
from nomina_desktop.toast import Toast
from nomina_desktop.topbar import TopBar, fill_menu
from nomina_desktop.welcome import Welcome
from nomina_desktop.words import tr

SIDE = 344
"""Width of the categories and what lies below them."""
NOTHING = -1
"""No offer is meant."""
LARGEST_SHARE = 0.92
"""Of the screen that a first window takes: the frame needs some of it too."""


class Window(QMainWindow):
    """Top bar, rail, a view in the centre, categories and cards at the side, status bar; or the welcome page.

    Attributes:
        actions_: the actions of the table.
        large: whole pictures, for the views that show one.
        views: what the centre can show, by the id of the action that shows it.
        closing: called when the window is about to close.
        label_files: called with files and folders that are to be added and labelled.
        begin: makes a library of files that are dropped while none is open.
    """

    def __init__(self, session: Session, encoders: Encoders, look: Look, thumbs: Thumbs, large: LargePictures) -> None:
        """Make the views and follow the session."""
        super().__init__()
        self.setWindowTitle("Nomina")
        self.setAcceptDrops(True)
        self.setMinimumSize(760, 480)
        self._session = session
        self.large, self.thumbs = large, thumbs
        self.closing: Callable[[], None] = lambda: None
        self.label_files: Callable[[Sequence[Path]], None] = lambda _: None
        self._offers: list[str] = []
        self._taken = True
        self.begin: Callable[[Sequence[Path]], None] = lambda _: None
        self.actions_ = Actions(self)
        self.topbar = TopBar(session, look, self.actions_)
        self.rail = Rail(session, look, self.actions_)
        at_work = EncoderLine(look, encoders, self.actions_["encoders"], centred=True)
        self.gallery = Gallery(session, look, thumbs, self.actions_["add_files"].trigger, at_work)
        self.review = Review(session, look, thumbs, large, lambda id: self.actions_[id].trigger())
        self.map = MapView(session, look, thumbs, self.actions_["add_files"].trigger)
        self.views: dict[str, QWidget] = {"pictures": self.gallery, "review": self.review, "map": self.map}
        self.views["insights"] = self.insights = InsightsView(session, look, lambda id: self.actions_[id].trigger())
        self.centre = QStackedWidget()
        for view in self.views.values():
            self.centre.addWidget(view)
        self.categories = Categories(session, look, thumbs)
        self._times_chosen = 0  # when a category's card came to the front last
        self.category_card = CategoryCard(session, look, thumbs)
        self.cards = Cards(look)
        self.cards.add(tr("Category"), self.category_card)
        self.picture_card = PictureCard(session, look, thumbs, self.gallery.grid, self.actions_)
        self.cards.add(tr("Picture"), self.picture_card)
        self.status = StatusBar(session, look, self.actions_["encoders"])
        self.welcome = Welcome(look, self.actions_, encoders)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.welcome)
        self._pages.addWidget(self._desk())
        self.setCentralWidget(self._pages)
        self.preview = Preview(session, look, thumbs, large, self.gallery.grid, self.centre)
        self.actions_.give(self.preview)
        self.toast = Toast(look, self._pages, self._stage)
        for pages in (self.centre, self.review.pages):
            pages.currentChanged.connect(self.toast.float_again)
        self._make_menus()
        session.changed.connect(self.take)
        session.selected.connect(self._bring_picture)
        self._restore()

    def _bring_picture(self, chosen: Sequence[int]) -> None:
        """The card of the pictures comes to the front where a person chooses some."""
        if chosen and (self.gallery.grid.hasFocus() or self.preview.isVisible()):
            self.cards.show_card(self.picture_card)

    def _stage(self) -> QWidget:
        """Where a toast may float: over the pictures of the view that is looked at."""
        asking = self._session.view == "review" and self.review.page.isVisible()
        return self.review.page.stage if asking else self.centre

    def _desk(self) -> QWidget:
        desk = QWidget()
        middle = QHBoxLayout()
        middle.addWidget(self.rail)
        middle.addWidget(self.centre, 1)
        middle.addWidget(self._side())
        layout = QVBoxLayout(desk)
        layout.addWidget(self.topbar)
        layout.addLayout(middle, 1)
        layout.addWidget(self.status)
        for each in (middle, layout):
            each.setContentsMargins(0, 0, 0, 0)
            each.setSpacing(0)
        return desk

    def _side(self) -> QSplitter:
        side = QSplitter(Qt.Orientation.Vertical)
        make_place(side, "side")
        side.setMinimumWidth(SIDE)
        for part in (self.categories, self.cards):  # a splitter takes its widest from its parts
            part.setMaximumWidth(SIDE)
        side.setContentsMargins(1, 0, 0, 0)  # its line at the left
        side.setChildrenCollapsible(False)
        side.addWidget(self.categories)
        side.addWidget(self.cards)
        side.setStretchFactor(0, 1)
        side.setStretchFactor(1, 1)
        side.setSizes([380, 430])
        return side

    def _make_menus(self) -> None:
        """The library's name opens them all; the bar of them is there for those who want it."""
        for title in MENUS:
            self.menuBar().addMenu(fill_menu(QMenu(tr(title), self), self.actions_.of_menu(title)))
        self.menuBar().setVisible(self.menuBar().isNativeMenuBar())
        self.addActions(list(self.actions_.everywhere()))
        for view in (self.gallery.grid, self.review):
            self.actions_.give(view)
        QShortcut(QKeySequence("F10"), self, self.topbar.library.showMenu)

    def take(self, _: object = None) -> None:
        """Show the page that fits, and name the library in the title."""
        there = self._session.folder is not None or self._session.opening is not None
        if there != bool(self._pages.currentIndex()):
            self._pages.setCurrentIndex(1 if there else 0)
            self.gallery.take_keyboard() if there else self.welcome.make.setFocus()
        self.centre.setCurrentWidget(self.views[self._session.view])
        if self._session.times_chosen != self._times_chosen:
            self._times_chosen = self._session.times_chosen
            if self._session.category is not None:
                self.cards.show_card(self.category_card)
        self.setWindowTitle(f"{self._session.name} – Nomina" if self._session.name else "Nomina")

    def show_opening(self) -> None:
        """Show the desk while the first library is on its way."""
        self.topbar.take()
        self.gallery.take()
        self._pages.setCurrentIndex(1)
        self.gallery.grid.setFocus()

    def resizeEvent(self, event: object) -> None:
        """Fold the rail away where there is no room for it."""
        self.rail.setVisible(self.width() >= 1080)
        super().resizeEvent(event)  # type: ignore[arg-type]

    # Files may be dropped anywhere -------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders; say of other things why not."""
        files, (why_not, _) = drops.names_in(event.mimeData()), drops.strange(event.mimeData())
        self._taken = not why_not  # a move over the window must not look through 100,000 files again
        if not (files or why_not) or self._session.opening is not None:
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        what, library = drops.things(files) if files else "", self._session.name
        if why_not:
            self._offers = [why_not]
        elif self._session.folder is None:
            self._offers = [tr("Make a library of {things}").format(things=what)]
        else:
            self._session.go("pictures")
            self._offers = [tr("Add {what} to {library}").format(what=what, library=library)]
            if self._session.categories and drops.folder_in(files):
                self._offers.append(tr("Add {what} and label").format(what=what))
        self._say_offers(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Every place is as good, but where there is a choice."""
        event.accept()
        self._say_offers(event)

    def dragLeaveEvent(self, _: QDragLeaveEvent) -> None:
        """Nothing will be dropped."""
        self._offers = []
        self.gallery.say_drop([])
        self.welcome.say_drop("")

    def dropEvent(self, event: QDropEvent) -> None:
        """Add them, add and label them, or begin a library with them."""
        offer = self._offer(event)
        self.dragLeaveEvent(QDragLeaveEvent())
        event.acceptProposedAction()
        files, (why_not, hint) = drops.names_in(event.mimeData()), drops.strange(event.mimeData())
        if why_not:
            self._session.notices.tell(why_not, hint)
        elif self._session.folder is None:
            self.begin(list(map(Path, files)))
        elif offer:
            self.label_files(list(map(Path, files)))
        else:
            pictures.add(self._session, files)

    def _say_offers(self, event: QDropEvent) -> None:
        if self._session.folder is None:
            self.welcome.say_drop(self._offers[0])
        else:
            meant = self._offer(event)
            self.gallery.say_drop(self._offers, meant if self._taken else NOTHING)

    def _offer(self, event: QDropEvent) -> int:
        """Which of the offers is meant: they stand beside each other over the pictures."""
        place = QRect(self.centre.mapTo(self, QPoint(0, 0)), self.centre.size())
        point = event.position().toPoint()
        if len(self._offers) < 2 or not place.contains(point):
            return 0
        return int(point.x() > place.center().x())

    # Shape and end -----------------------------------------------------------------------------------------------

    def _restore(self) -> None:
        kept = QSettings().value("window/geometry")
        if kept is None or not self.restoreGeometry(kept):
            room = self.screen().availableSize() * LARGEST_SHARE
            self.resize(QSize(1440, 900).boundedTo(room).expandedTo(self.minimumSize()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Go from the screen at once, then end the work."""
        QSettings().setValue("window/geometry", self.saveGeometry())
        self.hide()
        self.closing()
        event.accept()
