"""Sees to the copy of the day of the open library, and tells what keeps it from being made, and what was mended."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from nomina_desktop.session import Session
from nomina_desktop.words import said, tr

if TYPE_CHECKING:
    from nomina import Library, NominaError

EVERY = 60 * 60 * 1000
"""Milliseconds between two looks at whether it is time: a window may stay open for days."""


class Keeping(QObject):
    """Follows the session. When a library is opened the core makes the copy itself; this is for all the time after."""

    def __init__(self, session: Session) -> None:
        """Look every hour."""
        super().__init__(session)
        self._session = session
        self._folder: Path | None = None
        self._mended = ""
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        session.changed.connect(self._follow)

    def look(self) -> None:
        """Make the copy of the day if it is time for one."""
        self._session.ask(lambda library: library.back_up_when_due(), failed=self._session.notices.failed)

    def _follow(self, _: object = None) -> None:
        if self._session.folder != self._folder:
            self._folder, self._mended = self._session.folder, ""
            self._session.ask(_trouble, done=self._tell)
        snapshot = self._session.snapshot
        if snapshot is not None and snapshot.mended != self._mended:
            self._mended = snapshot.mended
            self._session.notices.tell(tr("The library was mended."), said(self._mended))

    def _tell(self, trouble: NominaError | None) -> None:
        if trouble is not None:
            self._session.notices.failed(trouble)


def _trouble(library: Library) -> NominaError | None:
    return library.trouble
