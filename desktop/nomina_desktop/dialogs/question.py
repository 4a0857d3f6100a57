"""What every dialog is made of: a title, a sentence, fields, and two buttons."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from nomina_desktop.look import Look
from nomina_desktop.words import tr

EDGE = 24
"""Pixels of the screen that a large dialog leaves, for the frame around it."""


class Question(QDialog):
    """A dialog with a title, a sentence, fields, and two buttons."""

    def __init__(self, look: Look, parent: QWidget, title: str, sentence: str, act: str) -> None:
        """Fields are added to `fields`; `act` names the button that accepts, "" for none."""
        super().__init__(parent)
        self.setWindowTitle("Nomina")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        said = look.words(sentence, tone="secondary", wraps=True)
        said.setMinimumWidth(372)
        self.fields = QVBoxLayout()
        self.fields.setSpacing(6)
        self.buttons = QDialogButtonBox()
        accept = self.buttons.addButton(act, QDialogButtonBox.ButtonRole.AcceptRole) if act else None
        self.buttons.addButton(tr("Cancel") if act else tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetMinimumSize)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(look.words(title, 15, QFont.Weight.DemiBold))
        if sentence:
            layout.addWidget(said)
        layout.addLayout(self.fields)
        layout.addSpacing(4)
        layout.addWidget(self.buttons)
        if accept is not None:
            accept.setProperty("primary", True)
            accept.setDefault(True)  # only now: a button outside a dialog cannot become its default

    def fit(self, width: int, height: int) -> None:
        """Be so large, where the screen or the window has the room."""
        room = self.screen().availableSize().expandedTo(self.parentWidget().size()) - QSize(EDGE, EDGE)
        self.resize(QSize(width, height).boundedTo(room))

    def add(self, name: str, field: QWidget) -> QLabel:
        """Add a field under its name; returns where the name stands."""
        label = QLabel(name)
        label.setBuddy(field)
        field.setAccessibleName(name)
        self.fields.addWidget(label)
        self.fields.addWidget(field)
        self.fields.addSpacing(6)
        return label
