"""Automatic runs are looked at and rolled back."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu

from nomina_desktop import dialogs
from nomina_desktop.acts import runs
from nomina_desktop.commands.menu import Menu, Tools
from nomina_desktop.rail_section import RailRow
from nomina_desktop.words import tr


class RunCommands(Menu):
    """What concerns runs in the menu Edit, and the menu of a run in the rail."""

    def __init__(self, tools: Tools) -> None:
        """Offer them for the runs of the rail too."""
        super().__init__(tools)
        self._window.rail.runs.menu_for = self.run_menu

    def runs(self) -> None:
        """List them."""
        dialogs.RunsDialog(self._look, self._window, self._session).open()

    def roll_back(self) -> None:
        """Roll the last one back."""
        if self._session.snapshot is not None and self._session.snapshot.runs:
            runs.roll_back(self._session, self._session.snapshot.runs[0].id)

    def run_menu(self, row: RailRow) -> QMenu:
        """The context menu of a run."""
        menu = QMenu()
        menu.addAction(tr("Show its pictures")).triggered.connect(lambda _=False: runs.show(self._session, row.key))
        menu.addAction(tr("Roll back")).triggered.connect(lambda _=False: runs.roll_back(self._session, row.key))
        menu.addSeparator()
        menu.addAction(self._window.actions_["runs"])
        return menu
