"""What an export would write is shown before it is written, and is what it writes then."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from tests.core.export_helpers import export, files, snapshot, taught
from tests.core.helpers import result

from nomina.errors import BadInput
from nomina.export import ExportPlan, ExportPreview, formats, preview_export
from nomina.export.protocol import Kind
from nomina.library import Library

TO_A_TARGET = [name for name, made in formats().items() if made.kind is not Kind.BESIDE]


def preview(library: Library, format: str, target: Path | None, pictures: int = 20, **asked: object) -> ExportPreview:
    return result(preview_export(library, ExportPlan(format=format, target=target, **asked), pictures))


@pytest.mark.parametrize("format", TO_A_TARGET)
def test_what_is_shown_is_what_is_written(library: Library, tmp_path: Path, format: str) -> None:
    taught(library, tmp_path / "pictures")
    (tmp_path / "out").mkdir()
    target = tmp_path / "out" / f"export{formats()[format].ending}"
    before = snapshot(tmp_path / "out")
    foreseen = preview(library, format, target)
    assert snapshot(tmp_path / "out") == before
    assert not foreseen.occupied
    at_once = result(preview_export(library, ExportPlan(format=format, target=target), whole=False))
    assert at_once == foreseen, "nothing is left out here, and nothing was exported before"
    done = export(library, format, target)
    assert dataclasses.replace(foreseen.exported, written=True) == done
    shown = {file.path for file in foreseen.files}
    assert shown == (files(target) if target.is_dir() else {target.name})
    again = preview(library, format, target)
    assert again.occupied
    changes = again.exported.changes
    assert changes is not None
    assert (changes.added, changes.removed, changes.changed) == (0, 0, 0)


def test_the_first_lines_are_those_of_the_file(library: Library, tmp_path: Path) -> None:
    taught(library, tmp_path / "pictures")
    (few,) = preview(library, "csv", tmp_path / "labels.csv", 3).files
    export(library, "csv", tmp_path / "labels.csv")
    whole = (tmp_path / "labels.csv").read_text().splitlines()
    assert few.text.splitlines() == whole[:4]
    (packed,) = preview(library, "parquet", tmp_path / "labels.parquet").files
    assert packed.text == "", "which is no text"


def test_what_would_stand_beside_the_pictures_is_told(library: Library, tmp_path: Path) -> None:
    taught(library, tmp_path / "pictures")
    before = snapshot(tmp_path)
    foreseen = preview(library, "xmp", None, 2)
    assert snapshot(tmp_path) == before
    assert [Path(file.path).parent for file in foreseen.files] == [tmp_path / "pictures"] * 2
    assert foreseen.exported.pictures == 12
    assert not foreseen.occupied


def test_a_move_is_foreseen_and_nothing_is_moved(library: Library, tmp_path: Path) -> None:
    taught(library, tmp_path / "pictures")
    before = snapshot(tmp_path / "pictures")
    foreseen = preview(library, "folder", tmp_path / "sorted", options={"how": "move"})
    assert snapshot(tmp_path / "pictures") == before
    assert {here for here, _ in foreseen.exported.moves} <= set((tmp_path / "pictures").iterdir())
    assert len(foreseen.exported.moves) == foreseen.exported.pictures > 0


def test_a_target_that_cannot_be_is_told(library: Library, tmp_path: Path) -> None:
    taught(library, tmp_path / "pictures")
    with pytest.raises(BadInput, match="there is no folder"):
        preview(library, "csv", tmp_path / "nowhere" / "labels.csv")
