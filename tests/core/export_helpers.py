"""What the tests of the export share: a small library with every kind of label, and short ways to export it."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

from tests.core.helpers import COLOURS, add, category, result, save_many

from nomina.export import Exported, ExportPlan, export_images
from nomina.library import Library
from nomina.runs import label_images
from nomina.teach import label


def taught(library: Library, folder: Path, *, names: tuple[str, ...] = COLOURS[:5]) -> Library:
    """Twelve pictures and five categories: one picture is labelled by a person, five by a run, the others by nobody."""
    ids = add(library, *save_many(folder, 12)).new
    made = [category(library, name) for name in names]
    label(library, ids[7:8], made[4].id)
    result(label_images(library, only=folder, at_least=0.95))
    return library


def export(library: Library, format: str, target: Path | None, **asked: Any) -> Exported:
    """Export to the end."""
    return result(export_images(library, ExportPlan(format=format, target=target, **asked)))


def rows(library: Library, target: Path, format: str = "jsonl", **asked: Any) -> list[dict[str, Any]]:
    """Export a table and read it."""
    export(library, format, target, **asked)
    text = target.read_text(encoding="utf-8", errors="surrogateescape")
    if format == "csv":
        with target.open(encoding="utf-8", newline="", errors="surrogateescape") as file:
            return list(csv.DictReader(file))
    return [json.loads(line) for line in text.splitlines()] if format == "jsonl" else json.loads(text)


def files(folder: Path) -> set[str]:
    """Paths of all files in a folder, but those in which Nomina writes down what it did."""
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if not path.is_dir() and not path.name.startswith("nomina-")
    }


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    """All files of a folder with bytes and times: what must not change."""
    return {
        str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
