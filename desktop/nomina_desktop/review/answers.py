"""The answers to a question as buttons, each with the key that does the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from nomina_desktop.flow import FlowLayout
from nomina_desktop.keys import kept
from nomina_desktop.look import Look
from nomina_desktop.words import tr

MARK, SIDE, GAP = 18, 14, 8
WIDEST, SPARE = 320, 6
"""The widest that a button gets, and room for what the letters of a text take beyond its measure."""
MOST_CANDIDATES, MOST_OTHERS = 4, 6
"""Made once: to make and dress a button takes longer than to go to the next question."""
PRESSES = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer.

    Attributes:
        key: what stands at its end, as the system writes it, or "".
        category_id: of the mark that stands before it, or None.
        digit: what stands in the mark, or "".
        primary: whether it is the one that Enter takes.
    """

    text: str
    key: str
    act: Callable[[], None]
    category_id: int | None = None
    digit: str = ""
    primary: bool = False


class ChoiceButton(QPushButton):
    """A mark, a text, a key. While it has the keyboard, Space and Return press it, whatever they do elsewhere."""

    def __init__(self, look: Look, small: bool) -> None:
        """Say nothing yet."""
        super().__init__()
        self._look = look
        self._font = look.font(12 if small else 14, QFont.Weight.Medium)
        self._key_font = look.font(11)
        self._high = 32 if small else 42
        self._choice = Choice("", "", lambda: None)
        self.setAutoDefault(True)  # so that Return presses it
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda _: self._choice.act())

    def say(self, choice: Choice) -> None:
        """Stand for another answer."""
        self._choice = choice
        self.setAccessibleName(choice.text)
        self.setAccessibleDescription(tr("Key {key}").format(key=choice.key) if choice.key else "")
        if self.property("primary") != choice.primary:
            self.setProperty("primary", choice.primary)
            self.style().unpolish(self)
            self.style().polish(self)
        self.updateGeometry()
        self.update()

    @property
    def _key(self) -> str:
        """What stands at the end: the key, unless it stands in the mark."""
        choice = self._choice
        return "" if choice.category_id is not None and choice.key == choice.digit else choice.key

    def sizeHint(self) -> QSize:
        """As wide as what it says."""
        text = QFontMetrics(self._font).horizontalAdvance(self._choice.text)
        key = QFontMetrics(self._key_font).horizontalAdvance(self._key)
        wide = 2 * SIDE + text + SPARE + (key + 12 if key else 0) + (MARK + GAP if self._choice.category_id else 0)
        return QSize(min(WIDEST, wide), self._high)

    def minimumSizeHint(self) -> QSize:
        """The text may be cut."""
        return QSize(80, self._high)

    def event(self, event: QEvent) -> bool:
        """Keep Space and Return for pressing it."""
        return kept(event, PRESSES.__contains__) or super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what it says over the button's ground."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        choice, place = self._choice, self.rect().adjusted(SIDE, 0, -SIDE, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        if choice.category_id is not None:
            self._paint_mark(painter, QRect(place.left(), place.center().y() - MARK // 2 + 1, MARK, MARK))
            place.setLeft(place.left() + MARK + GAP)
        tone = "on_accent" if choice.primary else "secondary"
        painter.setFont(self._key_font)
        painter.setPen(self._look.colour(tone))
        painter.drawText(place, middle | Qt.AlignmentFlag.AlignRight, self._key)
        room = place.width() - (painter.fontMetrics().horizontalAdvance(self._key) + 8 if self._key else 0)
        painter.setFont(self._font)
        painter.setPen(self._look.colour("on_accent" if choice.primary else "text"))
        text = painter.fontMetrics().elidedText(choice.text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(place, middle, text)
        painter.end()

    def _paint_mark(self, painter: QPainter, place: QRect) -> None:
        assert self._choice.category_id is not None
        painter.setPen(Qt.PenStyle.NoPen)
        colour = self._look.mark(self._choice.category_id)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(place), 4, 4)
        painter.setFont(self._look.font(11, QFont.Weight.DemiBold))
        painter.setPen(Qt.GlobalColor.white if colour.lightnessF() < 0.5 else Qt.GlobalColor.black)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._choice.digit)


class Answers(QWidget):
    """What the picture may be in a first row, what else can be said below it."""

    def __init__(self, look: Look) -> None:
        """Offer nothing yet."""
        super().__init__()
        self.candidates = [ChoiceButton(look, small=False) for _ in range(MOST_CANDIDATES)]
        self.others = [ChoiceButton(look, small=True) for _ in range(MOST_OTHERS)]
        self._rows = [FlowLayout(), FlowLayout()]
        for buttons, row in zip((self.candidates, self.others), self._rows, strict=True):
            for button in buttons:
                row.addWidget(button)
                button.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for row in self._rows:
            layout.addLayout(row)

    def say(self, candidates: Sequence[Choice], others: Sequence[Choice]) -> None:
        """Offer other answers; the buttons stay, so that the keyboard does not lose its place."""
        for buttons, choices in ((self.candidates, candidates), (self.others, others)):
            for button, choice in zip(buttons, choices, strict=False):
                button.say(choice)
            for at, button in enumerate(buttons):
                if button.isHidden() == (at < len(choices)):  # a layout is computed anew each time it is told
                    button.setVisible(at < len(choices))
