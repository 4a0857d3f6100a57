"""Where an export goes: checked before the work, written beside the target, moved into place whole or not at all."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from nomina.errors import BadInput, reason_of
from nomina.export.protocol import Kind
from nomina.files import check_target
from nomina.library import Library
from nomina.places import Place
from nomina.walking import EXPORT_MARK

MANIFEST = EXPORT_MARK
MAPPING = "nomina-files.jsonl"
_NOT_OURS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What a file browser leaves in any folder it shows."""


def check(library: Library, target: Path | None, kind: Kind, *, replace: bool) -> Path | None:
    """The target as an absolute path, when it can be written as things stand; None for what goes beside the pictures.

    A folder may lie among the pictures it is made of: the next one who adds those passes it by (walking.EXPORT_MARK).

    Raises:
        BadInput: why not.
    """
    if kind is Kind.BESIDE:
        if target is not None:
            raise BadInput("This format writes beside each picture.", "Leave the target away.")
        return None
    if target is None:
        raise BadInput("There is no target.", "Name the file or folder to write.")
    target = Path(os.path.abspath(target))
    if not target.name:
        raise BadInput(f"“{target}” cannot be replaced.", "Name a file or folder in it.")
    _check_library(library, target)
    if kind is Kind.FILE:
        _check_file(library, target, replace)
    else:
        _check_folder(library, target, replace)
    return target


def _check_library(library: Library, target: Path) -> None:
    home = Path(os.path.realpath(library.folder))
    real = Path(os.path.realpath(target))
    if real == home or real.is_relative_to(home) or home.is_relative_to(real):
        raise BadInput(f"“{target}” is in the library's own folder, or holds it.", "Choose a target elsewhere.")


def _check_file(library: Library, target: Path, replace: bool) -> None:
    check_target(target)
    if library.store.place(Place(target).path) is not None:
        raise BadInput(f"“{target}” is a picture of the library.", "Choose another name; originals are never changed.")
    if os.path.lexists(target) and not replace:
        raise BadInput(f"There is “{target}” already.", "Say --replace to write over it, or choose another name.")


def _check_folder(library: Library, target: Path, replace: bool) -> None:
    if os.path.lexists(target) and not target.is_dir():
        raise BadInput(f"“{target}” is a file, and this format writes a folder.", "Choose another name.")
    if not target.parent.is_dir():
        raise BadInput(
            f"“{target}” cannot be written: there is no folder “{target.parent}”.", "Choose a folder that is there."
        )
    if library.shelf.under(target).any():
        raise BadInput(f"“{target}” holds pictures of the library.", "Choose a folder that holds none.")
    if target.is_dir() and any(target.iterdir()):
        _check_replaceable(target, replace)


def _check_replaceable(target: Path, replace: bool) -> None:
    """An earlier export that nobody touched may be replaced; anything else may hold what a person made."""
    manifest = read_manifest(target)
    if manifest is None:
        raise BadInput(f"“{target}” is not empty.", "Choose a folder that is empty or not there yet.")
    if not replace:
        raise BadInput(f"“{target}” holds an earlier export.", "Say --replace to write it anew, or choose another one.")
    if manifest.get("moved"):
        raise BadInput(
            f"“{target}” holds originals that were moved there.", "Move them back first, or choose another folder."
        )
    if manifest.get("digest") != digest(target):
        raise BadInput(
            f"“{target}” was changed since Nomina wrote it.", "Choose another folder, or remove this one yourself."
        )


def read_manifest(folder: Path) -> dict[str, Any] | None:
    """What an earlier export wrote of itself, or None."""
    try:
        found = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def write_manifest(folder: Path, facts: dict[str, Any]) -> None:
    """Write down what this export is, with a digest of all files that are in it now."""
    facts = facts | {"digest": digest(folder)}
    (folder / MANIFEST).write_text(json.dumps(facts, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def digest(folder: Path) -> str:
    """Changes when a file in the folder is added, removed or written to; what file browsers leave does not count."""
    found = hashlib.blake2b(digest_size=16)
    for at, folders, files in os.walk(folder):
        folders.sort()
        for name in sorted(files):
            if name in _NOT_OURS or (at == str(folder) and name == MANIFEST):
                continue
            path = os.path.join(at, name)
            status = os.lstat(path)
            line = f"{os.path.relpath(path, folder)}\0{status.st_size}\0{status.st_mtime_ns}\n"
            found.update(line.encode("utf-8", "surrogateescape"))
    return found.hexdigest()


@contextmanager
def staged(target: Path, kind: Kind) -> Iterator[Path]:
    """A place beside the target to write to, which takes the target's place at the end or is removed on an error.

    Yields a path that is not there yet for Kind.FILE, else an empty folder.

    Raises:
        BadInput: it cannot be written, or the disk is full.
    """
    with explained(target):
        room = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".part"))
    try:
        with explained(target):
            place = room / target.name
            if kind is Kind.FOLDER:
                place.mkdir()
            yield place
            _put_in_place(place, target, room)
    finally:
        shutil.rmtree(room, ignore_errors=True)


def _put_in_place(place: Path, target: Path, room: Path) -> None:
    if place.is_file():
        with place.open("rb+") as file:
            os.fsync(file.fileno())
        with suppress(OSError):
            place.chmod(target.stat().st_mode & 0o777)
        os.replace(place, target)
        return
    old = room / "old"  # removed with the room
    if target.is_dir():
        os.rename(target, old)
    try:
        os.rename(place, target)
    except OSError:
        if old.is_dir():
            os.rename(old, target)
        raise


@contextmanager
def explained(target: Path) -> Iterator[None]:
    """Say in a sentence what the disk refused."""
    try:
        yield
    except OSError as error:
        reason = reason_of(error)
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise BadInput(
                f"“{target}” cannot be written: the disk is full. Nothing of it was kept.",
                "Make room, choose another disk, or export links instead of copies.",
            ) from error
        raise BadInput(
            f"“{target}” cannot be written: {reason}. Nothing of it was kept.", "Choose a folder that can be written."
        ) from error
