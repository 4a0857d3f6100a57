"""The geometry of the gallery, and that it does not grow with the number of pictures."""

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QStringListModel, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QStyledItemDelegate
from tests.properties import examples

from nomina_desktop.grid import GridView, Tiles, stretches

sizes = st.builds(Tiles, st.integers(200, 4000), st.integers(1, 200_000), st.integers(100, 400))


@examples(100)
@given(sizes, st.data())
def test_a_cell_is_found_where_it_lies(tiles, data):
    row = data.draw(st.integers(0, tiles.count - 1))
    rect = tiles.rect(row)
    assert tiles.row_at(rect.center()) == row
    assert tiles.row_at(rect.topLeft()) == row
    assert tiles.rows_in(rect) == [(row, row)]
    assert row // tiles.columns in tiles.lines(rect.top(), rect.bottom())
    assert rect.bottom() < tiles.height
    assert tiles.columns == 1 or rect.right() < tiles.width


@examples(50)
@given(sizes)
def test_between_cells_there_is_none(tiles):
    assert tiles.row_at(QPoint(0, 10)) == -1
    assert tiles.row_at(QPoint(10, tiles.height + 100)) == -1
    assert tiles.rows_in(QRect(0, tiles.height + 50, 100, 100)) == []


@pytest.fixture
def view(qtbot):
    view = GridView()
    view.setItemDelegate(QStyledItemDelegate(view))
    view.setModel(QStringListModel([str(i) for i in range(100)], view))
    view.resize(1000, 700)
    qtbot.addWidget(view)
    view.show()
    qtbot.waitExposed(view)
    view.activateWindow()
    view.setFocus()
    return view


@examples(100)
@given(st.sets(st.integers(0, 40)))
def test_stretches_hold_the_rows_and_nothing_else(rows):
    found = stretches(sorted(rows))
    assert [row for first, last in found for row in range(first, last + 1)] == sorted(rows)
    assert all(last + 1 < first for (_, last), (first, _) in itertools.pairwise(found)), "no two of them touch"


def click(qtbot, view, row, keys=Qt.KeyboardModifier.NoModifier):
    point = view.visualRect(view.model().index(row, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, keys, point)


def test_clicks_select_stretches_and_single_pictures(qtbot, view):
    click(qtbot, view, 2)
    click(qtbot, view, 9, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected_ranges() == [(2, 9)]
    click(qtbot, view, 11, Qt.KeyboardModifier.ControlModifier)
    assert view.selected_ranges() == [(2, 9), (11, 11)]
    click(qtbot, view, 5)
    assert view.selected_ranges() == [(5, 5)]


def test_arrows_move_in_the_grid_and_shift_selects(qtbot, view):
    columns = view.tiles.columns
    click(qtbot, view, 1)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().row() == 1 + columns
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected_ranges() == [(1 + columns, 2 + columns)]
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.currentIndex().row() == 99
    assert view.visualRect(view.currentIndex()).bottom() <= view.viewport().height()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.currentIndex().row() == 0
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert view.selected_ranges() == [(0, 99)]


def test_a_rubber_band_selects_what_it_touches(qtbot, view):
    viewport, left = view.viewport(), Qt.MouseButton.LeftButton
    last = view.visualRect(view.model().index(view.tiles.columns + 1, 0)).center()
    qtbot.mousePress(viewport, left, pos=QPoint(2, 2))
    qtbot.mouseMove(viewport, QPoint(100, 100))
    qtbot.mouseMove(viewport, last)
    qtbot.mouseRelease(viewport, left, pos=last)
    columns = view.tiles.columns
    assert view.selected_ranges() == [(0, 1), (columns, columns + 1)]


def test_resizing_keeps_the_first_picture(qtbot, view):
    view.show_first((40, 0))
    first = view.first_visible()[0]
    view.resize(700, 700)
    columns = view.tiles.columns
    assert view.first_visible()[0] == first // columns * columns


def test_a_screen_reader_finds_a_list_with_items(qtbot, view):
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.role() == QAccessible.Role.List
    assert interface.childCount() == 100


def test_a_hundred_thousand_pictures_are_as_quick_as_a_hundred(qtbot, view):
    model = QStringListModel([str(i) for i in range(100_000)], view)
    start = time.perf_counter()
    view.setModel(model)
    for value in range(0, view.verticalScrollBar().maximum(), view.verticalScrollBar().maximum() // 20):
        view.verticalScrollBar().setValue(value)
        view.viewport().repaint()
    view.selectAll()
    view.resize(800, 600)
    assert time.perf_counter() - start < 2.0


def test_the_context_menu_labels(full):
    full.select(0)
    menu = full.grid.menu_for()
    titles = [action.text().split("\t")[0] for action in menu.actions() if not action.isSeparator()]
    assert titles[:3] == ["Label as", "red", "blue"]
    assert {"Accept as shown", "Not this category", "None of these", "Show file in folder"} < set(titles)
    menu.actions()[2].trigger()
    full.qtbot.waitUntil(lambda: full.captions()[0] == "blue, ✓ yours")
    menu.deleteLater()
