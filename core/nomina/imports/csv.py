"""Tables in CSV: Nomina's own, and any other that has a column of files and one of categories.

The separator is found by the head of the table. Nomina's guard against formulas is taken away (export/csv.py).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from nomina.errors import BadInput
from nomina.export.csv import unguarded
from nomina.imports.files import glance, read_text
from nomina.imports.protocol import Found, Option, Source
from nomina.imports.tables import CATEGORY_NAMES, COLUMN_OPTIONS, FILE_NAMES, Record, Table

SEPARATORS = ",;\t|"


class Csv:
    """The format `csv`."""

    title = "Table, CSV"
    options = (
        *COLUMN_OPTIONS,
        Option(
            "formulas",
            "guard",
            "Whether an apostrophe before a formula is taken away.",
            ("guard", "keep"),
            ("It is taken away", "It stays"),
        ),
    )

    def recognises(self, path: Path) -> bool:
        """See Importer."""
        return path.suffix.lower() in (".csv", ".tsv") or (
            path.suffix.lower() == ".txt" and _has_columns(glance(path).partition("\n")[0])
        )

    def read(self, source: Source) -> Iterator[Found]:
        """See Importer."""
        path, options = source.path, source.options
        text = read_text(path)
        separator = _separator(text.partition("\n")[0])
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        plain = unguarded if options["formulas"] == "guard" else str
        try:
            heads = next(lines, [])
            table = Table(path, heads, options)
            for cells in lines:
                if cells:
                    record: Record = dict(zip(heads, map(plain, cells), strict=False))
                    yield from table.found(record, f"line {lines.line_num}")
        except csv.Error as error:
            raise BadInput(
                f"“{path}” is damaged in line {lines.line_num}: {error}.", "Check its quotes, or save it anew."
            ) from error
        yield from table.notes()


def _separator(head: str) -> str:
    """What splits the head into most columns that are known, or else into most."""
    return max(SEPARATORS, key=lambda mark: (len(_known(head, mark)), head.count(mark)))


def _known(head: str, mark: str) -> set[str]:
    cells = {cell.strip().strip('"').lower() for cell in head.split(mark)}
    return cells & {*FILE_NAMES, *CATEGORY_NAMES, "hash", "origin", "confidence"}


def _has_columns(head: str) -> bool:
    return any(_known(head, mark) & set(FILE_NAMES) and _known(head, mark) & set(CATEGORY_NAMES) for mark in SEPARATORS)
