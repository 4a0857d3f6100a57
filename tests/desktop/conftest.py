"""The real window, off the screen, with an encoder that knows colours."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before PySide6 is imported

import gc
import multiprocessing
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

import nomina
from nomina.testing import colour_host, save_picture
from nomina_desktop import app as desktop
from nomina_desktop.acts import categories, pictures
from nomina_desktop.models import Role


def pytest_configure(config):
    """The offscreen platform says this of every window that has a least size."""
    config.addinivalue_line("qt_log_ignore", "This plugin does not support propagateSizeHints")


@dataclass
class Answers:
    """What the person chooses in file dialogs."""

    library: Path | None = None
    files: list[Path] = field(default_factory=list)
    folder: Path | None = None
    target: Path | None = None
    home: Path = Path("nowhere")

    def library_to_open(self) -> Path | None:
        return self.library

    def library_to_make(self, name: str) -> Path | None:
        return self.library

    def library_unasked(self, name: str) -> Path:
        assert self.library is not None
        return self.library / name

    def pictures(self, title: str) -> list[Path]:
        return self.files

    def folder_of_pictures(self) -> Path | None:
        return self.folder

    def folder_of_model(self) -> Path | None:
        return self.folder

    def export_target(self, proposed: str, ending: str, folder: bool) -> Path | None:
        return self.target

    def import_source(self, folder: bool) -> Path | None:
        return self.folder if folder else self.target

    def documents(self) -> Path:
        return self.home


class Desk:
    """The window as a person uses it."""

    def __init__(self, qtbot, built: desktop.App, answers: Answers) -> None:
        self.qtbot, self.built, self.answers = qtbot, built, answers
        self.window, self.session = built.window, built.session
        self.grid = built.window.gallery.grid
        self.categories = built.window.categories
        self.toast, self.status = built.window.toast, built.window.status

    def settle(self) -> None:
        """Wait until nothing is under way."""
        self.qtbot.waitUntil(lambda: self.session.snapshot is not None and not self.session.busy)

    def act(self, action: str) -> None:
        self.window.actions_[action].trigger()

    def open_new(self, folder: Path) -> None:
        self.answers.library = folder
        self.act("new")
        self.qtbot.waitUntil(lambda: self.session.folder == folder)
        self.settle()

    def type_category(self, name: str) -> None:
        self.categories.line.setFocus()
        self.categories.line.clear()
        self.qtbot.keyClicks(self.categories.line, name)
        self.qtbot.keyClick(self.categories.line, Qt.Key.Key_Return)

    def press(self, key: Qt.Key, widget: QWidget | None = None) -> None:
        self.qtbot.keyClick(widget or self.grid, key)

    def select(self, *rows: int) -> None:
        self.grid.select_rows(sorted(rows), rows[0])

    def captions(self) -> list[str]:
        model = self.grid.pictures
        words = [model.caption(row) for row in range(model.rowCount())]
        return [f"{caption.name}, {caption.state}" if caption.state else caption.name for caption in words]

    def names(self) -> list[str]:
        model = self.categories.model
        return [model.index(row).data() for row in range(model.rowCount())]

    def evidence(self) -> list[str]:
        model = self.categories.model
        return [model.index(row).data(Role.ROW).evidence for row in range(model.rowCount())]

    def counts(self) -> dict[str, int | None]:
        model = self.window.rail.model
        rows = [model.index(row).data(Role.ROW) for row in range(model.rowCount())]
        return {row.title: row.count for row in rows}

    def said(self) -> str:
        return f"{self.toast.text.text()} {self.toast.hint.text()}".strip() if self.toast.isVisible() else ""

    def wait_said(self, part: str) -> None:
        self.qtbot.waitUntil(lambda: part in self.said())

    @staticmethod
    def drop(view: QWidget, mime: QMimeData, at: QPoint) -> bool:
        """Drag something into a view and let go; whether it was taken."""
        target = view.viewport() if isinstance(view, QAbstractItemView) else view
        buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(at, Qt.DropAction.CopyAction, mime, buttons, keys)
        QApplication.sendEvent(target, enter)
        if not enter.isAccepted():  # then Qt sends nothing more, and its own note of a target may be of another window
            return False
        move = QDragMoveEvent(at, Qt.DropAction.CopyAction, mime, buttons, keys)
        QApplication.sendEvent(target, move)
        if not (enter.isAccepted() and move.isAccepted()):
            return False
        QApplication.sendEvent(target, QDropEvent(QPointF(at), Qt.DropAction.CopyAction, mime, buttons, keys))
        return True

    @staticmethod
    def files(*paths: Path) -> QMimeData:
        """What a file manager drags."""
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        return mime


@pytest.fixture(scope="session", autouse=True)
def older_things_stay():
    """What other suites left in memory is not gone through after each test here: that took a second and more."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def tidy(tmp_path, request):
    """Settings of its own; garbage is collected on this thread; no thread and no process is left behind."""
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "config"))
    gc.disable()
    if "starter" in request.fixturenames:
        request.getfixturevalue("starter").spec()  # its process is shared, and outlives the test that starts it
    before = set(multiprocessing.active_children())  # other suites may share an encoder's process
    yield
    gc.collect()
    gc.enable()
    ours = ("library", "encoders", "thumbnails", "large pictures", "decode", "backups", "check")
    assert not [thread.name for thread in threading.enumerate() if thread.name.startswith(ours)]
    assert set(multiprocessing.active_children()) <= before


