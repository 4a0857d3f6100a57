"""Pictures are labelled by keys alone: accept, reject, none of these, label as, forget."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from nomina_desktop.palette import Palette

GREEN = 5


@pytest.fixture
def keys(full):
    """A window whose pictures have the keyboard."""
    full.grid.setFocus()
    full.qtbot.waitUntil(full.grid.hasFocus)
    return full


def opened(keys) -> Palette:
    """The line to type a category in, when it has the keyboard."""
    palette = keys.window.findChild(Palette)
    keys.qtbot.waitUntil(palette.line.hasFocus)
    return palette


def test_return_accepts_what_is_shown_and_goes_on(keys):
    keys.select(0)
    keys.press(Qt.Key.Key_Return)
    keys.qtbot.waitUntil(lambda: keys.captions()[0] == "red, ✓ yours")
    assert keys.grid.selected_ranges() == [(1, 1)]
    keys.press(Qt.Key.Key_Enter)
    keys.qtbot.waitUntil(lambda: keys.captions()[1] == "red, ✓ yours")


def test_many_are_accepted_each_as_what_it_is_shown_in_one_step(keys):
    keys.select(0, 1, 3, GREEN)
    keys.press(Qt.Key.Key_Return)
    keys.qtbot.waitUntil(lambda: keys.evidence() == ["2 ✓", "1 ✓  1 ×"])
    keys.wait_said("Accept 4 pictures as shown.")
    assert keys.captions()[GREEN] == "none of these"
    assert set(keys.session.selection) == {keys.grid.pictures.id(row) for row in (0, 1, 3, GREEN)}
    keys.act("undo")
    keys.qtbot.waitUntil(lambda: keys.evidence() == ["words", "words"])


def test_u_says_none_of_these_and_it_rests_there(keys):
    keys.select(0)
    keys.press(Qt.Key.Key_U)
    keys.qtbot.waitUntil(lambda: keys.captions()[0] == "none of these")
    assert keys.evidence() == ["1 ×", "words"]
    keys.act("undo")
    keys.qtbot.waitUntil(lambda: keys.captions()[0] == "red, likely")


def test_delete_forgets_what_was_said(keys):
    keys.select(0)
    keys.press(Qt.Key.Key_1)
    keys.qtbot.waitUntil(lambda: keys.captions()[0] == "red, ✓ yours")
    keys.press(Qt.Key.Key_Delete)
    keys.qtbot.waitUntil(lambda: keys.captions()[0] == "red, likely")


def test_r_labels_by_a_name_that_is_typed(keys):
    keys.select(0, GREEN)
    keys.press(Qt.Key.Key_R)
    palette = opened(keys)
    keys.qtbot.keyClicks(palette.line, "bl")
    keys.press(Qt.Key.Key_Return, palette.line)
    keys.qtbot.waitUntil(lambda: keys.evidence() == ["words", "2 ✓"])


def test_r_makes_a_category_that_is_not_there_yet(keys):
    keys.select(GREEN)
    keys.press(Qt.Key.Key_R)
    palette = opened(keys)
    keys.qtbot.keyClicks(palette.line, "bluebell")
    assert [command.title for command in palette.model.rows] == ["New category “bluebell”"]
    palette.line.clear()
    keys.qtbot.keyClicks(palette.line, "re")  # Return would take red
    keys.qtbot.keyClick(palette.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    keys.qtbot.waitUntil(lambda: keys.names() == ["red", "blue", "re"])
    keys.settle()
    assert keys.captions()[GREEN] == "re, ✓ yours"


def test_these_keys_mean_something_else_where_no_pictures_are(keys):
    keys.select(0)
    keys.categories.line.setFocus()
    keys.qtbot.keyClicks(keys.categories.line, "a c")
    keys.press(Qt.Key.Key_Home, keys.categories.line)
    keys.press(Qt.Key.Key_Delete, keys.categories.line)
    assert keys.categories.line.text() == " c"
    keys.press(Qt.Key.Key_Return, keys.categories.line)
    keys.qtbot.waitUntil(lambda: keys.names() == ["red", "blue", "c"])
    assert keys.evidence() == ["words", "words", "words"]
