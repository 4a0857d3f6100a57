"""The settings as a dialog that is made from the table of settings."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QWidget

import nomina
from nomina_desktop.dialogs import Question
from nomina_desktop.look import Look
from nomina_desktop.notices import error_notice
from nomina_desktop.words import said, tr


class Preferences(Question):
    """Every setting that has choices; a change counts at once."""

    def __init__(self, look: Look, parent: QWidget, settings: nomina.Settings, changed: Callable[[str], None]) -> None:
        """`changed` is called with the key of a setting that was changed."""
        super().__init__(look, parent, tr("Settings"), tr("They are kept for you, not for one library."), "")
        self._settings, self._tell = settings, changed
        self.boxes: dict[str, QComboBox] = {}
        self._wrong = look.words("", 12, tone="error", wraps=True)
        for setting in nomina.SETTINGS:
            if setting.choices:
                self._add(look, setting)
        self.fields.addWidget(self._wrong)
        self._wrong.hide()

    def _add(self, look: Look, setting: nomina.Setting) -> None:
        box = QComboBox()
        for choice in setting.choices:
            box.addItem(said(setting.in_words(choice)), choice)
        box.setCurrentIndex(box.findData(self._settings.get(setting.key)))
        box.activated.connect(lambda _: self._change(setting.key))
        self.boxes[setting.key] = box
        self.add(said(setting.label), box)
        if setting.note:
            self.fields.insertWidget(
                self.fields.count() - 1, look.words(said(setting.note), 12, tone="secondary", wraps=True)
            )

    def _change(self, key: str) -> None:
        self._wrong.hide()
        try:
            self._settings.set(key, self.boxes[key].currentData())
        except (nomina.NominaError, OSError) as error:
            self.boxes[key].setCurrentIndex(self.boxes[key].findData(self._settings.get(key)))
            self._wrong.setText(error_notice(error).text)
            self._wrong.show()
            return
        self._tell(key)
