"""The head of the review: which queue is looked at, and whether one picture or several are asked about."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from nomina_desktop.look import Look
from nomina_desktop.words import tr


class Head(QWidget):
    """Two tabs at the left, a switch at the right."""

    def __init__(self, look: Look, turn_to: Callable[[bool], None], toggle_group: Callable[[], None]) -> None:
        """`turn_to` looks at the labels that may be wrong, or at the questions."""
        super().__init__()
        self.questions, self.labels = _tab(look, tr("Questions")), _tab(look, tr("Labels to check"))
        self._queues = QButtonGroup(self)
        for tab, labels in ((self.questions, False), (self.labels, True)):
            self._queues.addButton(tab)
            tab.clicked.connect(lambda _=False, labels=labels: turn_to(labels))
        self.group = _tab(look, tr("Look-alikes"))
        self.group.setToolTip(tr("Ask about several pictures that look alike at once (G)"))
        self.group.clicked.connect(lambda _: toggle_group())
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 20, 8)
        row.setSpacing(4)
        row.addWidget(self.questions)
        row.addWidget(self.labels)
        row.addStretch(1)
        row.addWidget(self.group)

    def take(self, labels: bool, doubts: int, grouped: bool) -> None:
        """Show which queue is looked at, and how many labels are in doubt."""
        (self.labels if labels else self.questions).setChecked(True)
        self.labels.setText(tr("%Ln label(s) to check", None, doubts) if doubts else tr("Labels to check"))
        self.group.setChecked(grouped)
        self.group.setVisible(not labels)


def _tab(look: Look, text: str) -> QToolButton:
    tab = QToolButton(text=text, checkable=True)
    tab.setFont(look.font(13, QFont.Weight.Medium))
    tab.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    tab.setProperty("tab", True)
    return tab
