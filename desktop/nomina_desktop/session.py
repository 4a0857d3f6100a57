"""The open library: what is shown of it and what is selected, and how verbs are run on it.

Views ask and act through it (acts/), and hear back by two signals and its attributes.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

import nomina
from nomina_desktop import verbs
from nomina_desktop.at_work import AtWork
from nomina_desktop.notices import Notices, Work
from nomina_desktop.tasks import Callback, Task, TaskRunner, Verb, ignore

if TYPE_CHECKING:
    from nomina import Category, Change, EncoderHost, Frames, Library, Page, Settings, Show, Thumbnails

LEAST_PAUSE, LARGEST_SHARE = 0.5, 0.25
"""While pictures are added: at least so many seconds between snapshots, and at most this share of the thread."""
ARRANGED = ("order", "by_fit", "reverse", "like", "together")
"""What of a Show says how pictures are arranged; all else of it says which."""


class Session(QObject):
    """The library that is open, what is shown of it, and what is selected.

    Attributes:
        folder: the library's folder, or None while none is open.
        opening: the folder that is being opened, or None.
        snapshot: the latest, or None.
        thumbnails: of the open library; any thread may read them.
        settings: the person's.
        show: what the next snapshot is asked for.
        selection: ids of the selected images.
        encoder: which encoder is at work, and how it stands.
        category: id of the category whose card is shown, or None.
        times_chosen: how often a person chose one.
        view: which of the centre's views is looked at, by its id (see actions.VIEWS).
        revision: another number whenever the library may answer differently than before.
        watch_trouble: watched folders that cannot be looked at now, and why (see watching.py).
        notices: where results and errors are told.
        could_not_open: called with the folder and the error when a library could not be opened.

    Signals:
        changed: the snapshot is new, or the library is another one; with the Change that caused it.
        selected: other images are selected; with their ids.
    """

    changed = Signal(object)
    selected = Signal(object)

    def __init__(self, notices: Notices, settings: Settings, start_host: Callable[[], EncoderHost]) -> None:
        """Open nothing yet. `start_host` is called on the library's thread, once for each library."""
        super().__init__()
        self.settings, self._start_host = settings, start_host
        self.notices = notices
        self._runner: TaskRunner | None = None
        self._writing: list[Task] = []
        self._asked: str | None = None
        self._asked_at = self._pause = 0.0
        self._stale: str | None = None
        self.folder: Path | None = None
        self.opening: Path | None = None
        self.snapshot: verbs.Snapshot | None = None
        self.thumbnails: Thumbnails | None = None
        self.show: Show | None = None
        self.selection: tuple[int, ...] = ()
        self.encoder = AtWork(self)
        self.category: int | None = None
        self.times_chosen = 0
        self.view = "pictures"
        self.revision = 0
        self.watch_trouble: dict[Path, str] = {}
        self.could_not_open: Callable[[Path, Exception], None] = lambda _, error: self.notices.failed(error)

    @property
    def page(self) -> Page | None:
        """The pictures of the latest snapshot."""
        return self.snapshot.page if self.snapshot else None

    @property
    def categories(self) -> tuple[Category, ...]:
        """The categories of the latest snapshot."""
        return self.snapshot.page.categories if self.snapshot else ()

    @property
    def busy(self) -> bool:
        """Whether a verb or a snapshot is under way."""
        return self._runner is not None and self._runner.busy

    @property
    def writing(self) -> bool:
        """Whether a long verb that writes is under way."""
        return bool(self._writing)

    @property
    def alone(self) -> bool:
        """Whether the long verb that asks, on the library's thread, is the only one; see TaskRunner.alone."""
        return self._runner is None or self._runner.alone

    @property
    def name(self) -> str:
        """The library's name."""
        return self.folder.name if self.folder else ""

    @property
    def frames(self) -> Frames | None:
        """Which moments of videos become pictures when they are added."""
        return nomina.Frames.read(self.settings.get("frames"))

    # Opening and closing -----------------------------------------------------------------------------------------

    def open(
        self, folder: Path, *, create: bool = False, restore: Path | None = None, then: Callable[[], None] | None = None
    ) -> None:
        """Open a library, or create it or restore a backup first; the one that is open stays until that has worked."""
        if folder == self.folder:
            return
        self.opening = folder
        choice, device = self.settings.get("encoder"), self.settings.get("device")
        runner = TaskRunner(partial(_opened, folder, create, restore, self._start_host), self)
        # the show is made there too, so that the modules behind it are not imported on the UI thread
        runner.run(
            lambda library: (library.thumbnails, nomina.Show(), verbs.chosen(choice, device)),
            done=partial(self._take_over, runner, folder, then),
            failed=partial(self._could_not_open, runner, folder),
        )

    def _take_over(
        self, runner: TaskRunner, folder: Path, then: Callable[[], None] | None, opened: tuple[Thumbnails, Show, str]
    ) -> None:
        self.close()
        self._runner, self.folder, self.opening = runner, folder, None
        self.thumbnails, self.show, choice = opened
        self._pause = 0.0
        self._remember(folder)
        self.refresh(f"Open “{folder.name}”")
        self.ask(verbs.get_ready)
        self.encoder.begin(choice)
        if then is not None:
            then()

    def _remember(self, folder: Path) -> None:
        try:
            self.settings.set("last_library", str(folder))
        except (nomina.NominaError, OSError) as error:
            self.notices.failed(error)

    def _could_not_open(self, runner: TaskRunner, folder: Path, error: Exception) -> None:
        runner.close()
        runner.deleteLater()
        self.opening = None
        self.could_not_open(folder, error)
        self.tell()

    def close(self) -> None:
        """Cancel all work and close the library; harmless when none is open."""
        self.encoder.end()
        runner, self._runner = self._runner, None
        self.folder = self.snapshot = self.thumbnails = self.show = self._asked = self._stale = None
        self._writing.clear()
        self.category = None
        self.view = "pictures"
        self.notices.end_all()
        self.select(())
        if runner is not None:
            runner.close()
            runner.deleteLater()
            self.tell("Close")

    # Snapshots ---------------------------------------------------------------------------------------------------

    def tell(self, why: str = "") -> None:
        """What stands beside the snapshot is another one: the views look again."""
        self.changed.emit(nomina.Change(why, frozenset()))

    def answers_differ(self, why: str) -> None:
        """The library may answer differently than before: ask it for a new snapshot."""
        self.revision += 1
        self.refresh(why)

    def refresh(self, why: str = "") -> None:
        """Ask for a new snapshot; while one is on its way, one more is asked for after it."""
        if self._runner is None:
            return
        if self._asked is not None:
            self._stale = why
            return
        self._asked, self._asked_at = why, time.monotonic()
        show = self.show
        self.ask(
            lambda library: verbs.snapshot(library, show), done=self._take, failed=partial(self._no_snapshot, show)
        )

    def _take(self, snapshot: verbs.Snapshot) -> None:
        why, self._asked = self._asked or "", None
        self._pause = max(LEAST_PAUSE, (time.monotonic() - self._asked_at) / LARGEST_SHARE)
        died = self.snapshot is not None and self.snapshot.known and not snapshot.known
        self.snapshot = snapshot
        if died:
            self.encoder.look()
        if self._stale is None:
            self.show = snapshot.show
        self.tell(why)
        self._ask_again()

    def _no_snapshot(self, asked: Show, error: Exception) -> None:
        self._asked = None
        self.notices.failed(error)
        if asked == self.show and asked.search is not None:
            self.show_only(search=None)
        self._ask_again()

    def _ask_again(self) -> None:
        if self._stale is not None and self._asked is None:
            why, self._stale = self._stale, None
            self.refresh(why)

    def show_only(self, **wish: Any) -> None:
        """Show the pictures that meet these conditions and no others; nothing is all pictures. See Show."""
        if self.show is not None:
            kept = {name: getattr(self.show, name) for name in ARRANGED}
            self._show(type(self.show)(**{**kept, "by_fit": True, **wish}))

    def narrow(self, **wish: Any) -> None:
        """Show the pictures that meet these conditions too; None, or "", takes a condition away."""
        if self.show is not None:
            self._show(replace(self.show, **{"by_fit": True, **wish}))

    def show_like(self, show: Show) -> None:
        """Show what a saved search asks for, arranged as it is now."""
        if self.show is not None:
            kept = {name: getattr(self.show, name) for name in ARRANGED}
            self._show(replace(show, **{**kept, "by_fit": True}))

    def arrange(self, **wish: Any) -> None:
        """Show the same pictures in another order, or with near-duplicates as one: any of ARRANGED."""
        if self.show is not None:
            self._show(replace(self.show, **wish))

    def _show(self, show: Show) -> None:
        self.show = show
        self.refresh("Show")
        self.go("pictures")

    def select(self, ids: Sequence[int]) -> None:
        """These images are selected now."""
        chosen = tuple(ids)
        if chosen != self.selection:
            self.selection = chosen
            self.selected.emit(self.selection)

    def choose(self, category_id: int | None) -> None:
        """Look at the card of a category, which comes forward even where it is that of the last one."""
        self.category = category_id
        self.times_chosen += 1
        self.tell()

    def go(self, view: str) -> None:
        """Look at another view of the centre."""
        if view != self.view:
            self.view = view
            self.tell()

    # Running verbs -----------------------------------------------------------------------------------------------

    def ask(self, verb: Verb, *, keep: bool = False, **callbacks: Callback) -> Task | None:
        """Run a verb that reads, and call back unless another library is open by then; see TaskRunner.run."""
        return None if self._runner is None else self._runner.run(verb, keep=keep, **callbacks)

    def act(self, verb: Verb, *, done: Callback = ignore, failed: Callback | None = None, tell: bool = False) -> None:
        """Run a short verb that writes; `tell` says what was done, with Undo."""

        def finished(change: Change | None) -> None:
            self.answers_differ(change.name if change else "")
            done(change)
            if tell and change is not None and change.tables:
                self.notices.done(change)

        self.ask(verb, done=finished, failed=failed or self.notices.failed, keep=True)

    def work(
        self,
        title: str,
        verb: Verb,
        *,
        done: Callback,
        failed: Callback | None = None,
        stopped: Callback | None = None,
        progress: Callback = ignore,
        writes: bool = True,
        patient: bool = True,
    ) -> Work | None:
        """Run a long verb when the encoder is ready, and show how far it is.

        Args:
            done: gets the result. failed, stopped: by default the person is told of the error, and that it was stopped.
            progress: gets the Work at each step.
            writes: whether Undo stops it.
            patient: whether it waits until the encoder is ready; those that bring another one do not.
        """
        work = Work(title)
        callbacks = {"done": done, "failed": failed, "stopped": stopped, "progress": progress}
        again = partial(self.work, title, verb, **callbacks, writes=writes)

        def finished(callback: Callback, result: Any) -> None:
            self.notices.end(work)
            self._writing = [each for each in self._writing if each is not task]
            self.answers_differ(title)
            callback(result)
            if patient and isinstance(result, nomina.EncoderError):
                self.encoder.died(again)

        def succeeded(result: Any) -> None:
            if patient:
                self.encoder.answered()
            finished(done, result)

        def advance(told: Any) -> None:
            self._advance(work, told)
            progress(work)

        task = self.ask(
            verbs.when_ready(verb) if patient else verb,
            progress=advance,
            done=succeeded,
            failed=partial(finished, failed or self.notices.failed),
            stopped=partial(finished, stopped or (lambda _: self.notices.stopped(work))),
        )
        if task is None:
            return None
        work.cancel = task.cancel
        work.let_pause(partial(self._pause_task, task, title), task.go_on)
        self._writing += [task] if writes else []
        self.notices.begin(work)
        self.tell(title)
        return work

    def _pause_task(self, task: Task, title: str) -> None:
        task.pause()
        self.revision += 1
        self.refresh(title)  # what was done until now is there to work with

    def _advance(self, work: Work, progress: Any) -> None:
        self.notices.advance(work, progress)
        if progress.done and time.monotonic() - self._asked_at > self._pause:
            self.answers_differ(work.title)

    def stop_writing(self) -> None:
        """Stop the work that is still writing; what is done until then stays."""
        for task in self._writing:
            task.cancel()


def _opened(folder: Path, create: bool, restore: Path | None, start_host: Callable[[], EncoderHost]) -> Library:
    if create:
        nomina.create_library(folder)
    if restore is not None:
        nomina.restore_backup(folder, restore)
    return nomina.open_library(folder, start_host())
