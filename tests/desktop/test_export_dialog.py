"""Labels are exported from the dialog: what would be written is shown first, what goes wrong is told there."""

import csv
import errno
import os
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

import nomina
from nomina_desktop.acts import labels
from nomina_desktop.dialogs import ExportDialog


@pytest.fixture
def out(tmp_path) -> Path:
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


@pytest.fixture
def asked(full, out):
    """The window with one picture labelled by a person, and its export dialog when it knows what would be written."""
    full.answers.home = out
    labels.accept(full.session, 1, [full.grid.pictures.id(0)])
    full.settle()
    full.act("export")
    dialog = full.window.findChild(ExportDialog)
    ready(full, dialog)
    yield dialog
    if not dialog.gone:
        dialog.reject()


def ready(desk, dialog) -> None:
    desk.qtbot.waitUntil(lambda: dialog.preview is not None and not waiting(dialog), timeout=10_000)


def waiting(dialog) -> bool:
    return dialog._asked is not None or dialog._timer.isActive()


def refused(desk, dialog) -> str:
    desk.qtbot.waitUntil(lambda: dialog.wrong.isVisible() and not waiting(dialog), timeout=10_000)
    return dialog.wrong.text()


def choose(desk, box: QComboBox, text: str) -> None:
    """Choose a line of a box as by hand."""
    box.setCurrentIndex(next(row for row in range(box.count()) if text in box.itemText(row)))
    box.activated.emit(box.currentIndex())


def columns(dialog) -> list[str]:
    """The head of the table that would be written."""
    table = dialog.planned.table
    assert dialog.planned.shown.currentWidget() is table
    return [table.horizontalHeaderItem(column).text() for column in range(table.columnCount())]


def test_a_table_is_shown_and_written(full, asked, out):
    assert asked.target.text() == str(out / "Colours labels.csv")
    assert asked.said.text() == "6 pictures in 2 categories."
    assert columns(asked)[:3] == ["file", "category", "confidence"]
    table = asked.planned.table
    assert [table.item(row, 1).text() for row in range(table.rowCount())] == ["red", "red", "red", "blue", "blue", ""]
    assert list(out.iterdir()) == []
    asked.agree.click()
    full.wait_said("6 pictures written to “Colours labels.csv”.")
    rows = list(csv.DictReader((out / "Colours labels.csv").read_text().splitlines()))
    assert [row["category"] for row in rows] == ["red", "red", "red", "blue", "blue", ""]
    assert rows[0]["origin"] == "person"
    assert asked.gone


def test_every_format_has_its_fields_and_its_preview(full, asked):
    for name, made in nomina.formats().items():
        asked.format.setCurrentIndex(asked.format.findData(name))
        asked.format.activated.emit(asked.format.currentIndex())
        full.qtbot.waitUntil(lambda: not waiting(asked), timeout=10_000)
        assert asked.preview is not None, f"{name}: {asked.wrong.text()}"
        assert set(asked.options.fields) == {option.name for option in made.options}
        assert asked.preview.files, name
        assert all(field.accessibleName() for field in asked.options.fields.values())
        assert asked._form.widget().width() == asked._form.viewport().width(), f"{name}: nothing is cut"
        assert asked.target.isVisible() == (str(made.kind) != "beside")


def test_choices_change_what_is_shown(full, asked):
    choose(full, asked.labels, "Yours alone")
    asked.unlabelled.setChecked(False)
    ready(full, asked)
    assert asked.said.text() == "1 picture in 1 category. 5 without a label are not in it."
    choose(full, asked.options.fields["separator"], "Tab")
    ready(full, asked)
    assert "file\tcategory" in asked.planned.text.toPlainText()
    assert columns(asked)[:2] == ["file", "category"]
    choose(full, asked.paths, "From the folder")
    ready(full, asked)
    assert asked.planned.table.item(0, 0).text() == "../pictures/0-red.png"
    asked.provenance.setChecked(False)
    ready(full, asked)
    assert "confidence" not in columns(asked)


def test_selected_pictures_alone_are_exported(full, out):
    full.answers.home = out
    full.select(0, 3)
    full.act("export")
    dialog = full.window.findChild(ExportDialog)
    choose(full, dialog.pictures, "Selected (2)")
    ready(full, dialog)
    assert dialog.agree.text() == "Export 2 pictures"
    dialog.reject()


def test_what_is_there_is_written_over_only_when_that_was_said(full, asked, out):
    (out / "other.csv").write_text("somebody's work")
    full.answers.target = out / "other.csv"
    asked._browse.click()
    ready(full, asked)
    assert asked.replace.isVisible()
    assert asked.replace.text() == "Write over “other.csv”"
    assert not asked.agree.isEnabled()
    asked.replace.setChecked(True)
    ready(full, asked)
    asked.agree.click()
    full.wait_said("6 pictures written to “other.csv”.")
    assert (out / "other.csv").read_text().startswith("file,category")


