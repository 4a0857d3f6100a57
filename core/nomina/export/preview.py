"""The first files and lines that an export would write, read from a small one of the same kind."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from nomina.export.row import Row
from nomina.export.target import MAPPING

MOST_FILES, MOST_BYTES = 200, 8000


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """A file that would be there.

    Attributes:
        path: where, with forward slashes: in the target's folder, or absolute for what lies beside a picture.
        text: its first lines; "" where it is a picture or no text.
    """

    path: str
    text: str = ""


def planned_files(place: Path) -> list[PlannedFile]:
    """What a rehearsal wrote, and the pictures that it would have placed; `place` is a file or a folder."""
    if place.is_file():
        return [PlannedFile(place.name, _head(place))]
    written = [path for path in sorted(place.rglob("*")) if path.is_file() and path.name != MAPPING]
    files = [PlannedFile(path.relative_to(place).as_posix(), _head(path)) for path in written]
    return [*files, *map(PlannedFile, sorted(_placed(place / MAPPING)))][:MOST_FILES]


def beside(rows: list[Row]) -> list[PlannedFile]:
    """What would be said beside each of these pictures."""
    return [
        PlannedFile(row.path, ", ".join(label.category for label in row.labels))
        for row in rows
        if row.path and row.time is None
    ]


def _placed(mapping: Path) -> list[str]:
    if not mapping.is_file():
        return []
    return [json.loads(line)["file"] for line in mapping.read_text(encoding="utf-8").splitlines()]


def _head(file: Path) -> str:
    """The beginning of a text; "" of anything else."""
    with file.open("rb") as stream:
        start = stream.read(MOST_BYTES + 1)
    whole = start[:MOST_BYTES].rsplit(b"\n", 1)[0] if len(start) > MOST_BYTES else start
    try:
        text = whole.decode("utf-8", "surrogateescape" if file.suffix == ".csv" else "strict")
    except UnicodeDecodeError:
        return ""
    return "" if "\0" in text else text.encode("utf-8", "replace").decode()
