"""The command about what counts as near."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Nomina


def test_a_small_library_uses_the_shipped_one_and_says_what_is_missing(nomina: Nomina, home: Path) -> None:
    said = nomina("reference", home, "--json")
    assert said.json == {"changed": False, "versions": []}
    said = nomina("reference", home, "--learn")
    assert said.code == 1
    assert "0 pictures are too few to learn from" in said.err
    assert "50" in said.err
    assert "“x” is no version" in nomina("reference", home, "--use", "x").err
    assert "One thing at a time" in nomina("reference", home, "--learn", "--refine").err
