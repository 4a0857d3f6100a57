"""The options of a format as fields, made from its table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from nomina_desktop.dialogs.form import Tick
from nomina_desktop.look import Look
from nomina_desktop.words import said

YES_OR_NO = {"yes", "no"}


class Option(Protocol):
    """A choice that a format has; see the core's own."""

    name: str
    default: str
    help: str
    choices: tuple[str, ...]
    words: tuple[str, ...]


class OptionForm(QWidget):
    """A field an option: a tick for yes or no, a box for a few choices, a line for any text.

    Attributes:
        fields: by the option's name.

    Signals:
        changed: one of them is another now.
    """

    changed = Signal()

    def __init__(self, look: Look) -> None:
        """Without fields until `show_options`."""
        super().__init__()
        self._look = look
        self.fields: dict[str, QCheckBox | QComboBox | QLineEdit] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)

    def show_options(self, options: Sequence[Option]) -> None:
        """Show these, with their defaults."""
        while self._layout.count():
            item = self._layout.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.fields = {option.name: self._field(option) for option in options}
        self.setVisible(bool(options))

    def _field(self, option: Option) -> QCheckBox | QComboBox | QLineEdit:
        title, help = said(option.name.replace("_", " ").capitalize()), said(option.help)
        field = self._made(option, help.rstrip("."))
        field.setAccessibleName(title)
        field.setToolTip(help)
        if isinstance(field, QCheckBox):
            self._layout.addWidget(field)
            return field
        label = self._look.words(title, 12, tone="secondary")
        label.setBuddy(field)
        label.setToolTip(help)
        self._layout.addWidget(label)
        self._layout.addWidget(field)
        hint = self._look.words(help, 11, tone="secondary", wraps=True)
        self._layout.addWidget(hint)
        return field

    def _made(self, option: Option, help: str) -> QCheckBox | QComboBox | QLineEdit:
        if set(option.choices) == YES_OR_NO:
            tick = Tick(help)
            tick.setChecked(option.default == "yes")
            tick.toggled.connect(lambda _: self.changed.emit())
            return tick
        if option.choices:
            box = QComboBox()
            for choice, words in zip(option.choices, option.words or option.choices, strict=True):
                box.addItem(said(words), choice)
            box.setCurrentIndex(box.findData(option.default))
            box.activated.connect(lambda _: self.changed.emit())
            return box
        line = QLineEdit(option.default)
        line.textEdited.connect(lambda _: self.changed.emit())
        return line

    def values(self) -> Mapping[str, str]:
        """What is entered, by the option's name."""
        return {name: _value(field) for name, field in self.fields.items()}


def _value(field: QCheckBox | QComboBox | QLineEdit) -> str:
    if isinstance(field, QCheckBox):
        return "yes" if field.isChecked() else "no"
    return str(field.currentData()) if isinstance(field, QComboBox) else field.text()
