"""The window as a whole: what it loads, what it leaves behind, how it is heard and dressed."""

import json
import os
import subprocess
import sys
import threading
import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

import nomina
from nomina.testing import ColourEncoder, colour_host, save_picture
from nomina_desktop import look
from nomina_desktop.actions import ACTIONS
from nomina_desktop.acts import pictures
from nomina_desktop.notices import Work, error_notice

FIRST_PAINT = """
import json, sys, time
start = time.perf_counter()
from PySide6.QtWidgets import QApplication
from nomina import Settings
from nomina_desktop import app
application = QApplication([])
built = app.build(application, Settings())
built.window.show()
application.processEvents()
built.window.grab()
seconds = time.perf_counter() - start
heavy = ("torch", "numpy", "faiss", "sqlite_utils", "open_clip", "PIL", "timm", "transformers")
heavy += ("nomina_desktop.map.scatter",)
print(json.dumps({"seconds": seconds, "loaded": [name for name in heavy if name in sys.modules]}))
"""


def test_nothing_heavy_is_loaded_before_the_first_paint(tmp_path):
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", FIRST_PAINT], capture_output=True, text=True, env=environment)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    print(f"first paint after {told['seconds']:.2f} s")
    assert told["loaded"] == []


def test_the_window_never_loads_torch(tmp_path):
    script = FIRST_PAINT + (
        "from pathlib import Path\n"
        "from nomina.testing import colour_host\n"
        "built.session._start_host = colour_host\n"
        f"built.session.open(Path({str(tmp_path / 'L')!r}), create=True)\n"
        "while built.session.snapshot is None: application.processEvents()\n"
        "built.window.close()\n"
        "print('torch' in sys.modules)\n"
    )
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=environment, timeout=120)
    assert done.stdout.splitlines()[-1] == "False", done.stderr


def test_qt_does_not_lose_references_to_none(qtbot):
    """PySide 6.12.0 on Python 3.11 loses one at every call that returns None, and the process dies of it."""
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for _ in range(300):
        widget.update()
    assert sys.getrefcount(None) > before - 100


class SlowHost:
    """A host whose encoder is ready when the test says so."""

    def __init__(self):
        self._host, self.is_ready = colour_host(), threading.Event()

    def ready(self):
        return self.is_ready.is_set()

    def __getattr__(self, name):
        at_once = self.is_ready.is_set() or name in ("close", "keep_to", "preparing")
        assert at_once, f"{name} would have waited for the encoder"
        return getattr(self._host, name)


def test_pictures_are_shown_and_categories_typed_while_the_encoder_gets_ready(make_desk, tmp_path):
    folder = tmp_path / "Library"
    nomina.create_library(folder)
    library = nomina.open_library(folder, colour_host())
    list(nomina.add_images(library, [save_picture(tmp_path / "red.png", "red")]))
    library.close()
    host = SlowHost()
    desk = make_desk(lambda: host)
    desk.built.open(folder)
    desk.qtbot.waitUntil(lambda: desk.grid.pictures.rowCount() == 1)
    assert desk.captions() == ["red.png"]
    assert "Getting the encoder ready" in desk.status.encoder.text()
    desk.type_category("red")
    desk.qtbot.waitUntil(lambda: desk.names() == ["red"])
    pictures.add(desk.session, [save_picture(tmp_path / "blue.png", "blue")])
    desk.qtbot.waitUntil(lambda: "Waiting for the encoder" in desk.status.text.text())
    host.is_ready.set()
    desk.qtbot.waitUntil(lambda: desk.captions() == ["red, likely", "none of these"])
    assert "Colours (for tests) on CPU" in desk.status.encoder.text()


def test_closing_while_the_encoder_gets_ready_is_quick(make_desk, tmp_path):
    desk = make_desk(SlowHost)
    desk.answers.library = tmp_path / "Library"
    desk.act("new")
    desk.qtbot.waitUntil(lambda: desk.session.snapshot is not None)
    pictures.add(desk.session, [save_picture(tmp_path / "blue.png", "blue")])
    desk.qtbot.waitUntil(lambda: desk.status.cancel.isVisible())
    start = time.perf_counter()
    desk.window.close()
    assert time.perf_counter() - start < 1.0


def test_an_encoder_that_cannot_be_loaded_is_told_and_the_rest_works(make_desk, tmp_path):
    class Broken(SlowHost):
        def ready(self):
            raise nomina.EncoderError("The encoder's weights are damaged.", "Fetch them again.")

    desk = make_desk(Broken)
    desk.answers.library = tmp_path / "Library"
    desk.act("new")
    desk.wait_said("The encoder's weights are damaged. Fetch them again.")
    desk.type_category("red")
    desk.qtbot.waitUntil(lambda: desk.names() == ["red"])


