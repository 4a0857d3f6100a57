"""Programs on a real X server of their own, with a window manager and a pointer, for the slow tests that need one.

They need Xvfb, xdotool, openbox and Qt's libraries for X, and are left out where these are missing:
apt-get install xvfb xdotool openbox libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-util1
"""

from __future__ import annotations

import ctypes.util
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

import nomina

TOOLS = ("Xvfb", "xdotool", "openbox")
PATIENCE = 120.0
LIBRARY = ctypes.util.find_library("xcb-cursor")
with_a_screen = [
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
        mime.setUrls([QUrl.fromLocalFile(path) for path in sys.argv[1:]])
        drag = QDrag(self)
        drag.setMimeData(mime)
        drag.exec(Qt.DropAction.CopyAction)

app = QApplication(sys.argv[:1])
label = Files("files")
label.setWindowTitle("source of the drag")
label.resize(200, 200)
label.move(20, 60)
label.show()
app.exec()
"""
"""A program from which the files that it is given can be dragged."""


@contextmanager
def running(command: list[str], environment: Mapping[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A program that is ended afterwards."""
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(10)


def wait_until(fact: Callable[[], bool], what: str, pause: float = 0.1) -> None:
    """Other programs tell nothing when they are done, so this looks again and again."""
    end = time.monotonic() + PATIENCE
    while not fact():
        assert time.monotonic() < end, what
        time.sleep(pause)


def window_of(title: str, environment: Mapping[str, str]) -> str:
    """The X window of this title, or ""."""
    found = subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--name", title], env=environment, capture_output=True, text=True
    )
    return found.stdout.split()[0] if found.stdout.split() else ""


def point(*arguments: str, environment: Mapping[str, str]) -> None:
    """Move the pointer, press its button, or keys."""
    subprocess.run(["xdotool", *arguments], env=environment, check=True, capture_output=True)


def drag_onto(window: str, environment: Mapping[str, str]) -> None:
    """Drag what the source of the drag has onto the middle of a window."""
    wait_until(lambda: bool(window_of("source of the drag", environment)), "the source did not come")
    theirs = window_of("source of the drag", environment)
    point("windowmove", window, "300", "60", "windowsize", window, "1000", "760", environment=environment)
    point("windowmove", theirs, "20", "60", "windowraise", theirs, environment=environment)
    time.sleep(1.0)  # the window manager moves them when it comes to it
    point("mousemove", "100", "160", "mousedown", "1", environment=environment)
    for x in range(110, 700, 30):
        point("mousemove", str(x), "400", "sleep", "0.05", environment=environment)
    point("mouseup", "1", environment=environment)


@contextmanager
def screen(environment: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """An X server and a window manager; gives the environment of programs that shall be seen there."""
    display = next(f":{number}" for number in range(90, 200) if not Path(f"/tmp/.X{number}-lock").exists())
    seen = {**environment, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "QT_SCALE_FACTOR": "1"}
    with ExitStack() as stack:
        server = ["Xvfb", display, "-screen", "0", "1400x900x24", "-nolisten", "tcp"]
        stack.enter_context(running([shutil.which(server[0]) or "", *server[1:]], seen))
        wait_until(lambda: Path(f"/tmp/.X{display[1:]}-lock").exists(), "the X server did not start")
        stack.enter_context(running([shutil.which("openbox") or ""], seen))
        yield seen


def read_by(library: Path) -> set[str]:
    """Hashes of the pictures that the library has read: what the window lets others look at while it is open."""
    thumbnails = nomina.Thumbnails(library / "cache" / "thumbnails.db")
    try:
        return thumbnails.hashes()
    finally:
        thumbnails.close()
