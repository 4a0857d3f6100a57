"""The bar at the bottom: work under way with Cancel; encoder, device, number of pictures."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QToolButton, QWidget

from nomina_desktop.look import Look, make_place
from nomina_desktop.notices import Work, count
from nomina_desktop.session import Session

WIDE = 1200
"""From what width on all words have room while work is under way."""


class StatusBar(QWidget):
    """Says what goes on."""

    def __init__(self, session: Session, look: Look) -> None:
        """Follow the session; `show_work` is called for work under way."""
        super().__init__()
        make_place(self, "statusbar")
        self.setFixedHeight(32)
        self._session = session
        self._work: Work | None = None
        self.progress = QProgressBar(textVisible=False)
        self.progress.setAccessibleName("Progress of the work")
        self.progress.setFixedSize(120, 4)
        self.text = look.words("", 12, tone="secondary")
        self.cancel = QToolButton()
        self.cancel.setAccessibleName("Cancel")
        self.cancel.setToolTip("What is done until now stays")
        self.cancel.setText("Cancel")
        self.cancel.setFont(look.font(12))
        self.cancel.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.cancel.setIconSize(QSize(14, 14))
        self.cancel.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        look.set_icon(self.cancel, "close")
        self.cancel.clicked.connect(self._cancel)
        self.text.setMinimumWidth(1)  # long words are cut, and never widen the window
        self.text.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.facts = look.words("", 12, tone="secondary")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 0, 24, 0)
        layout.setSpacing(12)
        for widget in (self.progress, self.text, self.cancel):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self.facts)
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
            self.text.setText("Stopping…")
            self._work.cancel()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self.take()

    def take(self, _: object = None) -> None:
        """Show the session's snapshot."""
        snapshot = self._session.snapshot
        narrow = self._work is not None and self.width() < WIDE
        words = [] if narrow else ["all work stays on this computer"]
        if snapshot is not None:
            words.insert(0, count(snapshot.total, "picture"))
            words.insert(0, snapshot.encoder or self._session.encoder_trouble or "Getting the encoder ready…")
        self.facts.setText("   ·   ".join(words))
