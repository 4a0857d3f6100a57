"""A view's question is asked again when the library knows more, and only while the answer can be seen."""

from __future__ import annotations

from nomina_desktop.acts import categories
from nomina_desktop.live import Live


def names(library):
    return [category.name for category in library.store.categories()]


def test_an_answer_is_kept_fresh_while_it_is_looked_at(full):
    answers = []
    live = Live(full.window, full.session, lambda: names, answers.append)
    full.settle()
    assert answers == []
    live.look()
    full.settle()
    assert answers == [["red", "blue"]]
    categories.add(full.session, "green")
    full.settle()
    assert answers[-1] == ["red", "blue", "green"]
    live.look(False)
    categories.add(full.session, "grey")
    full.settle()
    assert "grey" not in answers[-1]
    live.look()
    full.settle()
    assert answers[-1] == ["red", "blue", "green", "grey"]


def test_looking_elsewhere_and_back_asks_nothing_new(full):
    answers = []
    live = Live(full.window, full.session, lambda: names, answers.append)
    for looked_at in (True, False, True):
        live.look(looked_at)
        full.settle()
    assert len(answers) == 1


def test_the_answer_to_a_question_that_was_replaced_is_dropped(full):
    answers, wanted = [], ["first"]
    live = Live(full.window, full.session, lambda: lambda library, word=wanted[0]: word, answers.append)
    live.look()
    wanted[0] = "second"
    live.ask()
    full.settle()
    assert answers == ["second"]


def test_an_error_is_told_and_the_next_change_asks_again(full):
    answers, wrong = [], [True]

    def question(library):
        if wrong[0]:
            raise ValueError("not today")
        return len(names(library))

    live = Live(full.window, full.session, lambda: question, answers.append)
    live.look()
    full.wait_said("not today")
    wrong[0] = False
    categories.add(full.session, "green")
    full.settle()
    assert answers == [3]


def test_another_library_is_asked_anew(full, tmp_path):
    answers = []
    live = Live(full.window, full.session, lambda: names, answers.append)
    live.look()
    full.settle()
    full.open_new(tmp_path / "Other")
    assert answers[-1] == []
