"""The bar at the top: library, search line, undo and redo, export, and the primary act."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TR_NOOP, QSize, Qt
from PySide6.QtGui import QAction, QFont, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from nomina_desktop.actions import MENUS, Actions
from nomina_desktop.look import Look, make_place
from nomina_desktop.search_line import SearchLine
from nomina_desktop.session import Session
from nomina_desktop.words import said, tr

if TYPE_CHECKING:
    from nomina import Sought

MENU = QT_TR_NOOP("Menu (F10)")
BESIDE_RAIL, WIDE = 224, 1080
"""Width of the library's place beside the rail, and from what width of the window the rail is there."""


class TopBar(QWidget):
    """Shows which library is open, and offers the acts that concern all of it."""

    def __init__(self, session: Session, look: Look, actions: Actions) -> None:
        """Follow the session."""
        super().__init__()
        make_place(self, "topbar")
        self.setFixedHeight(56)
        self._session, self._look, self._actions = session, look, actions
        self.library = self._library_button()
        self.search = SearchLine(look)
        self.search.asked.connect(self._search)
        self.undo = self._icon_button(actions["undo"], "undo", tr("Undo"))
        self.redo = self._icon_button(actions["redo"], "redo", tr("Redo"))
        self.review = self._button(actions["review"], actions["review"].text())
        self.export = self._button(actions["export"], tr("Export…"))
        self.label_all = self._button(actions["label_all"], tr("Label all…"))
        self.label_all.setProperty("primary", True)
        self._left = QWidget()
        inside = QHBoxLayout(self._left)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.library)
        inside.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.setSpacing(8)
        layout.addWidget(self._left)
        layout.addSpacing(16)
        layout.addWidget(self.search, 8)
        layout.addSpacing(8)
        layout.addWidget(self.undo)
        layout.addWidget(self.redo)
        layout.addStretch(3)
        layout.addWidget(self.review)
        layout.addWidget(self.export)
        layout.addWidget(self.label_all)
        session.changed.connect(self.take)

    def _library_button(self) -> QToolButton:
        button = QToolButton(popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFont(self._look.font(15, QFont.Weight.DemiBold))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands after the name
        button.setAccessibleName(tr("Library and menu"))
        button.setToolTip(tr(MENU))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setText("Nomina")
        self._look.set_icon(button, "chevron")
        self.menu = QMenu(button)
        self.menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        for action in self._actions.of_menu("File"):
            if action is None:
                self.menu.addSeparator()
            else:
                self.menu.addAction(action)
        before = self._actions["close"]
        for title in MENUS[1:]:
            self.menu.insertMenu(before, fill_menu(QMenu(tr(title), self.menu), self._actions.of_menu(title)))
        self.menu.insertSeparator(before)
        button.setMenu(self.menu)
        return button

    def _icon_button(self, action: QAction, icon: str, name: str) -> QToolButton:
        button = QToolButton()
        self._look.set_icon(button, icon)
        button.setIconSize(QSize(18, 18))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName(name)
        button.clicked.connect(action.trigger)
        action.changed.connect(lambda: button.setEnabled(action.isEnabled()))
        button.setEnabled(action.isEnabled())
        return button

    def _button(self, action: QAction, text: str) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(action.trigger)
        action.changed.connect(lambda: button.setEnabled(action.isEnabled()))
        button.setEnabled(action.isEnabled())
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See _make_room."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """In a wide window the search line begins where the pictures do."""
        name = min(self.library.sizeHint().width(), BESIDE_RAIL)
        self._left.setFixedWidth(BESIDE_RAIL if self.width() >= WIDE else name)

    def _search(self, wanted: str | Path | Sought | None) -> None:
        show = self._session.show
        if show is not None and (wanted or show.search is not None):
            self._session.show_only(search=wanted)

    def take(self, _: object = None) -> None:
        """Show the session's snapshot."""
        snapshot, session = self._session.snapshot, self._session
        name = session.name or (session.opening.name if session.opening else "Nomina")
        self.library.setToolTip(f"{session.folder}\n{tr(MENU)}" if session.folder else tr(MENU))
        self.library.setText(self.library.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, 180))
        self._make_room()
        undo, redo = (said(snapshot.undo), said(snapshot.redo)) if snapshot else ("", "")
        self.undo.setToolTip(tr("Undo: {step} (Ctrl+Z)").format(step=undo) if undo else tr("Nothing to undo"))
        self.redo.setToolTip(tr("Redo: {step} (Ctrl+Shift+Z)").format(step=redo) if redo else tr("Nothing to redo"))
        self._actions["undo"].setText(tr("Undo: {step}").format(step=undo) if undo else tr("Undo"))
        self._actions["redo"].setText(tr("Redo: {step}").format(step=redo) if redo else tr("Redo"))
        self.search.setEnabled(snapshot is not None)
        searched = snapshot is not None and snapshot.show.search is not None
        if not searched and not self.search.hasFocus():
            self.search.clear()


def fill_menu(menu: QMenu, actions: Iterable[QAction | None]) -> QMenu:
    """Put actions in a menu; a line for None."""
    for action in actions:
        if action is None:
            menu.addSeparator()
        else:
            menu.addAction(action)
    return menu
