"""Whether folder, date, camera and place count as evidence."""

from __future__ import annotations

from functools import partial

from nomina_desktop import dialogs
from nomina_desktop.acts import circumstances
from nomina_desktop.acts.circumstances import Weighed
from nomina_desktop.commands.menu import Menu


class CircumstanceCommands(Menu):
    """The switch of circumstances."""

    def circumstances(self) -> None:
        """Tell what the switch would do, and turn it when that is wanted."""
        circumstances.weigh(self._session, self._ask)

    def _ask(self, weighed: Weighed) -> None:
        turn = partial(circumstances.turn, self._session, not weighed.on)
        dialogs.CircumstancesDialog(self._look, self._window, weighed, turn).open()
