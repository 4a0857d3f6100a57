"""The commands that say what to look at next."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Nomina

from nomina.cli import shell
from nomina.testing import colour_host, save_picture


@pytest.fixture(autouse=True)
def _colours(monkeypatch: pytest.MonkeyPatch) -> None:
    """The encoder of colours in this process: the starter in one of its own would be started for each command."""
    monkeypatch.setattr(shell, "start_host", lambda *_, **__: colour_host())


def test_what_to_look_at_which_labels_to_doubt_and_what_a_category_lacks(
    nomina: Nomina, home: Path, tmp_path: Path
) -> None:
    red = [save_picture(tmp_path / "in" / f"red{i}.png", "red", seed=i) for i in range(6)]
    blue = [save_picture(tmp_path / "in" / f"blue{i}.png", "blue", seed=9 + i) for i in range(6)]
    assert nomina("review", home).out.strip() == "There is no picture left to ask about."
    assert nomina("add", home, tmp_path / "in").code == 0
    taught = [each for file in red[:4] for each in ("--example", file)]
    assert nomina("category", "add", home, "red", *taught).code == 0
    taught = [each for file in [*blue[:3], red[5]] for each in ("--example", file)]
    assert nomina("category", "add", home, "blue", *taught).code == 0

    said = nomina("review", home, "--count", "3", "--json").json
    assert len(said["questions"]) == 3
    assert {each["file"] for each in said["questions"]} <= {str(each) for each in [red[4], *blue[3:]]}
    assert (said["accuracy"]["counted"], said["accuracy"]["chance"]) == (8, False)
    assert "pictures that you labelled" in nomina("review", home).out

    (wrong,) = nomina("check-labels", home, "--json").json
    assert (wrong["file"], wrong["said"], wrong["looks_like"]) == (str(red[5]), "blue", "red")
    assert "red5.png" in nomina("check-labels", home).out

    found = nomina("insights", home, "--json").json
    assert found["accuracy"]["counted"] == 8
    assert found["confused"] == [{"said": "blue", "looks_like": "red", "of": 4, "files": [str(red[5])]}]
    assert (found["suspects"], found["missing"], found["reliability"]) == ([str(red[5])], 12, [])
    assert "blue taken for red: 1 of 4" in nomina("insights", home).out

    told = nomina("category", "doctor", home, "blue", "--wording", "the sea", "--json").json
    assert {each["text"] for each in told["wordings"]} == {"blue", "the sea"}
    assert told["examples"] == 4
    assert len(told["next"]) == 4
    assert "wording" in nomina("category", "doctor", home, "blue").out
    assert "There is no category “x”" in nomina("category", "doctor", home, "x").err


def test_pictures_are_said_to_be_none_of_these(nomina: Nomina, home: Path, tmp_path: Path) -> None:
    red = save_picture(tmp_path / "red.png", "red")
    assert nomina("add", home, red).code == 0
    assert "no categories yet" in nomina("none", home, red).err
    assert nomina("category", "add", home, "red").code == 0
    assert nomina("none", home, red).out.strip() == "One picture is none of these."
    assert nomina("none", home, red).out.strip() == "That was known already."
    assert nomina("review", home).out.strip().startswith("There is no picture left to ask about.")
    assert "is not in this library" in nomina("none", home, save_picture(tmp_path / "other.png", "blue")).err


def test_too_few_examples_and_nothing_to_doubt(nomina: Nomina, home: Path) -> None:
    assert nomina("category", "add", home, "red").code == 0
    assert "It has 0 examples; with 4" in nomina("category", "doctor", home, "red").out
    assert "No label looks more like" in nomina("check-labels", home).out
    assert "fewer than two categories" in nomina("check-labels", home, "--report").err
