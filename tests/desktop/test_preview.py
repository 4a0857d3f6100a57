"""A picture is looked at large: by keys, the wheel and the hand; and labelled while it is looked at."""

from __future__ import annotations

import PIL.Image
import pytest
from PySide6.QtCore import QPoint, QPointF, QSizeF, Qt
from PySide6.QtGui import QPixmap, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from nomina import State
from nomina.testing import save_picture
from nomina_desktop.acts import pictures
from nomina_desktop.canvas import Canvas


@pytest.fixture
def large(desk, tmp_path):
    """A window with three reds, of which the first tells when and where it was taken, and two blues."""
    folder = tmp_path / "pictures"
    for number, colour in enumerate(("red", "red", "red", "blue", "blue")):
        save_picture(folder / f"{number}-{colour}.png", colour, seed=number, size=(400, 300))
    with PIL.Image.open(folder / "0-red.png") as image:
        exif = image.getexif()
        exif.get_ifd(0x8769)[0x9003] = "2008:10:22 16:28:39"
        exif[0x0110] = "COOLPIX P6000"
        exif.get_ifd(0x8825).update({1: "N", 2: (43.0, 28.0, 2.8), 3: "E", 4: (11.0, 53.0, 6.4)})
        image.save(folder / "0-red.jpg", exif=exif)
    (folder / "0-red.png").unlink()
    pictures.add(desk.session, [folder])
    desk.type_category("red")
    desk.settle()
    desk.toast.hide()
    desk.grid.setFocus()
    desk.qtbot.waitUntil(desk.grid.hasFocus)
    return desk


def opened(desk, row: int = 0):
    """The preview of a row, when its picture is there."""
    desk.select(row)
    desk.press(Qt.Key.Key_Space)
    preview = desk.window.preview
    desk.qtbot.waitUntil(preview.isVisible)
    desk.qtbot.waitUntil(lambda: preview.canvas._pixmap is not None and preview.canvas._pixmap.width() == 400)
    return preview


def test_space_opens_it_and_space_or_escape_closes_it(large):
    preview = opened(large)
    assert preview.title.text() == "red"
    assert preview.position.text() == "1 of 5"
    assert preview.geometry().left() == 0, "it lies over the rail too; the categories stay in sight"
    assert preview.geometry().right() < large.window.categories.mapTo(large.window, QPoint(0, 0)).x()
    large.press(Qt.Key.Key_Space, preview)
    assert not preview.isVisible()
    large.qtbot.waitUntil(large.grid.hasFocus)
    large.press(Qt.Key.Key_Space)
    large.press(Qt.Key.Key_Escape, preview)
    assert not preview.isVisible()


def test_what_its_file_tells_is_said(large):
    preview = opened(large)
    large.qtbot.waitUntil(lambda: "COOLPIX P6000" in preview.facts.text())
    assert "22 Oct 2008" in preview.facts.text()
    assert "43.4674° N 11.8851° E" in preview.facts.text()
    assert "400 × 300" in preview.facts.text()
    assert preview.path.text().endswith("0-red.jpg")


def test_arrows_go_on_and_the_same_keys_label(large):
    preview = opened(large)
    large.press(Qt.Key.Key_Right, preview)
    large.qtbot.waitUntil(lambda: preview.position.text() == "2 of 5")
    assert large.session.selection == (large.grid.pictures.id(1),)
    large.press(Qt.Key.Key_1, preview)
    large.qtbot.waitUntil(lambda: preview.state.text() == "✓ yours")
    large.press(Qt.Key.Key_Left, preview)
    large.press(Qt.Key.Key_Return, preview)
    large.qtbot.waitUntil(lambda: large.captions()[0] == "red, ✓ yours")
    large.qtbot.waitUntil(lambda: preview.position.text() == "2 of 5")
    large.press(Qt.Key.Key_Delete, preview)
    large.qtbot.waitUntil(lambda: preview.state.text() == "likely")


def test_one_that_leaves_what_is_shown_is_followed_by_the_next(large):
    large.session.show_only(state=State.LIKELY)
    large.settle()
    preview = opened(large)
    first = large.session.selection
    large.press(Qt.Key.Key_1, preview)
    large.qtbot.waitUntil(lambda: preview.position.text().endswith("of 2"))
    assert preview.isVisible()
    assert large.session.selection != first


def test_many_that_are_selected_become_the_one_that_is_seen(large):
    large.select(0, 1, 2)
    large.press(Qt.Key.Key_Space)
    large.qtbot.waitUntil(large.window.preview.isVisible)
    assert len(large.session.selection) == 1
    large.press(Qt.Key.Key_Escape, large.window.preview)


