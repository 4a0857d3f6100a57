"""How Nomina opens an SQLite file, and what it says when it cannot."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlite_utils import Database

from nomina.errors import LibraryBusy, LibraryError, NotALibrary


def open_database(path: Path, *, page_size: int = 4096, durable: bool = False, shared: bool = False) -> Database:
    """Open or create a file for this process alone.

    WAL keeps what is committed through a crash. The lock is held while the file is open, which keeps a second
    window out, needs no lock file, and ends with the process however it ends.

    Args:
        shared: other threads and processes may open it too.
        durable: every commit reaches the disk before it returns. Without it a power cut may take the last few.

    Raises:
        LibraryBusy: another process has it open.
        NotALibrary: the file is something else, or damaged.
        LibraryError: the folder or file cannot be read or written.
    """
    try:
        connection = sqlite3.connect(path, timeout=0.2)
    except sqlite3.Error as error:
        raise LibraryError(f"“{path}” cannot be opened: {error}.", "Check the folder and its permissions.") from error
    try:
        return _configured(Database(connection), page_size, durable, shared)
    except sqlite3.Error as error:
        connection.close()
        raise _explained(error, path) from error


def open_cache(path: Path, *, page_size: int = 4096, shared: bool = False) -> Database:
    """Open or create a file of derived data; see open_database. One that is damaged is thrown away: it grows back."""
    try:
        return open_database(path, page_size=page_size, shared=shared)
    except NotALibrary:
        remove_cache(path)
        return open_database(path, page_size=page_size, shared=shared)


def begun_anew(path: Path) -> bool:
    """Whether a file of derived data was damaged, and was thrown away: nobody may have it open."""
    if not path.exists():
        return False
    try:
        open_database(path).close()
    except NotALibrary:
        remove_cache(path)
        return True
    return False


def remove_cache(path: Path) -> None:
    """Throw away a file of derived data that nobody has open."""
    for suffix in ("", "-wal", "-shm"):
        Path(f"{path}{suffix}").unlink(missing_ok=True)


def open_to_read(path: Path) -> Database:
    """Open a file that nobody writes, without a trace beside it.

    Raises:
        LibraryError: it cannot be read.
    """
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    except sqlite3.Error as error:
        raise LibraryError(f"“{path}” cannot be opened: {error}.", "Check the folder and its permissions.") from error
    return Database(connection)


def damage(db: Database, *, quick: bool = False) -> list[str]:
    """What SQLite finds wrong with a file, in its words; nothing for one that is whole.

    Args:
        quick: leave out whether the indexes hold what the tables do, in a third of the time.
    """
    try:
        found = [str(row[0]) for row in db.execute(f"pragma {'quick' if quick else 'integrity'}_check(20)")]
    except sqlite3.DatabaseError as error:
        return [str(error)]
    return [] if found == ["ok"] else found


def _configured(db: Database, page_size: int, durable: bool, shared: bool) -> Database:
    run = db.conn.execute
    run(f"pragma page_size = {page_size}")
    if not shared:
        run("pragma locking_mode = exclusive")
    run("pragma journal_mode = wal")
    run(f"pragma synchronous = {'full' if durable else 'normal'}")
    run("pragma foreign_keys = on")
    run("begin immediate")  # takes the lock, and finds out now whether the file can be written
    run("commit")
    return db


def _explained(error: sqlite3.Error, path: Path) -> LibraryError:
    text = str(error)
    if "locked" in text or "busy" in text:
        return LibraryBusy(
            f"The library “{path.parent}” is open elsewhere.", "Close the other Nomina window or command first."
        )
    if "readonly" in text or "read-only" in text or "unable to open" in text:
        return LibraryError(
            f"The library “{path.parent}” cannot be written: {text}.",
            "Make the folder writable, or copy the library to a place that is.",
        )
    if any(each in text for each in ("not a database", "malformed", "unsupported file format")):
        return NotALibrary(
            f"“{path}” is not a Nomina library, or is damaged.", "Choose another folder, or restore it from backups."
        )
    return LibraryError(f"“{path}” cannot be used: {text}.", "Check the disk, then try again.")
