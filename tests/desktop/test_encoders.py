"""Encoders as a person meets them: listed, fetched, measured, compared, put to work, and tried again."""

import threading
import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from tests.core.local_hub import Hub
from tests.core.plugged_encoders import GREY, plug_in
from tests.desktop.conftest import Desk

import nomina
from nomina.testing import save_picture
from nomina_desktop.acts import labels, pictures
from nomina_desktop.dialogs import EncodersDialog
from nomina_desktop.encoder_rows import EncoderRow, EncoderRowsModel

COLOURS = """
from nomina.testing import ColourEncoder

def load(device):
    return ColourEncoder()
"""


@pytest.fixture
def plugged(tmp_path, monkeypatch, settings):
    """Two encoders that come with packages; the one for colours is chosen."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr("nomina.encoders.supply.LONG_ENOUGH", 0.1)
    plug_in(tmp_path / "grey", "grey", GREY, monkeypatch)
    plug_in(tmp_path / "colours", "colours", COLOURS, monkeypatch)
    settings.set("encoder", "colours")


def opened(desk: Desk, choice: str = "") -> EncodersDialog:
    """The dialog, with an encoder chosen by the keyboard."""
    desk.act("encoders")
    dialog = desk.window.findChild(EncodersDialog)
    desk.qtbot.waitUntil(lambda: dialog.list.rows.rowCount() > 0 and not desk.built.encoders.looking)
    if choice:
        dialog.list.setCurrentIndex(dialog.list.rows.index(dialog.list.rows.row_of(choice)))
    return dialog


def rows(dialog: EncodersDialog) -> list[EncoderRow]:
    model = dialog.list.rows
    return [model.rows[row] for row in range(model.rowCount())]


def offered(dialog: EncodersDialog) -> list[str]:
    return [name for name, button in dialog.detail.buttons.items() if not button.isHidden()]


def test_the_list_says_what_each_is_worth_and_costs_and_which_is_at_work(plugged, desk):
    dialog = opened(desk)
    first = rows(dialog)[0]
    assert (first.choice, first.in_use, first.state) == ("colours", True, "in use")
    assert dialog._current() == "colours"
    by_choice = {row.choice: row for row in rows(dialog)}
    assert by_choice["grey"].state == "on this machine"
    clip = next(row for row in rows(dialog) if "CLIP" in row.title)
    assert "% of ImageNet right" in clip.worth
    assert "MB" in clip.cost
    assert "s a picture" in clip.cost
    fewer = len(rows(dialog))
    dialog.bearable.setChecked(False)
    assert len(rows(dialog)) > fewer
    assert any("define categories" in row.worth for row in rows(dialog))
    dialog.with_words.setChecked(True)
    assert not any("define categories" in row.worth for row in rows(dialog))
    dialog.reject()


def test_the_model_of_the_list_is_sound(qtbot):
    model = EncoderRowsModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    one, two = EncoderRow("a", "A", "good", "1 MB", ""), EncoderRow("b", "B", "better", "2 MB", "")
    model.take([one, two])
    model.take([one, EncoderRow("b", "B", "better", "2 MB", "in use", True)])
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "B, in use, better, 2 MB"
    model.take([two])
    assert model.row_of("a") == -1


def test_another_one_is_measured_compared_and_put_to_work_by_keys_and_back(plugged, full, settings):
    red, blue = (category.id for category in full.session.categories)
    ids = full.session.page.ids.tolist()
    names = [path.rsplit("/", 1)[-1] for path in full.session.page.paths]
    for category, colour in ((red, "red"), (blue, "blue")):
        of_colour = [image for image, name in zip(ids, names, strict=True) if colour in name]
        labels.accept(full.session, category, of_colour)
    full.settle()
    before = full.captions()
    dialog = opened(full)
    full.qtbot.keyClicks(dialog.list, "grey")  # typing finds it
    assert dialog._current() == "grey"
    assert offered(dialog) == ["use", "compare", "measure"]
    full.press(Qt.Key.Key_Space, dialog.detail.buttons["measure"])
    full.qtbot.waitUntil(lambda: any("pictures a second" in row.cost for row in rows(dialog)))
    full.press(Qt.Key.Key_Space, dialog.detail.buttons["compare"])
    full.qtbot.waitUntil(lambda: not dialog.detail.compared.isHidden())
    assert "of 5 labelled pictures, Colours (for tests) about 5." in dialog.detail.compared.text()
    assert offered(dialog) == ["use", "keep"]
    assert dialog.detail.buttons["keep"].isDefault(), "the other one is right less often"
    assert full.captions() == before
    full.press(Qt.Key.Key_Space, dialog.detail.buttons["use"])
    full.wait_said("Grey is at work now.")
    assert "Undo does not take this back" in full.said()
    assert settings.get("encoder") == "grey"
    full.settle()
    assert full.status.encoder.text() == "Grey on CPU"
    assert full.toast.act.text() == "Back to Colours (for tests)"
    full.press(Qt.Key.Key_Space, full.toast.act)
    full.wait_said("Colours (for tests) is at work now.")
    full.settle()
    assert full.captions() == before
    assert settings.get("encoder") == "colours"


def test_without_labels_the_dialog_says_so_and_still_offers_the_switch(plugged, full):
    dialog = opened(full, "grey")
    dialog.detail.buttons["compare"].click()
    full.qtbot.waitUntil(lambda: "Nothing is labelled yet" in dialog.wrong.text())
    assert "switch without comparing" in dialog.wrong.text()
    assert "use" in offered(dialog)
    dialog.detail.buttons["use"].click()
    full.wait_said("Grey is at work now.")


def test_a_switch_that_is_stopped_leaves_the_old_one_at_work(plugged, full, settings):
    opened(full, "grey").detail.buttons["use"].click()
    full.qtbot.waitUntil(lambda: full.status.cancel.isVisible())
    full.status.cancel.click()
    full.wait_said("was stopped")
    full.settle()
    assert full.status.encoder.text() == "Colours (for tests) on CPU"
    assert settings.get("encoder") == "colours"


def test_with_no_library_open_the_choice_counts_for_the_next(plugged, make_desk, settings):
    desk = make_desk()
    opened(desk, "grey").detail.buttons["use"].click()
    desk.wait_said("grey will be at work in the next library that you open.")
    assert settings.get("encoder") == "grey"


def test_what_was_chosen_on_the_command_line_counts_for_the_next_library(plugged, desk, settings, tmp_path):
    assert desk.session.encoder.choice == "colours"
    settings.set("encoder", "grey")  # as `nomina encoders use grey` does
    desk.open_new(tmp_path / "Other")
    assert desk.session.encoder.choice == "grey"


def test_the_first_page_and_an_empty_library_say_which_one_is_at_work_and_what_a_better_one_costs(
    make_desk, settings, tmp_path
):
    settings.set("device", "cpu")
    desk = make_desk()
    desk.built.encoders.look()
    desk.qtbot.waitUntil(lambda: desk.window.welcome.encoder.isVisible())
    said = desk.window.welcome.encoder.text.text()
    assert said.startswith("The encoder that looks at your pictures: Starter. A better one for this machine: ")
    assert "MB to fetch, about 0." in said
    better = desk.built.encoders.best_to_fetch()
    assert better.bearable
    desk.open_new(tmp_path / "Empty")
    assert desk.window.gallery._empty.findChild(type(desk.window.welcome.encoder)).text.text() == said


def test_a_folder_without_a_model_is_told_in_the_dialog(plugged, desk, tmp_path):
    desk.answers.folder = tmp_path
    dialog = opened(desk)
    dialog.from_folder.click()
    desk.qtbot.waitUntil(lambda: "holds no model" in dialog.wrong.text())
    dialog.reject()


def test_a_process_that_is_killed_is_another_one_and_an_encoder_that_always_dies_is_told_and_tried_again(
    plugged, make_desk, tmp_path, monkeypatch
):
    """With an encoder that ends its process at the third batch, once, and at every batch while a file is there."""
    flags = tmp_path / "flags"
    source = (
        COLOURS.replace("    return ColourEncoder()", "    return Dying()")
        + f"""