def test_the_last_one_stays_and_an_empty_page_closes_it(large):
    preview = opened(large, 4)
    large.press(Qt.Key.Key_Right, preview)
    assert preview.position.text() == "5 of 5"
    large.session.show_only(state=State.UNSURE)
    large.qtbot.waitUntil(lambda: not preview.isVisible())


def test_a_double_click_opens_it(large):
    index = large.grid.pictures.index(2)
    place = large.grid.visualRect(index).center() - QPoint(0, 20)
    large.qtbot.mouseDClick(large.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    large.qtbot.waitUntil(lambda: large.window.preview.isVisible())
    large.press(Qt.Key.Key_Escape, large.window.preview)


def test_a_file_that_is_gone_is_said_with_the_next_step_and_its_label_is_kept(large):
    large.grid.pictures.path(1).unlink()
    large.select(1)
    large.press(Qt.Key.Key_1)
    large.qtbot.waitUntil(lambda: large.captions()[1] == "red, ✓ yours")
    large.press(Qt.Key.Key_Space)
    preview = large.window.preview
    large.qtbot.waitUntil(lambda: "its labels are kept" in preview.said.text())
    assert "Add the folder" in preview.said.text()
    large.press(Qt.Key.Key_Right, preview)
    large.qtbot.waitUntil(lambda: preview.said.text() == "")
    large.press(Qt.Key.Key_Escape, preview)


def test_a_file_that_was_damaged_since_is_said(large):
    large.grid.pictures.path(2).write_bytes(b"no picture any more")
    large.select(2)
    large.press(Qt.Key.Key_Space)
    preview = large.window.preview
    large.qtbot.waitUntil(lambda: "It cannot be shown: it is not a picture" in preview.said.text())
    large.press(Qt.Key.Key_Escape, preview)


# The canvas ------------------------------------------------------------------------------------------------------


@pytest.fixture
def canvas(qtbot):
    """A picture of 4000 x 2000 in a view of 400 x 400."""
    parent = QWidget()
    qtbot.addWidget(parent)
    canvas = Canvas(parent)
    canvas.resize(400, 400)
    pixmap = QPixmap(2000, 1000)
    pixmap.fill(Qt.GlobalColor.red)
    canvas.take(pixmap, QSizeF(4000, 2000))
    parent.show()
    canvas.kept = parent
    return canvas


def test_a_picture_is_fitted_zoomed_and_fitted_again(canvas):
    assert canvas.fitted
    assert canvas.scale == pytest.approx(0.1)
    assert not canvas.wants_more
    canvas.toggle()
    assert canvas.scale == 1.0
    assert canvas.wants_more, "each pixel is to be seen, and the pixmap has fewer"
    canvas.zoom(1000)
    assert canvas.scale == 16.0
    canvas.zoom(0.0001)
    assert canvas.fitted


def test_the_wheel_zooms_at_the_pointer(canvas):
    at = QPointF(100, 200)  # up and down it stays in the middle while it is lower than the view
    before = canvas._place()
    inside = (at.x() - before.left()) / before.width(), (at.y() - before.top()) / before.height()
    for _ in range(12):
        event = QWheelEvent(
            *(at, QPointF(canvas.mapToGlobal(at.toPoint())), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton),
            *(Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False),
        )
        QApplication.sendEvent(canvas, event)
    after = canvas._place()
    assert canvas.scale > 1
    now = (at.x() - after.left()) / after.width(), (at.y() - after.top()) / after.height()
    assert now == pytest.approx(inside, abs=1e-6)


def test_it_is_moved_by_the_hand_and_never_out_of_sight(canvas, qtbot):
    canvas.full()
    start = canvas._place().topLeft()
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    qtbot.mouseMove(canvas, QPoint(150, 170))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(150, 170))
    assert canvas._place().topLeft() - start == QPointF(-50, -30)
    canvas.move_by(-100_000, 100_000)
    place = canvas._place()
    assert place.right() == pytest.approx(400)
    assert place.top() == pytest.approx(0)


def test_more_pixels_keep_zoom_and_place(canvas):
    canvas.full(QPointF(10, 10))
    place = canvas._place()
    whole = QPixmap(4000, 2000)
    canvas.take(whole, QSizeF(4000, 2000), again=True)
    assert canvas._place() == place
    assert not canvas.wants_more
    canvas.take(whole, QSizeF(4000, 2000))
    assert canvas.fitted
