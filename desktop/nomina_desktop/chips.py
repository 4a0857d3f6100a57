"""Words as chips that can be taken away, in as many lines as they need."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QSizePolicy, QWidget

from nomina_desktop.flow import FlowLayout
from nomina_desktop.look import Look
from nomina_desktop.words import tr

GAP, CROSS = 6, 24
"""Between chips; and how much of a chip's right end takes it away."""
LONGEST = 230
"""A chip in pixels; longer words are cut."""


class Chip(QPushButton):
    """A word; its right end, and Delete, take it away."""

    def __init__(self, look: Look, text: str, take_away: Callable[[str], None], shown: str = "") -> None:
        """`take_away` gets the word; `shown` is how it is written, the word itself for ""."""
        super().__init__()
        self._text, self._take_away = text, take_away
        self.setProperty("chip", True)
        self.setFont(look.font(12))
        written = shown or text
        fits = self.fontMetrics().elidedText(written, Qt.TextElideMode.ElideRight, LONGEST)
        self.setText(f"{fits.replace('&', '&&')}  ×")
        self.setToolTip(written if fits != written else tr("Delete takes it away"))
        self.setAccessibleName(tr("{word}, Delete takes it away").format(word=written))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Only the cross takes it away."""
        super().mouseReleaseEvent(event)
        if self.rect().contains(event.position().toPoint()) and event.position().x() > self.width() - CROSS:
            self._take_away(self._text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete, Backspace and X take it away."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_X):
            self._take_away(self._text)
        else:
            super().keyPressEvent(event)


class Chips(QWidget):
    """Chips, and one more that becomes a line to type in.

    Attributes:
        change: called with all words when one was added or taken away.
        typed: called with what stands in the line as it changes; "" when it goes.
        written: how a word is written on its chip.
    """

    def __init__(self, look: Look, add: str, hint: str) -> None:
        """`add` stands on the chip that adds one, `hint` in the line."""
        super().__init__()
        self._look, self._words = look, ()  # type: tuple[Look, tuple[str, ...]]
        self.change: Callable[[list[str]], None] = lambda _: None
        self.typed: Callable[[str], None] = lambda _: None
        self.written: Callable[[str], str] = lambda word: word
        self._flow = FlowLayout(self, GAP)
        self._flow.setContentsMargins(0, 0, 0, 0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.add = QPushButton(add)
        self.add.setProperty("chip", "open")
        self.add.setFont(look.font(12))
        self.add.clicked.connect(self.begin)
        self.line = Line(hint, self._leave)
        self.line.setFont(look.font(12))
        self.line.setFixedSize(168, 28)
        self.line.textEdited.connect(self._tell_typed)
        self.line.returnPressed.connect(self._entered)
        self.line.hide()
        for widget in (self.add, self.line):
            self._flow.addWidget(widget)

    def take(self, words: Sequence[str]) -> None:
        """Show these words."""
        if tuple(words) == self._words:
            return
        self._words = tuple(words)
        while self._flow.count() > 2:
            item = self._flow.takeAt(0)
            if item is not None and item.widget() is not None:
                item.widget().hide()
                item.widget().deleteLater()
        last = [self._flow.takeAt(0), self._flow.takeAt(0)]
        for word in words:
            self._flow.addWidget(Chip(self._look, word, self._take_away, self.written(word)))
        for item in last:
            if item is not None:
                self._flow.addItem(item)
        self.updateGeometry()

    def begin(self, _: object = None) -> None:
        """Let a word be typed."""
        self.add.hide()
        self.line.show()
        self.line.setFocus()
        self.updateGeometry()

    def put(self, word: str) -> None:
        """Add a word."""
        self.change([*self._words, word])

    def _tell_typed(self, text: str) -> None:
        self.typed(text)

    def _entered(self) -> None:
        text = self.line.text().strip()
        self.line.clear()
        self.typed("")
        if text:
            self.put(text)

    def _leave(self) -> None:
        self.line.clear()
        self.typed("")
        self.line.hide()
        self.add.show()
        self.updateGeometry()

    def _take_away(self, word: str) -> None:
        self.add.setFocus()
        self.change([each for each in self._words if each != word])


class Line(QLineEdit):
    """A line that goes when it is left empty, or by Escape."""

    def __init__(self, hint: str, leave: Callable[[], None]) -> None:
        """`hint` says what may be typed."""
        super().__init__(placeholderText=hint)
        self.setAccessibleName(hint)
        self._leave = leave

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves it."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: object) -> None:
        """Without words it goes; with words it waits."""
        super().focusOutEvent(event)  # type: ignore[arg-type]
        if not self.text().strip():
            self._leave()
