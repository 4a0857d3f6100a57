"""All words to the person: what was done, what went wrong, how far work is. No widget is made here.

The session and the commands hand their results in; `app.py` attaches the places where the words appear.
"""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from nomina import NominaError, Rate, of_the_machine
from nomina_desktop.words import number, said, tr

if TYPE_CHECKING:
    from nomina import Added, Change, Labelled, Progress, Run, Skipped, TakenIn

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
    """A long verb under way, as the person sees it.

    Attributes:
        line: how far it is.
        cancel: stops it.
        paused: whether it waits.
        stays: whether it goes on when the library is closed.
    """

    def __init__(self, title: str, clock: Callable[[], float] = time.monotonic) -> None:
        """Start the clock; whoever starts the verb says how it is stopped, and how it is paused if it can be."""
        self.title = title
        self.cancel: Act = nothing
        self.paused = self.stays = False
        self._pause: Act | None = None
        self._go_on: Act = nothing
        self._rate = Rate(clock)
        self._far = title
        self.line = Line(title, None)
        self.done = 0

    def let_pause(self, pause: Act, go_on: Act) -> None:
        """Say how it is paused, and how it goes on."""
        self._pause, self._go_on = pause, go_on

    @property
    def can_pause(self) -> bool:
        """Whether it can be paused."""
        return self._pause is not None

    def pause_or_go_on(self) -> None:
        """Pause it after what it is at, or let it go on."""
        if self._pause is None:
            return
        self.paused = not self.paused
        self._rate.rest()
        (self._pause if self.paused else self._go_on)()

    @property
    def words(self) -> str:
        """How far it is, or where it was paused."""
        return tr("Paused.  {work}").format(work=self._far) if self.paused else self.line.text

    def advance(self, progress: Progress) -> None:
        """Take note of progress, and put it in words."""
        self.done = progress.done
        title = said(progress.note) or self.title
        if not progress.total or not progress.done:
            self._far = f"{title}…"
            self.line = Line(self._far, None)
            return
        self._rate.take(progress)
        sentence = tr("{title}: {done} of {total}")
        self._far = sentence.format(title=title, done=number(progress.done), total=number(progress.total))
        words, rate, left = [self._far], self._rate.a_second, self._rate.left
        if rate:
            pace = tr("{number} a second") if rate >= 1 else tr("{number} a minute")
            words.append(pace.format(number=number(round(rate if rate >= 1 else 60 * rate))))
        if left is not None:
            words.append(tr("{time} left").format(time=duration(left)))
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

    def failed(self, error: BaseException, act_name: str = "", act: Act = nothing) -> None:
        """Say what went wrong: an error for a person in its words, any other as a bug of ours."""
        self.show(replace(error_notice(error), act_name=act_name, act=act))

    def done(self, change: Change) -> None:
        """Say what was done, with Undo."""
        self.tell(tr("Done: {step}.").format(step=said(change.name)), act_name=tr("Undo"), act=self.undo)

    def stopped(self, work: Work | None, added: Added | None = None) -> None:
        """Say that work was stopped, what is kept of it, and which files were left out until then."""
        if work is None:
            return
        words = tr("{title} was stopped.").format(title=work.title)
        if work.done:
            pictures = count(work.done, "picture")
            words = tr("{title} was stopped. Kept of it: {pictures}.").format(title=work.title, pictures=pictures)
        if added is None or not added.skipped:
            self.tell(words)
        else:
            self.tell(words, added_words(added), tr("See which"), lambda: self.show_skipped(added.skipped))

    def added(self, added: Added) -> None:
        """Say what became of files that were added."""
        text = added_words(added)
        if added.skipped:
            self.tell(text, act_name=tr("See which"), act=lambda: self.show_skipped(added.skipped))
        elif added.change is not None:
            self.tell(text, act_name=tr("Undo"), act=self.undo)
        else:
            self.tell(text)

    def taken_in(self, folder: str, taken: TakenIn) -> None:
        """Say what was new in a watched folder."""
        added, labels = taken.added, sum(taken.labelled.by_category.values()) if taken.labelled else 0
        new, left_out = count(len(added.new), "picture"), count(len(added.skipped), "file")
        if not added.skipped:
            text = tr("New in “{folder}”: {pictures} added.").format(folder=folder, pictures=new)
        elif added.new:
            text = tr("New in “{folder}”: {pictures} added, {files} left out.").format(
                folder=folder, pictures=new, files=left_out
            )
        else:
            text = tr("New in “{folder}”: {files} left out.").format(folder=folder, files=left_out)
        hint = tr("{labels} given.").format(labels=count(labels, "label")) if labels else ""
        if added.skipped:
            self.tell(text, hint, tr("See which"), lambda: self.show_skipped(added.skipped))
        else:
            self.tell(text, hint, tr("Undo"), self.undo)

    def labelled(self, labelled: Labelled) -> None:
        """Say what an automatic run did."""
        text, hint = labelled_words(labelled)
        if labelled.change is None:
            self.tell(text, hint)
        else:
            self.tell(text, hint, tr("Undo"), self.undo)

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
        """Stop showing the work of a library: it was closed."""
        self._works = [work for work in self._works if work.stays]
        self.show_work(self._works[-1] if self._works else None)


