"""Folders of pictures: how they come in, how they are divided, and what a target may be."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.export_helpers import export, files, snapshot, taught
from tests.core.helpers import add, category, in_memory, result, save_many

from nomina.errors import BadInput
from nomina.export import ExportPlan, export_images, split
from nomina.library import Library
from nomina.teach import label

FOLDERS = ("folder", "yolo", "imagefolder", "fiftyone")


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("source")


@pytest.fixture(scope="module")
def known(source: Path) -> Iterator[Library]:
    """Twelve pictures with labels of every kind. Read only."""
    with in_memory() as library:
        yield taught(library, source)


# How pictures come in --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["copy", "hardlink", "symlink"])
@pytest.mark.parametrize("format", FOLDERS)
def test_pictures_come_in_and_originals_stay_as_they_are(
    known: Library, source: Path, tmp_path: Path, format: str, how: str
) -> None:
    before = snapshot(source)
    done = export(known, format, tmp_path / "out", options={"how": how})
    assert snapshot(source) == before
    mapping = [json.loads(line) for line in (tmp_path / "out" / "nomina-files.jsonl").read_text().splitlines()]
    assert len(mapping) == done.pictures
    for line in mapping:
        placed, original = tmp_path / "out" / line["file"], Path(line["from"])
        assert placed.read_bytes() == original.read_bytes()
        assert placed.is_symlink() == (how == "symlink")
        assert os.path.samefile(placed, original) == (how != "copy")
        assert how != "copy" or placed.stat().st_mtime_ns == original.stat().st_mtime_ns


def test_each_category_is_a_folder(known: Library, tmp_path: Path) -> None:
    done = export(known, "folder", tmp_path / "out")
    assert Counter(path.split("/")[0] for path in files(tmp_path / "out")) == done.by_category
    assert done.without_label == 12 - done.pictures
    assert "0007-black.png" in {path.name for path in (tmp_path / "out" / "magenta").iterdir()}


def test_several_labels_are_several_places(known: Library, tmp_path: Path) -> None:
    done = export(known, "folder", tmp_path / "out", multi=True, at_least=0.1)
    assert len(files(tmp_path / "out")) == sum(done.by_category.values()) > done.pictures


def test_a_picture_that_is_gone_is_left_out_and_another_place_is_found(tmp_path: Path) -> None:
    with in_memory() as library:
        taught(library, tmp_path / "p")
        first, second = sorted((tmp_path / "p").iterdir())[:2]
        (tmp_path / "elsewhere").mkdir()
        copy = tmp_path / "elsewhere" / "copy.png"
        copy.write_bytes(first.read_bytes())
        add(library, copy)
        copy.unlink()
        second.unlink()
        done = export(library, "folder", tmp_path / "out", at_least=0.0)
        assert [(item.path, item.reason) for item in done.left_out] == [(second, "its file is gone")]
        assert any((tmp_path / "out" / "red" / name).exists() for name in ("copy.png", first.name))
        assert done.pictures == sum(done.by_category.values()) == len(files(tmp_path / "out"))
        again = export(library, "folder", tmp_path / "out", at_least=0.0, replace=True)
        assert again.changes is not None
        assert again.changes.same == done.pictures


@pytest.mark.skipif(os.name != "posix" or os.getuid() == 0, reason="nothing is unreadable to root")
def test_a_picture_that_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    with in_memory() as library:
        taught(library, tmp_path / "p")
        first = sorted((tmp_path / "p").iterdir())[0]
        first.chmod(0)
        done = export(library, "folder", tmp_path / "out", at_least=0.0)
        assert [item.path for item in done.left_out] == [first]
        assert "cannot be read" in done.left_out[0].reason


# Parts -----------------------------------------------------------------------------------------------------------


@given(st.integers(0, 300), st.lists(st.integers(1, 90), min_size=2, max_size=3))
def test_parts_add_up_and_none_is_far_from_its_share(total: int, shares: list[int]) -> None:
    wanted = [share / sum(shares) for share in shares]
    counts = split.counts(total, wanted)
    assert sum(counts) == total
    assert total < len(shares) or min(counts) > 0
    for count, share in zip(counts, wanted, strict=True):
        assert abs(count - total * share) < len(shares)


def test_each_category_is_divided_alike_and_always_the_same(tmp_path: Path) -> None:
    with in_memory() as library:
        ids = add(library, *save_many(tmp_path / "p", 60)).new
        for i, name in enumerate(("red", "blue")):
            label(library, ids[i * 30 : i * 30 + 20 + 10 * i], _category(library, name))
        options = {"split": "80/10/10", "seed": "7"}
        export(library, "folder", tmp_path / "a", options=options, labels="confirmed")
        export(library, "folder", tmp_path / "b", options=options, labels="confirmed")
        export(library, "folder", tmp_path / "c", options=options | {"seed": "8"}, labels="confirmed")
        found = Counter(tuple(path.split("/")[:2]) for path in files(tmp_path / "a"))
        assert found == {
            ("train", "red"): 16,
            ("val", "red"): 2,
            ("test", "red"): 2,
            ("train", "blue"): 24,
            ("val", "blue"): 3,
            ("test", "blue"): 3,
        }
        assert files(tmp_path / "a") == files(tmp_path / "b") != files(tmp_path / "c")
        label(library, ids[50:51], _category(library, "red"))
        export(library, "folder", tmp_path / "d", options=options, labels="confirmed")
        moved = files(tmp_path / "a") ^ files(tmp_path / "d")
        assert len(moved) <= 6, "one more picture moves few others"


def _category(library: Library, name: str) -> int:
    known = library.store.category_named(name)
    return (known or category(library, name)).id


def test_a_split_that_makes_no_sense_is_said(known: Library, tmp_path: Path) -> None:
    for text in ("80", "a/b", "0/0", "-1/2", "1/2/3/4", "inf/1"):
        with pytest.raises(BadInput, match="says no split"):
            export(known, "folder", tmp_path / "out", options={"split": text})
    with pytest.raises(BadInput, match="pictures to validate with"):
        export(known, "yolo", tmp_path / "out", options={"split": "80/0/20"})
    assert list(tmp_path.iterdir()) == []


# Targets ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("format", ["csv", "folder"])
def test_a_bad_target_is_said_and_nothing_is_written(known: Library, source: Path, tmp_path: Path, format: str) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine")
    (tmp_path / "file").write_text("mine")
    before = snapshot(tmp_path), snapshot(source)
    cases = [
        (tmp_path / "nowhere" / "a", "there is no folder"),
        (tmp_path / "file", "There is “.*” already" if format == "csv" else "is a file"),
        (tmp_path / "full", "is a folder" if format == "csv" else "is not empty"),
        (source, "is a folder" if format == "csv" else "holds pictures of the library"),
        (sorted(source.iterdir())[0], "is a picture of the library" if format == "csv" else "is a file"),
        (known.folder / "library.db", "in the library's own folder"),
        (known.folder, "in the library's own folder"),
        (Path("/"), "cannot be replaced"),
    ]
    for target, says in cases:
        with pytest.raises(BadInput, match=says):
            export(known, format, target, replace=target != tmp_path / "file")
    assert (snapshot(tmp_path), snapshot(source)) == before
    with pytest.raises(BadInput, match="There is no target"):
        export(known, format, None)


@pytest.mark.parametrize("how", ["copy", "hardlink", "symlink"])
def test_an_export_among_the_pictures_it_is_made_of_is_passed_by_when_they_are_added_again(
    tmp_path: Path, how: str
) -> None:
    """~/Pictures/export is where people put it. Each picture stays known by its own place, and all else goes on."""
    with in_memory() as library:
        taught(library, tmp_path / "p")
        known = [image.path for image in library.store.images()]
        export(library, "folder", tmp_path / "p" / "export", options={"how": how})
        again = add(library, tmp_path / "p")
        assert (len(again.new), [each.path for each in again.skipped]) == (0, [tmp_path / "p" / "export"])
        assert "an export lies there" in again.skipped[0].reason
        assert [image.path for image in library.store.images()] == known
        export(library, "folder", tmp_path / "p" / "export", options={"how": how}, replace=True)
        named = add(library, tmp_path / "p" / "export")
        assert (len(named.files) > 0, named.new, named.skipped) == (True, [], []), "unless it is named itself"


def test_originals_that_were_moved_are_no_copies(tmp_path: Path) -> None:
    with in_memory() as library:
        taught(library, tmp_path / "p")
        export(library, "folder", tmp_path / "p" / "sorted", options={"how": "move"}, move=True)
        with in_memory() as other:
            again = add(other, tmp_path / "p")
            assert (len(again.new), again.skipped) == (12, [])


@pytest.mark.skipif(os.name != "posix" or os.getuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written(known: Library, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    for format in ("csv", "folder"):
        with pytest.raises(BadInput, match="cannot be written: permission denied"):
            export(known, format, tmp_path / "a")
    tmp_path.chmod(0o700)


def test_an_earlier_export_is_replaced_when_it_is_said_and_nobody_touched_it(known: Library, tmp_path: Path) -> None:
    out = tmp_path / "out"
    export(known, "folder", out, categories=("red",))
    before = snapshot(out)
    with pytest.raises(BadInput, match="holds an earlier export"):
        export(known, "folder", out)
    (out / ".DS_Store").write_text("a file browser's")
    export(known, "folder", out, replace=True)
    assert len(files(out)) > len(before) - 2
    for change in ("new", "edited"):
        (out / "notes.txt" if change == "new" else next(out.glob("red/*.png"))).write_text("mine")
        kept = snapshot(out)
        with pytest.raises(BadInput, match="was changed since Nomina wrote it"):
            export(known, "folder", out, replace=True)
        assert snapshot(out) == kept
        (out / "notes.txt").unlink(missing_ok=True)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_an_empty_folder_will_do(known: Library, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert export(known, "folder", tmp_path / "out").pictures == len(files(tmp_path / "out"))


@pytest.mark.parametrize("format", ["csv", "folder", "coco", "embeddings"])
def test_an_export_that_is_stopped_leaves_what_was_there(known: Library, tmp_path: Path, format: str) -> None:
    export(known, format, tmp_path / "out", ids=(1,), at_least=0.0)
    before = files(tmp_path)
    verb = export_images(known, ExportPlan(format=format, target=tmp_path / "out", replace=True))
    for _ in range(3):
        next(verb, None)
    verb.close()
    assert files(tmp_path) == before or format in ("csv", "coco"), "three steps may be all of a small table"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def elsewhere(here: Path) -> Path:
    """A folder on another disk than this one, or a skip."""
    for name in ("/dev/shm", "/var/tmp", "/tmp", str(Path.home())):
        folder = Path(name)
        if folder.is_dir() and os.access(folder, os.W_OK) and folder.stat().st_dev != here.stat().st_dev:
            return folder
    pytest.skip("this machine has one disk")


def test_hard_links_do_not_reach_another_disk_and_that_is_said(known: Library, tmp_path: Path) -> None:
    with tempfile.TemporaryDirectory(dir=elsewhere(tmp_path)) as other:
        with pytest.raises(BadInput, match="lies on another disk than the target") as caught:
            export(known, "folder", Path(other) / "out", options={"how": "hardlink"})
        assert "how=copy" in caught.value.hint
        assert list(Path(other).iterdir()) == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 kB, where this may be made."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)]
    if sys.platform != "linux" or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a small disk may not be mounted here")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


@pytest.mark.parametrize("format", ["csv", "folder", "parquet", "embeddings", "labelstudio"])
def test_a_full_disk_is_said_and_nothing_is_kept(small_disk: Path, tmp_path: Path, format: str) -> None:
    with in_memory() as library:
        taught(library, tmp_path / "p")
        with suppress(OSError), (small_disk / "big").open("wb", buffering=0) as file:
            while True:
                file.write(b"x" * 1024)
        with pytest.raises(BadInput, match=r"the disk is full\. Nothing of it was kept"):
            result(export_images(library, ExportPlan(format=format, target=small_disk / "out", at_least=0.0)))
        assert [path.name for path in small_disk.iterdir()] == ["big"]


@pytest.mark.parametrize("format", ["csv", "folder"])
def test_a_read_only_disk_is_said(known: Library, small_disk: Path, format: str) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(BadInput, match="cannot be written: read-only file system"):
        export(known, format, small_disk / "out")
