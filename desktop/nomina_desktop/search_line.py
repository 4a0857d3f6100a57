"""The line that searches: by words that are typed, by a picture that is dropped on it, or by both."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TR_NOOP, QEvent, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

import nomina
from nomina_desktop.drops import one_picture_in
from nomina_desktop.keys import left_to_the_window
from nomina_desktop.look import Look
from nomina_desktop.words import tr

if TYPE_CHECKING:
    from nomina import Sought

HINT = QT_TR_NOOP("Search by words, or drop a picture here")


class SearchLine(QLineEdit):
    """Asks for words or a picture.

    Signals:
        asked: with words (str), a picture (Path), both (Sought), or None when the search is over.
    """

    asked = Signal(object)

    def __init__(self, look: Look) -> None:
        """Show the key that leads here at the end of the line."""
        super().__init__(placeholderText=tr(HINT))
        self.setAccessibleName(tr("Search by words or by a picture"))
        self.setToolTip(tr("“heron +water -people” is near to the first two and far from the last."))
        self.setMaximumWidth(592)
        self.setMinimumWidth(140)
        self.setFixedHeight(34)
        key = QKeySequence("Ctrl+F").toString(QKeySequence.SequenceFormat.NativeText)
        self._key = look.words(key, 11, tone="secondary")
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 12, 0)
        inside.addStretch(1)
        inside.addWidget(self._key)
        self.returnPressed.connect(lambda: self.asked.emit(self.text().strip() or None))
        self.textChanged.connect(self._make_room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the line is short the key would stand in the words."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self, _: str = "") -> None:
        words = self.fontMetrics().horizontalAdvance(self.placeholderText()) + self._key.sizeHint().width() + 48
        self._key.setVisible(not self.text() and self.width() >= words)

    def event(self, event: QEvent) -> bool:
        """The window's keys stay the window's."""
        return left_to_the_window(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape ends a search."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.asked.emit(None)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one picture; several, or a folder, are for the window to add."""
        picture = one_picture_in(event.mimeData())
        event.setAccepted(picture is not None)
        if picture is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            self.setPlaceholderText(tr("Find pictures like “{name}”").format(name=picture.name))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """See dragEnterEvent."""
        event.setAccepted(one_picture_in(event.mimeData()) is not None)

    def dragLeaveEvent(self, _: object) -> None:
        """Nothing is dropped here."""
        self.setPlaceholderText(tr(HINT))

    def dropEvent(self, event: QDropEvent) -> None:
        """Search with the picture."""
        picture: Path | None = one_picture_in(event.mimeData())
        self.setPlaceholderText(tr(HINT))
        if picture is not None:
            event.acceptProposedAction()
            self.asked.emit(self._with_words(picture))

    def _with_words(self, picture: Path) -> Path | Sought:
        """The picture, beside the words that stand in the line."""
        typed = nomina.sought(self.text())
        return replace(typed, pictures=(picture,)) if typed.words or typed.not_words else picture
