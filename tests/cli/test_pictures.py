"""The commands that look at pictures, with the starter, on the pictures that come with scikit-image."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from tests.cli.conftest import Nomina
from tests.network import Watched

from nomina.cli.machine import redacted
from nomina.samples import sample_pictures

SAMPLES = {sample.path.name: sample.path for sample in sample_pictures()}
COLUMNS = ["file", "category", "confidence", "best", "best_score", "encoder"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Some pictures, one of them twice, one broken, one with an odd name; the folder above is where we are."""
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    for name in ("chelsea.png", "coffee.png", "rocket.jpg", "brick.png"):
        shutil.copy(SAMPLES[name], pictures / name)
    shutil.copy(SAMPLES["chelsea.png"], pictures / 'a, "copy".png')
    (pictures / "broken.jpg").write_bytes(b"no picture")
    monkeypatch.chdir(tmp_path)
    return pictures


def test_pictures_are_classified_by_words_by_a_file_and_by_examples(nomina: Nomina, folder: Path) -> None:
    shown = folder.parent / "shown" / "wall"
    shown.mkdir(parents=True)
    shutil.copy(SAMPLES["brick.png"], shown)
    (shown.parent / "galaxy").mkdir()
    (folder.parent / "names.txt").write_text("\ufeffrocket=spaceship|launch\n\ncup of coffee\n", encoding="utf-8")
    said = nomina(
        *("classify", "pictures", "--category", "cat=kitten|tabby", "--categories", "names.txt"),
        *("--examples", "shown", "--csv", "out.csv", "--json"),
    )
    assert said.code == 0
    assert "skipped: " in said.err
    assert "broken.jpg: it is not a picture that Nomina can read" in said.err
    assert "galaxy: it holds no picture, so “galaxy” is known by name alone" in said.err
    text = (folder.parent / "out.csv").read_bytes().decode()
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert text.splitlines()[0].split(",") == COLUMNS
    assert [row["file"] for row in rows] == [
        'pictures/a, "copy".png',
        "pictures/brick.png",
        "pictures/chelsea.png",
        "pictures/coffee.png",
        "pictures/rocket.jpg",
    ], "relative as given, in name order, one row a file"
    best = {row["file"].removeprefix("pictures/"): row["best"] for row in rows}
    assert best["rocket.jpg"] == "rocket"
    assert best["coffee.png"] == "cup of coffee"
    assert best["brick.png"] == "wall"
    assert best["chelsea.png"] == best['a, "copy".png'] == "cat"
    for row, line in zip(rows, said.json, strict=True):
        assert list(line) == COLUMNS
        assert (line["file"], line["best"], line["category"]) == (row["file"], row["best"], row["category"])
        assert 0 <= float(row["confidence"]) <= 1
        assert row["category"] in ("", row["best"])
        assert row["encoder"] == "starter@1"
        assert float(row["best_score"]) == pytest.approx(line["best_score"], abs=1e-4)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_the_demo_on_a_terminal_sorts_the_samples_and_then_what_a_person_types(tmp_path: Path) -> None:
    """With an encoder's process that it starts and ends itself, as each command does outside of the tests.

    Both of its processes are watched: nothing is sent anywhere. tests/proofs/network.py watches whole journeys.
    """
    import pty  # not on Windows

    watched = Watched(tmp_path / "watched")
    command = [sys.executable, "-m", "nomina", "demo", "--csv", str(tmp_path / "demo.csv")]
    ours, theirs = pty.openpty()
    os.write(ours, b"photographer\nphotographer\nbike=motorcycle_left.png\nbike=nothing.png\n\n")  # typed ahead
    with tempfile.TemporaryFile() as errors:
        demo = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=errors, env=watched.environment)
        os.close(theirs)
        said = _all_of(ours)
        assert demo.wait() == 0
        errors.seek(0)
        wrong = errors.read().decode()
    assert "encoder: Starter on " in wrong
    table, _, own = said.partition("Return alone ends.")
    (cat,) = [line for line in table.splitlines() if line.startswith("chelsea.png")]
    assert cat.split()[1] == "cat"
    assert cat.endswith("Chelsea the cat")
    assert "a photographer with a camera" in own
    assert "motorcycle_right.png" in own
    assert "There is a category “photographer” already." in wrong
    assert "None of the sample pictures is called “nothing.png”." in wrong
    assert "Now with your own pictures" in own
    with (tmp_path / "demo.csv").open(encoding="utf-8", newline="") as file:
        named = {row["file"]: row["category"] for row in csv.DictReader(file)}
    assert named.keys() == {str(path) for path in SAMPLES.values()}
    assert named[str(SAMPLES["rocket.jpg"])] == "rocket"
    assert watched.asked() == []


def test_a_program_that_asks_the_network_is_seen(tmp_path: Path) -> None:
    watched = Watched(tmp_path / "watched")
    asks = "import socket, contextlib\nwith contextlib.suppress(OSError): socket.create_connection(('127.0.0.1', 9))"
    started = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {asks!r}])"
    subprocess.run([sys.executable, "-c", started], env=watched.environment, check=True)
    assert any(line.startswith("socket.connect") for line in watched.asked()), "in a process of its process"


