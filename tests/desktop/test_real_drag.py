"""A file is dragged from another program onto the window, on a real X server, with a real pointer."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.desktop.screen_helpers import (
    SOURCE,
    drag_onto,
    point,
    read_by,
    running,
    screen,
    wait_until,
    window_of,
    with_a_screen,
)

import nomina
from nomina.testing import colour_host, save_picture

pytestmark = with_a_screen


def paths_in(library: Path) -> list[Path]:
    """Where its pictures lie, when the window is closed."""
    opened = nomina.open_library(library, colour_host())
    try:
        return [image.path for image in opened.store.images() if image.path]
    finally:
        opened.close()


def test_a_file_is_dragged_from_another_program(tmp_path: Path) -> None:
    picture = save_picture(tmp_path / "red heron.png", "red")
    library, home = tmp_path / "Library", tmp_path / "home"
    home.mkdir()
    nomina.create_library(library)
    own = {"HOME": str(home), "XDG_CONFIG_HOME": str(home / "config"), "XDG_DATA_HOME": str(home / "data")}
    window = [sys.executable, "-m", "nomina_desktop", str(library)]
    source = [sys.executable, "-c", SOURCE, str(picture)]
    with screen({**os.environ, **own}) as seen, running(window, seen) as open_window, running(source, seen):
        wait_until(lambda: bool(window_of("Library – Nomina", seen)), "the window did not come")
        ours = window_of("Library – Nomina", seen)
        drag_onto(ours, seen)
        wait_until(lambda: bool(read_by(library)), "the picture did not come")
        point("windowactivate", "--sync", ours, "key", "ctrl+q", environment=seen)
        wait_until(lambda: open_window.poll() is not None, "the window did not close")
    assert paths_in(library) == [picture]