@pytest.fixture
def qtbot(qtbot):
    """pytest-qt's, with a minute's patience in each wait: a machine that has other work is no failure."""
    for wait in ("waitUntil", "waitSignal", "waitSignals", "waitExposed"):
        setattr(qtbot, wait, partial(getattr(qtbot, wait), timeout=60_000))
    return qtbot


@pytest.fixture
def settings(tmp_path) -> nomina.Settings:
    return nomina.Settings(tmp_path / "config" / "settings.json")


@pytest.fixture
def make_desk(qtbot, qapp, settings):
    """Builds windows with a host of one's own; closes them."""
    built: list[desktop.App] = []

    def make(start_host: Callable[[], nomina.EncoderHost] = colour_host) -> Desk:
        answers = Answers()
        built.append(desktop.build(qapp, settings, start_host, answers))
        window = built[-1].window
        window.resize(1440, 900)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        return Desk(qtbot, built[-1], answers)

    yield make
    for each in built:
        each.window.close()
        each.window.deleteLater()
        each.session.deleteLater()
        each.encoders.deleteLater()
        each.thumbs.deleteLater()
        each.large.deleteLater()
    QApplication.sendPostedEvents(None, 52)  # DeferredDelete
    qapp.processEvents()
    qapp.setStyleSheet("")  # the next window is made like a program's first one: undressed, which takes half as long


@pytest.fixture
def desk(make_desk, tmp_path) -> Desk:
    """A window with an empty library open."""
    desk = make_desk()
    desk.answers.home = tmp_path
    desk.open_new(tmp_path / "Colours")
    return desk


@pytest.fixture
def colours(tmp_path) -> Path:
    """A folder with three reds, two blues and a green."""
    folder = tmp_path / "pictures"
    for number, colour in enumerate(("red", "red", "red", "blue", "blue", "green")):
        save_picture(folder / f"{number}-{colour}.png", colour, seed=number)
    return folder


@pytest.fixture
def full(desk, colours) -> Desk:
    """A window with six pictures, and the categories red and blue."""
    pictures.add(desk.session, [colours])
    for name in ("red", "blue"):
        categories.add(desk.session, name)
    desk.settle()
    desk.toast.hide()
    return desk


@pytest.fixture
def review(full, tmp_path):
    """Eighteen pictures, six each of red, blue and green; the review is looked at, by its key."""
    more = tmp_path / "more"
    for number, colour in enumerate(("red",) * 3 + ("blue",) * 4 + ("green",) * 5):
        save_picture(more / f"{number + 10}-{colour}.png", colour, seed=100 + number)
    pictures.add(full.session, [more])
    full.settle()
    full.toast.hide()
    full.qtbot.keyClick(full.grid, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    full.settle()
    full.qtbot.waitUntil(lambda: full.window.review.asked is not None)
    return full
