"""Rows of the tables of truth as records, and back. No SQL here: that is the store's."""

from __future__ import annotations

import json
import os
import unicodedata
from pathlib import Path
from typing import Any

from nomina.domain import Category, Image, Label, Origin


def name_key(name: str) -> str:
    """What makes two names the same: case, runs of spaces and how accents are spelt make no difference."""
    return unicodedata.normalize("NFC", " ".join(name.split()).casefold())


def category_row(category: Category) -> dict[str, Any]:
    """The columns of a category, but for its id."""
    return {
        "name": category.name,
        "key": name_key(category.name),
        "synonyms": json.dumps(category.synonyms, ensure_ascii=False),
        "description": category.description,
        "words": int(category.words),
        "parent": category.parent,
        "unlike": json.dumps(category.unlike, ensure_ascii=False),
        "colour": category.colour,
        "digit": category.digit,
        "position": category.position,
    }


def category_of(row: dict[str, Any]) -> Category:
    """The category of a row that also counts its examples (yes) and rejects (no)."""
    return Category(
        row["id"],
        row["name"],
        tuple(json.loads(row["synonyms"])),
        row["description"],
        bool(row["words"]),
        row["yes"],
        row["no"],
        row["parent"],
        tuple(json.loads(row["unlike"])),
        row["colour"],
        row["digit"],
        row["position"],
    )


def image_of(row: tuple[Any, ...]) -> Image:
    """The image of (id, hash, width, height, path or None)."""
    return Image(row[0], row[1], row[2], row[3], None if row[4] is None else path_of_value(row[4]))


def label_of(row: tuple[Any, ...]) -> Label:
    """The label of (image id, category id, accepted, origin, run id, confidence)."""
    return Label(row[0], row[1], bool(row[2]), Origin(row[3]), row[4], row[5])


def path_value(path: Path) -> str | bytes:
    """Text where the path is valid Unicode, else the bytes that the file system knows it by."""
    text = os.fspath(path)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return os.fsencode(text)
    return text


def path_of_value(value: str | bytes) -> Path:
    """The path of what `path_value` made."""
    return Path(os.fsdecode(value))
