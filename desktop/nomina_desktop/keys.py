"""Keys that a widget keeps for itself, whatever they do elsewhere in the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent


def kept(event: QEvent, keeps: Callable[[int], bool]) -> bool:
    """Whether an event asks if a key that is kept is a shortcut: then it is none, and the widget gets the key."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent) or not keeps(event.key()):
        return False
    event.accept()
    return True
