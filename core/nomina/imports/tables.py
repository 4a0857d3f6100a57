"""What the tables share: which columns mean what, and what a record of them says."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from nomina.domain import Origin
from nomina.errors import BadInput
from nomina.imports.protocol import Found, FoundLabel, Note, Option, Spoilt

Record = Mapping[str, Any]
FILE_NAMES = ("file", "path", "filename", "file_name", "filepath", "file_path", "image", "image_path", "picture")
CATEGORY_NAMES = (
    *("label_details", "category", "label", "class", "categories", "labels"),
    *("class_name", "label_name", "category_name"),
)
LISTS = frozenset({"label_details", "labels", "categories"})
"""Columns whose cells may be lists."""
HASH_NAMES = ("hash", "nomina_hash")
COLUMN_OPTIONS = (
    Option("file", "", "The column of the files, where its name is not one of the usual ones."),
    Option("category", "", "The column of the categories, where its name is not one of the usual ones."),
)


class Table:
    """Records that have the same columns."""

    def __init__(self, path: Path, columns: Sequence[str], options: Mapping[str, str]) -> None:
        """Find the columns.

        Raises:
            BadInput: there is none of files or hashes, or none of categories.
        """
        self._path, self._given = path, columns
        self._file = self._column(options["file"], FILE_NAMES)
        self._hash = self._column("", HASH_NAMES)
        self._categories = [
            found for name in CATEGORY_NAMES if (found := self._column(options["category"], (name,))) is not None
        ]
        if (self._file is None and self._hash is None) or not self._categories:
            raise BadInput(
                f"“{path}” has no column of files and one of categories; it has {_shown(columns)}.",
                "Give it a head like file,category, or name them: --option file=COLUMN --option category=COLUMN.",
            )
        self._has_origins = "origin" in columns
        self._labels = 0

    def _column(self, wanted: str, usual: Sequence[str]) -> str | None:
        if wanted:
            if wanted not in self._given:
                raise BadInput(f"“{self._path}” has no column “{wanted}”.", f"It has {_shown(self._given)}.")
            return wanted
        found = {name.strip().lower(): name for name in reversed(self._given) if isinstance(name, str)}
        return next((found[name] for name in usual if name in found), None)

    def found(self, record: Record, where: str) -> Iterator[Found]:
        """The labels of a record; none where its category is empty.

        Args:
            where: “line 7”, for what cannot be read.
        """
        file = _text(record.get(self._file)) if self._file else ""
        hash_ = _text(record.get(self._hash)) if self._hash else ""
        column = next((name for name in self._categories if record.get(name) not in (None, "", [])), None)
        if column is None:
            return
        said = _parsed(record[column]) if column in LISTS else record[column]
        if not (file or hash_):
            yield Spoilt(where, "it names no file")
            return
        for value in said if isinstance(said, list) else [said]:
            label = _label(value, record, file, hash_, self._has_origins)
            self._labels += isinstance(label, FoundLabel)
            yield label if label is not None else Spoilt(where, "its category is no text")

    def notes(self) -> Iterator[Note]:
        """What to know of the whole table."""
        if self._labels and not self._has_origins and self._hash is not None:
            yield Note("The table does not say who made its labels, so all of them count as yours.")


def _label(value: Any, record: Record, file: str, hash_: str, has_origins: bool) -> FoundLabel | None:
    """The label of one category, or of an object that tells one; it is a person's where nobody says otherwise."""
    if isinstance(value, Mapping):
        name, told, has_origins = value.get("category", value.get("label")), value, "origin" in value
    else:
        name, told = value, record
    if not isinstance(name, str):
        return None
    person = not has_origins or told.get("origin") == Origin.PERSON
    confidence = probability(told.get("confidence"))
    return FoundLabel(name, file, hash_, origin=Origin.PERSON if person else Origin.AUTO, confidence=confidence)


def _parsed(said: Any) -> Any:
    """The list that a cell of CSV holds as a text of JSON, or the cell."""
    if isinstance(said, str) and said.startswith("["):
        try:
            return json.loads(said)
        except (ValueError, RecursionError):
            return said
    return said


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def probability(value: Any) -> float | None:
    """A number from 0 to 1; None for anything else."""
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return number if 0.0 <= number <= 1.0 else None


def _shown(columns: Sequence[Any]) -> str:
    names = ", ".join(f"“{str(name)[:40]}”" for name in list(columns)[:12])
    return names or "none"
