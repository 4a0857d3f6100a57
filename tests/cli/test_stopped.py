"""A long command is stopped and goes on: Ctrl+Z and fg, Ctrl+C and the same command again, as a shell has them."""

from __future__ import annotations

import os
import pty
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.proofs.kill import ROOT, World
from tests.proofs.killed import ENCODER

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="it looks for processes in /proc")
PICTURES = 120


class Terminal:
    """A command that runs in a job of its own, as a shell starts it, and what it writes on the terminal."""

    def __init__(self, world: World, *arguments: object) -> None:
        homes = dict.fromkeys(("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"), str(world.folder / "home"))
        path = os.pathsep.join([str(world.folder / "layer"), str(ROOT / "core")])
        ours, theirs = pty.openpty()
        self.job = subprocess.Popen(
            [sys.executable, "-m", "nomina", *map(str, arguments)],
            env=os.environ | homes | {"PYTHONPATH": path, "COUNTED_LOG": str(world.folder / "log"), "COLUMNS": "120"},
            stdout=theirs,
            stderr=theirs,
            process_group=0,
        )
        os.close(theirs)
        self.text = ""
        self._more = threading.Condition()
        self._reader = threading.Thread(target=self._read, args=(ours,), daemon=True)
        self._reader.start()

    def _read(self, ours: int) -> None:
        with open(ours, "rb", buffering=0, closefd=True) as terminal:
            while True:
                try:
                    data = terminal.read(4096)
                except OSError:  # the last who wrote to it is gone
                    data = b""
                with self._more:
                    self.text += data.decode(errors="replace")
                    self._more.notify_all()
                if not data:
                    return

    def wait_for(self, pattern: str) -> re.Match[str]:
        """Wait until this was written."""
        found: list[re.Match[str]] = []

        def written() -> bool:
            match = re.search(pattern, self.text)
            found.extend([match] if match else [])
            return bool(found)

        with self._more:
            assert self._more.wait_for(written, 60), self.text
        return found[0]

    def send(self, number: signal.Signals) -> None:
        """To the command and the encoder's process, as a terminal does."""
        os.killpg(self.job.pid, number)

    def states(self) -> list[str]:
        """How all its processes are: T is stopped."""
        found = []
        for each in Path("/proc").glob("[0-9]*/stat"):
            try:
                state, _, group = each.read_text().rpartition(")")[2].split()[:3]
            except OSError:  # it went meanwhile
                continue
            found += [state] if int(group) == self.job.pid else []
        return found

    def end(self) -> int:
        """Wait until it has ended; returns its exit code."""
        code = self.job.wait(60)
        self._reader.join(60)
        return code


@contextmanager
def terminal(world: World, *arguments: object) -> Iterator[Terminal]:
    started = Terminal(world, *arguments)
    try:
        yield started
    finally:
        if started.job.poll() is None:
            started.send(signal.SIGKILL)
            started.end()


def test_ctrl_z_and_ctrl_c_lose_nothing(tmp_path: Path) -> None:
    world = World(tmp_path, PICTURES)
    (tmp_path / "run").mkdir()
    library = world.fresh("run")
    command = ("add", library, world.pictures, "--encoder", ENCODER)
    with terminal(world, *command) as running:
        running.wait_for(rf"█.* \d+ of {PICTURES}")
        running.send(signal.SIGTSTP)
        _, status = os.waitpid(running.job.pid, os.WUNTRACED)
        assert os.WIFSTOPPED(status)
        while running.states() != ["T"] * len(running.states()):
            threading.Event().wait(0.01)
        assert len(running.states()) >= 2, "the encoder's process, too"
        with running._more:
            running.text = ""
        running.send(signal.SIGCONT)
        running.wait_for(rf"█.* \d+ of {PICTURES}")
        running.send(signal.SIGINT)
        said = running.wait_for(rf"Stopped. (\d+) of {PICTURES} pictures are in; the same command goes on from there.")
        assert running.end() == 1
        assert "Traceback" not in running.text
    kept = int(said[1])
    assert 0 < kept < PICTURES
    with terminal(world, *command) as again:
        assert again.end() == 0
        assert f"{PICTURES - kept} new pictures, {kept} known" in again.text
    encoded = (tmp_path / "log").read_text().split()
    assert len(encoded) - len(set(encoded)) <= 32, "nothing twice but what was under way"
