"""Moves originals into an export, and back: only when it was said, all or none, and never without a journal.

The journal lies beside the target and is on the disk before the first picture moves, so that whatever happens after
it, `undo_moves` puts every picture back. A move is no step of the library's undo, which cannot move files.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nomina.domain import Progress, Reading, Skipped
from nomina.errors import BadInput, reason_of
from nomina.export.target import digest, explained, read_manifest
from nomina.library import Library
from nomina.places import Place

KIND = "nomina moves 1"
Move = tuple[Path, Path]
"""Where a picture lies, and where it is to lie; both absolute."""


@dataclass(frozen=True, slots=True)
class MovedBack:
    """What `undo_moves` did.

    Attributes:
        pictures: how many lie where they were.
        skipped: those that could not be put back, and why.
    """

    pictures: int
    skipped: list[Skipped]


def journal_of(target: Path) -> Path:
    """A name beside the target for a new journal."""
    file, turn = target.with_name(f"{target.name}.moves.jsonl"), 2
    while os.path.lexists(file):
        file, turn = target.with_name(f"{target.name}.moves-{turn}.jsonl"), turn + 1
    return file


def carry_out(library: Library, target: Path, moves: Sequence[Move], journal: Path) -> Generator[Progress, None, None]:
    """Move all pictures and tell the library, or move none.

    Raises:
        BadInput: one could not be moved; those before it lie where they were.
    """
    _write(journal, target, moves)
    done: list[Move] = []
    try:
        for at, move in enumerate(moves):
            with explained(move[1]):
                _move(*move)
            done.append(move)
            yield Progress(at + 1, len(moves), "Moving pictures")
        _tell(library, moves)
    except BaseException:
        for here, there in reversed(done):
            _move(there, here)
        journal.unlink(missing_ok=True)
        raise


def undo_moves(library: Library, journal: Path) -> Generator[Progress, None, MovedBack]:
    """Put the pictures of a journal back where they were. What cannot be put back is told, and the rest goes on.

    Raises:
        BadInput: the file is no journal.
    """
    target, moves = _read(journal)
    back: list[Move] = []
    skipped: list[Skipped] = []
    for at, (here, there) in enumerate(reversed(moves)):
        reason = _put_back(here, there)
        if reason:
            skipped.append(Skipped(there, reason))
        else:
            back.append((there, here))
        yield Progress(at + 1, len(moves), "Moving pictures back")
    _tell(library, back)
    if not skipped:
        _tidy(target, journal)
    return MovedBack(len(back), skipped)


def _put_back(here: Path, there: Path) -> str:
    """Move there -> here; why not, or ""."""
    if os.path.lexists(here):
        return f"there is a file at “{here}”" if os.path.lexists(there) else ""
    if not there.is_file():
        return "it is gone"
    try:
        here.parent.mkdir(parents=True, exist_ok=True)
        _move(there, here)
    except OSError as error:
        return reason_of(error)
    return ""


def _move(here: Path, there: Path) -> None:
    """Rename, or on another disk copy, compare and remove. Never over a file that is there."""
    if os.path.lexists(there):
        raise FileExistsError(errno.EEXIST, f"there is a file at “{there}” already", str(there))
    try:
        os.rename(here, there)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        try:
            shutil.copy2(here, there)
            if _hash(there) != _hash(here):
                raise OSError(errno.EIO, "the copy differs from the original", str(there))
        except BaseException:
            there.unlink(missing_ok=True)
            raise
        here.unlink()


def _tell(library: Library, moves: Sequence[Move]) -> None:
    """Write the new places into the library, as one step."""
    if not moves:
        return
    with library.step(f"Move {len(moves):,} pictures"):
        for here, there in moves:
            before = Place(here).path
            place = library.store.place(before)
            if place is None:
                continue
            status = there.stat()
            library.store.forget_place(before)
            reading = Reading(Place(there).path, place.hash, status.st_size, status.st_mtime_ns, 0, 0)
            library.store.put_place(place.image_id, reading)


def _write(journal: Path, target: Path, moves: Sequence[Move]) -> None:
    with explained(journal), journal.open("x", encoding="utf-8") as file:
        file.write(json.dumps({"kind": KIND, "moves": len(moves), "target": str(target)}) + "\n")
        for here, there in moves:
            file.write(json.dumps({"from": str(here), "to": str(there)}) + "\n")
        file.flush()
        os.fsync(file.fileno())


def _read(journal: Path) -> tuple[Path, list[Move]]:
    hint = "Give the file that the export named: it ends with .moves.jsonl."
    try:
        lines = _lines(journal)
        head = next(lines, {})
        moves = [(Path(line["from"]), Path(line["to"])) for line in lines]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadInput(f"“{journal}” is no journal of moves.", hint) from error
    if head.get("kind") != KIND or head.get("moves") != len(moves) or "target" not in head:
        raise BadInput(f"“{journal}” is no whole journal of moves.", hint)
    return Path(head["target"]), moves


def _lines(journal: Path) -> Iterator[dict[str, Any]]:
    with journal.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def _tidy(target: Path, journal: Path) -> None:
    """Remove the journal, which was played back whole, and the export, unless somebody wrote into it since."""
    manifest = read_manifest(target)
    if manifest is not None and manifest.get("moved") and manifest.get("digest") == digest(target):
        shutil.rmtree(target, ignore_errors=True)
    journal.unlink(missing_ok=True)


def _hash(file: Path) -> bytes:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "blake2b").digest()
