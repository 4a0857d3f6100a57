"""What the files tell of themselves, by image hash, in the cache folder. It may be deleted and grows back.

It stays there: no export writes where a picture was taken unless it is asked to.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sqlite_utils import Database

from nomina.domain import Facts
from nomina.sqlite import open_cache

RECIPE = 1
"""Counts up when facts are read in another way: those of an older recipe are forgotten, and read again."""

HALF, WHOLE = 1 << 63, 1 << 64
"""SQLite's integers have a sign, looks have none."""


ROWS_AT_ONCE = 10_000
"""Rows that are Python's objects at a time."""


@dataclass(frozen=True, slots=True)
class FactColumns:
    """What the files of m images tell, in no order.

    Attributes:
        hashes: of the images, shape (m,).
        taken: shape (m,), datetime64[s]; NaT where it is not told.
        cameras: their names. camera: index into those, shape (m,); -1 where it is not told.
        latitude, longitude: shape (m,), float64; NaN where they are not told.
    """

    hashes: NDArray[np.bytes_]
    taken: NDArray[np.datetime64]
    cameras: tuple[str, ...]
    camera: NDArray[np.int64]
    latitude: NDArray[np.float64]
    longitude: NDArray[np.float64]


class FactTable:
    """Facts of the pictures of one library, by image hash.

    Attributes:
        revision: grows with every write.
    """

    def __init__(self, path: Path) -> None:
        """Open or make the file."""
        self._db: Database = open_cache(path)
        self.revision = 0
        (recipe,) = self._db.execute("pragma user_version").fetchone()
        with self._db.atomic():
            if recipe != RECIPE:
                self._db.execute("drop table if exists facts")
                self._db.execute(f"pragma user_version = {RECIPE}")
            self._db.execute(
                """create table if not exists facts (
                hash text primary key, taken text, camera text, latitude real, longitude real, look integer)
                without rowid"""
            )

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def put(self, facts: Mapping[str, Facts]) -> None:
        """Store facts by image hash, in one transaction."""
        rows = [
            (hash, each.taken, each.camera, each.latitude, each.longitude, _signed(each.look))
            for hash, each in facts.items()
        ]
        self.revision += 1
        with self._db.atomic():
            self._db.conn.executemany("insert or replace into facts values(?, ?, ?, ?, ?, ?)", rows)

    def get(self, hash: str) -> Facts | None:
        """The facts of one image; None where it was not read for them yet."""
        row = self._db.execute(
            "select taken, camera, latitude, longitude, look from facts where hash = ?", [hash]
        ).fetchone()
        return None if row is None else Facts(row[0], row[1], row[2], row[3], _unsigned(row[4]))

    def hashes(self) -> set[str]:
        """Images that were read for their facts."""
        return {row[0] for row in self._db.execute("select hash from facts")}

    def having(self, hashes: Sequence[str]) -> set[str]:
        """Those of some hundred images that were read for their facts."""
        marks = ",".join("?" * len(hashes))
        return {row[0] for row in self._db.execute(f"select hash from facts where hash in ({marks})", list(hashes))}

    def told(self) -> dict[str, tuple[str | None, str | None, float | None, float | None]]:
        """By hash of those that tell any: taken, camera, latitude, longitude."""
        rows = self._db.execute(
            """select hash, taken, camera, latitude, longitude from facts
            where taken is not null or camera is not null or latitude is not null"""
        )
        return {row[0]: row[1:] for row in rows}

    def columns(self) -> FactColumns:
        """What is told of all images that tell any of it, as arrays: a million in three seconds."""
        rows = self._db.execute(
            """select hash, taken, camera, latitude, longitude from facts
            where taken is not null or camera is not null or latitude is not null"""
        )
        number: dict[str, int] = {}
        parts = []
        while some := rows.fetchmany(ROWS_AT_ONCE):
            hashes, taken, cameras, latitude, longitude = zip(*some, strict=True)
            camera = [-1 if name is None else number.setdefault(name, len(number)) for name in cameras]
            day = np.array([each[:19] if each else "NaT" for each in taken], "datetime64[s]")
            place = np.array(latitude, np.float64), np.array(longitude, np.float64)  # None becomes NaN
            parts.append((np.array(hashes, "S32"), day, np.array(camera, np.int64), *place))
        if not parts:
            none = np.zeros(0)
            return FactColumns(none.astype("S32"), none.astype("datetime64[s]"), (), none.astype(np.int64), none, none)
        hash, day, camera_of, north, east = (np.concatenate(part) for part in zip(*parts, strict=True))
        return FactColumns(hash, day, tuple(number), camera_of, north, east)

    def looks(self, hashes: Sequence[str]) -> list[int | None]:
        """The look of each of these images; None where it has none, or was not read for it yet."""
        known = dict(self._db.execute("select hash, look from facts").fetchall())
        return [_unsigned(known.get(hash)) for hash in hashes]


def _signed(look: int | None) -> int | None:
    return look - WHOLE if look is not None and look >= HALF else look


def _unsigned(look: int | None) -> int | None:
    return look + WHOLE if look is not None and look < 0 else look
