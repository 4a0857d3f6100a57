"""The review by keys alone: questions and answers, groups, labels that may be wrong."""

import dataclasses

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from tests.desktop.review_helpers import (
    KEY,
    asked,
    buttons,
    colour,
    go_to,
    group,
    press,
    said,
    said_files,
    type_ahead,
    view,
    wait_question,
)

from nomina.testing import save_picture
from nomina_desktop.acts import labels, pictures
from nomina_desktop.questions import Group
from nomina_desktop.review.group import GroupModel


def test_all_of_a_library_is_answered_by_keys_and_the_end_says_how_good_it_is(review):
    """Enter for what is right, a digit for another, U for none."""
    count = 0
    while view(review).asked is not None:
        name = colour(review)
        press(review, {"red": KEY.Key_1, "blue": KEY.Key_2, "green": KEY.Key_U}[name])
        count += 1
        review.settle()
    assert count == 18
    assert len(said(review)) == 12
    assert {name for name, _ in said(review, rejected=True)} >= {name for name in said_files(review) if "green" in name}
    nothing = view(review).nothing
    assert nothing.sentence.text() == "Nothing is left to ask about."
    assert nothing.hint.text().startswith("Accuracy about 100 %")
    assert nothing.button.hasFocus()
    assert view(review).standing.looked_at.text() == "18 pictures looked at"


def test_enter_takes_the_suggestion_and_the_next_question_is_there_at_once(review):
    go_to(review, "red")
    review.qtbot.waitUntil(lambda: not review.built.large.busy)
    before, ahead = asked(review), view(review).sitting.ahead[0]
    assert buttons(review)[0] == "red"
    press(review, KEY.Key_Return)
    assert view(review).asked is ahead, "nobody waits for the library"
    assert view(review).page.picture._sharpest(ahead) is not None, "and its picture is there"
    review.settle()
    assert (before, "red") in said(review)
    assert view(review).asked is ahead, "what is on the screen does not jump"


def test_fast_answers_are_all_kept_in_their_order(review):
    names = []
    for _ in range(6):
        names.append(asked(review))
        press(review, KEY.Key_2)
    review.settle()
    assert sorted(said(review)) == sorted((name, "blue") for name in names)


def test_x_rejects_and_what_was_rejected_never_returns(review):
    go_to(review, "red")
    name = asked(review)
    assert "Not red" in buttons(review)
    press(review, KEY.Key_X)
    review.settle()
    assert (name, "red") in said(review, rejected=True)
    red = review.session.categories[0].id
    batch = view(review)._batch
    for question in batch.questions:
        if question.path.name == name:
            assert red not in (question.category_id, question.second_id)


def test_where_nothing_stands_out_enter_says_none_of_these(review):
    go_to(review, "green")
    name = asked(review)
    assert view(review).page.question.text() == "What is this?"
    assert buttons(review)[0] == "None of these"
    press(review, KEY.Key_Return)
    review.settle()
    assert name in [file for file, _ in said(review, rejected=True)]
    assert name not in [question.path.name for question in view(review)._batch.questions]


