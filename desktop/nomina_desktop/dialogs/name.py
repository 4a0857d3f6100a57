"""A name for a search."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from nomina_desktop.dialogs.question import Question
from nomina_desktop.look import Look
from nomina_desktop.words import tr


class NameDialog(Question):
    """Keeps what is shown as a search under a name."""

    def __init__(self, look: Look, parent: QWidget, name: str, save: Callable[[str], None]) -> None:
        """Propose a name; `save` is called with the name that is entered."""
        super().__init__(
            look,
            parent,
            tr("Save this search"),
            tr("It stands in the rail at the left. New pictures that meet its conditions are in it by themselves."),
            tr("Save"),
        )
        self.name = QLineEdit(name)
        self.name.selectAll()
        self.add(tr("Name"), self.name)
        self.accepted.connect(lambda: save(self.name.text()))
