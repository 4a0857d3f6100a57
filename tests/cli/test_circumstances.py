"""`nomina circumstances`: on, off, what they are worth; and `nomina show` says that the folder spoke."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Nomina

from nomina.samples import sample_pictures

SAMPLES = {sample.path.name: sample.path for sample in sample_pictures()}


def test_they_are_switched_on_and_off_and_told(nomina: Nomina, home: Path, tmp_path: Path) -> None:
    for folder, names in (("cats", ("chelsea.png", "coffee.png")), ("stars", ("astronaut.png", "rocket.jpg"))):
        (tmp_path / folder).mkdir()
        for name in names:
            (tmp_path / folder / name).write_bytes(SAMPLES[name].read_bytes())
    assert nomina("add", home, tmp_path / "cats", tmp_path / "stars").code == 0
    assert nomina("category", "add", home, "cat", "--example", tmp_path / "cats" / "chelsea.png").code == 0
    off = nomina("circumstances", home)
    assert off.out == (
        "Folder, date, camera and place count for nothing.\n"
        "What they are worth cannot be told yet: that takes 30 labels in two or more categories.\n"
    )
    dry = nomina("circumstances", home, "on", "--dry-run", "--json").json
    assert (dry["on"], dry["worth"]) == (False, None)
    on = nomina("circumstances", home, "on")
    assert "count, as common as they were among 4 pictures" in on.out
    said = nomina("show", home, tmp_path / "cats" / "coffee.png", "--why").out
    assert f"folder {tmp_path / 'cats'}: 1 of 1 examples, 50.0% of all pictures" in said
    assert nomina("circumstances", home, "off", "--json").json["on"] is False
    assert "of all pictures" not in nomina("show", home, tmp_path / "cats" / "coffee.png", "--why").out