def test_a_name_is_typed_and_a_new_one_makes_a_category_of_it(review):
    go_to(review, "green")
    name = asked(review)
    line = type_ahead(review)
    review.qtbot.keyClicks(line, "gr")
    review.qtbot.keyClick(line, KEY.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    review.settle()
    assert review.names() == ["red", "blue", "gr"]
    assert (name, "gr") in said(review)
    other = asked(review)
    assert other != name
    line = type_ahead(review)
    review.qtbot.keyClicks(line, "bl")
    review.qtbot.keyClick(line, KEY.Key_Return)
    review.settle()
    assert (other, "blue") in said(review)


def test_undo_goes_back_to_that_picture_and_redo_goes_on(review):
    first = asked(review)
    press(review, KEY.Key_1)
    second = asked(review)
    press(review, KEY.Key_1)
    third = asked(review)
    press(review, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    review.qtbot.waitUntil(lambda: asked(review) == second)
    press(review, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    review.qtbot.waitUntil(lambda: asked(review) == first)
    review.settle()
    assert said(review) == []
    assert view(review).sitting.looked_at == 0
    press(review, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    review.qtbot.waitUntil(lambda: asked(review) == second)
    assert said(review) == [(first, "red")]
    press(review, KEY.Key_2)
    review.settle()
    assert asked(review) == third, "what had been on the screen comes again"
    assert sorted(said(review)) == sorted([(first, "red"), (second, "blue")])


def test_an_answer_is_looked_at_again_and_changed(review):
    first = asked(review)
    press(review, KEY.Key_1)
    second = asked(review)
    press(review, KEY.Key_Left)
    assert asked(review) == first
    assert view(review).page.question.text() == "You said red."
    press(review, KEY.Key_2)
    assert asked(review) == second
    review.settle()
    assert said(review) == [(first, "blue")]
    press(review, KEY.Key_Left)
    assert view(review).page.question.text() == "You said blue."
    press(review, KEY.Key_Return)
    assert asked(review) == second
    press(review, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    review.qtbot.waitUntil(lambda: asked(review) == first)
    assert view(review).page.question.text() == "You said red.", "of two answers the one before holds again"
    review.settle()
    press(review, KEY.Key_Delete)
    review.settle()
    assert said(review) == []


def test_what_is_skipped_comes_again_only_when_asked_for(review):
    names = []
    while view(review).asked is not None:
        names.append(asked(review))
        press(review, KEY.Key_Right)
        review.settle()
    assert len(names) == len(set(names)) == 18
    assert view(review).nothing.sentence.text() == "Only pictures that you skipped are left."
    assert said(review) == []
    press(review, KEY.Key_Return)
    wait_question(review)
    press(review, KEY.Key_1)
    review.settle()
    assert len(said(review)) == 1


def test_space_looks_close_and_the_arrows_move_it(review):
    name, picture = asked(review), view(review).page.picture
    picture.show_picture(dataclasses.replace(view(review).asked, hash="large", width=4000, height=3000))
    press(review, KEY.Key_Space)
    assert not picture.fitted
    middle = picture._middle
    press(review, KEY.Key_Right)
    assert picture._middle.x() > middle.x()
    assert asked(review) == name
    press(review, KEY.Key_Escape)
    assert picture.fitted
    press(review, KEY.Key_Space)
    press(review, KEY.Key_1)
    assert picture.fitted, "the next picture is shown whole"


# Groups ----------------------------------------------------------------------------------------------------------


def test_a_group_is_accepted_but_for_those_taken_out_in_one_step(review):
    go_to(review, "red")
    press(review, KEY.Key_G)
    found = group(review)
    count = found.rowCount()
    assert count == 6
    assert view(review).page.question.text() == "Are these 6 pictures red? Take out those that are not."
    press(review, KEY.Key_Right)
    press(review, KEY.Key_X)
    assert len(found.out) == 1
    press(review, KEY.Key_Return)
    review.wait_said("Label 5 pictures “red”, 1 not.")
    review.settle()
    assert len(said(review)) == 5
    assert len(said(review, rejected=True)) == 1
    assert view(review).sitting.looked_at == 6
    assert not {each for each, _ in said(review)} & {each.path.name for each in view(review).sitting.ahead}
    press(review, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    review.qtbot.waitUntil(lambda: view(review).sitting.looked_at == 0)
    assert said(review) == []
    assert colour(review) == "red"
    review.qtbot.waitUntil(lambda: group(review).rowCount() == 6)


def test_what_was_taken_out_stays_out_when_the_library_has_news(review):
    go_to(review, "red")
    press(review, KEY.Key_G)
    found = group(review)
    press(review, KEY.Key_Right)
    press(review, KEY.Key_X)
    out = found.out
    review.type_category("purple")
    review.qtbot.waitUntil(lambda: len(review.names()) == 3)
    review.settle()
    assert found.out == out
    assert len(out) == 1
    assert view(review).page.grid.currentIndex().row() == 1


def test_a_group_where_nothing_stands_out_becomes_a_new_category(review):
    go_to(review, "green")
    press(review, KEY.Key_G)
    count = group(review).rowCount()
    assert count == 6
    assert buttons(review)[0] == "None of these"
    line = type_ahead(review)
    review.qtbot.keyClicks(line, "grass")
    review.qtbot.keyClick(line, KEY.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    review.settle()
    assert [category for _, category in said(review)] == ["grass"] * 6


def test_a_picture_of_a_group_is_looked_at_large(review):
    go_to(review, "blue")
    press(review, KEY.Key_G)
    found, grid = group(review), view(review).page.grid
    press(review, KEY.Key_Space)
    assert grid.large.isVisible()
    assert grid.large.geometry() == grid.rect()
    review.qtbot.waitUntil(lambda: grid.large.scale > 0 and view(review).page.grid.large.grab().width() > 0)
    press(review, KEY.Key_Right)
    assert grid.large.isVisible()
    assert grid.currentIndex().row() == 1, "the arrows go on"
    press(review, KEY.Key_X)
    assert len(found.out) == 1
    press(review, KEY.Key_Escape)
    assert not grid.large.isVisible()


def test_a_click_takes_a_picture_out_and_puts_it_back(review):
    go_to(review, "blue")
    press(review, KEY.Key_G)
    found, grid = group(review), view(review).page.grid
    at = grid.visualRect(found.index(2)).center()
    review.qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert len(found.out) == 1
    assert "taken out" in found.index(2).data(Qt.ItemDataRole.AccessibleTextRole)
    review.qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert found.out == []
    for row in range(found.rowCount()):
        found.toggle(row)
    press(review, KEY.Key_Return)
    review.settle()
    assert len(said(review, rejected=True)) == 6, "all taken out: none of them is blue"


def test_a_picture_that_has_no_look_alikes_is_asked_about_alone(review, tmp_path):
    pictures.add(review.session, [save_picture(tmp_path / "one" / "1-yellow.png", "yellow", seed=7)])
    review.settle()
    go_to(review, "yellow")
    press(review, KEY.Key_G)
    review.settle()
    assert view(review).page.stage.currentWidget() is view(review).page.picture
    assert view(review).page.question.text() == "What is this?"
    assert view(review).page.picture.hasFocus()


def test_the_model_of_a_group_keeps_to_qts_rules(qapp):
    model = GroupModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.take(Group(1, 3, ((1, "a"), (2, "b"))), "red")
    model.toggle(1)
    assert (model.kept, model.out) == ([1], [2])
    model.take(None, "")
    tester.deleteLater()
    model.deleteLater()


# Labels that may be wrong ----------------------------------------------------------------------------------------


@pytest.fixture
def doubtful(review):
    """Three pictures carry the label of another colour."""
    ids = {review.grid.pictures.path(row).name: review.grid.pictures.id(row) for row in range(18)}
    red, blue = (category.id for category in review.session.categories)
    of = {name: [ids[file] for file in ids if name in file] for name in ("red", "blue")}
    labels.accept(review.session, red, of["red"][:4] + of["blue"][:1])
    labels.accept(review.session, blue, of["blue"][1:5] + of["red"][4:])
    review.settle()
    review.toast.hide()
    review.qtbot.waitUntil(lambda: view(review).head.labels.text() == "3 labels to check")
    review.qtbot.mouseClick(view(review).head.labels, Qt.MouseButton.LeftButton)
    return review


def test_labels_that_may_be_wrong_are_changed_kept_or_taken_away(doubtful):
    before = said(doubtful)
    changed = asked(doubtful)
    assert "You said" in view(doubtful).page.why.text()
    press(doubtful, KEY.Key_Return)
    doubtful.settle()
    kept = asked(doubtful)
    press(doubtful, KEY.Key_X)
    doubtful.settle()
    removed = asked(doubtful)
    press(doubtful, KEY.Key_Delete)
    doubtful.settle()
    after = dict(said(doubtful))
    assert after[changed] == changed.rpartition("-")[2].removesuffix(".png")
    assert after[kept] == dict(before)[kept]
    assert removed not in after
    assert view(doubtful).nothing.sentence.text() == "No label of yours looks wrong."
    press(doubtful, KEY.Key_Return)
    assert view(doubtful).queue == "questions"
