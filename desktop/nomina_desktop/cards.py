"""Below the categories: cards of what was chosen last, a category or a picture, one at a time."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from nomina_desktop.look import Look, make_place


class Cards(QWidget):
    """Cards under tabs. A card that has something to show comes to the front by `show_card`."""

    def __init__(self, look: Look) -> None:
        """Without cards it takes no room."""
        super().__init__()
        make_place(self, "cards")
        self._look = look
        self._tabs = QButtonGroup(self)
        self._tabs.idClicked.connect(self._turn)
        self._head = QHBoxLayout()
        self._head.setContentsMargins(20, 0, 24, 0)
        self._head.setSpacing(4)
        self._head.addStretch(1)
        self._stack = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self._head)
        layout.addWidget(self._stack, 1)
        self.hide()

    def add(self, title: str, card: QWidget) -> None:
        """Put a card under a tab of its own."""
        tab = QToolButton(text=title, checkable=True)
        tab.setFont(self._look.font(12, QFont.Weight.Medium))
        tab.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        tab.setProperty("tab", True)
        self._tabs.addButton(tab, self._stack.addWidget(card))
        self._head.insertWidget(self._head.count() - 1, tab)
        tab.setChecked(self._stack.count() == 1)
        self.show()

    def show_card(self, card: QWidget) -> None:
        """Bring a card to the front."""
        self._turn(self._stack.indexOf(card))

    def _turn(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        self._tabs.button(number).setChecked(True)

    def minimumSizeHint(self) -> QSize:
        """The list of categories may leave it little room."""
        return QSize(0, 120)
