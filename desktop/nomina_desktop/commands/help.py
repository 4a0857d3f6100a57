"""What this is and which keys it has."""

from __future__ import annotations

from importlib.metadata import version

from nomina_desktop.actions import keys_in_words
from nomina_desktop.commands.menu import Menu
from nomina_desktop.dialogs import show_pairs


class HelpCommands(Menu):
    """The actions of the menu Help."""

    def keys(self) -> None:
        """List the keys."""
        show_pairs(self._look, self._window, "Keys", "", keys_in_words()).open()

    def about(self) -> None:
        """Say what this is."""
        rows = [("Nomina", version("nomina")), ("Licence", "Apache 2.0"), ("Font", "Inter, SIL Open Font License 1.1")]
        rows.append(("Window", "Qt for Python, LGPL 3"))
        show_pairs(self._look, self._window, "About Nomina", "All work stays on this computer.", rows).open()
