"""The commands that keep a library safe, as a person meets them."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Nomina

from nomina.schema import DATABASE
from nomina.testing import save_picture


def test_a_backup_is_made_listed_gone_back_to_and_that_taken_back(nomina: Nomina, home: Path) -> None:
    assert "There is none yet" in nomina("restore", home).out
    nomina("category", "add", home, "heron")
    said = nomina("backup", home)
    assert (said.code, said.err) == (0, "")
    assert f"To go back to it: nomina restore {home} 1" in said.out
    nomina("category", "add", home, "owl")
    said = nomina("restore", home, 1)
    assert "0 pictures, 1 categories, 0 labels of yours" in said.out
    assert f"To take it back: nomina restore {home} 2" in said.out
    assert [each["name"] for each in nomina("category", "list", home, "--json").json] == ["heron"]
    listed = nomina("restore", home, "--json").json
    assert [(each["number"], each["occasion"], each["categories"]) for each in listed] == [
        (2, "replaced", 2),
        (1, "asked", 1),
    ]
    assert nomina("restore", home, listed[0]["path"], "--json").json["categories"] == 2
    assert [each["name"] for each in nomina("category", "list", home, "--json").json] == ["heron", "owl"]
    table = nomina("restore", home).out.splitlines()
    assert len(table) == 4
    assert table[0].split() == ["number", "made", "because", "pictures", "categories", "labels", "MB", "file"]


def test_a_backup_that_is_not_there_is_said_in_a_sentence(nomina: Nomina, home: Path) -> None:
    said = nomina("restore", home, 7)
    assert said.code == 1
    assert "has no backup 7" in said.err
    assert "There is no backup" in nomina("restore", home, "nowhere.db").err
    assert "There is no folder" in nomina("backup", home / "nowhere").err


def test_damage_is_told_mended_and_grows_back(nomina: Nomina, home: Path, tmp_path: Path) -> None:
    nomina("add", home, save_picture(tmp_path / "heron.png", "red"))
    assert nomina("check", home, "--files").out.rstrip().endswith("Nothing is wrong.")
    (home / "cache" / "thumbnails.db").write_bytes(b"\x5a" * 9000)
    said = nomina("check", home)
    assert said.code == 1
    assert "error: cache/thumbnails.db: It is damaged: file is not a database.\nhint: Run it again" in said.err
    said = nomina("check", home, "--repair", "--json")
    assert said.code == 0
    assert said.json["sound"]
    assert said.json["facts"]["read again"] == "1 pictures"
    assert [trouble["mended"] for trouble in said.json["troubles"]] == [True]
    assert nomina("check", home, "--json").json["facts"]["cache/thumbnails.db"] == "thumbnails of 1 pictures"


def test_damaged_truth_is_never_changed_and_the_way_back_is_told(nomina: Nomina, home: Path) -> None:
    nomina("category", "add", home, "heron")
    nomina("backup", home)
    content = bytearray((home / DATABASE).read_bytes())
    content[4096:30000] = b"\x5a" * 25904
    (home / DATABASE).write_bytes(content)
    said = nomina("check", home, "--repair")
    assert said.code == 1
    assert f"UTC: nomina restore “{home}” 1" in said.err
    assert (home / DATABASE).read_bytes() == content
    assert nomina("restore", home, 1).code == 0
    assert [each["name"] for each in nomina("category", "list", home, "--json").json] == ["heron"]


def test_what_the_machine_does_is_no_traceback(nomina: Nomina, home: Path, tmp_path: Path) -> None:
    """A page of a cache is damaged, and found out when it is read."""
    nomina("add", home, save_picture(tmp_path / "heron.png", "red"))
    file = home / "cache" / "facts.db"
    content = bytearray(file.read_bytes())
    content[4096:] = b"\x5a" * (len(content) - 4096)
    file.write_bytes(content)
    said = nomina("add", home, tmp_path)
    assert said.code == 1
    assert "error: A file of the library is damaged" in said.err
    assert "hint: Close it, then run nomina check with --repair." in said.err
    assert nomina("check", home, "--repair").code == 0
    assert nomina("add", home, tmp_path).code == 0
