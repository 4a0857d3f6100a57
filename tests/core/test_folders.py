"""Folders that go while they are walked, and the pictures that lie in one."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from tests.core.helpers import CountingEncoder, add, result, save_many

from nomina.folders import pictures_at
from nomina.ingest import add_images
from nomina.library import Library
from nomina.testing import save_picture
from nomina.walking import AS_USUAL


def test_a_disk_that_goes_in_the_middle_of_an_add_and_comes_back(
    library: Library, encoder: CountingEncoder, tmp_path: Path
) -> None:
    """What was read stays, what was not is left out with a word, and the next add reads that and no more."""
    disk = tmp_path / "disk"
    for number in range(10):
        save_many(disk / f"{number:02}", 20, first=20 * number)
    verb = add_images(library, [disk])
    while next(verb).done < 40:
        pass
    disk.rename(tmp_path / "away")
    gone = result(verb)
    assert 40 <= len(gone.new) < 200
    assert {item.reason for item in gone.skipped} == {"no such file or directory"}
    (tmp_path / "away").rename(disk)
    encoded = encoder.encoded
    back = add(library, disk)
    assert (len(back.new), encoder.encoded - encoded) == (200 - len(gone.new), 200 - len(gone.new))
    assert not back.skipped


def test_a_folder_that_goes_before_it_is_looked_into_costs_the_others_nothing(library: Library, tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        save_many(tmp_path / name, 20, first=20 * ord(name))
    verb = add_images(library, [tmp_path / "a", tmp_path / "b", tmp_path / "c"])
    next(verb)
    shutil.rmtree(tmp_path / "b")
    done = result(verb)
    assert len(done.new) == 40
    assert all(item.path.is_relative_to(tmp_path / "b") for item in done.skipped)


def test_the_pictures_of_files_and_folders_without_what_is_left_out(library: Library, tmp_path: Path) -> None:
    names = ("a.png", "RAW/b.png", "deep/er/c.png", "a.png.png", os.fsdecode(b"\xff.png"))
    files = [save_picture(tmp_path / "in" / name, "red", seed=seed) for seed, name in enumerate(names)]
    other = save_picture(tmp_path / "inside" / "z.png", "red", seed=9)
    shutil.copy(files[1], tmp_path / "inside" / "copy.png")
    added = add(library, tmp_path)

    def at(*paths: Path, leave_out: str = "") -> set[str]:
        ids = pictures_at(library, paths, AS_USUAL.also([leave_out] if leave_out else []))
        return {path.name for path, image_id in added.files.items() if image_id in ids}

    assert at(tmp_path / "in") == {*(file.name for file in files), "copy.png"}
    assert at(files[0]) == {"a.png"}
    assert at(files[4], other) == {files[4].name, "z.png"}
    assert at(tmp_path / "in", leave_out="deep") == at(tmp_path / "in") - {"c.png"}
    assert at(tmp_path / "in", leave_out="A.*") == at(tmp_path / "in") - {"a.png", "a.png.png"}
    assert at(tmp_path / "nowhere") == set()
