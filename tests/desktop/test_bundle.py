"""The bundle, started with an empty environment and without a network, as a person starts it who has nothing else.

packaging/smoke runs it: NOMINA_BUNDLE names the folder that packaging/bundle made. Its times are printed.
"""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import PIL.Image
import pytest
from tests.core.made_raw import dng
from tests.core.tiny_open_clip import CLIP_CONFIG, SIGLIP_CONFIG, write_model
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

BUNDLE = Path(os.environ.get("NOMINA_BUNDLE", ""))
SHOWN = {"chelsea.png": "cat", "coffee.png": "cup of coffee", "rocket.jpg": "rocket", "brick.png": "brick wall"}
"""Pictures in the bundle, and what the starter calls them among these categories."""
pytestmark = [
    *with_a_screen,
    pytest.mark.skipif("NOMINA_BUNDLE" not in os.environ, reason="packaging/smoke tells which bundle"),
]

# a network of its own, in which there is nobody, where this user may make one
ALONE = ["unshare", "--net"] if shutil.which("unshare") and os.geteuid() == 0 else []


class Person:
    """Somebody with an empty home and nothing in the environment."""

    def __init__(self, folder: Path) -> None:
        self.environment = {"HOME": str(folder / "home"), "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"}
        self.pictures = folder / "Pictures"
        (folder / "home").mkdir()
        self.pictures.mkdir()
        for name in SHOWN:
            shutil.copy(BUNDLE / "_internal" / "skimage" / "data" / name, self.pictures)

    def types(self, *arguments: object) -> str:
        """Give a command; what it says on stdout."""
        command = [*ALONE, str(BUNDLE / "nomina"), *map(str, arguments)]
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr + done.stdout
        return done.stdout

    def opens(self, library: Path) -> list[str]:
        """How the window is started."""
        return [*ALONE, str(BUNDLE / "nomina-app"), str(library)]


@pytest.fixture
def person(tmp_path: Path) -> Person:
    return Person(tmp_path)


def test_the_commands_work(person: Person, tmp_path: Path) -> None:
    assert person.types("--version").startswith("nomina, version ")
    told = person.types("doctor")
    assert "not installed" not in told
    with PIL.Image.open(person.pictures / "chelsea.png") as cat:
        (person.pictures / "cat.dng").write_bytes(dng(cat))
    table = tmp_path / "sorted.csv"
    asked = [word for name in SHOWN.values() for word in ("--category", name)]
    person.types("classify", person.pictures, *asked, "--csv", table)
    rows = csv.DictReader(table.read_text(encoding="utf-8").splitlines())
    assert {Path(row["file"]).name: row["best"] for row in rows} == {**SHOWN, "cat.dng": "cat"}


@pytest.mark.parametrize("config", [CLIP_CONFIG, SIGLIP_CONFIG], ids=["own tokenizer", "tokenizer of transformers"])
def test_a_model_of_open_clip_runs(person: Person, tmp_path: Path, config: dict[str, Any]) -> None:
    """Its weights are random, so its answers are too; that there are any shows that nothing it needs was left out."""
    model = write_model(tmp_path / "model", config)
    asked = ["--category", "cat", "--category", "rocket", "--encoder", f"open_clip:{model}", "--json"]
    assert len(json.loads(person.types("classify", person.pictures, *asked))) == len(SHOWN)


def test_a_model_of_timm_runs(person: Person, tmp_path: Path) -> None:
    examples = tmp_path / "kinds" / "cat"
    examples.mkdir(parents=True)
    shutil.copy(person.pictures / "chelsea.png", examples)
    asked = ["--examples", tmp_path / "kinds", "--encoder", "timm:tf_efficientnet_lite2", "--json"]
    assert len(json.loads(person.types("classify", person.pictures, *asked))) == len(SHOWN)


def test_pictures_are_dropped_sorted_and_exported_in_the_window(person: Person, tmp_path: Path) -> None:
    library = tmp_path / "Library"
    person.types("init", library)
    source = [sys.executable, "-c", SOURCE, *(str(person.pictures / name) for name in SHOWN)]
    with screen(person.environment) as seen:
        begun = time.monotonic()
        with running(person.opens(library), seen) as window:
            wait_until(lambda: bool(window_of("Nomina", seen)), "the window did not come", pause=0.01)
            print(f"\nwindow shown after {time.monotonic() - begun:.2f} s")
            wait_until(lambda: bool(window_of("Library – Nomina", seen)), "the library did not open")
            ours = window_of("Library – Nomina", seen)
            with running(source, seen):
                drag_onto(ours, seen)
                wait_until(lambda: len(read_by(library)) == len(SHOWN), "the pictures did not come")
            print(f"pictures dropped and read after {time.monotonic() - begun:.1f} s")
            point("windowactivate", "--sync", ours, environment=seen)
            for name in SHOWN.values():  # at the pace of a hand: nothing outside the window tells that it took one
                point("key", "ctrl+t", "sleep", "1", "type", name, environment=seen)
                point("sleep", "2", "key", "Return", "sleep", "3", environment=seen)
            table = _exported(person, ours, seen)
            point("windowactivate", "--sync", ours, "key", "ctrl+q", environment=seen)
            wait_until(lambda: window.poll() is not None, "the window did not close")
    listed = json.loads(person.types("category", "list", library, "--json"))
    assert {each["name"] for each in listed} == set(SHOWN.values())
    assert table.stat().st_size > 0


def _exported(person: Person, window: str, seen: dict[str, str]) -> Path:
    """What the window's export writes where it proposes, once it is agreed to."""
    home = Path(person.environment["HOME"])
    before = set(home.parent.rglob("*labels*"))
    point("windowactivate", "--sync", window, "mousemove", "600", "700", "click", "1", environment=seen)
    point("key", "ctrl+e", environment=seen)  # a line of text would take it as “to the end”
    wait_until(lambda: bool(window_of("^Nomina$", seen)), "the export was not asked for")

    def written() -> bool:
        point("key", "Return", "sleep", "0.5", environment=seen)
        return bool(set(home.parent.rglob("*labels*")) - before)

    wait_until(written, "nothing was exported")
    return (set(home.parent.rglob("*labels*")) - before).pop()
