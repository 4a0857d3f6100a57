"""`nomina show --why`, with the starter."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.cli.conftest import Nomina

from nomina.samples import sample_pictures


def test_show_says_why(nomina: Nomina, tmp_path: Path) -> None:
    pictures, home = tmp_path / "pictures", tmp_path / "home"
    pictures.mkdir()
    for sample in sample_pictures():
        if sample.path.name in ("chelsea.png", "coffee.png", "rocket.jpg", "brick.png"):
            shutil.copy(sample.path, pictures)
    nomina("init", home)
    nomina("add", home, pictures)
    nomina("category", "add", home, "cat", "--also", "kitten")
    nomina("category", "add", home, "wall", "--example", pictures / "brick.png")
    plain = nomina("show", home, pictures / "chelsea.png", "--json").json
    assert "why" not in plain
    told = nomina("show", home, pictures / "chelsea.png", "--why", "--json").json
    assert told["believed"][0] == "likely"
    assert told["believed"][1].endswith(" cat")
    assert "cat; none of these has" in told["why"][0]
    assert "words, best “" in told["why"][1]
    said = nomina("show", home, pictures / "brick.png", "--why")
    assert "wall (person)" in said.out
    assert f"example {pictures / 'brick.png'}" in said.out
