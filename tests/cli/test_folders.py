"""Folders as people have them: what is left out of them, by an option and by a setting, and what is wrong with one."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from tests.cli.conftest import Nomina
from tests.core.plugged_encoders import GREY, plug_in

from nomina.testing import save_picture


@pytest.fixture
def grey(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """An encoder that is there at once; and settings of one's own."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return plug_in(tmp_path / "layer", "grey", GREY, monkeypatch)


@pytest.fixture
def card(tmp_path: Path) -> Path:
    """What lies on a camera's card, and beside it."""
    names = ("a.png", "b.png", "RAW/c.png", "@eaDir/d.png", ".thumbnails/e.png", "Catalog Previews.lrdata/f.png")
    for number, name in enumerate(names):
        save_picture(tmp_path / "card" / name, ("white", "black")[number % 2], seed=number)
    return tmp_path / "card"


def test_what_the_settings_leave_out_is_left_out_by_every_command(
    nomina: Nomina, home: Path, card: Path, grey: str
) -> None:
    said = nomina("settings", "exclude", "raw", "b.*")
    assert "exclude  raw, b.*  names" in said.out
    assert "Names of files and folders" in said.err
    assert nomina("settings", "--json").json["exclude"] == ["raw", "b.*"]
    assert nomina("add", home, card, "--encoder", grey).out.startswith("1 new pictures")
    assert nomina("add", home, card, "--encoder", grey, "--exclude", "a.png").code == 1
    assert nomina("add", home, card, "--encoder", grey, "--include", "RAW").out.startswith("1 new pictures, 1 known")
    nomina("settings", "include", "@eaDir", ".*")
    assert nomina("watch", home, card, "--once", "--encoder", grey).out.endswith("2 new pictures, 0 labels.\n")
    classified = nomina("classify", card, "-c", "white", "--encoder", grey, "--exclude", "@*", "--json").json
    assert [Path(row["file"]).name for row in classified] == ["e.png", "a.png"]
    assert nomina("settings", "exclude", "--default").out.splitlines()[1].split() == ["exclude", "names"]
    nomina("settings", "include", "--default")
    assert nomina("add", home, card, "--encoder", grey).out.startswith("1 new pictures, 2 known")


def test_settings_are_checked(nomina: Nomina, tmp_path: Path, grey: str) -> None:
    said = nomina("settings", "exclude", "2019/RAW")
    assert (said.code, said.out) == (1, "")
    assert "“2019/RAW” is a path" in said.err
    assert "as in RAW" in said.err
    assert "no choice for device" in nomina("settings", "device", "abacus").err
    assert "There is no setting “colour”" in nomina("settings", "colour").err
    assert nomina("settings", "device", "cpu", "cuda").code == 2
    assert nomina("settings", "device", "cpu", "--default").code == 2
    assert nomina("settings", "device", "cpu").code == 0
    assert json.loads((tmp_path / "config" / "nomina" / "settings.json").read_text()) == {"device": "cpu"}


def test_a_folder_is_added_and_labelled_by_one_command(nomina: Nomina, home: Path, card: Path, grey: str) -> None:
    nomina("category", "add", home, "white", "--encoder", grey)
    nomina("category", "add", home, "black", "--encoder", grey)
    other = save_picture(card.parent / "other" / "g.png", "white", seed=9)
    nomina("add", home, other, "--encoder", grey)
    assert nomina("label", home, card, "--dry-run").code == 2
    said = nomina("label", home, card, "--exclude", "RAW", "--at-least", "0.5", "--encoder", grey, "--json")
    assert said.code == 0
    assert said.json["labels"] == {"black": 1, "white": 1}
    (run,) = nomina("runs", home, "--json").json
    assert (run["labels"], run["pictures"]) == (2, 2), "of the library's other picture nothing was said"
    again = nomina("label", home, card, card / "a.png", "--at-least", "0.5", "--encoder", grey, "--json")
    assert sum(again.json["labels"].values()) == 3


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="there are no such permissions")
def test_folders_that_give_nothing_say_why(
    nomina: Nomina, home: Path, tmp_path: Path, grey: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Empty, hidden altogether, without permission, gone; the rest of a batch goes on."""
    (tmp_path / "empty" / "deeper").mkdir(parents=True)
    save_picture(tmp_path / "hidden" / ".secret" / "a.png", "white")
    for folder in ("empty", "hidden"):
        said = nomina("add", home, tmp_path / folder, "--encoder", grey)
        assert said.code == 1
        assert f"There are no pictures in “{tmp_path / folder}”." in said.err
        assert "hint: Give picture files, or a folder that holds some." in said.err
    locked = tmp_path / "some" / "locked"
    save_picture(locked / "a.png", "white")
    save_picture(tmp_path / "some" / "b.png", "black")
    locked.chmod(0)
    try:
        scandir = os.scandir

        def refused(path: Path) -> object:  # root may read everything
            if Path(path) == locked:
                raise PermissionError(13, "Permission denied")
            return scandir(path)

        monkeypatch.setattr(os, "scandir", refused)
        said = nomina("add", home, locked, "--encoder", grey)
        assert (said.code, "permission denied" in said.err) == (1, True)
        said = nomina("add", home, tmp_path / "some", tmp_path / "nowhere", "--encoder", grey)
    finally:
        locked.chmod(0o755)
    assert said.out.startswith("1 new pictures, 0 known, 1 encoded, 2 skipped.")
    assert f"skipped: {locked}: permission denied" in said.err
    assert f"skipped: {tmp_path / 'nowhere'}: there is no such file or folder" in said.err
