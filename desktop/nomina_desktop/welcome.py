"""What is shown while no library is open: what Nomina is, and three ways to begin."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from nomina_desktop.actions import Actions
from nomina_desktop.look import Look, make_place


class Welcome(QWidget):
    """The first page."""

    def __init__(self, look: Look, actions: Actions) -> None:
        """Offer the actions that open something."""
        super().__init__()
        make_place(self, "page")
        mark = QLabel()
        mark.setPixmap(QApplication.windowIcon().pixmap(QSize(64, 64)))
        mark.setFixedSize(64, 64)
        mark.setContentsMargins(-4, 0, 0, 0)
        title = look.words("Nomina", 26, QFont.Weight.DemiBold)
        say = look.words(
            "Sorts pictures into categories that you name or show. All of it happens on this computer.",
            14,
            tone="secondary",
            wraps=True,
        )
        inside = QVBoxLayout()
        inside.setSpacing(8)
        inside.addWidget(mark)
        inside.addSpacing(12)
        inside.addWidget(title)
        inside.addWidget(say)
        inside.addSpacing(20)
        self.make = _offer(
            inside,
            look,
            actions["new"],
            "Create a library",
            "A folder of its own for what you teach. Your pictures stay where they are.",
        )
        self.make.setProperty("primary", True)
        self.open = _offer(inside, look, actions["open"], "Open a library", "The folder of one you made before.")
        self.samples = _offer(
            inside,
            look,
            actions["samples"],
            "Try with sample pictures",
            "Makes a library with some twenty pictures that come with Nomina, and a few categories.",
        )
        card = QFrame()
        card.setFixedWidth(560)
        card.setLayout(inside)
        down = QVBoxLayout(self)
        down.addStretch(2)
        down.addWidget(card, alignment=Qt.AlignmentFlag.AlignHCenter)
        down.addStretch(3)
        self.make.setFocus()


def _offer(layout: QVBoxLayout, look: Look, action: QAction, text: str, hint: str) -> QPushButton:
    button = QPushButton(text)
    button.setFixedWidth(200)
    button.clicked.connect(action.trigger)
    said = look.words(hint, 12, tone="secondary", wraps=True)
    row = QHBoxLayout()
    row.setSpacing(16)
    row.addWidget(button)
    row.addWidget(said, 1)
    layout.addLayout(row)
    layout.addSpacing(4)
    return button
