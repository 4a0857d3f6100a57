"""One journey for each job, through the real window."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent
from PySide6.QtWidgets import QApplication

from nomina import Sought, State
from nomina.testing import save_picture
from nomina_desktop import drops
from nomina_desktop.acts import categories, pictures
from nomina_desktop.conditions import searched_in_words
from nomina_desktop.dialogs import Question, WordsDialog


def middle(desk, name):
    """The middle of a category's row."""
    row = desk.names().index(name)
    return desk.categories.list.visualRect(desk.categories.model.index(row)).center()


def test_a_library_is_made_closed_and_opened_again(make_desk, settings, tmp_path):
    desk = make_desk()
    assert desk.window.welcome.isVisible()
    desk.answers.library = tmp_path / "Birds"
    desk.qtbot.mouseClick(desk.window.welcome.make, Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.window.topbar.library.text() == "Birds"
    assert settings.get("last_library") == str(tmp_path / "Birds")
    desk.act("close")
    desk.qtbot.waitUntil(desk.window.welcome.isVisible)
    desk.act("open")
    desk.settle()
    assert desk.window.windowTitle() == "Birds – Nomina"


def test_pictures_that_are_dropped_on_the_first_page_begin_a_library(make_desk, colours, tmp_path):
    desk = make_desk()
    desk.answers.library = tmp_path / "Documents"
    assert desk.drop(desk.window, desk.files(colours), QPoint(300, 300))
    desk.settle()
    assert desk.session.folder == tmp_path / "Documents" / "pictures"
    desk.wait_said("6 pictures added.")
    assert str(desk.session.folder) in desk.window.topbar.library.toolTip()
    assert not desk.window.welcome.isVisible()


def test_what_is_no_library_is_told_in_a_sentence(make_desk, tmp_path):
    desk = make_desk()
    desk.answers.library = tmp_path / "nothing here"
    desk.act("open")
    desk.wait_said("There is no folder")
    assert "Make one there" in desk.said()
    assert desk.window.welcome.isVisible()


def test_a_library_stays_open_when_another_cannot_be_opened(desk, tmp_path):
    desk.answers.library = tmp_path / "missing"
    desk.act("open")
    desk.wait_said("There is no folder")
    assert desk.session.name == "Colours"
    desk.type_category("red")
    desk.qtbot.waitUntil(lambda: desk.names() == ["red"])


def test_dropped_folders_are_added_and_what_was_left_out_is_told(desk, colours):
    (colours / "broken.png").write_bytes(b"not a picture")
    assert desk.window.gallery._empty.isVisible()
    assert desk.drop(desk.window.gallery.grid, desk.files(colours), QPoint(300, 200))
    desk.wait_said("6 pictures added, 1 file left out.")
    desk.settle()
    assert desk.grid.pictures.rowCount() == 6
    assert desk.counts()["All pictures"] == 6
    desk.qtbot.mouseClick(desk.toast.act, Qt.MouseButton.LeftButton)
    dialog = desk.window.findChild(Question)
    assert "broken.png" in dialog.findChildren(type(dialog.fields.itemAt(0).widget()))[0].toPlainText()
    dialog.reject()


def test_files_may_be_dropped_anywhere_in_the_window(desk, colours):
    assert desk.drop(desk.window, desk.files(colours), QPoint(20, 400))
    desk.wait_said("6 pictures added.")


def test_a_known_folder_is_not_added_twice(full, colours):
    full.drop(full.grid, full.files(colours), QPoint(300, 200))
    full.wait_said("6 pictures known.")
    assert full.counts()["All pictures"] == 6


def test_a_folder_without_pictures_is_told(desk, tmp_path):
    (tmp_path / "empty").mkdir()
    desk.drop(desk.grid, desk.files(tmp_path / "empty"), QPoint(300, 200))
    desk.wait_said("There are no pictures in")


def test_typing_a_category_ranks_everything_again(desk, colours):
    pictures.add(desk.session, [colours])
    desk.settle()
    assert desk.captions()[0] == "0-red.png"
    desk.type_category("red")
    desk.qtbot.waitUntil(lambda: desk.captions()[0] == "red, likely")
    assert desk.captions()[3] == "none of these"
    assert desk.categories.line.text() == ""
    desk.type_category("blue")
    desk.qtbot.waitUntil(lambda: desk.captions()[3] == "blue, likely")
    assert list(desk.counts().values()) == [6, 0, 0, 5, 0, 1]  # all, yours, automatic, likely, unsure, none


def test_a_name_that_is_taken_or_empty_is_told_under_the_line(full):
    full.categories.line.setText(" RED ")
    full.qtbot.keyClick(full.categories.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    full.qtbot.waitUntil(full.categories.said.isVisible)
    assert "There is a category “red” already." in full.categories.said.text()
    assert full.names() == ["red", "blue"]
    full.qtbot.keyClicks(full.categories.line, "x")
    assert not full.categories.said.isVisible()
    full.type_category("  ")
    full.qtbot.waitUntil(lambda: "The name is empty." in full.categories.said.text())


def test_keys_label_reject_and_forget(full):
    green = 5
    full.select(green)
    full.press(Qt.Key.Key_1)
    full.qtbot.waitUntil(lambda: full.captions()[green] == "red, ✓ yours")
    assert full.evidence() == ["1 ✓", "words"]
    full.press(Qt.Key.Key_Delete)
    full.qtbot.waitUntil(lambda: full.evidence() == ["words", "words"])
    full.select(0, 1, 2)
    full.press(Qt.Key.Key_X)
    full.qtbot.waitUntil(lambda: full.evidence() == ["3 ×", "words"])
    assert all(caption != "red, likely" for caption in full.captions())
    full.wait_said("Label 3 pictures not “red”.")


def test_pictures_of_several_categories_are_rejected_in_one_step(full):
    full.select(0, 3)
    full.press(Qt.Key.Key_X)
    full.qtbot.waitUntil(lambda: full.evidence() == ["1 ×", "1 ×"])
    full.act("undo")
    full.qtbot.waitUntil(lambda: full.evidence() == ["words", "words"])


def test_a_key_without_a_selection_says_what_to_do(full):
    full.grid.clearSelection()
    full.press(Qt.Key.Key_2)
    assert full.said() == "No picture is selected. Select some, then press 2 for blue."


def test_keys_do_not_act_while_a_name_is_typed(full):
    full.select(0)
    full.type_category("x1u")
    full.qtbot.waitUntil(lambda: full.names() == ["red", "blue", "x1u"])
    assert full.evidence() == ["words", "words", "words"]


def test_files_dropped_on_a_category_become_examples(full, tmp_path):
    new = [save_picture(tmp_path / "new" / f"{i}.png", "green", seed=50 + i) for i in range(2)]
    assert full.drop(full.categories.list, full.files(*new), middle(full, "blue"))
    full.qtbot.waitUntil(lambda: full.evidence() == ["words", "2 ✓"])
    full.settle()
    assert full.counts()["All pictures"] == 8
    full.wait_said("2 pictures added.")
    full.qtbot.mouseClick(full.toast.act, Qt.MouseButton.LeftButton)
    full.qtbot.waitUntil(lambda: full.counts()["All pictures"] == 6)
    assert full.evidence() == ["words", "words"]


def test_pictures_of_the_gallery_dropped_on_a_category_become_examples(full):
    mime = drops.with_pictures([full.grid.pictures.id(5)], [])
    assert full.drop(full.categories.list, mime, middle(full, "red"))
    full.qtbot.waitUntil(lambda: full.captions()[5] == "red, ✓ yours")
    assert not full.drop(full.grid, mime, QPoint(300, 200)), "the gallery does not take its own pictures"


def test_only_a_category_takes_a_drop(full, colours):
    below = QPoint(100, full.categories.list.viewport().height() - 5)
    assert not full.drop(full.categories.list, full.files(colours), below)


def test_everything_is_undone_and_done_again(full):
    full.select(0, 1)
    full.press(Qt.Key.Key_2)
    full.qtbot.waitUntil(lambda: full.evidence() == ["words", "2 ✓"])
    full.categories.list.setCurrentIndex(full.categories.model.index(0))
    full.act("remove")
    full.qtbot.waitUntil(lambda: full.names() == ["blue"])
    assert "Undo: Remove “red”" in full.window.topbar.undo.toolTip()
    states = [full.names()]
    for _ in range(5):
        if not full.window.actions_["undo"].isEnabled():
            break
        full.act("undo")
        full.settle()
        states.append([*full.names(), full.counts()["All pictures"]])
    assert states[-1] == [0]
    assert full.window.topbar.undo.toolTip() == "Nothing to undo"
    while full.window.actions_["redo"].isEnabled():
        full.act("redo")
        full.settle()
    assert full.names() == ["blue"]
    assert full.counts()["All pictures"] == 6
    assert full.said().startswith("Done again: Remove “red”.")


def test_clicking_a_category_shows_its_pictures_and_clicking_again_shows_all(full):
    point = middle(full, "blue")
    full.qtbot.mouseClick(full.categories.list.viewport(), Qt.MouseButton.LeftButton, pos=point)
    full.qtbot.waitUntil(lambda: full.captions()[:2] == ["blue, likely", "blue, likely"])
    assert full.window.gallery._title.text() == "blue"
    full.qtbot.mouseClick(full.categories.list.viewport(), Qt.MouseButton.LeftButton, pos=point)
    full.qtbot.waitUntil(lambda: full.grid.pictures.rowCount() == 6)


def test_the_rail_shows_pictures_by_state(full):
    places = full.window.rail.places
    point = places.visualRect(full.window.rail.model.index(5)).center()
    full.qtbot.mouseClick(places.viewport(), Qt.MouseButton.LeftButton, pos=point)
    full.qtbot.waitUntil(lambda: full.grid.pictures.rowCount() == 1)
    assert full.captions() == ["none of these"]
    full.act("all")
    full.qtbot.waitUntil(lambda: full.grid.pictures.rowCount() == 6)


def test_removing_the_category_that_is_shown_shows_all(full):
    full.session.show_only(category_id=1)
    full.settle()
    categories.remove(full.session, 1)
    full.settle()
    assert full.grid.pictures.rowCount() == 6
    assert full.session.show.category_id is None


def test_pictures_are_sorted(full):
    full.window.gallery.sort_by("name")
    full.settle()
    paths = [full.grid.pictures.path(row).name for row in range(6)]
    assert paths == sorted(paths)
    full.window.gallery.sort_by("most sure first")
    full.settle()
    assert full.window.gallery.sort.text() == "Sort: most sure first"
    assert full.captions()[-1] == "none of these"


def test_search_shows_the_nearest_first_and_escape_leaves_it(full):
    search = full.window.topbar.search
    full.act("find")
    full.qtbot.keyClicks(search, "green")
    full.press(Qt.Key.Key_Return, search)
    full.qtbot.waitUntil(lambda: full.window.gallery._title.text() == "Nearest to “green”")
    assert full.grid.pictures.path(0).name == "5-green.png"
    full.press(Qt.Key.Key_Escape, search)
    full.qtbot.waitUntil(lambda: full.window.gallery._title.text() == "All pictures")


def test_what_is_painted_is_the_pictures_in_their_place(full):
    full.qtbot.waitUntil(lambda: not full.built.thumbs.busy)
    grid = full.grid
    painted = grid.viewport().grab().toImage()
    shades = {}
    for row in range(6):
        cell = grid.visualRect(grid.pictures.index(row, 0))
        colour = painted.pixelColor(cell.center().x(), cell.top() + cell.height() // 3)
        name = grid.pictures.path(row).stem.partition("-")[2]
        shades.setdefault(name, set()).add(max(("red", "green", "blue"), key=lambda part: getattr(colour, part)()))
    assert shades["red"] == {"red"}
    assert shades["green"] == {"green"}


def test_files_dragged_over_the_window_are_announced(full, tmp_path):
    files = full.files(save_picture(tmp_path / "leaf.png", "green"))
    middle, buttons, keys = QPoint(300, 300), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(middle, Qt.DropAction.CopyAction, files, buttons, keys)
    QApplication.sendEvent(full.window, enter)
    hint = full.window.gallery._drop_hint
    assert hint.isVisible()
    assert hint._offers[0].startswith("Add “leaf.png” to ")
    assert hint.geometry() == full.grid.geometry()
    QApplication.sendEvent(full.window, QDragLeaveEvent())
    assert not hint.isVisible()


def test_a_picture_dropped_on_the_search_line_shows_those_like_it(full, tmp_path):
    search, middle = full.window.topbar.search, QPoint(40, 10)
    green = save_picture(tmp_path / "elsewhere" / "leaf.png", "green", seed=99)
    assert full.drop(search, full.files(green), middle)
    full.qtbot.waitUntil(lambda: full.window.gallery._title.text() == "Nearest to “leaf.png”")
    full.settle()
    assert full.grid.pictures.path(0).name == "5-green.png"
    assert len(full.session.page.ids) == 6, "a picture to search with is not added"
    assert full.drop(search, full.files(green.parent), middle), "a folder is for the window to add"
    full.qtbot.waitUntil(lambda: full.session.snapshot.total == 7)


def test_a_category_is_renamed_in_place(full):
    full.categories.list.setCurrentIndex(full.categories.model.index(1))
    full.act("rename")
    editor = full.categories.list.findChild(type(full.categories.line))
    editor.selectAll()
    full.qtbot.keyClicks(editor, "green")
    full.press(Qt.Key.Key_Return, editor)
    full.qtbot.waitUntil(lambda: full.names() == ["red", "green"])
    assert full.captions()[5] == "green, likely"


def test_the_words_of_a_category_are_changed(full):
    full.session.show_only(state=State.YOURS)  # where there are no pictures
    full.settle()
    full.categories.list.setCurrentIndex(full.categories.model.index(1))
    full.act("words")
    dialog = full.window.findChild(WordsDialog)
    full.qtbot.keyClicks(dialog.synonyms, "navy, green")
    dialog.accept()
    full.qtbot.waitUntil(lambda: "also navy, green" in full.categories.model.index(1).data(Qt.ItemDataRole.ToolTipRole))
    full.settle()
    assert full.session.snapshot.undo == "Change the words of “blue”"


def test_adding_is_cancelled_and_what_was_read_stays(desk, tmp_path):
    folder = tmp_path / "many"
    for number in range(200):
        save_picture(folder / f"{number:03}.png", "red", seed=number)
    pictures.add(desk.session, [folder])
    desk.qtbot.waitUntil(lambda: desk.status._work is not None and desk.status._work.done > 0)
    assert desk.status.cancel.isVisible()
    desk.qtbot.mouseClick(desk.status.cancel, Qt.MouseButton.LeftButton)
    desk.wait_said("Adding pictures was stopped.")
    desk.settle()
    kept = desk.counts()["All pictures"]
    assert 0 < kept < 200
    assert not desk.status.cancel.isVisible()
    desk.act("undo")
    desk.settle()
    assert desk.counts()["All pictures"] == 0


def test_selection_and_place_are_kept_by_picture_when_others_come(full, tmp_path):
    full.window.gallery.sort_by("name")
    full.settle()
    chosen = full.grid.pictures.id(4)
    full.select(4)
    save_picture(tmp_path / "more" / "0-aaa.png", "white", seed=77)
    pictures.add(full.session, [tmp_path / "more"])
    full.settle()
    assert full.grid.pictures.id(5) == chosen
    assert full.grid.selected_ranges() == [(5, 5)]
    assert full.session.selection == (chosen,)


def test_labelling_in_a_place_goes_on_with_the_next_picture(full):
    full.session.show_only(category_id=1)
    full.settle()
    first, second = full.grid.pictures.id(0), full.grid.pictures.id(1)
    full.select(0)
    full.press(Qt.Key.Key_X)
    full.qtbot.waitUntil(lambda: full.grid.pictures.rowCount() == 2)
    assert full.session.selection == (second,)
    assert first not in full.session.selection


def test_the_sample_pictures_make_a_library(make_desk, tmp_path):
    desk = make_desk()
    desk.answers.library = tmp_path / "Samples"
    desk.act("samples")
    desk.qtbot.waitUntil(lambda: desk.counts().get("All pictures") == 20)
    desk.settle()
    assert "cup of coffee" in desk.names()


def test_a_picture_is_dropped_beside_typed_words(full, tmp_path):
    line = full.window.topbar.search
    full.qtbot.keyClicks(line, "blue -green")
    red = save_picture(tmp_path / "elsewhere" / "red.png", "red", seed=9)
    assert full.drop(line, full.files(red), QPoint(20, 10))
    full.settle()
    assert full.session.show.search == Sought(("blue",), (red,), ("green",))
    full.settle()
    assert searched_in_words(full.session.show.search) == "blue + red.png - green"
