"""Categories through the real window: typed, tried before they are made, nested, merged, split, and all taken back."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

import nomina
from nomina.testing import save_picture
from nomina_desktop.acts import categories, labels, pictures
from nomina_desktop.category_model import CategoriesModel, fitting_rows
from nomina_desktop.chips import Chip
from nomina_desktop.dialogs import MarkDialog, MergeDialog, RemoveDialog, SplitDialog
from nomina_desktop.palette import Palette
from nomina_desktop.strip import Small, StripModel

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def panel(full):
    """The window with six pictures, red and blue; the line to type in has the keyboard."""
    full.line, full.typed, full.card = full.categories.line, full.categories.typed, full.window.category_card
    full.line.setFocus()
    return full


def ids(desk):
    return {each.name: each.id for each in desk.session.categories}


def undo_all(desk):
    while desk.session.snapshot.undo:
        desk.act("undo")
        desk.settle()


# The line --------------------------------------------------------------------------------------------------------


def test_return_shows_the_best_hit_and_shift_return_makes_a_new_one(panel):
    panel.qtbot.keyClicks(panel.line, "re")
    assert panel.names() == ["red"], "the list shows what may be meant"
    assert "show red" in panel.typed._enter.text()
    panel.press(Qt.Key.Key_Return, panel.line)
    panel.qtbot.waitUntil(lambda: panel.session.snapshot.show.category_id == ids(panel)["red"])
    assert panel.line.text() == ""
    assert panel.names() == ["red", "blue"]
    panel.qtbot.keyClicks(panel.line, "re")
    panel.qtbot.keyClick(panel.line, Qt.Key.Key_Return, SHIFT)
    panel.qtbot.waitUntil(lambda: panel.names() == ["red", "blue", "re"])
    panel.settle()
    assert panel.session.category == ids(panel)["re"], "its card is shown"
    panel.qtbot.keyClicks(panel.line, "bl")
    panel.press(Qt.Key.Key_Escape, panel.line)
    assert panel.line.text() == ""
    panel.press(Qt.Key.Key_Down, panel.line)
    assert panel.categories.list.hasFocus()


def test_what_a_new_name_would_do_is_told_before_it_is_made(panel):
    panel.qtbot.keyClicks(panel.line, "green")
    panel.qtbot.waitUntil(panel.typed.would.isVisible)
    assert panel.typed.moves.text() == "About 1 picture would move to it from none of these"
    assert panel.typed.stays.text() == "None of your confirmed pictures change"
    assert panel.typed.strip.pictures.index(0).data(Qt.ItemDataRole.ToolTipRole) == "5-green.png"
    assert panel.names() == ["red", "blue"], "nothing was made yet"
    assert panel.session.snapshot.undo == "Add “blue”"
    panel.window.resize(1100, 560)
    panel.typed.moves.setText("3 Bilder würden von „red“ hierher wandern, 2 von „green“ und 1 von keiner davon")
    panel.typed._make_room()
    panel.qtbot.waitUntil(lambda: panel.typed.moves.height() >= panel.typed.moves.heightForWidth(272))
    parts = [each.geometry() for each in (panel.typed.moves, panel.typed.strip, panel.typed.stays)]
    assert all(upper.bottom() < lower.top() for upper, lower in pairwise(parts)), "nothing lies over the pictures"
    panel.press(Qt.Key.Key_Return, panel.line)
    panel.qtbot.waitUntil(lambda: "green, likely" in panel.captions())
    assert not panel.typed.would.isVisible()


def test_the_first_name_is_told_in_the_smallest_window_and_goes_with_its_library(desk, colours, tmp_path):
    """The hint how it is done takes the room of what a name would do; another library knows nothing of it."""
    pictures.add(desk.session, [colours])
    desk.settle()
    desk.window.resize(760, 600)
    typed = desk.categories.typed
    desk.qtbot.keyClicks(typed.line, "red")
    desk.qtbot.waitUntil(typed.would.isVisible)
    parts = [typed.moves, typed.strip, typed.stays]
    apart = lambda: all(upper.geometry().bottom() < lower.geometry().top() for upper, lower in pairwise(parts))  # noqa: E731
    desk.qtbot.waitUntil(lambda: typed.stays.height() >= typed.stays.minimumHeight() > 0 and apart())
    assert not desk.categories._hint.isVisible()
    desk.open_new(tmp_path / "Another")
    assert (typed.line.text(), typed.would.isVisible()) == ("", False)
    assert desk.categories._hint.isVisible()


def test_only_the_last_of_what_was_typed_is_told(panel):
    panel.qtbot.keyClicks(panel.line, "gree")
    panel.typed._try()  # an answer for this is on its way
    panel.qtbot.keyClicks(panel.line, "n")
    panel.qtbot.waitUntil(panel.typed.would.isVisible)
    assert panel.typed.moves.text() == "About 1 picture would move to it from none of these"
    panel.qtbot.keyClicks(panel.line, "xyz")
    assert not panel.typed.would.isVisible(), "what was told is of another name"
    panel.line.selectAll()
    panel.press(Qt.Key.Key_Delete, panel.line)
    panel.settle()
    assert not panel.typed.would.isVisible()
    assert panel.names() == ["red", "blue"]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [("x" * 300, "The name has 300 characters."), ("a\0b", "The name has characters that cannot be shown.")],
)
def test_a_name_that_is_no_good_is_told_while_it_is_typed(panel, typed, sentence):
    panel.line.setText(typed)
    panel.typed._typed(typed)
    panel.qtbot.waitUntil(panel.typed.said.isVisible)
    assert sentence in panel.typed.said.text()
    panel.press(Qt.Key.Key_Return, panel.line)
    panel.settle()
    assert panel.names() == ["red", "blue"]
    assert sentence in panel.typed.said.text()


def test_names_of_any_script_and_pictures_are_names(panel):
    for name in ("🦊 fox", "日本 の 鳥", "Ünï  cödé", "<b>bold</b>"):
        panel.line.setText(name)
        panel.press(Qt.Key.Key_Return, panel.line)
        panel.settle()
    assert panel.names()[2:] == ["🦊 fox", "日本 の 鳥", "Ünï cödé", "<b>bold</b>"]
    shown = [label.textFormat() for label in panel.window.findChildren(QLabel) if "<b>" in label.text()]
    assert set(shown) == {Qt.TextFormat.PlainText}, "a name is no markup"
    panel.line.setText("red")
    panel.qtbot.keyClick(panel.line, Qt.Key.Key_Return, SHIFT)
    panel.qtbot.waitUntil(lambda: "There is a category “red” already." in panel.typed.said.text())


# Of pictures, of a search, of a folder ----------------------------------------------------------------------------


def test_selected_pictures_become_a_category_in_one_step(panel):
    panel.select(4, 5)
    chosen = panel.session.selection
    panel.act("category_of")
    assert panel.typed.of.text() == "of 2 pictures  ×"
    panel.qtbot.keyClicks(panel.line, "odd ones")
    panel.press(Qt.Key.Key_Return, panel.line)
    panel.qtbot.waitUntil(lambda: panel.evidence() == ["words", "words", "2 ✓"])
    assert panel.session.snapshot.undo == "Make “odd ones” of 2 pictures"
    assert not panel.typed.of.isVisible()
    panel.act("undo")
    panel.qtbot.waitUntil(lambda: panel.names() == ["red", "blue"])
    panel.session.select(chosen)
    panel.act("category_of")
    panel.qtbot.keyClicks(panel.line, "bl")
    panel.press(Qt.Key.Key_Return, panel.line)
    panel.qtbot.waitUntil(lambda: panel.evidence() == ["words", "2 ✓"])


def test_a_search_becomes_a_category_with_the_hits_that_were_selected(panel):
    panel.session.show_only(search="green")
    panel.settle()
    panel.select(0)
    panel.act("category_of")
    assert panel.line.text() == "green"
    panel.press(Qt.Key.Key_Return, panel.line)
    panel.qtbot.waitUntil(lambda: panel.evidence() == ["words", "words", "1 ✓"])
    assert panel.names()[2] == "green"


def test_a_folder_becomes_a_category(panel, tmp_path):
    for number in range(3):
        save_picture(tmp_path / "Yellow things" / f"{number}.png", "yellow", seed=70 + number)
    panel.answers.folder = tmp_path / "Yellow things"
    panel.act("category_of_folder")
    assert panel.line.text() == "Yellow things"
    assert panel.typed.of.text() == "of the folder “Yellow things”  ×"
    panel.press(Qt.Key.Key_Return, panel.line)
    panel.qtbot.waitUntil(lambda: panel.evidence() == ["words", "words", "3 ✓"], timeout=10_000)
    panel.act("undo")
    panel.qtbot.waitUntil(lambda: panel.names() == ["red", "blue"])
    panel.qtbot.waitUntil(lambda: panel.session.snapshot.total == 6)


def test_a_thousand_categories_are_found_by_the_beginning_of_a_name(panel):
    model = panel.categories.model
    rows = list(model._all)
    many = [
        type(rows[0])(nomina.Category(n, name), "", "words", 0)
        for n, name in enumerate(f"heron {n}" for n in range(1000))
    ]
    found = [row.category.name for _, row in fitting_rows(many, "heron 99")]
    assert found[0] == "heron 99"
    assert found[1:] == [f"heron 99{n}" for n in range(10)]


@pytest.mark.parametrize("make", [StripModel, CategoriesModel])
def test_models_keep_qt_s_rules(qtmodeltester, make, panel):
    model = make()
    if make is StripModel:
        model.take([Small(1, "a", "a.png"), Small(2, "b", "b.png")])
    else:
        model.take(panel.session.snapshot)
        model.filter("re")
        model.filter("")
        model.fold(1, True)
    qtmodeltester.check(model)


# Marks -----------------------------------------------------------------------------------------------------------


def test_a_person_chooses_colour_and_key_and_keys_stay_when_others_go(panel):
    panel.type_category("green")
    panel.settle()
    panel.session.choose(ids(panel)["green"])
    panel.settle()
    panel.qtbot.mouseClick(panel.card.marked, Qt.MouseButton.LeftButton)
    dialog = panel.window.findChild(MarkDialog)
    dialog.key.group.button(1).click()
    dialog.colour.group.button(3).click()
    dialog.accept()
    panel.settle()
    keys = {each.name: each.digit for each in panel.session.categories}
    assert keys == {"red": 3, "blue": 2, "green": 1}
    assert panel.built.look.mark(ids(panel)["green"]).name().upper() == "#009E73"
    categories.remove(panel.session, ids(panel)["blue"])
    panel.settle()
    assert {each.name: each.digit for each in panel.session.categories} == {"red": 3, "green": 1}
    panel.window.activateWindow()
    panel.qtbot.waitUntil(panel.window.isActiveWindow)
    panel.select(0)
    panel.press(Qt.Key.Key_1)
    panel.qtbot.waitUntil(lambda: panel.captions()[0] == "green, ✓ yours")
    undo_all(panel)
    assert panel.names() == []


# The card --------------------------------------------------------------------------------------------------------


def test_the_card_shows_what_a_category_is_known_by_and_changes_it(panel):
    panel.session.choose(ids(panel)["red"])
    panel.settle()
    card = panel.card
    assert card.name.text() == "red"
    card.also.begin()
    panel.qtbot.keyClicks(card.also.line, "crimson")
    panel.press(Qt.Key.Key_Return, card.also.line)
    panel.qtbot.waitUntil(lambda: [chip.toolTip() for chip in card.also.findChildren(Chip)] != [])
    card.unlike.begin()
    panel.qtbot.keyClicks(card.unlike.line, "orange")
    panel.press(Qt.Key.Key_Return, card.unlike.line)
    card.looks.setFocus()
    card.looks.setPlainText("a warm colour")
    panel.press(Qt.Key.Key_Return, card.looks)
    panel.settle()
    (red,) = [each for each in panel.session.categories if each.name == "red"]
    assert (red.synonyms, red.unlike, red.description) == (("crimson",), ("orange",), "a warm colour")
    (chip,) = card.also.findChildren(Chip)
    panel.press(Qt.Key.Key_Delete, chip)
    panel.settle()
    assert panel.session.categories[0].synonyms == ()
    card.unlike.begin()
    panel.qtbot.keyClicks(card.unlike.line, "red")
    panel.press(Qt.Key.Key_Return, card.unlike.line)
    panel.qtbot.waitUntil(card.said.isVisible)
    assert "cannot be both a name of “red” and what it is not" in card.said.text()


def test_examples_are_shown_on_the_card_and_taken_away_there(panel):
    page = panel.session.page
    labels.accept(panel.session, ids(panel)["red"], page.ids[:2].tolist())
    labels.reject(panel.session, {ids(panel)["red"]: [int(page.ids[3])]})
    panel.session.choose(ids(panel)["red"])
    panel.settle()
    assert panel.card.examples.pictures.rowCount() == 2
    assert panel.card.rejects.pictures.rowCount() == 1
    panel.card.examples.setFocus()
    panel.press(Qt.Key.Key_X, panel.card.examples)
    panel.qtbot.waitUntil(lambda: panel.evidence()[0] == "1 ✓  1 ×")
    panel.qtbot.mouseClick(panel.card.all_rejects, Qt.MouseButton.LeftButton)
    panel.qtbot.waitUntil(lambda: panel.grid.pictures.rowCount() == 1)
    panel.settle()
    panel.press(Qt.Key.Key_Return, panel.card.examples)
    panel.settle()
    assert panel.grid.pictures.rowCount() == 1


def test_the_doctor_offers_what_helps(panel, tmp_path):
    """Four reds and four blues in one category are two kinds: they are split with a name the person gives."""
    panel.session.act(lambda library: nomina.change_category(library, ids(panel)["red"], words=False))
    for number, colour in enumerate(("red", "blue") * 3):
        save_picture(tmp_path / "more" / f"{number}-{colour}.png", colour, seed=40 + number)
    pictures.add(panel.session, [tmp_path / "more"])
    panel.settle()
    page = panel.session.page
    everything = [i for i, path in zip(page.ids.tolist(), page.paths, strict=True) if "green" not in path]
    labels.accept(panel.session, ids(panel)["red"], everything)
    panel.session.choose(ids(panel)["red"])
    panel.settle()
    said = [button for button in panel.card.findChildren(QPushButton) if button.text() == "Split…"]
    panel.qtbot.mouseClick(said[0], Qt.MouseButton.LeftButton)
    panel.settle()
    dialog = panel.window.findChild(SplitDialog)
    assert dialog.go.pictures.rowCount() == 5
    panel.qtbot.keyClicks(dialog.name, "RED")
    panel.qtbot.waitUntil(lambda: "There is a category “red” already." in dialog.said.text())
    dialog.name.clear()
    panel.qtbot.keyClicks(dialog.name, "sea")
    panel.qtbot.waitUntil(lambda: "5 from red" in dialog.moves.text())
    panel.press(Qt.Key.Key_Return, dialog.name)
    panel.qtbot.waitUntil(lambda: "sea" in panel.names())
    assert dict(zip(panel.names(), panel.evidence(), strict=True))["sea"] == "5 ✓"
    panel.act("undo")
    panel.qtbot.waitUntil(lambda: "sea" not in panel.names())
    undo_all(panel)


# Merge, split, remove --------------------------------------------------------------------------------------------


def test_two_categories_are_merged_after_a_look_and_undo_brings_both_back(panel):
    page = panel.session.page
    labels.accept(panel.session, ids(panel)["blue"], [int(page.ids[3])])
    panel.settle()
    panel.session.choose(ids(panel)["blue"])
    panel.act("merge")
    palette = panel.window.findChild(Palette)
    panel.qtbot.keyClicks(palette.line, "red")
    panel.press(Qt.Key.Key_Return, palette.line)
    dialog = panel.window.findChild(MergeDialog)
    panel.qtbot.waitUntil(lambda: "from blue" in dialog.moves.text())
    assert dialog.stays.text() == "1 confirmed picture would change"
    assert panel.names() == ["red", "blue"]
    dialog.accept()
    panel.qtbot.waitUntil(lambda: panel.names() == ["red"])
    assert panel.session.categories[0].synonyms == ("blue",)
    panel.settle()
    assert panel.evidence() == ["1 ✓"]
    panel.act("undo")
    panel.qtbot.waitUntil(lambda: panel.evidence() == ["words", "1 ✓"])
    undo_all(panel)
    assert panel.names() == []


def test_removing_one_with_examples_tells_first_what_goes(panel):
    labels.accept(panel.session, ids(panel)["red"], panel.session.page.ids[:3].tolist())
    panel.settle()
    panel.session.choose(ids(panel)["red"])
    panel.act("remove")
    dialog = panel.window.findChild(RemoveDialog)
    panel.qtbot.waitUntil(lambda: dialog.stays.text() == "3 confirmed pictures would change")
    dialog.reject()
    assert panel.names() == ["red", "blue"]
    panel.act("remove")
    panel.window.findChildren(RemoveDialog)[-1].accept()
    panel.qtbot.waitUntil(lambda: panel.names() == ["blue"])
    panel.settle()
    assert panel.card._pages.currentIndex() == 0, "its card says that none is chosen"


def test_splitting_needs_examples(panel):
    panel.session.choose(ids(panel)["red"])
    panel.act("split")
    panel.wait_said("red has too few examples to split.")
