"""The tree of categories in the real window: nested and put in order by dragging and by keys, and all taken back."""

import pytest
from PySide6.QtCore import QPoint, Qt

from nomina_desktop import drops
from nomina_desktop.models import Role
from nomina_desktop.palette import Palette


@pytest.fixture
def panel(full):
    """The window with six pictures, red and blue."""
    return full


def ids(desk):
    return {each.name: each.id for each in desk.session.categories}


def tree(desk):
    model = desk.categories.model
    rows = [model.index(row).data(Role.ROW) for row in range(model.rowCount())]
    return [(row.depth, row.category.name) for row in rows]


def middle(desk, name):
    row = desk.names().index(name)
    return desk.categories.list.visualRect(desk.categories.model.index(row)).center()


def alt(desk, key):
    desk.qtbot.keyClick(desk.categories.list, key, Qt.KeyboardModifier.AltModifier)


def undo_all(desk):
    while desk.session.snapshot.undo:
        desk.act("undo")
        desk.settle()


def test_a_category_is_dragged_under_another_and_out_again(panel):
    mime = drops.of_category(ids(panel)["blue"])
    assert panel.drop(panel.categories.list, mime, middle(panel, "red"))
    panel.qtbot.waitUntil(lambda: tree(panel) == [(0, "red"), (1, "blue")])
    panel.wait_said("Move “blue” under “red”.")
    back = drops.of_category(ids(panel)["red"])
    assert panel.drop(panel.categories.list, back, middle(panel, "blue"))
    panel.wait_said("“red” cannot lie under “blue”, which lies under it.")
    panel.categories.list.setFocus()
    panel.categories.list.setCurrentIndex(panel.categories.model.index(0))
    panel.press(Qt.Key.Key_Left, panel.categories.list)
    assert tree(panel) == [(0, "red")], "folded"
    panel.press(Qt.Key.Key_Right, panel.categories.list)
    assert tree(panel) == [(0, "red"), (1, "blue")]
    assert panel.drop(panel.categories.list, mime, QPoint(100, 200))
    panel.qtbot.waitUntil(lambda: tree(panel) == [(0, "red"), (0, "blue")])
    undo_all(panel)
    assert tree(panel) == []


def test_what_a_drop_would_do_is_said_where_it_would_be(panel):
    listed = panel.categories.list
    listed._category = ids(panel)["blue"]
    listed._aim(panel.categories.model.index(0))
    assert listed._would() == "Put blue under red"
    listed._aim(panel.categories.model.index(panel.categories.model.rowCount()), to_the_top=True)
    assert listed._would() == "Put blue at the top"
    listed._category, listed._pictures = None, [1, 2]
    listed._aim(panel.categories.model.index(0))
    assert listed._would() == "Add 2 pictures as examples of red"


def test_a_category_is_nested_by_keys_alone(panel):
    panel.session.choose(ids(panel)["blue"])
    panel.act("nest")
    palette = panel.window.findChild(Palette)
    panel.qtbot.keyClicks(palette.line, "re")
    panel.press(Qt.Key.Key_Return, palette.line)
    panel.qtbot.waitUntil(lambda: tree(panel) == [(0, "red"), (1, "blue")])


def test_categories_are_put_in_order_by_dragging_and_by_keys(panel):
    panel.type_category("green")
    panel.settle()
    listed, names = panel.categories.list, panel.names
    place = middle(panel, "red") - QPoint(0, 18)
    assert panel.drop(listed, drops.of_category(ids(panel)["green"]), place), "onto the upper edge"
    panel.qtbot.waitUntil(lambda: names() == ["green", "red", "blue"])
    panel.wait_said("Move “green” before “red”.")
    listed.setFocus()
    listed.setCurrentIndex(panel.categories.model.index(0))
    alt(panel, Qt.Key.Key_Down)
    panel.qtbot.waitUntil(lambda: names() == ["red", "green", "blue"])
    assert listed.currentIndex().data() == "green", "the keyboard goes along"
    alt(panel, Qt.Key.Key_Down)
    panel.qtbot.waitUntil(lambda: names() == ["red", "blue", "green"])
    alt(panel, Qt.Key.Key_Down)
    panel.settle()
    assert names() == ["red", "blue", "green"], "there is nothing below"
    assert [each.name for each in panel.session.categories] == ["red", "blue", "green"]
    listed._category = ids(panel)["green"]
    listed._aim(panel.categories.model.index(0), edge=1)
    assert listed._would() == "Put green after red"
    undo_all(panel)