def _all_of(terminal: int) -> str:
    """What is written to a terminal until nobody holds it any more."""
    said = b""
    while True:
        try:
            part = os.read(terminal, 65536)
        except OSError:  # Linux says so at the end
            part = b""
        if not part:
            os.close(terminal)
            return said.decode()
        said += part


def test_a_library_from_the_first_picture_to_the_export(nomina: Nomina, folder: Path) -> None:
    """One library, one command after the other, as a person would."""
    home = folder.parent / "library"
    assert nomina("init", home).code == 0
    added = nomina("add", home, "pictures", "--json").json
    assert (added["new"], added["known"], added["encoded"], added["images"]) == (4, 1, 4, 4)
    assert [Path(item["file"]).name for item in added["skipped"]] == ["broken.jpg"]
    for name in ("cat", "cup of coffee", "rocket"):
        assert nomina("category", "add", home, name).code == 0
    evidence = ("--example", "pictures/brick.png", "--reject", "pictures/rocket.jpg")
    shown = nomina("category", "add", home, "wall", *evidence, "--json").json
    assert (shown["accepted"], shown["examples"]) == (1, [str(folder / "brick.png")])
    assert (shown["rejected"], shown["rejects"]) == (1, [str(folder / "rocket.jpg")])
    done = nomina("label", home, "--at-least", "0.5", "--json").json
    assert done["yours"] == 1
    assert sum(done["labels"].values()) == 3 - done["unsure"]
    (run,) = nomina("runs", home, "--json").json
    assert (run["run"], run["encoder"], run["at_least"]) == (done["run"], "starter@1", 0.5)
    hits = nomina("search", home, "rocket", "--count", "1", "--json").json
    assert [Path(hit["file"]).name for hit in hits] == ["rocket.jpg"]
    exported = nomina("export", home, "--format", "json", "--to", "out.json", "--json").json
    assert (exported["file"], exported["images"], exported["left_out"]) == ("out.json", 4, [])
    rows = {Path(row["file"]).name: row for row in json.loads((folder.parent / "out.json").read_text())}
    assert (rows["brick.png"]["category"], rows["brick.png"]["origin"]) == ("wall", "person")
    assert rows["coffee.png"]["origin"] == "auto"
    assert nomina("runs", home, "--roll-back", run["run"], "--json").json == []
    taken = nomina("watch", home, folder, "--at-least", "0.5", "--once")
    assert (taken.code, taken.out) == (0, ""), "nothing is new"
    assert "broken.jpg" in taken.err
    assert nomina("watch", home, "--list", "--json").json == [{"folder": str(folder), "at_least": 0.5}]
    shutil.copy(SAMPLES["grass.png"], folder / "grass.png")
    assert nomina("watch", home, "--once", "--json").json["new"] == 1
    assert nomina("watch", home, folder, "--forget", "--json").json == []
    assert nomina("watch", home).err.startswith("error: No folder is watched.")


def test_a_report_for_others_does_not_tell_who_someone_is(nomina: Nomina, tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    assert nomina("doctor", "--report", file).code == 0
    told = file.read_text(encoding="utf-8")
    assert "torch: " in told
    assert "Nothing is wrong." in told
    assert str(Path.home()) not in told
    home = Path.home()
    assert redacted(f"{home}/Pictures, and /media/{home.name}/x") == "~/Pictures, and /media/user/x"


def test_the_doctor_finds_nothing_wrong(nomina: Nomina) -> None:
    said = nomina("doctor", "--json")
    assert said.code == 0
    assert said.json["problems"] == []
    facts = said.json["facts"]
    assert facts["encoder at work"].startswith("starter: Starter, 2280 numbers a picture")
    assert {"python", "sqlite", "torch", "devices", "settings", "cache"} <= set(facts)


def test_an_export_tells_what_cannot_be_ruled_out_and_all_categories_or_one(
    nomina: Nomina, home: Path, tmp_path: Path
) -> None:
    cat = sample_pictures()[0].path
    for name in ("cat", "fur"):
        nomina("category", "add", home, name)
    assert nomina("category", "several", home, "on").code == 0
    for name in ("cat", "fur"):
        assert nomina("category", "change", home, name, "--example", cat).code == 0
    for asked, count in (((), 2), (("--one",), 1), (("--multi",), 2)):
        target = tmp_path / f"{count}{len(asked)}.csv"
        assert nomina("export", home, "--to", target, "--labels", "confirmed", *asked).code == 0
        assert len(target.read_text().splitlines()) == 1 + count, "a line for each category"
    assert nomina("export", home, "--to", tmp_path / "s.jsonl", "--format", "jsonl", "--set", "0.9").code == 0
    assert set(json.loads((tmp_path / "s.jsonl").read_text())["set"]) == {"cat", "fur"}
    refused = nomina("export", home, "--to", tmp_path / "t.csv", "--set", "2")
    assert (refused.code, "A level of 2 is not between" in refused.err) == (1, True)
