"""The bar at the bottom: work under way with Cancel; the encoder, its device and its troubles."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QToolButton, QWidget

from nomina_desktop.look import Look, make_place
from nomina_desktop.notices import Work, count
from nomina_desktop.session import Session
from nomina_desktop.words import tr

WIDE = 1200
"""From what width on all words have room while work is under way."""


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
        self._session = session
        self._work: Work | None = None
        self.progress = QProgressBar(textVisible=False)
        self.progress.setAccessibleName(tr("Progress of the work"))
        self.progress.setFixedSize(120, 4)
        self.text = look.words("", 12, tone="secondary")
        self.cancel = QToolButton()
        self.cancel.setAccessibleName(tr("Cancel"))
        self.cancel.setToolTip(tr("What is done until now stays"))
        self.cancel.setText(tr("Cancel"))
        self.cancel.setFont(look.font(12))
        self.cancel.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.cancel.setIconSize(QSize(14, 14))
        self.cancel.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        look.set_icon(self.cancel, "close")
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
        for widget in (self.progress, self.text, self.cancel):
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
            self.cancel.setEnabled(True)
        self._work = work
        self.take()
        for widget in (self.progress, self.text, self.cancel):
            widget.setVisible(work is not None)
        if work is None:
            return
        line = work.line
        self.progress.setRange(0, 0 if line.percent is None else 100)
        self.progress.setValue(line.percent or 0)
        self.text.setText(line.text)

    def _cancel(self) -> None:
        if self._work is not None:
            self.cancel.setEnabled(False)
            self.text.setText(tr("Stopping…"))
            self._work.cancel()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self.take()

    def take(self, _: object = None) -> None:
        """Show the session's snapshot."""
        snapshot, trouble = self._session.snapshot, self._session.encoder_trouble
        narrow = self.width() < WIDE and (self._work is not None or bool(trouble))
        words = [] if narrow else [tr("all work stays on this computer")]
        if snapshot is not None:
            words.insert(0, count(snapshot.total, "picture"))
            self.encoder.setText(snapshot.encoder or tr("Getting the encoder ready…"))
        self.encoder.setVisible(snapshot is not None and not trouble)
        self.trouble.setText(f"{trouble}." if trouble else "")
        for widget in (self.trouble, self.try_again, self.choose):
            widget.setVisible(bool(trouble))
        self.facts.setText("   ·   ".join(words))


def _link(look: Look, text: str) -> QPushButton:
    button = QPushButton(text)
    button.setFont(look.font(12))
    button.setProperty("link", True)
    return button
