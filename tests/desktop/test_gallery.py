"""The gallery narrows what it shows by conditions that combine, arranges it, and keeps it under a name."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import PIL.Image
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QPushButton, QToolButton

import nomina
from nomina.testing import save_picture
from nomina_desktop.acts import pictures
from nomina_desktop.conditions import first_day, last_day, span
from nomina_desktop.dialogs import NameDialog
from nomina_desktop.models import Role
from nomina_desktop.rail_section import RailModel, RailRow


def chips(desk) -> list[str]:
    flow = desk.window.gallery.header._flow
    widgets = [flow.itemAt(at).widget() for at in range(flow.count())]
    return [widget.text() for widget in widgets if isinstance(widget, QToolButton)]


def chip(desk, text: str) -> QToolButton:
    flow = desk.window.gallery.header._flow
    return next(w for at in range(flow.count()) if (w := flow.itemAt(at).widget()).text() == text)


def names(desk) -> list[str]:
    return [desk.grid.pictures.path(row).name for row in range(desk.grid.pictures.rowCount())]


def rail_rows(section) -> list[tuple[str, int, int | None]]:
    rows = [section.rows.index(row).data(Role.ROW) for row in range(section.rows.rowCount())]
    return [(row.title, row.depth, row.count) for row in rows]


def choose(desk, section, title: str) -> None:
    """Click a place of the rail."""
    row = [each[0] for each in rail_rows(section)].index(title)
    point = section.list.visualRect(section.rows.index(row)).center()
    desk.qtbot.mouseClick(section.list.viewport(), Qt.MouseButton.LeftButton, pos=point)
    desk.settle()


def test_the_rail_s_model_keeps_the_rules_of_qt(qapp):
    model = RailModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    for count in (0, 3, 3, 1, 40, 0):
        model.take([RailRow(at, f"{at}", at, "tip", at % 3) for at in range(count)])
    assert tester.model() is model


def test_conditions_combine_and_each_can_be_taken_away(full):
    choose(full, full.window.rail.show_section, "Likely")
    assert chips(full) == [], "one condition is the title"
    assert full.window.gallery._title.text() == "Likely"
    full.session.narrow(category_id=1)
    full.settle()
    assert full.window.gallery._title.text() == "red"
    assert chips(full) == ["red", "Likely"]
    full.session.narrow(name="0-")
    full.settle()
    assert chips(full) == ["red", "Likely", "“0-” in the name"]
    assert names(full) == ["0-red.png"]
    full.qtbot.mouseClick(chip(full, "red"), Qt.MouseButton.LeftButton)
    full.qtbot.waitUntil(lambda: chips(full) == ["Likely", "“0-” in the name"])
    full.qtbot.mouseClick(full.window.gallery.header.all, Qt.MouseButton.LeftButton)
    full.qtbot.waitUntil(lambda: full.grid.pictures.rowCount() == 6)
    assert not full.window.gallery.header._chips.isVisible()


def test_a_chip_is_taken_away_by_the_keyboard(full):
    full.session.show_only(category_id=1, name="red")
    full.settle()
    chip(full, "red").setFocus()
    full.press(Qt.Key.Key_Space, chip(full, "red"))
    full.qtbot.waitUntil(lambda: full.session.show.category_id is None)
    assert full.session.show.name == "red"


def test_conditions_that_nothing_meets_say_so(full):
    full.session.show_only(category_id=1, name="blue")
    full.settle()
    empty = full.window.gallery._empty
    assert empty.isVisible()
    assert "take one of them away" in empty._hint.text()
    full.qtbot.mouseClick(empty.all, Qt.MouseButton.LeftButton)
    full.qtbot.waitUntil(lambda: full.grid.pictures.rowCount() == 6)


def test_letters_and_days_narrow_while_they_are_typed(full, tmp_path):
    save_picture(tmp_path / "dated" / "x.png", "red", seed=70)
    with PIL.Image.open(tmp_path / "dated" / "x.png") as image:
        exif = image.getexif()
        exif.get_ifd(0x8769)[0x9003] = "2019:05:31 08:00:00"
        image.save(tmp_path / "dated" / "old.jpg", exif=exif)
    (tmp_path / "dated" / "x.png").unlink()
    pictures.add(full.session, [tmp_path / "dated"])
    full.settle()
    full.act("filter")
    panel = full.window.gallery.header._panel
    full.qtbot.keyClicks(panel.name, "BLUE")
    full.qtbot.waitUntil(lambda: names(full) == ["3-blue.png", "4-blue.png"])
    panel.name.clear()
    full.qtbot.keyClicks(panel.since, "2019")
    full.qtbot.waitUntil(lambda: names(full) == [])
    full.qtbot.mouseClick(panel.clear, Qt.MouseButton.LeftButton)
    full.qtbot.waitUntil(lambda: full.grid.pictures.rowCount() == 7)
    full.qtbot.keyClicks(panel.since, "2019")
    full.qtbot.keyClicks(panel.until, "2019-05")
    full.qtbot.waitUntil(lambda: full.window.gallery._title.text() == "2019-01-01 – 2019-05-31")
    assert names(full) == ["old.jpg"]
    panel.until.clear()
    full.qtbot.keyClicks(panel.until, "May")
    assert "Type a year" in panel.said.text()
    panel.until.clear()
    full.qtbot.keyClicks(panel.until, "2018")
    assert panel.said.text() == "The last day is before the first."
    panel.hide()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2019", "2019-01-01", "2019-12-31"),
        (" 2020-02 ", "2020-02-01", "2020-02-29"),
        ("2019-5-3", "2019-05-03", "2019-05-03"),
        ("2019-13", "None", "None"),
        ("2019-02-30", "None", "None"),
        ("0000", "None", "None"),
        ("", "None", "None"),
    ],
)
def test_a_day_may_be_a_month_or_a_year(text, first, last):
    assert (str(first_day(text)), str(last_day(text))) == (first, last)


def test_spans_of_days_are_named_shortly():
    assert span(first_day("2019"), last_day("2019")) == "2019"
    assert span(first_day("2019-02"), last_day("2019-02")) == "2019-02"
    assert span(first_day("2019-02-03"), last_day("2019-02-03")) == "2019-02-03"
    assert span(first_day("2019"), None) == "since 2019-01-01"
    assert span(None, last_day("2019")) == "until 2019-12-31"


def test_folders_stand_in_the_rail_with_counts_and_open_by_a_click(desk, colours, tmp_path):
    save_picture(tmp_path / "pictures" / "more" / "a.png", "red", seed=20)
    save_picture(tmp_path / "pictures" / "more" / "inner" / "b.png", "red", seed=21)
    pictures.add(desk.session, [colours])
    desk.settle()
    folders = desk.window.rail.folders
    desk.qtbot.waitUntil(lambda: rail_rows(folders) == [("pictures", 0, 8)])
    choose(desk, folders, "pictures")
    desk.qtbot.waitUntil(lambda: rail_rows(folders) == [("pictures", 0, 8), ("more", 1, 2)])
    choose(desk, folders, "more")
    desk.qtbot.waitUntil(lambda: rail_rows(folders)[-1] == ("inner", 2, 1))
    desk.qtbot.waitUntil(lambda: sorted(names(desk)) == ["a.png", "b.png"])
    assert desk.window.gallery._title.text() == "more"
    assert folders.list.currentIndex().data() == "more"
    desk.press(Qt.Key.Key_Left, folders.list)
    desk.qtbot.waitUntil(lambda: rail_rows(folders) == [("pictures", 0, 8), ("more", 1, 2)])
    said = folders.rows.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "more, 2 pictures, folded"
    desk.press(Qt.Key.Key_Right, folders.list)
    desk.qtbot.waitUntil(lambda: rail_rows(folders)[-1] == ("inner", 2, 1))
    angle = folders.list.visualRect(folders.rows.index(0)).topLeft() + QPoint(16, 16)
    desk.qtbot.mouseClick(folders.list.viewport(), Qt.MouseButton.LeftButton, pos=angle)
    desk.qtbot.waitUntil(lambda: rail_rows(folders) == [("pictures", 0, 8)])
    assert sorted(names(desk)) == ["a.png", "b.png"], "what is shown stays"


def test_what_a_run_labelled_has_a_place_of_its_own(full):
    choose(full, full.window.rail.show_section, "Automatic")
    assert names(full) == []
    full.session.ask(lambda library: list(nomina.label_images(library, at_least=0.5)))
    full.settle()
    full.session.refresh()
    full.settle()
    assert len(names(full)) == full.counts()["Automatic"] == 5


def test_a_search_is_saved_chosen_and_forgotten(full):
    full.session.show_only(category_id=1, name="red")
    full.settle()
    full.act("save_search")
    dialog = full.window.findChild(NameDialog)
    dialog.name.setText("my reds")
    dialog.accept()
    saved = full.window.rail.saved
    full.qtbot.waitUntil(lambda: rail_rows(saved) == [("my reds", 0, None)])
    full.wait_said("Save the search “my reds”.")
    full.act("all")
    full.settle()
    assert saved.list.currentIndex().row() == 0 or not saved.list.selectedIndexes()
    choose(full, saved, "my reds")
    assert (full.session.show.category_id, full.session.show.name) == (1, "red")
    assert chips(full) == ["red", "“red” in the name"]
    full.press(Qt.Key.Key_Delete, saved.list)
    full.qtbot.waitUntil(lambda: not saved.isVisible())
    full.act("undo")
    full.qtbot.waitUntil(lambda: rail_rows(saved) == [("my reds", 0, None)])


def test_nothing_to_search_for_is_not_saved(full):
    full.act("save_search")
    full.window.findChild(NameDialog).accept()
    full.wait_said("Nothing is searched for.")


def test_pictures_are_arranged(full):
    header = full.window.gallery.header
    full.select(5)
    header.sort_by("most alike first")
    full.settle()
    assert names(full)[0] == "5-green.png"
    assert header.sort.text() == "Sort: most like the selected"
    header.sort_by("name")
    header._reverse.trigger()
    full.settle()
    assert names(full)[0] == "5-green.png"
    full.session.narrow(category_id=2)
    full.settle()
    assert header.sort.text() == "Sort: best first"
    header.sort_by("name")
    full.settle()
    assert names(full) == ["4-blue.png", "3-blue.png"]
    full.act("all")
    full.settle()
    assert header.sort.text() == "Sort: name", "the order stays"


def blotches(path: Path, size: int) -> Path:
    """A picture that is the same at every size."""
    rows = np.random.default_rng(1).integers(0, 255, (6, 6, 3), dtype=np.uint8)
    path.parent.mkdir(parents=True, exist_ok=True)
    PIL.Image.fromarray(rows).resize((size, size), PIL.Image.Resampling.BICUBIC).save(path)
    return path


def test_near_duplicates_are_shown_as_one_that_opens(full, tmp_path):
    for size in (90, 120, 200):
        blotches(tmp_path / "again" / f"{size}.png", size)
    pictures.add(full.session, [tmp_path / "again"])
    full.settle()
    full.act("together")
    full.qtbot.waitUntil(lambda: full.grid.pictures.rowCount() == 7)
    row = names(full).index("200.png")
    index = full.grid.pictures.index(row)
    assert "one of 3 near-duplicate" in index.data(Qt.ItemDataRole.ToolTipRole)
    full.qtbot.mouseDClick(
        full.grid.viewport(), Qt.MouseButton.LeftButton, pos=full.grid.visualRect(index).center() - QPoint(0, 20)
    )
    full.qtbot.waitUntil(lambda: sorted(names(full)) == ["120.png", "200.png", "90.png"])
    assert full.window.gallery._title.text() == "Near-duplicates"
    full.act("all")
    full.settle()
    full.act("together")
    full.qtbot.waitUntil(lambda: full.grid.pictures.rowCount() == 9)


def test_a_narrow_window_keeps_all_conditions_in_sight(full):
    full.window.resize(760, 480)
    full.session.show_only(category_id=1, name="red", state=nomina.State.LIKELY)
    full.settle()
    header = full.window.gallery.header
    right = header.width()
    for widget in header.findChildren(QToolButton) + header.findChildren(QPushButton):
        if widget.isVisible():
            assert widget.mapTo(header, QPoint(widget.width(), 0)).x() <= right