def test_a_second_export_says_what_changed(full, asked, out):
    asked.agree.click()
    full.wait_said("written")
    full.settle()
    labels.accept(full.session, 2, [full.grid.pictures.id(5)])
    full.settle()
    full.act("export")
    (dialog,) = [each for each in full.window.findChildren(ExportDialog) if not each.gone]
    ready(full, dialog)
    assert "Since the last time: 0 new, " in dialog.said.text(), "what is believed of others changed too"
    assert " 0 changed" not in dialog.said.text()
    dialog.reject()


def test_originals_are_moved_only_when_that_was_said_and_moved_back(full, asked, out, colours):
    choose(full, asked.format, "Folder for each category")
    ready(full, asked)
    asked.unlabelled.setChecked(False)
    choose(full, asked.options.fields["how"], "Moved there")
    full.qtbot.waitUntil(lambda: not waiting(asked), timeout=10_000)
    assert asked.moving.isVisible()
    assert asked.moving.text() == "Yes, move 5 originals"
    assert not asked.agree.isEnabled()
    assert sorted(path.name for path in colours.iterdir()) == [
        f"{n}" for n in sorted(p.name for p in colours.iterdir())
    ]
    asked.moving.setChecked(True)
    ready(full, asked)
    asked.agree.click()
    full.wait_said("5 pictures moved to “Colours labels”.")
    full.settle()
    assert [path.name for path in colours.iterdir()] == ["5-green.png"]
    full.qtbot.mouseClick(full.toast.act, Qt.MouseButton.LeftButton)
    full.wait_said("5 pictures moved back.")
    full.settle()
    assert len(list(colours.iterdir())) == 6
    assert not (out / "Colours labels").exists()


def test_a_target_that_cannot_be_is_told_in_the_dialog(full, asked, out):
    asked.target.setText(str(out / "nowhere" / "labels.csv"))
    asked.target.textEdited.emit(asked.target.text())
    assert "there is no folder" in refused(full, asked)
    assert not asked.agree.isEnabled()
    asked.target.setText(str(full.session.folder / "labels.csv"))
    asked.target.textEdited.emit(asked.target.text())
    full.qtbot.waitUntil(lambda: "library's own folder" in asked.wrong.text(), timeout=10_000)
    asked.target.setText(str(out / "fine.csv"))
    asked.target.textEdited.emit(asked.target.text())
    ready(full, asked)
    assert not asked.wrong.isVisible()


@pytest.mark.parametrize(
    ("number", "why"), [(errno.ENOSPC, "the disk is full"), (errno.EROFS, "read-only"), (errno.EIO, "error")]
)
def test_a_disk_that_refuses_is_told_in_the_dialog_and_nothing_is_left(full, asked, out, monkeypatch, number, why):
    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    asked.agree.click()
    assert why in refused(full, asked)
    assert "Nothing of it was kept." in asked.wrong.text()
    assert list(out.iterdir()) == []
    assert not full.toast.isVisible(), "it is told once"
    monkeypatch.undo()
    asked.agree.click()
    full.wait_said("6 pictures written")


def holding(session, release: Event):
    """A long verb that waits for another one to begin, and lets it go on no further than to its first Progress."""

    def hold(_):
        while session.alone:
            yield nomina.Progress(0, None, "")
        yield nomina.Progress(0, None, "")
        assert release.wait(60)

    return hold


def test_an_export_is_stopped_on_its_way_and_leaves_nothing(full, asked, out):
    choose(full, asked.format, "Folder for each category")
    ready(full, asked)
    release = Event()
    full.session.ask(holding(full.session, release))
    asked.agree.click()
    full.qtbot.waitUntil(lambda: asked.stop is not None)
    asked.reject()
    release.set()
    full.qtbot.waitUntil(lambda: asked.said.text() == "Stopped. Nothing of it was kept.")
    assert list(out.iterdir()) == []
    assert not asked.gone, "a stopped export can be asked for again"
    asked.reject()
    assert asked.gone


def test_it_is_done_by_keys_alone(full, out):
    full.answers.home = out
    full.qtbot.keyClick(full.grid, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    dialog = full.window.findChild(ExportDialog)
    ready(full, dialog)
    full.press(Qt.Key.Key_Down, dialog.format)
    full.press(Qt.Key.Key_Down, dialog.format)
    ready(full, dialog)
    assert dialog.target.text().endswith("Colours labels.jsonl")
    assert dialog.focusWidget() is dialog.format
    full.press(Qt.Key.Key_Return, dialog.target)
    full.wait_said("6 pictures written to “Colours labels.jsonl”.")
