"""Each command by itself: help, words, JSON, exit codes. None of these needs the encoder, which takes seconds."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from tests.cli.conftest import Nomina

from nomina.cli import commands
from nomina.samples import sample_pictures

PICTURE = sample_pictures()[0].path


def all_commands(group: click.Group, before: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    found = []
    for name, command in group.commands.items():
        found.append((*before, name))
        if isinstance(command, click.Group):
            found += all_commands(command, (*before, name))
    return found


COMMANDS = all_commands(commands)


def test_these_are_the_commands() -> None:
    names = {" ".join(command) for command in COMMANDS}
    assert names == {
        *("classify", "demo", "embed", "evaluate", "init", "add", "label", "runs", "search", "export", "app", "doctor"),
        *("backup", "check", "restore"),
        *("circumstances", "duplicates", "import", "list", "reference", "serve", "settings", "show", "watch"),
        *("category", "category add", "category change", "category list", "category rename", "category remove"),
        *("category move", "category several", "category doctor", "check-labels", "insights", "none", "review"),
        *("category forget", "category merge", "category split"),
        *("category show", "encoders", "encoders list", "encoders info", "encoders use"),
        *("encoders compare", "encoders fetch", "encoders measure", "encoders remove", "encoders tune"),
    }


@pytest.mark.parametrize("command", [(), *COMMANDS], ids=" ".join)
def test_each_command_has_help(nomina: Nomina, command: tuple[str, ...]) -> None:
    said = nomina(*command, "--help")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"Usage: nomina {' '.join(command)}".rstrip())
    text = said.out.partition("\n\n")[2]
    assert text.strip()[0].isupper(), "a sentence says what it does"
    assert nomina(*command, "-h").out == said.out


def test_each_option_has_help() -> None:
    for command in COMMANDS:
        found: click.Command = commands
        for name in command:
            assert isinstance(found, click.Group)
            found = found.commands[name]
        for option in found.params:
            if isinstance(option, click.Option):
                assert option.help, (command, option.name)


def test_the_version(nomina: Nomina) -> None:
    assert nomina("--version").out.startswith("nomina, version ")


@pytest.mark.parametrize(
    "arguments",
    [
        ("fly",),
        ("init",),
        ("classify",),
        ("classify", "x.png"),
        ("category", "fly"),
        ("search", "lib", "cat", "--count", "0"),
        ("search", "lib", "cat", "--device", "quantum"),
        ("label", "lib", "--at-least", "much"),
        ("export", "lib"),
        ("evaluate", "folder", "--shots", "a,b"),
        ("evaluate", "folder", "--seeds", "0"),
    ],
)
def test_what_is_asked_wrongly_is_2_and_points_to_help(nomina: Nomina, arguments: tuple[str, ...]) -> None:
    said = nomina(*arguments)
    assert (said.code, said.out) == (2, "")
    first, second = said.err.splitlines()
    assert first.startswith("error: ")
    assert second.startswith("hint: See nomina")
    assert second.endswith("--help.")


def test_what_goes_wrong_is_1_with_a_sentence_and_a_hint(nomina: Nomina, home: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "names.txt").write_text("\n\n")
    (tmp_path / "binary.txt").write_bytes(b"\xff\xfe\xff")
    nomina("category", "add", home, "heron")
    for arguments, title in (
        (("add", tmp_path / "nowhere", tmp_path), "There is no folder"),
        (("init", home), "is a library already"),
        (("runs", tmp_path / "names.txt"), "There is no library in"),
        (("runs", home, "--roll-back", "7"), "There is no run 7"),
        (("category", "show", home, "owl"), "There is no category “owl”"),
        (("category", "add", home, "HERON"), "There is a category “heron” already"),
        (("category", "add", home, "  "), "The name is empty"),
        (("category", "add", home, "x" * 10_000), "The name has 10,000 characters"),
        (("category", "remove", home, "owl"), "There is no category “owl”"),
        (("category", "rename", home, "heron", "\x1b[2J"), "characters that cannot be shown"),
        (("label", home, "--at-least", "7"), "not between 0 and 1"),
        (("export", home, "--format", "xls", "--to", tmp_path / "a"), "There is no export format “xls”"),
        (("classify", tmp_path, "--categories", tmp_path / "nowhere.txt"), "could not be read as text"),
        (("classify", tmp_path, "--categories", tmp_path / "binary.txt"), "could not be read as text"),
        (("classify", tmp_path, "--categories", tmp_path / "names.txt"), "holds no names"),
        (("classify", tmp_path, "--examples", tmp_path / "nowhere"), "is no folder"),
        (("classify", tmp_path, "--examples", tmp_path / "empty"), "has no folders in it"),
        (("classify", tmp_path, "--category", "=a|b"), "The name is empty"),
        (("encoders", "info", "nothing"), "There is no encoder “nothing”"),
        (("encoders", "use", "nothing"), "There is no encoder “nothing”"),
        (("classify", PICTURE, "-c", "cat", "--encoder", "nothing"), "There is no encoder “nothing”"),
    ):
        said = nomina(*arguments)
        assert (said.code, said.out) == (1, ""), arguments
        first, second = said.err.splitlines()
        assert first.startswith("error: "), arguments
        assert title in first
        assert first.endswith(".")
        assert second.startswith("hint: ")
        assert second.endswith(".")


# A library -------------------------------------------------------------------------------------------------------


def test_a_library_is_made(nomina: Nomina, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = nomina("init", tmp_path / "a b")
    assert said.code == 0
    assert "nomina add" in said.out
    assert (tmp_path / "a b" / "library.db").is_file()
    monkeypatch.chdir(tmp_path)
    assert nomina("init", "here", "--json").json == {"library": "here"}


def test_categories_come_change_and_go(nomina: Nomina, home: Path) -> None:
    heron = {"name": "heron", "synonyms": ["egret"], "description": "A tall bird.", "words": True}
    counts = {"accepted": 0, "rejected": 0, "parent": None}
    pictures: dict[str, object] = {"examples": [], "rejects": [], "without_pictures": [], "unlike": []}
    added = nomina("category", "add", home, "heron", "--also", "egret", "--describe", "A tall bird.", "--json")
    assert added.json == heron | counts | pictures
    assert nomina("category", "show", home, "HERON", "--json").json == heron | counts | pictures
    said = nomina("category", "show", home, "heron").out
    assert said == "heron\n  also: egret\n  looks: A tall bird.\n"
    changed = nomina("category", "change", home, "heron", "--also", "grey heron", "--json").json
    assert (changed["synonyms"], changed["description"]) == (["egret", "grey heron"], "A tall bird.")
    assert nomina("category", "rename", home, "heron", "stork", "--json").json["name"] == "stork"
    nomina("category", "add", home, "owl")
    listed = nomina("category", "list", home, "--json").json
    assert [each["name"] for each in listed] == ["stork", "owl"]
    assert nomina("category", "list", home).out.splitlines()[1].split() == [
        "stork",
        "egret,",
        "grey",
        "heron",
        "0",
        "0",
    ]
    assert nomina("category", "remove", home, "owl", "--json").json == {"removed": "owl"}
    assert nomina("category", "remove", home, "stork").out == "Removed “stork” and 0 of your labels.\n"
    assert nomina("category", "list", home, "--json").json == []


def test_a_library_without_runs_lists_none(nomina: Nomina, home: Path) -> None:
    assert nomina("runs", home, "--json").json == []
    heads = ["run", "started", "encoder", "at_least", "labels", "pictures", "folder"]
    assert nomina("runs", home).out.split() == heads


# The machine -----------------------------------------------------------------------------------------------------


def test_the_encoders_are_listed_and_the_starter_is_in_use(nomina: Nomina) -> None:
    listed = nomina("encoders", "list", "--json").json
    assert [each["choice"] for each in listed if each["in_use"]] == ["starter"]
    assert {"choice", "title", "at_hand", "note", "in_use", "megabytes", "licence", "words"} <= set(listed[0])
    assert len(nomina("encoders", "list").out.splitlines()) >= len(listed) + 1


def test_the_best_encoder_is_used_by_itself(nomina: Nomina) -> None:
    assert nomina("encoders", "use", "auto", "--json").json == {"encoder": "auto"}


def test_it_runs_as_a_program_of_its_own(tmp_path: Path) -> None:
    for command in ([sys.executable, "-m", "nomina"], [os.path.join(os.path.dirname(sys.executable), "nomina")]):
        done = subprocess.run([*command, "runs", str(tmp_path / "nowhere")], capture_output=True, check=False)
        assert done.returncode == 1
        assert done.stdout == b""
        assert done.stderr.startswith(b"error: There is no folder")


def test_a_reader_that_leaves_early_is_no_error(tmp_path: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as closed:
        command = [sys.executable, "-m", "nomina", "encoders", "list"]
        done = subprocess.run(command, stdout=closed, stderr=subprocess.PIPE, check=False)
    assert b"Traceback" not in done.stderr
