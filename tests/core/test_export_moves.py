"""Originals move only when it is said, all or none, and come back by the journal."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

import pytest
from tests.core.export_helpers import export, files, snapshot, taught
from tests.core.helpers import add, in_memory, result
from tests.core.test_export_folders import elsewhere

from nomina.errors import BadInput
from nomina.export import ExportPlan, export_images, undo_moves
from nomina.export import moves as moving
from nomina.library import Library

MOVE = {"how": "move"}


@pytest.fixture
def known(library: Library, tmp_path: Path) -> Library:
    return taught(library, tmp_path / "p")


def test_a_move_must_be_said_and_can_be_looked_at_first(known: Library, tmp_path: Path) -> None:
    before = snapshot(tmp_path)
    with pytest.raises(BadInput, match="This would move your original pictures") as caught:
        export(known, "folder", tmp_path / "out", options=MOVE)
    assert "--dry-run" in caught.value.hint
    preview = export(known, "folder", tmp_path / "out", options=MOVE, dry_run=True)
    assert snapshot(tmp_path) == before
    assert (len(preview.moves), preview.journal) == (preview.pictures, None)
    done = export(known, "folder", tmp_path / "out", options=MOVE, move=True)
    assert done.moves == preview.moves
    assert all(there.is_file() and not here.exists() for here, there in done.moves)


@pytest.mark.parametrize("format", ["folder", "imagefolder", "yolo", "fiftyone"])
def test_what_was_moved_is_known_where_it_lies_and_comes_back_whole(
    known: Library, tmp_path: Path, format: str
) -> None:
    before = snapshot(tmp_path / "p")
    places = [image.path for image in known.store.images()]
    done = export(known, format, tmp_path / "out", options=MOVE, move=True)
    assert done.journal is not None
    assert {image.path for image in known.store.images() if image.path} >= {there for _, there in done.moves}
    assert add(known, tmp_path / "out").encoded == 0, "nothing is read again"
    assert len(snapshot(tmp_path / "p")) == 12 - len(done.moves)
    back = result(undo_moves(known, done.journal))
    assert (back.pictures, back.skipped) == (len(done.moves), [])
    assert snapshot(tmp_path / "p") == before
    assert sorted(map(str, (image.path for image in known.store.images()))) == sorted(map(str, places))
    assert [path.name for path in tmp_path.iterdir()] == ["p"], "the export and the journal are gone"


def test_what_a_person_put_there_since_is_kept(known: Library, tmp_path: Path) -> None:
    done = export(known, "folder", tmp_path / "out", options=MOVE, move=True)
    assert done.journal is not None
    (tmp_path / "out" / "notes.txt").write_text("mine")
    (first, taken), (gone, lost) = done.moves[:2]
    first.write_text("another")
    lost.unlink()
    back = result(undo_moves(known, done.journal))
    assert back.pictures == len(done.moves) - 2
    reasons = {item.path: item.reason for item in back.skipped}
    assert reasons == {taken: f"there is a file at “{first}”", lost: "it is gone"}
    assert (first.read_text(), taken.is_file(), done.journal.exists()) == ("another", True, True)
    first.unlink()
    lost.write_bytes(b"")
    again = result(undo_moves(known, done.journal))
    assert (again.skipped, first.is_file(), gone.is_file()) == ([], True, True)
    assert files(tmp_path / "out") == {"notes.txt"}
    assert not done.journal.exists()


def test_originals_are_never_replaced(known: Library, tmp_path: Path) -> None:
    export(known, "folder", tmp_path / "out", options=MOVE, move=True)
    before = snapshot(tmp_path / "out")
    with in_memory() as another:
        taught(another, tmp_path / "q")
        with pytest.raises(BadInput, match="holds originals that were moved there"):
            export(another, "folder", tmp_path / "out", replace=True)
    with pytest.raises(BadInput, match="holds pictures of the library"):
        export(known, "folder", tmp_path / "out", replace=True)
    assert snapshot(tmp_path / "out") == before


def test_a_move_that_fails_puts_back_what_it_moved(known: Library, tmp_path: Path) -> None:
    before = snapshot(tmp_path / "p")
    plan = ExportPlan(format="folder", target=tmp_path / "out", options=MOVE, move=True)
    verb = export_images(known, plan)
    for progress in verb:
        if progress.note == "Moving pictures":
            break
    assert len(list((tmp_path / "p").iterdir())) == 11
    gone = [here for here, _ in moving._read(tmp_path / "out.moves.jsonl")[1] if here.exists()][-1]
    kept = gone.read_bytes()
    gone.unlink()
    with pytest.raises(BadInput, match=r"cannot be written: no such file"):
        list(verb)
    gone.write_bytes(kept)
    after = snapshot(tmp_path / "p")
    assert {name: data for name, (data, _) in after.items()} == {name: data for name, (data, _) in before.items()}
    assert [path.name for path in tmp_path.iterdir()] == ["p"]


def test_a_move_that_is_stopped_puts_back_what_it_moved(known: Library, tmp_path: Path) -> None:
    before = snapshot(tmp_path / "p")
    verb = export_images(known, ExportPlan(format="folder", target=tmp_path / "out", options=MOVE, move=True))
    for progress in verb:
        if progress.note == "Moving pictures":
            break
    verb.close()
    assert snapshot(tmp_path / "p") == before
    assert [path.name for path in tmp_path.iterdir()] == ["p"]


def test_a_crash_amid_a_move_is_undone_by_the_journal(known: Library, tmp_path: Path) -> None:
    """The journal is whole before the first picture moves, so some that it names have not moved yet."""
    before = snapshot(tmp_path / "p")
    done = export(known, "folder", tmp_path / "out", options=MOVE, move=True)
    assert done.journal is not None
    for here, there in done.moves[3:]:
        os.rename(there, here)
    back = result(undo_moves(known, done.journal))
    assert back.skipped == []
    assert snapshot(tmp_path / "p") == before


def test_pictures_move_to_another_disk(known: Library, tmp_path: Path) -> None:
    before = snapshot(tmp_path / "p")
    with tempfile.TemporaryDirectory(dir=elsewhere(tmp_path)) as other:
        done = export(known, "folder", Path(other) / "out", options=MOVE, move=True)
        assert done.journal is not None
        assert all(there.is_file() and not here.exists() for here, there in done.moves)
        assert result(undo_moves(known, done.journal)).pictures == len(done.moves)
        assert list(Path(other).iterdir()) == []
    assert snapshot(tmp_path / "p") == before


def test_a_picture_cannot_move_into_two_folders(known: Library, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be moved into several folders"):
        export(known, "folder", tmp_path / "out", options=MOVE, move=True, multi=True, at_least=0.1)
    assert [path.name for path in tmp_path.iterdir()] == ["p"]


def test_a_journal_that_is_none_is_said(known: Library, tmp_path: Path) -> None:
    done = export(known, "folder", tmp_path / "out", options=MOVE, move=True)
    assert done.journal is not None
    whole = done.journal.read_text()
    for text in ("", "nonsense", json.dumps({"kind": "x"}), whole[:-10], "\n".join(whole.splitlines()[:-1])):
        (tmp_path / "bad").write_text(text)
        with pytest.raises(BadInput, match=r"is no (whole )?journal of moves"):
            result(undo_moves(known, tmp_path / "bad"))
    with pytest.raises(BadInput, match="is no journal of moves"):
        result(undo_moves(known, tmp_path / "nowhere"))
