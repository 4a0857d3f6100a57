"""What this is, how it is begun, and which keys it has."""

from __future__ import annotations

from functools import partial

from nomina_desktop import dialogs
from nomina_desktop.actions import changed_keys, write_keys
from nomina_desktop.commands.menu import Menu, Tools
from nomina_desktop.key_sheet import Keys, KeySheet
from nomina_desktop.tutorial.guide import Tutorial
from nomina_desktop.words import tr


class HelpCommands(Menu):
    """The actions of the menu Help."""

    def __init__(self, tools: Tools) -> None:
        """The tutorial makes its library unasked."""
        super().__init__(tools)
        folder = partial(tools.files.library_unasked, tr("Tutorial"))
        self.guide = Tutorial(tools.window, tools.session, tools.look, folder)

    def tutorial(self) -> None:
        """Lead through the first two minutes."""
        self.guide.begin()

    def keys(self) -> None:
        """List the keys, and let them be changed."""
        KeySheet(self._look, self._window, changed_keys(self._settings.get("keys")), self._use_keys).open()

    def _use_keys(self, changed: Keys) -> None:
        self._window.actions_.use_keys(changed)
        self._settings.set("keys", write_keys(changed))

    def about(self) -> None:
        """Say what this is."""
        from importlib.metadata import version  # it brings the mail parser along: not while the window is made

        rows = [
            ("Nomina", version("nomina")),
            (tr("Licence"), "Apache 2.0"),
            (tr("Font"), "Inter, SIL Open Font License 1.1"),
        ]
        rows.append((tr("Window"), "Qt for Python, LGPL 3"))
        dialogs.show_pairs(
            self._look, self._window, tr("About Nomina"), tr("All work stays on this computer."), rows
        ).open()
