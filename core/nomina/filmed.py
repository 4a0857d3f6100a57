"""Which moments of which video became pictures, in the cache folder: so a video that is known is not decoded again.

It may be deleted and grows back.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from sqlite_utils import Database

from nomina.domain import Filmed
from nomina.records import path_value
from nomina.sqlite import open_cache


class FilmTable:
    """Videos of one library: by their hash and by a rule (video.Frames) the moments, and what lay where."""

    def __init__(self, path: Path) -> None:
        """Open or make the file."""
        self._db: Database = open_cache(path)
        with self._db.atomic():
            self._db.execute(
                """create table if not exists film (hash text, rule text, width integer, height integer, times text,
                trouble text, primary key (hash, rule)) without rowid"""
            )
            self._db.execute(
                """create table if not exists seen (path primary key, hash text, bytes integer, mtime_ns integer)
                without rowid"""
            )

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def put(self, film: Filmed, rule: str) -> None:
        """Keep what was read of a video, and where it lay."""
        seen = [path_value(film.path), film.hash, film.size, film.mtime_ns]
        with self._db.atomic():
            self._db.execute("insert or replace into seen values(?, ?, ?, ?)", seen)
            if film.times is not None:
                row = [film.hash, rule, film.width, film.height, json.dumps(film.times), film.trouble]
                self._db.execute("insert or replace into film values(?, ?, ?, ?, ?, ?)", row)

    def whole(self, film: Filmed, rule: str) -> Filmed:
        """The video with its moments, where they are known."""
        row = self._db.execute(
            "select width, height, times, trouble from film where hash = ? and rule = ?", [film.hash, rule]
        ).fetchone()
        if row is None:
            return film
        return replace(film, width=row[0], height=row[1], times=tuple(json.loads(row[2])), trouble=row[3])

    def at(self, path: Path, rule: str) -> Filmed | None:
        """What was read of the video at this path; None where that is not known. `times` may be None."""
        row = self._db.execute("select hash, bytes, mtime_ns from seen where path = ?", [path_value(path)]).fetchone()
        return None if row is None else self.whole(Filmed(path, *row), rule)
