"""The bar at the bottom: work under way, to be paused or cancelled; the encoder, its device and its troubles."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QToolButton, QWidget

from nomina_desktop.look import Look, make_place
from nomina_desktop.notices import Work, count
from nomina_desktop.session import Session
from nomina_desktop.words import tr

WIDE, NARROW = 1200, 1000
"""From what width on all words have room while work is under way; and below what the buttons have their icons only."""


class StatusBar(QWidget):
    """Says what goes on.

    Attributes:
        encoder: which one is at work, and the way to the others.
        trouble: what is wrong with it, with `try_again` and `choose`; hidden as long as nothing is.
    """

    def __init__(self, session: Session, look: Look, encoders: QAction) -> None:
        """Follow the session; `show_work` is called for work under way. The action shows the encoders."""
        super().__init__()
        make_place(self, "statusbar")
        self.setFixedHeight(32)
        self._session, self._look = session, look
        self._work: Work | None = None
        self.progress = QProgressBar(textVisible=False)
        self.progress.setAccessibleName(tr("Progress of the work"))
        self.progress.setFixedSize(120, 4)
        self.text = look.words("", 12, tone="secondary")
        self.pause = _button(look, "pause", tr("Pause"), tr("The encoder rests until you go on"))
        self.pause.clicked.connect(self._pause)
        self.cancel = _button(look, "close", tr("Cancel"), tr("What is done until now stays"))
        self.cancel.clicked.connect(self._cancel)
        self.text.setMinimumWidth(1)  # long words are cut, and never widen the window
        self.text.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.facts = look.words("", 12, tone="secondary")
        self.encoder = QToolButton()
        self.encoder.setFont(look.font(12))
        self.encoder.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.encoder.setProperty("quiet", True)
        self.encoder.setToolTip(tr("See all encoders"))
        self.encoder.clicked.connect(encoders.trigger)
        self.trouble = look.words("", 12, tone="error")
        self.try_again = _link(look, tr("Try again"))
        self.choose = _link(look, tr("Choose another encoder"))
        self.choose.clicked.connect(encoders.trigger)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 0, 24, 0)
        layout.setSpacing(12)
        for widget in (self.progress, self.text, self.pause, self.cancel):
            layout.addWidget(widget)
        layout.addStretch(1)
        for widget in (self.trouble, self.try_again, self.choose, self.encoder, self.facts):
            layout.addWidget(widget)
        session.changed.connect(self.take)
        self.show_work(None)
        self.take()

    def show_work(self, work: Work | None) -> None:
        """Show how far work is, or that there is none."""
        if work is not self._work:
            for button in (self.pause, self.cancel):
                button.setEnabled(True)
        self._work = work
        self.take()
        for widget in (self.progress, self.text, self.cancel):
            widget.setVisible(work is not None)
        self.pause.setVisible(work is not None and work.can_pause)
        if work is None:
            return
        percent = work.line.percent
        self.progress.setRange(0, 0 if percent is None and not work.paused else 100)
        self.progress.setValue(percent or 0)
        self.text.setText(work.words)
        self.text.setToolTip(work.words)  # it may be cut
        self._name_pause(work.paused)

    def _name_pause(self, paused: bool) -> None:
        name = tr("Go on") if paused else tr("Pause")
        if name != self.pause.text():
            self.pause.setText(name)
            self.pause.setAccessibleName(name)
            self.pause.setToolTip(name if paused else f"{name}\n" + tr("The encoder rests until you go on"))
            self._look.set_icon(self.pause, "go_on" if paused else "pause")

    def _pause(self) -> None:
        work = self._work
        if work is not None:
            work.pause_or_go_on()
            self.show_work(work)

    def _cancel(self) -> None:
        if self._work is not None:
            for button in (self.pause, self.cancel):
                button.setEnabled(False)
            self.text.setText(tr("Stopping…"))
            self._work.cancel()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self.take()

    def take(self, _: object = None) -> None:
        """Show the session's snapshot."""
        snapshot, trouble = self._session.snapshot, self._session.encoder.trouble
        narrow = self.width() < WIDE and (self._work is not None or bool(trouble))
        tight = narrow and self.width() < NARROW
        words = [] if narrow else [tr("all work stays on this computer")]
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if tight else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for button in (self.pause, self.cancel):
            button.setToolButtonStyle(style)
        self.facts.setVisible(not tight)
        if snapshot is not None:
            words.insert(0, count(snapshot.total, "picture"))
            self.encoder.setText(snapshot.encoder or tr("Getting the encoder ready…"))
        self.encoder.setVisible(snapshot is not None and not trouble)
        self.trouble.setText(f"{trouble}." if trouble else "")
        for widget in (self.trouble, self.try_again, self.choose):
            widget.setVisible(bool(trouble))
        self.facts.setText("   ·   ".join(words))


def _button(look: Look, icon: str, text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setAccessibleName(text)
    button.setToolTip(f"{text}\n{tip}")
    button.setFont(look.font(12))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setIconSize(QSize(14, 14))
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    look.set_icon(button, icon)
    return button


def _link(look: Look, text: str) -> QPushButton:
    button = QPushButton(text)
    button.setFont(look.font(12))
    button.setProperty("link", True)
    return button
