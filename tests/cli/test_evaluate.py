"""`nomina evaluate` as a person meets it."""

from __future__ import annotations

import json
import shutil
import signal
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.cli.conftest import Nomina

from nomina import LocalHost
from nomina.cli import shell
from nomina.domain import Rows
from nomina.encoders.protocol import Pixels
from nomina.samples import sample_pictures
from nomina.testing import ColourEncoder

SAMPLES = {sample.path.name: sample.path for sample in sample_pictures()}
CATS = {"cat": ["chelsea.png"], "motorcycle": ["motorcycle_left.png", "motorcycle_right.png"]}
THINGS = {"rocket": ["rocket.jpg"], "cup of coffee": ["coffee.png"]}


def make(folder: Path, categories: dict[str, list[str]]) -> Path:
    for name, files in categories.items():
        (folder / name).mkdir(parents=True)
        for file in files:
            shutil.copy(SAMPLES[file], folder / name)
    return folder


def test_sets_are_measured_shown_and_written_and_a_bad_one_stops_no_other(nomina: Nomina, tmp_path: Path) -> None:
    bad = make(tmp_path / "bad", {"cat": ["chelsea.png"], "also cat": ["chelsea.png"]})
    sets = make(tmp_path / "cats", CATS), bad, make(tmp_path / "things", THINGS)
    (sets[0] / "cat" / "broken.jpg").write_bytes(b"not a picture")
    said = nomina(
        *("evaluate", *sets, "--shots", "1,0", "--seeds", "2", "--rivals", "--mixed", "--incremental", "1"),
        *("--json", tmp_path / "found.json", "--plots", tmp_path / "plots"),
    )
    assert said.code == 1
    assert "can be used: each is unreadable or lies under another category too" in said.err, "and the others go on"
    lines = said.out.splitlines()
    assert lines[0].split() == ["set", "pictures", "categories", "words", "only", "1", "example"]
    assert lines[1].split() == ["cats", "3", "2", "100.0", "%", "100.0", "%"]
    assert lines[3].startswith("mean")
    for title in ("words and examples", "pictures only", "nearest mean", "logistic regression", "calibration error"):
        assert any(line.startswith(title) for line in lines)
    assert "broken.jpg: it is not a picture" in said.err
    assert "categories have too few pictures to show 1" in said.err
    found = json.loads((tmp_path / "found.json").read_text(encoding="utf-8"))
    assert found["format"] == 1
    assert [each["name"] for each in found["sets"]] == ["cats", "things"]
    assert [row["shots"] for row in found["mean"]["rows"]] == [0, 1]
    files = {"accuracy.png", "reliability.png", "confusion-cats.png", "confusion-things.png"}
    assert {path.name for path in (tmp_path / "plots").iterdir()} == files


def test_json_goes_to_the_screen(nomina: Nomina, tmp_path: Path) -> None:
    said = nomina("evaluate", make(tmp_path / "cats", CATS), "--shots", "0", "--leave-out", "0", "--json", "-")
    assert said.code == 0
    (only,) = said.json["sets"]
    assert only["rows"][0]["methods"]["fused"]["accuracy"] == {"mean": 1.0, "spread": 0.0}
    assert "unknowns" not in only["rows"][0]


class Interrupted(ColourEncoder):
    """A person presses Ctrl+C while it works."""

    def encode_pixels(self, pixels: Sequence[Pixels]) -> Rows:
        signal.raise_signal(signal.SIGINT)
        return super().encode_pixels(pixels)


def test_who_stops_it_is_told_what_is_kept(nomina: Nomina, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shell, "start_host", lambda *_, **__: LocalHost(Interrupted))
    signal.signal(signal.SIGINT, signal.default_int_handler)  # what runs in the background of a shell ignores Ctrl+C
    cats, kept = make(tmp_path / "cats", CATS), tmp_path / "kept"
    said = nomina("evaluate", cats)
    assert (said.code, said.out) == (1, "")
    assert said.err.endswith(
        "Stopped. Nothing is kept. With --keep FOLDER what was read of the pictures is, for the next time.\n"
    )
    assert (
        f"is kept in “{kept}”: the same command does not read it again." in nomina("evaluate", cats, "--keep", kept).err
    )


def test_what_is_wrong_is_said_before_anything_is_read(nomina: Nomina, tmp_path: Path, home: Path) -> None:
    cats = make(tmp_path / "cats", CATS)
    one = make(tmp_path / "one", {"cat": ["chelsea.png"]})
    (tmp_path / "file").write_text("")
    for arguments, title in (
        ((tmp_path / "nowhere",), "has no sub-folders"),
        ((cats, one), "has one category only"),
        ((cats, "--json", tmp_path), "is a folder"),
        ((cats, "--plots", tmp_path / "file"), "is a file"),
        ((cats, "--keep", tmp_path / "file"), "is a file"),
        ((cats, "--keep", home), "is a library"),
    ):
        said = nomina("evaluate", *arguments)
        assert (said.code, said.out) == (1, "")
        assert title in said.err
        assert "encoder:" not in said.err


@pytest.mark.parametrize(
    "wrong",
    [
        ("--shots", "a,b"),
        ("--shots", "0,x"),
        ("--shots", "-1"),
        ("--shots", ""),
        ("--seeds", "0"),
        ("--leave-out", "1"),
        ("--incremental", "-2"),
    ],
)
def test_numbers_that_are_none_are_asked_wrongly(nomina: Nomina, tmp_path: Path, wrong: tuple[str, str]) -> None:
    said = nomina("evaluate", tmp_path, *wrong)
    assert (said.code, said.out) == (2, "")
    assert said.err.splitlines()[1] == "hint: See nomina evaluate --help."
