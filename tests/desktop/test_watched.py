"""Watched folders in the window: what comes is taken in, what goes is told, and nothing is left running."""

import shutil
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from nomina.testing import save_picture
from nomina_desktop.acts import watch
from nomina_desktop.dialogs import WatchedDialog
from nomina_desktop.models import Role


@pytest.fixture
def inbox(full, tmp_path) -> Path:
    """A folder that the window watches, with a picture that was there already."""
    full.built.watching.settled = 0.05
    save_picture(tmp_path / "inbox" / "old.png", "green", seed=70)
    watch.watch(full.session, tmp_path / "inbox")
    full.wait_said("New in “inbox”: 1 picture added.")
    full.settle()
    full.toast.hide()
    return tmp_path / "inbox"


def rail(desk) -> list[str]:
    model = desk.window.rail.watched.rows
    return [model.index(row).data(Role.ROW).title for row in range(model.rowCount())]


def opened(desk) -> WatchedDialog:
    desk.act("watch")
    (dialog,) = [each for each in desk.window.findChildren(WatchedDialog) if not each.gone]
    return dialog


def watchers() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name == "watcher"]


def test_nothing_is_watched_until_that_is_asked_for(full):
    assert watchers() == []
    assert not full.window.rail.watched.isVisible()
    dialog = opened(full)
    assert dialog.said.text() == "No folder is watched yet."
    dialog.reject()


def test_what_comes_is_taken_in_and_taken_back(full, inbox):
    assert rail(full) == ["inbox"]
    assert full.session.snapshot.total == 7
    save_picture(inbox / "new.png", "red", seed=71)
    full.wait_said("New in “inbox”: 1 picture added.")
    full.settle()
    assert full.session.snapshot.total == 8
    assert full.session.snapshot.undo == "Take in one new picture"
    full.qtbot.mouseClick(full.toast.act, Qt.MouseButton.LeftButton)
    full.settle()
    assert full.session.snapshot.total == 7
    assert (inbox / "new.png").exists()


def test_what_comes_is_labelled_where_that_was_asked_for(full, inbox):
    dialog = opened(full)
    dialog.sure.setCurrentIndex(2)
    dialog.sure.activated.emit(2)
    full.settle()
    assert dialog.sure.currentText() == "Label too. At most about 1 in 5 wrong"
    dialog.reject()
    save_picture(inbox / "new.png", "red", seed=71)
    full.wait_said("New in “inbox”: 1 picture added. 1 label given.")
    full.settle()
    assert len(full.session.snapshot.runs) == 1
    full.act("undo")
    full.settle()
    assert (full.session.snapshot.total, full.session.snapshot.runs) == (7, ())


def test_a_folder_is_watched_and_let_go_by_keys(full, tmp_path):
    full.answers.folder = tmp_path / "later"
    (tmp_path / "later").mkdir()
    dialog = opened(full)
    assert dialog.focusWidget() is dialog.add_folder
    full.press(Qt.Key.Key_Space, dialog.add_folder)
    full.qtbot.waitUntil(lambda: dialog.list.count() == 1)
    full.settle()
    assert watchers() == ["watcher"]
    full.press(Qt.Key.Key_Space, dialog.stop_watching)
    full.qtbot.waitUntil(lambda: dialog.list.count() == 0)
    assert dialog.said.text() == "No folder is watched yet."
    dialog.reject()
    full.act("undo")
    full.qtbot.waitUntil(lambda: rail(full) == ["later"])


def test_what_cannot_be_watched_is_told_in_the_dialog(full):
    full.answers.folder = full.session.folder
    dialog = opened(full)
    dialog.add_folder.click()
    full.qtbot.waitUntil(lambda: dialog.wrong.isVisible())
    assert "library's own folder" in dialog.wrong.text()
    dialog.reject()


def test_a_folder_that_goes_is_told_and_found_again(full, inbox):
    def look() -> None:
        """Look now: by itself it does so every half minute."""
        full.built.watching._watcher.watch(full.built.watching._watched)

    shutil.move(inbox, inbox.with_name("away"))
    look()
    full.qtbot.waitUntil(lambda: rail(full) == ["inbox (not there)"], timeout=10_000)
    dialog = opened(full)
    assert "cannot be looked at now, there is no such file or folder" in dialog.list.item(0).text()
    dialog.reject()
    assert not full.toast.isVisible(), "the rail says it; nothing pops up"
    shutil.move(inbox.with_name("away"), inbox)
    look()
    full.qtbot.waitUntil(lambda: rail(full) == ["inbox"], timeout=10_000)


def test_another_library_is_watched_by_itself_and_nothing_stays_behind(full, inbox, tmp_path):
    home = full.session.folder
    full.open_new(tmp_path / "Other")
    assert watchers() == []
    assert rail(full) == []
    save_picture(inbox / "meanwhile.png", "blue", seed=72)
    full.answers.library = home
    full.act("open")
    full.wait_said("New in “inbox”: 1 picture added.")
    full.session.close()
    assert watchers() == []


def test_a_broken_file_is_told_once(full, inbox):
    (inbox / "broken.png").write_bytes(b"no picture")
    full.wait_said("1 file left out.")
    full.settle()
    full.toast.hide()
    save_picture(inbox / "new.png", "red", seed=71)
    full.wait_said("New in “inbox”: 1 picture added.")
    assert "left out" not in full.said()
