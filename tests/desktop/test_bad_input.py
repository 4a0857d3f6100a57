"""What cannot be taken is told in one sentence, where the person looks, with the next step; and the rest goes on."""

import errno
import os
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog

import nomina
from nomina.testing import colour_host, save_picture
from nomina_desktop.acts import pictures
from nomina_desktop.dialogs import ExportDialog, LabelDialog, Question

MANY = 20_000


def text() -> QMimeData:
    mime = QMimeData()
    mime.setText("heron")
    return mime


def link() -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/heron.jpg")])
    return mime


def pixels() -> QMimeData:
    mime = QMimeData()
    mime.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    return mime


def modal(desk) -> list[QDialog]:
    return [each for each in desk.window.findChildren(QDialog) if each.isVisible()]


@pytest.mark.parametrize(
    ("thing", "why"),
    [(text, "Text cannot be added."), (link, "What lies on the web cannot be added."), (pixels, "is no file yet.")],
)
def test_what_is_no_file_is_told_and_not_taken(desk, thing, why):
    assert desk.drop(desk.window, thing(), QPoint(500, 300))
    desk.wait_said(why)
    assert "Drop files" in desk.said() or "Save it to a file first" in desk.said()
    desk.settle()
    assert desk.session.snapshot.total == 0
    assert modal(desk) == []


def test_a_loop_of_links_is_walked_once(desk, tmp_path):
    save_picture(tmp_path / "pictures" / "a.png", "red")
    (tmp_path / "pictures" / "loop").symlink_to(tmp_path / "pictures")
    (tmp_path / "pictures" / "self.png").symlink_to(tmp_path / "pictures" / "self.png")
    assert desk.drop(desk.grid, desk.files(tmp_path / "pictures"), QPoint(300, 200))
    desk.wait_said("1 picture added")
    desk.settle()
    assert desk.session.snapshot.total == 1


def test_a_file_that_vanished_is_left_out_and_the_rest_is_added(desk, tmp_path):
    here = save_picture(tmp_path / "here.png", "red")
    assert desk.drop(desk.grid, desk.files(here, tmp_path / "gone.png"), QPoint(300, 200))
    desk.wait_said("1 picture added, 1 file left out.")
    assert desk.drop(desk.grid, desk.files(tmp_path / "gone.png"), QPoint(300, 200))
    desk.wait_said(
        "“" + str(tmp_path / "gone.png") + "” was not read: there is no such file or folder. Check the path."
    )
    assert modal(desk) == []


def test_a_disk_that_cannot_be_read_is_told(desk, tmp_path, monkeypatch):
    (tmp_path / "disk").mkdir()
    listing = os.scandir

    def broken(path: object = ".") -> object:
        if Path(os.fspath(path)) == tmp_path / "disk":
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return listing(path)

    monkeypatch.setattr(os, "scandir", broken)
    assert desk.drop(desk.grid, desk.files(tmp_path / "disk"), QPoint(300, 200))
    desk.wait_said("was not read: input/output error")
    assert modal(desk) == []


def test_many_bad_files_are_one_notice_and_one_list(desk, tmp_path):
    save_picture(tmp_path / "mixed" / "fine.png", "red")
    for number in range(40):
        (tmp_path / "mixed" / f"{number:02}.jpg").write_bytes(b"no picture")
    desk.drop(desk.grid, desk.files(tmp_path / "mixed"), QPoint(300, 200))
    desk.wait_said("1 picture added, 40 files left out.")
    assert modal(desk) == []
    desk.toast.act.click()
    (dialog,) = modal(desk)
    assert isinstance(dialog, Question)
    dialog.reject()


def test_very_many_files_are_dropped_and_the_window_lives_on(desk, tmp_path):
    """None of them is there: they are looked up and told in one sentence; a category is typed meanwhile."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(f"{tmp_path}/gone/{number}.jpg") for number in range(MANY)])
    assert desk.drop(desk.grid, mime, QPoint(300, 200))
    desk.type_category("red")
    desk.qtbot.waitUntil(lambda: desk.names() == ["red"], timeout=30_000)
    desk.qtbot.waitUntil(lambda: "was not read" in desk.said(), timeout=60_000)
    assert modal(desk) == []


def test_a_second_window_on_a_library_is_told_that_it_is_in_use(full, make_desk):
    other = make_desk()
    other.answers.library = full.session.folder
    other.act("open")
    other.wait_said("open")
    assert "another" in other.said() or "elsewhere" in other.said()
    assert other.session.folder is None
    assert other.window.welcome.isVisible()
    full.select(0)
    assert full.session.snapshot.total == 6, "the first goes on"
    assert modal(other) == []


class Failing:
    """A host whose encoder cannot be loaded."""

    def __init__(self) -> None:
        self._host = colour_host()

    def __getattr__(self, name: str) -> object:
        return getattr(self._host, name)

    def ready(self) -> bool:
        raise nomina.EncoderError("The encoder’s file is damaged.", "Choose another one in the settings.")

    spec = ready


def test_an_encoder_that_does_not_start_is_told_once_and_again_where_it_is_needed(make_desk, tmp_path, colours):
    desk = make_desk(Failing)
    desk.answers.library = desk.answers.home = tmp_path / "Library"
    desk.act("new")
    desk.wait_said("The encoder’s file is damaged. Choose another one in the settings.")
    desk.settle()
    assert "could not be started" in desk.status.trouble.text()
    desk.toast.hide()
    pictures.add(desk.session, [colours])
    desk.wait_said("The encoder’s file is damaged.")
    desk.toast.hide()
    desk.type_category("red")
    desk.settle()
    assert desk.names() == ["red"], "what needs no encoder works"
    desk.act("label_all")
    (dialog,) = modal(desk)
    assert isinstance(dialog, LabelDialog)
    desk.qtbot.waitUntil(dialog.wrong.isVisible, timeout=10_000)
    assert dialog.wrong.text() == "The encoder’s file is damaged. Choose another one in the settings."
    assert not dialog.agree.isEnabled()
    assert not desk.toast.isVisible()
    dialog.reject()
    desk.act("export")
    assert [each for each in modal(desk) if isinstance(each, ExportDialog)] == [], "there is nothing to export"
