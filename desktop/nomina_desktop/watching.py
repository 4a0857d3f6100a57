"""Takes in what is new in the folders that the open library watches, for as long as it is open."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

import nomina
from nomina_desktop.session import Session
from nomina_desktop.words import tr

if TYPE_CHECKING:
    from nomina import TakenIn, Watched, Watcher


class Watching(QObject):
    """Looks at the watched folders on a thread that is there only while there are some.

    Attributes:
        settled: seconds for which a file must stay the same before it is taken in.

    Signals:
        found: there is something new, or a folder went or came back; emitted on the watcher's thread.
    """

    found = Signal()

    def __init__(self, session: Session) -> None:
        """Follow the session."""
        super().__init__(session)
        self._session = session
        self.settled = 2.0
        self._watcher: Watcher | None = None
        self._watched: dict[Path, Watched] = {}
        self._folder: Path | None = None
        self.found.connect(self._take)
        session.changed.connect(self._follow)

    def close(self) -> None:
        """Watch no longer, and wait for the thread to end."""
        watcher, self._watcher = self._watcher, None
        self._watched = {}
        self._session.watch_trouble = {}
        if watcher is not None:
            watcher.close()

    def _follow(self, _: object = None) -> None:
        session = self._session
        if session.folder != self._folder:
            self.close()
            self._folder = session.folder
        if session.snapshot is None or not session.snapshot.known:
            return
        watched = {each.path: each for each in session.snapshot.watched}
        if watched != self._watched:
            self._watched = watched
            if self._watcher is None and watched:
                self._watcher = nomina.Watcher(
                    self.found.emit, settled=self.settled, sieve=self._session.settings.sieve
                )
            if self._watcher is not None:
                self._watcher.watch(watched)

    def _take(self) -> None:
        if self._watcher is None:
            return
        for folder, files in self._watcher.take().items():
            watched = self._watched.get(folder)
            if watched is not None:
                self._take_in(watched, files)
        trouble = self._watcher.trouble
        if trouble != self._session.watch_trouble:
            self._session.watch_trouble = trouble
            self._session.changed.emit(nomina.Change("", frozenset()))

    def _take_in(self, watched: Watched, files: Sequence[Path]) -> None:
        frames = self._session.frames
        self._session.work(
            tr("Looking at what is new in {folder}").format(folder=watched.path.name),
            lambda library: nomina.take_in(library, files, watched.at_least, frames),
            done=partial(self._tell, watched),
        )

    def _tell(self, watched: Watched, taken: TakenIn) -> None:
        """Say what is new; nothing where all was known."""
        if taken.added.new or taken.added.skipped:
            self._session.notices.taken_in(watched.path.name, taken)
