"""A column of fields under their names, which scrolls where it is long."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QScrollArea, QVBoxLayout, QWidget

from nomina_desktop.look import Look


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
        tick = QCheckBox(title)
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
