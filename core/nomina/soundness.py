"""What must hold in the files of a library, beyond what SQLite itself sees to. Each check says what it finds.

Truth is only looked at; of derived data the rows that are no good can be dropped.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Generator, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import numpy as np
from sqlite_utils import Database

from nomina.metric import fingerprint, from_bytes

ROWS_A_STEP = 4096
OFF = 0.02
"""How far the length of a row may be from that of its like: float16 makes it 0.001."""
_OF_AN_INDEX = re.compile(r"(wrong # of entries in|row \d+ missing from|non-unique entry in) index ")


def about_indexes_only(wrong: Collection[str]) -> bool:
    """Whether all that SQLite finds wrong with a file is in its indexes, which are made of its tables."""
    return bool(wrong) and all(_OF_AN_INDEX.match(each) for each in wrong)


def make_indexes_again(db: Database) -> None:
    """Make every index of a file from its tables."""
    db.execute("reindex")
    db.conn.commit()


def what_truth_breaks(db: Database) -> list[str]:
    """What in truth cannot be so: a sentence for each kind, nothing where all is well."""
    return [*_what_points_nowhere(db), *_what_cannot_be_read(db), *_circles(db), *_changed_layers(db)]


def _what_points_nowhere(db: Database) -> Iterator[str]:
    found = db.execute("pragma foreign_key_check").fetchall()
    for table in sorted({row[0] for row in found}):
        count = sum(row[0] == table for row in found)
        yield f"{count:,} rows of the table “{table}” point to something that is not there"


_TEXTS = {"category": ("synonyms", "unlike"), "saved_search": ("wish",), "backdrop": ("counts",)}


def _what_cannot_be_read(db: Database) -> Iterator[str]:
    """Fields that hold JSON."""
    for table, columns in _TEXTS.items():
        for column in columns:
            kind = "array" if table == "category" else "object"
            sql = f"""select count(*) from {table} where not json_valid({column})
                or json_type(case when json_valid({column}) then {column} else 'null' end) <> '{kind}'"""
            (count,) = db.execute(sql).fetchone()
            if count:
                yield f"{count:,} rows of the table “{table}” have a field “{column}” that cannot be read"


def _circles(db: Database) -> Iterator[str]:
    parent = dict(db.execute("select id, parent from category").fetchall())
    for start in parent:
        above, seen = parent[start], set[int]()
        while above is not None and above != start and above not in seen:
            seen.add(above)
            above = parent.get(above)
        if above == start:
            yield "some categories lie under themselves"
            return


def _changed_layers(db: Database) -> Iterator[str]:
    """What a library learned is named by its content."""
    for version, data in db.execute("select version, data from layers"):
        with suppress(Exception):  # numpy says in many ways that bytes are no arrays
            if fingerprint(from_bytes(data)) == version:
                continue
        yield f"what was learned as version {version[:8]} is not what it was"


# Derived data ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found in a file of derived data.

    Attributes:
        of: of how many images it knows something.
        spoilt: keys of the rows that are no good.
    """

    of: dict[str, int]
    spoilt: list[tuple[Any, ...]]


def look_at_embeddings(db: Database, images: Collection[str]) -> Generator[int, None, Looked]:
    """Find rows of embeddings that cannot be ones: of half numbers, of none, or of another length than their like.

    Args:
        images: the hashes that there are; rows of others are left alone, since a picture may come back.

    Yields:
        how many were looked at.
    """
    of: dict[str, int] = {}
    spoilt: list[tuple[Any, ...]] = []
    usual: dict[tuple[str, bool, int], float] = {}
    done = 0
    cursor = db.execute("select key, encoder, row from embedding")
    while block := cursor.fetchmany(ROWS_A_STEP):
        groups: dict[tuple[str, bool, int], list[tuple[str, bytes]]] = {}
        for key, encoder, row in block:
            text = str(key).startswith("text:")
            of[encoder] = of.get(encoder, 0) + (key in images)
            groups.setdefault((encoder, text, len(row)), []).append((key, row))
        for group, rows in groups.items():
            spoilt += [(key, group[0]) for key in _spoilt(group, rows, usual)]
        done += len(block)
        yield done
    return Looked(of, spoilt)


def _spoilt(
    group: tuple[str, bool, int], rows: list[tuple[str, bytes]], usual: dict[tuple[str, bool, int], float]
) -> list[str]:
    """Keys of the rows of one encoder, kind and size that are no good."""
    keys = [key for key, _ in rows]
    if group[2] == 0 or group[2] % 2:
        return keys
    with np.errstate(all="ignore"):
        numbers = np.frombuffer(b"".join(row for _, row in rows), "<f2").reshape(len(rows), -1).astype(np.float32)
        lengths = np.sqrt((numbers * numbers).sum(axis=1))
    finite = lengths[np.isfinite(lengths)]
    if group not in usual and len(finite):
        usual[group] = float(np.median(finite))
    expected = usual.get(group, 1.0)
    good = np.isfinite(lengths) & (np.abs(lengths - expected) <= OFF * expected) & (lengths > 0)
    return [key for key, fine in zip(keys, good, strict=True) if not fine]


def drop_embeddings(db: Database, keys: Collection[tuple[Any, ...]]) -> None:
    """Forget rows by (key, encoder)."""
    with db.atomic():
        db.conn.executemany("delete from embedding where key = ? and encoder = ?", keys)


def look_at_thumbnails(db: Database, images: Collection[str]) -> Generator[int, None, Looked]:
    """Find thumbnails that are no whole JPEGs: those that do not begin and end as one.

    Yields:
        how many were looked at.
    """
    here, done = 0, 0
    spoilt: list[tuple[Any, ...]] = []
    cursor = db.execute("select hash, hex(substr(jpeg, 1, 2)), hex(substr(jpeg, -2)) from thumbnail")
    while block := cursor.fetchmany(ROWS_A_STEP):
        here += sum(hash in images for hash, _, _ in block)
        spoilt += [(hash,) for hash, head, tail in block if (head, tail) != ("FFD8", "FFD9")]
        done += len(block)
        yield done
    return Looked({"": here}, spoilt)


def drop_thumbnails(db: Database, keys: Collection[tuple[Any, ...]]) -> None:
    """Forget thumbnails by hash."""
    with db.atomic():
        db.conn.executemany("delete from thumbnail where hash = ?", keys)


def look_at_facts(db: Database, images: Collection[str]) -> Generator[int, None, Looked]:
    """Count the facts, and find those whose place or time is none.

    Yields:
        how many were looked at.
    """
    rows = db.execute(
        """select hash, coalesce(abs(latitude) <= 90 and abs(longitude) <= 180, 1)
        and (typeof(look) in ('integer', 'null')) and typeof(taken) in ('text', 'null') from facts"""
    ).fetchall()
    yield len(rows)
    return Looked({"": sum(row[0] in images for row in rows)}, [(row[0],) for row in rows if not row[1]])


def drop_facts(db: Database, keys: Collection[tuple[Any, ...]]) -> None:
    """Forget facts by hash."""
    with db.atomic():
        db.conn.executemany("delete from facts where hash = ?", keys)
