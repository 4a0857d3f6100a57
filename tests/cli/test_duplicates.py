"""The commands that find near-duplicates and tell what files say of themselves, as a person would use them."""

from __future__ import annotations

import shutil
from pathlib import Path

import PIL.Image
import pytest
from PIL import ImageOps
from tests.cli.conftest import Nomina

from nomina.samples import sample_pictures

SAMPLES = {sample.path.name: sample.path for sample in sample_pictures()}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two pictures; one of them three times, with the facts of a camera in the smallest copy."""
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    for name in ("chelsea.png", "rocket.jpg"):
        shutil.copy(SAMPLES[name], pictures)
    with PIL.Image.open(SAMPLES["chelsea.png"]) as cat:
        exif = PIL.Image.Exif()
        exif[0x010F], exif[0x0110] = "NIKON CORPORATION", "NIKON D70"
        exif.get_ifd(0x8769)[0x9003] = "2008:10:22 16:28:39"
        exif.get_ifd(0x8825).update({1: "N", 2: (43.0, 28.0, 2.81), 3: "E", 4: (11.0, 53.0, 6.46)})
        cat.resize((225, 150)).save(pictures / "small.jpg", exif=exif)
        ImageOps.mirror(cat).save(pictures / "mirrored.jpg")
    monkeypatch.chdir(tmp_path)
    return pictures


def test_copies_are_found_and_share_a_label(nomina: Nomina, folder: Path) -> None:
    """With the starter, which knows a mirrored cat again."""
    home = folder.parent / "library"
    nomina("init", home)
    nomina("add", home, "pictures")
    nomina("category", "add", home, "cat", "--example", "pictures/small.jpg")
    said = nomina("duplicates", home)
    assert "1 groups of 3 pictures." in said.out
    assert "2 labels could be given: nomina duplicates" in said.out
    found = nomina("duplicates", home, "--spread-labels", "--json").json
    (group,) = found["groups"]
    assert [Path(each["file"]).name for each in group] == ["chelsea.png", "mirrored.jpg", "small.jpg"]
    assert (found["left_out"], found["labels"], found["written"], found["disagreements"]) == (0, 2, True, [])
    assert nomina("category", "show", home, "cat", "--json").json["accepted"] == 3
    _pictures_tell(nomina, home)


def _pictures_tell(nomina: Nomina, home: Path) -> None:
    shown = nomina("show", home, "pictures/small.jpg")
    assert shown.out.splitlines()[1:] == [
        "pixels    225 x 150",
        "taken     2008-10-22T16:28:39",
        "camera    NIKON D70",
        "position  43.467447, 11.885128",
        "labels    cat (person)",
    ]
    shutil.copy("pictures/small.jpg", "elsewhere.jpg")
    assert nomina("show", home, "elsewhere.jpg", "--json").json["camera"] == "NIKON D70", "known by its bytes"

    def listed(*conditions: str) -> list[str]:
        return sorted(Path(each["file"]).name for each in nomina("list", home, *conditions, "--json").json)

    everything = ["chelsea.png", "mirrored.jpg", "rocket.jpg", "small.jpg"]
    assert listed() == listed("--folder", "pictures") == everything
    for conditions in (
        ("--since", "2008-10-22", "--until", "2008-10-22"),
        ("--camera", "nikon"),
        ("--box", "43,11,44,12", "--camera", "d70", "--folder", "pictures"),
    ):
        assert listed(*conditions) == ["small.jpg"]
    for conditions in (("--since", "2008-10-23"), ("--camera", "leica"), ("--box", "43,12,44,13"), ("--folder", "x")):
        assert listed(*conditions) == []
    assert nomina("list", home, "--camera", "nikon").out.splitlines()[1].endswith("NIKON D70  43.467447, 11.885128")


def test_an_empty_library_has_no_duplicates_and_lists_nothing(nomina: Nomina, home: Path) -> None:
    assert nomina("list", home, "--json").json == []
    for arguments, title in (
        (("show", home, "nowhere.jpg"), "no such file"),
        (("show", home, SAMPLES["rocket.jpg"]), "is not in this library"),
        (("list", home, "--box", "1,2,3"), "is no box"),
        (("list", home, "--box", "3,2,1,0"), "no such box on the globe"),
        (("list", home, "--since", "2020-01-02", "--until", "2020-01-01"), "is before"),
    ):
        said = nomina(*arguments)
        assert (said.code, said.out) == (1, ""), arguments
        assert title in said.err
    assert nomina("list", home, "--since", "yesterday").code == 2
