"""A panel without a frame that floats over the window, until a click elsewhere or Escape."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QWidget


class Floating(QDialog):
    """Closes as a menu does."""

    def __init__(self, parent: QWidget, title: str) -> None:
        """The title is for those who cannot see it."""
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(title)

    def changeEvent(self, event: QEvent) -> None:
        """A click elsewhere closes it."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isVisible() and not self.isActiveWindow():
            self.reject()
