"""What is shown while no library is open: what Nomina is, in one picture, and the ways to begin."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from nomina_desktop.actions import Actions
from nomina_desktop.encoder_line import EncoderLine
from nomina_desktop.encoders import Encoders
from nomina_desktop.illustration import Illustration
from nomina_desktop.look import Look, make_place
from nomina_desktop.paint import paint_drop_target
from nomina_desktop.words import tr

WIDE = 1080
"""From what width on the picture stands beside the words."""
WORDS = 520


class Welcome(QWidget):
    """The first page. Files that are dropped on it begin a library."""

    def __init__(self, look: Look, actions: Actions, encoders: Encoders) -> None:
        """Offer the actions that open something, and say which encoder is at work."""
        super().__init__()
        make_place(self, "page")
        self._look, self._sentence = look, ""
        self.encoder = EncoderLine(look, encoders, actions["encoders"])
        self._picture = QWidget()
        make_place(self._picture, "gallery")
        framed = QVBoxLayout(self._picture)
        framed.addWidget(Illustration(look), alignment=Qt.AlignmentFlag.AlignCenter)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addLayout(self._words(look, actions), 1)
        across.addWidget(self._picture, 1)
        self.make.setFocus()

    def _words(self, look: Look, actions: Actions) -> QVBoxLayout:
        mark = QLabel()
        mark.setPixmap(QApplication.windowIcon().pixmap(QSize(56, 56)))
        mark.setContentsMargins(-4, 0, 0, 0)
        sentence = tr("Type a name or drop a few pictures, and your whole collection is sorted by it. No training.")
        quiet = tr("All of it happens on this computer. Your pictures stay as they are.")
        say = look.words(sentence, 14, wraps=True)
        inside = QVBoxLayout()
        inside.setSpacing(8)
        inside.addWidget(mark)
        inside.addSpacing(8)
        inside.addWidget(look.words(tr("Nomina"), 26, QFont.Weight.DemiBold))
        inside.addWidget(say)
        inside.addWidget(look.words(quiet, 13, tone="secondary", wraps=True))
        inside.addSpacing(20)
        self.make = _offer(
            inside, look, actions["new"], tr("Create a library"), tr("A folder of its own for what you teach.")
        )
        self.make.setProperty("primary", True)
        self.open = _offer(
            inside, look, actions["open"], tr("Open a library"), tr("The folder of one you made before.")
        )
        self.tutorial = _offer(
            inside, look, actions["tutorial"], tr("Take the tutorial"), tr("Two minutes, step by step, by doing it.")
        )
        self.samples = _offer(
            inside,
            look,
            actions["samples"],
            tr("Try with sample pictures"),
            tr("Some twenty pictures that come with Nomina, and a few categories."),
        )
        inside.addSpacing(8)
        inside.addWidget(look.words(tr("Or drop pictures and folders anywhere here."), 12, tone="secondary"))
        inside.addSpacing(12)
        inside.addWidget(self.encoder)
        card = QWidget()
        card.setMaximumWidth(WORDS)
        card.setLayout(inside)
        down = QVBoxLayout()
        down.setContentsMargins(48, 24, 48, 24)
        down.addStretch(1)
        down.addWidget(card)
        down.addStretch(1)
        return down

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The picture goes where there is no room for it."""
        super().resizeEvent(event)
        self._picture.setVisible(self.width() >= WIDE)

    def say_drop(self, sentence: str) -> None:
        """Say what a drop would do; "" when nothing is dragged any more."""
        self._sentence = sentence
        for part in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            part.setVisible(not sentence and (part is not self._picture or self.width() >= WIDE))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the place of a drop."""
        super().paintEvent(event)
        if self._sentence:
            painter = QPainter(self)
            paint_drop_target(painter, self._look, self.rect().adjusted(24, 24, -24, -24), self._sentence)
            painter.end()


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
