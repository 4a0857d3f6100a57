"""The encoder of the open library: which one it is, whether it can be asked, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QTimer

from nomina_desktop import verbs
from nomina_desktop.notices import Notices
from nomina_desktop.words import tr

LOOK_AGAIN = 150
"""Milliseconds between two looks at an encoder that is getting ready."""


class Asked(Protocol):
    """Who has the library open: nomina_desktop.session.Session."""

    notices: Notices

    def ask(self, verb: Callable[[Any], Any], **callbacks: Callable[[Any], None]) -> object:
        """Run a verb that reads on the library's thread, and call back."""

    def tell(self) -> None:
        """The views look again at what is no part of the snapshot."""

    def answers_differ(self, why: str) -> None:
        """Ask for a new snapshot."""


class AtWork:
    """What is known of the encoder of the library that a session has open.

    Attributes:
        choice: by which it was started; "" while no library is open.
        trouble: what is wrong with it, or "".
        again: does once more what it died of; None where it could not be started.
        when_ready: called when it can be asked.
    """

    def __init__(self, session: Asked) -> None:
        """Nothing is at work until `begin`."""
        self._session = session
        self.choice = self.trouble = ""
        self.again: Callable[[], object] | None = None
        self.when_ready: Callable[[], None] = lambda: None
        self._waits = QTimer(interval=LOOK_AGAIN, singleShot=True)
        self._waits.timeout.connect(self.look)

    def begin(self, choice: str) -> None:
        """A library was opened with the encoder of a choice: look until it can be asked."""
        self.choice, self.trouble = choice, ""
        self.look()

    def end(self) -> None:
        """The library is closed."""
        self._waits.stop()
        self.choice = self.trouble = ""

    def switched(self, choice: str) -> None:
        """Another encoder was put to work, or the same one anew."""
        self.choice, self.trouble = choice, ""
        self._session.tell()
        self.when_ready()

    def look(self) -> None:
        """Look whether it can be asked, until it can."""
        self._session.ask(verbs.encoder_ready, done=self._seen, failed=self._failed)

    def _seen(self, ready: bool) -> None:
        if not ready:
            self._waits.start()
            return
        self._session.answers_differ("The encoder is ready")
        if not self.trouble:  # else it might die of the same picture again, and again
            self.when_ready()

    def _failed(self, error: Exception) -> None:
        self._session.notices.failed(error)
        self._say(tr("The encoder could not be started"), None)

    def died(self, again: Callable[[], object]) -> None:
        """Start another process; whether to try once more what it was about, a person says."""
        if self.trouble and self.again is None:
            return  # it was never there
        self._say(tr("The encoder stopped in the middle of its work"), again)
        self.look()

    def _say(self, trouble: str, again: Callable[[], object] | None) -> None:
        self.trouble, self.again = trouble, again
        self._session.tell()

    def try_again(self) -> bool:
        """Do once more what it died of; False where it could not be started in the first place."""
        if self.again is None:
            return False
        self.trouble = ""
        self.again()
        return True

    def answered(self) -> None:
        """It did what it was asked for: nothing is wrong with it."""
        self.trouble = ""
