"""A dialog that works while it is open: it says how far that is and what went wrong, and goes with its library."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from nomina_desktop.dialogs.question import Question
from nomina_desktop.look import Look
from nomina_desktop.notices import Work, error_notice
from nomina_desktop.session import Session
from nomina_desktop.words import tr


class Working(Question):
    """A question with a line for what is found out, one for what went wrong, and one for work under way.

    Attributes:
        agree: the button that accepts.
        gone: whether it was closed; answers that come later are nobody's then.
        stop: ends the work under way; None while there is none.
        pause: the button that lets it wait, or go on.
    """

    def __init__(self, look: Look, parent: QWidget, session: Session, title: str, sentence: str, act: str) -> None:
        """It closes when the library does."""
        super().__init__(look, parent, title, sentence, act)
        self._session, self._folder = session, session.folder
        self.gone = False
        self.stop: Callable[[], None] | None = None
        self.agree = self.buttons.buttons()[0]
        self.said = look.words("", wraps=True)
        self.wrong = look.words("", tone="error", wraps=True)
        self.wrong.hide()
        self.progress = QProgressBar(textVisible=False)
        self.progress.setAccessibleName(tr("Progress of the work"))
        self.progress.setFixedHeight(4)
        self._far = look.words("", 12, tone="secondary")
        self._work: Work | None = None
        self.pause = _link(tr("Pause"), self._pause)
        self._stop = _link(tr("Stop"), self._end_work)
        self._working = QWidget()
        line = QHBoxLayout(self._working)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(self.progress, 1)
        line.addWidget(self._far, 2)
        line.addWidget(self.pause)
        line.addWidget(self._stop)
        self._working.hide()
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        for widget in (self._working, self.wrong, self.said):
            layout.insertWidget(layout.count() - 2, widget)
        session.changed.connect(self._go_with_library)

    def say(self, text: str) -> None:
        """Say what was found out."""
        self.said.setText(text)

    def refuse(self, error: Exception) -> None:
        """Say what went wrong, and what to do."""
        notice = error_notice(error)
        self.complain(f"{notice.text} {notice.hint}".strip())

    def complain(self, text: str) -> None:
        """Say in a sentence what is wrong; "" when nothing is any more."""
        if text and text != self.wrong.text():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
        self.wrong.setText(text)
        self.wrong.setVisible(bool(text))

    def show_work(self, work: Work | None) -> None:
        """Show how far work is that can be stopped, or that there is none."""
        if self.gone:
            return
        self._working.setVisible(work is not None)
        self._work = work
        self.stop = None if work is None else work.cancel
        if work is not None:
            percent = work.line.percent
            self.progress.setRange(0, 0 if percent is None and not work.paused else 100)
            self.progress.setValue(percent or 0)
            self._far.setText(work.words)
            self.pause.setVisible(work.can_pause)
            self.pause.setText(tr("Go on") if work.paused else tr("Pause"))

    def _pause(self) -> None:
        if self._work is not None:
            self._work.pause_or_go_on()
            self.show_work(self._work)

    def _end_work(self) -> None:
        if self.stop is not None:
            self._far.setText(tr("Stopping…"))
            self.stop()

    def done(self, result: int) -> None:
        """Close."""
        self.gone = True
        super().done(result)

    def _go_with_library(self, _: object) -> None:
        if self._session.folder != self._folder and not self.gone:
            self.reject()


def _link(text: str, act: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.setProperty("link", True)
    button.clicked.connect(lambda _: act())
    return button


class Writing(Working):
    """A question whose act takes a while and keeps nothing where it is stopped; closing stops it first."""

    def enable(self, on: bool) -> None:
        """Let the choices be changed; not while work is under way."""
        raise NotImplementedError

    def not_done(self, error: Exception | None) -> None:
        """Say why nothing was kept: an error, or None where it was stopped."""
        if self.gone:
            if error is not None:
                self._session.notices.failed(error)
            return
        self.show_work(None)
        self.enable(True)
        if error is None:
            self.say(tr("Stopped. Nothing of it was kept."))
        else:
            self.refuse(error)

    def reject(self) -> None:
        """Close; work under way is stopped first."""
        if self.stop is not None:
            self._end_work()
        else:
            super().reject()
