"""Copies of truth beside it: before its tables change, once a day, and when a person asks. And the way back.

Only library.db is copied: it is small (100,000 pictures: 30 MB), and all else grows back. A copy is made by SQLite's
own backup, is looked through before it counts, and takes its name when it is whole and on the disk. Copies are
numbered, so that their order does not hang on the clock.
"""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from itertools import accumulate
from pathlib import Path

from sqlite_utils import Database

from nomina import schema
from nomina.errors import LibraryError, NotALibrary, NotFound
from nomina.files import sync_folder
from nomina.soundness import about_indexes_only
from nomina.sqlite import damage, open_database, open_to_read

FOLDER = "backups"
EVERY = timedelta(days=1)
ALWAYS, ROOM = 2, 1_000_000_000
"""Of each occasion the newest two stay, whatever their size, and further ones while all of them take at most a GB."""
SPARE = 32_000_000
"""Bytes that a copy leaves free on the disk."""
REFUSED = (OSError, sqlite3.OperationalError)
CHECK_FOLDER = "Check the free space and permissions of its folder, then try again."
_NAME = re.compile(r"library-(?:(\d{4,})-)?(\d{8}-\d{6})(?:-([a-z]+))?\.db")
_STAMP = "%Y%m%d-%H%M%S"


class Occasion(StrEnum):
    """Why a copy was made."""

    MIGRATION = "migration"  # a newer Nomina was about to change the tables
    DAILY = "daily"  # a day had passed, and something had changed
    ASKED = "asked"  # a person asked for it
    REPAIR = "repair"  # indexes were about to be made again
    REPLACED = "replaced"  # another copy was restored in its place


KEPT = {Occasion.MIGRATION: 5, Occasion.DAILY: 10, Occasion.REPAIR: 5, Occasion.REPLACED: 5}
"""How many copies of an occasion stay; those that a person asked for all do."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of a library's truth.

    Attributes:
        number: copies are counted from 1; 0 for those of a Nomina that did not count them.
        made: when, by the clock of that time, in UTC.
        bytes: its size.
    """

    path: Path
    number: int
    made: datetime
    occasion: Occasion
    bytes: int


@dataclass(frozen=True, slots=True)
class Contents:
    """What is in a copy: how many pictures, categories, and labels of a person."""

    pictures: int
    categories: int
    labels: int


def backups_of(folder: Path) -> list[Backup]:
    """The copies of the library in a folder, the latest first. It may be open, damaged or gone."""
    try:
        names = os.listdir(folder / FOLDER)
    except OSError:
        return []
    found = [_named(folder / FOLDER / name) for name in names]
    return sorted(filter(None, found), key=lambda each: (each.number, each.made), reverse=True)


def _named(path: Path) -> Backup | None:
    """What the name of a file says; None for one that is no copy of ours."""
    parts = _NAME.fullmatch(path.name)
    if parts is None:
        return None
    number, stamp, occasion = parts.groups()
    with suppress(ValueError, OSError):
        made = datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
        return Backup(path, int(number or 0), made, Occasion(occasion or Occasion.MIGRATION), path.stat().st_size)
    return None


def look_into(path: Path) -> Contents:
    """Look through a copy, and count what is in it.

    Raises:
        NotFound, NotALibrary, LibraryTooNew, LibraryError.
    """
    with _read(path) as db:
        return Contents(*schema.counts(db))


@contextmanager
def _read(path: Path) -> Iterator[Database]:
    """A copy, whole and of a version that this Nomina knows."""
    if not path.is_file():
        raise NotFound(f"There is no backup “{path}”.", "The list of backups has those there are.")
    with closing(open_to_read(path)) as db:
        wrong = damage(db)
        if wrong and not about_indexes_only(wrong):  # those can be made again
            raise NotALibrary(f"The backup “{path}” is damaged: {wrong[0]}.", "Choose another one.")
        schema.refuse_others(db, path)
        yield db


def back_up(db: Database, folder: Path, occasion: Occasion) -> Backup:
    """Copy the open library of a folder, and let older copies go.

    Raises:
        LibraryError: there is no room, or the folder cannot be written.
        NotALibrary: the library is damaged. Nothing was kept of it then, and no older copy went.
    """
    made = _copy(db, folder, occasion)
    with suppress(OSError):  # what cannot be removed today goes another day
        _let_go(folder)
    return made


def back_up_when_due(db: Database, folder: Path, now: datetime | None = None) -> Backup | None:
    """Make the copy of the day where the last one is a day old and something was written since; see back_up."""
    now = now or datetime.now(UTC)
    latest = next(iter(backups_of(folder)), None)
    since = latest.made if latest else schema.born(db)
    if since is not None and timedelta() <= now - since < EVERY:
        return None
    # a copy from the future tells that the clock went back: then what files say of their time means nothing
    if latest is not None and since is not None and since <= now and not _written_since(latest, db):
        return None
    return back_up(db, folder, Occasion.DAILY)


def _written_since(latest: Backup, db: Database) -> bool:
    file = _file_of(db)
    times = [path.stat().st_mtime_ns for path in (file, Path(f"{file}-wal")) if path.exists()]
    return max(times, default=0) > latest.path.stat().st_mtime_ns


def _file_of(db: Database) -> Path:
    return Path(next(row[2] for row in db.execute("pragma database_list") if row[1] == "main"))


