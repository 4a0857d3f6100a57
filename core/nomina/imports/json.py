"""Tables in JSON and in JSON lines: Nomina's own, and any other whose objects have a file and a category.

An object of texts is taken for categories by file: {"a.jpg": "heron", "b.jpg": ["heron"]}.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from nomina.errors import BadInput
from nomina.imports.files import glance, parse_json, read_json, read_text
from nomina.imports.protocol import Found, Source, Spoilt
from nomina.imports.tables import COLUMN_OPTIONS, Table


class Json:
    """The format `json`."""

    title = "Table, JSON"
    options = COLUMN_OPTIONS

    def recognises(self, path: Path) -> bool:
        """See Importer."""
        return path.suffix.lower() == ".json" and bool(re.match(r"\s*[\[{]", glance(path)))

    def read(self, source: Source) -> Iterator[Found]:
        """See Importer."""
        path, options = source.path, source.options
        value = read_json(path)
        if isinstance(value, dict) and all(isinstance(said, (str, list)) for said in value.values()):
            value = [{"file": file, "category": said} for file, said in value.items()]
        if not isinstance(value, list):
            raise BadInput(f"“{path}” is no list of objects.", "Name another --format, or another file.")
        yield from found_in(path, list(enumerate(value, 1)), "entry", options)


class JsonLines:
    """The format `jsonl`."""

    title = "Table, JSON lines"
    options = COLUMN_OPTIONS

    def recognises(self, path: Path) -> bool:
        """See Importer."""
        return path.suffix.lower() in (".jsonl", ".ndjson") and glance(path).lstrip().startswith("{")

    def read(self, source: Source) -> Iterator[Found]:
        """See Importer."""
        path, options = source.path, source.options
        lines = [(number, line) for number, line in enumerate(read_text(path).split("\n"), 1) if line.strip()]
        values = [(number, parse_json(path, line, f" in line {number}")) for number, line in lines]
        yield from found_in(path, values, "line", options)


def found_in(path: Path, values: list[tuple[int, Any]], word: str, options: dict[str, str]) -> Iterator[Found]:
    """The labels of numbered records.

    Raises:
        BadInput: none of them tells a file and a category.
    """
    records = [(number, value) for number, value in values if isinstance(value, dict)]
    for number, value in values:
        if not isinstance(value, dict):
            yield Spoilt(f"{word} {number}", "it is no object")
    if not records:
        if values:
            raise BadInput(f"“{path}” is no list of objects.", "Name another --format, or another file.")
        return
    columns = dict.fromkeys(name for _, record in records for name in record)
    table = Table(path, list(columns), options)
    for number, record in records:
        yield from table.found(record, f"{word} {number}")
    yield from table.notes()
