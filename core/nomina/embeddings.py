"""Derived rows on disk: embeddings of images and of texts, one file in the cache folder.

Rows are keyed by (key, encoder id), where the key is an image's hash or a hash of a text. They are stored as float16
(16 KB pages: 109 MB for 100,000 x 512, largest error of a score 4e-5) and handed out as float32 of those values, so
that a row is the same before and after a restart.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sqlite_utils import Database

from nomina.domain import Rows
from nomina.sqlite import open_cache

ROWS_A_TIME = 1000
"""Rows that are converted at a time."""


class Embeddings:
    """Rows of all encoders of one library. Any of it may be deleted; it grows back."""

    def __init__(self, path: Path) -> None:
        """Open or make the file."""
        self._db: Database = open_cache(path, page_size=16384)
        self._db.execute(
            """create table if not exists embedding (
            key text not null, encoder text not null, row blob not null, primary key (key, encoder)) without rowid"""
        )
        self._db.execute("create table if not exists born (mark text not null)")
        self._db.execute("create table if not exists encoder (id text primary key)")  # of which there are rows
        with self._db.atomic():
            if not self.encoders():  # a file of an older Nomina has rows all the same
                self._db.execute("insert into encoder select distinct encoder from embedding")
            self._db.execute("insert into born select ? where not exists (select 1 from born)", [secrets.token_hex(8)])
        self._db.execute(
            """create trigger if not exists row_went after delete on embedding when old.key not like 'text:%'
            begin update born set mark = lower(hex(randomblob(8))); end"""  # whoever deletes or replaces it
        )

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    @property
    def mark(self) -> str:
        """Another one for every file, and once a picture's row went or was replaced: names what is derived of rows."""
        return str(self._db.execute("select mark from born").fetchone()[0])

    def put(self, encoder: str, rows: Mapping[str, NDArray[np.float32]]) -> None:
        """Store rows of shape (d,) by key, in one transaction."""
        with self._db.atomic():
            self._db.execute("insert or ignore into encoder values(?)", [encoder])
            self._db.conn.executemany(
                "insert or replace into embedding values(?, ?, ?)",
                [(key, encoder, row.astype(np.float16).tobytes()) for key, row in rows.items()],
            )

    def encoders(self) -> list[str]:
        """Ids of the encoders that rows were put of."""
        return [row[0] for row in self._db.execute("select id from encoder order by rowid")]

    def keys(self, encoder: str, dimension: int) -> set[str]:
        """Keys that have a row of this encoder and length."""
        rows = self._db.execute(
            "select key from embedding where encoder = ? and length(row) = ?", [encoder, 2 * dimension]
        )
        return {row[0] for row in rows}

    def having(self, keys: Sequence[str], encoder: str, dimension: int) -> set[str]:
        """Those of some hundred keys that have a row of this encoder and length."""
        marks = ",".join("?" * len(keys))
        rows = self._db.execute(
            f"select key from embedding where key in ({marks}) and encoder = ? and length(row) = ?",
            [*keys, encoder, 2 * dimension],
        )
        return {row[0] for row in rows}

    def get(self, encoder: str, keys: Sequence[str], dimension: int) -> tuple[Rows, NDArray[np.bool_]]:
        """The rows of these keys.

        Returns:
            rows, shape (len(keys), dimension), zeros where there is none; and which there are, shape (len(keys),).
        """
        rows = np.zeros((len(keys), dimension), np.float32)
        found = np.zeros(len(keys), bool)
        order = sorted(range(len(keys)), key=keys.__getitem__)  # a page of the file is read once, not for each row
        for start in range(0, len(keys), ROWS_A_TIME):
            self._fetch(encoder, keys, order[start : start + ROWS_A_TIME], rows, found)
        return rows, found

    def _fetch(self, encoder: str, keys: Sequence[str], some: list[int], rows: Rows, found: NDArray[np.bool_]) -> None:
        """Fill in the rows of some of the keys, and which of them there are."""
        stored = self._db.execute(
            """select wanted.key, embedding.row from json_each(?) as wanted
            cross join embedding on embedding.key = wanted.value and embedding.encoder = ?
            where length(embedding.row) = ?""",  # another length: an older recipe's row
            [json.dumps([keys[i] for i in some]), encoder, 2 * rows.shape[1]],
        ).fetchall()
        at = [some[number] for number, _ in stored]
        rows[at] = np.frombuffer(b"".join([row for _, row in stored]), np.float16).reshape(len(at), rows.shape[1])
        found[at] = True

    def drop(self, keys: Iterable[str]) -> None:
        """Forget the rows of these keys, of every encoder."""
        with self._db.atomic():
            self._db.conn.executemany("delete from embedding where key = ?", [(key,) for key in keys])


def text_key(text: str) -> str:
    """The key of a text's row."""
    return "text:" + hashlib.blake2b(text.encode(), digest_size=16).hexdigest()
