"""The four main jobs, by keys alone, with the starter: add, name and show, label, export; then all of it is undone."""

from __future__ import annotations

import csv

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

import nomina
from nomina.encoders.host import EncoderHost
from nomina_desktop.dialogs.working import Working

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SHOWN = ("chelsea.png", "coffee.png", "rocket.jpg", "brick.png", "astronaut.png", "coins.png")


class Kept:
    """The starter that all tests share: closing a window does not end it."""

    def __init__(self, host: EncoderHost) -> None:
        self._host = host

    def __getattr__(self, name):
        return getattr(self._host, name)

    def close(self) -> None:
        pass


@pytest.fixture
def desk(make_desk, starter, tmp_path):
    desk = make_desk(lambda: Kept(starter))
    desk.answers.library = tmp_path / "Samples"
    desk.answers.files = [each.path for each in nomina.sample_pictures() if each.path.name in SHOWN]
    desk.answers.home = tmp_path
    return desk


def press(desk, key, modifiers=Qt.KeyboardModifier.NoModifier):
    """A key goes where the keyboard is, as for a person."""
    desk.qtbot.keyClick(QApplication.focusWidget() or desk.window, key, modifiers)


def settle(desk):
    desk.settle()
    desk.qtbot.waitUntil(lambda: desk.session.snapshot.known and not desk.session.busy)


def name(desk, word):
    press(desk, Qt.Key.Key_T, CONTROL)
    desk.qtbot.keyClicks(QApplication.focusWidget(), word)
    press(desk, Qt.Key.Key_Return, SHIFT)
    desk.qtbot.waitUntil(lambda: word in desk.names())
    settle(desk)


def said_of(desk, file):
    model = desk.grid.pictures
    row = next(row for row in range(model.rowCount()) if model.path(row).name == file)
    return desk.captions()[row]


def test_the_four_main_jobs_by_keys_alone(desk, tmp_path):
    press(desk, Qt.Key.Key_N, CONTROL)
    desk.qtbot.waitUntil(lambda: desk.session.folder is not None)
    settle(desk)
    press(desk, Qt.Key.Key_I, CONTROL)
    desk.wait_said("6 pictures added.")
    settle(desk)

    for word in ("cat", "cup of coffee", "rocket"):
        name(desk, word)
    assert said_of(desk, "chelsea.png").startswith("cat")
    assert said_of(desk, "coffee.png").startswith("cup of coffee")

    desk.grid.setFocus()
    press(desk, Qt.Key.Key_End)
    press(desk, Qt.Key.Key_Left)
    desk.qtbot.waitUntil(lambda: len(desk.session.selection) == 1)
    first = desk.grid.pictures.path(desk.grid.currentIndex().row()).name
    press(desk, Qt.Key.Key_3)
    desk.qtbot.waitUntil(lambda: said_of(desk, first) == "rocket, ✓ yours")
    press(desk, Qt.Key.Key_X)
    settle(desk)
    assert not said_of(desk, first).startswith("rocket")
    press(desk, Qt.Key.Key_Z, CONTROL)
    desk.qtbot.waitUntil(lambda: said_of(desk, first) == "rocket, ✓ yours")

    press(desk, Qt.Key.Key_L, CONTROL)
    agree(desk)
    desk.wait_said("labelled.")
    settle(desk)
    assert desk.counts()["Automatic"] > 0

    press(desk, Qt.Key.Key_E, CONTROL)
    agree(desk)
    desk.wait_said("6 pictures written to “Samples labels.csv”.")
    rows = list(csv.DictReader((tmp_path / "Samples labels.csv").read_text(encoding="utf-8").splitlines()))
    assert {row["origin"] for row in rows} >= {"person", "auto"}

    for _ in range(20):
        if desk.session.snapshot.undo:
            desk.act("undo")
            settle(desk)
    assert desk.session.snapshot.total == 0
    assert desk.names() == []


def agree(desk):
    """Wait until the dialog can be agreed to, go to its button, and press Return."""

    def shown():
        return [each for each in desk.window.findChildren(Working) if each.isVisible()]

    desk.qtbot.waitUntil(lambda: bool(shown()) and shown()[0].agree.isEnabled())
    button = shown()[0].agree
    button.setFocus()
    desk.qtbot.keyClick(button, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: not shown())
    desk.window.activateWindow()  # a window manager does it
    desk.grid.setFocus()
