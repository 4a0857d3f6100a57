"""Plug-ins: the example is really installed and used; what is broken is named and costs nothing but itself."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.core.export_helpers import export, taught
from tests.core.helpers import save_many

from nomina import plugins
from nomina.encoders import catalog
from nomina.errors import BadInput, EncoderError
from nomina.export.formats import OURS, formats, listed
from nomina.library import Library

EXAMPLE = Path(__file__).parents[1] / "plugin_example"

JOURNEY = """
import sys
from nomina.cli import main
pictures = sys.argv[1]
for line in (
    "encoders use plain-colours", "encoders list", "init lib", f"add lib {pictures}",
    "category add lib red", "category add lib blue",
    "export lib --format tally --to counts.tally -o mark==", "export --list",
    "init other", "import other counts.tally -o mark==", "category list other", "import --list",
    "export lib --format folder --to out -o how=move --dry-run",
    "export lib --format folder --to out -o how=move --move",
    "export lib --to all.csv --labels confirmed", "export lib --undo-move out.moves.jsonl",
    "export lib --to all.csv --replace --relative-to pictures",
):
    code = main(line.split())
    assert code == 0, line
"""


def test_the_example_is_installed_and_used(tmp_path: Path) -> None:
    """By pip, offline, into a folder of its own; then an encoder and a format of it by their names, and an import of
    what that wrote by its ending.
    """
    layer = tmp_path / "layer"
    quiet = ("--quiet", "--disable-pip-version-check", "--no-input")
    offline = ("--no-deps", "--no-build-isolation", "--no-index", "--target", str(layer))
    pip = [sys.executable, "-m", "pip", "install", *quiet, *offline, str(EXAMPLE)]
    subprocess.run(pip, check=True, env=os.environ | {"PIP_CONFIG_FILE": os.devnull})
    pictures = save_many(tmp_path / "pictures", 12)
    home = {"PYTHONPATH": str(layer), "XDG_CONFIG_HOME": str(tmp_path / "config")}
    command = [sys.executable, "-c", JOURNEY, str(tmp_path / "pictures")]
    done = subprocess.run(command, cwd=tmp_path, env=os.environ | home, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "counts.tally").read_text() == "blue= 1\nred= 3\n"
    lines = [line.split() for line in done.stdout.splitlines()]
    assert ["in", "use", "plain-colours", "plain-colours", "from", "nomina-tally", "0.1"] in lines
    assert ["tally", "file", "Tally", "mark=:"] in lines
    assert ["tally", "Tally", "mark"] in lines
    assert [line for line in lines if line[:1] in (["blue"], ["red"]) and line[1:] == ["new", "0", "0"]], "recognised"
    said = done.stdout
    for kind in ("would move", "moved"):
        assert f"{kind}: {pictures[2]} -> {tmp_path}/out/blue/{pictures[2].name}" in said
    assert "4 pictures would be written to" in said
    assert f"To move them back: nomina export lib --undo-move {tmp_path}/out.moves.jsonl" in said
    assert "4 pictures lie where they were." in said
    assert "Since the last time: 0 new, 0 gone, 12 changed, 0 as they were." in said
    assert sorted((tmp_path / "pictures").iterdir()) == pictures
    assert not (tmp_path / "out").exists()


def test_the_example_has_forty_lines() -> None:
    """Blank ones are not counted."""
    lines = (EXAMPLE / "nomina_tally.py").read_text(encoding="utf-8").splitlines()
    assert len([line for line in lines if line.strip()]) <= 40


def test_ours_are_found_like_all_others() -> None:
    loaded, broken = listed()
    assert list(loaded) == list(OURS)
    assert broken == []
    for made in loaded.values():
        assert made.title
        for option in made.options:
            assert option.help.endswith((".", "value"))
            assert not option.choices or option.default in option.choices


BROKEN = """
[nomina.exporters]
absent = nowhere_at_all:Format
lost = broken_formats:nothing
raising = broken_formats:Raising
half = broken_formats:Half
odd = broken_formats:Odd
csv = broken_formats:Good
Bad Name = broken_formats:Good
good = broken_formats:Good
failing = broken_formats:Failing
[nomina.encoders]
no-encoder = broken_formats:no_encoder
wont-load = broken_formats:wont_load
nothing-there = broken_formats:nothing
"""

MODULE = """
from nomina.export.protocol import Kind

