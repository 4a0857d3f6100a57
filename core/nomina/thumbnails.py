"""Small JPEGs of the library's pictures by image hash, in the cache folder. They may be deleted and grow back."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from pathlib import Path

from sqlite_utils import Database

from nomina.sqlite import open_cache


class Thumbnails:
    """Thumbnails of one library. Any thread may use it: each gets a connection of its own."""

    def __init__(self, path: Path) -> None:
        """Open or make the file."""
        self._path = path
        self._own = threading.local()
        self._db().execute("create table if not exists thumbnail (hash text primary key, jpeg blob not null)")

    def _db(self) -> Database:
        db: Database | None = getattr(self._own, "db", None)
        if db is None:
            db = open_cache(self._path, shared=True)
            self._own.db = db
        return db

    def put(self, jpegs: Mapping[str, bytes]) -> None:
        """Store thumbnails by image hash."""
        with self._db().atomic():
            self._db().conn.executemany("insert or replace into thumbnail values(?, ?)", list(jpegs.items()))

    def get(self, hash: str) -> bytes | None:
        """The JPEG of an image, or None."""
        row = self._db().execute("select jpeg from thumbnail where hash = ?", [hash]).fetchone()
        return None if row is None else bytes(row[0])

    def hashes(self) -> set[str]:
        """Images that have one."""
        return {row[0] for row in self._db().execute("select hash from thumbnail")}

    def having(self, hashes: Sequence[str]) -> set[str]:
        """Those of some hundred images that have one."""
        marks = ",".join("?" * len(hashes))
        return {
            row[0] for row in self._db().execute(f"select hash from thumbnail where hash in ({marks})", list(hashes))
        }

    def close(self) -> None:
        """Close the calling thread's connection; other threads call it for theirs."""
        db: Database | None = getattr(self._own, "db", None)
        if db is not None:
            db.close()
            del self._own.db
