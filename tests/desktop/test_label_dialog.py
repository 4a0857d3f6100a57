"""Labelling a folder: what would be done is shown first, picture by picture, and taken back whole."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from nomina.testing import save_picture
from nomina_desktop.acts import categories, labels, pictures
from nomina_desktop.dialogs import LabelDialog
from nomina_desktop.models import Role


def opened(desk) -> LabelDialog:
    """The dialog that is open, when it knows what would be done."""
    found = [each for each in desk.window.findChildren(LabelDialog) if not each.gone]
    assert len(found) == 1
    desk.qtbot.waitUntil(lambda: table(found[0]) != [])
    return found[0]


def table(dialog: LabelDialog) -> list[tuple[str, int]]:
    rows = [dialog.table.outcomes.outcome(row) for row in range(dialog.table.outcomes.rowCount())]
    return [(row.title, len(row.rows)) for row in rows]


def shown(dialog: LabelDialog) -> list[str]:
    model = dialog.pictures.outcome_pictures
    return [model.index(row).data(Qt.ItemDataRole.DisplayRole) for row in range(model.rowCount())]


@pytest.fixture
def more(tmp_path) -> Path:
    """Another folder, with two reds, a blue and a green."""
    for number, colour in enumerate(("red", "red", "blue", "green")):
        save_picture(tmp_path / "more" / f"{number}-{colour}.png", colour, seed=100 + number)
    return tmp_path / "more"


def test_all_is_told_before_anything_is_written_and_taken_back_whole(full):
    labels.accept(full.session, 1, [full.grid.pictures.id(0)])
    full.settle()
    full.act("label_all")
    dialog = opened(full)
    QAbstractItemModelTester(dialog.table.outcomes, QAbstractItemModelTester.FailureReportingMode.Fatal)
    QAbstractItemModelTester(dialog.pictures.outcome_pictures, QAbstractItemModelTester.FailureReportingMode.Fatal)
    wanted = [("red", 2), ("blue", 2), ("None of these", 1), ("Labelled by you, stay", 1)]
    assert table(dialog) == wanted
    assert dialog.said.text() == "4 of 6 pictures would get a label."
    assert dialog.agree.text() == "Label 4 pictures"
    dialog.table.setCurrentIndex(dialog.table.outcomes.index(2))
    assert shown(dialog) == ["5-green.png"]
    assert full.session.snapshot.undo == "Label one picture “red”", "nothing is written yet"
    dialog.accept()
    full.wait_said("4 pictures labelled.")
    full.settle()
    full.act("label_all")
    dialog = opened(full)
    assert "They take the place of 4 of earlier runs." in dialog.said.text()
    dialog.reject()
    full.act("undo")
    full.settle()
    assert full.session.snapshot.undo == "Label one picture “red”"


def test_the_slider_says_in_words_what_it_means_and_asks_again(full):
    full.act("label_all")
    dialog = opened(full)
    assert dialog._promise.text() == "At most about 1 label in 5 wrong"
    assert dialog._number.text() == "each at least 80 % likely"
    dialog.table.setCurrentIndex(dialog.table.outcomes.index(1))
    dialog.sure.setFocus()
    full.press(Qt.Key.Key_End, dialog.sure)
    assert not dialog.agree.isEnabled(), "what it shows is not what it would do now"
    full.qtbot.waitUntil(lambda: dialog._number.text() == "each at least 99 % likely")
    full.settle()
    assert dict(table(dialog))["None of these"] == 1
    assert sum(number for _, number in table(dialog)) == 6


def test_which_pictures_can_be_chosen(full):
    full.select(0, 3)
    full.act("label_all")
    dialog = opened(full)
    assert [dialog.scope.itemText(row) for row in range(3)] == ["All pictures (6)", "Selected (2)", "A folder…"]
    full.press(Qt.Key.Key_Down, dialog.scope)
    full.qtbot.waitUntil(lambda: table(dialog) == [("red", 1), ("blue", 1)])
    dialog.accept()
    full.wait_said("2 pictures labelled.")


def test_a_folder_is_added_first_then_shown_then_labelled(full, more):
    full.answers.folder = more
    full.act("label_folder")
    dialog = opened(full)
    assert table(dialog) == [("red", 2), ("blue", 1), ("None of these", 1)]
    assert dialog.said.text() == "4 pictures added. 3 of 4 pictures would get a label."
    assert dialog.scope.currentText() == "more (4)"
    first = dialog.pictures.outcome_pictures.index(0)
    assert first.data(Role.CAPTION).name == "red"
    dialog.accept()
    full.wait_said("3 pictures labelled.")
    full.settle()
    assert full.session.snapshot.total == 10
    assert full.session.snapshot.undo == "Label 3 pictures automatically"
    full.act("undo")
    full.settle()
    assert full.session.snapshot.undo == "Add 4 pictures", "the pictures stay, and are a step of their own"


def test_a_folder_is_labelled_by_keys_alone(full, more):
    full.answers.folder = more
    full.qtbot.keyClick(
        full.grid, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    dialog = opened(full)
    full.qtbot.waitUntil(dialog.agree.isEnabled)
    dialog.table.setFocus()
    full.press(Qt.Key.Key_Down, dialog.table)
    assert shown(dialog) == ["2-blue.png"]
    full.press(Qt.Key.Key_Return, dialog.table)
    full.wait_said("3 pictures labelled.")


def test_closing_while_pictures_are_added_goes_on_and_tells_later(full, tmp_path):
    for number in range(60):
        save_picture(tmp_path / "many" / f"{number}.png", "red", seed=number)
    full.answers.folder = tmp_path / "many"
    full.act("label_folder")
    full.window.findChild(LabelDialog).reject()
    full.wait_said("pictures added")
    full.settle()
    full.qtbot.mouseClick(full.toast.act, Qt.MouseButton.LeftButton)
    dialog = opened(full)
    assert dialog.scope.currentText() == "many (60)"
    dialog.reject()


def test_adding_can_be_stopped_in_the_dialog(full, tmp_path):
    for number in range(200):
        save_picture(tmp_path / "many" / f"{number}.png", "red", seed=number)
    full.answers.folder = tmp_path / "many"
    full.act("label_folder")
    dialog = full.window.findChild(LabelDialog)
    full.qtbot.waitUntil(lambda: dialog.stop is not None)
    full.qtbot.mouseClick(dialog._stop, Qt.MouseButton.LeftButton)
    full.qtbot.waitUntil(lambda: not dialog._working.isVisible())
    assert opened(full) is dialog, "it asks about what is there"
    dialog.reject()


@pytest.mark.parametrize("thing", ["nothing", "text", "gone"])
def test_a_folder_that_gives_nothing_is_told_in_the_dialog(full, tmp_path, thing):
    folder = tmp_path / thing
    if thing != "gone":
        folder.mkdir()
    if thing == "text":
        (folder / "words.txt").write_text("no picture")
    full.answers.folder = folder
    full.act("label_folder")
    dialog = opened(full)
    full.qtbot.waitUntil(lambda: dialog.wrong.isVisible() and dialog.scope.isEnabled())
    assert thing in dialog.wrong.text()
    assert not full.toast.isVisible(), "it is told once"
    dialog.reject()


def dropped(desk, folder, x) -> bool:
    """Drop a folder over the pictures, at a share of their width."""
    centre = desk.window.centre
    at = centre.mapTo(desk.window, QPoint(int(centre.width() * x), 300))
    return desk.drop(desk.window, desk.files(folder), at)


def test_a_dropped_folder_is_added_at_the_left_and_labelled_at_the_right(full, more, tmp_path):
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    files, at = full.files(more), QPoint(400, 300)
    for kind in (QDragEnterEvent, QDragMoveEvent):
        QApplication.sendEvent(full.window, kind(at, Qt.DropAction.CopyAction, files, buttons, keys))
    hint = full.window.gallery._drop_hint
    assert hint._offers == ["Add “more” to Colours", "Add “more” and label"]
    assert hint._meant == 0
    QApplication.sendEvent(full.window, QEvent(QEvent.Type.DragLeave))
    assert dropped(full, more, 0.2)
    full.wait_said("4 pictures added.")
    full.settle()
    assert dropped(full, more, 0.8)
    dialog = opened(full)
    assert dialog.said.text().startswith("4 pictures known.")
    dialog.reject()


def test_a_picture_or_a_library_without_categories_offers_no_labels(desk, more):
    assert dropped(desk, more, 0.8)
    desk.wait_said("4 pictures added.")
    assert not desk.window.findChildren(LabelDialog)
    categories.add(desk.session, "red")
    desk.settle()
    assert dropped(desk, more / "0-red.png", 0.8)
    desk.wait_said("1 picture known.")
    assert not desk.window.findChildren(LabelDialog)


def test_it_closes_with_its_library(full):
    full.act("label_all")
    dialog = opened(full)
    full.session.close()
    assert dialog.gone


def test_what_changes_meanwhile_is_seen(full, more):
    full.act("label_all")
    dialog = opened(full)
    pictures.add(full.session, [more])
    full.qtbot.waitUntil(lambda: "of 10 pictures" in dialog.said.text())
    dialog.reject()
