"""The tutorial goes on when a person does what it asks for, and never stands in the way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication
from tests.hosts import Kept

from nomina.testing import save_picture
from nomina_desktop.acts import pictures
from nomina_desktop.tutorial.steps import STEPS

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def guide(desk):
    return desk.built.commands.guide


def wait_for(desk, step: int) -> None:
    desk.qtbot.waitUntil(lambda: guide(desk).step == step)
    desk.settle()


def press(desk, key, modifiers=Qt.KeyboardModifier.NoModifier):
    """A key goes where the keyboard is, as for a person."""
    desk.qtbot.keyClick(QApplication.focusWidget() or desk.window, key, modifiers)


def select(desk, file: str) -> None:
    model = desk.grid.pictures
    desk.grid.setFocus()
    desk.select(next(row for row in range(len(model)) if model.path(row).name == file))


def beside(desk) -> bool:
    """Whether the card stands inside the window and not over what it points at."""
    card = guide(desk).card
    over = desk.window.centralWidget()
    ring = next(each for each in over.children() if type(each).__name__ == "Ring")
    body = card.geometry().adjusted(10, 10, -10, -10)
    return over.rect().contains(body) and not (ring.isVisible() and body.intersects(ring.geometry()))


def led_through(desk, word: str) -> None:
    """Every step, done by keys alone."""
    desk.qtbot.keyClick(desk.window.welcome.tutorial, Qt.Key.Key_Space)
    assert guide(desk).step == 0
    wait_for(desk, 1)
    press(desk, Qt.Key.Key_T, CONTROL)
    desk.qtbot.keyClicks(QApplication.focusWidget(), word)
    wait_for(desk, 2)
    assert beside(desk)
    press(desk, Qt.Key.Key_Return)
    wait_for(desk, 3)
    select(desk, "chelsea.png")
    wait_for(desk, 4)
    assert beside(desk)
    press(desk, Qt.Key.Key_Return)
    wait_for(desk, 5)
    select(desk, "motorcycle_left.png")
    assert beside(desk)
    press(desk, Qt.Key.Key_T, CONTROL | SHIFT)
    wait_for(desk, 6)
    desk.qtbot.keyClicks(QApplication.focusWidget(), "mine")
    desk.settle()
    press(desk, Qt.Key.Key_Return)
    wait_for(desk, 7)


def test_each_step_is_done_by_doing_it(make_desk, tmp_path):
    desk = make_desk()
    desk.answers.library = tmp_path
    led_through(desk, "red")
    assert desk.session.folder == tmp_path / "Tutorial"
    assert desk.names() == ["red", "mine"]
    press(desk, Qt.Key.Key_Z, CONTROL)
    wait_for(desk, 8)
    card = guide(desk).card
    assert [button.text() for button in card.buttons] == ["Close", "New library…"]
    assert card.accessibleName().startswith("Now your own pictures. ")
    assert "Ctrl+L" in card.text.text()
    card.buttons[0].click()
    assert not card.isVisible()


@pytest.mark.slow
def test_what_the_tutorial_says_of_the_starter_is_so(make_desk, tmp_path, starter):
    desk = make_desk(lambda: Kept(starter))
    desk.answers.library = tmp_path
    led_through(desk, "cat")
    model = desk.grid.pictures
    said = {model.path(row).name: caption for row, caption in enumerate(desk.captions())}
    assert said["chelsea.png"] == "cat, ✓ yours"
    assert said["motorcycle_right.png"] == "mine, likely"
    assert sum(caption.startswith("none") for caption in said.values()) == 17


def test_with_a_library_open_it_asks_and_leads_back(full, tmp_path):
    before = full.session.folder
    full.answers.library = tmp_path
    full.act("tutorial")
    card = guide(full).card
    assert card.isVisible()
    assert full.session.folder == before
    assert card.buttons[1].hasFocus()
    press(full, Qt.Key.Key_Space)
    wait_for(full, 1)
    for step in range(2, len(STEPS)):
        card.buttons[1].click()
        assert guide(full).step == step
        assert beside(full)
    card.buttons[1].click()
    full.qtbot.waitUntil(lambda: full.session.folder == before)
    full.settle()
    assert not card.isVisible()
    assert full.names() == ["red", "blue"]


def test_it_can_be_left_at_any_time_and_stays_out_of_the_way(full, tmp_path):
    full.answers.library = tmp_path
    full.act("tutorial")
    card = guide(full).card
    card.buttons[0].click()  # not now
    assert not card.isVisible()
    assert full.grid.hasFocus()

    full.act("tutorial")
    card.buttons[1].click()
    wait_for(full, 1)
    full.act("tutorial")  # while it runs, its key brings the keyboard to the card, and Escape takes it back
    assert card.buttons[1].hasFocus()
    press(full, Qt.Key.Key_Escape)
    assert full.grid.hasFocus()
    assert card.isVisible()

    full.act("map")  # what it points at may be away
    save_picture(tmp_path / "own" / "a.png", "red", seed=3)
    pictures.add(full.session, [tmp_path / "own"])  # and other things may be done meanwhile
    full.settle()
    for size in ((760, 480), (1440, 900)):
        full.window.resize(*size)
        full.qtbot.waitUntil(lambda: card.geometry().intersected(_inside(full)) == card.geometry())
    full.act("close")
    full.qtbot.waitUntil(lambda: not card.isVisible())
    assert guide(full).step is None


def _inside(desk) -> QRect:
    return desk.window.centralWidget().rect()