class Good:
    title, kind, ending, options, unlabelled = "Good", Kind.FILE, ".txt", (), True
    def write(self, source, target):
        target.write_text(str(source.count))
        yield source.count

class Failing(Good):
    def write(self, source, target):
        target.write_text("half")
        yield 1
        raise KeyError("x")

class Raising:
    def __init__(self):
        raise RuntimeError("no licence.")

class Half:
    title = "Half"

class Odd(Good):
    kind = "cloud"

def no_encoder(device):
    return object()

def wont_load(device):
    raise OSError("no weights")
"""


@pytest.fixture
def others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An installed package of which one format works."""
    layer = tmp_path / "layer"
    (layer / "broken_formats-1.2.dist-info").mkdir(parents=True)
    (layer / "broken_formats.py").write_text(MODULE)
    (layer / "broken_formats-1.2.dist-info" / "METADATA").write_text("Name: broken-formats\nVersion: 1.2\n")
    (layer / "broken_formats-1.2.dist-info" / "entry_points.txt").write_text(BROKEN)
    monkeypatch.syspath_prepend(str(layer))
    yield
    sys.modules.pop("broken_formats", None)


@pytest.mark.usefixtures("others")
def test_a_broken_plug_in_is_named_and_the_others_work(library: Library, tmp_path: Path) -> None:
    loaded, broken = listed()
    assert list(loaded) == [*OURS, "failing", "good"]
    whose = "of “broken-formats 1.2” cannot be used:"
    assert sorted(each.reason for each in broken) == [
        f"The plug-in “Bad Name” {whose} its name is not made of lower case letters, digits, “-” and “_”.",
        f"The plug-in “absent” {whose} ModuleNotFoundError: No module named 'nowhere_at_all'.",
        f"The plug-in “csv” {whose} “nomina” has that name already.",
        f"The plug-in “half” {whose} it has no “kind”.",
        f"The plug-in “lost” {whose} AttributeError: module 'broken_formats' has no attribute 'nothing'.",
        f"The plug-in “odd” {whose} its kind is “cloud”, which is none of file, folder, beside.",
        f"The plug-in “raising” {whose} RuntimeError: no licence.",
    ]
    taught(library, tmp_path / "p")
    assert export(library, "good", tmp_path / "a").pictures == 0, "it read no row"
    assert (tmp_path / "a").read_text() == "12"
    assert export(library, "csv", tmp_path / "b").pictures == 12
    with pytest.raises(BadInput, match=r"The plug-in “raising” of “broken-formats 1\.2” cannot be used") as caught:
        export(library, "raising", tmp_path / "c")
    assert "pip uninstall broken-formats" in caught.value.hint
    with pytest.raises(BadInput, match=r"The format “failing” of “broken-formats 1\.2” failed: KeyError: 'x'"):
        export(library, "failing", tmp_path / "c")
    assert not (tmp_path / "c").exists()


@pytest.mark.usefixtures("others")
def test_a_broken_encoder_is_named_and_the_others_work() -> None:
    for name, error, says in (
        ("no-encoder", EncoderError, "what it loads is no encoder: it has no “spec”"),
        ("wont-load", EncoderError, "could not be loaded: OSError: no weights"),
        ("nothing-there", BadInput, "cannot be used: AttributeError"),
        ("nobody", BadInput, "There is no encoder “nobody”"),
    ):
        with pytest.raises(error, match=says):
            catalog.load(name)
    assert {"no-encoder", "starter"} <= {each.choice for each in catalog.describe_encoders()}


@pytest.mark.usefixtures("others")
def test_nothing_is_imported_before_it_is_asked_for() -> None:
    found, _ = plugins.find(plugins.EXPORTERS, OURS)
    assert "good" in found
    assert "broken_formats" not in sys.modules
    assert "good" in formats()
    assert "broken_formats" in sys.modules


def test_the_list_is_json_too(capfd: pytest.CaptureFixture[str]) -> None:
    from nomina.cli import main

    assert main(["export", "--list", "--json"]) == 0
    found = json.loads(capfd.readouterr().out)
    assert [each["format"] for each in found["formats"]] == list(OURS)
    assert found["broken"] == []
