"""One picture large, over the gallery: zoom and move, go on to the next, label it with the same keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, QSizeF, Qt
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

import nomina
from nomina_desktop.canvas import STEP, Canvas
from nomina_desktop.live import Live
from nomina_desktop.look import Look, make_place
from nomina_desktop.models import Role
from nomina_desktop.picture_grid import PictureGrid
from nomina_desktop.picture_words import facts_in_words, missing
from nomina_desktop.pictures_large import FIT, FULL, Large, LargePictures
from nomina_desktop.session import Session
from nomina_desktop.thumbs import Thumbs
from nomina_desktop.words import number, tr

if TYPE_CHECKING:
    from nomina import About

AHEAD = 2
"""Pictures that are read before they are asked for, in each direction."""


class Preview(QWidget):
    """Lies over the views of the centre while it is open; it shows the picture that is selected.

    Attributes:
        canvas: the picture.
        title, said, facts: what it is, what is wrong with it, and what its file tells.
    """

    def __init__(
        self, session: Session, look: Look, thumbs: Thumbs, large: LargePictures, grid: PictureGrid, over: QWidget
    ) -> None:
        """Hidden until `open_for_selected`; it covers `over` and follows the selection of the grid."""
        super().__init__(over.parentWidget())
        make_place(self, "preview")
        self._session, self._look, self._thumbs = session, look, thumbs
        self._large, self._grid, self._over = large, grid, over
        self._wanted: Large | None = None
        self._about: About | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.title = look.words("", 14, QFont.Weight.DemiBold)
        self.state = look.words("", 12, tone="secondary")
        self.position = look.words("", 12, tone="secondary")
        self.canvas = Canvas(self)
        self.canvas.zoomed.connect(self._zoomed)
        self.said = look.words("", 13, wraps=True)
        self.said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.facts = look.words("", 12, tone="secondary")
        self.path = look.words("", 12, tone="secondary")
        for label in (self.title, self.facts, self.path):
            label.setMinimumWidth(1)  # long words are cut, and never widen the window
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lay_out()
        self._live = Live(self, session, self._ask, self._take_about)
        session.selected.connect(self._follow)
        session.changed.connect(self._follow)
        large.arrived.connect(self._arrived)
        over.installEventFilter(self)
        self.hide()

    def _lay_out(self) -> None:
        self.smaller = self._button("−", tr("Smaller (-)"), lambda: self.canvas.zoom(1 / STEP))
        self.scale = self._button("", tr("All of it, or each pixel (Z)"), self.canvas.toggle)
        self.scale.setMinimumWidth(56)
        self.larger = self._button("+", tr("Larger (+)"), lambda: self.canvas.zoom(STEP))
        self.shut = self._button("", tr("Close (Esc)"), self.close_preview)
        self._look.set_icon(self.shut, "close")
        head = QHBoxLayout()
        head.setContentsMargins(24, 8, 12, 8)
        head.setSpacing(12)
        head.addWidget(self.title)
        head.addWidget(self.state)
        head.addStretch(1)
        head.addWidget(self.position)
        for button in (self.smaller, self.scale, self.larger, self.shut):
            head.addWidget(button)
        foot = QVBoxLayout()
        foot.setContentsMargins(24, 8, 24, 10)
        foot.setSpacing(2)
        foot.addWidget(self.facts)
        foot.addWidget(self.path)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.said)
        frame = QVBoxLayout()
        frame.setContentsMargins(24, 4, 24, 0)
        frame.addWidget(self.canvas)
        layout.addLayout(frame, 1)
        layout.addLayout(foot)

    def _button(self, text: str, name: str, act: object) -> QToolButton:
        button = QToolButton(text=text)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setFont(self._look.font(13))
        button.setIconSize(QSize(16, 16))
        button.setFixedHeight(28)
        button.setMinimumWidth(28)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda _=False: act())
        return button

    # Opening and closing -----------------------------------------------------------------------------------------

    def open_for_selected(self) -> None:
        """Show the current picture; close where it is open already."""
        if self.isVisible():
            self.close_preview()
            return
        row, rows = self._grid.currentIndex().row(), self._grid.pictures.rows_of(self._session.selection)
        if not rows or self._session.view != "pictures":
            return
        row = row if row in rows else rows[0]
        self._cover()
        self.show()
        self.raise_()
        self.setFocus()
        self._live.look()
        self._grid.select_rows([row], row)  # its keys act on what is seen, and on nothing else
        self._follow()

    def close_preview(self) -> None:
        """Go back to the pictures."""
        self.hide()
        self._live.look(False)
        self._wanted = None
        self.canvas.take(None, QSizeF(0, 0))
        self._grid.setFocus()
        self._grid.scrollTo(self._grid.currentIndex())

    def _cover(self) -> None:
        place = self._over.geometry()
        left = 0 if self._over.mapTo(self.parentWidget(), QPoint(0, 0)).x() < 300 else place.left()
        self.setGeometry(QRect(left, place.top(), place.right() - left + 1, place.height()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep covering what it lies over."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and self.isVisible():
            self._cover()
        return super().eventFilter(watched, event)

    # The picture -------------------------------------------------------------------------------------------------

    def _follow(self, _: object = None) -> None:
        """Show the picture that is selected now."""
        if not self.isVisible():
            return
        rows = self._grid.pictures.rows_of(self._session.selection)
        if not rows or self._session.view != "pictures":
            self.close_preview()
            return
        model, row = self._grid.pictures, rows[0]
        wanted = Large(model.index(row).data(Role.HASH), model.path(row), FIT)
        fresh = self._wanted is None or wanted.hash != self._wanted.hash
        self._wanted = wanted
        if fresh:
            self._about = None
            self.facts.setText("")
            self._live.ask()
        self._say(row)
        self._paint(fresh)
        self._large.prefetch(self._around(row))

    def _around(self, row: int) -> list[Large]:
        model, near = self._grid.pictures, []
        for step in range(1, AHEAD + 1):
            near += [each for each in (row + step, row - step) if 0 <= each < len(model)]
        return [Large(model.index(each).data(Role.HASH), model.path(each), FIT) for each in near]

    def _say(self, row: int) -> None:
        model = self._grid.pictures
        caption, path = model.caption(row), model.path(row)
        self.title.setText(caption.name)
        self.state.setText(caption.state)
        text = tr("{number} of {count}").format(number=number(row + 1), count=number(len(model)))
        self.position.setText(text)
        self.path.setText("" if path is None else self._elided(self.path, str(path)))
        self.setAccessibleName(model.index(row).data(Qt.ItemDataRole.AccessibleTextRole))

    def _paint(self, fresh: bool) -> None:
        """Show the best pixels at hand; until there are any the thumbnail, and with it what is wrong."""
        wanted = self._wanted
        assert wanted is not None
        more = Large(wanted.hash, wanted.path, FULL)
        pixmap = self._large.pixmap(more if self.canvas.wants_more and not fresh else wanted)
        trouble = self._large.trouble(wanted)
        thumbnail = self._thumbs.whole(wanted.hash) if pixmap is None else None
        shown = pixmap if pixmap is not None else thumbnail
        size = QSizeF(shown.size()) if shown is not None else QSizeF(0, 0)
        if pixmap is not None and self._about is not None:  # the pixels at hand may be fewer
            size = QSizeF(self._about.image.width, self._about.image.height)
        self.canvas.take(shown, size, again=not fresh)
        self._say_trouble(trouble)

    def _say_trouble(self, trouble: str) -> None:
        text = ""
        if trouble:
            text = missing(self._about) if self._about is not None else ""
            text = text or tr("It cannot be shown: {why}.").format(why=trouble)
        self.said.setText(text)
        self.said.setVisible(bool(text))

    def _arrived(self, hash: str) -> None:
        if self.isVisible() and self._wanted is not None and hash == self._wanted.hash:
            self._paint(fresh=False)

    def _zoomed(self) -> None:
        self.scale.setText(tr("{number} %").format(number=round(100 * self.canvas.scale)))
        if self._wanted is not None and self.canvas.wants_more:
            self._large.pixmap(Large(self._wanted.hash, self._wanted.path, FULL))

    # What its file tells -----------------------------------------------------------------------------------------

    def _ask(self) -> object:
        chosen = self._session.selection
        return (lambda library: nomina.about(library, chosen[0])) if chosen else None

    def _take_about(self, about: About) -> None:
        if self._wanted is None or about.image.hash != self._wanted.hash:
            return
        self._about = about
        rows = facts_in_words(about)
        told = [value for _, value in rows if value not in map(str, about.places)]
        self.facts.setText("   ·   ".join(told))
        self.path.setToolTip("\n".join(map(str, about.places)))
        if len(about.places) > 1:
            more = tr("and %Ln other place(s)", None, len(about.places) - 1)
            self.path.setText(f"{self._elided(self.path, str(about.places[0]), 160)}   {more}")
        self._paint(fresh=False)

    def _elided(self, label: QLabel, text: str, less: int = 0) -> str:
        room = max(60, self.width() - 48 - less)
        return label.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, room)

    # Keys --------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on, zoom, close; what labels are keys of the window."""
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_D: 1, Qt.Key.Key_PageDown: 1}
        back = (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_A, Qt.Key.Key_PageUp)
        key = Qt.Key(event.key())
        zooms = {Qt.Key.Key_Plus: STEP, Qt.Key.Key_Equal: STEP, Qt.Key.Key_Minus: 1 / STEP}
        if key in steps or key in back:
            self._grid.step(1 if key in steps else -1)
        elif key in zooms:
            self.canvas.zoom(zooms[key])
        elif key == Qt.Key.Key_Z:
            self.canvas.toggle()
        elif key == Qt.Key.Key_Escape:
            self.close_preview()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut what does not fit."""
        super().resizeEvent(event)
        self._zoomed()
