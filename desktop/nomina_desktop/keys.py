"""Keys that a widget keeps for itself, whatever they do elsewhere in the window, and one that it does not."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent


def kept(event: QEvent, keeps: Callable[[int], bool]) -> bool:
    """Whether an event asks if a key that is kept is a shortcut: then it is none, and the widget gets the key."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent) or not keeps(event.key()):
        return False
    event.accept()
    return True


def left_to_the_window(event: QEvent) -> bool:
    """Whether an event asks a line of text for Ctrl+E, which the line does not get then.

    On X11 it would go to the end of the line, as End does, and the window could not be asked to export.
    """
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if event.key() != Qt.Key.Key_E or event.modifiers() != Qt.KeyboardModifier.ControlModifier:
        return False
    event.ignore()
    return True
