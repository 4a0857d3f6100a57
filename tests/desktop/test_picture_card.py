"""The card says of the selected picture what it may be, why, and what its file tells; of several what can be done."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QPushButton
from tests.core.helpers import add, category, in_memory, save_many

import nomina
from nomina.domain import Facts
from nomina_desktop import reasons, verbs
from nomina_desktop.acts import labels
from nomina_desktop.dialogs import SeveralDialog
from nomina_desktop.models import Role
from nomina_desktop.reasons import RankRow, ReasonsModel, VoteRow


@pytest.fixture
def card(full):
    full.window.cards.show_card(full.window.picture_card)
    return full.window.picture_card


def rank(card) -> list[tuple[str, str]]:
    rows = [card.one.rank.index(row).data(Role.ROW) for row in range(card.one.rank.rowCount())]
    return [(row.title, row.text) for row in rows]


def votes(card) -> list[tuple[str, bool]]:
    rows = [card.one.votes.index(row).data(Role.ROW) for row in range(card.one.votes.rowCount())]
    return [(row.title, row.share > 0) for row in rows]


def focus(desk, widget) -> None:
    widget.setFocus()
    desk.qtbot.waitUntil(widget.hasFocus)


def test_its_models_keep_the_rules_of_qt(qapp):
    for model, make in (
        (ReasonsModel(), lambda at: RankRow(f"{at}", at or None, 0.5, "50 %")),
        (ReasonsModel(), lambda at: VoteRow(f"{at}", 0.5, 1.0)),
    ):
        tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
        for count in (0, 3, 3, 1, 0):
            model.take([make(at) for at in range(count)])
        assert tester.model() is model


def test_it_follows_the_selection(full, card):
    full.grid.clearSelection()
    assert card._pages.currentWidget() is card._nothing
    full.select(0)
    full.qtbot.waitUntil(lambda: card.one.state.text() == "likely red")
    assert rank(card)[0][0] == "red"
    assert card.one.why.text() == "WHY RED?"
    assert votes(card) == [("the words “red”", True)]
    assert "Too few labels yet" in card.one.set.text()
    full.select(5)
    full.qtbot.waitUntil(lambda: card.one.state.text() == "none of these: nothing stands out")
    assert rank(card)[0][0] == "none of these"


def test_the_examples_and_rejects_that_voted_are_shown_and_found(full, card):
    ids = [full.grid.pictures.id(row) for row in range(6)]
    labels.accept(full.session, 1, [ids[1]])
    labels.reject(full.session, {1: [ids[2]]})
    full.settle()
    full.select(0)
    full.qtbot.waitUntil(lambda: len(votes(card)) == 3)
    assert votes(card) == [("the words “red”", True), ("1-red.png", True), ("2-red.png", False)]
    assert "against it" in card.one.votes.index(2).data(Qt.ItemDataRole.ToolTipRole)
    full.select(1)
    full.qtbot.waitUntil(lambda: card.one.state.text() == "✓ yours: red")
    assert ("this picture itself", True) in votes(card)
    assert card.one.set.text() == ""
    full.select(0)
    full.qtbot.waitUntil(lambda: ("1-red.png", True) in votes(card))
    focus(full, card.one.voting)
    card.one.voting.setCurrentIndex(card.one.votes.index(1))
    full.press(Qt.Key.Key_Return, card.one.voting)
    full.qtbot.waitUntil(lambda: full.grid.pictures.rowCount() == 1)
    assert full.grid.pictures.path(0).name == "1-red.png"
    assert full.evidence() == ["1 ✓  1 ×", "words"], "Return there opens, and labels nothing"


def test_the_folder_and_the_date_are_told_where_they_count(qapp, tmp_path):
    with in_memory() as library:
        ids = add(library, *save_many(tmp_path / "herons", 4), *save_many(tmp_path / "owls", 4, first=4)).new
        days = ["31"] * 4 + ["30"] * 4
        images = zip(days, library.store.images(ids), strict=True)
        library.put_derived({}, {}, {image.hash: Facts(f"2026-01-{day}T08:00:00") for day, image in images})
        heron = category(library, "heron").id
        nomina.label(library, ids[:2], heron)
        nomina.count_circumstances(library)
        found = verbs.reasons(library, ids[2], heron)
        titles = [row.title for row in reasons.voted(found.explanation, found)]
    assert titles[-2:] == ["the folder “herons”", "the day 2026-01-31"]
    assert len(titles) == 5, "the month and the time of day are those of all pictures"


def test_another_category_is_explained_on_demand(full, card):
    full.select(0)
    full.qtbot.waitUntil(lambda: card.one.why.text() == "WHY RED?")
    row = [title for title, _ in rank(card)].index("blue")
    focus(full, card.one.ranking)
    card.one.ranking.setCurrentIndex(card.one.rank.index(row))
    full.press(Qt.Key.Key_Return, card.one.ranking)
    full.qtbot.waitUntil(lambda: card.one.why.text() == "WHY BLUE?")
    assert votes(card) == [("the words “blue”", False)]


def test_a_picture_may_have_several_categories_where_a_person_wants_it(full, card):
    def asked() -> SeveralDialog:
        full.act("several")
        shown = lambda: [each for each in full.window.findChildren(SeveralDialog) if each.isVisible()]  # noqa: E731
        full.qtbot.waitUntil(lambda: bool(shown()))
        return shown()[0]

    asked().accept()
    full.wait_said("Let a picture have several categories.")
    full.settle()
    full.select(0)
    (picture,) = full.session.selection
    for number in (1, 2):
        labels.accept(full.session, number, [picture])
    full.qtbot.waitUntil(lambda: sorted(card.one.state.text().removeprefix("✓ yours: ").split(", ")) == ["blue", "red"])
    back = asked()
    assert "1 label would go" in " ".join(label.text() for label in back.findChildren(QLabel))
    back.accept()
    full.wait_said("Let a picture have one category.")
    full.settle()
    full.qtbot.waitUntil(lambda: card.one.state.text() in ("✓ yours: red", "✓ yours: blue"))
    full.act("undo")
    full.qtbot.waitUntil(lambda: ", " in card.one.state.text())


def test_it_learns_with_every_label(full, card):
    full.select(5)
    full.qtbot.waitUntil(lambda: card.one.state.text() == "none of these: nothing stands out")
    full.press(Qt.Key.Key_2)
    full.qtbot.waitUntil(lambda: card.one.state.text() == "✓ yours: blue")
    full.act("undo")
    full.qtbot.waitUntil(lambda: card.one.state.text() == "none of these: nothing stands out")


def test_what_the_file_tells_and_that_it_is_gone(full, card):
    full.select(0)
    full.qtbot.waitUntil(lambda: card.one.state.text() == "likely red")
    texts = [label.text() for label in card.one.findChildren(QLabel)]
    assert any("64 × 48" in text for text in texts)
    assert any(text.endswith("0-red.png") for text in texts)
    full.grid.pictures.path(1).unlink()
    full.select(1)
    full.press(Qt.Key.Key_2)
    full.qtbot.waitUntil(lambda: card.one.state.text() == "✓ yours: blue")
    assert "its labels are kept" in card.one.gone.text()
    assert "Add the folder" in card.one.gone.text()


def test_several_are_counted_and_acted_on(full, card):
    full.select(0, 1, 3, 5)
    said = [card.many.rank.index(row).data(Role.ROW) for row in range(card.many.rank.rowCount())]
    assert [(row.title, row.text) for row in said] == [("red", "2"), ("blue", "1"), ("none of these", "1")]
    buttons = {button.text(): button for button in card.many.findChildren(QPushButton)}
    full.qtbot.mouseClick(buttons["None of these"], Qt.MouseButton.LeftButton)
    full.qtbot.waitUntil(lambda: full.captions()[0] == "none of these")
    assert full.captions()[3] == "none of these"
    full.act("undo")
    full.qtbot.waitUntil(lambda: full.captions()[0] == "red, likely")
