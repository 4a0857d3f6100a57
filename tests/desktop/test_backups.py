"""Backups in the window: made, gone back to, and offered where a library is damaged."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

import nomina
from nomina.testing import colour_host
from nomina_desktop.acts import categories
from nomina_desktop.dialogs import BackupsDialog
from nomina_desktop.models import Role


def shown(desk) -> BackupsDialog:
    """The dialog, when it has looked into the backups."""
    dialog = desk.window.findChildren(BackupsDialog)[-1]
    desk.qtbot.waitUntil(lambda: not dialog.busy)
    return dialog


def rows(dialog: BackupsDialog) -> list[str]:
    return [dialog.rows.index(row).data(Role.ROW).tip for row in range(dialog.rows.rowCount())]


def test_a_backup_is_made_gone_back_to_and_that_taken_back(full):
    full.act("backups")
    dialog = shown(full)
    QAbstractItemModelTester(dialog.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert "There is no backup yet." in dialog.said.text()
    assert not dialog.restore.isEnabled()
    full.press(Qt.Key.Key_Space, dialog.make)
    full.qtbot.waitUntil(lambda: dialog.rows.rowCount() == 1)
    shown(full)
    assert rows(dialog) == ["You asked for it  ·  6 pictures  ·  2 categories  ·  0 labels of yours"]
    dialog.reject()
    categories.add(full.session, "green")
    full.settle()
    assert full.names() == ["red", "blue", "green"]

    folder = full.session.folder
    full.act("backups")
    full.press(Qt.Key.Key_Space, shown(full).restore)
    full.wait_said("The library is as it was: Today")
    full.settle()
    assert full.session.folder == folder
    assert full.names() == ["red", "blue"]
    assert full.grid.pictures.rowCount() == 6

    full.act("backups")
    dialog = shown(full)
    assert rows(dialog)[0] == "Before going back to another  ·  6 pictures  ·  3 categories  ·  0 labels of yours"
    full.press(Qt.Key.Key_Space, dialog.restore)
    full.qtbot.waitUntil(lambda: full.names() == ["red", "blue", "green"])
    full.settle()


@pytest.fixture
def damaged(make_desk, tmp_path):
    """A window, a library with a backup whose pages are overwritten, and a second backup that is damaged, too."""
    home = tmp_path / "Herons"
    nomina.create_library(home)
    library = nomina.open_library(home, colour_host())
    nomina.add_category(library, "heron")
    library.back_up()
    broken = library.back_up()
    library.close()
    for file in (home / "library.db", broken.path):
        content = bytearray(file.read_bytes())
        content[4096:] = b"\x5a" * (len(content) - 4096)
        file.write_bytes(content)
    return make_desk(), home


def test_a_damaged_library_offers_its_backups(damaged):
    desk, home = damaged
    desk.answers.library = home
    desk.act("open")
    desk.wait_said("is damaged")
    assert desk.session.folder is None
    assert desk.toast.act.text() == "Backups…"
    desk.qtbot.mouseClick(desk.toast.act, Qt.MouseButton.LeftButton)
    dialog = shown(desk)
    assert rows(dialog)[0] == "You asked for it  ·  damaged, so it cannot be gone back to"
    assert not dialog.restore.isEnabled()
    assert not dialog.make.isEnabled(), "nothing is open that could be backed up"
    desk.press(Qt.Key.Key_Down, dialog.list)
    desk.press(Qt.Key.Key_Space, dialog.restore)
    desk.wait_said("The library is as it was")
    desk.settle()
    assert desk.names() == ["heron"]


def test_what_keeps_a_backup_from_being_made_is_said(full):
    (full.session.folder / "backups").write_text("a file where the folder should be")
    full.act("backups")
    full.press(Qt.Key.Key_Space, shown(full).make)
    full.wait_said("The library could not be backed up")
    full.window.findChildren(BackupsDialog)[-1].reject()
    full.toast.hide()
    full.built.keeping.look()
    full.settle()
    assert full.said() == "", "the day is not over, so no copy was due"
