"""Long work is paused and goes on, in the status bar and where a dialog follows it."""

from PySide6.QtCore import Qt

from nomina import LocalHost
from nomina.testing import ColourEncoder, save_picture
from nomina_desktop.acts import pictures
from nomina_desktop.dialogs import LabelDialog


def test_adding_is_paused_by_keyboard_and_goes_on(make_desk, tmp_path):
    """What was read is there to work with; the encoder rests, and no picture is read twice."""
    encoder = ColourEncoder()
    desk = make_desk(lambda: LocalHost(lambda: encoder))
    desk.open_new(tmp_path / "Colours")
    for number in range(200):
        save_picture(tmp_path / "many" / f"{number:03}.png", "red", seed=number)
    pictures.add(desk.session, [tmp_path / "many"])
    button = desk.status.pause
    desk.qtbot.waitUntil(lambda: desk.status._work is not None and desk.status._work.done > 0)
    assert (button.text(), button.accessibleName()) == ("Pause", "Pause")
    button.setFocus()
    desk.press(Qt.Key.Key_Space, button)
    desk.qtbot.waitUntil(lambda: desk.status.text.text().startswith("Paused.  Reading pictures: "))
    assert (button.text(), button.accessibleName()) == ("Go on", "Go on")
    desk.type_category("green")
    desk.qtbot.waitUntil(lambda: desk.names() == ["green"])
    kept, encoded = desk.status._work.done, encoder.encoded
    assert 0 < kept < 200
    desk.qtbot.waitUntil(lambda: desk.counts()["All pictures"] == kept)
    desk.type_category("red")
    desk.qtbot.waitUntil(lambda: desk.names() == ["green", "red"])
    assert (desk.status._work.done, encoder.encoded, desk.status.cancel.isVisible()) == (kept, encoded, True)
    desk.press(Qt.Key.Key_Space, button)
    desk.wait_said("200 pictures added.")
    desk.settle()
    assert (desk.counts()["All pictures"], encoder.encoded, button.isVisible()) == (200, 200, False)


def test_adding_is_paused_in_a_dialog_that_is_closed_then(full, tmp_path):
    """The status bar has what the dialog had."""
    for number in range(200):
        save_picture(tmp_path / "many" / f"{number:03}.png", "red", seed=number)
    full.answers.folder = tmp_path / "many"
    full.act("label_folder")
    dialog = full.window.findChild(LabelDialog)
    full.qtbot.waitUntil(lambda: full.status._work is not None and full.status._work.done > 0)
    dialog.pause.click()
    assert (dialog.pause.text(), full.status._work.paused) == ("Go on", True)
    dialog.reject()
    full.qtbot.waitUntil(lambda: full.status.pause.text() == "Go on")
    full.status.cancel.click()
    full.settle()
    assert 6 < full.counts()["All pictures"] < 206
