"""The map: what looks alike lies together; from a group of points to a category, and back."""

from __future__ import annotations

import importlib.util

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from tests.desktop.test_app import SlowHost

from nomina.testing import save_picture
from nomina_desktop.acts import labels, pictures
from nomina_desktop.map.lens import Lens
from nomina_desktop.map.points import Canvas, Dots
from nomina_desktop.models import Role

REDS, BLUES, GREEN = (0, 1, 2), (3, 4), 5


@pytest.fixture
def mapped(full):
    """The window with the map of six pictures in front."""
    full.act("map")
    full.qtbot.waitUntil(lambda: scatter(full) is not None and scatter(full).isVisible())
    full.settle()
    return full


def scatter(desk):
    return desk.window.map.scatter


def place(desk, row):
    return scatter(desk).plot.place_of(row)


def send(desk, kind, at, keys=Qt.KeyboardModifier.NoModifier, button=Qt.MouseButton.LeftButton):
    held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else button
    where = QPointF(scatter(desk).mapToGlobal(QPointF(at)))
    QApplication.sendEvent(scatter(desk), QMouseEvent(kind, QPointF(at), where, button, held, keys))


def drag(desk, path, keys=Qt.KeyboardModifier.NoModifier):
    """Press at the first point, go along the others, let go at the last."""
    send(desk, QEvent.Type.MouseButtonPress, path[0], keys)
    for at in path[1:]:
        send(desk, QEvent.Type.MouseMove, at, keys)
    send(desk, QEvent.Type.MouseButtonRelease, path[-1], keys)


def around(desk, rows, room=14):
    """A line around the points of some rows."""
    at = [place(desk, row) for row in rows]
    xs, ys = [each.x() for each in at], [each.y() for each in at]
    left, top, right, bottom = min(xs) - room, min(ys) - room, max(xs) + room, max(ys) + room
    return [QPointF(left, top), QPointF(right, top), QPointF(right, bottom), QPointF(left, bottom)]


def chosen(desk):
    """Rows of the selected pictures."""
    return [row for row in range(6) if desk.window.map._placed.ids[row] in desk.session.selection]


def groups(desk):
    model = desk.window.map.legend.groups
    return {model.index(row).data(): model.index(row).data(Role.ROW).count for row in range(model.rowCount())}


# One journey a job -----------------------------------------------------------------------------------------------


def test_around_a_few_points_becomes_a_category_and_undo_takes_it_back(mapped):
    drag(mapped, around(mapped, [GREEN]), Qt.KeyboardModifier.ShiftModifier)
    assert chosen(mapped) == [GREEN]
    bar = mapped.window.map.bar
    assert "1 picture" in bar.text.text()
    mapped.qtbot.keyClicks(bar.line, "leaf")
    mapped.press(Qt.Key.Key_Return, bar.line)
    mapped.qtbot.waitUntil(lambda: mapped.names() == ["red", "blue", "leaf"])
    mapped.settle()
    assert mapped.evidence()[2] == "1 ✓"
    assert groups(mapped)["leaf"] == 1
    assert groups(mapped)["Yours"] == 1
    assert bar.line.text() == ""
    assert scatter(mapped).plot.points.ringed[GREEN]
    mapped.act("undo")
    mapped.qtbot.waitUntil(lambda: mapped.names() == ["red", "blue"])
    mapped.settle()
    assert "Yours" not in groups(mapped)
    assert mapped.session.view == "map"


def test_a_name_that_is_taken_is_told_in_the_bar_and_nothing_is_lost(mapped):
    drag(mapped, around(mapped, REDS), Qt.KeyboardModifier.ShiftModifier)
    bar = mapped.window.map.bar
    mapped.qtbot.keyClicks(bar.line, "Blue")
    mapped.qtbot.mouseClick(bar.button, Qt.MouseButton.LeftButton)
    mapped.qtbot.waitUntil(bar.wrong.isVisible)
    assert "There is a category “blue” already." in bar.wrong.text()
    assert chosen(mapped) == list(REDS)
    mapped.qtbot.keyClicks(bar.line, "s")
    assert not bar.wrong.isVisible()


