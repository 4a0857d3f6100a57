"""SQL on the truth of pictures and of where they lie. A part of Store (store.py)."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nomina.automatic import Automatic, new_id, now
from nomina.domain import Image, Origin, Reading
from nomina.places import Place
from nomina.records import image_of, path_of_value, path_value

Keys = tuple[NDArray[np.int64], NDArray[np.bytes_]]
"""Ids of images, ascending, and their hashes, shape (n,) each."""
PLACES_AT_ONCE = 10_000
"""Rows of the table of places that are Python's objects at a time."""

_IMAGES = """select image.id, hash, width, height, place.path from image left join place
    on place.id = (select max(id) from place where place.image_id = image.id)"""


@dataclass(frozen=True, slots=True)
class Placed:
    """An image at a place (`path`, see places.Place), and what the file there was like when it was read."""

    image_id: int
    hash: str
    path: Path
    bytes: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class Places:
    """Many places.

    Attributes:
        image_ids: what lies there, shape (m,). paths: m of them. last: id of the last; 0 where there is none.
    """

    image_ids: NDArray[np.int64]
    paths: list[str]
    last: int


class Pictured(Automatic):
    """Reads and writes images and their places; writes only inside a step, as all of Store."""

    def image_keys(self, after: int = 0) -> list[tuple[int, str]]:
        """(id, hash) of every image with a larger id than `after`, in id order."""
        return self._db.execute("select id, hash from image where id > ? order by id", [after]).fetchall()

    def keys_after(self, image_id: int) -> Keys:
        """Ids, ascending, and hashes of the images whose id is greater, as arrays: a million in 0.7 seconds."""
        rows = self._db.execute("select id, hash from image where id > ? order by id", [image_id])
        found = np.fromiter(rows, np.dtype([("id", np.int64), ("hash", "S32")]))
        return found["id"].copy(), found["hash"].copy()

    def images(self, ids: Sequence[int] | None = None) -> list[Image]:
        """The images of these ids, in their order; all in id order for None. Unknown ids are left out."""
        if ids is None:
            return [image_of(row) for row in self._db.execute(f"{_IMAGES} order by image.id").fetchall()]
        chosen = json.dumps([int(i) for i in ids])
        rows = self._db.execute(
            f"{_IMAGES} join json_each(?) as chosen on chosen.value = image.id order by chosen.key", [chosen]
        ).fetchall()
        return [image_of(row) for row in rows]

    def plain_images(self, ids: Sequence[int]) -> list[tuple[int, str, int, int, str]]:
        """Id, hash, width, height, and path or "", of the images of these ids, in their order; see `images`.

        Without Image and Path objects, which take half the time of a table of 100,000.
        """
        rows = self._db.execute(
            f"{_IMAGES} join json_each(?) as chosen on chosen.value = image.id order by chosen.key",
            [json.dumps([int(i) for i in ids])],
        ).fetchall()
        return [(*row[:4], "" if row[4] is None else os.fsdecode(row[4])) for row in rows]

    def places_after(self, place_id: int = 0) -> Places:
        """Where images lie: the places whose id is greater, those seen last at the end."""
        rows = self._db.execute("select id, image_id, path from place where id > ? order by id", [place_id])
        image_ids, paths, last = [np.zeros(0, np.int64)], list[str](), 0
        while some := rows.fetchmany(PLACES_AT_ONCE):
            numbers, ids, some_paths = zip(*some, strict=True)
            image_ids.append(np.array(ids, np.int64))
            paths += some_paths if {*map(type, some_paths)} == {str} else map(os.fsdecode, some_paths)
            last = numbers[-1]
        return Places(np.concatenate(image_ids), paths, last)

    def images_labelled_by(self, origin: Origin) -> list[int]:
        """Ids of the images that have an accepted label of this origin, ascending."""
        rows = self._db.execute(
            "select distinct image_id from label where origin = ? and accepted order by image_id", [origin]
        ).fetchall()
        return [int(row[0]) for row in rows]

    def count_labelled_by(self, origin: Origin) -> int:
        """How many images have an accepted label of this origin."""
        sql = "select count(distinct image_id) from label where origin = ? and accepted"
        return int(self._db.execute(sql, [origin]).fetchone()[0])

    def image_id(self, hash: str) -> int | None:
        """The id of the image with this hash."""
        row = self._db.execute("select id from image where hash = ?", [hash]).fetchone()
        return None if row is None else int(row[0])

    def place(self, path: Path) -> Placed | None:
        """What is known of the file at this path."""
        row = self._db.execute(
            "select image_id, hash, bytes, mtime_ns from place join image on image.id = image_id where path = ?",
            [path_value(path)],
        ).fetchone()
        return None if row is None else Placed(row[0], row[1], path, row[2], row[3])

    def places_at(self, paths: Sequence[Path]) -> dict[Path, Placed]:
        """What is known of the files at some hundred paths; those that are not known are left out."""
        by_value = {path_value(path): path for path in paths}
        rows = self._db.execute(
            "select path, image_id, hash, bytes, mtime_ns from place join image on image.id = image_id"
            f" where path in ({','.join('?' * len(by_value))})",
            list(by_value),
        ).fetchall()
        return {path: Placed(row[1], row[2], path, row[3], row[4]) for row in rows for path in [by_value[row[0]]]}

    def every_place(self) -> list[Placed]:
        """What is known of the file at every path, in the order in which they were seen."""
        rows = self._db.execute(
            """select image_id, hash, path, bytes, mtime_ns from place join image on image.id = image_id
            order by place.id"""
        ).fetchall()
        return [Placed(row[0], row[1], path_of_value(row[2]), row[3], row[4]) for row in rows]

    def places(self, image_id: int) -> list[Path]:
        """Every known place of an image, the latest first."""
        rows = self._db.execute("select path from place where image_id = ? order by id desc", [image_id]).fetchall()
        return [path_of_value(row[0]) for row in rows]

    def moments(self, video: Path) -> list[Placed]:
        """The images that are moments of the video at this path."""
        first, last = (path_value(video.with_name(f"{video.name}{mark}")) for mark in ("#t=", "#t>"))
        rows = self._db.execute(
            """select image_id, hash, path, bytes, mtime_ns from place join image on image.id = image_id
            where path >= ? and path < ? order by place.id""",
            [first, last],
        ).fetchall()
        found = [Placed(row[0], row[1], path_of_value(row[2]), row[3], row[4]) for row in rows]
        return [each for each in found if Place.of(each.path).file == video]

    def put_image(self, reading: Reading) -> int:
        """Remember an image by its hash; returns its id, old or new."""
        known = self.image_id(reading.hash)
        if known is not None:
            return known
        row = [reading.hash, reading.width, reading.height, now()]
        done = self._db.execute("insert into image(hash, width, height, added) values(?, ?, ?, ?)", row)
        return new_id(done.lastrowid)

    def put_place(self, image_id: int, reading: Reading) -> None:
        """Remember that the image lies at reading.path, whatever lay there before."""
        path = path_value(reading.path)
        self._db.execute("delete from place where path = ?", [path])
        self._db.execute(
            "insert into place(image_id, path, bytes, mtime_ns) values(?, ?, ?, ?)",
            [image_id, path, reading.size, reading.mtime_ns],
        )

    def forget_place(self, path: Path) -> None:
        """Nothing lies at this path any more."""
        self._db.execute("delete from place where path = ?", [path_value(path)])
