"""Whether folder, date and place count is a switch that tells first what it would do."""

from __future__ import annotations

import nomina
from nomina_desktop.acts import labels
from nomina_desktop.dialogs import CircumstancesDialog


def asked(desk) -> CircumstancesDialog:
    desk.act("circumstances")
    desk.qtbot.waitUntil(lambda: desk.window.findChild(CircumstancesDialog) is not None)
    return desk.window.findChild(CircumstancesDialog)


def counted(desk) -> bool:
    answers = []
    desk.session.ask(nomina.circumstances_counted, done=answers.append)
    desk.qtbot.waitUntil(lambda: bool(answers))
    return answers[0] is not None


def test_circumstances_count_when_a_person_wants_it_and_undo_takes_it_back(full):
    labels.accept(full.session, full.session.categories[0].id, [full.grid.pictures.id(0)])
    full.settle()
    dialog = asked(full)
    said = " ".join(each.text() for each in dialog.findChildren(type(full.window.gallery._title)))
    assert "as soon as 30 pictures" in said
    assert "would get another best category" in said
    assert not counted(full), "nothing is changed by looking"
    dialog.accept()
    full.wait_said("Let folder, date, camera and place count.")
    full.settle()
    assert counted(full)
    full.qtbot.waitUntil(lambda: full.window.findChild(CircumstancesDialog) is None)
    again = asked(full)
    assert again.windowTitle() == "Nomina"
    again.reject()
    assert counted(full)
    full.act("undo")
    full.settle()
    assert not counted(full)
