"""The pictures in the middle: a header that says what is shown, the grid, and a sentence when there is nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStackedLayout, QVBoxLayout, QWidget

from nomina_desktop.gallery_header import GalleryHeader
from nomina_desktop.look import Look, make_place
from nomina_desktop.paint import paint_drop_target
from nomina_desktop.picture_grid import PictureGrid
from nomina_desktop.session import Session
from nomina_desktop.thumbs import Thumbs
from nomina_desktop.words import tr


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

    def __init__(
        self, session: Session, look: Look, thumbs: Thumbs, add_pictures: Callable[[], None], at_work: QWidget
    ) -> None:
        """Show what the session shows; `add_pictures` is offered when there are none, and `at_work` stands below."""
        super().__init__()
        make_place(self, "gallery")
        self._session, self._look, self._thumbs = session, look, thumbs
        self.header = GalleryHeader(session, look)
        self.sort, self.zoom, self._title = self.header.sort, self.header.zoom, self.header.title
        self.grid = PictureGrid(session, look, thumbs, self)
        self.zoom.valueChanged.connect(self.grid.set_target)
        self._empty = _Empty(look, add_pictures, lambda _: session.show_only(), at_work)
        self._pages = QStackedLayout()
        self._pages.addWidget(self.grid)
        self._pages.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addLayout(self._pages, 1)
        self._drop_hint = _DropHint(look, self)
        session.changed.connect(self.take)
        self.take()

    def say_drop(self, offers: Sequence[str], meant: int = 0) -> None:
        """Say over the pictures what a drop may do, and which of that is meant; [] when nothing is dragged any more."""
        self._drop_hint.say(offers, meant, self._pages.currentWidget().geometry())

    def take_keyboard(self) -> None:
        """The keys are for the pictures, or for the button that stands where none are."""
        (self._empty.button if self._pages.currentWidget() is self._empty else self.grid).setFocus()

    def sort_by(self, order: str) -> None:
        """Show the pictures in another order; see GalleryHeader."""
        self.header.sort_by(order)

    def take(self, _: object = None) -> None:
        """Show the session's snapshot."""
        self._thumbs.use(self._session.thumbnails)
        snapshot = self._session.snapshot
        self.grid.take()
        self.header.take()
        empty = snapshot is not None and not snapshot.page.count
        keyboard = self.grid.hasFocus() or self._empty.button.hasFocus()
        nothing_at_all = snapshot is not None and snapshot.total == 0
        self._empty.say(nothing_at_all, self._session.writing, self._title.text(), self.header.several)
        self._pages.setCurrentWidget(self._empty if empty else self.grid)
        if keyboard:
            self.take_keyboard()

    def changeEvent(self, event: QEvent) -> None:
        """Dress the sort box and others again when the palette changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.grid.viewport().update()


class _Empty(QWidget):
    """One sentence, one button, one hint."""

    def __init__(
        self, look: Look, add_pictures: Callable[[], None], show_all: Callable[[bool], None], at_work: QWidget
    ) -> None:
        super().__init__()
        self._at_work = QWidget()
        below = QVBoxLayout(self._at_work)
        below.setContentsMargins(0, 16, 0, 0)
        below.addWidget(at_work)
        self._sentence = look.words("", 15, QFont.Weight.DemiBold)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint = look.words(tone="secondary", wraps=True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.add = QPushButton(tr("Add pictures…"))
        self.add.setProperty("primary", True)
        self.add.clicked.connect(lambda _: add_pictures())
        self.all = QPushButton(tr("Show all pictures"))
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
        layout.addWidget(self._at_work)
        layout.addStretch(2)

    @property
    def button(self) -> QPushButton:
        """What helps."""
        return self.all if self.add.isHidden() else self.add

    def say(self, nothing_at_all: bool, on_their_way: bool, shown: str, several: bool) -> None:
        """Why there is nothing, and what can be done."""
        self.add.setVisible(nothing_at_all and not on_their_way)
        self._at_work.setVisible(nothing_at_all and not on_their_way)
        self.all.setVisible(not nothing_at_all)
        if nothing_at_all and on_their_way:
            self._sentence.setText(tr("Your pictures will be here in a moment."))
            self._hint.setText(tr("You can type categories already."))
        elif nothing_at_all:
            self._sentence.setText(tr("This library has no pictures yet."))
            self._hint.setText(
                tr("Drop files and folders anywhere in this window. They stay where they are; Nomina only reads them.")
            )
        else:
            self._sentence.setText(tr("No pictures in “{shown}”.").format(shown=shown))
            narrowed = tr("No picture meets all of these conditions: take one of them away.")
            plain = tr("Add a category, or show a few examples, and pictures will come here.")
            self._hint.setText(narrowed if several else plain)
