"""Automatic runs in the rail and in their dialog: looked at, shown, rolled back whole."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from nomina_desktop.acts import labels, runs
from nomina_desktop.acts.runs import Scope
from nomina_desktop.dialogs import RunsDialog
from nomina_desktop.models import Role
from nomina_desktop.words import when


@pytest.fixture
def labelled(full):
    """The window after a run over all pictures and one over two of them."""
    runs.label(full.session, Scope("all"), 0.8)
    full.wait_said("5 pictures labelled.")
    full.settle()
    chosen = tuple(full.grid.pictures.id(row) for row in (0, 3))
    runs.label(full.session, Scope("two", None, chosen), 0.5)
    full.wait_said("2 pictures labelled.")
    full.settle()
    full.toast.hide()
    return full


def in_rail(desk) -> list[tuple[str, int | None]]:
    model = desk.window.rail.runs.rows
    rows = [model.index(row).data(Role.ROW) for row in range(model.rowCount())]
    return [(row.title.split()[0], row.count) for row in rows]


def test_the_rail_has_no_runs_until_there_are_some(full):
    assert not full.window.rail.runs.isVisible()
    assert not full.window.actions_["roll_back"].isEnabled()


def test_a_run_in_the_rail_shows_its_pictures(labelled):
    section = labelled.window.rail.runs
    QAbstractItemModelTester(section.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert in_rail(labelled) == [("Today", 2), ("Today", 3)]
    assert "2 pictures looked at  ·  each label at least 50 % likely" in section.rows.index(0).data(
        Qt.ItemDataRole.ToolTipRole
    )
    point = section.list.visualRect(section.rows.index(0)).center()
    labelled.qtbot.mouseClick(section.list.viewport(), Qt.MouseButton.LeftButton, pos=point)
    labelled.qtbot.waitUntil(lambda: labelled.grid.pictures.rowCount() == 2)
    assert labelled.window.gallery._title.text().startswith("Run: Today")
    assert section.list.currentIndex().row() == 0
    assert not labelled.window.rail.places.selectionModel().hasSelection()
    labelled.act("all")
    labelled.qtbot.waitUntil(lambda: labelled.grid.pictures.rowCount() == 6)


def test_the_run_that_is_shown_is_rolled_back_and_all_is_shown(labelled):
    menu = labelled.window.rail.runs.menu_for(labelled.window.rail.runs.rows.index(0).data(Role.ROW))
    menu.actions()[0].trigger()
    labelled.qtbot.waitUntil(lambda: labelled.grid.pictures.rowCount() == 2)
    menu.actions()[1].trigger()
    labelled.wait_said("Roll back run")
    labelled.settle()
    assert labelled.grid.pictures.rowCount() == 6
    assert in_rail(labelled) == [("Today", 3)]
    labelled.qtbot.mouseClick(labelled.toast.act, Qt.MouseButton.LeftButton)
    labelled.qtbot.waitUntil(lambda: in_rail(labelled) == [("Today", 2), ("Today", 3)])


def test_runs_are_listed_and_rolled_back_whole_by_keys(labelled):
    labelled.act("runs")
    dialog = labelled.window.findChild(RunsDialog)
    QAbstractItemModelTester(dialog.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert dialog.rows.rowCount() == 2
    assert "6 pictures looked at" in dialog.rows.index(1).data(Role.ROW).tip
    assert dialog.rows.index(1).data(Role.ROW).tip.endswith("Colours (for tests)")
    labelled.press(Qt.Key.Key_Down, dialog.list)
    labelled.press(Qt.Key.Key_Space, dialog.roll_back)
    labelled.qtbot.waitUntil(lambda: dialog.rows.rowCount() == 1)
    assert dialog.rows.index(0).data(Role.ROW).count == 2
    labelled.settle()
    labelled.press(Qt.Key.Key_Space, dialog.roll_back)
    labelled.qtbot.waitUntil(lambda: dialog.rows.rowCount() == 0)
    assert "No pictures were labelled automatically yet." in dialog.said.text()
    assert not dialog.roll_back.isEnabled()
    dialog.reject()
    labelled.settle()
    for _ in range(2):
        labelled.act("undo")
        labelled.settle()
    assert in_rail(labelled) == [("Today", 2), ("Today", 3)]


def test_the_last_run_is_rolled_back_from_the_menu(labelled):
    labelled.act("roll_back")
    labelled.qtbot.waitUntil(lambda: in_rail(labelled) == [("Today", 3)])


def test_what_was_confirmed_since_stays(labelled):
    labels.accept(labelled.session, 1, [labelled.grid.pictures.id(0)])
    labelled.settle()
    assert in_rail(labelled) == [("Today", 1), ("Today", 3)]
    labelled.act("roll_back")
    labelled.settle()
    assert labelled.captions()[0] == "red, ✓ yours"


def test_a_moment_is_told_as_a_person_says_it():
    now = datetime(2026, 11, 25, 12, 0).astimezone()

    def told(then: datetime) -> str:
        return when(then.astimezone(UTC).isoformat(timespec="seconds"), now)

    assert told(now.replace(hour=9, minute=5)) == "Today 09:05"
    assert told(now.replace(hour=23, minute=59) - timedelta(days=1)) == "Yesterday 23:59"
    assert told(now - timedelta(days=2)) == "Monday 12:00"
    assert told(now - timedelta(days=30)) == "26 Oct 2026"
    assert told(now + timedelta(days=3)) == "28 Nov 2026", "a clock that was wrong"
