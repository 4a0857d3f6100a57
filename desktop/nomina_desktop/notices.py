"""All words to the person: what was done, what went wrong, how far work is. No widget is made here.

The session and the commands hand their results in; `app.py` attaches the places where the words appear.
"""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nomina import NominaError
from nomina_desktop.words import tr

if TYPE_CHECKING:
    from nomina import Added, Change, Labelled, Progress, Run, Skipped

Act = Callable[[], None]


def nothing() -> None:
    """Do nothing."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence for the person, with one thing that can be done about it.

    Attributes:
        hint: a second sentence, or "".
        act_name, act: what a button offers; "" for none.
        error: whether something went wrong; then it stays until it is dismissed.
    """

    text: str
    hint: str = ""
    act_name: str = ""
    act: Act = nothing
    error: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """How far a piece of work is.

    Attributes:
        text: in words.
        percent: 0..100, or None when the end is not known.
    """

    text: str
    percent: int | None


class Work:
    """A long verb under way, as the person sees it."""

    def __init__(self, title: str, clock: Callable[[], float] = time.monotonic) -> None:
        """Start the clock; `cancel` is set by who starts the verb."""
        self.title = title
        self.cancel: Act = nothing
        self._clock = clock
        self._since: tuple[float, int] | None = None
        self.line = Line(title, None)
        self.done = 0

    def advance(self, progress: Progress) -> None:
        """Take note of progress, and put it in words."""
        self.done = progress.done
        if not progress.total or not progress.done:
            self.line = Line(f"{progress.note or self.title}…", None)
            return
        if self._since is None:
            self._since = (self._clock(), progress.done)
        words = [f"{progress.note or self.title}: {progress.done:,} of {progress.total:,}"]
        seconds = self._clock() - self._since[0]
        rate = (progress.done - self._since[1]) / seconds if seconds > 0.5 else 0.0
        if rate > 0.0:
            words += [f"{rate:,.0f} a second" if rate >= 1 else f"{60 * rate:,.0f} a minute"]
            words += [f"{duration((progress.total - progress.done) / rate)} left"]
        self.line = Line("  ·  ".join(words), int(100 * progress.done / progress.total))


class Notices:
    """Puts what happened in words and hands them to the places where they are shown.

    Attributes:
        show: shows a notice; replaced by `attach`, until then notices wait.
        show_work: shows the latest work under way, or None.
        show_skipped: shows the list of files that were left out.
        undo: takes back what was told last.
    """

    def __init__(self) -> None:
        """Nothing to say yet."""
        self._waiting: list[Notice] = []
        self._works: list[Work] = []
        self.show: Callable[[Notice], None] = self._waiting.append
        self.show_work: Callable[[Work | None], None] = lambda _: None
        self.show_skipped: Callable[[Sequence[Skipped]], None] = lambda _: None
        self.undo: Act = nothing

    def attach(
        self,
        show: Callable[[Notice], None],
        show_work: Callable[[Work | None], None],
        show_skipped: Callable[[Sequence[Skipped]], None],
        undo: Act,
    ) -> None:
        """Say where words appear and what Undo does, and say there what waits."""
        self.show, self.show_work, self.show_skipped, self.undo = show, show_work, show_skipped, undo
        while self._waiting:
            show(self._waiting.pop(0))

    # What happened -----------------------------------------------------------------------------------------------

    def tell(self, text: str, hint: str = "", act_name: str = "", act: Act = nothing) -> None:
        """Say that something was done."""
        self.show(Notice(text, hint, act_name, act))

    def failed(self, error: BaseException) -> None:
        """Say what went wrong: an error for a person in its words, any other as a bug of ours."""
        self.show(error_notice(error))

    def done(self, change: Change) -> None:
        """Say what was done, with Undo."""
        self.tell(f"{change.name}.", act_name="Undo", act=self.undo)

    def added(self, added: Added) -> None:
        """Say what became of files that were added."""
        text = added_words(added)
        if added.skipped:
            self.tell(text, act_name="See which", act=lambda: self.show_skipped(added.skipped))
        elif added.change is not None:
            self.tell(text, act_name="Undo", act=self.undo)
        else:
            self.tell(text)

    def labelled(self, labelled: Labelled) -> None:
        """Say what an automatic run did."""
        text, hint = labelled_words(labelled)
        if labelled.change is None:
            self.tell(text, hint)
        else:
            self.tell(text, hint, "Undo", self.undo)

    # Work under way ----------------------------------------------------------------------------------------------

    def begin(self, work: Work) -> None:
        """Show a long verb that has started."""
        self._works.append(work)
        self.show_work(work)

    def advance(self, work: Work, progress: Progress) -> None:
        """Show how far it is."""
        work.advance(progress)
        if self._works and self._works[-1] is work:
            self.show_work(work)

    def end(self, work: Work) -> None:
        """Stop showing it; another that still runs is shown again."""
        if work in self._works:
            self._works.remove(work)
        self.show_work(self._works[-1] if self._works else None)

    def end_all(self) -> None:
        """Stop showing any work: its library was closed."""
        self._works.clear()
        self.show_work(None)


def error_notice(error: BaseException) -> Notice:
    """An error in words."""
    if isinstance(error, NominaError):
        return Notice(error.title, error.hint, error=True)
    where = traceback.extract_tb(error.__traceback__)
    place = f" ({where[-1].name}, line {where[-1].lineno})" if where else ""
    return Notice(
        f"Something in Nomina went wrong: {type(error).__name__}: {error}{place}.",
        "This is a bug of ours; your library is as it was before. Please report it.",
        error=True,
    )


def added_words(added: Added) -> str:
    """What became of files: new ones, known ones, those left out."""
    known = len(set(added.files.values())) - len(set(added.new))
    words = []
    if added.new:
        words.append(f"{count(len(added.new), 'picture')} added")
    if known > 0:
        words.append(f"{count(known, 'picture')} known already" if words else f"{count(known, 'picture')} known")
    if added.skipped:
        words.append(f"{count(len(added.skipped), 'file')} left out")
    return (", ".join(words) or "Nothing new") + "."


def labelled_words(labelled: Labelled) -> tuple[str, str]:
    """What an automatic run did or would do: a sentence, and what stayed."""
    made = sum(labelled.by_category.values())
    stayed = [f"{labelled.unsure:,} not sure enough"] if labelled.unsure else []
    stayed += [f"{labelled.yours:,} labelled by you"] if labelled.yours else []
    verb = "labelled" if labelled.change is not None or labelled.run_id is not None else "would get a label"
    return f"{count(made, 'picture')} {verb}.", f"Left alone: {', '.join(stayed)}." if stayed else ""


def run_in_words(run: Run) -> str:
    """What an automatic run was about, and how sure its labels had to be."""
    words = [tr("Folder {name}").format(name=run.folder.name)] if run.folder is not None else []
    words += [tr("{pictures} looked at").format(pictures=count(run.pictures, "picture"))] if run.pictures else []
    words.append(tr("each label at least {percent} % likely").format(percent=round(100 * run.at_least)))
    return "  ·  ".join(words)


def count(number: int, thing: str) -> str:
    """A number of things: "1 file", "2,000 files"."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def duration(seconds: float) -> str:
    """A length of time as a person says it."""
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    if seconds < 90 * 60:
        return f"{round(seconds / 60)} min"
    return f"{seconds / 3600:.1f} h"