def test_the_views_are_switched_by_keys(full):
    full.qtbot.keyClick(full.window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert full.session.view == "map"
    full.qtbot.waitUntil(lambda: scatter(full) is not None and scatter(full).isVisible())
    full.qtbot.keyClick(full.window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert full.window.gallery.isVisible()
    assert not full.window.map.isVisible()


def test_what_looks_alike_lies_together_in_the_colour_of_its_category(mapped):
    plot = scatter(mapped).plot
    kinds = plot.points.kinds.tolist()
    assert kinds == [1, 1, 1, 3, 3, 0]
    apart = [(place(mapped, row) - place(mapped, 0)).manhattanLength() for row in range(6)]
    assert max(apart[row] for row in REDS) < min(apart[row] for row in (*BLUES, GREEN))
    assert groups(mapped) == {"red": 3, "blue": 2, "None of these": 1}


def test_the_keyboard_selects_labels_and_shows(mapped):
    points, legend = scatter(mapped), mapped.window.map.legend
    points.setFocus()
    mapped.press(Qt.Key.Key_PageDown, points)
    assert chosen(mapped) == list(REDS)
    mapped.press(Qt.Key.Key_PageDown, points)
    assert chosen(mapped) == list(BLUES)
    mapped.press(Qt.Key.Key_1, points)
    mapped.qtbot.waitUntil(lambda: mapped.evidence() == ["2 ✓", "words"])
    mapped.settle()
    assert chosen(mapped) == list(BLUES), "what is selected stays selected"
    assert mapped.session.view == "map"
    mapped.press(Qt.Key.Key_Escape, points)
    assert chosen(mapped) == []
    legend.setFocus()
    legend.setCurrentIndex(legend.groups.index(legend.groups.rowCount() - 1))
    mapped.press(Qt.Key.Key_Return, legend)
    assert legend.currentIndex().data() == "Yours"
    assert chosen(mapped) == list(BLUES)
    mapped.press(Qt.Key.Key_Return, points)
    mapped.settle()
    assert mapped.session.view == "pictures"
    assert mapped.window.gallery._title.text() == "Chosen on the map"
    assert mapped.captions() == ["red, ✓ yours"] * 2


def test_x_says_that_the_selected_ones_are_not_what_they_seem(mapped):
    drag(mapped, around(mapped, REDS), Qt.KeyboardModifier.ShiftModifier)
    mapped.press(Qt.Key.Key_X, scatter(mapped))
    mapped.qtbot.waitUntil(lambda: mapped.evidence() == ["3 ×", "words"])


def test_what_is_selected_here_stays_when_the_gallery_shows_other_pictures(mapped):
    mapped.session.show_only(category_id=2)
    mapped.session.go("map")
    mapped.settle()
    drag(mapped, around(mapped, REDS), Qt.KeyboardModifier.ShiftModifier)
    labels.accept(mapped.session, 2, [int(mapped.window.map._placed.ids[GREEN])])
    mapped.settle()
    assert chosen(mapped) == list(REDS)


# The pointer -----------------------------------------------------------------------------------------------------


def test_a_click_selects_one_and_with_control_another(mapped):
    for row, keys in ((0, Qt.KeyboardModifier.NoModifier), (GREEN, Qt.KeyboardModifier.ControlModifier)):
        drag(mapped, [place(mapped, row)], keys)
    assert chosen(mapped) in ([0, GREEN], [1, GREEN], [2, GREEN])  # reds lie over each other
    drag(mapped, [place(mapped, GREEN)], Qt.KeyboardModifier.ControlModifier)
    assert GREEN not in chosen(mapped)
    drag(mapped, [QPointF(3, 3)])
    assert chosen(mapped) == []


def test_a_rectangle_selects_and_with_shift_more(mapped):
    tools = [each for each in mapped.window.map.tools.children() if hasattr(each, "setChecked")]
    mapped.qtbot.mouseClick(tools[1], Qt.MouseButton.LeftButton)
    left, _, right, _ = around(mapped, REDS)
    drag(mapped, [left, right])
    assert chosen(mapped) == list(REDS)
    left, _, right, _ = around(mapped, BLUES)
    drag(mapped, [left, right], Qt.KeyboardModifier.ShiftModifier)
    assert chosen(mapped) == [*REDS, *BLUES]


def test_dragging_moves_the_map_and_the_wheel_zooms_around_the_pointer(mapped):
    points, before = scatter(mapped), place(mapped, GREEN)
    drag(mapped, [QPointF(50, 50), QPointF(70, 60), QPointF(90, 65)])
    assert (place(mapped, GREEN) - before).toPoint() == QPoint(40, 15)
    assert chosen(mapped) == []
    at, other = place(mapped, GREEN), place(mapped, 0)
    QApplication.sendEvent(
        points,
        QWheelEvent(
            at, QPointF(points.mapToGlobal(at)), QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        ),
    )  # fmt: skip
    assert (place(mapped, GREEN) - at).manhattanLength() < 2
    assert (place(mapped, 0) - at).manhattanLength() > (other - at).manhattanLength()
    mapped.press(Qt.Key.Key_Home, points)
    assert (place(mapped, GREEN) - before).manhattanLength() < 2


def test_resting_on_a_point_shows_its_picture(mapped):
    points = scatter(mapped)
    points.point_at(place(mapped, GREEN))
    card = mapped.window.map._card
    assert card.isVisible()
    assert card.accessibleName().startswith("none of these, ")
    assert card.accessibleName().endswith("5-green.png")
    mapped.qtbot.waitUntil(lambda: not mapped.built.thumbs.busy)
    inside = card.grab().toImage().pixelColor(100, 80)
    assert inside.green() > inside.red()
    points.zoom(1.1)
    assert not card.isVisible()


# States ----------------------------------------------------------------------------------------------------------


def test_without_pictures_it_says_what_to_do(desk, tmp_path):
    desk.act("map")
    empty = desk.window.map.empty
    assert empty.isVisible()
    assert "needs pictures" in empty.sentence.text()
    desk.answers.files = [save_picture(tmp_path / "red.png", "red")]
    desk.qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(lambda: scatter(desk) is not None and scatter(desk).isVisible())
    assert len(desk.window.map._placed) == 1


def test_while_the_encoder_gets_ready_it_says_so(make_desk, tmp_path):
    host = SlowHost()
    desk = make_desk(lambda: host)
    desk.answers.library = tmp_path / "Library"
    desk.act("new")
    desk.qtbot.waitUntil(lambda: desk.session.snapshot is not None)
    pictures.add(desk.session, [save_picture(tmp_path / "blue.png", "blue")])
    desk.act("map")
    host.is_ready.set()
    desk.qtbot.waitUntil(lambda: scatter(desk) is not None and scatter(desk).isVisible())


def test_another_library_has_another_map(mapped, tmp_path):
    mapped.open_new(tmp_path / "Other")
    mapped.act("map")
    assert mapped.window.map.empty.isVisible()
    assert mapped.window.map._placed is None


def test_dark_and_light_paint_other_grounds(mapped):
    points = scatter(mapped)
    for name in ("dark", "light"):
        mapped.act(name)
        ground = points.grab().toImage().pixelColor(12, points.height() - 12)
        assert ground.name() == mapped.built.look.colour("background").name()
    assert points.plot.points.palette[0].name() == mapped.built.look.colour("hint").name()


def test_the_list_of_groups_is_a_sound_model(mapped):
    model = mapped.window.map.legend.groups
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    mapped.type_category("lime")
    mapped.settle()
    mapped.act("undo")
    mapped.settle()
    assert "3 picture" in model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)


# What is painted -------------------------------------------------------------------------------------------------


@given(
    st.lists(st.tuples(st.integers(-40, 140), st.integers(-40, 120)), max_size=30),
    st.floats(1.0, 6.0),
    st.integers(-50, 50),
)
def test_dots_are_painted_where_they_lie_and_others_do_no_harm(places, radius, left):
    canvas = Canvas(100, 80, QColor("#ffffff"), radius)
    x, y = (np.array([place[i] for place in places], np.int32) for i in (0, 1))
    dots = Dots(x, y, np.zeros(len(x), np.intp))
    shown = dots.take(canvas.inside(dots, left, 0))
    canvas.paint(shown, left, 0, radius, np.array([0xFFFF0000], np.uint32))
    image = canvas.image()
    for right, down in places:
        if 0 <= right + left < 100 and 0 <= down < 80:
            assert image.pixelColor(right + left, down).name() == "#ff0000"
    alone = not any(
        abs(right + left - 50) <= 2 * radius + 2 and abs(down - 40) <= 2 * radius + 2 for right, down in places
    )
    assert not alone or image.pixelColor(50, 40).name() == "#ffffff"


@given(st.lists(st.tuples(st.integers(-30, 30), st.integers(-30, 30)), max_size=60))
def test_of_dots_that_lie_over_each_other_the_last_is_painted(places):
    x, y = (np.array([place[i] for place in places], np.int32) for i in (0, 1))
    seen = Dots(x, y, np.zeros(len(x), np.intp)).seen()
    cells = {}
    for number, (right, down) in enumerate(places):
        cells[(right - x.min()) // 2, (down - y.min()) // 2] = number
    assert np.flatnonzero(seen).tolist() == sorted(cells.values())


@given(st.floats(0.05, 20.0), st.integers(0, 800), st.integers(0, 600), st.integers(-500, 500), st.integers(-500, 500))
def test_what_lies_under_the_pointer_stays_there_while_one_zooms(factor, x, y, right, down):
    lens = Lens.whole(800, 600, (-1.0, -1.0, 1.0, 1.0)).panned(right, down)
    before, after = lens.place(x, y), lens.zoomed(factor, x, y).place(x, y)
    assert np.allclose(before, after, atol=1.0 / lens.zoomed(factor, x, y).scale)


def test_groups_are_pulled_apart_and_laid_out_flat_again(mapped):
    pytest.importorskip("openTSNE")
    view = mapped.window.map
    assert not view.unfold.isChecked()
    mapped.act("unfold")
    mapped.qtbot.waitUntil(lambda: view.unfold.isEnabled() and view.unfold.isChecked())
    mapped.settle()
    assert view.unfolded
    assert len(view._placed) == 6
    view.unfold.click()
    mapped.settle()
    assert not view.unfold.isChecked()


def test_without_the_extra_it_is_told_what_to_install(mapped, monkeypatch):
    known = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "openTSNE" else known(name))
    view = mapped.window.map
    view.unfold.click()
    mapped.wait_said("Pulling groups apart on the map needs openTSNE, which is not installed.")
    assert not view.unfold.isChecked()
    assert view.unfold.isEnabled()
