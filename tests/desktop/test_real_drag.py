"""A file is dragged from another program onto the window, on a real X server, with a real pointer.

It needs Xvfb, xdotool, openbox and Qt's libraries for X, and is left out where they are missing:
apt-get install xvfb xdotool openbox libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-util1
"""

from __future__ import annotations

import ctypes.util
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

import nomina
from nomina.testing import colour_host, save_picture

TOOLS = ("Xvfb", "xdotool", "openbox")
PATIENCE = 120.0
LIBRARY = ctypes.util.find_library("xcb-cursor")
pytestmark = [
    pytest.mark.slow,  # other programs are waited for, and the pointer moves as a hand does
    pytest.mark.skipif(
        LIBRARY is None or any(shutil.which(tool) is None for tool in TOOLS), reason="needs an X server and xdotool"
    ),
]

SOURCE = """
import sys
from PySide6.QtCore import QMimeData, QUrl, Qt
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QLabel

class Files(QLabel):
    def mouseMoveEvent(self, event):
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(sys.argv[1])])
        drag = QDrag(self)
        drag.setMimeData(mime)
        drag.exec(Qt.DropAction.CopyAction)

app = QApplication(sys.argv)
label = Files("a file")
label.setWindowTitle("source of the drag")
label.resize(200, 200)
label.move(20, 60)
label.show()
app.exec()
"""


@contextmanager
def running(command: list[str], environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A program that is ended afterwards."""
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(10)


def wait_until(fact: Callable[[], bool], what: str) -> None:
    """Other programs tell nothing when they are done, so this looks again and again."""
    end = time.monotonic() + PATIENCE
    while not fact():
        assert time.monotonic() < end, what
        time.sleep(0.1)


def window_of(title: str, environment: dict[str, str]) -> str:
    """The X window of this title, or ""."""
    found = subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--name", title], env=environment, capture_output=True, text=True
    )
    return found.stdout.split()[0] if found.stdout.split() else ""


def point(*arguments: str, environment: dict[str, str]) -> None:
    """Move the pointer, or press and release its button."""
    subprocess.run(["xdotool", *arguments], env=environment, check=True, capture_output=True)


def free_display() -> str:
    return next(f":{number}" for number in range(90, 200) if not Path(f"/tmp/.X{number}-lock").exists())


def read_by(library: Path) -> set[str]:
    """Hashes of the pictures that the library has read: what the window lets others look at while it is open."""
    thumbnails = nomina.Thumbnails(library / "cache" / "thumbnails.db")
    try:
        return thumbnails.hashes()
    finally:
        thumbnails.close()


def paths_in(library: Path) -> list[Path]:
    """Where its pictures lie, when the window is closed."""
    opened = nomina.open_library(library, colour_host())
    try:
        return [image.path for image in opened.store.images() if image.path]
    finally:
        opened.close()


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of programs on a screen of their own, with a window manager."""
    display = free_display()
    home = tmp_path / "home"
    home.mkdir()
    environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "HOME": str(home), "QT_SCALE_FACTOR": "1"}
    environment |= {"XDG_CONFIG_HOME": str(home / "config"), "XDG_DATA_HOME": str(home / "data")}
    with ExitStack() as stack:
        server = ["Xvfb", display, "-screen", "0", "1400x900x24", "-nolisten", "tcp"]
        stack.enter_context(running(server, environment))
        wait_until(lambda: Path(f"/tmp/.X{display[1:]}-lock").exists(), "the X server did not start")
        stack.enter_context(running(["openbox"], environment))
        yield environment


def test_a_file_is_dragged_from_another_program(screen: dict[str, str], tmp_path: Path) -> None:
    picture = save_picture(tmp_path / "red heron.png", "red")
    library = tmp_path / "Library"
    nomina.create_library(library)
    source = [sys.executable, "-c", SOURCE, str(picture)]
    window = [sys.executable, "-m", "nomina_desktop", str(library)]
    with running(window, screen) as open_window, running(source, screen):
        wait_until(lambda: bool(window_of("Library – Nomina", screen)), "the window did not come")
        wait_until(lambda: bool(window_of("source of the drag", screen)), "the source did not come")
        ours, theirs = window_of("Library – Nomina", screen), window_of("source of the drag", screen)
        point("windowmove", ours, "300", "60", "windowsize", ours, "1000", "760", environment=screen)
        point("windowmove", theirs, "20", "60", "windowraise", theirs, environment=screen)
        time.sleep(1.0)  # the window manager moves them when it comes to it
        point("mousemove", "100", "160", "mousedown", "1", environment=screen)
        for x in range(110, 700, 30):
            point("mousemove", str(x), "400", "sleep", "0.05", environment=screen)
        point("mouseup", "1", environment=screen)
        wait_until(lambda: bool(read_by(library)), "the picture did not come")
        point("windowactivate", "--sync", ours, "key", "ctrl+q", environment=screen)
        wait_until(lambda: open_window.poll() is not None, "the window did not close")
    assert paths_in(library) == [picture]
