"""Looks at folders on a thread of its own, and hands out the picture files that have stopped changing.

What the system tells of changes (watchdog, where it is installed and the disk has such news) only says when to look;
what is found is found by looking. So a disk of the network, a folder that goes and comes back, and news that were
lost cost time and nothing else.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from nomina.domain import Skipped
from nomina.places import Place
from nomina.video import is_video
from nomina.walking import AS_USUAL, Sieve, walk

SETTLED = 2.0
"""Seconds for which size and time of a file must stay the same."""
POLL = 30.0
"""Seconds between two looks without news."""
SHORTEST, SHARE = 0.2, 4.0
"""Seconds between two looks at least: so many, and so many times what a look takes."""

Mark = tuple[int, int]
"""Size and time of change."""


class FolderLook:
    """What is known of the files of one folder.

    Attributes:
        trouble: why the folder cannot be looked at now, in half a sentence, or "".
        restless: whether a file has changed so lately that another look is due soon.
    """

    def __init__(self, folder: Path, settled: float = SETTLED) -> None:
        """Nothing was seen."""
        self.folder, self._settled = folder, settled
        self._waiting: dict[Path, tuple[Mark, float]] = {}
        self._handed: dict[Path, Mark] = {}
        self.trouble = ""
        self.restless = False

    def look(self, now: float, sieve: Sieve = AS_USUAL) -> list[Path]:
        """Files that have not changed since an earlier look, long enough ago; each once for each state it is in.

        Videos are among them, also where they cannot be read: whoever takes them in says so.

        Args:
            now: seconds of a clock that only goes forward.
            sieve: what is left out.
        """
        found: list[Path] = []
        waiting: dict[Path, tuple[Mark, float]] = {}
        handed: dict[Path, Mark] = {}
        self.trouble = ""
        for item in walk([self.folder], sieve, videos=True):
            place = item.path if isinstance(item, Skipped) else item
            if isinstance(item, Skipped):
                self.trouble = item.reason if place == self.folder else self.trouble
                if not is_video(place):
                    continue
            mark = _mark(place)
            if mark is None:  # it went meanwhile
                continue
            if self._handed.get(place) == mark:
                handed[place] = mark
                continue
            before, since = self._waiting.get(place, (None, now))
            since = since if before == mark else now
            if before == mark and now - since >= self._settled and mark[0]:
                found.append(place)
                handed[place] = mark
            else:
                waiting[place] = (mark, since)
        if not self.trouble:  # what was handed out is not forgotten because a disk was away for a while
            self._handed = handed
        self._waiting = waiting
        self.restless = any(mark[0] for mark, _ in waiting.values())
        return found


def _mark(place: Path) -> Mark | None:
    try:
        status = Place.of(place).file.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


class Watcher:
    """Watches folders until it is closed."""

    def __init__(
        self,
        arrived: Callable[[], None],
        *,
        settled: float = SETTLED,
        poll: float = POLL,
        news: bool = True,
        sieve: Callable[[], Sieve] = Sieve,
    ) -> None:
        """Watch nothing until `watch`.

        Args:
            arrived: called on the watcher's thread when `take` has something, or `trouble` says something else.
            news: False to look now and then only.
            sieve: says what is left out, before each look on the watcher's thread.
        """
        self._sieve = sieve
        self._arrived, self._settled, self._poll = arrived, settled, poll
        self._lock, self._wake = threading.Lock(), threading.Event()
        self._looks: dict[Path, FolderLook] = {}
        self._found: dict[Path, list[Path]] = {}
        self._closed = False
        self._news = _News(self._wake.set) if news else None
        self._thread: threading.Thread | None = None

    def watch(self, folders: Iterable[Path]) -> None:
        """Watch these folders and no others; what was seen of those that stay is kept."""
        wanted = list(dict.fromkeys(folders))
        with self._lock:
            self._looks = {each: self._looks.get(each) or FolderLook(each, self._settled) for each in wanted}
            self._found = {each: files for each, files in self._found.items() if each in self._looks}
        if wanted and self._thread is None and not self._closed:
            self._thread = threading.Thread(target=self._run, name="watcher", daemon=True)
            self._thread.start()
        self._wake.set()

    def take(self) -> dict[Path, list[Path]]:
        """Files that have settled since the last call, by the folder that is watched."""
        with self._lock:
            found, self._found = self._found, {}
        return found

    @property
    def trouble(self) -> dict[Path, str]:
        """Folders that cannot be looked at now, and why, in half a sentence."""
        with self._lock:
            return {folder: look.trouble for folder, look in self._looks.items() if look.trouble}

    def close(self) -> None:
        """Stop, and wait for the thread to end."""
        self._closed = True
        self._wake.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    # On the watcher's thread -------------------------------------------------------------------------------------

    def _run(self) -> None:
        try:
            while not self._closed:
                self._wake.clear()
                with self._lock:
                    looks = list(self._looks.values())
                if self._news is not None:
                    self._news.follow([look.folder for look in looks])
                began = time.monotonic()
                told = [self._look(look, began) for look in looks]
                if any(told) and not self._closed:
                    self._arrived()
                self._rest(looks, time.monotonic() - began)
        finally:
            if self._news is not None:
                self._news.close()

    def _look(self, look: FolderLook, now: float) -> bool:
        """Look at a folder; whether there is something to tell."""
        before = look.trouble
        found = look.look(now, self._sieve())
        with self._lock:
            if found and look.folder in self._looks:
                self._found.setdefault(look.folder, []).extend(found)
        return bool(found) or look.trouble != before

    def _rest(self, looks: list[FolderLook], took: float) -> None:
        least = max(SHORTEST, SHARE * took)
        soon = any(look.restless for look in looks)
        end = time.monotonic() + max(least, self._settled / 2 if soon else self._poll)
        self._wake.wait(max(0.0, end - time.monotonic()))
        if self._wake.is_set() and not self._closed:  # news come in crowds
            threading.Event().wait(min(least, self._settled))


class _News:
    """What the system tells of folders, where it does: calls back whenever something happened in one of them."""

    def __init__(self, heard: Callable[[], None]) -> None:
        self._heard = heard
        self._observer: Any = None
        self._watches: dict[Path, Any] = {}

    def follow(self, folders: list[Path]) -> None:
        """Listen to these folders; those that cannot be listened to are looked at now and then."""
        for folder in [each for each in self._watches if each not in folders or not os.path.isdir(each)]:
            with suppress(Exception):  # a folder that is gone took its watch along
                self._observer.unschedule(self._watches[folder])
            del self._watches[folder]
        for folder in folders:
            if folder not in self._watches and os.path.isdir(folder):
                self._listen(folder)

    def _listen(self, folder: Path) -> None:
        try:
            from watchdog.events import FileSystemEventHandler
            from watchdog.observers import Observer
        except ImportError:
            return

        class Handler(FileSystemEventHandler):
            def on_any_event(_, event: Any) -> None:  # noqa: N805
                if event.event_type not in ("opened", "closed_no_write"):  # which our own looks cause
                    self._heard()

        try:
            if self._observer is None:
                self._observer = Observer()
                self._observer.start()
            self._watches[folder] = self._observer.schedule(Handler(), str(folder), recursive=True)
        except (OSError, RuntimeError):  # no more watches to be had, or no such news on this disk
            return

    def close(self) -> None:
        """Listen no longer."""
        if self._observer is not None:
            self._observer.stop()
            self._observer.join()
            self._observer = None
