"""What a view shows while it has nothing: one sentence, one thing to do, one hint at what will be there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from nomina_desktop.look import Look


class Empty(QWidget):
    """The sentence in the middle, the button and the hint below it."""

    def __init__(self, look: Look) -> None:
        """Says nothing until `say`."""
        super().__init__()
        self._act: Callable[[], None] = lambda: None
        self.sentence = look.words("", 15, QFont.Weight.DemiBold, wraps=True)
        self.hint = look.words(tone="secondary", wraps=True)
        self.button = QPushButton()
        self.button.setProperty("primary", True)
        self.button.clicked.connect(lambda _=False: self._act())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 0, 32, 48)
        layout.setSpacing(16)
        layout.addStretch(1)
        layout.addWidget(self.sentence)
        layout.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self.hint)
        layout.addStretch(2)
        for words in (self.sentence, self.hint):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def say(self, sentence: str, hint: str = "", button: str = "", act: Callable[[], None] = lambda: None) -> None:
        """Say why there is nothing; a button only where there is something to do."""
        self.sentence.setText(sentence)
        self.hint.setText(hint)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self._act = act
