"""A question to the library whose answer a view keeps fresh while it can be seen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from nomina_desktop.session import Session
from nomina_desktop.tasks import Callback, Verb

NEVER = -1
"""The revision of a question that was not asked yet."""


class Live(QObject):
    """Asks again when what the library knows has changed; never more than one question is on its way.

    Attributes:
        waiting: whether an answer is on its way.
    """

    def __init__(
        self,
        parent: QObject,
        session: Session,
        question: Callable[[], Verb | None],
        take: Callback,
        failed: Callback | None = None,
    ) -> None:
        """Ask nothing until `look` says that the answer is wanted.

        Args:
            question: makes the verb to run, or None where there is nothing to ask; it is called on the UI thread.
            take: gets the answer. failed: gets the error; by default it is told.
        """
        super().__init__(parent)
        self._session, self._question, self._take = session, question, take
        self._failed = failed or session.notices.failed
        self._looked_at = self._outdated = self.waiting = False
        self._folder: Path | None = None
        self._revision = NEVER
        session.changed.connect(self._ask_if_stale)

    def look(self, looked_at: bool = True) -> None:
        """The answer can be seen from now on, or no longer."""
        self._looked_at = looked_at
        self._ask_if_stale()

    def ask(self) -> None:
        """The question is another one now: an answer that is on its way is dropped."""
        self._outdated, self._revision = self.waiting, NEVER
        self._ask_if_stale()

    def _ask_if_stale(self, _: object = None) -> None:
        session = self._session
        if self._folder is not session.folder:  # no answer of the other library will come
            self._folder, self._revision, self.waiting, self._outdated = session.folder, NEVER, False, False
        if self.waiting or not self._looked_at or session.snapshot is None or self._revision == session.revision:
            return
        self._revision = session.revision
        verb = self._question()
        if verb is not None:
            self.waiting = True
            session.ask(verb, done=self._answered, failed=self._refused)

    def _answered(self, answer: object) -> None:
        self.waiting, dropped = False, self._outdated
        self._outdated = False
        if not dropped:
            self._take(answer)
        self._ask_if_stale()

    def _refused(self, error: Exception) -> None:
        self.waiting = self._outdated = False
        self._failed(error)
        self._ask_if_stale()
