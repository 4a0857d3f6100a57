"""A column of fields under their names, which scrolls where it is long."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)

from nomina_desktop.look import Look

NARROWEST = 120
"""Pixels below which words beside a box are cut."""


class Tick(QCheckBox):
    """A box to tick whose words go on in a second line where there is no room for them in one."""

    def __init__(self, words: str) -> None:
        """Not ticked."""
        super().__init__(words)
        self._words = words
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """As wide as its words would like is not needed."""
        return QSize(NARROWEST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words where the line ends."""
        super().resizeEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        place = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, self)
        self.setText("\n".join(_lines(self._words, self.fontMetrics(), place.width())))


def _lines(words: str, metrics: QFontMetrics, width: int) -> list[str]:
    """The words in lines of at most this width."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


class Form(QScrollArea):
    """Boxes and ticks, from the top down."""

    def __init__(self, look: Look, width: int, changed: Callable[[], None]) -> None:
        """`changed` is called whenever a person changed one of them."""
        super().__init__()
        self._look, self._changed = look, changed
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 12, 0)
        self._column.setSpacing(6)
        self._column.addStretch(1)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields take the keyboard, and scroll into view
        self.setFixedWidth(width)
        self.setObjectName("form")

    def box(self, title: str, choices: Sequence[str]) -> QComboBox:
        """A box of choices under its title."""
        box, label = QComboBox(), self._look.words(title, 12, tone="secondary")
        box.addItems(list(choices))
        box.setAccessibleName(title)
        box.activated.connect(lambda _: self._changed())
        label.setBuddy(box)
        self.put(label)
        self.put(box)
        self.space(4)
        return box

    def tick(self, title: str, *, on: bool = False) -> QCheckBox:
        """A tick beside its title."""
        tick = Tick(title)
        tick.setChecked(on)
        tick.toggled.connect(lambda _: self._changed())
        self.put(tick)
        return tick

    def put(self, widget: QWidget) -> None:
        """Put a widget below the others."""
        self._column.insertWidget(self._column.count() - 1, widget)

    def space(self, height: int) -> None:
        """Leave some room below the others."""
        self._column.insertSpacing(self._column.count() - 1, height)