def error_notice(error: BaseException) -> Notice:
    """An error in words."""
    error = of_the_machine(error) or error
    if isinstance(error, NominaError):
        return Notice(said(error.title), said(error.hint), error=True)
    where = traceback.extract_tb(error.__traceback__)
    place = f" ({where[-1].name}, line {where[-1].lineno})" if where else ""
    return Notice(
        tr("Something in Nomina went wrong: {error}.").format(error=f"{type(error).__name__}: {error}{place}"),
        tr("This is a bug of ours; your library is as it was before. Please report it."),
        error=True,
    )


def added_words(added: Added) -> str:
    """What became of files: new ones, known ones, those left out."""
    known, words = added.known, []
    if added.new:
        words.append(tr("%Ln picture(s) added", None, len(added.new)))
    if known > 0:
        already, simply = tr("%Ln picture(s) known already", None, known), tr("%Ln picture(s) known", None, known)
        words.append(already if words else simply)
    if added.skipped:
        words.append(tr("%Ln file(s) left out", None, len(added.skipped)))
    return (", ".join(words) or tr("Nothing new")) + "."


def labelled_words(labelled: Labelled) -> tuple[str, str]:
    """What an automatic run did or would do: a sentence, and what stayed."""
    made = sum(labelled.by_category.values())
    stayed = [tr("{number} not sure enough").format(number=number(labelled.unsure))] if labelled.unsure else []
    stayed += [tr("{number} labelled by you").format(number=number(labelled.yours))] if labelled.yours else []
    done = labelled.change is not None or labelled.run_id is not None
    said = tr("%Ln picture(s) labelled.", None, made) if done else tr("%Ln picture(s) would get a label.", None, made)
    return said, tr("Left alone: {pictures}.").format(pictures=", ".join(stayed)) if stayed else ""


def run_in_words(run: Run) -> str:
    """What an automatic run was about, and how sure its labels had to be."""
    words = [tr("Folder {name}").format(name=run.folder.name)] if run.folder is not None else []
    words += [tr("{pictures} looked at").format(pictures=count(run.pictures, "picture"))] if run.pictures else []
    words.append(tr("each label at least {percent} % likely").format(percent=round(100 * run.at_least)))
    return "  ·  ".join(words)


def count(many: int, thing: str) -> str:
    """A number of pictures, files, labels, originals or examples: "1 file", "2,000 files"."""
    forms = {
        "picture": tr("%Ln picture(s)", None, many),
        "file": tr("%Ln file(s)", None, many),
        "label": tr("%Ln label(s)", None, many),
        "original": tr("%Ln original(s)", None, many),
        "example": tr("%Ln example(s)", None, many),
        "counter-example": tr("%Ln counter-example(s)", None, many),
        "confirmed picture": tr("%Ln confirmed picture(s)", None, many),
    }
    return forms[thing]


def duration(seconds: float) -> str:
    """A length of time as a person says it."""
    if seconds < 90:
        return tr("{number} s").format(number=max(1, round(seconds)))
    if seconds < 90 * 60:
        return tr("{number} min").format(number=round(seconds / 60))
    return tr("{number} h").format(number=QLocale().toString(seconds / 3600, "f", 1))
