"""Below the map: how it is used, or what can be done with the pictures that are selected on it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QWidget

from nomina_desktop.acts import categories
from nomina_desktop.look import Look, make_place
from nomina_desktop.notices import error_notice
from nomina_desktop.session import Session
from nomina_desktop.words import tr

HEIGHT, NARROW = 56, 640


class MapBar(QWidget):
    """A hint, or the selection with a line to make a category of it."""

    def __init__(self, session: Session, look: Look) -> None:
        """Follow `take`."""
        super().__init__()
        make_place(self, "mapbar")
        self.setFixedHeight(HEIGHT)
        self._session = session
        self.text = look.words("", 13, QFont.Weight.Medium)
        self.hint = look.words(
            tr("Drag to move, scroll to look closer, hold Shift and drag to draw around pictures."),
            12,
            tone="secondary",
        )
        self.hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.line = _Line()
        self.line.setAccessibleName(tr("Name of a category to make of the selected pictures"))
        self.line.setFixedHeight(34)
        self.line.setMaximumWidth(320)
        self.line.returnPressed.connect(self.make)
        self.line.textChanged.connect(lambda _: self._say_wrong(""))
        self.button = QPushButton(tr("Make category"))
        self.button.setProperty("primary", True)
        self.button.clicked.connect(lambda _=False: self.make())
        self.show_button = QPushButton(tr("Show in gallery"))
        self.show_button.clicked.connect(lambda _=False: self.show_them())
        self.wrong = look.words("", 12, tone="error", wraps=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 8, 24, 8)
        layout.setSpacing(12)
        layout.addWidget(self.text)
        layout.addWidget(self.hint, 1)
        layout.addWidget(self.wrong, 1)
        for widget in (self.line, self.button, self.show_button):
            layout.addWidget(widget)
        self.take()

    def take(self) -> None:
        """Show what is selected."""
        count = len(self._session.selection)
        self.hint.setVisible(not count)
        for widget in (self.line, self.button):
            widget.setVisible(bool(count))
        for widget in (self.text, self.show_button):
            widget.setVisible(bool(count) and self.width() >= NARROW)
        self.wrong.setVisible(bool(count) and bool(self.wrong.text()))
        self.text.setText(tr("%Ln picture(s) selected", None, count))
        self.line.setPlaceholderText(tr("Name a category of %Ln picture(s)", None, count))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the line says how many there are."""
        super().resizeEvent(event)
        self.take()

    def make(self) -> None:
        """Make a category of the selected pictures, by the name that was typed."""
        ids = self._session.selection
        if ids:
            categories.of_pictures(
                self._session, self.line.text(), ids, done=lambda _: self.line.clear(), failed=self._failed
            )

    def show_them(self) -> None:
        """Show the selected pictures in the gallery."""
        ids = self._session.selection
        if ids:
            self._session.show_only(among=ids, called=tr("Chosen on the map"))

    def _failed(self, error: Exception) -> None:
        notice = error_notice(error)
        self._say_wrong(f"{notice.text} {notice.hint}".strip())

    def _say_wrong(self, words: str) -> None:
        self.wrong.setText(words)
        self.take()


class _Line(QLineEdit):
    """A line that Escape leaves for the map."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape clears it, and then goes back."""
        if event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.previousInFocusChain().setFocus(Qt.FocusReason.BacktabFocusReason)
            return
        super().keyPressEvent(event)
