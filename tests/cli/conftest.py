"""The command line as a person meets it: what is typed, what is said, and the exit code."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.hosts import Kept

from nomina import EncoderHost, LocalHost, ProcessHost
from nomina.cli import encoders, main, shell
from nomina.encoders import catalog


@dataclass(frozen=True)
class Said:
    """What a command did."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What it printed, as JSON."""
        return json.loads(self.out)


Nomina = Callable[..., Said]


@pytest.fixture
def nomina(capfdbinary: pytest.CaptureFixture[bytes]) -> Nomina:
    """Run a command line in this process. Whatever it says is text: no traceback, no half characters."""

    def run(*arguments: object) -> Said:
        capfdbinary.readouterr()
        code = main([str(argument) for argument in arguments])
        out, err = (text.decode("utf-8", "surrogateescape") for text in capfdbinary.readouterr())
        assert "Traceback" not in err
        return Said(code, out, err)

    return run


@pytest.fixture(autouse=True)
def _hosts_are_at_hand(starter: ProcessHost, monkeypatch: pytest.MonkeyPatch) -> None:
    """All commands share one starter, and other encoders are loaded in this process: a start takes seconds.

    `test_the_demo_is_a_program_of_its_own…` starts what a person starts.
    """

    def start(choice: str = "auto", device: str = "auto", *, fetch: bool = False, **_: str) -> EncoderHost:
        chosen = catalog.best_at_hand(device) if choice == "auto" else choice
        if chosen == "starter" and device in ("auto", "cpu"):
            return Kept(starter)
        return LocalHost(lambda: catalog.load(chosen, device, fetch=fetch))

    for module in (shell, encoders):
        monkeypatch.setattr(module, "start_host", start)


@pytest.fixture
def home(tmp_path: Path, nomina: Nomina) -> Path:
    """An empty library."""
    assert nomina("init", tmp_path / "library").code == 0
    return tmp_path / "library"
