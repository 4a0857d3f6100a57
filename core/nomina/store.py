"""The only SQL on truth: images and their places, categories, labels, rows that came without a picture.

Runs and watched folders are in automatic.py, which is a part of it.

Methods that write must run inside a step of the history (see history.py), which the tables' triggers enforce.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from nomina.automatic import new_id, now
from nomina.domain import DIGITS, Category, Label, Learned, Rows
from nomina.errors import NotFound
from nomina.pictured import Pictured
from nomina.records import category_of, category_row, label_of, name_key

_CATEGORIES = """select category.*,
    (select count(*) from label where category_id = category.id and accepted and origin = 'person') as yes,
    (select count(*) from label where category_id = category.id and not accepted and origin = 'person') as no
    from category"""


class Store(Pictured):
    """Reads and writes truth in one open database."""

    # Categories --------------------------------------------------------------------------------------------------

    def categories(self) -> list[Category]:
        """All categories with the size of their evidence, in the order they were made."""
        return [category_of(row) for row in self._rows(f"{_CATEGORIES} order by category.id")]

    def category(self, category_id: int) -> Category:
        """The category of this id.

        Raises:
            NotFound: there is none.
        """
        rows = self._rows(f"{_CATEGORIES} where category.id = ?", category_id)
        if not rows:
            raise NotFound("This category is not there any more.", "Undo brings it back.")
        return category_of(rows[0])

    def category_named(self, name: str) -> Category | None:
        """The category of this name; case and runs of spaces make no difference."""
        rows = self._rows(f"{_CATEGORIES} where key = ?", name_key(name))
        return category_of(rows[0]) if rows else None

    def put_category(self, category: Category) -> int:
        """Write a category: a new one for id 0, else over the one with its id. Returns the id.

        A new one without a key gets the first that is free, so that keys stay when others go.
        """
        if category.id:
            self._db.table("category").update(category.id, category_row(category))
            return category.id
        made = dataclasses.replace(category, digit=category.digit or self._free_digit())
        return new_id(self._db.table("category").insert(category_row(made)).last_pk)

    def _free_digit(self) -> int | None:
        """The first key that no category has."""
        taken = {row[0] for row in self._db.execute("select digit from category where digit is not null").fetchall()}
        return next((digit for digit in DIGITS if digit not in taken), None)

    def remove_category(self, category_id: int) -> None:
        """Remove a category and its labels; what lies under it comes to lie under its parent."""
        self._db.execute(
            "update category set parent = (select parent from category where id = ?), position = null where parent = ?",
            [category_id, category_id],
        )
        self._db.execute("delete from category where id = ?", [category_id])

    # Labels ------------------------------------------------------------------------------------------------------

    def labels(self, *, category_id: int | None = None, image_id: int | None = None) -> list[Label]:
        """All labels, or those of one category, or of one image, in image order."""
        asked = {"category_id": category_id, "image_id": image_id}
        chosen = {column: id for column, id in asked.items() if id is not None}
        where = f"where {' and '.join(f'{column} = ?' for column in chosen)}" if chosen else ""
        rows = self._db.execute(
            f"""select image_id, category_id, accepted, origin, run_id, confidence from label {where}
            order by image_id, category_id""",
            list(chosen.values()),
        ).fetchall()
        return [label_of(row) for row in rows]

    def put_label(self, label: Label) -> None:
        """Write a label over what was known of this image and category.

        An image has one accepted category, unless the library lets it have several: accepting it for one takes it
        from the others.
        """
        if label.accepted and not self.several():
            self._db.execute(
                "delete from label where image_id = ? and category_id <> ? and accepted",
                [label.image_id, label.category_id],
            )
        self._db.execute(
            """insert into label(image_id, category_id, accepted, origin, run_id, confidence) values(?, ?, ?, ?, ?, ?)
            on conflict(image_id, category_id) do update set accepted = excluded.accepted, origin = excluded.origin,
            run_id = excluded.run_id, confidence = excluded.confidence""",
            [label.image_id, label.category_id, label.accepted, label.origin, label.run_id, label.confidence],
        )

    def several(self) -> bool:
        """Whether an image may have several accepted categories."""
        row = self._db.execute("select several from mode").fetchone()
        return row is not None and bool(row[0])

    def put_several(self, several: bool) -> None:
        """Say whether an image may have several accepted categories. Labels stay as they are."""
        self._db.execute(
            "insert into mode(id, several) values(1, ?) on conflict(id) do update set several = excluded.several",
            [several],
        )

    def accepted_together(self) -> list[Label]:
        """Accepted labels of images that have more than one, in image order, and what was first said last before."""
        rows = self._db.execute(
            """select image_id, category_id, accepted, origin, run_id, confidence from label where accepted
            and image_id in (select image_id from label where accepted group by image_id having count(*) > 1)
            order by image_id, id desc"""
        ).fetchall()
        return [label_of(row) for row in rows]

    def drop_label(self, image_id: int, category_id: int) -> None:
        """Forget whatever was said of this image and category."""
        self._db.execute("delete from label where image_id = ? and category_id = ?", [image_id, category_id])

    def drop_labels_of_person(self, image_id: int, category_id: int | None = None) -> None:
        """Forget what a person said of this image: of one category, or of all for None."""
        self._db.execute(
            "delete from label where image_id = ? and category_id = coalesce(?, category_id) and origin = 'person'",
            [image_id, category_id],
        )

    def drop_auto_labels(self, image_id: int) -> None:
        """Forget what earlier runs said of this image."""
        self._db.execute("delete from label where image_id = ? and origin = 'auto'", [image_id])

    # Given rows --------------------------------------------------------------------------------------------------

    def given(self, encoder: str) -> dict[int, list[tuple[int, bool]]]:
        """By category id, (id, accepted) of its rows of this encoder that came without a picture, in id order."""
        out: dict[int, list[tuple[int, bool]]] = {}
        rows = self._db.execute(
            "select category_id, id, accepted from given_row where encoder = ? order by category_id, id", [encoder]
        )
        for category_id, row_id, accepted in rows:
            out.setdefault(category_id, []).append((row_id, bool(accepted)))
        return out

    def given_counts(self, category_id: int) -> list[tuple[str, int, int]]:
        """Per encoder: its id, and how many examples and rejects of a category came without a picture."""
        return self._db.execute(
            """select encoder, sum(accepted), sum(not accepted) from given_row where category_id = ?
            group by encoder order by encoder""",
            [category_id],
        ).fetchall()

    def given_rows(self, ids: Sequence[int], dimension: int) -> Rows:
        """The rows of these ids that have this length, shape (n, dimension), in the order of their bytes.

        That order says nothing of which came first.
        """
        found = self._db.execute(
            "select row from given_row where id in (select value from json_each(?)) and length(row) = ? order by row",
            [json.dumps(list(ids)), 2 * dimension],
        ).fetchall()
        return np.frombuffer(b"".join(row[0] for row in found), "<f2").reshape(-1, dimension).astype(np.float32)

    def given_as(self, category_id: int, encoder: str, row: NDArray[np.float32]) -> bool | None:
        """Whether this row, shape (d,), is there as an example (True) or as a reject; None where it is not there."""
        found = self._db.execute(
            "select accepted from given_row where category_id = ? and encoder = ? and digest = ?",
            [category_id, encoder, _digest(row)],
        ).fetchone()
        return None if found is None else bool(found[0])

    def put_given(self, category_id: int, encoder: str, row: NDArray[np.float32], accepted: bool) -> None:
        """Remember a row of shape (d,), as float16: an example, or a reject, whatever it was before."""
        self._db.execute(
            """insert into given_row(category_id, encoder, accepted, digest, row) values(?, ?, ?, ?, ?)
            on conflict(category_id, encoder, digest) do update set accepted = excluded.accepted""",
            [category_id, encoder, accepted, _digest(row), row.astype("<f2").tobytes()],
        )

    def drop_given(self, category_id: int) -> None:
        """Forget the rows of a category that came without a picture, of every encoder."""
        self._db.execute("delete from given_row where category_id = ?", [category_id])

    def move_given(self, source: int, target: int) -> None:
        """Give the rows of one category that came without a picture to another; what both have is an example if it is
        one of either.
        """
        self._db.execute(
            """update given_row set accepted = 1 where category_id = ? and not accepted and exists (select 1
            from given_row as other where other.category_id = ? and other.accepted
            and other.encoder = given_row.encoder and other.digest = given_row.digest)""",
            [target, source],
        )
        self._db.execute("update or ignore given_row set category_id = ? where category_id = ?", [target, source])

    # Circumstances -----------------------------------------------------------------------------------------------

    def backdrop(self) -> tuple[str, int, str] | None:
        """When circumstances were counted, of how many images, and the counts (see circumstances.Backdrop)."""
        row = self._db.execute("select made, images, counts from backdrop").fetchone()
        return None if row is None else (row[0], row[1], row[2])

    def put_backdrop(self, images: int, counts: str) -> None:
        """Keep counts in the place of earlier ones."""
        self.drop_backdrop()
        self._db.execute("insert into backdrop(id, made, images, counts) values(1, ?, ?, ?)", [now(), images, counts])

    def drop_backdrop(self) -> None:
        """Let circumstances count for nothing."""
        self._db.execute("delete from backdrop")

    # Saved searches ----------------------------------------------------------------------------------------------

    def saved_searches(self) -> list[tuple[int, str, int | None, dict[str, str]]]:
        """(id, name, category id, other conditions) of every saved search, in the order of their names."""
        rows = self._rows("select id, name, category_id, wish from saved_search order by key")
        return [(row["id"], row["name"], row["category_id"], json.loads(row["wish"])) for row in rows]

    def put_saved_search(self, name: str, category_id: int | None, wish: dict[str, str]) -> None:
        """Keep a search under a name, in place of the one that has it."""
        self._db.execute(
            """insert into saved_search(name, key, category_id, wish) values(?, ?, ?, ?)
            on conflict(key) do update set name = excluded.name, category_id = excluded.category_id,
            wish = excluded.wish""",
            [name, name_key(name), category_id, json.dumps(wish, ensure_ascii=True, sort_keys=True)],
        )

    def remove_saved_search(self, search_id: int) -> None:
        """Forget a saved search."""
        self._db.execute("delete from saved_search where id = ?", [search_id])

    # References --------------------------------------------------------------------------------------------------

    def references(self, encoder: str) -> list[Learned]:
        """Every version this library learned for an encoder, the latest first."""
        rows = self._rows("select * from reference where encoder = ? order by id desc", encoder)
        return [Learned(**{**row, "active": bool(row["active"])}) for row in rows]

    def active_reference(self, encoder: str) -> Learned | None:
        """The version at work; None where the shipped one is."""
        return next((learned for learned in self.references(encoder) if learned.active), None)

    def put_reference(self, encoder: str, version: str, data: bytes, images: int, labels: int) -> int:
        """Keep a version and put it to work; returns its id."""
        self._db.execute("insert or ignore into layers(version, data) values(?, ?)", [version, data])
        self.use_reference(encoder, None)
        row = {"encoder": encoder, "version": version, "made": now(), "images": images, "labels": labels, "active": 1}
        return new_id(self._db.table("reference").insert(row).last_pk)

    def use_reference(self, encoder: str, reference_id: int | None) -> None:
        """Put a version to work; None for the shipped one."""
        self._db.execute("update reference set active = 0 where encoder = ? and active", [encoder])
        if reference_id is not None:
            self._db.execute("update reference set active = 1 where id = ? and encoder = ?", [reference_id, encoder])

    def layers(self, version: str) -> bytes:
        """What a version holds; see metric.from_bytes."""
        row = self._db.execute("select data from layers where version = ?", [version]).fetchone()
        return bytes(row[0])


def _digest(row: NDArray[np.float32]) -> str:
    return hashlib.blake2b(row.astype("<f2").tobytes(), digest_size=16).hexdigest()
