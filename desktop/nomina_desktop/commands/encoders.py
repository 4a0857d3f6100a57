"""The encoders: looked at, fetched, put to work; one that stopped is tried again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nomina_desktop import dialogs
from nomina_desktop.acts import encoders
from nomina_desktop.commands.menu import Menu, Tools
from nomina_desktop.words import tr

if TYPE_CHECKING:
    from nomina import Listed


class EncoderCommands(Menu):
    """What concerns encoders, and the buttons of the status bar when the one at work does not work."""

    def __init__(self, tools: Tools) -> None:
        """Tell of a download that has ended, too."""
        super().__init__(tools)
        self._window.status.try_again.clicked.connect(lambda _: encoders.try_again(self._session, self._encoders))
        self._encoders.arrived = self._arrived

    def encoders(self) -> None:
        """List them."""
        dialogs.EncodersDialog(
            self._look, self._window, self._session, self._encoders, self._settings, self._files
        ).open()

    def _arrived(self, listed: Listed) -> None:
        if not self._encoders.watched:
            self._notices.tell(
                tr("{encoder} is on this machine now.").format(encoder=listed.title),
                act_name=tr("Encoders…"),
                act=self.encoders,
            )
