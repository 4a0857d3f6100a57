"""Comma-separated values, a picture a line; with several labels a line for each of them. A set is a list in JSON.

A spreadsheet takes a text that begins with = + - @, a tab or a line's end for a formula (CWE-1236). Such a text is
written with an apostrophe before it, as is one that has apostrophes and then one of these; `unguarded` takes it away.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from operator import attrgetter
from pathlib import Path
from typing import TextIO

from nomina.export import tables
from nomina.export.protocol import Kind, Option, Source
from nomina.export.row import Row
from nomina.export.tables import columns_of, each_label
from nomina.export.text import as_json

ROWS_A_STEP = 500
COLUMNS = (*tables.COLUMNS, "hash")
CLASSIFY_COLUMNS = ("file", "category", "confidence", "best", "best_score", "encoder")
_FREE = ("file", "category", "best", "second", "encoder")
"""Columns whose text is a person's or another program's; the others are Nomina's own words and numbers."""
_SHARES = ("confidence", "best_score")
_SUSPECT = frozenset("'=+-@\t\r\n")
_FORMULA = re.compile(r"'*[=+\-@\t\r\n]")


class Csv:
    """The format `csv`. UTF-8 without a mark, lines end with a line feed."""

    title = "Table, CSV"
    kind = Kind.FILE
    ending = ".csv"
    options = (
        Option(
            "formulas",
            "guard",
            "What is done with text that a spreadsheet would run.",
            ("guard", "keep"),
            ("An apostrophe is put before it", "It is written as it is"),
        ),
        Option(
            "separator",
            "comma",
            "What stands between the values.",
            ("comma", "semicolon", "tab"),
            ("Comma", "Semicolon", "Tab"),
        ),
    )
    unlabelled = True

    def write(self, source: Source, target: Path) -> Iterator[int]:
        """See Exporter."""
        separator = {"comma": ",", "semicolon": ";", "tab": "\t"}[source.options["separator"]]
        with target.open("w", encoding="utf-8", newline="", errors="surrogateescape") as file:
            table = _Table(file, columns_of(COLUMNS, source), separator, source.options["formulas"] == "guard")
            for done, row in enumerate(source.rows(), 1):
                for line in each_label(row):
                    table.add(line)
                if done % ROWS_A_STEP == 0:
                    yield done


def write(rows: Iterable[Row], file: TextIO, columns: tuple[str, ...] = COLUMNS) -> None:
    """Write a header and a line per row; unknown values are empty."""
    table = _Table(file, columns, ",", True)
    for row in rows:
        table.add(row)


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in _SUSPECT and _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """The text that `guarded` was given."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


class _Table:
    """A CSV file that has its header. Only columns that need it are gone through: a call a value takes the time."""

    def __init__(self, file: TextIO, columns: tuple[str, ...], separator: str, guard: bool) -> None:
        self._writer = csv.writer(_UnixLines(file), delimiter=separator)
        self._values = attrgetter(*columns)
        free = _FREE if guard else ()
        self._texts = [i for i, column in enumerate(columns) if column in free]
        self._shares = [i for i, column in enumerate(columns) if column in _SHARES]
        self._set = columns.index("set") if "set" in columns else None
        self._writer.writerow(columns)

    def add(self, row: Row) -> None:
        values = list(self._values(row))
        for i in self._texts:
            values[i] = guarded(values[i])
        for i in self._shares:
            if values[i] is not None:
                values[i] = f"{values[i]:.4f}"
        if self._set is not None:
            values[self._set] = as_json(values[self._set])
        self._writer.writerow(values)


class _UnixLines:
    """Ends lines with a line feed; a csv.writer told to do so itself leaves a carriage return in a name unquoted."""

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def write(self, line: str) -> int:
        return self._file.write(line.removesuffix("\r\n") + "\n")