import os, signal
from pathlib import Path
FLAGS = Path({str(flags)!r})
class Dying(ColourEncoder):
    def encode_pixels(self, pixels):
        once = self.encoded >= 16 and not (FLAGS / "died").exists()
        if once or (FLAGS / "always").exists():
            (FLAGS / "died").touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return super().encode_pixels(pixels)
"""
    )
    flags.mkdir()
    plug_in(tmp_path / "dying", "dying", source, monkeypatch)
    monkeypatch.setattr("nomina.encoders.process.GIVES_UP", 1)
    desk = make_desk(lambda: nomina.ProcessHost("dying", "cpu"))
    desk.open_new(tmp_path / "Library")
    files = [save_picture(tmp_path / "many" / f"{n:02}.png", "red", seed=n) for n in range(31)]
    pictures.add(desk.session, files[:30])
    desk.qtbot.waitUntil(lambda: desk.session.snapshot.total == 30 and not desk.session.busy)
    assert (flags / "died").exists()
    assert not desk.status.trouble.isVisible(), "nothing that a person need know of"
    (flags / "always").touch()
    pictures.add(desk.session, files[30:])
    desk.qtbot.waitUntil(lambda: desk.status.try_again.isVisible())
    assert "stopped in the middle" in desk.status.trouble.text()
    assert desk.status.choose.isVisible()
    desk.settle()
    assert desk.session.snapshot.total == 30
    (flags / "always").unlink()
    desk.status.try_again.click()
    desk.qtbot.waitUntil(lambda: desk.session.snapshot.total == 31 and not desk.session.busy)
    assert not desk.status.trouble.isVisible()
    assert desk.session.snapshot.known


def test_an_encoder_that_does_not_start_is_tried_again_or_replaced(plugged, make_desk, tmp_path, settings):
    class Lost(nomina.LocalHost):
        def spec(self):
            raise nomina.EncoderError("The encoder's weights are damaged.", "Fetch them again.")

    desk = make_desk(lambda: Lost(None))
    desk.answers.library = tmp_path / "Library"
    desk.act("new")
    desk.wait_said("The encoder's weights are damaged.")
    assert desk.status.trouble.text() == "The encoder could not be started."
    desk.status.try_again.click()
    desk.qtbot.waitUntil(lambda: desk.status.encoder.isVisible())
    desk.settle()
    assert desk.status.encoder.text() == "Colours (for tests) on CPU"


def test_a_download_is_paused_goes_on_outlives_the_library_and_not_the_window(make_desk, monkeypatch, tmp_path):
    """From a hub that never answers."""
    hub = Hub()
    waits = threading.Event()
    hub.files = _Slow(waits)
    monkeypatch.setenv("HF_ENDPOINT", f"http://127.0.0.1:{hub.server.server_address[1]}")
    monkeypatch.setenv("HF_HUB_OFFLINE", "0")
    desk = make_desk()
    desk.open_new(tmp_path / "Library")
    dialog = opened(desk)
    choice = next(row.choice for row in rows(dialog) if "CLIP" in row.title)
    dialog.list.setCurrentIndex(dialog.list.rows.index(dialog.list.rows.row_of(choice)))
    assert offered(dialog) == ["fetch"]
    dialog.detail.buttons["fetch"].click()
    desk.qtbot.waitUntil(lambda: "Megabytes fetched" in dialog._far.text())
    assert dialog._stop.text() == "Pause"
    dialog._stop.click()
    desk.qtbot.waitUntil(lambda: choice not in desk.built.encoders.works)
    assert next(row.state for row in rows(dialog) if row.choice == choice) == "paused"
    assert offered(dialog) == ["resume"]
    dialog.detail.buttons["resume"].click()
    desk.qtbot.waitUntil(lambda: "Megabytes fetched" in dialog._far.text())
    dialog.reject()
    desk.act("close")
    assert choice in desk.built.encoders.works
    assert desk.window.welcome.encoder.text.text()
    start = time.perf_counter()
    desk.window.close()
    assert time.perf_counter() - start < 3.0
    waits.set()
    hub.stop()


class _Slow(dict):
    """Files that nobody gets before the test says so."""

    def __init__(self, waits):
        super().__init__()
        self._waits = waits

    def get(self, name):
        self._waits.wait(60)
