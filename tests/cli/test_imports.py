"""`nomina import`: what it says of what it does, and a journey through sidecars."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.cli.conftest import Nomina

from nomina.samples import sample_pictures
from nomina.xmp import EMPTY, Labels, merged

SAMPLES = {sample.path.name: sample.path for sample in sample_pictures()}


def test_a_list_of_names_is_imported(nomina: Nomina, home: Path, tmp_path: Path) -> None:
    names = tmp_path / "names.txt"
    names.write_text("heron=egret\nowl\n\x07\n", encoding="utf-8")
    said = nomina("import", home, names, "--dry-run", "--json")
    assert (said.code, said.json["new"], said.json["written"]) == (0, ["heron", "owl"], False)
    assert nomina("category", "list", home, "--json").json == []
    said = nomina("import", home, names)
    assert said.code == 0
    assert said.out.splitlines()[0].split() == ["category", "labels", "automatic"]
    assert said.out.splitlines()[1].split() == ["heron", "new", "0", "0"]
    assert said.err == "skipped: \\x07: The name has characters that cannot be shown\n"
    assert [each["synonyms"] for each in nomina("category", "list", home, "--json").json] == [["egret"], []]
    again = nomina("import", home, names, "--json").json
    assert (again["new"], again["changed"]) == ([], [])


def test_what_cannot_be_imported_is_said(nomina: Nomina, home: Path, tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text("file,category\na.png,heron\n", encoding="utf-8")
    for arguments, code, title in (
        (("import",), 2, "Missing argument 'LIBRARY'"),
        (("import", home), 2, "Missing argument 'SOURCE'"),
        (("import", home, table, "-o", "x"), 2, "is no NAME=VALUE"),
        (("import", home, table, "--as", "all"), 2, "Invalid value for '--as'"),
        (("import", home, tmp_path / "nowhere"), 1, "There is no"),
        (("import", home, table), 1, "has none of the pictures"),
        (("import", home, table, "--format", "xls"), 1, "There is no import format “xls”"),
    ):
        said = nomina(*arguments)
        assert (said.code, said.out) == (code, ""), arguments
        assert said.err.startswith("error: ")
        assert title in said.err
        assert "hint: " in said.err
    dry = nomina("import", home, table, "--dry-run")
    assert (dry.code, dry.err) == (0, f"not there: {tmp_path / 'a.png'}\n")


def test_the_formats_are_listed(nomina: Nomina) -> None:
    listed = nomina("import", "--list", "--json").json
    assert listed["broken"] == []
    assert {"csv", "folder", "keywords", "coco", "labelstudio", "pack", "names"} <= {
        each["format"] for each in listed["formats"]
    }
    assert len(nomina("import", "--list").out.splitlines()) == len(listed["formats"]) + 1


def test_examples_come_in_and_what_sidecars_say_is_known(nomina: Nomina, home: Path, tmp_path: Path) -> None:
    for name, folder in (("chelsea.png", "cat"), ("coffee.png", "cup")):
        (tmp_path / "kinds" / folder).mkdir(parents=True)
        shutil.copy(SAMPLES[name], tmp_path / "kinds" / folder)
    said = nomina("import", home, tmp_path / "kinds", "--as", "examples")
    assert said.code == 0
    assert "2 labels made, 0 there already, 2 pictures added" in said.out
    sidecar = tmp_path / "kinds" / "cat" / "chelsea.png.xmp"
    sidecar.write_text(merged(EMPTY, Labels(("cat",), ("tabby",))), encoding="utf-8")
    back = nomina("import", home, tmp_path / "kinds", "--format", "keywords", "--json").json
    assert (back["labels"], back["already"], back["left_out"]) == ({}, 1, 1)
    back = nomina("import", home, tmp_path / "kinds", "--format", "keywords", "--overrule", "--automatic")
    assert "0 labels made, 1 there already, 0 pictures added, 1 automatic label left out." in back.out


def test_a_pack_brings_examples_and_they_can_be_forgotten(nomina: Nomina, home: Path, tmp_path: Path) -> None:
    other, pack = tmp_path / "other", tmp_path / "a.nomina-pack"
    assert nomina("init", other).code == 0
    cat, dog = SAMPLES["chelsea.png"], SAMPLES["astronaut.png"]
    assert nomina("category", "add", other, "cat", "--example", cat, "--reject", dog).code == 0
    assert nomina("export", other, "--format", "pack", "--to", pack).out == f"Words and examples written to {pack}\n"
    said = nomina("import", home, pack)
    assert said.code == 0
    assert "2 examples without a picture made" in said.out
    assert "without pictures: 1 examples, 1 rejects by “starter" in nomina("category", "show", home, "cat").out
    ranked = nomina("list", home, "--json").json
    assert ranked == [], "no picture came along"
    assert nomina("category", "forget", home, "cat", "--json").json["without_pictures"] == []
