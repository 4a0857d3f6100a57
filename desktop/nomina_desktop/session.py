"""What the window can do, a method per verb. Views call it, and hear back by two signals and its attributes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

import nomina
from nomina_desktop import verbs
from nomina_desktop.notices import Notices, Work, count
from nomina_desktop.tasks import Callback, Task, TaskRunner, Verb, ignore

if TYPE_CHECKING:
    from nomina import Added, Category, Change, EncoderHost, Labelled, Library, Page, Settings, Show, Thumbnails

LOOK_AGAIN = 150
"""Milliseconds between two looks at an encoder that is getting ready."""
LEAST_PAUSE, LARGEST_SHARE = 0.5, 0.25
"""While pictures are added: at least so many seconds between snapshots, and at most this share of the thread."""


class Session(QObject):
    """The library that is open, what is shown of it, and what is selected.

    Attributes:
        folder: the library's folder, or None while none is open.
        opening: the folder that is being opened, or None.
        snapshot: the latest, or None.
        thumbnails: of the open library; any thread may read them.
        show: what the next snapshot is asked for.
        selection: ids of the selected images.
        encoder_trouble: what is wrong with the encoder, or "".

    Signals:
        changed: the snapshot is new, or the library is another one; with the Change that caused it.
        selected: other images are selected; with their ids.
    """

    changed = Signal(object)
    selected = Signal(object)

    def __init__(self, notices: Notices, settings: Settings, start_host: Callable[[], EncoderHost]) -> None:
        """Open nothing yet. `start_host` is called on the library's thread, once for each library."""
        super().__init__()
        self._notices, self._settings, self._start_host = notices, settings, start_host
        self._runner: TaskRunner | None = None
        self._writing: list[Task] = []
        self._asked: str | None = None
        self._asked_at = self._pause = 0.0
        self._stale: str | None = None
        self._waits = QTimer(self, interval=LOOK_AGAIN, singleShot=True)
        self._waits.timeout.connect(self._look_for_encoder)
        self.folder: Path | None = None
        self.opening: Path | None = None
        self.snapshot: verbs.Snapshot | None = None
        self.thumbnails: Thumbnails | None = None
        self.show: Show | None = None
        self.selection: tuple[int, ...] = ()
        self.encoder_trouble = ""

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
    def name(self) -> str:
        """The library's name."""
        return self.folder.name if self.folder else ""

    # Opening and closing -----------------------------------------------------------------------------------------

    def open(self, folder: Path, *, create: bool = False, then: Callable[[], None] | None = None) -> None:
        """Open a library, or create one first; the one that is open stays until that has worked."""
        if folder == self.folder:
            return
        self.opening = folder
        runner = TaskRunner(partial(_opened, folder, create, self._start_host), self)
        # the show is made there too, so that the modules behind it are not imported on the UI thread
        runner.run(
            lambda library: (library.thumbnails, nomina.Show()),
            done=partial(self._take_over, runner, folder, then),
            failed=partial(self._could_not_open, runner),
        )

    def _take_over(
        self, runner: TaskRunner, folder: Path, then: Callable[[], None] | None, opened: tuple[Thumbnails, Show]
    ) -> None:
        self.close()
        self._runner, self.folder, self.opening = runner, folder, None
        self.thumbnails, self.show = opened
        self._pause, self.encoder_trouble = 0.0, ""
        self._remember(folder)
        self.refresh(f"Open “{folder.name}”")
        self._look_for_encoder()
        if then is not None:
            then()

    def _remember(self, folder: Path) -> None:
        try:
            self._settings.set("last_library", str(folder))
        except (nomina.NominaError, OSError) as error:
            self._notices.failed(error)

    def _could_not_open(self, runner: TaskRunner, error: Exception) -> None:
        runner.close()
        runner.deleteLater()
        self.opening = None
        self._notices.failed(error)
        self.changed.emit(nomina.Change("", frozenset()))

    def close(self) -> None:
        """Cancel all work and close the library; harmless when none is open."""
        self._waits.stop()
        runner, self._runner = self._runner, None
        self.folder = self.snapshot = self.thumbnails = self.show = self._asked = self._stale = None
        self._writing.clear()
        self._notices.end_all()
        self.select(())
        if runner is not None:
            runner.close()
            runner.deleteLater()
            self.changed.emit(nomina.Change("Close", frozenset()))

    # The encoder -------------------------------------------------------------------------------------------------

    def _look_for_encoder(self) -> None:
        self._run(verbs.encoder_ready, done=self._encoder_seen, failed=self._encoder_failed)

    def _encoder_seen(self, ready: bool) -> None:
        if not ready:
            self._waits.start()
            return
        self.refresh("The encoder is ready")
        self._run(verbs.unread, done=self._read_again)

    def _encoder_failed(self, error: Exception) -> None:
        self.encoder_trouble = "The encoder could not be started"
        self._notices.failed(error)
        self.changed.emit(nomina.Change("", frozenset()))

    def _read_again(self, missing: int) -> None:
        if missing:
            self._long("Reading pictures again", verbs.read_again, done=self._added)

    # Snapshots ---------------------------------------------------------------------------------------------------

    def refresh(self, why: str = "") -> None:
        """Ask for a new snapshot; while one is on its way, one more is asked for after it."""
        if self._runner is None:
            return
        if self._asked is not None:
            self._stale = why
            return
        self._asked, self._asked_at = why, time.monotonic()
        show = self.show
        self._run(
            lambda library: verbs.snapshot(library, show), done=self._take, failed=partial(self._no_snapshot, show)
        )

    def _take(self, snapshot: verbs.Snapshot) -> None:
        why, self._asked = self._asked or "", None
        self._pause = max(LEAST_PAUSE, (time.monotonic() - self._asked_at) / LARGEST_SHARE)
        self.snapshot = snapshot
        if self._stale is None:
            self.show = snapshot.show
        self.changed.emit(nomina.Change(why, frozenset()))
        self._ask_again()

    def _no_snapshot(self, asked: Show, error: Exception) -> None:
        self._asked = None
        self._notices.failed(error)
        if asked == self.show and asked.search is not None:
            self.show_only(search=None)
        self._ask_again()

    def _ask_again(self) -> None:
        if self._stale is not None and self._asked is None:
            why, self._stale = self._stale, None
            self.refresh(why)

    def show_only(self, **wish: Any) -> None:
        """Show something else: any of category_id, state, search, order; the first three exclude each other."""
        if self.show is None:
            return
        kept = {} if set(wish) == {"order"} else {"category_id": None, "state": None, "search": None}
        self.show = replace(self.show, **{**kept, **wish})
        self.refresh("Show")

    def select(self, ids: Sequence[int]) -> None:
        """These images are selected now."""
        if tuple(ids) != self.selection:
            self.selection = tuple(ids)
            self.selected.emit(self.selection)

    # Pictures ----------------------------------------------------------------------------------------------------

    def add(self, paths: Iterable[Path]) -> None:
        """Add picture files and folders."""
        paths = list(paths)
        self._long("Adding pictures", lambda library: nomina.add_images(library, paths), done=self._added)

    def add_samples(self) -> None:
        """Add the sample pictures and the demo's categories."""
        self._long("Adding sample pictures", verbs.add_samples, done=self._added)

    def show_examples(self, category_id: int, paths: Iterable[Path]) -> None:
        """Add picture files as examples of a category."""
        paths = list(paths)
        self._long(
            "Adding examples", lambda library: nomina.add_examples(library, category_id, paths), done=self._added
        )

    def _added(self, added: Added) -> None:
        self._notices.added(added, self.undo)

    def label_all(self, at_least: float) -> None:
        """Label every picture whose best category is at least so likely."""
        self._long(
            "Labelling pictures", lambda library: nomina.label_images(library, at_least=at_least), done=self._labelled
        )

    def _labelled(self, labelled: Labelled) -> None:
        self._notices.labelled(labelled, self.undo)

    def preview_label_all(self, at_least: float, done: Callable[[Labelled], None]) -> None:
        """Find out what `label_all` would do; errors are left for it to tell."""
        self._run(
            verbs.when_ready(lambda library: nomina.label_images(library, at_least=at_least, dry_run=True)), done=done
        )

    def export(self, target: Path, then: Callable[[int], None]) -> None:
        """Write the labels to a file whose name says the format."""
        format = target.suffix.lstrip(".").lower()
        self._long(
            f"Writing {target.name}",
            lambda library: nomina.export_labels(library, format, target),
            done=then,
            writes=False,
        )

    # Categories --------------------------------------------------------------------------------------------------

    def add_category(self, name: str, *, done: Callback = ignore, failed: Callback | None = None) -> None:
        """Add a category by its name."""
        self._short(lambda library: nomina.add_category(library, name), done=done, failed=failed)

    def change_category(
        self, category_id: int, *, done: Callback = ignore, failed: Callback | None = None, **words: Any
    ) -> None:
        """Rename a category or change its words: any of name, synonyms, description, words."""
        self._short(lambda library: nomina.change_category(library, category_id, **words), done=done, failed=failed)

    def remove_category(self, category_id: int) -> None:
        """Remove a category and its labels."""
        self._short(lambda library: nomina.remove_category(library, category_id), tell=True)

    # Labels ------------------------------------------------------------------------------------------------------

    def label(self, category_id: int, ids: Sequence[int] | None = None) -> None:
        """Say that images, by default the selected ones, are of a category."""
        chosen = self.selection if ids is None else tuple(ids)
        if chosen:
            self._short(lambda library: nomina.label(library, chosen, category_id), tell=len(chosen) > 1)

    def reject(self, by_category: dict[int, list[int]]) -> None:
        """Say of images that they are not of the category they are listed under."""
        total = sum(map(len, by_category.values()))
        if total:
            self._short(lambda library: nomina.reject(library, by_category), tell=total > 1)

    def forget(self) -> None:
        """Forget what was said of the selected images."""
        chosen = self.selection
        if chosen:
            self._short(lambda library: nomina.unlabel(library, chosen), tell=len(chosen) > 1)

    # Undo --------------------------------------------------------------------------------------------------------

    def undo(self) -> None:
        """Take the last step back; work that is still writing is stopped first."""
        for task in self._writing:
            task.cancel()
        self._short(verbs.undo, done=partial(self._undone, "Undone"))

    def redo(self) -> None:
        """Bring the last undone step again."""
        self._short(verbs.redo, done=partial(self._undone, "Done again"))

    def _undone(self, word: str, change: Change | None) -> None:
        if change is not None:
            self._notices.tell(f"{word}: {change.name}.")

    # Running verbs -----------------------------------------------------------------------------------------------

    def _run(self, verb: Verb, **callbacks: Callback) -> Task | None:
        """Run a verb and call back, unless another library is open by then."""
        return None if self._runner is None else self._runner.run(verb, **callbacks)

    def _short(
        self, verb: Verb, *, done: Callback = ignore, failed: Callback | None = None, tell: bool = False
    ) -> None:
        def finished(change: Change | None) -> None:
            self.refresh(change.name if change else "")
            done(change)
            if tell and change is not None and change.tables:
                self._notices.tell(f"{change.name}.", act_name="Undo", act=self.undo)

        self._run(verb, done=finished, failed=failed or self._notices.failed)

    def _long(self, title: str, verb: Verb, *, done: Callback, writes: bool = True) -> None:
        work = Work(title)

        def finished(callback: Callback, result: Any) -> None:
            self._notices.end(work)
            self._writing = [each for each in self._writing if each is not task]
            self.refresh(title)
            callback(result)

        task = self._run(
            verbs.when_ready(verb),
            progress=partial(self._advance, work),
            done=partial(finished, done),
            failed=partial(finished, self._notices.failed),
            stopped=partial(finished, partial(self._stopped, work)),
        )
        if task is not None:
            work.cancel = task.cancel
            self._writing += [task] if writes else []
            self._notices.begin(work)
            self.changed.emit(nomina.Change(title, frozenset()))

    def _advance(self, work: Work, progress: Any) -> None:
        self._notices.advance(work, progress)
        if progress.done and time.monotonic() - self._asked_at > self._pause:
            self.refresh(work.title)

    def _stopped(self, work: Work, _: Task) -> None:
        done = work.done
        kept = f" {count(done, 'picture')} done until then {'stays' if done == 1 else 'stay'}." if done else ""
        self._notices.tell(f"{work.title} was stopped.{kept}")


def _opened(folder: Path, create: bool, start_host: Callable[[], EncoderHost]) -> Library:
    if create:
        nomina.create_library(folder)
    return nomina.open_library(folder, start_host())
