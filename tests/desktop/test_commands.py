"""All commands in one line, keys that a person changes, and the settings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QAbstractItemModelTester

from nomina.testing import save_picture
from nomina_desktop.actions import ACTIONS, changed_keys, write_keys
from nomina_desktop.key_sheet import KeySheet
from nomina_desktop.palette import Command, Palette, PaletteModel, fitting
from nomina_desktop.preferences import Preferences


def command(title, where=""):
    return Command(title, where, "", lambda: None)


def titles(commands):
    return [each.title for each in commands]


def open_one(desk, kind):
    """The dialog of a kind that the window shows."""
    found = [each for each in desk.window.findChildren(kind) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def test_the_nearest_meaning_comes_first():
    commands = [
        command("Undo", "Edit"),
        command("Dark", "View"),
        command("Read again"),
        command("All pictures", "View"),
    ]
    assert titles(fitting(commands, "a")) == ["All pictures", "Read again"]
    assert titles(fitting(commands, "rag")) == ["Read again"]
    assert titles(fitting(commands, "view dark")) == ["Dark"]
    assert titles(fitting(commands, "apic")) == ["All pictures"]
    assert titles(fitting(commands, "")) == titles(commands)
    assert fitting(commands, "xyz") == []


def test_a_command_is_typed_and_done(full):
    full.act("palette")
    palette = open_one(full, Palette)
    full.qtbot.keyClicks(palette.line, "dark")
    full.press(Qt.Key.Key_Return, palette.line)
    assert full.built.look.colours is not None
    assert full.window.actions_["dark"].isChecked()


def test_a_category_is_shown_from_the_line(full):
    full.act("palette")
    palette = open_one(full, Palette)
    full.qtbot.keyClicks(palette.line, "blue")
    full.press(Qt.Key.Key_Return, palette.line)
    full.settle()
    assert full.session.show.category_id == 2


def test_arrows_move_in_the_list_and_what_cannot_be_done_is_not_offered(full):
    full.act("palette")
    palette = open_one(full, Palette)
    offered = palette.model.rows
    assert "Redo" not in titles(offered)
    assert any(each.title.startswith("Undo: ") for each in offered)
    full.press(Qt.Key.Key_Down, palette.line)
    assert palette.list.currentIndex().row() == 1
    full.press(Qt.Key.Key_Up, palette.line)
    full.press(Qt.Key.Key_Up, palette.line)
    assert palette.list.currentIndex().row() == 0
    palette.line.setText("nothing is called that")
    assert not palette.list.currentIndex().isValid()
    full.press(Qt.Key.Key_Return, palette.line)
    palette.close()


def test_the_model_keeps_qts_rules(qtbot):
    model = PaletteModel([command("Undo"), command("Redo")])
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.type("re")
    assert model.rowCount() == 1
    model.use([command("Review"), command("Rename"), command("Undo")])
    assert model.rowCount() == 2


# Keys ------------------------------------------------------------------------------------------------------------


def choose(sheet, id):
    rows = [row for row, command in enumerate(sheet.model.rows) if command.id == id]
    sheet.list.setCurrentIndex(sheet.model.index(rows[0]))


def test_a_key_is_changed_works_at_once_and_is_remembered(full, settings, make_desk):
    full.act("keys")
    sheet = open_one(full, KeySheet)
    full.qtbot.keyClicks(sheet.filter, "not this")
    sheet.edit.setKeySequence(QKeySequence("Shift+X"))
    sheet.use.click()
    assert full.window.actions_["reject"].shortcuts() == [QKeySequence("Shift+X")]
    assert changed_keys(settings.get("keys")) == {"reject": ("Shift+X",)}
    assert make_desk().window.actions_["reject"].shortcuts() == [QKeySequence("Shift+X")]
    sheet.default.click()
    assert settings.get("keys") == ""
    assert full.window.actions_["reject"].shortcuts() == [QKeySequence("X")]


def test_a_key_that_is_taken_is_said_to_be_and_changes_hands(full, settings):
    full.act("keys")
    sheet = open_one(full, KeySheet)
    choose(sheet, "all")
    sheet.edit.setKeySequence(QKeySequence("Ctrl+F"))
    assert "“Search” has this key now" in sheet.said.text()
    sheet.use.click()
    assert changed_keys(settings.get("keys")) == {"all": ("Ctrl+F",), "find": ()}
    keys = [key for action in full.window.actions_ for key in action.shortcuts()]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("written", ["", "{", "[]", "null", '{"undo": 3, "nobody": ["X"]}'])
def test_keys_that_make_no_sense_are_those_of_the_table(written):
    assert changed_keys(written) == {}


@given(st.dictionaries(st.sampled_from([action.id for action in ACTIONS]), st.lists(st.text()).map(tuple)))
def test_changed_keys_come_back_as_they_were(changed):
    table = {action.id: action.keys for action in ACTIONS}
    assert changed_keys(write_keys(changed)) == {id: keys for id, keys in changed.items() if keys != table[id]}


# Settings --------------------------------------------------------------------------------------------------------


def test_a_setting_is_changed_and_counts_at_once(full, settings):
    full.act("preferences")
    dialog = open_one(full, Preferences)
    box = dialog.boxes["appearance"]
    box.setCurrentIndex(box.findData("dark"))
    box.activated.emit(box.currentIndex())
    assert settings.get("appearance") == "dark"
    assert full.window.actions_["dark"].isChecked()


def test_names_that_are_typed_are_left_out_of_the_next_folder(full, settings, tmp_path):
    full.act("preferences")
    dialog = open_one(full, Preferences)
    field = dialog.lists["exclude"]
    assert field.accessibleName() == "Leave out of folders"
    full.qtbot.keyClicks(field, "RAW/")
    assert dialog._wrong.text().startswith("“RAW/” is a path.")
    full.qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert not dialog._wrong.isVisible()
    assert settings.names("exclude") == ("RAW",)
    dialog.accept()
    for seed, name in enumerate(("a.png", "RAW/b.png", ".hidden/c.png")):
        save_picture(tmp_path / "new" / name, "red", seed=seed + 50)
    full.answers.folder = tmp_path / "new"
    full.act("add_folder")
    full.wait_said("1 picture added.")


def test_a_line_of_text_leaves_ctrl_e_to_the_window(full):
    """On X11 it would go to the end of the line, which takes the key before the window sees it."""
    typed = full.categories.typed
    for ask in (lambda event: typed.eventFilter(typed.line, event), full.window.topbar.search.event):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
        event.accept()
        assert ask(event), "the line itself never sees it"
        assert not event.isAccepted()
