"""What this is and which keys it has."""

from __future__ import annotations

from importlib.metadata import version

from nomina_desktop.actions import changed_keys, write_keys
from nomina_desktop.commands.menu import Menu
from nomina_desktop.dialogs import show_pairs
from nomina_desktop.key_sheet import Keys, KeySheet
from nomina_desktop.words import tr


class HelpCommands(Menu):
    """The actions of the menu Help."""

    def keys(self) -> None:
        """List the keys, and let them be changed."""
        KeySheet(self._look, self._window, changed_keys(self._settings.get("keys")), self._use_keys).open()

    def _use_keys(self, changed: Keys) -> None:
        self._window.actions_.use_keys(changed)
        self._settings.set("keys", write_keys(changed))

    def about(self) -> None:
        """Say what this is."""
        rows = [
            ("Nomina", version("nomina")),
            (tr("Licence"), "Apache 2.0"),
            (tr("Font"), "Inter, SIL Open Font License 1.1"),
        ]
        rows.append((tr("Window"), "Qt for Python, LGPL 3"))
        show_pairs(self._look, self._window, tr("About Nomina"), tr("All work stays on this computer."), rows).open()
