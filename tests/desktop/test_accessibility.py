"""Everything can be reached by keyboard and has a name: in each view, each dialog, with and without pictures."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView, QDialog, QLabel, QLineEdit, QScrollBar, QWidget

from nomina_desktop.actions import ACTIONS, KEYS, VIEWS

LEAVES = {"new", "open", "samples", "close", "quit", "show_file"}
"""Actions after which another library is open, or none, or another program."""
OPENS = [action.id for action in ACTIONS if action.id not in LEAVES and action not in KEYS]
NOT_SAID = (QScrollBar, QLabel)


def nameless(root: QWidget) -> list[str]:
    """Visible widgets below one that take the keyboard and have nothing to say to a screen reader."""
    found = []
    for widget in [root, *root.findChildren(QWidget)]:
        if not widget.isVisible() or widget.focusPolicy() == Qt.FocusPolicy.NoFocus or isinstance(widget, NOT_SAID):
            continue
        if widget.focusProxy() is not None or _inside_another(widget):
            continue
        seen = QAccessible.queryAccessibleInterface(widget)
        if seen is None or not seen.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} “{widget.objectName()}”")
    return found


def _inside_another(widget: QWidget) -> bool:
    """Whether it is a part that Qt made inside an item view, a box or a field, which speaks for it."""
    name = widget.objectName()
    return name.startswith("qt_") or (isinstance(widget.parent(), QAbstractItemView | QLineEdit) and not name)


def cannot_be_reached(root: QWidget) -> list[str]:
    """Visible buttons below one that the Tab key passes over."""
    buttons = [each for each in root.findChildren(QWidget) if each.isVisible() and each.inherits("QAbstractButton")]
    return [
        f"{type(each).__name__} “{each.text()}”"  # type: ignore[attr-defined]
        for each in buttons
        if each.isEnabled() and not each.focusPolicy() & Qt.FocusPolicy.TabFocus and not _inside_another(each)
    ]


def dialogs(desk) -> list[QDialog]:
    return [each for each in desk.window.findChildren(QDialog) if each.isVisible()]


def test_the_first_page_speaks(make_desk):
    desk = make_desk()
    assert nameless(desk.window) == []
    assert cannot_be_reached(desk.window) == []


@pytest.mark.parametrize("view", [view.id for view in VIEWS])
@pytest.mark.parametrize("pictures", ["none", "some"])
def test_each_view_speaks(request, view, pictures):
    desk = request.getfixturevalue("full" if pictures == "some" else "desk")
    desk.act(view)
    desk.settle()
    assert nameless(desk.window) == []
    assert cannot_be_reached(desk.window) == []


def test_whatever_an_action_opens_speaks_and_escape_closes_it(full):
    wrong = {}
    for action in OPENS:
        full.select(0)
        full.act(action)
        full.settle()
        for dialog in dialogs(full):
            found = nameless(dialog) + cannot_be_reached(dialog)
            if found:
                wrong[action] = found
            full.press(Qt.Key.Key_Escape, dialog)
        full.qtbot.waitUntil(lambda: not dialogs(full))
    assert wrong == {}


def test_pictures_and_categories_are_lists_with_names(full):
    for view, first in ((full.grid, "red"), (full.categories.list, "red")):
        seen = QAccessible.queryAccessibleInterface(view)
        assert seen.role() == QAccessible.Role.List
        assert first in seen.child(0).text(QAccessible.Text.Name)
