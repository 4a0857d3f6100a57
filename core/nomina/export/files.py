"""Puts picture files into a folder that is being written: a copy, a hard link, a link by name, or later a move."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from nomina.errors import BadInput, BadPicture, reason_of
from nomina.export.row import Row
from nomina.export.text import as_json
from nomina.film import Film
from nomina.places import Place

WAYS = ("copy", "hardlink", "symlink", "move")
WAYS_IN_WORDS = ("As copies", "As hard links", "As symbolic links", "Moved there")
QUALITY = 95
"""Of a moment of a video that is written as a JPEG."""
_FULL = (errno.ENOSPC, errno.EDQUOT)


class Placer:
    """Places pictures under one folder, and writes down which came from where.

    Attributes:
        moves: (where it lies, its path in the folder), of the pictures that are to be moved at the end.
        placed: how many pictures were placed.
    """

    def __init__(self, folder: Path | None, mapping: TextIO | None = None, *, dry: bool = False) -> None:
        """Nothing is placed yet.

        Args:
            folder: the folder that is being written.
            mapping: takes a line of JSON for each picture.
            dry: make folders only.
        """
        self._folder, self._mapping, self._dry = folder, mapping, dry
        self._made: set[Path] = set()
        self.moves: list[tuple[Path, Path]] = []
        self.placed = 0

    @classmethod
    def nowhere(cls) -> Placer:
        """One that has no folder: for formats that are one file."""
        return cls(None)

    def place(self, row: Row, places: Sequence[Path], target: Path, how: str) -> str:
        """Put the first of `places` that can be read at `target`; returns why none could, or "".

        Raises:
            BadInput: the target's disk cannot take it.
        """
        if self._folder is None or not target.is_relative_to(self._folder):
            raise ValueError(f"{target} is not in the folder that is being written: {self._folder}")
        reason = "its file is gone"
        for path in places:
            place = Place.of(path)
            if not place.is_there():
                continue
            self._make_folder(target.parent)
            reason = _refused(place, how) or ("" if self._dry else _put(place, target, how))
            if not reason:
                self._note(row, place, target, how)
                return ""
        return reason

    def _make_folder(self, folder: Path) -> None:
        if folder not in self._made:
            folder.mkdir(parents=True, exist_ok=True)
            self._made.add(folder)

    def _note(self, row: Row, place: Place, target: Path, how: str) -> None:
        assert self._folder is not None
        inside = target.relative_to(self._folder)
        self.placed += 1
        if how == "move":
            self.moves.append((place.file, inside))
        if self._mapping is not None:
            labels = [label.category for label in row.labels]
            source = place.file if place.time is None else place.path
            line = {"file": inside.as_posix(), "from": str(source), "hash": row.hash, "categories": labels}
            self._mapping.write(as_json(line) + "\n")


def _refused(place: Place, how: str) -> str:
    """Why it cannot be had in this way, or ""."""
    if place.time is not None and how != "copy":
        return "it is a moment of a video, of which there can only be a copy"
    return ""


def _put(place: Place, target: Path, how: str) -> str:
    """Why it cannot be had, or ""."""
    path = place.file
    try:
        if place.time is not None:
            _write_moment(path, place.time, target)
        elif how == "copy":
            _copy(path, target)
        elif how == "hardlink":
            os.link(os.path.realpath(path), target)
        elif how == "symlink":
            os.symlink(os.path.abspath(path), target)
        elif not os.access(path.parent, os.W_OK):
            return "its folder may not be written, so it cannot be moved"
    except BadPicture as error:
        return error.title
    except OSError as error:
        return _explained(error, path, target, how)
    return ""


def _write_moment(video: Path, time: int, target: Path) -> None:
    """A moment as a JPEG, with the video's time of change: the same bytes whenever it is written."""
    with Film(video) as film:
        picture = film.moment(time).picture()
    try:
        picture.save(target, "JPEG", quality=QUALITY)
        status = video.stat()
        os.utime(target, ns=(status.st_atime_ns, status.st_mtime_ns))
    except OSError:
        target.unlink(missing_ok=True)
        raise


def _copy(path: Path, target: Path) -> None:
    """The bytes and the time of change; not the permissions, which may forbid to remove the copy again."""
    try:
        shutil.copyfile(path, target)
        status = path.stat()
        os.utime(target, ns=(status.st_atime_ns, status.st_mtime_ns))
    except OSError:
        target.unlink(missing_ok=True)
        raise


def _explained(error: OSError, path: Path, target: Path, how: str) -> str:
    """Why this one picture cannot be had; what is wrong with the target is raised instead."""
    if how in ("hardlink", "symlink"):
        what = "hard links" if how == "hardlink" else "links"
        if error.errno == errno.EXDEV:
            raise BadInput(
                f"“{path}” lies on another disk than the target, and hard links cannot reach across.",
                "Export with --option how=copy or how=symlink, or to a folder on that disk.",
            ) from error
        if error.errno in (errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK):
            raise BadInput(f"The target's disk takes no {what}.", "Export with --option how=copy.") from error
    mine = error.errno in (errno.EACCES, errno.EPERM, errno.ENOENT, errno.EIO, errno.ESTALE, errno.EISDIR)
    if mine and error.errno not in _FULL and not _cannot_write(target.parent):
        return f"its file cannot be read: {reason_of(error)}"
    raise error


def _cannot_write(folder: Path) -> bool:
    return not os.access(folder, os.W_OK)
