"""Labels are imported from the dialog: what is found is shown first, one step takes it, one Undo takes it back."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt

import nomina
from nomina.testing import save_picture
from nomina_desktop.acts import labels
from nomina_desktop.dialogs import ImportDialog, Question


@pytest.fixture
def table(tmp_path, colours) -> Path:
    """A table that names a new category, a known one, a file that is gone, and two things at once."""
    file = tmp_path / "labels.csv"
    lines = ["file,category", f"{colours}/0-red.png,red", f"{colours}/5-green.png,leaf"]
    lines += [f"{colours}/gone.png,red", f"{colours}/1-red.png,red", f"{colours}/1-red.png,leaf"]
    file.write_text("\n".join(lines) + "\n")
    return file


def opened(desk, source=None) -> ImportDialog:
    desk.act("import")
    (dialog,) = [each for each in desk.window.findChildren(ImportDialog) if not each.gone]
    desk.qtbot.waitUntil(lambda: dialog.format.count() > 1, timeout=10_000)
    if source is not None:
        dialog._chosen(source)
        ready(desk, dialog)
    return dialog


def ready(desk, dialog) -> None:
    desk.qtbot.waitUntil(lambda: dialog.report is not None or dialog.wrong.isVisible(), timeout=10_000)


def found(dialog) -> list[str]:
    return [dialog.found.list.item(row).text() for row in range(dialog.found.list.count())]


def test_what_is_found_is_shown_taken_in_one_step_and_taken_back(full, table):
    before = full.session.snapshot.undo
    dialog = opened(full, table)
    assert dialog.format.itemText(0) == "Recognised: Table, CSV"
    assert found(dialog) == ["Labels: 2", "New categories: 1", "Clashes: 1", "Files that are not there: 1"]
    dialog.found.list.setCurrentRow(2)
    assert "gives it 2 categories (“red”, “leaf”)" in dialog.found.text.toPlainText()
    assert full.session.snapshot.undo == before, "nothing is written yet"
    assert dialog.said.text() == "2 labels, 1 new category."
    dialog.agree.click()
    full.wait_said("2 labels, 1 new category. Not all of it could be taken.")
    full.settle()
    assert full.names() == ["red", "blue", "leaf"]
    assert full.captions()[5] == "leaf, ✓ yours"
    full.qtbot.mouseClick(full.toast.act, Qt.MouseButton.LeftButton)
    lists = [each for each in full.window.findChildren(Question) if each.isVisible()]
    assert len(lists) == 1
    lists[0].reject()
    full.act("undo")
    full.settle()
    assert full.names() == ["red", "blue"]
    assert full.evidence() == ["words", "words"]


def test_choices_change_what_would_be_taken(full, table):
    labels.accept(full.session, 2, [full.grid.pictures.id(0)])
    full.settle()
    dialog = opened(full, table)
    assert "Clashes: 2" in found(dialog), "you said that the first one is blue"
    dialog.first.setChecked(True)
    ready(full, dialog)
    assert "Labels: 2" in found(dialog)
    dialog.overrule.setChecked(True)
    ready(full, dialog)
    assert "Labels: 3" in found(dialog)
    dialog.take.setCurrentIndex(2)
    dialog.take.activated.emit(2)
    ready(full, dialog)
    assert found(dialog) == ["New categories: 1"]
    dialog.agree.click()
    full.wait_said("1 new category.")
    full.settle()
    assert full.evidence() == ["words", "1 ✓", "words"]
    full.qtbot.mouseClick(full.toast.act, Qt.MouseButton.LeftButton)
    full.qtbot.waitUntil(lambda: full.names() == ["red", "blue"])


def test_a_dropped_folder_for_each_category_brings_its_pictures(full, tmp_path):
    for number in range(3):
        save_picture(tmp_path / "tree" / "leaf" / f"{number}.png", "green", seed=50 + number)
    dialog = opened(full)
    assert full.drop(dialog, full.files(tmp_path / "tree"), QPoint(30, 30))
    ready(full, dialog)
    assert "Pictures that are not in the library: 3" in found(dialog)
    dialog.take.setCurrentIndex(1)
    dialog.take.activated.emit(1)
    ready(full, dialog)
    assert found(dialog) == ["Labels: 3", "New categories: 1", "Pictures that are added: 3"]
    dialog.agree.click()
    full.wait_said("3 labels, 1 new category, 3 pictures added.")
    full.settle()
    assert full.session.snapshot.total == 9
    full.act("undo")
    full.settle()
    assert full.session.snapshot.total == 6
    assert full.names() == ["red", "blue"]


def test_what_nomina_exported_comes_back_by_keys_alone(full, tmp_path):
    labels.accept(full.session, 1, [full.grid.pictures.id(0)])
    full.settle()
    target = tmp_path / "labels.jsonl"
    full.session.work(
        "Write",
        lambda library: nomina.export_images(library, nomina.ExportPlan(format="jsonl", target=target)),
        done=lambda _: None,
    )
    full.settle()
    labels.forget(full.session, [full.grid.pictures.id(0)])
    full.settle()
    dialog = opened(full)
    assert dialog.focusWidget() is dialog.source
    full.qtbot.keyClicks(dialog.source, str(target))
    ready(full, dialog)
    assert found(dialog)[0] == "Labels: 1"
    full.press(Qt.Key.Key_Return, dialog.source)
    full.qtbot.waitUntil(lambda: full.evidence() == ["1 ✓", "words"], timeout=10_000)


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("nothing.csv", "", "Give it a head like file,category"),
        ("notes.xyz", "what is this", "It is not clear what"),
        ("broken.json", "{", ""),
        ("missing.csv", None, "There is no"),
    ],
)
def test_what_cannot_be_imported_is_told_in_the_dialog(full, tmp_path, name, text, why):
    if text is not None:
        (tmp_path / name).write_text(text)
    dialog = opened(full, tmp_path / name)
    full.qtbot.waitUntil(lambda: not dialog._timer.isActive() and dialog._asked is None)
    told = dialog.wrong.text() if dialog.wrong.isVisible() else dialog.found.text.toPlainText() or dialog.said.text()
    assert why in told
    assert told
    assert not dialog.agree.isEnabled()
    assert not full.toast.isVisible()
    dialog.reject()


def test_pictures_that_are_all_unknown_are_told_with_the_next_step(full, tmp_path):
    save_picture(tmp_path / "elsewhere" / "leaf" / "a.png", "green", seed=9)
    dialog = opened(full, tmp_path / "elsewhere")
    assert dialog.said.text().endswith("choose “Labels, and pictures that are not here”.")
    assert dialog._form.widget().width() == dialog._form.viewport().width(), "nothing is cut"
    dialog.agree.click()
    full.qtbot.waitUntil(lambda: dialog.wrong.isVisible(), timeout=10_000)
    assert "has none of the pictures" in dialog.wrong.text()
    assert full.names() == ["red", "blue"]
    dialog.reject()


def test_only_one_file_of_this_computer_may_be_dropped(full, table, tmp_path):
    dialog = opened(full)
    words = QMimeData()
    words.setText("labels.csv")
    assert not full.drop(dialog, words, QPoint(30, 30))
    assert not full.drop(dialog, full.files(table, tmp_path), QPoint(30, 30))
    dialog.reject()
