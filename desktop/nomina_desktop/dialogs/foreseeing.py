"""A dialog of choices that shows what would come of them while a person chooses, and writes when told to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nomina_desktop.dialogs.form import Form
from nomina_desktop.dialogs.options import OptionForm
from nomina_desktop.dialogs.working import Writing
from nomina_desktop.look import Look
from nomina_desktop.session import Session
from nomina_desktop.tasks import Task

PAUSE = 250
"""Milliseconds without another change after which it is asked what would be."""


class Foreseeing(Writing):
    """Choices at the left, what would come of them at the right; nothing is written before a person agrees.

    Attributes:
        options: the fields of the format's own options.
    """

    def __init__(self, look: Look, parent: QWidget, session: Session, title: str, sentence: str, act: str) -> None:
        """Nothing is foreseen yet."""
        super().__init__(look, parent, session, title, sentence, act)
        self._formats: Mapping[str, Any] = {}
        self._asked: Task | None = None
        self._timer = QTimer(self, interval=PAUSE, singleShot=True)
        self._timer.timeout.connect(self.ask)
        self.options = OptionForm(look)
        self.options.changed.connect(self.change)
        self.agree.setEnabled(False)
        self.buttons.accepted.disconnect()
        self.buttons.accepted.connect(self.write)

    def lay_out(self, form: Form, answer: QWidget) -> None:
        """Put the choices, the format's own below them, and what would come of them side by side."""
        form.space(6)
        form.put(self.options)
        columns = QHBoxLayout()
        columns.setSpacing(24)
        columns.addWidget(form)
        columns.addWidget(answer, 1)
        self.fields.addLayout(columns, 1)

    def no_longer_asked(self) -> None:
        """An answer that is on its way is nobody's any more."""
        if self._asked is not None:
            self._asked.cancel()
            self._asked = None

    def change(self) -> None:
        """Something is another now: what is shown is out of date."""
        raise NotImplementedError

    def ask(self) -> None:
        """Find out what would be."""
        raise NotImplementedError

    def write(self) -> None:
        """Do it."""
        raise NotImplementedError
