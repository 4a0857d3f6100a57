"""A few of the points of kill.py, which has the whole proof."""

from __future__ import annotations

import sys

import pytest
from tests.proofs.kill import World, encoded, kill

from nomina.encoders.hands import AHEAD, BATCH

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="it looks for processes in /proc")


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return World(tmp_path_factory.mktemp("killed"), 48)


@pytest.mark.parametrize(("kind", "number"), [("cli", 0), ("app", 0), ("host", 1)])
def test_a_kill_in_the_middle_costs_no_label_and_no_second_reading(world: World, kind: str, number: int) -> None:
    """Of the command line, of the window, and of the encoder's process under the window."""
    told = kill(world, kind, encoded(32 if kind == "cli" else 16), number)
    assert told.midway
    assert told.wrong == []
    assert told.lost == 0
    assert told.twice <= AHEAD * BATCH
    assert kind != "cli" or told.said == 4
