"""The settings as a dialog that is made from the table of settings."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

import nomina
from nomina_desktop.dialogs.question import Question
from nomina_desktop.look import Look
from nomina_desktop.notices import error_notice
from nomina_desktop.words import said, tr

LINES, WIDTH = 4, 320
"""That a list of names shows at a time; the pixels of a column."""


class Preferences(Question):
    """Every setting that has choices or is a list; a change counts at once.

    Attributes:
        boxes: by key, where there are choices.
        lists: by key, where names are listed, one a line.
    """

    def __init__(self, look: Look, parent: QWidget, settings: nomina.Settings, changed: Callable[[str], None]) -> None:
        """`changed` is called with the key of a setting that was changed."""
        super().__init__(look, parent, tr("Settings"), tr("They are kept for you, not for one library."), "")
        self._settings, self._tell = settings, changed
        self.boxes: dict[str, QComboBox] = {}
        self.lists: dict[str, QPlainTextEdit] = {}
        self._wrong = look.words("", 12, tone="error", wraps=True)
        columns = QHBoxLayout()
        columns.setSpacing(32)
        self.fields.addLayout(columns)
        for many in (False, True):
            shown = [setting for setting in nomina.SETTINGS if setting.listed and setting.many is many]
            columns.addLayout(self._column(look, shown), 1)
        self.fields.addWidget(self._wrong)
        self._wrong.hide()

    def _column(self, look: Look, shown: Sequence[nomina.Setting]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        for setting in shown:
            field = self._names(setting) if setting.many else self._choices(setting)
            field.setAccessibleName(said(setting.label))
            label = QLabel(said(setting.label))
            label.setBuddy(field)
            note = look.words(said(setting.note), 12, tone="secondary", wraps=True)
            note.setVisible(bool(setting.note))
            note.setMinimumWidth(WIDTH)
            note.setMinimumHeight(max(0, note.heightForWidth(WIDTH)))  # else a full column cuts the last line of it
            for widget in (label, field, note):
                column.addWidget(widget)
            column.addSpacing(6)
        column.addStretch(1)
        return column

    def _choices(self, setting: nomina.Setting) -> QWidget:
        box = self.boxes[setting.key] = QComboBox()
        for choice in setting.choices:
            box.addItem(said(setting.in_words(choice)), choice)
        box.setCurrentIndex(box.findData(self._settings.get(setting.key)))
        box.activated.connect(lambda _: self._choose(setting.key))
        return box

    def _names(self, setting: nomina.Setting) -> QWidget:
        field = self.lists[setting.key] = QPlainTextEdit(self._settings.get(setting.key))
        field.setTabChangesFocus(True)
        field.setFixedHeight(LINES * field.fontMetrics().lineSpacing() + 16)
        field.textChanged.connect(lambda: self._change(setting.key, field.toPlainText()))
        return field

    def _choose(self, key: str) -> None:
        box = self.boxes[key]
        if not self._change(key, box.currentData()):
            with QSignalBlocker(box):
                box.setCurrentIndex(box.findData(self._settings.get(key)))

    def _change(self, key: str, value: str) -> bool:
        """Keep another value; whether that could be done. What is wrong is said."""
        self._wrong.hide()
        try:
            self._settings.set(key, value)
        except (nomina.NominaError, OSError) as error:
            notice = error_notice(error)
            self._wrong.setText(f"{notice.text} {notice.hint}".strip())
            self._wrong.show()
            return False
        self._tell(key)
        return True