def test_closing_while_pictures_are_read_is_quick(desk, tmp_path):
    class Slow(ColourEncoder):
        def encode_pixels(self, pixels):
            time.sleep(0.1)
            return super().encode_pixels(pixels)

    desk.session.close()
    desk.session._start_host = lambda: nomina.LocalHost(Slow)
    desk.open_new(tmp_path / "Slow")
    for number in range(100):
        save_picture(tmp_path / "many" / f"{number}.png", "red", seed=number)
    pictures.add(desk.session, [tmp_path / "many"])
    desk.qtbot.waitUntil(lambda: desk.status._work is not None and desk.status._work.done > 0)
    start = time.perf_counter()
    desk.window.close()
    assert time.perf_counter() - start < 3.0


def test_a_library_that_is_open_elsewhere_is_told(make_desk, tmp_path):
    nomina.create_library(tmp_path / "Library")
    script = (
        "import sys, nomina; from pathlib import Path; from nomina.testing import colour_host;"
        "library = nomina.open_library(Path(sys.argv[1]), colour_host()); print('open', flush=True);"
        "sys.stdin.read(); library.close()"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "Library")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        other.stdout.readline()
        desk = make_desk()
        desk.answers.library = tmp_path / "Library"
        desk.act("open")
        desk.wait_said("is open elsewhere")
        other.stdin.close()


def test_everything_that_takes_the_keyboard_has_a_name(full):
    for widget in full.window.findChildren(QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isVisible():
            continue
        text = widget.text() if isinstance(widget, QAbstractButton) else ""
        assert widget.accessibleName() or text, widget


@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_both_palettes_can_be_read(appearance):
    """Text on its grounds has a contrast of 4.5 and more; hints are decoration."""
    colours = look.LIGHT if appearance == "light" else look.DARK

    def luminance(colour):
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    def contrast(one, other):
        dark, light = sorted((luminance(one), luminance(other)))
        return (light + 0.05) / (dark + 0.05)

    grounds = (colours.background, colours.surface, colours.rail, colours.field)
    for ground in grounds:
        assert contrast(colours.text, ground) > 7
        assert contrast(colours.secondary, ground) > 4.5
    assert contrast(colours.on_accent, colours.accent) > 4.5
    assert contrast(colours.accent, colours.accent_ground) > 4.5
    assert contrast(colours.error, colours.surface) > 4.5
    assert contrast(colours.toast_link, colours.text) > 4.5


def test_the_appearance_is_remembered(full, settings):
    full.act("dark")
    assert settings.get("appearance") == "dark"
    assert full.built.look.colours is look.DARK
    assert QApplication.palette().window().color().name().upper() == look.DARK.surface
    full.act("system")
    assert full.built.look.colours is look.LIGHT


def test_every_action_has_a_handler_and_every_key_is_used_once(full):
    assert set(full.built.commands.handlers) == {action.id for action in ACTIONS}
    keys = [key for action in ACTIONS for key in action.keys]
    assert len(keys) == len(set(keys))


def test_a_bug_is_told_as_one():
    try:
        raise RuntimeError("boom")
    except RuntimeError as error:
        notice = error_notice(error)
    assert "RuntimeError: boom" in notice.text
    assert "bug of ours" in notice.hint


def test_work_is_told_with_rate_and_time_left():
    now = [0.0]
    work = Work("Adding pictures", lambda: now[0])
    work.advance(nomina.Progress(0, None, "Found 1,532 pictures"))
    assert work.line.text == "Found 1,532 pictures…"
    work.advance(nomina.Progress(16, 1532, "Reading pictures"))
    now[0] = 10.0
    work.advance(nomina.Progress(476, 1532, "Reading pictures"))
    assert work.line.text == "Reading pictures: 476 of 1,532  ·  46 a second  ·  23 s left"
    assert work.line.percent == 31


def test_the_window_with_the_real_encoder_in_its_process(make_desk, tmp_path):
    desk = make_desk(lambda: nomina.ProcessHost("starter", "cpu"))
    desk.open_new(tmp_path / "Samples")
    cat = next(sample.path for sample in nomina.sample_pictures() if sample.path.name == "chelsea.png")
    pictures.add(desk.session, [cat])
    desk.type_category("cat")
    desk.qtbot.waitUntil(lambda: desk.captions() == ["cat, likely"], timeout=120_000)
    assert "Starter on CPU" in desk.status.encoder.text()
    start = time.perf_counter()
    desk.window.close()
    assert time.perf_counter() - start < 3.0
