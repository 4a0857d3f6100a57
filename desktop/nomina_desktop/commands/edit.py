"""Undo, and what is searched and selected."""

from __future__ import annotations

from nomina_desktop.acts import history
from nomina_desktop.commands.menu import Menu


class EditCommands(Menu):
    """The actions of the menu Edit."""

    def undo(self) -> None:
        """Take the last step back."""
        history.undo(self._session)

    def redo(self) -> None:
        """Bring the last undone step again."""
        history.redo(self._session)

    def find(self) -> None:
        """Go to the search line."""
        self._window.topbar.search.setFocus()
        self._window.topbar.search.selectAll()

    def select_all(self) -> None:
        """Select all pictures that are shown."""
        self._window.gallery.grid.setFocus()
        self._window.gallery.grid.selectAll()
