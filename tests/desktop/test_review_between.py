"""The review where there is nothing to ask, and what may happen in the middle of it."""

from PySide6.QtCore import Qt
from tests.desktop.review_helpers import KEY, asked, buttons, go_to, press, said, view, wait_question
from tests.hosts import Kept

import nomina
from nomina.testing import ColourEncoder
from nomina_desktop.acts import categories, history, pictures


def test_without_pictures_or_categories_it_says_what_to_do_first(desk, colours):
    desk.act("review")
    assert view(desk).nothing.sentence.text() == "Add some pictures first."
    assert view(desk).nothing.button.text() == "Add pictures…"
    pictures.add(desk.session, [colours])
    desk.settle()
    assert view(desk).nothing.sentence.text() == "Name a category first."
    press(desk, KEY.Key_Return)
    assert desk.categories.line.hasFocus()
    desk.qtbot.keyClicks(desk.categories.line, "red")
    press(desk, KEY.Key_Return)
    wait_question(desk)


def test_it_waits_for_the_encoder(make_desk, tmp_path, colours):
    class Slow(nomina.LocalHost):
        """Gets ready when it is told to."""

        started = False

        def ready(self):
            return self.started

    host = Slow(ColourEncoder)
    desk = make_desk(lambda: host)
    desk.open_new(tmp_path / "Slow")
    categories.add(desk.session, "red")
    pictures.add(desk.session, [colours])
    desk.act("review")
    desk.qtbot.waitUntil(lambda: bool(desk.session.categories))
    Slow.started = True
    desk.qtbot.waitUntil(lambda: view(desk).asked is not None, timeout=10_000)


# What happens in the middle --------------------------------------------------------------------------------------


def test_another_library_begins_another_sitting(review, tmp_path):
    press(review, KEY.Key_1)
    review.answers.library = tmp_path / "Other"
    review.act("new")
    review.qtbot.waitUntil(lambda: review.session.folder == tmp_path / "Other")
    review.settle()
    assert view(review).asked is None
    review.act("review")
    assert view(review).nothing.sentence.text() == "Add some pictures first."
    assert view(review).sitting.looked_at == 0


def test_an_answer_given_right_before_closing_is_in_the_library(review):
    name, folder = asked(review), review.session.folder
    press(review, KEY.Key_1)
    review.act("close")
    review.answers.library = folder
    review.act("open")
    review.settle()
    assert said(review) == [(name, "red")]


def test_a_category_that_goes_while_it_is_asked_about_is_no_longer_offered(review):
    go_to(review, "red")
    name = asked(review)
    assert buttons(review)[0] == "red"
    categories.remove(review.session, review.session.categories[0].id)
    review.settle()
    assert asked(review) == name, "the picture stays"
    assert "red" not in buttons(review)
    assert "red" not in view(review).page.question.text()
    press(review, KEY.Key_Return)
    review.settle()
    assert said(review) in ([], [(name, "blue")])


def test_an_answer_the_library_refuses_is_told_and_asked_again(review):
    name = asked(review)
    view(review).say_is(12345)
    assert asked(review) != name
    review.wait_said("This category is not there any more.")
    review.settle()
    assert asked(review) == name
    assert said(review) == []


def test_pictures_that_leave_the_library_are_not_asked_about(review):
    history.undo(review.session)  # the twelve that were added last
    review.settle()
    assert len(review.session.page.ids) == 6
    count = 0
    while view(review).asked is not None:
        press(review, KEY.Key_1)
        review.settle()
        count += 1
    assert count == 6
    assert len(said(review)) == 6


def test_a_picture_whose_file_is_gone_is_answered_all_the_same(review):
    ahead = view(review).sitting.ahead[5]
    ahead.path.unlink()
    while view(review).asked.image_id != ahead.image_id:
        press(review, KEY.Key_S)
    review.qtbot.waitUntil(lambda: not review.built.large.busy)
    picture = view(review).page.picture
    picture._sharpest(view(review).asked)
    assert picture._trouble
    review.qtbot.waitUntil(lambda: not review.built.thumbs.busy)
    assert picture._sharpest(view(review).asked) is not None, "its thumbnail is shown"
    press(review, KEY.Key_1)
    review.settle()
    assert (ahead.path.name, "red") in said(review)


def test_digits_and_letters_go_to_the_question_and_not_to_the_gallery(review):
    press(review, KEY.Key_1, Qt.KeyboardModifier.ControlModifier)
    review.select(0, 1)
    press(review, KEY.Key_2, Qt.KeyboardModifier.ControlModifier)
    name = asked(review)
    assert review.session.selection == (view(review).asked.image_id,)
    press(review, KEY.Key_1)
    review.settle()
    assert said(review) == [(name, "red")]


def test_the_smallest_window_cuts_nothing(review):
    review.window.resize(760, 480)
    page = view(review).page
    review.qtbot.waitUntil(lambda: view(review).width() < 440 and view(review).height() < 420)
    review.qtbot.waitUntil(lambda: page.answers.geometry().bottom() < page.height())

    def apart():
        shown = [each for each in (*page.answers.candidates, *page.answers.others) if each.isVisible()]
        places = [each.geometry() for each in shown]
        inside = all(page.answers.rect().contains(place) for place in places)
        return inside and not any(a.intersects(b) for at, a in enumerate(places) for b in places[at + 1 :])

    review.qtbot.waitUntil(apart)
    assert page.stage.height() >= 72


def test_the_sample_pictures_are_reviewed_with_the_starter(make_desk, tmp_path, starter):
    desk = make_desk(lambda: Kept(starter))
    desk.open_new(tmp_path / "Samples")
    pictures.add(desk.session, [each.path for each in nomina.sample_pictures()])
    for name in ("cat", "cup of coffee", "rocket", "brick wall"):
        categories.add(desk.session, name)
    desk.qtbot.waitUntil(lambda: desk.session.snapshot.known and not desk.session.busy, timeout=60_000)
    press(desk, KEY.Key_2, Qt.KeyboardModifier.ControlModifier)
    wait_question(desk)
    answered, wanted = 0, {"chelsea": KEY.Key_1, "coffee": KEY.Key_2, "rocket": KEY.Key_3, "brick": KEY.Key_4}
    while view(desk).asked is not None:
        key = next((key for word, key in wanted.items() if word in asked(desk)), KEY.Key_U)
        press(desk, key)
        answered += 1
        desk.settle()
    assert answered == len(nomina.sample_pictures())
    assert {name for _, name in said(desk)} == {"cat", "cup of coffee", "rocket", "brick wall"}
    states = {state.value: count for state, count in desk.session.page.by_state.items()}
    assert states["yours"] == 4
    assert states["none"] == answered - 4
