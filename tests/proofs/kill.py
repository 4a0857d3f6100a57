"""Kill -9 at random points of an add and label run: the command line, the window, and the process of the encoder.

    .venv/bin/python -m tests.proofs.kill [--points 100] [--seed 0]

After each, the library must open, pass SQLite's check, have every label that was confirmed, and take in the rest; no
picture may be encoded twice but those that were under way. A third of the points is for each of the three.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, SimpleQueue

from tests.core.plugged_encoders import write_plug_in
from tests.proofs.killed import ENCODER

from nomina import LocalHost, add_category, add_images, create_library, open_library
from nomina.encoders.hands import AHEAD, BATCH
from nomina.images import hash_bytes
from nomina.testing import ColourEncoder, save_picture

ROOT = Path(__file__).parents[2]
KINDS = ("cli", "app", "host")
PICTURES = 120
PATIENCE = 120.0
A_BATCH = 0.06
"""Seconds from one batch to the next: COUNTED takes 0.04 of them, the way to the library and back the rest."""
COUNTED = """
import hashlib, os, threading
from dataclasses import replace
from nomina.testing import ColourEncoder

class Counted(ColourEncoder):
    '''Writes down each picture that it encodes, and takes its time.'''
    spec = replace(ColourEncoder.spec, id="counted@1")

    def encode_pixels(self, pixels):
        rows = super().encode_pixels(pixels)
        lines = "".join(hashlib.sha1(each.tobytes()).hexdigest() + chr(10) for each in pixels)
        log = os.open(os.environ["COUNTED_LOG"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        os.write(log, lines.encode())
        os.close(log)
        threading.Event().wait(0.005 * len(pixels))
        return rows

def load(device):
    return Counted()
"""


@dataclass(slots=True)
class World:
    """Pictures, the plug-in that counts, and an empty library with two categories to copy."""

    folder: Path
    count: int = PICTURES
    pictures: Path = field(init=False)

    def __post_init__(self) -> None:
        self.pictures = self.folder / "pictures"
        for number in range(self.count):
            colour = ("red", "blue", "white")[number % 3]
            save_picture(
                self.pictures / f"{number // 40}" / f"{number:03}-{colour}.png", colour, seed=number, size=(8, 6)
            )
        write_plug_in(self.folder / "layer", ENCODER, COUNTED)
        create_library(self.folder / "template")
        with closing(open_library(self.folder / "template", LocalHost(ColourEncoder))) as library:
            add_category(library, "red")
            add_category(library, "blue")

    def fresh(self, name: str) -> Path:
        """Another copy of the library; returns its folder."""
        return Path(shutil.copytree(self.folder / "template", self.folder / name / "library"))


@dataclass(slots=True)
class Told:
    """What came of one kill.

    Attributes:
        midway: whether it came before the work had ended.
        said: labels that were confirmed before.
        lost: those of them that the library did not have afterwards.
        twice: pictures that were encoded again.
        wrong: whatever else was not as it must be.
    """

    midway: bool
    said: int
    lost: int
    twice: int
    wrong: list[str]


class Actor:
    """A process that adds and labels; see killed.py."""

    def __init__(self, world: World, kind: str, library: Path) -> None:
        path = os.pathsep.join([str(world.folder / "layer"), str(ROOT), str(ROOT / "core"), str(ROOT / "desktop")])
        home = library.parent / "home"
        homes = dict.fromkeys(("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"), str(home))
        environment = os.environ | homes | {"PYTHONPATH": path, "COUNTED_LOG": str(library.parent / "log")}
        command = [sys.executable, "-m", "tests.proofs.killed", kind, str(library), str(world.pictures)]
        self.process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment | {"QT_QPA_PLATFORM": "offscreen"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.said: list[tuple[str, str]] = []
        self.rest: list[str] = []
        self.ended = self._silent = False
        self._lines: SimpleQueue[str | None] = SimpleQueue()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as lines:
            for line in lines:
                self._lines.put(line.strip())
        self._lines.put(None)

    def follow(self, until: Callable[[], bool]) -> bool:
        """Listen until something is so, or it has ended; whether it is still at work."""
        end = time.monotonic() + PATIENCE
        while not until():
            if self._silent:
                return False
            if time.monotonic() > end:
                self.process.kill()
                raise TimeoutError(f"nothing moves: {self.rest[-5:]}")
            try:
                line = self._lines.get(timeout=0.002)
            except Empty:
                continue
            if line is None:
                self._silent = True
                return False
            word, *rest = line.split(" ")
            if word == "said":
                self.said.append((rest[0], rest[1]))
            else:
                self.rest.append(line)
            self.ended = self.ended or word == "ended"
        return True

    def encoders(self) -> list[int]:
        """The processes in which its encoder runs."""
        return [pid for pid in _children(self.process.pid) if b"spawn_main" in _command(pid)]


def _children(pid: int) -> list[int]:
    found: list[int] = []
    for thread in Path(f"/proc/{pid}/task").glob("*/children"):  # each thread has its own
        with suppress(OSError):
            found += map(int, thread.read_text().split())
    return found


def _command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def length(world: World, kind: str) -> float:
    """Seconds that the whole work takes when nobody kills it."""
    with _directory(world, f"whole-{kind}") as library:
        actor = Actor(world, kind, library)
        actor.follow(lambda: "begun" in actor.rest)
        started = time.monotonic()
        actor.follow(lambda: False)
        if actor.process.wait() or not actor.ended:
            raise RuntimeError(f"it does not even work by itself: {actor.rest[-10:]}")
        return time.monotonic() - started


@contextmanager
def _directory(world: World, name: str) -> Iterator[Path]:
    library = world.fresh(name)
    yield library
    shutil.rmtree(library.parent)


Due = Callable[[Path], Callable[[], bool]]
"""Is called when the work on the library in that folder begins; what it returns says whether it is time to kill."""


def after(seconds: float) -> Due:
    """So long after it has begun."""

    def begin(_: Path) -> Callable[[], bool]:
        end = time.monotonic() + seconds
        return lambda: time.monotonic() >= end

    return begin


def encoded(count: int, later: float = 0.0) -> Due:
    """When so many pictures were encoded, and so many seconds later."""

    def begin(library: Path) -> Callable[[], bool]:
        log = library.parent / "log"
        times: list[float] = []

        def due() -> bool:
            if not times and log.exists() and log.read_bytes().count(b"\n") >= count:
                times.append(time.monotonic() + later)
            return bool(times) and time.monotonic() >= times[0]

        return due

    return begin


def at_some_time(chance: random.Random, whole: float) -> Due:
    """Four of five times while pictures are encoded, in some part of a batch; else whenever, as at the start."""
    if chance.random() < 0.2:
        return after(chance.uniform(0, whole))
    return encoded(chance.randrange(1, PICTURES - BATCH), chance.uniform(0, A_BATCH))


def kill(world: World, kind: str, due: Due, number: int = 0) -> Told:
    """Kill one of KINDS when it is due, start again, and look."""
    with _directory(world, f"{kind}-{number}") as library:
        actor = Actor(world, "app" if kind == "host" and number % 2 else kind.replace("host", "cli"), library)
        actor.follow(lambda: "begun" in actor.rest)
        midway = actor.follow(due(library))
        left = actor.encoders()
        if kind == "host":
            midway = midway and actor.follow(lambda: bool(actor.encoders()))
            for pid in actor.encoders()[:1]:
                os.kill(pid, signal.SIGKILL)
            actor.follow(lambda: False)  # it goes on by itself
        elif midway:
            actor.process.kill()
            actor.follow(lambda: False)
        code = actor.process.wait()
        wrong = [] if kind != "host" or not code else [f"it ended with {code}: {actor.rest[-3:]}"]
        if not _all_gone(left):
            wrong.append("the encoder's process stayed")
        return _look(world, library, actor.said, midway, wrong)


def _all_gone(pids: list[int]) -> bool:
    end = time.monotonic() + PATIENCE
    while any(b"spawn_main" in _command(pid) for pid in pids):
        if time.monotonic() > end:
            return False
        time.sleep(0.01)
    return True


def _look(world: World, library: Path, said: list[tuple[str, str]], midway: bool, wrong: list[str]) -> Told:
    sys.path.insert(0, str(world.folder / "layer"))
    os.environ["COUNTED_LOG"] = str(library.parent / "log")
    try:
        from counted import Counted  # type: ignore[import-not-found]
    finally:
        sys.path.pop(0)
    with closing(open_library(library, LocalHost(Counted))) as opened:
        (checked,) = opened._db.execute("pragma integrity_check").fetchone()
        wrong += [] if checked == "ok" else [f"integrity: {checked}"]
        names = {category.id: category.name for category in opened.store.categories()}
        hashes = dict(opened.store.image_keys())
        labels = [each for each in opened.store.labels() if each.origin == "person" and each.accepted]
        kept = {(hashes[each.image_id], names[each.category_id]) for each in labels}
        for _ in add_images(opened, [world.pictures]):
            pass
        there = {hash for _, hash in opened.store.image_keys()}
        wrong += [] if there == _hashes(world.pictures) else [f"{len(there)} pictures instead of {world.count}"]
        wrong += [] if opened.scores.read.all() else ["a picture has no row"]
    counts = Counter((library.parent / "log").read_text().split())
    wrong += [] if len(counts) == world.count else [f"{len(counts)} pictures were encoded"]
    lost = sum(each not in kept for each in said)
    return Told(midway, len(said), lost, counts.total() - len(counts), wrong)


def _hashes(folder: Path) -> set[str]:
    return {hash_bytes(file.read_bytes()) for file in folder.rglob("*.png")}


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--points", type=int, default=100)
    asked.add_argument("--seed", type=int, default=0)
    given = asked.parse_args()
    chance = random.Random(given.seed)
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder))
        seconds = {kind: length(world, kind) for kind in ("cli", "app")}
        for kind in KINDS:
            points = given.points // 3 + (KINDS.index(kind) < given.points % 3)
            told = []
            for number in range(points):
                whole = seconds["app" if kind == "app" or (kind == "host" and number % 2) else "cli"]
                told.append(kill(world, kind, at_some_time(chance, whole), number))
                for each in told[-1].wrong:
                    print(f"  {kind} {number}: {each}", flush=True)
            bad += sum(len(each.wrong) + each.lost + (each.twice > AHEAD * BATCH) for each in told)
            print(
                f"{kind:5}{len(told)} kills, {sum(each.midway for each in told)} midway;"
                f" {sum(each.said for each in told)} labels confirmed before, {sum(each.lost for each in told)} lost;"
                f" encoded twice {sum(each.twice for each in told)} of {len(told) * PICTURES} pictures,"
                f" at most {max((each.twice for each in told), default=0)} after one kill;"
                f" {sum(bool(each.wrong) for each in told)} otherwise wrong",
                flush=True,
            )
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
