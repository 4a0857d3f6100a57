"""Which encoders there are, which is at work, and work upon them that needs no library: fetch, measure, remove."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

import nomina
from nomina_desktop.notices import Notice, Notices, Work, error_notice
from nomina_desktop.tasks import Callback, Nothing, Task, TaskRunner, ignore
from nomina_desktop.verbs import chosen
from nomina_desktop.words import number, tr

if TYPE_CHECKING:
    from nomina import EncoderHost, Listed, Pace, Progress, Settings

Seen = tuple["list[Listed]", str, "dict[str, Pace]"]


class Encoders(QObject):
    """All encoders as a person sees them. It lives as long as the window, whatever library is open.

    Attributes:
        listed: in the order of the core; empty until `look` was answered.
        at_work: the choice that answers, or would answer for the next library.
        paces: how fast those were that a person had measured, by choice.
        works: a download or a measurement under way, by choice.
        paused: downloads that were stopped before the end in this session.
        troubles: what went wrong last, by choice.
        start: starts the host of a choice, in a process of its own.
        looking: whether an answer to `look` is on its way.
        watched: whether a dialog shows all this; else what went wrong is told as a notice.
        arrived: called with an encoder that has been fetched.

    Signals:
        changed: any of these is another one.
    """

    changed = Signal()

    def __init__(
        self,
        notices: Notices,
        settings: Settings,
        choice: Callable[[], str],
        start: Callable[[str], EncoderHost] | None = None,
    ) -> None:
        """Know nothing until `look`. `choice` says what a person chose for the library that is open."""
        super().__init__()
        self._notices, self._settings, self._chosen = notices, settings, choice
        self._runner: TaskRunner | None = None
        self._tasks: dict[str, Task] = {}
        self._also: list[str] = []
        self.start = start or (
            lambda choice: nomina.start_host(choice, settings.get("device"), precision=settings.get("precision"))
        )
        self.listed: tuple[Listed, ...] = ()
        self.at_work = ""
        self.paces: dict[str, Pace] = {}
        self.works: dict[str, Work] = {}
        self.paused: set[str] = set()
        self.troubles: dict[str, Notice] = {}
        self.watched = self.looking = False
        self.arrived: Callable[[Listed], None] = lambda _: None

    def __getitem__(self, choice: str) -> Listed:
        """The encoder of a choice that is listed."""
        return next(each for each in self.listed if each.choice == choice)

    def best_to_fetch(self) -> Listed | None:
        """The best one with words that this machine bears and does not have, where the one at work is less good."""
        mine = next((each.imagenet for each in self.listed if each.choice == self.at_work), None)
        better = (each for each in self.listed if each.words and each.bearable and each.imagenet is not None)
        best = max(better, key=lambda each: each.imagenet or 0.0, default=None)
        return None if best is None or best.at_hand or (mine or 0.0) >= (best.imagenet or 0.0) else best

    # Looking -----------------------------------------------------------------------------------------------------

    def look(self) -> None:
        """Look again what there is. The cache of downloads is looked through: that is for another thread."""
        choice, device, also = self._chosen(), self._settings.get("device"), tuple(self._also)
        self.looking = True
        self._run(lambda _: _seen(choice, device, also), done=self._take, failed=self._not_seen)

    def _not_seen(self, error: Exception) -> None:
        self.looking = False
        self._notices.failed(error)

    def _take(self, seen: Seen) -> None:
        self.looking = False
        listed, self.at_work, self.paces = seen
        self.listed = tuple(listed)
        self.changed.emit()

    def add_folder(self, folder: Path, done: Callable[[str], None], failed: Callback) -> None:
        """List the model in a folder too, and call back with its choice."""

        def added(choice: str) -> None:
            self._also.append(choice)
            self.look()
            done(choice)

        self._run(lambda _: nomina.encoder_in(folder), done=added, failed=failed)

    # Work upon one -----------------------------------------------------------------------------------------------

    def fetch(self, choice: str) -> None:
        """Fetch its weights, or go on with that."""
        title = tr("Fetching {encoder}").format(encoder=self[choice].title)
        listed = self[choice]
        self._work(choice, title, lambda: nomina.fetch_encoder(choice), lambda _: self.arrived(listed))

    def measure(self, choice: str) -> None:
        """Measure how fast it is here."""

        def measured() -> Any:
            host = self.start(choice)
            try:
                return (yield from nomina.measure_encoder(choice, host))
            finally:
                host.close()

        title = tr("Measuring {encoder}").format(encoder=self[choice].title)
        self._work(choice, title, measured, ignore)

    def stop(self, choice: str) -> None:
        """Pause its download, or stop measuring it."""
        if choice in self._tasks:
            self._tasks[choice].cancel()

    def remove(self, choice: str) -> None:
        """Delete its weights from this machine."""
        title = self[choice].title

        def removed(freed: int) -> None:
            self.troubles.pop(choice, None)
            self.paused.discard(choice)
            text = tr("{encoder} was removed: {megabytes} MB are free again.")
            self._notices.tell(text.format(encoder=title, megabytes=number(round(freed / 1e6))))
            self.look()

        self._run(lambda _: nomina.remove_encoder(choice), done=removed, failed=partial(self._failed, choice))

    def _work(self, choice: str, title: str, verb: Callable[[], Any], done: Callback) -> None:
        if choice in self.works:
            return
        self.troubles.pop(choice, None)
        self.paused.discard(choice)
        work = self.works[choice] = Work(title)
        work.stays = True

        def end(callback: Callback, result: Any) -> None:
            self.works.pop(choice, None)
            self._tasks.pop(choice, None)
            self._notices.end(work)
            callback(result)
            self.look()
            self.changed.emit()

        task = self._tasks[choice] = self._run(
            lambda _: verb(),
            progress=partial(self._advance, work),
            done=partial(end, done),
            failed=partial(end, partial(self._failed, choice)),
            stopped=partial(end, lambda _: self.paused.add(choice)),
        )
        work.cancel = task.cancel
        self._notices.begin(work)
        self.changed.emit()

    def _advance(self, work: Work, progress: Progress) -> None:
        self._notices.advance(work, progress)
        self.changed.emit()

    def _failed(self, choice: str, error: Exception) -> None:
        notice = self.troubles[choice] = error_notice(error)
        self.changed.emit()
        if not self.watched:
            self._notices.show(notice)

    # The thread --------------------------------------------------------------------------------------------------

    def _run(self, verb: Callback, **callbacks: Callback) -> Task:
        if self._runner is None:
            self._runner = TaskRunner(Nothing, self, "encoders")
        return self._runner.run(verb, **callbacks)

    def close(self) -> None:
        """End all work; what was fetched until now stays."""
        if self._runner is not None:
            self._runner.close()


def _seen(choice: str, device: str, also: tuple[str, ...]) -> Seen:
    at_work = chosen(choice, device)
    return nomina.describe_encoders(device, [at_work, *also]), at_work, nomina.measured_paces()
