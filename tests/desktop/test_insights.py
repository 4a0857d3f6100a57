"""The insights: counts, how true the confidence is, what is confused; and what to do while too little is known."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QWidget

from nomina import Accuracy, Bin, Coverage
from nomina.testing import save_picture
from nomina_desktop.acts import categories, labels, pictures
from nomina_desktop.insights import sentences
from nomina_desktop.insights.bars import Bar, BarsModel
from nomina_desktop.models import Role


@pytest.fixture
def told(full):
    """The window with the insights of six pictures in front."""
    full.act("insights")
    full.settle()
    return full


def view(desk):
    return desk.window.insights


def rows(bars):
    model = bars.bars
    return {model.index(i).data(): model.index(i).data(Role.ROW).figure for i in range(model.rowCount())}


def texts(desk):
    return [each.text() for each in (view(desk).accuracy, view(desk).verdict, view(desk).suspects)]


def many(desk, tmp_path):
    """Thirty pictures of three colours, all labelled; three blues are called red."""
    folder = tmp_path / "thirty"
    for number in range(30):
        colour = ("red", "blue", "lime")[number % 3]
        save_picture(folder / f"{number:02}-{colour}.png", colour, seed=number)
    pictures.add(desk.session, [folder])
    for name in ("red", "blue", "lime"):
        categories.add(desk.session, name)
    desk.settle()
    page = desk.session.page
    ids = {name: [] for name in ("red", "blue", "lime")}
    for image, path in zip(page.ids.tolist(), page.paths, strict=True):
        ids[path.rsplit("-", 1)[1].removesuffix(".png")].append(image)
    wrong, ids["blue"] = ids["blue"][:3], ids["blue"][3:]
    for category_id, name in enumerate(ids, 1):
        labels.accept(desk.session, category_id, ids[name] + (wrong if name == "red" else []))
    desk.settle()
    return wrong


# Too little is known ---------------------------------------------------------------------------------------------


def test_without_pictures_and_without_categories_it_says_what_to_do(desk, tmp_path):
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert view(desk).empty.isVisible()
    assert view(desk).empty.sentence.text() == "Insights need pictures."
    desk.answers.files = [save_picture(tmp_path / "red.png", "red")]
    desk.qtbot.mouseClick(view(desk).empty.button, Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(lambda: view(desk).empty.sentence.text() == "Insights need categories.")
    desk.qtbot.mouseClick(view(desk).empty.button, Qt.MouseButton.LeftButton)
    assert desk.categories.line.hasFocus()
    desk.type_category("red")
    desk.qtbot.waitUntil(lambda: rows(view(desk).categories) == {"red": "1"})


def test_without_labels_it_counts_and_asks_for_some(told):
    assert rows(view(told).states) == {"Yours": "0", "Likely": "5", "Unsure": "0", "None of these": "1"}
    assert rows(view(told).categories) == {"red": "3", "blue": "2"}
    assert not view(told).chart.isVisible()
    assert "20 more" in view(told).verdict.text()
    assert view(told).figure.text() == "–"
    told.qtbot.mouseClick(view(told).review, Qt.MouseButton.LeftButton)
    assert told.session.view == "review"


# Labels tell -----------------------------------------------------------------------------------------------------


def test_labels_tell_how_often_it_is_right_and_what_is_confused(desk, tmp_path):
    wrong = many(desk, tmp_path)
    desk.act("insights")
    desk.settle()
    assert view(desk).figure.text() == "90 %"
    assert view(desk).chart.isVisible()
    assert not view(desk).review.isVisible()
    assert "27 would have been named right" in view(desk).accuracy.text()
    assert rows(view(desk).confusions) == {"red taken for blue": "3 of 13"}
    assert "3 picture" in view(desk).suspects.text()
    assert set(rows(view(desk).sets)) == {"4 to 8 examples", "9 examples or more"}
    desk.press(Qt.Key.Key_Down, view(desk).confusions)
    desk.press(Qt.Key.Key_Return, view(desk).confusions)
    desk.settle()
    assert desk.window.gallery._title.text() == "red taken for blue"
    assert [desk.grid.pictures.id(row) for row in range(desk.grid.pictures.rowCount())] == wrong
    desk.act("undo")
    desk.act("insights")
    desk.settle()
    assert view(desk).figure.text() != "90 %", "it follows what is undone"


def test_labels_that_look_wrong_are_shown(desk, tmp_path):
    wrong = many(desk, tmp_path)
    desk.act("insights")
    desk.settle()
    desk.qtbot.mouseClick(view(desk).show_suspects, Qt.MouseButton.LeftButton)
    desk.settle()
    shown = {desk.grid.pictures.id(row) for row in range(desk.grid.pictures.rowCount())}
    assert shown == set(wrong)
    assert desk.window.gallery._title.text() == "Labels that look wrong"


def test_a_bar_shows_its_pictures(told):
    states = view(told).states
    point = states.visualRect(states.bars.index(1)).center()
    told.qtbot.mouseClick(states.viewport(), Qt.MouseButton.LeftButton, pos=point)
    told.settle()
    assert told.session.view == "pictures"
    assert told.grid.pictures.rowCount() == 5
    told.act("insights")
    view(told).categories.setCurrentIndex(view(told).categories.bars.index(1))
    told.press(Qt.Key.Key_Return, view(told).categories)
    told.settle()
    assert told.grid.pictures.rowCount() == 2


def test_points_of_the_diagram_say_what_they_mean(desk, tmp_path):
    many(desk, tmp_path)
    desk.act("insights")
    desk.settle()
    chart = view(desk).chart
    assert len(chart._bins) == 3
    assert chart.accessibleDescription().count("Where it says") == 3
    first = chart._bins[0]
    assert chart.words_at(chart._at(first.confidence, first.right)).startswith("Where it says")
    assert chart.words_at(QPointF(chart.width() - 1, chart.height() - 1)) == ""


def test_it_asks_only_while_it_is_looked_at(told):
    before = view(told)._found
    told.act("pictures")
    labels.accept(told.session, 1, [told.grid.pictures.id(0)])
    told.settle()
    assert view(told)._found is before
    told.act("insights")
    told.settle()
    assert rows(view(told).states)["Yours"] == "1"


def test_everything_of_it_that_takes_the_keyboard_has_a_name(desk, tmp_path):
    many(desk, tmp_path)
    for name in ("map", "insights"):
        desk.act(name)
        desk.settle()
        shown = [each for each in desk.window.views[name].findChildren(QWidget) if each.isVisible()]
        taking = [each for each in shown if each.focusPolicy() != Qt.FocusPolicy.NoFocus]
        assert len(taking) > 3
        for widget in taking:
            assert widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()), widget


def test_it_fits_a_narrow_window_and_both_palettes(desk, tmp_path):
    many(desk, tmp_path)
    desk.window.resize(760, 480)
    for name in ("map", "insights"):
        desk.act(name)
        desk.settle()
        assert desk.window.width() == 760
        for appearance in ("dark", "light"):
            desk.act(appearance)
            assert desk.window.views[name].grab().width() <= 760


def test_bars_are_a_sound_model(qtbot, qapp):
    model = BarsModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.take([Bar("red", (), "3"), Bar("blue", (), "2")])
    model.take([Bar("red", (), "4", "4 pictures"), Bar("blue", (), "2")])
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "red, 4 pictures"
    model.take([])
    assert model.rowCount() == 0


# Sentences -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("least", "most", "words"), [(0, 0, "Words alone"), (2, 3, "2 to 3 examples"), (9, None, "9 examples or more")]
)
def test_a_bucket_in_words(least, most, words):
    title, figure, detail = sentences.sets(Coverage(least, most, 9, 10, 1.3, 40, True))
    assert (title, figure) == (words, "90 % of 10")
    assert detail == "90 % of 10 labelled pictures; a set has 1.3 categories on average."
    assert "too few" in sentences.sets(Coverage(least, most, 9, 10, 1.25, 4, False))[1]


def test_a_point_in_words():
    assert sentences.point(Bin(0.62, 0.5, 0.3, 0.7, 12)).startswith(
        "Where it says 62 %, it is right 50 % of the time (12"
    )


def test_one_right_of_one_is_told_as_a_range():
    figure, _, rests = sentences.accuracy(Accuracy(1, 1, 0.21, 1.0, False))
    assert figure == "21 % to 100 %"
    assert "you chose to label" in rests
    assert sentences.accuracy(Accuracy(9, 10, 0.6, 0.98, True))[0] == "90 %"
