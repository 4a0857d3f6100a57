"""Derived rows on disk and in FAISS: embeddings of images and of texts, one file in the cache folder.

Rows are keyed by (key, encoder id), where the key is an image's hash or a hash of a text. They are stored as float16
(16 KB pages: 109 MB for 100,000 x 512, largest error of a score 4e-5) and handed out as float32 of those values, so
that a row is the same before and after a restart.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Generator, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlite_utils import Database

from nomina.domain import Rows
from nomina.sqlite import open_cache

EXACT = 10_000
"""Rows up to which `neighbours` looks at every pair: a second with 128 numbers a row."""
CELLS, LOOKED_INTO = 2.0, 8
"""Cells of `neighbours` as a multiple of √n, and how many of them are searched for each row."""
ROWS_A_TIME = 1000
"""Rows that are converted at a time."""
BLOCK = 512
"""Rows that `neighbours` searches for at a time."""


class Embeddings:
    """Rows of all encoders of one library. Any of it may be deleted; it grows back."""

    def __init__(self, path: Path) -> None:
        """Open or make the file."""
        self._db: Database = open_cache(path, page_size=16384)
        self._db.execute(
            """create table if not exists embedding (
            key text not null, encoder text not null, row blob not null, primary key (key, encoder)) without rowid"""
        )

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def put(self, encoder: str, rows: Mapping[str, NDArray[np.float32]]) -> None:
        """Store rows of shape (d,) by key, in one transaction."""
        with self._db.atomic():
            self._db.conn.executemany(
                "insert or replace into embedding values(?, ?, ?)",
                [(key, encoder, row.astype(np.float16).tobytes()) for key, row in rows.items()],
            )

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


class Index:
    """A FAISS index over the rows of a library, by inner product. Row i of the index is image ids[i]."""

    def __init__(self, ids: NDArray[np.int64], rows: Rows) -> None:
        """Index rows of shape (n, d) under ids of shape (n,)."""
        import faiss

        self._index: Any = faiss.IndexIDMap2(faiss.IndexFlatIP(rows.shape[1]))
        self._index.add_with_ids(np.ascontiguousarray(rows), ids)

    def nearest(self, query: NDArray[np.float32], count: int) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Ids and inner products of the images nearest to a query of shape (d,), best first; at most count."""
        count = min(count, self._index.ntotal)
        if count == 0:
            return np.zeros(0, np.int64), np.zeros(0, np.float32)
        scores, ids = self._index.search(np.ascontiguousarray(query[None, :]), count)
        return ids[0], scores[0]


def neighbours(rows: Rows, count: int) -> Generator[tuple[int, NDArray[np.int64]], None, None]:
    """The rows nearest to each row, block after block: (start, found) for rows start, start + 1, ...

    Up to EXACT rows every pair is looked at; above it rows are put into cells around means of some of them, and only
    the LOOKED_INTO nearest cells are searched (faiss.IndexIVFFlat), so that the time grows as n · √n, not n². What lies
    very near is found nearly always: tests/benchmarks/duplicates.py measures it.

    Args:
        rows: shape (n, d), float32.

    Yields:
        found: shape (m, min(count, n)), int64, the row itself among them; -1 where fewer were found.
    """
    import faiss

    rows = np.ascontiguousarray(rows, np.float32)
    n, d = rows.shape
    if n == 0:
        return
    index: Any = faiss.IndexFlatL2(d)
    if n > EXACT:
        means = index
        index = faiss.IndexIVFFlat(means, d, int(CELLS * n**0.5))
        index.nprobe = LOOKED_INTO
        index.cp.max_points_per_centroid, index.cp.min_points_per_centroid, index.cp.niter = 32, 1, 6
        index.train(rows)
    index.add(rows)
    for start in range(0, n, BLOCK):
        yield start, index.search(rows[start : start + BLOCK], min(count, n))[1]
