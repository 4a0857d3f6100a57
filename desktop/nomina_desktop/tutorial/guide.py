"""Leads through the steps: it goes on when the person has done what a step asks for, and never stands in the way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QRect, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from nomina_desktop.acts import pictures
from nomina_desktop.look import Look
from nomina_desktop.session import Session
from nomina_desktop.tutorial.coach import Coach, Offer
from nomina_desktop.tutorial.steps import STEPS, Then
from nomina_desktop.window import Window
from nomina_desktop.words import tr

LOOK_AGAIN = 100
"""Milliseconds between two looks at where things are. They move by scrolling, by resizing, by dragging a splitter, and
when other pictures come: to look is less than to listen to all of that, and it is done while the tutorial runs only."""


class Tutorial(QObject):
    """One run at a time. It is over when its library is left.

    Attributes:
        step: number of the step that is shown, or None while no tutorial runs.
    """

    def __init__(self, window: Window, session: Session, look: Look, new_folder: Callable[[], Path]) -> None:
        """Rest until `begin`; `new_folder` gives the folder of its library."""
        super().__init__(window)
        self._window, self._session, self._new_folder = window, session, new_folder
        self.step: int | None = None
        self.card = Coach(look, window.centralWidget())
        self.card.closed = self._escape
        self._before: Path | None = None
        self._folder: Path | None = None
        self._then = Then(0, "")
        self._looks = QTimer(self, interval=LOOK_AGAIN)
        self._looks.timeout.connect(self.look)
        session.changed.connect(self.look)

    def begin(self) -> None:
        """Begin; where another library is open, ask first. While one runs, its card gets the keyboard."""
        if self.card.isVisible():
            self.card.buttons[-1].setFocus()
        elif self._session.folder is None:
            self._start()
        else:
            title, name = tr("The tutorial has a library of its own"), self._session.name
            text = tr("“{name}” is closed for two minutes, and stays as it is.").format(name=name)
            self.card.say(title, text, "", [Offer(tr("Not now"), self.leave), Offer(tr("Begin"), self._start)])
            self.card.point_at(None)
            self.card.buttons[-1].setFocus()

    def _start(self) -> None:
        self._before, self._folder = self._session.folder, self._new_folder()
        self._show(0)
        self._looks.start()
        self._session.open(self._folder, create=True, then=lambda: pictures.add_bare_samples(self._session))
        self._window.show_opening()

    def _show(self, step: int) -> None:
        self.step = step
        snapshot = self._session.snapshot
        self._then = Then(len(self._session.categories), snapshot.undo if snapshot else "")
        shown, last = STEPS[step], len(STEPS) - 1
        keys = {action.objectName(): _in_words(action.shortcut()) for action in self._window.actions_}
        count = tr("{step} of {steps}").format(step=step + 1, steps=last) if step < last else ""
        offers = [Offer(tr("Leave"), self.leave), Offer(tr("Skip"), self.go_on)] if step < last else self._ways_out()
        self.card.say(tr(shown.title), tr(shown.text).format(**keys), count, offers)
        shown.reveal(self._window)
        self._point()

    def _ways_out(self) -> list[Offer]:
        if self._before is None:
            return [Offer(tr("Close"), self.leave), Offer(tr("New library…"), self._own)]
        back = tr("Back to “{name}”").format(name=self._before.name)
        return [Offer(tr("Close"), self.leave), Offer(back, self._back)]

    def _own(self) -> None:
        self._window.actions_["new"].trigger()

    def _back(self) -> None:
        assert self._before is not None
        self._session.open(self._before)

    def go_on(self) -> None:
        """Show the next step."""
        if self.step is not None and self.step + 1 < len(STEPS):
            self._show(self.step + 1)

    def look(self, _: object = None) -> None:
        """Go on where the step is done; else point at where its place is now."""
        if self.step is None:
            return
        if self._folder not in (self._session.folder, self._session.opening):
            self.leave()
        elif STEPS[self.step].done(self._window, self._session, self._then):
            self.go_on()
        else:
            self._point()

    def _point(self) -> None:
        assert self.step is not None
        place = STEPS[self.step].place(self._window)
        over = self._window.centralWidget()
        if place is None or not place.widget.isVisible():
            self.card.point_at(None)
            return
        corner = place.widget.mapTo(over, QPoint(0, 0)) + place.rect.topLeft()
        self.card.point_at(QRect(corner, place.rect.size()) & over.rect())

    def _escape(self) -> None:
        """The keyboard goes back to the pictures; the card stays, as a person may want to read on."""
        self._window.gallery.grid.setFocus()

    def leave(self) -> None:
        """Show nothing more."""
        self.step = None
        self._looks.stop()
        had_keyboard = self.card.isAncestorOf(QApplication.focusWidget())
        self.card.leave()
        if had_keyboard:
            self._window.gallery.grid.setFocus()


def _in_words(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.NativeText)