def _copy(db: Database, folder: Path, occasion: Occasion) -> Backup:
    try:
        made = _next(folder, occasion)
        _leave_room(db, made.path.parent)
        with _part_of(made.path) as part:
            _fill(part, db)
        return replace(made, bytes=made.path.stat().st_size)
    except REFUSED as error:
        raise LibraryError(f"The library could not be backed up: {_said(error)}.", CHECK_FOLDER) from error


def _next(folder: Path, occasion: Occasion) -> Backup:
    """The next copy, which is not there yet, in a folder that is."""
    (folder / FOLDER).mkdir(exist_ok=True)
    number = 1 + max((each.number for each in backups_of(folder)), default=0)
    made = datetime.now(UTC).replace(microsecond=0)
    return Backup(
        folder / FOLDER / f"library-{number:04}-{made.strftime(_STAMP)}-{occasion}.db", number, made, occasion, 0
    )


def _said(error: Exception) -> str:
    """What the disk or SQLite refused, in their words."""
    return str(getattr(error, "strerror", None) or error).lower()


def _leave_room(db: Database, backups: Path) -> None:
    (pages,), (size,) = db.execute("pragma page_count").fetchone(), db.execute("pragma page_size").fetchone()
    free = shutil.disk_usage(backups).free
    if free < pages * size + SPARE:
        raise LibraryError(
            f"There is no room to back up the library: it takes {pages * size / 1e6:,.0f} MB, and {free / 1e6:,.0f} MB"
            " are free.",
            "Make some room on the disk, then try again.",
        )


@contextmanager
def _part_of(target: Path) -> Iterator[Path]:
    """A name beside the target; what is written there takes the target's place when it is on the disk."""
    part = Path(f"{target}.part")
    part.unlink(missing_ok=True)
    try:
        yield part
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        os.replace(part, target)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)


def _fill(part: Path, db: Database) -> None:
    """Copy all pages, and look through the copy."""
    with closing(sqlite3.connect(part)) as copy:
        db.conn.backup(copy)
    with closing(open_to_read(part)) as copied:
        wrong = damage(copied, quick=True)
    if wrong:
        raise NotALibrary(
            f"The library is damaged, so it was not backed up: {wrong[0]}.",
            "Close it, then run nomina check, or restore an older backup.",
        )


def _let_go(folder: Path) -> None:
    """Remove the copies that are too many, or too big for so many."""
    for occasion, most in KEPT.items():
        same = [each for each in backups_of(folder) if each.occasion is occasion]
        for place, (each, total) in enumerate(zip(same, accumulate(each.bytes for each in same), strict=True)):
            if place >= most or (place >= ALWAYS and total > ROOM):
                each.path.unlink(missing_ok=True)


# The way back ----------------------------------------------------------------------------------------------------


def restore_backup(folder: Path, source: Path) -> Backup | None:
    """Put a copy in the place of the library in a folder, which nobody may have open.

    What was there is kept as a backup, so that restoring that one takes it back. Derived data stays: it is known by
    the bytes of the pictures. A process that is killed leaves the old library, or the new one.

    Returns:
        the backup of what was there; None where there was nothing.

    Raises:
        NotFound, NotALibrary, LibraryTooNew: the copy is not there, damaged, or of a newer Nomina.
        LibraryBusy: the library is open.
        LibraryError: there is no room, or the folder cannot be written.
    """
    file = folder / schema.DATABASE
    with _read(source) as copy:
        if not file.exists():
            _put(copy, file)
            return None
        try:
            with closing(open_database(file, durable=True)) as db:
                return _restored(copy, db, folder)
        except NotALibrary:
            kept = _set_aside(file)
            _put(copy, file)
            return kept


def _restored(copy: Database, db: Database, folder: Path) -> Backup:
    """Write a copy over the library in one transaction of the library's own file, so that it is locked throughout."""
    kept = back_up(db, folder, Occasion.REPLACED)
    try:
        copy.conn.backup(db.conn)
    except REFUSED as error:
        title = f"The backup could not be restored: {_said(error)}. The library is as it was."
        raise LibraryError(title, CHECK_FOLDER) from error
    return kept


def _set_aside(file: Path) -> Backup:
    """Keep a damaged library, byte for byte and with what was not yet moved into it, among the backups."""
    try:
        kept = _next(file.parent, Occasion.REPLACED)
        for suffix in ("-wal", ""):
            if os.path.exists(f"{file}{suffix}"):
                with _part_of(Path(f"{kept.path}{suffix}")) as part:
                    shutil.copyfile(f"{file}{suffix}", part)
        return replace(kept, bytes=kept.path.stat().st_size)
    except REFUSED as error:
        title = f"The damaged library could not be set aside, and is where it was: {_said(error)}."
        raise LibraryError(title, CHECK_FOLDER) from error


def _put(copy: Database, file: Path) -> None:
    """Make a copy the library, where there is none or none that can be opened."""
    try:
        with _part_of(file) as part:
            with closing(sqlite3.connect(part)) as new:
                copy.conn.backup(new)
            for suffix in ("-wal", "-shm"):  # of the library that was there: SQLite would take it for the new one's
                Path(f"{file}{suffix}").unlink(missing_ok=True)
    except REFUSED as error:
        raise LibraryError(f"The backup could not be restored: {_said(error)}.", CHECK_FOLDER) from error
