"""Undo, and what is searched and selected."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QKeySequence

from nomina_desktop import dialogs
from nomina_desktop.actions import ACTIONS, KEYS
from nomina_desktop.acts import history, searches
from nomina_desktop.commands.menu import Menu, Tools
from nomina_desktop.palette import Command, Palette
from nomina_desktop.preferences import Preferences
from nomina_desktop.words import tr


class EditCommands(Menu):
    """The actions of the menu Edit."""

    def __init__(self, tools: Tools) -> None:
        """Offer to save a search where its conditions are shown."""
        super().__init__(tools)
        self._window.gallery.header.save = self.save_search

    def undo(self) -> None:
        """Take the last step back."""
        history.undo(self._session)

    def redo(self) -> None:
        """Bring the last undone step again."""
        history.redo(self._session)

    def palette(self) -> None:
        """Offer all that can be done now in one line."""
        Palette(self._look, self._window, self._commands()).open()

    def _commands(self) -> list[Command]:
        actions, commands = self._window.actions_, []
        for action in ACTIONS:
            made = actions[action.id]
            if made.isEnabled() and action.id != "palette" and action not in KEYS:
                keys = made.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                commands.append(Command(made.text().rstrip("…").rstrip(), action.place, keys, made.trigger, action.id))
        shows = tr("Show {category}")
        for category in self._session.categories:
            show = partial(self._session.show_only, category_id=category.id)
            commands.append(Command(shows.format(category=category.name), tr("Categories"), "", show))
        return commands

    def preferences(self) -> None:
        """Change settings."""
        Preferences(self._look, self._window, self._settings, self._changed).open()

    def _changed(self, key: str) -> None:
        if key == "appearance":
            self._window.actions_[self._settings.get(key)].trigger()

    def find(self) -> None:
        """Go to the search line."""
        self._window.topbar.search.setFocus()
        self._window.topbar.search.selectAll()

    def filter(self) -> None:
        """Ask for letters of the file name, and days."""
        self._session.go("pictures")
        self._window.gallery.header.open_filter()

    def save_search(self) -> None:
        """Keep what is shown under a name."""
        name = self._window.gallery.header.title.text()
        dialogs.NameDialog(self._look, self._window, name, partial(searches.save, self._session)).open()

    def select_all(self) -> None:
        """Select all pictures that are shown."""
        self._window.gallery.grid.setFocus()
        self._window.gallery.grid.selectAll()
